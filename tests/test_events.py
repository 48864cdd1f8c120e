"""Which event a claim reports, and what its words leave open."""

import pytest

from tests.claim_cases import claims


@pytest.mark.parametrize(
    ("line", "event", "instead"),
    [
        ("{Kim has purged or punished ten ministers}, <the agency> |said|.", "purge", ("punishment",)),
        ("{Kim has purged and punished ten ministers}, <the agency> |said|.", "purge", ()),
        ("{The minister was either dismissed or executed}, <the agency> |said|.", "execution", ("dismissal",)),
        ("{The minister was executed in May or June}, <the agency> |said|.", "execution", ()),
    ],
)
def test_events_joined_by_or_leave_open_which_it_was(line: str, event: str, instead: tuple[str, ...]) -> None:
    claim = claims(line)[0]
    assert (claim.event, claim.instead) == (event, instead)


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("The threat of a war on the peninsula is real.", None),
        ("The envoys made threats against the South on Monday.", "warning"),
        ("The army moved two divisions in order to reach the port.", None),
        ("Tough talk from the ministry went on for weeks.", None),
        ("The envoys held talks in Geneva on Monday.", "meeting"),
        ("Two traders were released from prison on Monday.", "release"),
        ("The film's release was put off until May.", None),
        ("The execution of the plan took the army a year.", None),
        ("The execution of the general took place in May.", "execution"),
        ("The ministry announced the launch of a missile.", "missile_launch"),
        ("The ministry announced the launch of a website.", None),
        ("The army carried out its third nuclear test on Monday.", None),
        ("The council blacklisted two banks on Monday.", "sanction"),
        ("A comedy about the assassination of a dictator was shown in Rome in May.", None),
        ("The port grew during the years in which the envoys visited the city.", None),
        ("The council spoke of the North's plan to launch a rocket.", "missile_launch"),
    ],
)
def test_an_event_is_what_the_words_report_and_not_what_they_mention(line: str, event: str | None) -> None:
    assert [claim.event for claim in claims(line)] == [event]


def test_only_what_changes_somebodys_standing_has_a_charge() -> None:
    missile, convict = claims("The army fired a missile over the strait.", "The trader was sentenced for smuggling.")
    assert missile.charge is None
    assert convict.charge is not None


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("Otto Warmbier was jailed in 2015 and died after being returned.", None),
        ("Jang Song Thaek was dismissed after being criticised in May 2014.", None),
        ("Jang Song Thaek was arrested and executed in December 2013.", "2013-12"),
        ("In December 2013 Jang Song Thaek was arrested and executed.", "2013-12"),
        ("In May 2014 soldiers marched before the execution of Jang Song Thaek.", None),
        ("Jang Song Thaek, the 1990s general, was executed.", None),
        ("Jang Song Thaek, a general until 2011, was executed.", None),
        ("Kim ordered the execution of Jang in December 2013.", "2013-12"),
        ("The execution took place in December 2013.", "2013-12"),
        ("Jang Song Thaek, executed in December 2013, was his uncle.", "2013-12"),
    ],
)
def test_a_date_is_the_event_s_only_where_it_stands_with_it(line: str, time: str | None) -> None:
    assert claims(line)[0].event_time.value == time
