"""The map of a subject (data/subjects/NAME/map.topo.json) as outlines: TopoJSON arcs put together.

The format: https://github.com/topojson/topojson-specification. A subject may have no map.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from attributed import paths
from attributed.errors import BadKnowledge

FILE = "map.topo.json"
FINEST = 0.035  # degrees
SMALLEST = 3  # points: an island that is smaller than what can be seen
Point = tuple[float, float]  # longitude, latitude
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Map:
    """Outlines of provinces by their place ids, and where they come from."""

    outlines: dict[str, tuple[Ring, ...]]
    origin: str


@cache
def read_map(subject: str) -> Map | None:
    """The map of a subject; None where it has none."""
    path = paths.SUBJECTS / subject / FILE
    if not path.is_file():
        return None
    try:
        topology = json.loads(path.read_text(encoding="utf-8"))
        arcs = [_arc(arc, topology["transform"]) for arc in topology["arcs"]]
        [shapes] = topology["objects"].values()
        outlines = {shape["id"]: tuple(_rings(shape, arcs)) for shape in shapes["geometries"]}
        return Map(outlines, str(topology["origin"]))
    except (ValueError, KeyError, TypeError, IndexError) as error:
        raise BadKnowledge(
            f"{subject}/{FILE}: {error!r}; expected TopoJSON with one object, ids of places.csv, and an origin"
        ) from error


def _arc(steps: list[list[int]], transform: Any) -> list[Point]:
    """An arc's points; each is written as its distance from the one before, in whole steps of a grid."""
    (across, up), (west, south) = transform["scale"], transform["translate"]
    places = accumulate(steps, lambda place, step: [place[0] + step[0], place[1] + step[1]])
    return _simplified([(place[0] * across + west, place[1] * up + south) for place in places])


def _simplified(points: list[Point]) -> list[Point]:
    """Points no closer to the one before than a small map can show; both ends stay, so that arcs still meet."""
    kept = points[:1]
    for point in points[1:-1]:
        if math.dist(point, kept[-1]) >= FINEST:
            kept.append(point)
    return [*kept, points[-1]]


def _rings(shape: Any, arcs: list[list[Point]]) -> Iterator[Ring]:
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    for polygon in polygons:
        for ring in polygon:
            points: list[Point] = []
            for number in ring:
                arc = arcs[number] if number >= 0 else arcs[~number][::-1]  # ~n: the same arc, walked backwards
                points += arc[1:] if points else arc
            if len(points) > SMALLEST:
                yield tuple(points)
