"""The tree as JSON and back: how a notebook carries what its cells show to the exporters.

What is read back is only ever rendered, with everything escaped: a forged tree can show words, nothing else.
"""

from dataclasses import fields
from typing import Any, get_args

from attributed.errors import BadReport
from attributed.show import tree

MEDIA_TYPE = "application/vnd.attributed.tree+json"
NODES: dict[str, type] = {node.__name__: node for node in get_args(tree.Node)}
ENUMS = {"voice": tree.Voice, "style": tree.Style, "manner": tree.Manner}


def to_json(value: object) -> Any:
    """A node, or a tuple of nodes, as plain JSON values; fields at their defaults are left out."""
    if isinstance(value, tuple):
        return [to_json(part) for part in value]
    if isinstance(value, tree.Node):
        given = {
            field.name: to_json(held)
            for field in fields(value)
            if (held := getattr(value, field.name)) != field.default
        }
        return {"node": type(value).__name__, **given}
    return value


def from_json(value: Any) -> Any:
    """The nodes written by `to_json`. Raises BadReport where the JSON is no tree of ours."""
    if isinstance(value, list):
        return tuple(from_json(part) for part in value)
    if not isinstance(value, dict):
        return value
    held = dict(value)
    try:
        node = NODES[held.pop("node")]
        return node(**{name: ENUMS.get(name, from_json)(part) for name, part in held.items()})
    except (KeyError, TypeError, ValueError) as error:
        raise BadReport(f"an output says that it is a part of a briefing but cannot be read: {error!r}") from error
