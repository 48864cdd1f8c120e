"""Sentences marked by hand -> claims: {content}, <source>, |cue|; one attribution a line, an unmarked line has none."""

import hashlib
import re
from functools import cache

from attributed.claims import claims_of
from attributed.knowledge import Knowledge, read_knowledge
from attributed.model import (
    UNKNOWN,
    Article,
    Attribution,
    Claim,
    Credit,
    Form,
    Known,
    Passage,
    Zone,
    ZoneKind,
)
from attributed.parsing import load_pipeline

MARKS = re.compile(r"[{}<>|]")


@cache
def knowledge() -> Knowledge:
    return read_knowledge("north-korea")


def claims(
    *lines: str, outlet: str | None = None, published: str | None = None, hands: tuple[Credit, ...] = ()
) -> tuple[Claim, ...]:
    """The claims of an article of some marked lines."""
    article, attributions = read(*lines, outlet=outlet, published=published, hands=hands)
    return claims_of(article, load_pipeline()(article.text), attributions, knowledge())


def read(
    *lines: str, outlet: str | None = None, published: str | None = None, hands: tuple[Credit, ...] = ()
) -> tuple[Article, list[Attribution]]:
    marked = "\n".join(lines)
    text = MARKS.sub("", marked)
    attributions: list[Attribution] = []
    at = 0
    for line in lines:
        found: dict[str, list[Passage]] = {"{": [], "<": [], "|": []}
        opened: dict[str, int] = {}
        for piece in re.split(r"([{}<>|])", line):
            if piece in {"}", ">"} or (piece == "|" and "|" in opened):
                kind = {"}": "{", ">": "<"}.get(piece, piece)
                found[kind].append(Passage(opened.pop(kind), at))
            elif MARKS.fullmatch(piece):
                opened[piece] = at
            else:
                at += len(piece)
        at += 1  # the line's end
        if found["{"]:
            form = form_of([passage.of(text) for passage in found["{"]])
            attributions.append(Attribution(tuple(found["<"]), tuple(found["|"]), tuple(found["{"]), form, 0.9))
    known = UNKNOWN if outlet is None else Known(outlet, "given by the test")
    day = UNKNOWN if published is None else Known(published, "given by the test")
    zones = (Zone(ZoneKind.BODY, Passage(0, len(text))),)
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Article("case", sha256, text, Known("utf-8", "given"), zones, day, known, hands), attributions


def form_of(contents: list[str]) -> Form:
    quoted = [content.startswith(("“", '"')) for content in contents]
    if all(quoted):
        return Form.DIRECT
    return Form.MIXED if any("“" in content for content in contents) else Form.INDIRECT


def words(claim: Claim, *lines: str) -> str:
    """A claim's content as it stands in the marked lines."""
    text = MARKS.sub("", "\n".join(lines))
    return " … ".join(passage.of(text) for passage in claim.content)
