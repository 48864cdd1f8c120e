"""People of one name in claims: told apart by the article's date and by the claim's own time, or left undecided."""

import pytest

from tests.claim_cases import claims


@pytest.mark.parametrize(
    ("line", "published", "who"),
    [
        ("{Ri Yong Ho left the room}, <the agency> |said|.", "2012-01-05", "ri-yong-ho-army"),
        ("{Ri Yong Ho left the room}, <the agency> |said|.", "2017-09-20", "ri-yong-ho-foreign"),
        ("{Ri Yong Ho left the room}, <the agency> |said|.", None, None),
        ("{Ri Yong Ho left the room in March 2011}, <the agency> |said|.", None, "ri-yong-ho-army"),
    ],
)
def test_namesakes_are_told_apart_by_who_was_in_office_then(line: str, published: str | None, who: str | None) -> None:
    found = [mention for mention in claims(line, published=published)[0].people if mention.name == "Ri Yong Ho"]
    assert [mention.id for mention in found] == [who]
    assert bool(found[0].undecided) == (who is None)
