"""What an article only names, or says to be wanted, is no event that happened."""

import pytest

from attributed.model import Outlook
from tests.claim_cases import claims


@pytest.mark.parametrize(
    "line",
    [
        "Jang Song Thaek escaped execution.",
        "The officer narrowly escaped being executed.",
        "The minister was nearly executed.",
        "The army refused to execute the officers.",
        "The party cancelled the execution of the officers.",
        "The execution of the officers was postponed.",
        "Instead of executing him, the party sent him home.",
        "The minister came close to being dismissed.",
        "The minister survived the purge.",
        "The officer was sent home without a trial.",
    ],
)
def test_what_was_escaped_or_prevented_is_no_event(line: str) -> None:
    assert [claim.event for claim in claims(line)] == [None]


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("Kim wants to purge his rivals.", "purge"),
        ("Kim planned the execution of the officers.", "execution"),
        ("Kim wanted to carry out a purge.", "purge"),
        ("The party considered dismissing the minister.", "dismissal"),
        ("The envoy called for the dismissal of the minister.", "dismissal"),
        ("The planned purge is aimed at the army.", "purge"),
        ("It was a plan to dismiss the minister.", "dismissal"),
        ("He told them of an assassination attempt.", "death"),
        ("The envoy worked quietly for the release of the students.", "release"),
        ("Two women were recruited to kill the minister.", "death"),
        ("They lobbied the government for the release of the students.", "release"),
        ("Asked whether he might dismiss the minister, Kim was silent.", "dismissal"),
        ("The party debated the dismissal of the minister.", "dismissal"),
        ("The envoy asked for the release of the students.", "release"),
        ("Kim was silent about whether the minister should be dismissed.", "dismissal"),
        ("It is not clear if the minister was executed.", "execution"),
        ("<The North> |said| {it had a plan to fire a missile}.", "missile_launch"),
    ],
)
def test_what_is_only_wanted_or_tried_is_told_as_no_more(line: str, event: str) -> None:
    claim = claims(line)[0]
    assert (claim.event, claim.outlook, claim.is_firm) == (event, Outlook.INTENT, False)


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("The purge was intended as a lesson.", "purge"),
        ("The envoy asked for their release, which came on Monday.", "release"),
        ("Kim demanded his dismissal, which was accepted.", "dismissal"),
        ("The execution was aimed at his rivals.", "execution"),
        ("Kim carried out a purge of the army.", "purge"),
        ("<An officer> |said| {he refused to speak of the purge}.", "purge"),
        ("Officials fear being purged.", "purge"),
        ("Kim sought a doctor for his gout.", "illness"),
        ("The minister was tried and executed.", "execution"),
    ],
)
def test_what_happened_stays_what_happened(line: str, event: str) -> None:
    claim = claims(line)[0]
    assert (claim.event, claim.outlook) == (event, None)
