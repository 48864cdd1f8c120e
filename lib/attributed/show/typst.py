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
    Card,
    Chain,
    Chip,
    Chips,
    Citation,
    Data,
    Definitions,
    Figure,
    Folded,
    Foreign,
    Heading,
    Hop,
    Inline,
    Items,
    LineBreak,
    Link,
    Marked,
    Node,
    Paragraph,
    Preformatted,
    Quotation,
    Rule,
    Style,
    Styled,
    Table,
    Text,
    Title,
    plain,
    walk,
)

FUNCTIONS = {
    Style.STRONG: "strong",
    Style.EMPHASIS: "emph",
    Style.STRUCK: "strike",
    Style.QUIET: "quiet",
    Style.CODE: "code",
}
FORMATS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
FEWEST_OF_PROSE, FEWEST_SMALL = 8, 4  # words, and those without a capital, that look like a sentence
SHORT, LONG = 18, 150  # letters of a cell
LONG_WORD = re.compile(r"\S{41,}")
WORD_CUT = "\u200b"  # takes no room, and lets a line end


def literal(text: str) -> str:
    """A text as a Typst string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ").replace("\r", " ") + '"'


def breakable(text: str) -> str:
    """A text in which a word longer than a line may be cut every few letters."""
    return LONG_WORD.sub(lambda match: WORD_CUT.join(re.findall(".{1,20}", match[0])), text)


class TypstWriter:
    """Writes one document; links to ids that it does not have are printed as plain words, an id is given once.

    `cannot_print` tells which characters no font at hand has: they are shown by their code.
    """

    def __init__(self, targets: Iterable[str], *, cannot_print: Callable[[str], bool] = lambda _: False) -> None:
        self.targets = frozenset(targets)
        self.given: set[str] = set()
        self.cannot_print = cannot_print

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        return "\n".join(self.write(block) for block in blocks)

    def inlines(self, parts: tuple[Inline, ...]) -> str:
        return "".join(self.write(part) for part in parts)

    def write(self, node: Node) -> str:
        """One node, by the method that is named for its type."""
        return str(getattr(self, type(node).__name__.lower())(node))

    def text(self, node: Text) -> str:
        return self.words(node.text)

    def styled(self, node: Styled) -> str:
        return f"#{FUNCTIONS[node.style]}[{self.inlines(node.parts)}];"

    def foreign(self, node: Foreign) -> str:
        return f"#foreign({literal(node.language)})[{self.words(node.text)}];"

    def link(self, node: Link) -> str:
        words = self.inlines(node.parts)
        if node.target.startswith("#"):
            known = node.target[1:] in self.targets
            return f"{self.anchor(node.id)}#link(label({literal(node.target[1:])}))[{words}];" if known else words
        return f"#link({literal(node.target)})[{words}];" if SAFE_ADDRESS.fullmatch(node.target) else words

    def citation(self, node: Citation) -> str:
        number = f'"{int(node.number)}"' if node.id else f'"[{int(node.number)}]"'
        function = "number" if node.id else "cited"
        landing = node.landing(self.targets)
        target = "none" if landing is None else f"label({literal(landing)})"
        return f"{self.anchor(node.id)}#{function}({target}, {number});"

    def marked(self, node: Marked) -> str:
        return f"#marked({literal(node.voice or 'quoted')})[{self.inlines(node.parts)}];"

    def linebreak(self, _: LineBreak) -> str:
        return "#linebreak();"

    def heading(self, node: Heading) -> str:
        return f"#heading(level: {int(node.level)})[{self.anchor(node.id)}{self.inlines(node.parts)}];"

    def paragraph(self, node: Paragraph) -> str:
        return f"#para({literal(node.manner)})[{self.inlines(node.parts)}];"

    def items(self, node: Items) -> str:
        function = "takeaways" if node.is_large else "enum" if node.is_ordered else "list"
        return f"#{function}({''.join(f'[{self.blocks(item)}],' for item in node.items)});"

    def quotation(self, node: Quotation) -> str:
        return f"#quotation([{self.inlines(node.parts)}], [{self.inlines(node.origin)}]);"

    def chain(self, node: Chain) -> str:
        origins = " #and-dot; ".join(self.hop(hop) for hop in node.origins)
        hops = "".join(f" #to-arrow({literal(aloud.way(hop))}); {self.hop(hop)}" for hop in node.hops)
        few, many = node.roots or (0, 0)
        roots = f" #roots({few}, {many - few}, {literal(aloud.roots(node))});" if node.roots else ""
        return f"#chain[{origins}{hops}{roots}];"

    def hop(self, node: Hop) -> str:
        if node.is_word:
            return f"#emph[{self.words(node.label)}];"
        return f"#hop({literal(node.voice)}, {truth(node.is_named)})[{self.words(node.label)}];"

    def chips(self, node: Chips) -> str:
        return f"#chips({''.join(self.chip(chip) for chip in node.chips)});"

    def chip(self, node: Chip) -> str:
        script = f" {self.foreign(node.own_script)}" if node.own_script else ""
        return f"([{self.words(node.text)}{script}], {truth(node.is_open)}),"

    def card(self, node: Card) -> str:
        kind = "claim" if node.is_inner else "judged" if node.is_judged else "card"
        return f"#{kind}[{self.anchor(node.id)}\n{self.blocks(node.blocks)}\n];"

    def folded(self, node: Folded) -> str:
        return self.heading(Heading(3, node.summary, node.id)) + "\n" + self.blocks(node.blocks)

    def definitions(self, node: Definitions) -> str:
        rows = (f"([{self.words(term)}], [{self.inlines(said)}])," for term, said in node.entries)
        return f"#definitions({''.join(rows)});"

    def preformatted(self, node: Preformatted) -> str:
        return f"#preformatted({''.join(f'[{self.words(line)}],' for line in node.text.splitlines())});"

    def data(self, _: Data) -> str:
        return ""

    def rule(self, _: Rule) -> str:
        return "#pause-line;"

    def title(self, node: Title) -> str:
        facts = "".join(f"[{self.words(fact)}]," for fact in node.facts)
        return f"#title-block(tlp: {literal(node.tlp)}, title: [{self.words(node.title)}], {facts});"

    def table(self, node: Table) -> str:
        header = "".join(f"[{self.inlines(cell)}]," for cell in node.header)
        rows = "".join(f"({''.join(f'[{self.inlines(cell)}],' for cell in row)})," for row in node.rows)
        numeric = "".join(f"{int(column)}," for column in node.numeric)
        widths = "".join(f"{column_width(column)}," for column in zip(node.header, *node.rows, strict=True))
        settings = f"numeric: ({numeric}), widths: ({widths}), repeats: {truth(may_repeat(node.header))}"
        return f"#data-table(caption: [{self.words(node.caption)}], {settings}, header: ({header}), {rows});"

    def figure(self, node: Figure) -> str:
        data, form = image_bytes(node)
        table = f"[{self.table(node.table)}]" if node.table else "none"
        title = self.words(node.title)
        return f"#picture({data}, {literal(form)}, alt: {literal(node.alt)}, title: [{title}], numbers: {table});"

    def words(self, text: str) -> str:
        """A text as string literals; unseen and unprintable characters by their codes."""
        return "".join(
            f"#unseen({literal(run.code)});" if run.code else self.printable(breakable(run.text)) for run in runs(text)
        )

    def printable(self, text: str) -> str:
        pieces = re.split(r"([^\x20-\x7e])", text) if not text.isascii() else [text]
        words, out = "", []
        for piece in pieces:
            if len(piece) == 1 and piece != WORD_CUT and self.cannot_print(piece):
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


def may_repeat(header: tuple[tuple[Inline, ...], ...]) -> bool:
    """Whether a table's head may be said again on the next page.

    It is no part of what is read aloud there: it may hold no link, and a sentence is taken for lost prose by those who
    check.
    """
    words = " ".join(map(plain, header)).split()
    is_prose = len(words) >= FEWEST_OF_PROSE and sum(word[0].islower() for word in words) >= FEWEST_SMALL
    return not is_prose and not any(isinstance(part, Link | Citation) for part in walk(header))


def column_width(cells: Iterable[tuple[Inline, ...]]) -> str:
    """As wide as its words where these are few; of the rest of the line the more, the more it has to say."""
    longest = max(len(plain(cell)) for cell in cells)
    return "auto" if longest <= SHORT else f"{min(longest, LONG) ** 0.5:.1f}fr"


def truth(value: bool) -> str:  # noqa: FBT001 - the value itself is what is written
    """A truth value as Typst writes it."""
    return "true" if value else "false"


def image_bytes(figure: Figure) -> tuple[str, str]:
    """An image's bytes as a Typst expression, and their format."""
    if figure.media == "image/svg+xml":
        svg = figure.data.replace("\\", "\\\\").replace('"', '\\"')
        return f'bytes("{svg}")', "svg"
    return f"bytes(({','.join(map(str, base64.b64decode(figure.data)))}))", FORMATS[figure.media]


def component_definitions() -> str:
    """The Typst functions that this writer calls."""
    return typst_variables() + files("attributed.show").joinpath("parts.typ").read_text(encoding="utf-8")
