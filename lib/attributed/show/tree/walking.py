"""Every node of a tree, the ids that it offers, the words that it says."""

from collections.abc import Iterator
from dataclasses import fields
from typing import TypeAlias

from attributed.show.tree.block import Block, Chip, Hop
from attributed.show.tree.inline import Citation, Foreign, Inline, Text

Node: TypeAlias = Inline | Block | Hop | Chip


def walk(value: object) -> Iterator[Node]:
    """Every node in a node, a tuple of nodes, or anything made of these, parents first."""
    if isinstance(value, tuple):
        for part in value:
            yield from walk(part)
    elif isinstance(value, Node):
        yield value
        for field in fields(value):
            yield from walk(getattr(value, field.name))


def ids_in(blocks: tuple[Block, ...]) -> frozenset[str]:
    """The ids that links of a document can lead to."""
    return frozenset(name for node in walk(blocks) if (name := getattr(node, "id", None)))


def plain(parts: tuple[Inline, ...]) -> str:
    """The words of some inline nodes, without their looks."""
    return "".join(
        node.text if isinstance(node, Text | Foreign) else f"[{node.number}]" if isinstance(node, Citation) else ""
        for node in walk(parts)
    )
