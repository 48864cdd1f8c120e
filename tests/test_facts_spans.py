import pytest

from attributed.facts.spans import are_compatible, span_of

CASES = [
    ("2016-02-03", "2016-02", True),
    ("2016-02-03", "2016-02-04", False),
    ("2016-02~", "2016-03-05", True),  # about February
    ("XXXX-12-09", "2024-12-09", True),
    ("XXXX-12-09", "2024-12-10", False),
    ("XXXX-12-09", "2024", True),
    ("XXXX-12-09", "XXXX-12", True),
    ("2020/..", "2025-01", True),
    ("../2019", "2025-01", False),
    (None, "2025-01", True),
    ("not a date", "2025-01", True),
]


@pytest.mark.parametrize(("one", "other", "compatible"), CASES)
def test_dates_agree_where_both_can_mean_one_day(one: str | None, other: str, *, compatible: bool) -> None:
    assert are_compatible(span_of(one), span_of(other)) is compatible
    assert are_compatible(span_of(other), span_of(one)) is compatible
