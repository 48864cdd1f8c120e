"""Charts as SVG: the same bytes each run, real text, colours that the page may replace in the dark."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from attributed.show.dates import ANY_YEAR, MONTHS, Stretch
from attributed.show.fonts import SANS, font_files
from attributed.show.palette import PAGE, VOICES
from attributed.show.svg import svg_of
from attributed.show.tree import Voice
from attributed.show.wording import HEDGES, KINDS, voice_of

LONG_SPAN, SHORT_SPAN = 1100, 120  # days: years alone above, days too below
WIDTH = 5.2  # inches: on a phone the labels are still ten pixels high
MOST_LEVEL = 5  # column names that fit side by side
INK, SOFT, LINE = PAGE["ink"][0], PAGE["soft"][0], PAGE["line"][0]
STYLE: dict[Any, Any] = {
    "font.family": ["Source Sans Pro", "sans-serif"],
    "font.size": 11,
    "svg.fonttype": "path",  # letters as outlines: an image has no fonts of its own
    "text.parse_math": False,  # a dollar sign in an article is a dollar sign
    "axes.edgecolor": LINE,
    "text.color": INK,
    "xtick.color": SOFT,
    "ytick.color": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of a timeline: what, whose voice, when."""

    label: str
    voice: Voice
    stretch: Stretch


@contextmanager
def drawing(
    height: float, *, salt: str, panels: Sequence[float] = (1,)
) -> Iterator[tuple[Any, list[Any], io.StringIO]]:
    """A figure with panels one below the other; afterwards the buffer holds its SVG."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    _load_fonts()
    buffer = io.StringIO()
    with mpl.rc_context({**STYLE, "svg.hashsalt": salt}):
        figure = Figure(figsize=(WIDTH, height), layout="constrained")
        axes = figure.subplots(len(panels), 1, squeeze=False, height_ratios=list(panels))[:, 0]
        yield figure, list(axes), buffer
        figure.savefig(buffer, format="svg", transparent=True, metadata={"Date": None, "Creator": None})


@cache
def _load_fonts() -> None:
    from matplotlib import font_manager

    for name in SANS.values():
        font_manager.fontManager.addfont(font_files()[name])


def timeline_chart(marks: Sequence[Mark]) -> str:
    """A tick for a day, a bar for a longer time, an arrow at an open end; unknown years in a panel of their own."""
    known = [mark for mark in marks if mark.stretch.is_year_known]
    unknown = [mark for mark in marks if not mark.stretch.is_year_known]
    lanes = [lane for lane in (known, unknown) if lane]
    panels = [len(lane) + 0.6 for lane in lanes]
    with drawing(0.46 * sum(panels) + 0.5 * len(panels), salt="timeline", panels=panels) as (_, axes, buffer):
        for lane, axis in zip(lanes, axes, strict=True):
            _draw_lane(axis, lane, is_year_known=lane is known)
    return svg_of(buffer)


def _draw_lane(axis: Any, lane: Sequence[Mark], *, is_year_known: bool) -> None:
    first, last = limits(lane) if is_year_known else (date(ANY_YEAR, 1, 1), date(ANY_YEAR, 12, 31))
    axis.set_xlim(first, last)
    axis.set_ylim(len(lane) - 0.35, -0.75)
    axis.set_yticks([])
    axis.grid(axis="x", color=LINE, linewidth=0.6)
    axis.set_axisbelow(True)
    if is_year_known:
        _label_time(axis, (last - first).days)
    else:
        _label_months(axis)
    for row, mark in enumerate(lane):
        _draw_mark(axis, row, mark, first, last)


def _label_time(axis: Any, days: int) -> None:
    """Ticks at years, months or days, whatever the span of a lane calls for, in our own words for months."""
    from matplotlib.dates import AutoDateLocator, YearLocator, num2date

    is_long = days > LONG_SPAN
    locator = YearLocator(max(1, days // 2500)) if is_long else AutoDateLocator(minticks=2, maxticks=6)  # type: ignore[no-untyped-call]

    def words(place: float, _: int) -> str:
        day = num2date(place)  # type: ignore[no-untyped-call]
        month = MONTHS[day.month][:3]
        return (
            str(day.year)
            if is_long
            else f"{day.day} {month} {day.year}"
            if days < SHORT_SPAN
            else f"{month} {day.year}"
        )

    axis.xaxis.set_major_locator(locator)
    axis.xaxis.set_major_formatter(words)


def _label_months(axis: Any) -> None:
    days = [date(ANY_YEAR, month, 1) for month in range(1, 13, 2)]
    axis.set_xticks(days, [MONTHS[day.month][:3] for day in days])
    axis.set_title("Year unknown", loc="left", fontsize=11, color=SOFT)


def _draw_mark(axis: Any, row: int, mark: Mark, first: date, last: date) -> None:
    colour = VOICES[mark.voice].light
    start, end = max(mark.stretch.first, first), min(mark.stretch.last, last)
    if mark.stretch.is_day:
        axis.plot([start, start], [row - 0.02, row + 0.34], color=colour, linewidth=3, solid_capstyle="butt")
    else:
        end = last if mark.stretch.stays_open else end + timedelta(days=1)
        start = first if mark.stretch.opens and start == end else start
        axis.plot([start, end], [row + 0.16, row + 0.16], color=colour, linewidth=6, solid_capstyle="butt")
    if mark.stretch.stays_open:
        axis.plot([last], [row + 0.16], marker=5, markersize=11, color=colour, clip_on=False)
    if mark.stretch.opens:
        axis.plot([start], [row + 0.16], marker=4, markersize=11, color=colour, clip_on=False)
    middle = first + (last - first) / 2
    if start > middle:
        axis.text(min(end, last), row - 0.12, mark.label, ha="right", va="bottom")
    else:
        axis.text(start, row - 0.12, mark.label, ha="left", va="bottom")


def limits(lane: Sequence[Mark]) -> tuple[date, date]:
    """The days that a lane must show, with some air."""
    first = min(mark.stretch.first for mark in lane)
    last = max(mark.stretch.last for mark in lane)
    air = max(timedelta(days=20), (last - first) * 0.06)
    return max(first - air, date(1, 1, 1)), min(last + air, date(9999, 12, 31))


def vouching_chart(kinds: Sequence[str | None], hedges: Sequence[str], counts: Sequence[Sequence[int]]) -> str:
    """Discs in a grid, as large as the number of claims that each stands for."""
    most = max(max(row) for row in counts)
    with drawing(0.46 * len(kinds) + 0.7, salt="vouching") as (_, axes, buffer):
        axis = axes[0]
        for row, kind in enumerate(kinds):
            for column, number in enumerate(counts[row]):
                _draw_disc(axis, column, row, number, number / most, VOICES[voice_of(kind)].light)
        slope = 30 if len(hedges) > MOST_LEVEL else 0
        names = [HEDGES[hedge] for hedge in hedges]  # type: ignore[index]
        axis.set_xticks(
            range(len(hedges)), names, rotation=slope, ha="left" if slope else "center", rotation_mode="anchor"
        )
        axis.set_yticks(range(len(kinds)), [KINDS[kind] for kind in kinds])
        axis.xaxis.tick_top()
        axis.tick_params(length=0)
        axis.spines["bottom"].set_visible(False)
        axis.set_xlim(-0.5, len(hedges) - 0.5)
        axis.set_ylim(len(kinds) - 0.5, -0.5)
        axis.hlines([row + 0.5 for row in range(len(kinds) - 1)], -0.5, len(hedges) - 0.5, color=LINE, linewidth=0.8)
    return svg_of(buffer)


def _draw_disc(axis: Any, column: int, row: int, number: int, share: float, colour: str) -> None:
    if number:
        axis.scatter([column - 0.12], [row], s=14 + 330 * share, color=colour, linewidths=0)
        axis.annotate(str(number), (column - 0.12, row), xytext=(14, 0), textcoords="offset points", va="center")
