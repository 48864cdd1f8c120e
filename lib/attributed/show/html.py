"""The tree as HTML. Every character of every text is escaped here and nowhere else."""

import base64
import re
from collections.abc import Iterable
from html import escape
from importlib.resources import files

from attributed.show import aloud
from attributed.show.characters import runs
from attributed.show.palette import css_variables
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
    Manner,
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

TAGS = {
    Style.STRONG: "strong",
    Style.EMPHASIS: "em",
    Style.STRUCK: "s",
    Style.QUIET: "small",
    Style.CODE: "code",
}
SAFE_ADDRESS = re.compile(r"(https?://|mailto:)[^\s]+", re.IGNORECASE)
BITMAPS = ("image/png", "image/jpeg", "image/gif", "image/webp")


def clean(text: str) -> str:
    """A text as HTML shows it unchanged; characters that are never seen are shown by their code."""
    return "".join(
        f'<span class="unseen" title="{escape(run.name)}">{run.code}</span>' if run.code else escape(run.text)
        for run in runs(text)
    )


class HtmlWriter:
    """Writes one document; links to ids that it does not have are printed as plain words, an id is given once."""

    def __init__(self, targets: Iterable[str]) -> None:
        self.targets = frozenset(targets)
        self.given: set[str] = set()

    def blocks(self, blocks: tuple[Block, ...]) -> str:
        return "\n".join(self.block(block) for block in blocks)

    def block(self, block: Block) -> str:
        match block:
            case Heading(level, parts, name):
                return f"<h{level}{self.id(name)}>{self.inlines(parts)}</h{level}>"
            case Paragraph(parts, manner):
                return self.paragraph(parts, manner)
            case Items(items):
                return self.items(block, items)
            case Quotation(parts, origin):
                cited = f"<footer>{self.inlines(origin)}</footer>" if origin else ""
                return f'<blockquote><p dir="auto">{self.inlines(parts)}</p>{cited}</blockquote>'
            case Chain():
                return chain_strip(block)
            case Chips(chips):
                return "".join(
                    [
                        '<ul class="chips">',
                        *(
                            f'<li{" class=open" if chip.is_open else ""}><span class="aloud">{clean(chip.label)}: </span>'
                            f"{clean(chip.text)}</li>"
                            for chip in chips
                        ),
                        "</ul>",
                    ]
                )
            case Table():
                return self.table(block)
            case Figure():
                return self.figure(block)
            case Card(inner, name, is_inner):
                kind = "claim" if is_inner else "card"
                return f'<div class="{kind}"{self.id(name)}>\n{self.blocks(inner)}\n</div>'
            case Definitions(entries):
                rows = (f"<div><dt>{clean(term)}</dt><dd>{self.inlines(said)}</dd></div>" for term, said in entries)
                return f"<dl>{''.join(rows)}</dl>"
            case Preformatted(text):
                return f'<pre tabindex="0">{clean(text)}</pre>'
            case Rule():
                return "<hr>"
            case Title():
                return title_block(block)

    def inlines(self, parts: tuple[Inline, ...]) -> str:
        return "".join(self.inline(part) for part in parts)

    def inline(self, part: Inline) -> str:
        match part:
            case Text(text):
                return clean(text)
            case Styled(parts, style):
                return f"<{TAGS[style]}>{self.inlines(parts)}</{TAGS[style]}>"
            case Foreign(text, language):
                return f'<span lang="{escape(language)}">{clean(text)}</span>'
            case Link(target, parts):
                return self.link(target, parts)
            case Citation():
                return self.citation(part)
            case Marked(parts, voice, chain):
                title = f' title="{escape(chain)}"' if chain else ""
                return f"<mark{f' class={voice}' if voice else ''}{title}>{self.inlines(parts)}</mark>"
            case Break():
                return "<br>"

    def id(self, name: str | None) -> str:
        if name is None or name in self.given:
            return ""
        self.given.add(name)
        return f' id="{escape(name)}"'

    def paragraph(self, parts: tuple[Inline, ...], manner: Manner) -> str:
        kind = "" if manner is Manner.PLAIN else f' class="{manner}"'
        words = self.inlines(parts)
        if manner is Manner.FURNITURE:
            return f'<p{kind} dir="auto"><s>{words}</s></p>'
        is_articles = manner in (Manner.ARTICLE, Manner.TITLE, Manner.HEADING)
        return f"<p{kind}{' dir=auto' if is_articles else ''}>{words}</p>"

    def items(self, block: Items, items: tuple[tuple[Block, ...], ...]) -> str:
        tag = "ol" if block.is_ordered else "ul"
        kind = ' class="large"' if block.is_large else ""
        return f"<{tag}{kind}>{''.join(f'<li>{self.item(item)}</li>' for item in items)}</{tag}>"

    def item(self, item: tuple[Block, ...]) -> str:
        match item:
            case (Paragraph(parts, Manner.PLAIN),):
                return self.inlines(parts)
            case _:
                return self.blocks(item)

    def link(self, target: str, parts: tuple[Inline, ...]) -> str:
        words = self.inlines(parts)
        if target.startswith("#"):
            return f'<a href="{escape(target)}">{words}</a>' if target[1:] in self.targets else words
        return f'<a href="{escape(target)}" rel="noreferrer">{words}</a>' if SAFE_ADDRESS.fullmatch(target) else words

    def citation(self, part: Citation) -> str:
        number = str(part.number)
        shown = number if part.id else f"[{number}]"
        if part.target[1:] not in self.targets:
            return f'<span class="cite"{self.id(part.id)}>{shown}</span>'
        label = f"Claim {number}" + (f": {part.chain}" if part.chain else "")
        tip = f'<span class="tip" aria-hidden="true">{clean(part.chain)}</span>' if part.chain else ""
        return (
            f'<a class="{"number" if part.id else "cite"}"{self.id(part.id)} href="{escape(part.target)}"'
            f' aria-label="{escape(label)}">{shown}{tip}</a>'
        )

    def table(self, table: Table) -> str:
        flush = [' class="count"' if column in table.numeric else "" for column in range(len(table.header))]
        head = "".join(f'<th scope="col"{flush[i]}>{self.inlines(cell)}</th>' for i, cell in enumerate(table.header))
        rows = (
            f'<tr><th scope="row">{self.inlines(row[0])}</th>'
            + "".join(f"<td{flush[i]}>{self.inlines(cell)}</td>" for i, cell in enumerate(row[1:], 1))
            + "</tr>"
            for row in table.rows
        )
        caption = f"<caption>{clean(table.caption)}</caption>" if table.caption else ""
        label = escape(table.caption or "Table")
        return (
            f'<div class="table" role="region" aria-label="{label}" tabindex="0"><table>{caption}'
            f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
        )

    def figure(self, figure: Figure) -> str:
        caption = f"<figcaption>{clean(figure.title)}</figcaption>" if figure.title else ""
        numbers = (
            f"<details><summary>The numbers of this figure</summary>{self.table(figure.table)}</details>"
            if figure.table
            else ""
        )
        return f'<figure{" class=drawn" if figure.is_inline else ""}>{caption}{picture(figure)}{numbers}</figure>'


def picture(figure: Figure) -> str:
    """An image that carries its own data: in an <img>, SVG can neither run scripts nor fetch anything."""
    if figure.media == "image/svg+xml":
        data = base64.b64encode(figure.data.encode()).decode()
    elif figure.media in BITMAPS:
        data = re.sub(r"[^A-Za-z0-9+/=]", "", figure.data)
    else:
        return f"<p>{clean(figure.alt)}</p>"
    return f'<img src="data:{figure.media};base64,{data}" alt="{escape(figure.alt)}">'


def chain_strip(chain: Chain) -> str:
    """The strip for the eye, and a sentence for the ear."""
    origins = '<i class="and">·</i>'.join(hop_box(hop) for hop in chain.origins)
    hops = "".join(f'<i class="to">→</i>{hop_box(hop)}' for hop in chain.hops)
    roots = ""
    if chain.roots:
        few, many = chain.roots
        dots = '<i class="dot"></i>' * few + '<i class="dot hollow"></i>' * (many - few)
        roots = f'<span class="roots">{dots} {aloud.roots(chain.roots)}</span>'
    return (
        f'<p class="chain"><span class="aloud">{clean(aloud.chain(chain))}</span>'
        f'<span class="strip" aria-hidden="true">{origins}{hops}{roots}</span></p>'
    )


def hop_box(hop: Hop) -> str:
    if hop.is_word:
        return f"<em>{clean(hop.label)}</em>"
    return f'<b class="{hop.voice}{"" if hop.is_named else " unnamed"}">{clean(hop.label)}</b>'


def title_block(title: Title) -> str:
    facts = "".join(f"<li>{clean(fact)}</li>" for fact in title.facts)
    return (
        f'<p class="handling">TLP:{clean(title.tlp)}</p>\n<h1>{clean(title.title)}</h1>\n<ul class="built">{facts}</ul>'
    )


def component_style() -> str:
    """The style sheet of everything that a cell shows, for the page and for JupyterLab."""
    sheet = files("attributed.show").joinpath("parts.css").read_text(encoding="utf-8")
    return (
        sheet.replace("/*light*/", css_variables(dark=False)).replace("/*dark*/", css_variables(dark=True))
    )
