"""Sections about many articles: both sides of a conflict, one source behind many articles, grades with reasons."""

from dataclasses import replace
from functools import cache

import pytest

from attributed import show
from attributed.briefing import Briefing
from attributed.knowledge.corrections import Act, Correction
from attributed.model import (
    Case,
    CaseField,
    Cause,
    Change,
    ChangeKind,
    Conflict,
    Copy,
    CopyKind,
    Disagreement,
    Drift,
    Entry,
    Fact,
    Grade,
    Ground,
    Known,
    Mention,
    Outcome,
    Outlook,
    Passage,
    Step,
    Unsupported,
)
from attributed.show.facts import fact_card
from attributed.show.naming import fact_title, firmness, whole_quotes, words_of
from attributed.show.text import write_text
from tests.gold_briefing import gold_briefing


@cache
def seeds() -> Briefing:
    return gold_briefing()


def first_facts() -> tuple[Fact, Fact]:
    """A fact of each article."""
    one, other = (article.sha256 for article in seeds().articles)
    facts = [next(fact for fact in seeds().facts if fact.articles == (sha256,)) for sha256 in (one, other)]
    return facts[0], facts[1]


def card(fact: Fact) -> str:
    briefing = replace(seeds(), facts=tuple(fact if other.id == fact.id else other for other in seeds().facts))
    return write_text((fact_card(briefing, fact),))


def test_what_is_only_wanted_is_the_event_and_not_all_that_is_said() -> None:
    fact = next(fact for fact in seeds().facts if fact.event and not fact.claims[0].outlook)
    wanted = replace(fact, claims=(replace(fact.claims[0], outlook=Outlook.INTENT),))
    assert ", only wanted, planned, tried or supposed" in card(wanted).splitlines()[0]
    assert "only wanted" not in firmness(wanted.claims[0])


def test_a_conflict_names_both_sides_with_their_chains() -> None:
    one, other = first_facts()
    sides = (one.claims[0].id, other.claims[0].id)
    clash = Conflict(Disagreement.POLARITY, (one.id, other.id), sides, ("affirmed", "denied"))
    told = str(show.conflicts(replace(seeds(), conflicts=(clash,))))
    assert "It is so." in told
    assert "Denied." in told
    for claim in (one.claims[0], other.claims[0]):
        assert f"[{seeds().number_of(claim)}]" in told
    assert "in an article whose outlet is not named" in told
    assert "RFA" in told


def test_what_a_retelling_changed_stands_beside_what_it_retells() -> None:
    one, other = first_facts()
    drift = Drift(Disagreement.DATE, one.claims[0].id, other.claims[0].id, ("2025-01-27", "2025-01"))
    told = str(show.conflicts(replace(seeds(), drifts=(drift,))))
    assert "27 January 2025." in told
    assert "January 2025." in told


def test_one_source_behind_several_articles_is_counted_once() -> None:
    one, other = first_facts()
    shared = replace(one, claims=(one.claims[0], other.claims[0]), independent_roots=(1, 1))
    told = str(show.copies(replace(seeds(), facts=(shared,))))
    assert "| 2 | 1 |" in told


def test_an_article_that_repeats_another_says_how_and_how_much() -> None:
    one, other = seeds().articles
    copy = Copy(other.sha256, one.sha256, CopyKind.WIRE, 0.62)
    assert "2 | 1 | one agency’s report | 62%" in str(show.copies(replace(seeds(), copies=(copy,))))


def test_a_summary_that_nobody_bears_out_is_quoted_with_its_part_marked() -> None:
    claim = first_facts()[1].claims[0]
    start = claim.content[0].start
    part = Unsupported(claim.id, Passage(start, start + 12))
    told = str(show.unsupported(replace(seeds(), unsupported=(part,))))
    assert "1 part of a summary sentence" in told
    assert f"[{seeds().number_of(claim)}]" in told


def test_a_card_gives_the_grade_with_its_reasons() -> None:
    fact = replace(first_facts()[0], grade=Grade("F", 4, ("not named", "in conflict with another report")))
    assert "F4: reliability cannot be judged, doubtful. Not named; in conflict with another report." in card(fact)


def test_a_grade_that_a_person_gave_says_who_and_why() -> None:
    fact = replace(first_facts()[0], grade=Grade("C", 3, ("seen before",), given_by="A. Analyst"))
    assert "C3, given by A. Analyst: fairly reliable, possibly true. Seen before." in card(fact)


def test_a_range_of_roots_gives_its_reasons_the_certain_ones_apart() -> None:
    one, other = first_facts()
    steps = (
        Step(Ground.SAME_REPORT, ("a", "b"), (one.claims[0].id,), is_certain=True),
        Step(Ground.SAME_MOMENT, ("b", "c"), (one.claims[0].id,), is_certain=False),
    )
    fact = replace(one, claims=(*one.claims, *other.claims), independent_roots=(1, 2), steps=steps)
    told = card(fact)
    assert (
        "1 to 2 independent roots behind 2 articles. One: both cite one report. Perhaps fewer: nobody is named" in told
    )


def test_whom_only_other_articles_name_is_said_apart() -> None:
    one, other = first_facts()
    named = replace(other.claims[0], affected=(Mention("ri", "Ri Yong Gil", other.claims[0].content[0], "as listed"),))
    assert ": Ri Yong Gil" in fact_title(seeds(), replace(other, claims=(named,)))
    assert "(other claims name Ri Yong Gil)" in fact_title(seeds(), replace(one, claims=(one.claims[0], named)))


def test_an_overturned_fact_says_so_first() -> None:
    one, other = first_facts()
    assert card(replace(one, overturned_by=other.id)).splitlines()[1].startswith("Overturned: ")


def test_a_case_shows_what_is_said_by_whom_and_every_gap() -> None:
    fact = first_facts()[0]
    claim = fact.claims[0]
    case = Case(
        "k1", "purge", Known(None, "unknown"), (fact.id,), {CaseField.CHARGE: (Entry(claim.id, claim.content[0]),)}
    )
    told = str(show.cases(replace(seeds(), cases=(case,))))
    assert "Purge, as a possibility" in told
    assert f"[{seeds().number_of(claim)}]" in told
    assert told.count("not told") == len(CaseField) - 1


def test_a_cause_is_told_with_who_says_so() -> None:
    fact = first_facts()[0]
    start, end = fact.claims[0].content[0].start, fact.claims[0].content[0].end
    cause = Cause(Passage(start, start + 8), Passage(end - 8, end), Passage(start + 9, start + 10))
    claim = replace(fact.claims[0], causes=(cause,))
    fact = replace(fact, claims=(claim, *fact.claims[1:]))
    briefing = replace(
        seeds(),
        claims=tuple(claim if other.id == claim.id else other for other in seeds().claims),
        facts=(fact,),
        cases=(Case("k1", "purge", Known(None, "unknown"), (fact.id,)),),
    )
    assert " → " in str(show.cases(briefing))
    assert "says " in str(show.cases(briefing))


@pytest.mark.parametrize(("outlook", "heading"), [(Outlook.FORECAST, "Forecasts"), (Outlook.SIGN, "Signs")])
def test_what_may_come_stands_with_who_says_so_and_stays_open(outlook: Outlook, heading: str) -> None:
    one, other = first_facts()
    claim = replace(one.claims[0], outlook=outlook, horizon=Known("2025-06", "by June"))
    briefing = replace(
        seeds(),
        claims=tuple(claim if each.id == claim.id else each for each in seeds().claims),
        outcomes=(Outcome(claim.id),),
    )
    told = str(show.outcomes(briefing))
    assert heading in told
    assert "(by June 2025)" in told
    assert told.endswith("| open")
    borne_out = replace(briefing, outcomes=(Outcome(claim.id, borne_out_by=(other.id,)),))
    assert "borne out: " in str(show.outcomes(borne_out))


def test_what_changed_counts_and_lists_by_kind() -> None:
    fact = first_facts()[0]
    changes = (
        Change(ChangeKind.CHANGED, fact.id, "Purge", (("roots", "1", "1–2"),), words="the words"),
        Change(ChangeKind.WITHDRAWN, "f-gone", "Execution: Jang Song Thaek", time="2013-12", words="gone"),
        Change(ChangeKind.OVERTURNED, fact.id, "Purge", words="the words", editions=("2025-01-01", "2025-02-01")),
    )
    told = str(show.what_changed(replace(seeds(), before="2025-03-11", changes=changes)))
    assert "Since edition 2025-03-11: 1 overturned, 1 changed and 1 withdrawn." in told
    assert "roots 1 → 1–2" in told
    assert "Execution: Jang Song Thaek, December 2013: gone (as edition 2025-03-11 had it)" in told
    assert "stated in editions 2025-01-01 and 2025-02-01" in told


def test_corrections_say_what_why_and_by_whom() -> None:
    made = Correction(
        Act.MERGE, "people", "O Kuk Yol", "o-kuk-ryol", (), None, "a misprint", "A. Analyst", "2026-11-21", 3
    )
    told = str(show.corrections(replace(seeds(), corrections=(made,))))
    assert (
        "O Kuk Yol (people) is the same as o-kuk-ryol | everywhere | a misprint | A. Analyst, 21 November 2026" in told
    )


@pytest.mark.parametrize(
    ("words", "whole"),
    [("“It may work", "It may work"), ("it may,”", "it may"), ("“so” it is", "“so” it is"), ("plain", "plain")],
)
def test_half_a_pair_of_quotation_marks_is_left_out(words: str, whole: str) -> None:
    assert whole_quotes(words) == whole


def test_words_that_a_translator_chose_stand_without_the_speaker_s_quotation_marks() -> None:
    translated = [claim for claim in seeds().claims if claim.is_translated]
    assert translated
    told = [words_of(seeds(), claim) for claim in translated]
    assert not any(words.startswith("“") and words.endswith("”") for words in told)
