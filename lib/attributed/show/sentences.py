"""The sentence around a claim's words, cut from the article for a card."""

import re
from dataclasses import dataclass

from attributed.model import Article, Claim, Passage, ZoneKind
from attributed.show.tree import Inline, Marked, Text

# A full stop ends a sentence where a capital letter follows and no short abbreviation stands before it (Dec., Mt.).
# A missed end only makes the quotation longer, which is harmless.
END = re.compile(r"(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z])[.!?][”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z])")
LONGEST = 900  # code points around a claim that a card quotes at most


@dataclass(frozen=True, slots=True)
class Place:
    """Where a claim stands, for a reader: article and paragraph, both counted from 1."""

    article: int
    paragraph: int | None


def quoted(claim: Claim, article: Article) -> tuple[Inline, ...]:
    """The article's sentence with the claim's words marked."""
    around = surroundings(claim, article)
    parts: list[Inline] = []
    at = around.start
    for passage in sorted(claim.content):
        parts += [Text(article.text[at : passage.start]), Marked((Text(passage.of(article.text)),))]
        at = passage.end
    parts.append(Text(article.text[at : around.end]))
    return tuple(part for part in parts if part != Text(""))


def surroundings(claim: Claim, article: Article) -> Passage:
    """From the start of the sentence in which a claim's words begin to the end of that in which they end."""
    start, end = min(p.start for p in claim.content), max(p.end for p in claim.content)
    line = Passage(article.text.rfind("\n", 0, start) + 1, _line_end(article.text, end))
    for passage in (*claim.source, *claim.cue):
        if line.covers(passage):  # a source carried over from another paragraph is told by the chain
            start, end = min(start, passage.start), max(end, passage.end)
    ends = [line.start + match.end() for match in END.finditer(line.of(article.text))]
    whole = Passage(
        max((place for place in ends if place <= start), default=line.start),
        min((place for place in ends if place >= end), default=line.end),
    )
    return whole if whole.end - whole.start <= max(LONGEST, end - start) else Passage(start, end)


def _line_end(text: str, place: int) -> int:
    found = text.find("\n", place)
    return len(text) if found < 0 else found


def paragraph_number(claim: Claim, article: Article) -> int | None:
    """Which paragraph of the body a claim's words begin in, counted from 1; None outside the body."""
    start = min(p.start for p in claim.content)
    lines = [
        (at, at + len(line))
        for zone in article.zones_of(ZoneKind.BODY)
        for at, line in lines_of(article.text, zone.passage)
        if line.strip()
    ]
    return next((number for number, (first, end) in enumerate(lines, 1) if first <= start < end), None)


def lines_of(text: str, passage: Passage) -> list[tuple[int, str]]:
    """The lines of a stretch of text, each with its place."""
    found, at = [], passage.start
    for line in passage.of(text).split("\n"):
        found.append((at, line))
        at += len(line) + 1
    return found
