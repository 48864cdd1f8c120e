from dataclasses import replace

import pytest

from attributed.facts import findings_of
from attributed.knowledge import read_knowledge
from attributed.model import (
    Conflict,
    Disagreement,
    Extraction,
    Findings,
    Hedge,
    Link,
    Passage,
    Polarity,
    Role,
    SourceKind,
)
from tests.stories import source, story, told

EXECUTED = "Army chief Hyon Yong Chol was executed this month on charges of corruption and factionalism"
OFFICIAL, ENVOY = source("official"), source("envoy")
PUNISHED = "The ministry punished officials of the trade office for taking bribes from smugglers on the river"


def find(*stories: Extraction) -> Findings:
    return findings_of(stories, read_knowledge())


def only_conflict(*stories: Extraction) -> Conflict:
    (conflict,) = find(*stories).conflicts
    return conflict


def test_a_report_and_its_denial_are_a_conflict_that_names_both_claims() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016-02"))
    b = story("b", told(EXECUTED, ENVOY, event="execution", time="2016-02", polarity=Polarity.DENIED))
    conflict = only_conflict(a, b)
    assert conflict.about is Disagreement.POLARITY
    assert set(conflict.claims) == {a.claims[0].id, b.claims[0].id}
    assert set(conflict.values) == {"affirmed", "denied"}


def test_a_yes_and_a_no_of_which_one_is_only_possible_are_no_conflict() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016-02", hedge=Hedge.POSSIBLE))
    b = story("b", told(EXECUTED, ENVOY, event="execution", time="2016-02", polarity=Polarity.DENIED))
    assert find(a, b).conflicts == ()


def test_counts_are_a_conflict_only_where_their_bounds_exclude_each_other() -> None:
    over_40 = story("a", told(PUNISHED, OFFICIAL, event="punishment", count=(41, None)))
    twenty = story("b", told(PUNISHED, ENVOY, event="punishment", count=(20, 20)))
    fifty = story("c", told(PUNISHED, ENVOY, event="punishment", count=(50, 50)))
    conflict = only_conflict(over_40, twenty)
    assert (conflict.about, conflict.values) == (Disagreement.COUNT, ("41 or more", "20"))
    assert find(over_40, fifty).conflicts == ()


def test_two_days_of_one_person_s_execution_are_a_conflict() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016-02-03"))
    b = story("b", told(EXECUTED, ENVOY, event="execution", time="2016-02-09"))
    conflict = only_conflict(a, b)
    assert (conflict.about, conflict.values) == (Disagreement.DATE, ("2016-02-03", "2016-02-09"))


def test_a_month_that_holds_the_day_is_no_conflict() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016-02-03"))
    b = story("b", told(EXECUTED, ENVOY, event="execution", time="2016-02"))
    assert find(a, b).conflicts == ()


def test_two_provinces_are_a_conflict_and_a_county_in_its_province_is_none() -> None:
    words = PUNISHED + " in {}"
    usi = story("a", told(words.format("Usi County"), OFFICIAL, event="punishment", time="2025-01-27"))
    chagang = story("b", told(words.format("Chagang Province"), ENVOY, event="punishment", time="2025-01-27"))
    nampo = story("c", told(words.format("Nampo City"), ENVOY, event="punishment", time="2025-01-27"))
    assert find(usi, chagang).conflicts == ()
    assert only_conflict(usi, nampo).about is Disagreement.PLACE


def test_an_order_that_names_other_numbers_is_a_conflict_of_wording() -> None:
    words = "All units must hand in the names of suspects within {} days of this directive being read aloud"
    a, b = (
        story(name, told(words.format(n), source("kcna", SourceKind.STATE_MEDIA), hedge=Hedge.ORDERED))
        for name, n in (("a", 10), ("b", 30))
    )
    assert only_conflict(a, b).about is Disagreement.WORDING


def test_two_translations_are_no_conflict_of_wording() -> None:
    words = "All units must hand in the names of suspects within {} days of this directive being read aloud"
    translator = Link(Role.TRANSLATOR, "Jo", "translator", "name:jo")
    a, b = (
        story(name, told(words.format(n), source("kcna", SourceKind.STATE_MEDIA), translator, hedge=Hedge.ORDERED))
        for name, n in (("a", "ten"), ("b", "30"))
    )
    assert find(a, b).conflicts == ()


def test_somebody_executed_and_later_seen_is_a_conflict_of_status() -> None:
    gone = story("a", told(EXECUTED, OFFICIAL, event="execution"), day="2015-05-13")
    words = "General Hyon Yong Chol made a public appearance at a concert on the east coast"
    later = story("b", told(words, ENVOY, event="reappearance"), day="2016-01-02")
    earlier = story("c", told(words, ENVOY, event="reappearance"), day="2015-01-02")
    conflict = only_conflict(gone, later)
    assert (conflict.about, conflict.values) == (Disagreement.STATUS, ("executed", "seen"))
    assert find(gone, earlier).conflicts == ()


def test_a_retelling_that_changes_the_count_has_drifted() -> None:
    first = story("a", told(PUNISHED, OFFICIAL, event="punishment", count=(20, 20)), outlet="yonhap")
    cited = source("yonhap", SourceKind.OTHER_OUTLET)
    retelling = story("b", told(PUNISHED, cited, event="punishment", count=(40, 40)), outlet="paper")
    findings = find(first, retelling)
    (drift,) = findings.drifts
    assert (drift.about, drift.values) == (Disagreement.COUNT, ("20", "40"))
    assert drift.original == first.claims[0].id
    assert findings.conflicts == ()


@pytest.mark.parametrize(
    "denial",
    [
        "General Hyon Yong Chol did not die in vain",  # of the manner
        "Nobody in the capital could say when the late General Hyon Yong Chol might have died",  # of something else
    ],
)
def test_a_denial_of_something_else_than_the_event_is_no_conflict(denial: str) -> None:
    a = story("a", told("General Hyon Yong Chol died in custody", OFFICIAL, event="death"))
    b = story("b", told(denial, ENVOY, event="death", polarity=Polarity.NEGATED))
    plain = told("General Hyon Yong Chol did not die in custody", ENVOY, event="death", polarity=Polarity.NEGATED)
    assert find(a, b).conflicts == ()
    assert only_conflict(a, story("c", plain)).about is Disagreement.POLARITY


def test_who_was_last_seen_on_a_day_has_not_been_seen_since() -> None:
    a = story("a", told("General Hyon Yong Chol was last seen at a concert", OFFICIAL, event="reappearance"))
    not_seen = "General Hyon Yong Chol has not been seen since a concert"
    b = story("b", told(not_seen, ENVOY, event="reappearance", polarity=Polarity.NEGATED))
    assert find(a, b).conflicts == ()


def test_two_days_since_which_somebody_was_not_seen_are_no_conflict() -> None:
    words = "General Hyon Yong Chol has not been seen in public since the {} of the month"
    a, b = (
        story(name, told(words.format(day), who, event="reappearance", time=time, polarity=Polarity.NEGATED))
        for name, who, day, time in (("a", OFFICIAL, "3rd", "2014-09-03"), ("b", ENVOY, "25th", "2014-09-25"))
    )
    assert find(a, b).conflicts == ()


def test_two_tolls_of_one_place_are_a_conflict_though_nobody_is_named() -> None:
    here = "Floods and mudslides killed at least 290 people in villages in Peru on Tuesday night"
    there = "Floods and mudslides killed 138 people in villages in Peru, the mayor of one said"
    a = story("a", told(here, OFFICIAL, event="death", count=(290, None)))
    conflict = only_conflict(a, story("b", told(there, ENVOY, event="death", count=(138, 138))))
    assert (conflict.about, set(conflict.values)) == (Disagreement.COUNT, {"290 or more", "138"})
    elsewhere = told(there.replace("Peru", "Kenya"), ENVOY, event="death", count=(138, 138))
    assert find(a, story("c", elsewhere)).conflicts == ()


def test_some_of_all_who_died_at_a_place_are_no_conflict_with_all() -> None:
    all_of_them = told("The bombs killed 290 people in Sri Lanka", OFFICIAL, event="death", count=(290, 290))
    some = told("The bombs killed 11 foreigners in Sri Lanka", ENVOY, event="death", count=(11, 11))
    assert find(story("a", all_of_them), story("b", some)).conflicts == ()


def test_two_tolls_in_quite_other_words_are_a_conflict() -> None:
    one = "2,975 people died in Peru as a result of Hurricane Maria, which struck its coast that year"
    other = "at least 4,600 people died in Peru in the aftermath of the hurricane from delayed care"
    a = story("a", told(one, OFFICIAL, event="death", count=(2975, 2975)))
    b = story("b", told(other, ENVOY, event="death", count=(4600, None)))
    assert only_conflict(a, b).values == ("2,975", "4,600 or more")


def test_that_as_many_died_and_that_they_did_not_is_a_conflict() -> None:
    dead, alive = "3,000 people died in Peru in the two storms", "3,000 people did not die in Peru in the two storms"
    a = story("a", told(dead, OFFICIAL, event="death", count=(3000, 3000)))
    b = story("b", told(alive, ENVOY, event="death", count=(3000, 3000), polarity=Polarity.NEGATED))
    assert only_conflict(a, b).about is Disagreement.POLARITY


def test_what_a_town_has_happens_there_only_by_its_own_place() -> None:
    town = told("The bombs killed 30 people in Nashville on Tuesday", OFFICIAL, event="death", count=(30, 30))
    part = told("Bombs killed 10 people at Nashville' airport on Tuesday", ENVOY, event="death", count=(10, 10))
    assert find(story("a", town), story("b", part)).conflicts == ()


def test_a_town_and_the_region_that_may_hold_it_are_no_conflict_of_place() -> None:
    # the lists have both right under the United States
    born = "The singer was born to a family of fishermen in {} on April 22"
    a = story("a", told(born.format("Nashville"), OFFICIAL, time="1923-04-22"))
    b = story("b", told(born.format("Tennessee"), ENVOY, time="1923-04-22"))
    assert find(a, b).conflicts == ()


def test_a_date_far_from_the_event_dates_something_else() -> None:
    said = "A hearing for the man charged with the death of Hyon Yong Chol was held at the high court in town on {}"
    stories = []
    for name, day, source_ in (("a", "June 12", OFFICIAL), ("b", "June 18", ENVOY)):
        words = said.format(day)
        passage = Passage(words.index(day), len(words))
        extraction = story(name, told(words, source_, event="death", time=f"2013-06-{day[-2:]}"))
        (claim,) = extraction.claims
        dated = replace(claim, time=replace(claim.time, passage=passage))
        stories.append(replace(extraction, claims=(dated,)))
    assert find(*stories).conflicts == ()


def test_a_star_of_the_1950s_who_has_died_was_not_dead_then() -> None:
    person = "Hyon Yong Chol"
    a = story("a", told(f"{person}, the 1950s singer, has died", OFFICIAL, event="death", time="195X"))
    b = story("b", told(f"{person} reappeared in public", ENVOY, event="reappearance", time="2003-12"))
    assert find(a, b).conflicts == ()


def test_a_date_of_something_else_that_is_told_is_no_day_of_death() -> None:
    words = "Hyon Yong Chol was jailed in 2015 and died"
    a = story("a", told(words, OFFICIAL, event="death", time="2015", is_event_dated=False), day="2017-06-20")
    seen = "Hyon Yong Chol made a public appearance at a concert"
    b = story("b", told(seen, ENVOY, event="reappearance"), day="2016-01-02")
    assert find(a, b).conflicts == ()


def test_what_one_source_says_in_one_article_is_no_conflict() -> None:
    first = told(PUNISHED, OFFICIAL, event="punishment", count=(20, 20))
    second = told(PUNISHED + " again", OFFICIAL, event="punishment", count=(50, 50))
    assert find(story("a", first, second)).conflicts == ()


def test_who_denies_a_number_of_dead_counts_nobody() -> None:
    dead, alive = "4,600 people died in Peru in the two storms", "4,600 people did not die in Peru in the two storms"
    a = story("a", told(dead.replace("4,600", "3,000"), OFFICIAL, event="death", count=(3000, 3000)))
    b = told(dead, ENVOY, event="death", count=(4600, 4600))
    c = told(alive, ENVOY, event="death", count=(4600, 4600), polarity=Polarity.NEGATED)
    assert [conflict.about for conflict in find(a, story("b", b)).conflicts] == [Disagreement.COUNT]
    assert find(a, story("c", c)).conflicts == ()
