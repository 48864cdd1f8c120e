"""Time expressions: what is found, what it is worth, what is left alone."""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from edtf import parse_edtf

from attributed.claims.times import TimeExpression, find_times, read_time_words
from attributed.errors import BadKnowledge

WORDS = read_time_words()
SHARED = Path(__file__).resolve().parents[2] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the corpora are not beside the checkout")


def times(text: str, published: str | None = None) -> list[tuple[str, str]]:
    """The expressions of a text that have a value, as (words, EDTF)."""
    return [
        (found.passage.of(text), found.edtf)
        for found in find_times(text, published=published, words=WORDS)
        if found.edtf
    ]


def left_open(text: str, published: str | None = None) -> list[str]:
    """The words of expressions without a value."""
    return [found.passage.of(text) for found in find_times(text, published=published, words=WORDS) if not found.edtf]


def value(text: str, published: str | None = None) -> str | None:
    found = times(text, published)
    return found[0][1] if found else None


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("He was dismissed on December 9, 2016, the agency said.", "December 9, 2016", "2016-12-09"),
        ("He was dismissed on 9 December 2016.", "9 December 2016", "2016-12-09"),
        ("The plenum met on Sunday, Nov. 5, 2017 in the capital.", "Sunday, Nov. 5, 2017", "2017-11-05"),
        ("The post is dated 2019-01-28.", "2019-01-28", "2019-01-28"),
        ("He rose to power in late 2011.", "late 2011", "2011"),
        ("The purge began in December 2013.", "December 2013", "2013-12"),
        ("In the spring of 2014 he vanished.", "the spring of 2014", "2014-21"),
        ("The famine of the 1990s shaped him.", "the 1990s", "199X"),
        ("A relic of the 20th century, he said.", "the 20th century", "19XX"),
        ("The order of Juche 105 was read out.", "Juche 105", "2016"),
        ("He served from 2012 to 2014 in the bureau.", "from 2012 to 2014", "2012/2014"),
        ("He served between May and July 2015.", "between May and July 2015", "2015-05/2015-07"),
        ("The years 2014–2018 were lean.", "2014–2018", "2014/2018"),
        ("The drill ran March 5-7, 2016.", "March 5-7, 2016", "2016-03-05/2016-03-07"),
        ("Output fell in the second half of 2017.", "the second half of 2017", "2017-07/2017-12"),
        ("He has been unseen since June 2017.", "since June 2017", "2017-06/.."),
        ("It must be finished by the end of 2017.", "by the end of 2017", "../2017"),
        ("He left around March 2012, she said.", "around March 2012", "2012-03~"),
        ("It must be over by October 31st, 2019.", "by October 31st, 2019", "../2019-10-31"),
        ("He fled two days after May 13, 2016.", "two days after May 13, 2016", "2016-05-15"),
    ],
)
def test_a_full_date_needs_no_article(text: str, words: str, edtf: str) -> None:
    assert times(text) == [(words, edtf)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The order was sent out on Dec. 9.", "XXXX-12-09"),
        ("The visit was at the end of November, he said.", "XXXX-11"),
        ("They met on the 8th, the source said.", "XXXX-XX-08"),
        ("She was questioned in May.", "XXXX-05"),
        ("From May to July the border was shut.", "XXXX-05/XXXX-07"),
    ],
)
def test_without_the_articles_date_unknown_parts_stay_unknown(text: str, edtf: str) -> None:
    assert value(text) == edtf


@pytest.mark.parametrize(
    "text", ["He fled last week.", "He fled on Tuesday.", "He fled two days ago.", "He fled last year."]
)
def test_without_the_articles_date_what_only_counts_from_it_has_no_value(text: str) -> None:
    assert times(text) == []


# 25 February 2025 is a Tuesday.
@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("at a meeting on January 27th. Then", "2025-01-27"),
        ("unveiled in January last year, focuses", "2024-01"),
        ("He was seen in December.", "2024-12"),
        ("He was seen in February.", "2025-02"),
        ("He was seen on Monday.", "2025-02-24"),
        ("He was seen Tuesday night.", "2025-02-25"),
        ("He was seen on Wednesday.", "2025-02-19"),
        ("He was seen on Friday last week.", "2025-02-21"),
        ("He was seen last month.", "2025-01"),
        ("He was seen this week.", "2025-02-24/2025-03-02"),
        ("He was seen over the weekend.", "2025-02-22/2025-02-23"),
        ("He was seen earlier this year.", "2025-01-01/2025-02-25"),
        ("He was seen three days ago.", "2025-02-22"),
        ("He was seen a year ago.", "2024~"),
        ("He was seen yesterday.", "2025-02-24"),
        ("He was seen on the 8th, she said.", "2025-02-08"),
        ("In the past five years he rose.", "2020/2025"),
        ("He was seen last autumn.", "2024-23"),
    ],
)
def test_what_has_been_is_counted_from_the_articles_date(text: str, edtf: str) -> None:
    assert value(text, "2025-02-25") == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He will be tried on Friday.", "2025-02-28"),
        ("The congress is set to open in June.", "2025-06"),
        ("Kim’s trip is scheduled for March 12.", "2025-03-12"),
    ],
)
def test_words_that_look_ahead_turn_a_date_to_the_future(text: str, edtf: str) -> None:
    assert value(text, "2025-02-25") == edtf


@pytest.mark.parametrize(
    ("text", "published", "edtf"),
    [
        ("He was seen last Friday.", "2025-03-01", "[2025-02-21,2025-02-28]"),  # said on a Saturday
        ("They would meet on Friday.", "2025-02-25", "[2025-02-21,2025-02-28]"),
        ("He was seen last September.", "2025-11-02", "[2024-09,2025-09]"),
        ("the March 12 summit", "2025-02-25", "[2024-03-12,2025-03-12]"),
        ("It is dated 3/4/2019.", None, "[2019-03-04,2019-04-03]"),
        ("He was seen last summer.", "2024-11-02", "[2023-06..2023-08,2024-06..2024-08]"),
    ],
)
def test_ambiguity_is_kept_open_and_never_picked(text: str, published: str | None, edtf: str) -> None:
    assert value(text, published) == edtf


def test_later_and_earlier_count_from_the_date_named_just_before() -> None:
    text = "He was arrested on July 3, 2017. Two days later he was freed; the next day he fled."
    assert times(text) == [
        ("July 3, 2017", "2017-07-03"),
        ("Two days later", "2017-07-05"),
        ("the next day", "2017-07-06"),
    ]


def test_before_and_after_count_only_where_their_clause_ends() -> None:
    text = "He was arrested on July 3, 2017. The day before, he had fled a week after the vote."
    assert times(text)[1:] == [("The day before", "2017-07-02")]


def test_later_has_no_value_where_no_date_stands_before_it_in_the_paragraph() -> None:
    assert times("He was arrested on July 3, 2017.\nTwo days later he was freed.")[1:] == []
    assert times("Two days later he was freed.", "2017-07-10") == []


@pytest.mark.parametrize(
    "text",
    [
        "He may march to Pyongyang in a second; 20 people may follow.",
        "May I ask why the March was stopped?",
        "Theresa May said so.",
        "The 8th Central Committee met; the 30th Plenary Session closed.",
        "The 2000 soldiers and 1,990 officers of unit 2010-strong ate 2013 rations.",
        "Recently, in recent years, over the past years, decades ago and for months he was unseen.",
        "Since the outbreak of the pandemic it has been so.",
        "Every Monday they sing; the Sunday Times wrote about Black Friday.",
        "It cost $2013 or 2012% more; call 138-2010-2015.",
        "To this day nobody knows.",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert times(text, "2017-03-10") == []


def test_a_range_word_does_not_bind_a_date_that_names_an_event() -> None:
    assert times("before the May 9, 2016 congress opened")[0][1] == "2016-05-09"
    assert times("He left before May 2016.")[0][1] == "../2016-04"


def test_a_weekday_that_does_not_fit_leaves_the_year_open() -> None:
    assert value("in this photo of Tuesday, November 4", "2013-04-14") == "XXXX-11-04"


def test_the_basis_names_the_words_and_the_rule() -> None:
    [found] = find_times("unveiled in January last year,", published="2025-02-25", words=WORDS)
    assert found.basis == "“January last year”: counted from the article's date 2025-02-25"


def test_a_month_of_publication_serves_as_far_as_it_goes() -> None:
    assert times("on Dec. 9; last year; on Tuesday", "2016-11") == [("Dec. 9", "2015-12-09"), ("last year", "2015")]


def test_a_language_without_time_words_is_refused_with_the_file_named() -> None:
    with pytest.raises(BadKnowledge, match=r"klingon/times\.toml"):
        read_time_words("klingon")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He was purged in the 1990s.", "199X"),
        ("He rose in the late 1980s.", "198X"),
        ("He rose in the ’90s.", "199X"),
        ("He left in the winter of 2013.", "2013-24"),
        ("He left in the summer.", "2024-22"),
        ("He was born on April 15, Juche 1.", "1912-04-15"),
        ("The order is of Juche 101.", "2012"),
        ("The order is of April 15, Juche 101 (2012).", "2012-04-15"),
        ("He was seen at the end of November.", "2024-11"),
        ("He will be tried early next week.", "2025-03-03/2025-03-09"),
        ("He was seen on the 8th of December.", "2024-12-08"),
        ("He was seen on the 8th of December 2016.", "2016-12-08"),
        ("He was seen on the 8th, they said.", "2025-02-08"),
    ],
)
def test_decades_seasons_eras_and_parts_of_months_have_a_value(text: str, edtf: str) -> None:
    assert [found for _, found in times(text, "2025-02-25")][:1] == [edtf]


def test_a_season_that_is_something_else_is_left_alone() -> None:
    assert times("In spring water, in the fall of Rome and in the fall to ruin he saw it.", "2025-02-25") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He was seen on Monday.", "Monday"),
        ("He fled last week.", "last week"),
        ("He fled two days ago.", "two days ago"),
        ("He recently fled.", "recently"),
        ("In recent months many fled.", "In recent months"),
    ],
)
def test_words_that_tell_no_date_are_kept(text: str, words: str) -> None:
    assert left_open(text) == [words]


def test_vague_words_stay_open_in_a_dated_article_too() -> None:
    assert left_open("He recently fled on Monday.", "2025-02-25") == ["recently"]
    assert left_open("To this day nobody knows.", "2025-02-25") == []


@pytest.mark.parametrize("published", ["0001-01-01", "0003-05-01", "9999-12-31", "9999"])
def test_a_date_in_no_year_of_news_counts_nothing(published: str) -> None:
    text = "In December, on Dec. 9, on Monday, last week, over the weekend, ten years ago and 3 decades ago."
    assert times(text, published) == times(text)


def test_counting_never_leaves_the_calendar() -> None:
    assert times("It was made 999 decades ago.", "2025-02-25") == []


@pytest.mark.shared
@needs_shared
def test_every_value_in_the_news_is_edtf_and_every_passage_lies_in_the_text() -> None:
    seen: set[str] = set()
    for row in list(rows("corpora/news/articles.jsonl"))[:150]:
        for found in find_times(row["text"], published=row["date"], words=WORDS):
            assert found.passage.of(row["text"]) in found.basis
            seen |= {found.edtf} if found.edtf else set()
    assert len(seen) > 200
    for edtf in sorted(seen)[::4]:  # the parser is slow
        parse_edtf(edtf)


@pytest.mark.shared
@needs_shared
def test_expressions_of_the_kinds_that_news_uses_are_right_in_85_of_100() -> None:
    right = wrong = 0
    misses = []
    for case, expected, found in dated_cases():
        hit = bool(found) and any(
            same(reading, one, found[0].edtf or "") for reading in readings(found[0]) for one in expected
        )
        right, wrong = right + hit, wrong + (not hit)
        misses += [] if hit else [(case, [one.edtf for one in found])]
    assert right / (right + wrong) >= 0.85, misses


def rows(name: str) -> Iterator[dict]:  # type: ignore[type-arg]
    with (SHARED / name).open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


# Kinds of expression that the made-up cases have and news has not, or that have no one value.
NOT_NEWS = [
    re.compile(pattern)
    for patterns in tomllib.loads((Path(__file__).parent / "dates_not_news.toml").read_text(encoding="utf-8")).values()
    for pattern in patterns
]


def dated_cases() -> Iterator[tuple[str, list[tuple[date | None, date | None]], list[TimeExpression]]]:
    """Each dated expression of a kind that news uses: the words, the days it may mean, what we find there."""
    for row in rows("corpora/dates/recognizers_text_cases.jsonl"):
        text = as_printed(row["text"])
        found = [one for one in find_times(text, published=(row["anchor_date"] or "")[:10], words=WORDS) if one.edtf]
        for timex in row["timexes"]:
            words = text[timex["start"] : timex["end"]] if timex["start"] is not None else ""
            expected = spans(timex) if timex["type"] in {"date", "daterange"} else []
            if not expected or any(pattern.search(words) for pattern in NOT_NEWS):
                continue
            here = [one for one in found if one.passage.start < timex["end"] and timex["start"] < one.passage.end]
            yield f"{text[: timex['end'] + 10]} @ {row['anchor_date']}: {words}", expected, here


def as_printed(text: str) -> str:
    """News prints months and weekdays with capitals; the cases often do not."""
    meanings = WORDS.slots.meanings
    names = "|".join(name for name in (*meanings["month"], *meanings["weekday"], "(?<=in )may") if name != "may")
    return re.sub(rf"\b({names})\b", lambda found: found.group().capitalize(), text)


def spans(timex: dict) -> list[tuple[date | None, date | None]]:  # type: ignore[type-arg]
    """First day and the day after the last, for each reading that the case gives."""
    values = [value for value in timex["values"] if value.get("value") != "not resolved"]
    days = [
        (value.get("value"), None) if "value" in value else (value.get("start"), value.get("end")) for value in values
    ]
    ends = [tuple(date.fromisoformat(day[:10]) if day else None for day in pair) for pair in days]
    return [(a, a + timedelta(1) if "value" in value and a else b) for (a, b), value in zip(ends, values, strict=True)]


def readings(found: TimeExpression) -> list[tuple[date | None, date | None]]:
    """The same for our value: one pair, or one for each member of a set."""
    edtf = found.edtf or ""
    members = edtf[1:-1].split(",") if edtf.startswith("[") else [edtf]
    return [bounds(member.replace("~", "").replace("..", "/") if "/" not in member else member) for member in members]


def bounds(edtf: str) -> tuple[date | None, date | None]:
    if "/" in edtf:
        first, last = edtf.replace("~", "").split("/")
        return (None if first == ".." else bounds(first)[0], None if last == ".." else bounds(last)[1])
    if edtf.startswith("XXXX"):
        return (None, None)
    parsed = parse_edtf(edtf)
    first, last = parsed.lower_strict(), parsed.upper_strict()
    return (date(*first[:3]), date(*last[:3]) + timedelta(1))


def same(ours: tuple[date | None, date | None], theirs: tuple[date | None, date | None], edtf: str) -> bool:
    """Equal, but for two habits: the cases end "2012 to 2014" with the first day of 2014, where EDTF takes the year in,
    and "two months ago" is a day to them and about a month to us.
    """
    (start, end), (first, last) = ours, theirs
    if start is None or end is None or first is None or last is None or ours == theirs:
        return ours == theirs
    takes_in = start == first and timedelta(0) < end - last <= timedelta(366) and ("/" in edtf or ".." in edtf)
    return takes_in or (re.fullmatch(r"\d{4}-\d\d~", edtf) is not None and start <= first and last <= end)
