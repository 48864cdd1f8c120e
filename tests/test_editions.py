"""What changed between editions: from the same corpus nothing, from an article less exactly its claims."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from attributed.briefing import Briefing, Making, Request
from attributed.drafting import build_briefing
from attributed.editions import NAME, changes, claims_of, compared, earlier_editions, read_record, record
from attributed.errors import BadReport
from attributed.knowledge import read_knowledge
from attributed.model import (
    UNKNOWN,
    ChangeKind,
    Claim,
    Conflict,
    Disagreement,
    Extraction,
    Fact,
    Findings,
    Grade,
    Known,
    Mention,
    Passage,
)
from tests.made import article, claim, speaker

RI = Mention("ri-yong-gil", "Ri Yong Gil", Passage(0, 11), "as listed")
MAKING = Making({}, {"knowledge": "k", "extractor": "e"}, {})


def told(name: str, of: str, *, event: str = "purge", when: str | None = None) -> Claim:
    made = claim(name, speaker(f"source of {of}"), event=event, article=f"sha-of-{of}", content=(0, 24))
    return replace(made, people=(RI,), affected=(RI,), time=Known(when, "told") if when else UNKNOWN)


def fact(*claims: Claim, **other: object) -> Fact:
    roots = {claim.origin.root for claim in claims}
    return Fact(f"f-{claims[0].id}", claims, claims[0].event, claims[0].time, (), (len(roots),) * 2, **other)  # type: ignore[arg-type]


def briefing(*facts: Fact, edition: str = "2025-03-12", conflicts: tuple[Conflict, ...] = ()) -> Briefing:
    by_article: dict[str, list[Claim]] = {}
    for one in (one for told in facts for one in told.claims):
        by_article.setdefault(one.article, []).append(one)
    extractions = [
        Extraction(article("Ri Yong Gil was executed.", id=sha256, sha256=sha256), tuple(claims))
        for sha256, claims in by_article.items()
    ]
    return build_briefing(
        Request(name="mine", as_of=date.fromisoformat(edition[:10])),
        extractions,
        Findings(facts, conflicts),
        read_knowledge(),
        edition=edition,
        making=MAKING,
    )


def kept(folder: Path, made: Briefing) -> Briefing:
    """The briefing as an edition in a folder of reports."""
    made = compared(made, earlier_editions(folder, made.edition))
    (folder / made.edition).mkdir(parents=True)
    (folder / made.edition / NAME).write_bytes(record(made))
    return made


ONE, OTHER = fact(told("a1", "a"), told("b1", "b")), fact(told("a2", "a", event="visit"))


def test_a_first_edition_is_compared_with_nothing(tmp_path: Path) -> None:
    made = kept(tmp_path, briefing(ONE))
    assert (made.before, made.changes) == (None, ())


def test_the_same_corpus_gives_an_empty_list(tmp_path: Path) -> None:
    kept(tmp_path, briefing(ONE, OTHER))
    made = kept(tmp_path, briefing(ONE, OTHER, edition="2025-03-13"))
    assert (made.before, made.changes, made.is_read_anew) == ("2025-03-12", (), False)


def test_taking_one_article_away_takes_exactly_its_claims(tmp_path: Path) -> None:
    kept(tmp_path, briefing(ONE, OTHER))
    made = kept(tmp_path, briefing(fact(told("b1", "b")), edition="2025-03-13"))
    assert [(c.kind, c.differences) for c in made.changes] == [
        (ChangeKind.CHANGED, (("roots", "2", "1"), ("grade", "F2", "F6"), ("claims", "2", "1, 1 gone"))),
        (ChangeKind.WITHDRAWN, ()),
    ]
    assert made.changes[1].fact == "f-a2"


def test_an_article_more_brings_what_is_new_and_joins_what_is_known(tmp_path: Path) -> None:
    kept(tmp_path, briefing(fact(told("a1", "a"))))
    made = kept(tmp_path, briefing(ONE, fact(told("b2", "b", event="visit")), edition="2025-03-13"))
    assert [(c.kind, c.fact) for c in made.changes] == [(ChangeKind.CHANGED, "f-a1"), (ChangeKind.NEW, "f-b2")]


def test_a_fact_is_known_by_its_claims_when_another_one_speaks_for_it(tmp_path: Path) -> None:
    kept(tmp_path, briefing(fact(told("b1", "b"))))
    made = kept(tmp_path, briefing(ONE, edition="2025-03-13"))
    assert [c.kind for c in made.changes] == [ChangeKind.CHANGED]


def test_a_conflict_that_comes_up_is_a_change(tmp_path: Path) -> None:
    kept(tmp_path, briefing(ONE, OTHER))
    clash = Conflict(Disagreement.DATE, ("f-a1", "f-a2"), ("a1", "a2"), ("2016-02", "2016-03"))
    made = kept(tmp_path, briefing(ONE, OTHER, edition="2025-03-13", conflicts=(clash,)))
    assert [(c.fact, {what: now for what, _, now in c.differences}["conflicts"]) for c in made.changes] == [
        ("f-a1", "date"),
        ("f-a2", "date"),
    ]


def test_a_later_sighting_lists_every_edition_that_used_what_it_overturns(tmp_path: Path) -> None:
    executed = fact(told("a1", "a", event="execution", when="2016-02"))
    kept(tmp_path, briefing(executed, edition="2016-02-10"))
    kept(tmp_path, briefing(executed, edition="2016-03-10"))
    seen = fact(told("b1", "b", event="reappearance", when="2016-05-10"))
    made = kept(tmp_path, briefing(executed, seen, edition="2016-05-12"))
    assert [(c.kind, c.fact, c.editions) for c in made.changes] == [
        (ChangeKind.OVERTURNED, "f-a1", ("2016-02-10", "2016-03-10")),
        (ChangeKind.NEW, "f-b1", ()),
    ]
    assert kept(tmp_path, briefing(executed, seen, edition="2016-05-13")).changes == ()
    kept(tmp_path, briefing(executed, edition="2016-05-14"))  # without the article that tells of the sighting
    again = kept(tmp_path, briefing(executed, seen, edition="2016-05-15"))
    assert again.changes[0].editions == ("2016-02-10", "2016-03-10", "2016-05-14")


def test_an_edition_made_again_is_compared_with_what_it_was_compared_with_at_first(tmp_path: Path) -> None:
    first = kept(tmp_path, briefing(ONE))
    third = kept(tmp_path, briefing(ONE, OTHER, edition="2025-03-14"))
    kept(tmp_path, briefing(OTHER, edition="2025-03-13"))  # made later, as of a day between
    again = compared(briefing(ONE, OTHER, edition="2025-03-14"), earlier_editions(tmp_path, "2025-03-14"))
    assert record(again) == record(third)
    assert again.before == first.edition


def test_editions_of_one_day_follow_their_numbers(tmp_path: Path) -> None:
    for edition in ("2025-03-12", "2025-03-12.2", "2025-03-12.10"):
        kept(tmp_path, briefing(ONE, edition=edition))
    (tmp_path / "notes").mkdir()
    assert [one.edition for one in earlier_editions(tmp_path, "2025-03-12.11")] == [
        "2025-03-12",
        "2025-03-12.2",
        "2025-03-12.10",
    ]


def test_other_knowledge_than_before_is_said(tmp_path: Path) -> None:
    kept(tmp_path, briefing(ONE))
    made = replace(briefing(ONE, edition="2025-03-13"), making=Making({}, {"knowledge": "k2", "extractor": "e"}, {}))
    assert kept(tmp_path, made).is_read_anew


def test_a_spoilt_record_is_named(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("{}")
    with pytest.raises(BadReport, match=r"facts\.json: not the facts of an edition"):
        read_record(tmp_path)


def test_a_grade_that_a_person_gives_is_a_change(tmp_path: Path) -> None:
    kept(tmp_path, briefing(OTHER))
    made = briefing(OTHER, edition="2025-03-13")
    given = replace(made, facts=tuple(replace(f, grade=Grade("C", 3, ("seen",), "A. Analyst")) for f in made.facts))
    found = changes(earlier_editions(tmp_path, "2025-03-13"), given)
    assert [c.differences for c in found] == [(("grade", "F6", "C3"),)]


def test_what_is_new_goes_before_what_an_earlier_edition_had(tmp_path: Path) -> None:
    kept(tmp_path, briefing(fact(told("a1", "a", event="execution"))))
    known = claims_of(earlier_editions(tmp_path, "2025-03-13")[-1])
    facts = (fact(told("a1", "a", event="execution")), fact(told("b1", "b", event="dismissal")))
    extractions = [
        Extraction(article("Ri Yong Gil was executed.", id=c.article, sha256=c.article), (c,))
        for f in facts
        for c in f.claims
    ]
    made = build_briefing(
        Request(name="mine", as_of=date(2025, 3, 13)),
        extractions,
        Findings(facts),
        read_knowledge(),
        edition="2025-03-13",
        making=MAKING,
        known=known,
    )
    assert [f.event for f in made.takeaways] == ["dismissal", "execution"]
