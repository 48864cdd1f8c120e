"""Short articles with claims for tests of facts: a sentence a claim, names found by the subject's lists."""

from dataclasses import replace
from typing import Any

from attributed.knowledge import find_mentions, read_knowledge
from attributed.model import (
    UNKNOWN,
    Article,
    Claim,
    Count,
    Extraction,
    Form,
    Hedge,
    Known,
    Link,
    Mention,
    Passage,
    Polarity,
    Role,
    SourceKind,
    Zone,
    ZoneKind,
)


def source(root: str, kind: SourceKind = SourceKind.ANONYMOUS_SOURCE, *, role: Role = Role.ORIGIN) -> Link:
    return Link(role, root, kind, root)


def told(words: str, *speakers: Link, event: str | None = None, **fields: Any) -> tuple[str, dict[str, Any]]:
    """A claim to be: its words, who speaks (the reporter where nobody does) and other fields of a claim."""
    return words, {"speakers": speakers, "event": event, **fields}


def story(
    name: str, *claims: tuple[str, dict[str, Any]], outlet: str | None = None, day: str | None = None, title: str = ""
) -> Extraction:
    """An article whose paragraphs are the claims' words, behind a title where one is given."""
    text = "\n".join([*([title] if title else []), *(words for words, _ in claims)])
    body = Passage(len(title) + 1 if title else 0, len(text))
    zones = [Zone(ZoneKind.BODY, body)] + ([Zone(ZoneKind.TITLE, Passage(0, len(title)))] if title else [])
    article = Article(
        id=name,
        sha256=f"{name:-<10}sha",
        text=text,
        encoding=Known("utf-8", "decodes"),
        zones=tuple(zones),
        published=Known(day, "given") if day else UNKNOWN,
        outlet=Known(outlet, "given") if outlet else UNKNOWN,
    )
    return Extraction(article, tuple(_claim(article, words, fields) for words, fields in claims))


def _claim(article: Article, words: str, fields: dict[str, Any]) -> Claim:
    passage = Passage(article.text.index(words), article.text.index(words) + len(words))
    named = find_mentions(article.text, read_knowledge())
    people, places = _inside(named.people, passage), _inside(named.places, passage)
    outlet = article.outlet.value
    publisher = Link(Role.PUBLISHER, outlet, "outlet", outlet or f"outlet of {article.sha256[:10]}")
    given = dict(fields)
    speakers, time, done_to_all = given.pop("speakers"), given.pop("time", None), given.pop("befalls", True)
    origin = speakers or (Link(Role.ORIGIN, None, SourceKind.REPORTER, publisher.root),)
    count: tuple[int, int | None] | None = given.pop("count", None)
    claim = Claim(
        id=f"{article.id}:{passage.start}",
        article=article.sha256,
        source=(),
        cue=(),
        content=(passage,),
        form=Form.INDIRECT,
        chain=(*origin, publisher),
        source_kind=SourceKind(origin[0].kind),
        hedge=Hedge.REPORTED,
        polarity=Polarity.AFFIRMED,
        time=Known(time, "given") if time else UNKNOWN,
        people=people,
        places=places,
        affected=people if done_to_all and given.get("event") else (),
        count=Count(count[0], count[1], _printed(count[0], words, passage)) if count else None,
    )
    return replace(claim, **given)


def _printed(number: int, words: str, passage: Passage) -> Passage:
    """Where a number stands in a claim's words, all of it where they do not have it in figures."""
    form = next((form for form in (str(number), f"{number:,}") if form in words), words)
    start = passage.start + words.index(form)
    return Passage(start, start + len(form))


def _inside(mentions: tuple[Mention, ...], passage: Passage) -> tuple[Mention, ...]:
    return tuple(mention for mention in mentions if passage.covers(mention.passage))
