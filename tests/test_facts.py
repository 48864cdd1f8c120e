from attributed.facts import independent_roots
from attributed.model import Extraction, Role, SourceKind
from tests.made import article, claim, facts_of, speaker


def test_a_claim_inside_a_claim_belongs_to_the_same_fact() -> None:
    agency = claim("outer", speaker("kcna"))
    leader = claim("inner", speaker("kim"), speaker("kcna", role=Role.RELAY), nested_in="outer")
    other = claim("other", speaker("expert"))
    facts = facts_of([Extraction(article("Kim said so, KCNA said."), (agency, leader, other))])
    assert [[c.id for c in fact.claims] for fact in facts] == [["outer", "inner"], ["other"]]


def test_words_told_through_one_agency_have_one_root() -> None:
    agency = claim("outer", speaker("kcna"))
    leader = claim("inner", speaker("kim"), speaker("kcna", role=Role.RELAY))
    assert independent_roots([agency, leader]) == (1, 1)


def test_two_sources_are_two_roots() -> None:
    assert independent_roots([claim("a", speaker("source in Jagang")), claim("b", speaker("official"))]) == (2, 2)


def test_two_descriptions_that_may_be_one_person_are_one_or_two_roots() -> None:
    one = claim("a", speaker("one confidential source"))
    other = claim("b", speaker("one source", undecided=("one confidential source",)))
    assert independent_roots([one, other]) == (1, 2)


def test_a_speaker_who_may_be_another_fact_s_speaker_still_counts_once_here() -> None:
    assert independent_roots([claim("b", speaker("one source", undecided=("one confidential source",)))]) == (1, 1)


def test_a_fact_keeps_its_id_whatever_else_is_found() -> None:
    text = article("They said so.")
    alone = facts_of([Extraction(text, (claim("x", speaker("s")),))])
    beside = facts_of([Extraction(text, (claim("w", speaker("s")), claim("x", speaker("s"))))])
    assert alone[0].id == beside[1].id


def test_hearsay_is_nobody_s_word_or_one_more_origin() -> None:
    hearsay = claim("a", speaker("they say"), kind=SourceKind.UNATTRIBUTED_HEARSAY)
    assert independent_roots([hearsay]) == (0, 1)
    assert independent_roots([hearsay, claim("b", speaker("official"))]) == (1, 2)
