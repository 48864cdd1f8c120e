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
