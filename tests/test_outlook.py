"""What may come, by when, and what is read as a sign."""

import pytest

from attributed.model import UNKNOWN, Outlook
from tests.claim_cases import MARKS, claims


@pytest.mark.parametrize(
    "line",
    [
        "The campaign could trigger turmoil.",
        "A purge may soon be launched.",
        "The minister is expected to be dismissed.",
        "The congress will open in May.",
        "The congress won't open in May.",
        "The campaign is likely to deepen discontent.",
        "The vote is now planned for Wednesday.",
        "The general is set to lose his post.",
        "<The ministry> |said| {the bloc would update its measures}.",
        "<The North> |vowed| {to launch a satellite}.",
        "<The North> |threatened| {strikes against the capital}.",
        "<The North> |said| {it planned to launch a satellite}.",
        "The North intends to launch a satellite.",
        "It is unlikely that the congress will open.",
        "{“I think the damage will be serious,”} <he> |said|.",
        "There are fears that a purge will follow.",
    ],
)
def test_what_is_to_come_is_a_forecast(line: str) -> None:
    assert claims(line)[0].outlook is Outlook.FORECAST


@pytest.mark.parametrize(
    "line",
    [
        "The general may be ill.",
        "The general may have been executed.",
        "The general is likely to have died.",
        "The general was dismissed.",
        "It is unlikely that the North has a boat.",
        "The flights were not intended to provoke anybody.",
        "<The North> |threatened| {the United States of America}.",
        "The dismissal was due to an illness.",
        "The deal would cut his power.",  # a condition is left unsaid
        "{It would be a grave mistake}, <he> |said|.",
        "Officials should obey the order.",
    ],
)
def test_what_is_so_or_was_so_is_no_forecast(line: str) -> None:
    assert claims(line)[0].outlook is None


@pytest.mark.parametrize(
    "line",
    [
        "The message was delivered in person, which shows that it matters.",
        "This purge shows that fear is still a tool.",
        "It reveals the limits of his strategy.",
        "This means the matter is important.",
        "The silence of the media is a sign that the general has been purged.",
        "The chairman came himself in an unusual move signaling the importance of the message.",
        "The promotion signals a new era.",
        "Commanders were alarmed by the absence of the officers.",
        "<His absence> |suggests| {that he is ill}.",
    ],
)
def test_what_is_said_to_mean_something_is_a_sign(line: str) -> None:
    assert Outlook.SIGN in {claim.outlook for claim in claims(line)}


@pytest.mark.parametrize(
    "line",
    [
        "The minister suggested a meeting.",
        "The report shows that trade fell.",  # a document says so
        "There was no sign of a purge.",
        "A lack of support meant that officials had to find materials.",  # a cause
        "Kim showed his true colors.",
        "The broadcaster had a playback showing the rocket.",
    ],
)
def test_what_people_and_documents_say_is_no_sign(line: str) -> None:
    assert all(claim.outlook is not Outlook.SIGN for claim in claims(line))


@pytest.mark.parametrize(
    ("line", "edtf", "words"),
    [
        ("The minister is expected to be dismissed by the end of the year.", "../2016", "by the end of the year"),
        ("A purge will follow next month.", "2016-12", "next month"),
        ("<He> |said| {he would resign on Monday}.", "2016-11-21", "Monday"),  # not the Monday before
        ("A purge may soon be launched.", None, "soon"),
        ("It is likely to trigger turmoil in the long run.", None, "in the long run"),
        ("A purge will follow.", None, None),
    ],
)
def test_a_horizon_is_what_the_text_gives(line: str, edtf: str | None, words: str | None) -> None:
    horizon = claims(line, published="2016-11-20")[0].horizon
    assert horizon.value == edtf
    assert (horizon.passage and horizon.passage.of(MARKS.sub("", line))) == words


def test_what_is_no_forecast_has_no_horizon() -> None:
    assert claims("The general was dismissed on Monday.", published="2016-11-20")[0].horizon == UNKNOWN
