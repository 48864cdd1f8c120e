"""One article stage by stage: what was told apart when it was read, and who was found to say what."""

from collections.abc import Iterator

from attributed.briefing import Briefing
from attributed.model import Article, Claim, ZoneKind
from attributed.show.articles import STRUCK
from attributed.show.parts import empty, note, shown
from attributed.show.shown import Shown
from attributed.show.tree import Block, Citation, Inline, Styled, Table, Text
from attributed.show.tree import Style as Look
from attributed.show.wording import counted, sentence, shortened

LONGEST_WORDS = 90
ZONES = {
    ZoneKind.TITLE: "title",
    ZoneKind.HEADING: "heading",
    ZoneKind.BODY: "body",
    ZoneKind.CAPTION: "caption",
    ZoneKind.PICTURE: "picture’s file name",
    ZoneKind.BYLINE: "byline",
    ZoneKind.RELATED: "links to other articles",
    ZoneKind.FURNITURE: "furniture of the page",
}
HOW_TO_READ = (
    "Claims are taken from titles, headings and bodies only. "
    "What is struck out is kept, and never read as the article’s words."
)


def zones(briefing: Briefing) -> Shown:
    """Each article's zones in the order of the text."""
    blocks: list[Block] = [note(HOW_TO_READ)]
    header = tuple((Text(word),) for word in ("Zone", "Characters", "Begins"))
    for number, article in enumerate(briefing.articles, 1):
        rows = tuple(_zone_rows(article))
        caption = f"Article {number}: {counted(len(rows), 'zone')}, {counted(len(article.text), 'character')}"
        blocks.append(Table(header, rows, caption=caption))
    return shown(briefing, *blocks)


def _zone_rows(article: Article) -> Iterator[tuple[tuple[Inline, ...], ...]]:
    for zone in article.zones:
        words = Text(shortened(" ".join(zone.passage.of(article.text).split()), most=LONGEST_WORDS))
        begins: Inline = Styled((words,), Look.STRUCK) if zone.kind in STRUCK else words
        yield (Text(sentence(ZONES[zone.kind])),), (Text(f"{zone.passage.start}–{zone.passage.end}"),), (begins,)


def attributions(briefing: Briefing) -> Shown:
    """Each claim with the words that name its source and the words that attribute it."""
    told = [claim for claim in briefing.claims if not claim.is_the_articles_own]
    if not told:
        return shown(briefing, empty("Nothing in this article is attributed to anybody."))
    header = tuple((Text(word),) for word in ("Claim", "Source", "Cue", "Form", "Words"))
    rows = tuple(_attribution_row(briefing, claim) for claim in told)
    return shown(briefing, Table(header, rows, caption=f"{counted(len(rows), 'attribution')}"))


def _attribution_row(briefing: Briefing, claim: Claim) -> tuple[tuple[Inline, ...], ...]:
    article = briefing.article_of(claim)
    number = briefing.number_of(claim)
    inside = next((other for other in briefing.claims if other.id == claim.nested_in), None)
    nested = f" in [{briefing.number_of(inside)}]" if inside else ""
    source, cue = (_at(article, claim, name) for name in ("source", "cue"))
    words = shortened(" ".join(claim.text_in(article).split()), most=LONGEST_WORDS)
    return (
        (Citation(number, f"#claim-{number}"), Text(nested)),
        (Text(source or "carried over or not named"),),
        (Text(cue or "–"),),
        (Text(claim.form.value),),
        (Text(words),),
    )


def _at(article: Article, claim: Claim, name: str) -> str:
    return " … ".join(" ".join(passage.of(article.text).split()) for passage in getattr(claim, name))
