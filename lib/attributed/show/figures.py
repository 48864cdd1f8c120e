"""Figures of the sections: the map, the web of chains, stacked bars. Drawn as charts.py draws."""

import math
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from attributed.show.charts import INK, SOFT, WIDTH, drawing
from attributed.show.maps import Map
from attributed.show.palette import PAGE, VOICES
from attributed.show.svg import svg_of
from attributed.show.tree import Voice

WASH = PAGE["wash"][0]
ROW = 0.44  # inches for two lines of a label
LETTERS = 22  # of a label on one line


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the map: its label, where, how many claims name it."""

    label: str
    longitude: float
    latitude: float
    claims: int


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the web: its words, whose voice, whether it is named."""

    label: str
    voice: Voice
    is_named: bool = True


def map_chart(outlines: Map, spots: Sequence[Spot], named: frozenset[str]) -> str:
    """Provinces as plain outlines, those that claims name washed; a disc a place, its name led out to the right."""
    points = [point for rings in outlines.outlines.values() for ring in rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    stretch = 1 / math.cos(math.radians((south + north) / 2))
    whole = (east - west) * 1.95  # the right half is for the names
    height = WIDTH * (north - south) * stretch / whole + 0.2
    with drawing(max(height, 0.4 * len(spots)), salt="map") as (_, axes, buffer):
        axis = axes[0]
        axis.set_axis_off()
        axis.set_aspect(stretch)
        axis.set_xlim(west, west + whole)
        axis.set_ylim(south - 0.1, north + 0.1)
        for name, rings in outlines.outlines.items():
            for ring in rings:
                x, y = zip(*ring, strict=True)
                axis.fill(x, y, facecolor="#e3e8ee" if name in named else WASH, edgecolor=SOFT, linewidth=0.6)
        _draw_spots(axis, spots, column=east + (east - west) * 0.06, south=south, north=north)
    return svg_of(buffer)


def _draw_spots(axis: Any, spots: Sequence[Spot], *, column: float, south: float, north: float) -> None:
    most = max(spot.claims for spot in spots)
    ordered = sorted(spots, key=lambda spot: (-spot.latitude, spot.longitude))
    gap = (north - south) / max(len(ordered), 1)
    for row, spot in enumerate(ordered):
        level = north - gap * (row + 0.5)
        axis.plot([spot.longitude, column], [spot.latitude, level], color=SOFT, linewidth=0.6, zorder=2)
        axis.scatter(
            [spot.longitude], [spot.latitude], s=16 + 150 * spot.claims / most, color=INK, linewidths=0, zorder=3
        )
        words = "\n".join(textwrap.wrap(f"{spot.label} · {spot.claims}", 30, max_lines=2, placeholder=" …"))
        axis.text(column + 0.05, level, words, va="center", ha="left", linespacing=1.1, in_layout=False)


def web_chart(columns: Sequence[Sequence[Node]], flows: Sequence[Mapping[tuple[int, int], int]]) -> str:
    """Boxes in columns, origins at the left, publishers at the right; a band is as wide as the claims that took it."""
    rows = max(map(len, columns))
    height = ROW * rows + 0.35
    most = max((number for flow in flows for number in flow.values()), default=1)
    with drawing(height, salt="web") as (_, axes, buffer):
        axis = axes[0]
        axis.set_axis_off()
        axis.set_xlim(0, 100)
        axis.set_ylim(rows, -0.7)
        lefts = [0, 35.5, 71]
        for heading, left in zip(("Origin", "Through", "Printed by"), lefts, strict=True):
            axis.text(left, -0.5, heading, color=SOFT, ha="left", va="center")
        levels = [[(at + 0.5) * rows / len(column) for at in range(len(column))] for column in columns]
        for place, flow in enumerate(flows):
            for (start, end), number in sorted(flow.items()):
                colour = VOICES[columns[place][start].voice].light
                ends = (levels[place][start], levels[place + 1][end])
                _draw_band(axis, lefts[place] + 29, lefts[place + 1], ends, 0.8 + 5 * number / most, colour)
        for column, left, heights in zip(columns, lefts, levels, strict=True):
            for node, level in zip(column, heights, strict=True):
                _draw_node(axis, left, level, node)
    return svg_of(buffer)


def _draw_band(axis: Any, left: float, right: float, ends: tuple[float, float], width: float, colour: str) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    middle = (left + right) / 2
    points = [(left, ends[0]), (middle, ends[0]), (middle, ends[1]), (right, ends[1])]
    path = Path(points, [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4])
    axis.add_patch(PathPatch(path, facecolor="none", edgecolor=colour, linewidth=width, alpha=0.55, capstyle="butt"))


def _draw_node(axis: Any, left: float, level: float, node: Node) -> None:
    from matplotlib.patches import FancyBboxPatch

    colour = VOICES[node.voice].light
    style = "solid" if node.is_named else (0, (3, 2))
    box = FancyBboxPatch(
        (left + 0.3, level - 0.41), 28.4, 0.82, boxstyle="round,pad=0,rounding_size=0.12", mutation_aspect=1,
        facecolor="none", edgecolor=colour, linewidth=0.9, linestyle=style,
    )  # fmt: skip
    axis.add_patch(box)
    lines = textwrap.wrap(node.label, LETTERS, max_lines=2, placeholder=" …") or ["–"]
    axis.text(left + 1.5, level, "\n".join(lines), ha="left", va="center", fontsize=9.5, color=colour, linespacing=1.1)


def bars_chart(names: Sequence[str], counts: Sequence[Mapping[Voice, int]], *, salt: str) -> str:
    """A bar a name, cut by who answers for the claims; each piece has its number where it fits."""
    most = max(sum(count.values()) for count in counts)
    met = [voice for voice in Voice if any(count.get(voice) for count in counts)]
    with drawing(0.42 * len(names) + 0.32 * math.ceil(len(met) / 2) + 0.3, salt=salt) as (figure, axes, buffer):
        axis = axes[0]
        for row, count in enumerate(counts):
            start = 0
            for voice in (voice for voice in met if count.get(voice)):
                number = count[voice]
                look = {"hatch": "////"} if voice is Voice.ANONYMOUS else {}
                axis.barh(
                    row, number, left=start, height=0.62, color=VOICES[voice].light, edgecolor="white",
                    linewidth=0.8, label=VOICES[voice].label, **look,
                )  # fmt: skip
                if number / most > 0.06 and not look:
                    axis.text(start + number / 2, row, str(number), color="white", ha="center", va="center")
                start += number
            axis.text(start + most * 0.015, row, f"{start:,}", va="center", ha="left", color=SOFT)
        axis.set_yticks(range(len(names)), [textwrap.shorten(name, 26, placeholder=" …") for name in names])
        axis.set_ylim(len(names) - 0.5, -0.5)
        axis.set_xlim(0, most * 1.12)
        axis.set_xticks([])
        axis.tick_params(length=0)
        axis.spines["bottom"].set_visible(False)
        handles = dict(zip(*reversed(axis.get_legend_handles_labels()), strict=True))
        figure.legend(
            handles.values(), handles.keys(), loc="outside lower left", ncols=2, frameon=False, handlelength=1.2,
            fontsize=9.5, borderaxespad=0,
        )  # fmt: skip
    return svg_of(buffer)
