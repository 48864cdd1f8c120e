"""The tree as Typst. Texts are string literals, which Typst prints as they are; there is no markup to break out of."""

import base64
import re
from collections.abc import Callable, Iterable
from importlib.resources import files

from attributed.show import aloud
from attributed.show.characters import runs
from attributed.show.html import SAFE_ADDRESS
from attributed.show.palette import typst_variables
from attributed.show.tree import (
    Block,
    Break,
    Card,
    Chain,
    Chips,
    Citation,
    Definitions,
    Figure,
    Foreign,
    Heading,
    Hop,
    Inline,
    Items,
    Link,
    Marked,
    Paragraph,
    Preformatted,
    Quotation,
    Rule,
    Style,
    Styled,
    Table,
    Text,
    Title,
)

FUNCTIONS = {
    Style.STRONG: "strong",
    Style.EMPHASIS: "emph",
    Style.STRUCK: "strike",
    Style.QUIET: "quiet",
    Style.CODE: "code",
}
FORMATS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
LONG_WORD = re.compile(r"\S{41,}")


def literal(text: str) -> str:
    """A text as a Typst string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("\r", " ") + '"'


def breakable(text: str) -> str:
    """A text in which a word longer than a line may be cut every few letters."""
    return LONG_WORD.sub(lambda match: "\u200b".join(re.findall(".{1,20}", match[0])), text)


class TypstWriter:
    """Writes one document; links to ids that it does not have are printed as plain words, an id is given once.

    `cannot_print` tells which characters no font at hand has: they are shown by their code.
    """

    def __init__(self, targets: Iterable[str], *, cannot_print: Callable[[str], bool] = lambda _: False) -> None:
        self.targets = frozenset(targets)
        self.given: set[str] = set()
        self.cannot_print = cannot_print

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        return "\n".join(self.block(block) for block in blocks)

    def block(self, block: Block) -> str:
        match block:
            case Heading(level, parts, name):
                return f"#heading(level: {level})[{self.anchor(name)}{self.inlines(parts)}];"
            case Paragraph(parts, manner):
                return f"#para({literal(manner)})[{self.inlines(parts)}];"
            case Items(items, is_ordered, is_large):
                function = "takeaways" if is_large else "enum" if is_ordered else "list"
                return f"#{function}({''.join(f'[{self.blocks(item)}],' for item in items)});"
            case Quotation(parts, origin):
                return f"#quotation([{self.inlines(parts)}], [{self.inlines(origin)}]);"
            case Chain():
                return self.chain(block)
            case Chips(chips):
                entries = (f"([{self.text(c.label)}], [{self.text(c.text)}], {str(c.is_open).lower()})," for c in chips)
                return f"#chips({''.join(entries)});"
            case Table():
                return self.table(block)
            case Figure():
                return self.figure(block)
            case Card(inner, name, is_inner):
                return f"#{'claim' if is_inner else 'card'}[{self.anchor(name)}\n{self.blocks(inner)}\n];"
            case Definitions(entries):
                rows = (f"([{self.text(term)}], [{self.inlines(said)}])," for term, said in entries)
                return f"#definitions({''.join(rows)});"
            case Preformatted(text):
                return f"#preformatted({', '.join(literal(line) for line in text.splitlines())});"
            case Rule():
                return "#pause-line();"
            case Title():
                facts = "".join(f"[{self.text(fact)}]," for fact in block.facts)
                return f"#title-block(tlp: {literal(block.tlp)}, title: [{self.text(block.title)}], {facts});"

    def inlines(self, parts: tuple[Inline, ...]) -> str:
        return "".join(self.inline(part) for part in parts)

    def inline(self, part: Inline) -> str:
        match part:
            case Text(text):
                return self.text(text)
            case Styled(parts, style):
                return f"#{FUNCTIONS[style]}[{self.inlines(parts)}];"
            case Foreign(text, language):
                return f"#foreign({literal(language)})[{self.text(text)}];"
            case Link(target, parts):
                return self.link(target, parts)
            case Citation():
                return self.citation(part)
            case Marked(parts, voice):
                return f"#marked({literal(voice or 'quoted')})[{self.inlines(parts)}];"
            case Break():
                return "#linebreak();"

    def text(self, text: str) -> str:
        """A text as string literals; unseen and unprintable characters by their codes."""
        return "".join(
            f"#unseen({literal(run.code)});" if run.code else self.printable(run.text) for run in runs(breakable(text))
        )

    def printable(self, text: str) -> str:
        pieces = re.split(r"([^\x20-\x7e])", text) if not text.isascii() else [text]
        words, out = "", []
        for piece in pieces:
            if len(piece) == 1 and self.cannot_print(piece):
                out += [f"#{literal(words)};" if words else "", f"#unseen({literal(f'U+{ord(piece):04X}')});"]
                words = ""
            else:
                words += piece
        return "".join([*out, f"#{literal(words)};" if words else ""])

    def anchor(self, name: str | None) -> str:
        if name is None or name in self.given:
            return ""
        self.given.add(name)
        return f"#anchor({literal(name)});"

    def link(self, target: str, parts: tuple[Inline, ...]) -> str:
        words = self.inlines(parts)
        if target.startswith("#"):
            return f"#link(label({literal(target[1:])}))[{words}];" if target[1:] in self.targets else words
        return f"#link({literal(target)})[{words}];" if SAFE_ADDRESS.fullmatch(target) else words

    def citation(self, part: Citation) -> str:
        number = f'"{part.number}"' if part.id else f'"[{part.number}]"'
        function = "number" if part.id else "cited"
        target = f"label({literal(part.target[1:])})" if part.target[1:] in self.targets else "none"
        return f"{self.anchor(part.id)}#{function}({target}, {number});"

    def chain(self, chain: Chain) -> str:
        origins = " #and-dot; ".join(self.hop(hop) for hop in chain.origins)
        hops = "".join(f" #to-arrow; {self.hop(hop)}" for hop in chain.hops)
        few, many = chain.roots or (0, 0)
        roots = f" #roots({few}, {many - few}, {literal(aloud.roots(chain.roots))});" if chain.roots else ""
        return f"#chain({literal(aloud.chain(chain))})[{origins}{hops}{roots}];"

    def hop(self, hop: Hop) -> str:
        if hop.is_word:
            return f"#emph[{self.text(hop.label)}];"
        return f"#hop({literal(hop.voice)}, {str(hop.is_named).lower()})[{self.text(hop.label)}];"

    def table(self, table: Table) -> str:
        header = "".join(f"[{self.inlines(cell)}]," for cell in table.header)
        rows = "".join(f"({''.join(f'[{self.inlines(cell)}],' for cell in row)})," for row in table.rows)
        numeric = "".join(f"{column}," for column in table.numeric)
        return f"#data-table(caption: {literal(table.caption)}, numeric: ({numeric}), header: ({header}), {rows});"

    def figure(self, figure: Figure) -> str:
        data, form = image_bytes(figure)
        table = f"[{self.table(figure.table)}]" if figure.table else "none"
        return (
            f"#picture({data}, {literal(form)}, alt: {literal(figure.alt)}, title: [{self.text(figure.title)}],"
            f" numbers: {table});"
        )


def image_bytes(figure: Figure) -> tuple[str, str]:
    """An image's bytes as a Typst expression, and their format."""
    if figure.media == "image/svg+xml":
        svg = figure.data.replace("\\", "\\\\").replace('"', '\\"')
        return f'bytes("{svg}")', "svg"
    return f"bytes(({','.join(map(str, base64.b64decode(figure.data)))}))", FORMATS[figure.media]


def component_definitions() -> str:
    """The Typst functions that this writer calls."""
    return typst_variables() + files("attributed.show").joinpath("parts.typ").read_text(encoding="utf-8")
