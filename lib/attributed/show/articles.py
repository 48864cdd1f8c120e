"""The articles as they were, with the words of every claim marked and furniture struck out."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attributed.briefing import Briefing
from attributed.model import Article, Claim, Passage, ZoneKind
from attributed.show.chains import chain_words
from attributed.show.dates import date_words
from attributed.show.facets import facets, filters
from attributed.show.filters import Filter
from attributed.show.palette import VOICES
from attributed.show.parts import shown
from attributed.show.sentences import lines_of
from attributed.show.shown import Shown
from attributed.show.tree import (
    Block,
    Citation,
    Definitions,
    Folded,
    Inline,
    Manner,
    Marked,
    Paragraph,
    Style,
    Styled,
    Text,
    Voice,
)
from attributed.show.wording import counted, voice_of

MOST_LETTERS = 150_000  # of all texts together; a page and a PDF with more are of no use to a reader
MOST_OPEN = 8  # more articles than these are folded, a line each
STRUCK = (ZoneKind.PICTURE, ZoneKind.RELATED, ZoneKind.FURNITURE)
MANNERS = {ZoneKind.TITLE: Manner.TITLE, ZoneKind.HEADING: Manner.HEADING, ZoneKind.BODY: Manner.ARTICLE}


def articles(briefing: Briefing) -> Shown:
    """Every article with what is known of it, then its text."""
    blocks: list[Block] = [marking_key(briefing)]
    in_full = articles_in_full(briefing)
    claims_of: dict[str, list[Claim]] = {}
    for claim in briefing.claims:
        claims_of.setdefault(claim.article, []).append(claim)
    for number, article in enumerate(briefing.articles, 1):
        claims = claims_of.get(article.sha256, [])
        if article.sha256 not in in_full:
            blocks.append(Paragraph((Text(summary(number, article, claims)),), Manner.SMALL))
            continue
        inner = (particulars(article), *article_lines(briefing, article, claims))
        is_open = len(briefing.articles) <= MOST_OPEN
        line = (Text(summary(number, article, claims)),)
        blocks.append(Folded(line, inner, id=f"article-{number}", is_open=is_open))
    if len(in_full) < len(briefing.articles):
        blocks.insert(1, Paragraph((Text(left_out(briefing, len(in_full))),)))
    marked = [claim for claim in briefing.claims if claim.article in in_full]
    return shown(briefing, *blocks, facets(briefing, marked), filters=article_filters(briefing, marked))


def article_filters(briefing: Briefing, claims: Sequence[Claim]) -> tuple[Filter, ...]:
    """An article to pick, then what claims are filtered by; an article fits what any of its claims fits."""
    numbers = {briefing.number_of(claim): briefing.number_of_article(briefing.article_of(claim)) for claim in claims}
    home = {f"words-{claim}": f"article-{article}" for claim, article in numbers.items()}
    picked = {f"article-{number}": (f"Article {number}",) for number in briefing.article_numbers.values()}
    chosen = [Filter("Article", picked | {words: picked[article] for words, article in home.items()})]
    for one in filters(briefing, claims, "words"):
        labels: dict[str, list[str]] = {}
        for words, fitting in one.labels.items():
            labels.setdefault(home[words], []).extend(fitting)
        chosen.append(Filter(one.name, {**one.labels, **labels}))
    return tuple(chosen)


def articles_in_full(briefing: Briefing) -> set[str]:
    """The articles printed with their text: all, or the first that the takeaways and then the facts rest on."""
    wanted = dict.fromkeys(
        [
            *(claim.article for fact in (*briefing.takeaways, *briefing.facts) for claim in fact.claims),
            *(article.sha256 for article in briefing.articles),
        ]
    )
    if sum(len(article.text) for article in briefing.articles) <= MOST_LETTERS:
        return set(wanted)
    chosen: set[str] = set()
    room = MOST_LETTERS
    for sha256 in wanted:
        room -= len(briefing.articles_by_hash[sha256].text)
        if room < 0:
            break
        chosen.add(sha256)
    return chosen


def left_out(briefing: Briefing, printed: int) -> str:
    """What a reader is told where articles are listed without their text."""
    return (
        f"The text of {printed} of {len(briefing.articles)} articles is printed here, those that come first in the "
        "takeaways and facts. Every text is in the folder articles, every claim in claims.csv beside this file."
    )


def summary(number: int, article: Article, claims: Sequence[Claim]) -> str:
    """An article in a line: "Article 3: Port shut · RFA · 9 December 2016 · 12 claims"."""
    title = " ".join(article.title.of(article.text).split()) if article.title else article.id
    when = date_words(article.published.value) if article.published.value else "no date"
    told = (article.outlet.value or "outlet not named", when, counted(len(claims), "claim"))
    return f"Article {number}: {' · '.join((title, *told))}"


def marking_key(briefing: Briefing) -> Block:
    """The voices met in these articles, each underlined as its claims are."""
    met = {voice_of(claim.source_kind) for claim in briefing.claims}
    parts: list[Inline] = [Text("The text is as received. Underlined: claims, by who answers for them: ")]
    for voice in (voice for voice in Voice if voice in met):
        parts += [Marked((Text(VOICES[voice].label),), voice), Text("; ")]
    parts[-1:] = [Text(". Each number leads to its claim. Struck out: what is not part of the article.")]
    return Paragraph(tuple(parts), Manner.SMALL)


def particulars(article: Article) -> Block:
    """Outlet, date and authors, each with its basis; unknown where unknown."""
    byline = ", ".join(f"{credit.role} {credit.name}" for credit in article.credits)
    published = date_words(article.published.value) if article.published.value else None
    entries = [
        ("File", article.id),
        (
            "Outlet",
            f"{article.outlet.value} ({article.outlet.basis})" if article.outlet.value else "not named in the text",
        ),
        ("Published", f"{published} ({article.published.basis})" if published else "no date in the text"),
        *([("Byline", byline)] if byline else []),
        ("SHA-256", article.sha256),
    ]
    return Definitions(tuple((term, (Text(said),)) for term, said in entries))


def article_lines(briefing: Briefing, article: Article, claims: list[Claim]) -> Iterator[Block]:
    """The lines of an article in order; blank ones only part paragraphs."""
    for at, line in lines_of(article.text, Passage(0, len(article.text))):
        if line.strip():
            stretch = Passage(at, at + len(line))
            yield Paragraph(marked_line(briefing, article, stretch, claims), manner_of(article, stretch))


def manner_of(article: Article, line: Passage) -> Manner:
    """How a line is set: by the first zone that it belongs to."""
    kind = next((zone.kind for zone in article.zones if _meets(zone.passage, line)), ZoneKind.BODY)
    return MANNERS.get(kind, Manner.FURNITURE)


def marked_line(briefing: Briefing, article: Article, line: Passage, claims: list[Claim]) -> tuple[Inline, ...]:
    """A line with claims marked and furniture struck out; where claims overlap, the innermost gives the look."""
    here = [claim for claim in claims if any(_meets(passage, line) for passage in claim.content)]
    struck = [zone.passage for zone in article.zones_of(*STRUCK) if _meets(zone.passage, line)]
    edges = {
        edge
        for passage in (*struck, *(p for claim in here for p in claim.content))
        for edge in (passage.start, passage.end)
    }
    cuts = sorted({line.start, line.end} | {edge for edge in edges if line.start < edge < line.end})
    parts: list[Inline] = []
    for start, end in pairwise(cuts):
        parts += [_number_of(briefing, claim) for claim in here if min(claim.content).start == start]
        covering = [claim for claim in here if _covers(claim.content, start)]
        words = _marked(
            briefing, article.text[start:end], covering, follows_number=bool(parts and is_number(parts[-1]))
        )
        parts.append(Styled((words,), Style.STRUCK) if _covers(struck, start) else words)
    return tuple(parts)


def _meets(passage: Passage, other: Passage) -> bool:
    return passage.start < other.end and other.start < passage.end


def _covers(passages: Iterable[Passage], place: int) -> bool:
    return any(passage.start <= place < passage.end for passage in passages)


def _number_of(briefing: Briefing, claim: Claim) -> Citation:
    number = briefing.number_of(claim)
    return Citation(number, f"#claim-{number}", id=f"words-{number}", chain=chain_words(claim))


def is_number(part: Inline) -> bool:
    """Whether a part is a claim's number, which tells the chain of the words after it."""
    return isinstance(part, Citation)


def _marked(briefing: Briefing, words: str, claims: list[Claim], *, follows_number: bool) -> Inline:
    if not claims:
        return Text(words)
    innermost = min(claims, key=lambda claim: sum(p.end - p.start for p in claim.content))
    chain = None if follows_number else chain_words(innermost)
    numbers = tuple(briefing.number_of(claim) for claim in claims)
    return Marked((Text(words),), voice_of(innermost.source_kind), chain, numbers)
