"""Grades on two axes, by the subject's rules: never by the number of articles, and a person may say otherwise."""

from dataclasses import replace

import pytest

from attributed.errors import BadRequest
from attributed.grading import GradeGiven, graded
from attributed.knowledge import read_knowledge
from attributed.model import (
    UNKNOWN,
    Conflict,
    Disagreement,
    Extraction,
    Fact,
    Findings,
    Grade,
    Ground,
    Hedge,
    Link,
    Role,
    Root,
    SourceKind,
    Step,
)
from tests.made import article, claim, speaker

KCNA = Link(Role.ORIGIN, "KCNA", SourceKind.STATE_MEDIA, "kcna")
MINISTRY = Link(Role.ORIGIN, "the unification ministry", SourceKind.OFFICIAL_BODY, "ministry")


def fact(*chains: Link, roots: tuple[int, int], articles: int = 1, **other: object) -> Fact:
    claims = tuple(
        claim(f"c{number}-{copy}", link, kind=SourceKind(link.kind), article=f"sha-{copy}")
        for number, link in enumerate(chains)
        for copy in range(articles)
    )
    told = tuple(Root(link.root, link.name, link.kind, ()) for link in chains)
    return Fact("f1", claims, "purge", UNKNOWN, told, roots, **other)  # type: ignore[arg-type]


def grade(one: Fact, *conflicts: Conflict, given: dict[str, GradeGiven] | None = None) -> Grade:
    extraction = Extraction(article("x"), one.claims)
    return graded(Findings((one,), conflicts), [extraction], read_knowledge(), given or {}).facts[0].grade


def test_one_source_who_is_not_named_is_f6_with_both_reasons() -> None:
    found = grade(fact(speaker("a source"), roots=(1, 1)))
    assert (found.source, found.information) == ("F", 6)
    assert found.why == ("not named, through an outlet not named: F", "one root at most: nothing to compare it with")


def test_two_independent_named_roots_are_confirmed() -> None:
    assert grade(fact(KCNA, MINISTRY, roots=(2, 2))).information == 1


def test_a_hundred_articles_with_one_root_are_never_confirmed() -> None:
    assert grade(fact(KCNA, roots=(1, 1), articles=100)).information == 6


def test_two_bodies_of_one_kind_do_not_confirm_each_other() -> None:
    assert grade(fact(MINISTRY, replace(MINISTRY, name="the government", root="state"), roots=(2, 2))).information == 2


def test_a_sighting_is_not_doubtful_for_what_it_overturns() -> None:
    clash = Conflict(Disagreement.STATUS, ("f9", "f1"), ("c9", "c0-0"), ("executed", "seen later"))
    assert grade(fact(KCNA, roots=(1, 1)), clash).information == 6


def test_roots_that_may_be_one_do_not_confirm() -> None:
    assert grade(fact(KCNA, MINISTRY, roots=(1, 2))).information == 3


def test_what_is_told_in_other_words_makes_no_grade_better() -> None:
    beside = Step(Ground.OTHER_WORDS, (MINISTRY.root,), ("c1-0",), is_certain=False)
    found = grade(fact(KCNA, MINISTRY, roots=(1, 2), steps=(beside,)))
    assert found.information == 6
    assert "one root at most" in found.why[1]
    assert found.why[1].endswith(", not counting what is told in other words")


def test_two_sources_who_are_not_named_do_not_confirm() -> None:
    assert grade(fact(speaker("a source"), speaker("an official"), roots=(2, 2))).information == 2


def test_a_conflict_makes_a_fact_doubtful() -> None:
    clash = Conflict(Disagreement.POLARITY, ("f1", "f2"), ("c0-0", "c9"), ("affirmed", "denied"))
    assert grade(fact(KCNA, roots=(1, 1)), clash).information == 4
    assert grade(fact(KCNA, MINISTRY, roots=(2, 2)), clash).information == 3


def test_what_a_later_sighting_speaks_against_is_improbable() -> None:
    assert grade(fact(KCNA, MINISTRY, roots=(2, 2), overturned_by="f9")).information == 5


def test_what_is_only_possible_is_not_judged_however_many_say_it() -> None:
    one = fact(KCNA, MINISTRY, roots=(2, 2))
    one = replace(one, claims=tuple(replace(c, hedge=Hedge.POSSIBLE) for c in one.claims))
    assert grade(one).information == 6


def test_the_letter_is_the_outlets_and_not_better_for_a_source_who_is_not_named() -> None:
    knowledge = read_knowledge()
    judged = replace(knowledge, outlets={**knowledge.outlets, "kcna": replace(knowledge.outlets["kcna"], letter="A")})
    named = fact(KCNA, roots=(1, 1))
    whispered = fact(replace(KCNA, name="a source", kind=SourceKind.ANONYMOUS_SOURCE), roots=(1, 1))
    relay = replace(KCNA, role=Role.RELAY)
    whispered = replace(whispered, claims=tuple(replace(c, chain=(*c.chain, relay)) for c in whispered.claims))
    both = fact(MINISTRY, KCNA, roots=(2, 2))
    unlike = replace(both, steps=(Step(Ground.OTHER_WORDS, ("kcna",), ("c1-0",), is_certain=False),))
    letters = [
        graded(Findings((one,)), [Extraction(article("x"), one.claims)], judged, {}).facts[0].grade.source
        for one in (named, whispered, both, unlike)
    ]
    assert letters == ["A", "C", "A", "F"]


@pytest.mark.parametrize("name", ["f1", "c0-0"])
def test_a_person_s_grade_stands_with_note_and_name(name: str) -> None:
    given = GradeGiven(source="C", information=3, note="fits what we saw", by="A. Analyst")
    found = grade(fact(KCNA, roots=(1, 1)), given={name: given})
    assert found == Grade("C", 3, ("fits what we saw",), given_by="A. Analyst")


def test_a_grade_for_an_id_that_nothing_has_is_an_error_that_names_it() -> None:
    given = GradeGiven(source="C", information=3, note="typo", by="A. Analyst")
    with pytest.raises(BadRequest, match=r"grades: cX: no fact and no claim"):
        grade(fact(KCNA, roots=(1, 1)), given={"cX": given})


def test_claims_of_one_fact_with_different_grades_are_an_error_that_names_the_fact() -> None:
    given = {
        f"c0-{copy}": GradeGiven(source="C", information=3 + copy, note="seen", by="A. Analyst") for copy in range(2)
    }
    with pytest.raises(BadRequest, match="claims of one fact; give f1 one grade"):
        grade(fact(KCNA, roots=(1, 1), articles=2), given=given)
