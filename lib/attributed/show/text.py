"""The tree as plain text, for terminals and for whoever reads a notebook without displays."""

from attributed.show import aloud
from attributed.show.tree import (
    Block,
    Card,
    Chain,
    Chip,
    Chips,
    Data,
    Definitions,
    Figure,
    Folded,
    Heading,
    Items,
    Paragraph,
    Preformatted,
    Quotation,
    Rule,
    Table,
    Title,
    plain,
)


def write_text(blocks: tuple[Block, ...]) -> str:
    """Some blocks as lines of text."""
    return "\n".join(line for block in blocks for line in _lines(block))


def _lines(block: Block) -> list[str]:  # noqa: C901 - one case for each kind of block
    match block:
        case Heading(_, parts) | Paragraph(parts):
            return [plain(parts)]
        case Quotation(parts, origin):
            return [f"  | {plain(parts)}", *([f"  | {plain(origin)}"] if origin else [])]
        case Items(items):
            return [f"- {line}" if first else f"  {line}" for item in items for first, line in _numbered(item)]
        case Chain():
            return [f"  {aloud.chain(block)}"]
        case Chips(chips):
            return ["  " + " · ".join(_of_chip(chip) for chip in chips)]
        case Table(header, rows):
            return [" | ".join(plain(cell) for cell in row) for row in (header, *rows)]
        case Figure():
            return [f"{block.title}: {block.alt}" if block.title else block.alt]
        case Card(inner):
            return [line for part in inner for line in _lines(part)]
        case Folded(summary, inner):
            return [plain(summary), *(line for part in inner for line in _lines(part))]
        case Definitions(entries):
            return [f"{term}: {plain(said)}" for term, said in entries]
        case Preformatted(text):
            return text.splitlines()
        case Title():
            return [f"TLP:{block.tlp}", block.title, *block.facts]
        case Data():
            return []
        case Rule():
            return ["—"]


def _of_chip(chip: Chip) -> str:
    return f"{chip.text} {chip.own_script.text}" if chip.own_script else chip.text


def _numbered(item: tuple[Block, ...]) -> list[tuple[bool, str]]:
    return [(place == 0, line) for place, line in enumerate(line for block in item for line in _lines(block))]
