"""Facts of one affair as a case: what belongs together, which claim fills which field, what stays a gap."""

from dataclasses import replace

import pytest

from attributed.cases import cases_of
from attributed.knowledge import read_knowledge
from attributed.model import (
    Article,
    Case,
    CaseField,
    Cause,
    Claim,
    Count,
    Extraction,
    Fact,
    Findings,
    Hedge,
    Known,
    Mention,
    Passage,
    SourceKind,
    Zone,
    ZoneKind,
)
from tests.made import article, claim, speaker

JANG = "jang-song-thaek"


def told(  # one claim in words that stand in the article
    of: Article, words: str, *, event: str | None, kind: SourceKind = SourceKind.ANONYMOUS_SOURCE, **slots: str
) -> Claim:
    start = of.text.index(words)

    def at(part: str) -> Passage:
        place = of.text.index(part, start)
        return Passage(place, place + len(part))

    made = claim(
        words, speaker(str(kind)), event=event, kind=kind, article=of.sha256, content=(start, start + len(words))
    )
    whom = (Mention(JANG, "Jang Song Thaek", at(slots["whom"]), "as listed"),) if "whom" in slots else ()
    where = (Mention("nampo", "Nampo", at(slots["where"]), "as listed"),) if "where" in slots else ()
    return replace(
        made,
        people=whom,
        affected=whom,
        places=where,
        charge=at(slots["charge"]) if "charge" in slots else None,
        count=Count(41, None, at(slots["count"])) if "count" in slots else None,
        causes=(Cause(at(slots["cause"]), at(slots["effect"]), at(slots["cue"])),) if "cause" in slots else (),
    )


def titled(text: str, *, name: str = "a") -> Article:
    end = text.index("\n")
    zones = (Zone(ZoneKind.TITLE, Passage(0, end)), Zone(ZoneKind.BODY, Passage(end + 1, len(text))))
    return replace(article(text, sha256=f"sha-of-{name}"), zones=zones)


def fact(*claims: Claim) -> Fact:
    return Fact(f"f-{claims[0].id}", claims, claims[0].event, claims[0].time, (), (1, 1))


def found(*extractions: Extraction) -> tuple[Case, ...]:
    facts = tuple(fact(claim) for extraction in extractions for claim in extraction.claims)
    return cases_of(Findings(facts), extractions, read_knowledge())


def words(case: Case, field: CaseField, of: Article) -> list[str]:
    return [entry.passage.of(of.text) for entry in case.fields[field]]


REPORTED = titled(
    "Purge of officials\nThe leader condemned over 40 officials for taking bribes, KCNA said.\n"
    "A purge followed in Nampo.\nSmuggling led to the purge.\n"
    "They are used as sacrifices to suppress dissatisfaction, one expert said.\n"
    "Years ago the leader executed his uncle, Jang Song Thaek.\n"
)
CLAIMS = (
    told(
        REPORTED,
        "condemned over 40 officials for taking bribes",
        event="condemnation",
        kind=SourceKind.STATE_MEDIA,
        count="over 40",
        charge="taking bribes",
    ),
    told(REPORTED, "A purge followed in Nampo", event="purge", where="Nampo"),
    told(REPORTED, "Smuggling led to the purge", event="purge", cause="Smuggling", effect="the purge", cue="led to"),
    told(REPORTED, "They are used as sacrifices to suppress dissatisfaction", event="discontent"),
    told(REPORTED, "executed his uncle, Jang Song Thaek", event="execution", whom="Jang Song Thaek"),
)


@pytest.fixture
def case() -> Case:
    (only,) = found(Extraction(REPORTED, CLAIMS))
    return only


def test_an_affair_told_as_background_is_no_case(case: Case) -> None:
    assert case.event == "purge"
    assert f"f-{CLAIMS[-1].id}" not in case.facts


def test_every_part_of_a_claim_fills_its_field_by_its_own_words(case: Case) -> None:
    assert words(case, CaseField.COUNT, REPORTED) == ["over 40"]
    assert words(case, CaseField.CHARGE, REPORTED) == ["taking bribes"]
    assert words(case, CaseField.PLACE, REPORTED) == ["Nampo"]


def test_what_led_to_the_affair_is_its_trigger(case: Case) -> None:
    assert words(case, CaseField.TRIGGER, REPORTED) == ["Smuggling"]


def test_what_others_say_of_motives_is_no_reason_stated_by_officials(case: Case) -> None:
    assert words(case, CaseField.ALLEGED_MOTIVE, REPORTED) == [CLAIMS[3].text_in(REPORTED)]
    assert words(case, CaseField.STATED_REASON, REPORTED) == []


def test_a_field_without_entries_is_a_gap(case: Case) -> None:
    assert case.fields[CaseField.METHOD] == ()
    assert set(case.fields) == set(CaseField)


def test_the_fear_of_a_purge_is_a_case_of_its_own_and_nobody_tells_it_firmly() -> None:
    feared = titled("Fears of a purge\nCommanders fear that a purge may follow.\n", name="b")
    fears = replace(told(feared, "Commanders fear that a purge may follow", event="fear"), hedge=Hedge.POSSIBLE)
    cases = found(Extraction(REPORTED, CLAIMS), Extraction(feared, (fears,)))
    assert [(case.event, len({entry.claim for told in case.fields.values() for entry in told})) for case in cases]
    assert {case.event for case in cases} == {"purge"}
    assert len(cases) == 2


def test_two_articles_about_one_person_s_fate_are_one_case() -> None:
    one = titled("Uncle executed\nJang Song Thaek was executed in 2013.\n")
    other = titled("Jang purged\nJang Song Thaek was purged, one source said.\n", name="b")
    executed = told(one, "Jang Song Thaek was executed", event="execution", whom="Jang Song Thaek")
    purged = told(other, "Jang Song Thaek was purged", event="purge", whom="Jang Song Thaek")
    (only,) = found(Extraction(one, (executed,)), Extraction(other, (purged,)))
    assert (only.event, len(only.facts)) == ("execution", 2)


def test_two_fates_of_one_person_years_apart_are_two_cases() -> None:
    one = titled("Dismissed\nJang Song Thaek was dismissed in 2004.\n")
    other = titled("Executed\nJang Song Thaek was executed in 2013.\n", name="b")
    dismissed = told(one, "Jang Song Thaek was dismissed", event="dismissal", whom="Jang Song Thaek")
    executed = told(other, "Jang Song Thaek was executed", event="execution", whom="Jang Song Thaek")
    dated = [replace(c, time=Known(year, "told")) for c, year in ((dismissed, "2004"), (executed, "2013"))]
    assert len(found(Extraction(one, (dated[0],)), Extraction(other, (dated[1],)))) == 2


def test_an_article_without_an_affair_makes_no_case() -> None:
    visit = titled("A visit\nHe visited a farm.\n")
    assert found(Extraction(visit, (told(visit, "He visited a farm", event="visit"),))) == ()
