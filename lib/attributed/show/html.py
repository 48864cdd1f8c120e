"""The tree as HTML. Every character of every text is escaped here and nowhere else."""

import re
from collections.abc import Iterable, Mapping
from html import escape
from importlib.resources import files
from types import MappingProxyType

from attributed.show import aloud
from attributed.show.palette import css_variables
from attributed.show.pieces import clean, hop_box, picture, root_dots
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
    Inline,
    Items,
    LineBreak,
    Link,
    Manner,
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
)

TAGS = {
    Style.STRONG: "strong",
    Style.EMPHASIS: "em",
    Style.STRUCK: "s",
    Style.QUIET: "small",
    Style.CODE: "code",
}
SAFE_ADDRESS = re.compile(r"(https?://|mailto:)[^\s]+", re.IGNORECASE)
BESIDE = re.compile(r"[\w%][\w.%-]*(/[\w%][\w.%-]*)*")  # a file beside the page or below it
AS_RECEIVED = (Manner.ARTICLE, Manner.TITLE, Manner.HEADING, Manner.FURNITURE)  # an article's own lines
LONG_NAME = 8  # words


class HtmlWriter:
    """Writes one document; links to ids that it does not have are printed as plain words, an id is given once.

    `tokens` are what filters know an element by, by its id.
    """

    def __init__(self, targets: Iterable[str], tokens: Mapping[str, str] = MappingProxyType({})) -> None:
        self.targets = frozenset(targets)
        self.tokens = tokens
        self.given: set[str] = set()

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        return "\n".join(self.write(block) for block in blocks)

    def inlines(self, parts: tuple[Inline, ...]) -> str:
        return "".join(self.write(part) for part in parts)

    def write(self, node: Node) -> str:
        """One node, by the method that is named for its type."""
        return str(getattr(self, type(node).__name__.lower())(node))

    def text(self, node: Text) -> str:
        return clean(node.text)

    def styled(self, node: Styled) -> str:
        return f"<{TAGS[node.style]}>{self.inlines(node.parts)}</{TAGS[node.style]}>"

    def foreign(self, node: Foreign) -> str:
        return f'<span lang="{escape(node.language)}">{clean(node.text)}</span>'

    def link(self, node: Link) -> str:
        words = self.inlines(node.parts)
        if node.target.startswith("#"):
            known = node.target[1:] in self.targets
            return f'<a{self.id(node.id)} href="{escape(node.target)}">{words}</a>' if known else words
        if BESIDE.fullmatch(node.target):
            return f'<a href="{escape(node.target)}">{words}</a>'
        safe = SAFE_ADDRESS.fullmatch(node.target)
        return f'<a href="{escape(node.target)}" rel="noreferrer">{words}</a>' if safe else words

    def citation(self, node: Citation) -> str:
        number = int(node.number)
        shown = str(number) if node.id else f"[{number}]"
        landing = node.landing(self.targets)
        kind, at = "number" if node.id else "cite", self.id(node.id)
        if landing is None and node.chain is None:
            return f'<span class="{kind}"{at}>{shown}</span>'
        link = f' href="{escape(f"#{landing}")}"' if landing else ' tabindex="0"'
        tag = "a" if landing else "span"
        if node.chain is None:
            return f'<{tag} class="{kind}"{at}{link} aria-label="Claim {number}">{shown}</{tag}>'
        tip = f'<span class="tip">Claim {number}: {clean(node.chain)}</span>'  # seen on hover and focus, always heard
        return f'<{tag} class="{kind}"{at}{link}><span aria-hidden="true">{shown}</span>{tip}</{tag}>'

    def marked(self, node: Marked) -> str:
        voice = f' class="{escape(node.voice)}"' if node.voice else ""
        title = f' title="{escape(node.chain)}"' if node.chain else ""
        claims = f' data-c="{" ".join(map(str, node.claims))}"' if node.claims else ""
        claims += self.fitting(*(f"words-{number}" for number in node.claims))
        return f"<mark{voice}{title}{claims}>{self.inlines(node.parts)}</mark>"

    def linebreak(self, _: LineBreak) -> str:
        return "<br>"

    def heading(self, node: Heading) -> str:
        level = int(node.level)
        return f"<h{level}{self.id(node.id)}>{self.inlines(node.parts)}</h{level}>"

    def paragraph(self, node: Paragraph) -> str:
        kind = "" if node.manner is Manner.PLAIN else f' class="{node.manner}"'
        direction = ' dir="auto"' if node.manner in AS_RECEIVED else ""
        return f"<p{kind}{direction}>{self.inlines(node.parts)}</p>"

    def items(self, node: Items) -> str:
        tag = "ol" if node.is_ordered else "ul"
        kind = ' class="large"' if node.is_large else ""
        return f"<{tag}{kind}>{''.join(f'<li>{self.item(item)}</li>' for item in node.items)}</{tag}>"

    def item(self, blocks: tuple[Block, ...]) -> str:
        match blocks:
            case (Paragraph(parts, Manner.PLAIN),):
                return self.inlines(parts)
            case _:
                return self.blocks(blocks)

    def quotation(self, node: Quotation) -> str:
        origin = f"<footer>{self.inlines(node.origin)}</footer>" if node.origin else ""
        return f'<blockquote><p dir="auto">{self.inlines(node.parts)}</p>{origin}</blockquote>'

    def chain(self, node: Chain) -> str:
        """The strip for the eye, and a sentence for the ear."""
        origins = '<i class="and">·</i>'.join(hop_box(hop) for hop in node.origins)
        hops = "".join(f'<i class="to">→</i>{hop_box(hop)}' for hop in node.hops)
        return (
            f'<p class="chain"><span class="aloud">{clean(aloud.chain(node))}</span>'
            f'<span class="strip" aria-hidden="true">{origins}{hops}{root_dots(node)}</span></p>'
        )

    def chips(self, node: Chips) -> str:
        return f'<ul class="chips">{"".join(self.chip(chip) for chip in node.chips)}</ul>'

    def chip(self, node: Chip) -> str:
        kind = ' class="open"' if node.is_open else ""
        script = f" {self.foreign(node.own_script)}" if node.own_script else ""
        return f'<li{kind}><span class="aloud">{clean(node.label)}: </span>{clean(node.text)}{script}</li>'

    def card(self, node: Card) -> str:
        kind = "claim" if node.is_inner else "card judged" if node.is_judged else "card"
        return f'<div class="{kind}"{self.id(node.id)}>\n{self.blocks(node.blocks)}\n</div>'

    def folded(self, node: Folded) -> str:
        summary = f"<summary>{self.inlines(node.summary)}</summary>"
        state = " open" if node.is_open else ""
        return f'<details class="fold"{self.id(node.id)}{state}>{summary}\n{self.blocks(node.blocks)}\n</details>'

    def definitions(self, node: Definitions) -> str:
        rows = (f"<div><dt>{clean(term)}</dt><dd>{self.inlines(said)}</dd></div>" for term, said in node.entries)
        return f"<dl>{''.join(rows)}</dl>"

    def preformatted(self, node: Preformatted) -> str:
        return f'<pre tabindex="0">{clean(node.text)}</pre>'

    def data(self, node: Data) -> str:
        """A data block is never run; "<" is the only character that could end it."""
        text = node.text.replace("<", "\\u003c")
        return f'<script type="{escape(node.media)}"{self.id(node.id)}>{text}</script>'

    def rule(self, _: Rule) -> str:
        return "<hr>"

    def table(self, node: Table) -> str:
        head = "".join(self.cell("th", n, cell, node, "col") for n, cell in enumerate(node.header))
        rows = (
            "".join(self.cell("td" if n else "th", n, cell, node, "row") for n, cell in enumerate(row))
            for row in node.rows
        )
        caption = f"<caption>{clean(node.caption)}</caption>" if node.caption else ""
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        label = node.caption or "Table: " + ", ".join(filter(None, map(plain, node.header)))
        kind = ' class="stacked"' if node.is_stacked else ""
        return (
            f'<div class="table" role="region" aria-label="{escape(label)}" tabindex="0">'
            f"<table{kind}>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        )

    def cell(self, tag: str, column: int, parts: tuple[Inline, ...], table: Table, scope: str) -> str:
        flush = ' class="count"' if column in table.numeric else ""
        if tag == "td" or not parts:  # an empty cell heads nothing
            head = f' data-head="{escape(plain(table.header[column]))}"' if table.is_stacked else ""
            return f"<td{flush}{head}>{self.inlines(parts)}</td>"
        if scope == "row" and is_long(parts):
            flush = ' class="said"'
        return f'<th scope="{scope}"{flush}>{self.inlines(parts)}</th>'

    def figure(self, node: Figure) -> str:
        caption = f"<figcaption>{clean(node.title)}</figcaption>" if node.title else ""
        numbers = self.table(node.table) if node.table else ""
        details = f"<details><summary>The numbers of this figure</summary>{numbers}</details>" if numbers else ""
        kind = ' class="drawn"' if node.is_inline else ""
        return f"<figure{kind}>{caption}{picture(node)}{details}</figure>"

    def title(self, node: Title) -> str:
        level = node.tlp.split("+")[0].lower()
        handling = f'<p class="handling"><span class="tlp {escape(level)}">TLP:{clean(node.tlp)}</span></p>\n'
        facts = "".join(f"<li>{clean(fact)}</li>" for fact in node.facts)
        built = f'<ul class="built">{facts}</ul>' if facts else ""
        return f"{handling if node.tlp else ''}<h1>{clean(node.title)}</h1>\n{built}"

    def id(self, name: str | None) -> str:
        if name is None or name in self.given:
            return ""
        self.given.add(name)
        return f' id="{escape(name)}"{self.fitting(name)}'

    def fitting(self, *names: str) -> str:
        """What filters know an element by, or some elements together."""
        words = " ".join(self.tokens[name] for name in names if name in self.tokens)
        return f' data-f="{words}"' if words else ""


def is_long(parts: tuple[Inline, ...]) -> bool:
    """Whether a cell that names its row is a sentence, not a name."""
    return len(plain(parts).split()) >= LONG_NAME


def component_style() -> str:
    """The style sheet of everything that a cell shows, for the page and for JupyterLab."""
    sheet = files("attributed.show").joinpath("parts.css").read_text(encoding="utf-8")
    return sheet.replace("/*light*/", css_variables(dark=False)).replace("/*dark*/", css_variables(dark=True))
