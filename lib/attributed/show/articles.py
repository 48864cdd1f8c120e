"""The articles as they were, with the words of every claim marked and furniture struck out."""

from collections.abc import Iterator

from attributed.briefing import Briefing
from attributed.model import Article, Claim, Passage, ZoneKind
from attributed.show.chains import chain_words
from attributed.show.dates import date_words
from attributed.show.palette import VOICES
from attributed.show.parts import note, shown
from attributed.show.sentences import lines_of
from attributed.show.shown import Shown
from attributed.show.tree import Block, Citation, Definitions, Heading, Inline, Manner, Marked, Paragraph, Text, Voice
from attributed.show.wording import ZONES, voice_of

MANNERS = {ZoneKind.TITLE: Manner.TITLE, ZoneKind.HEADING: Manner.HEADING, ZoneKind.BODY: Manner.ARTICLE}


def articles(briefing: Briefing) -> Shown:
    """Every article with what is known of it, then its text."""
    blocks: list[Block] = [marking_key(briefing)]
    for number, article in enumerate(briefing.articles, 1):
        claims = [claim for claim in briefing.claims if claim.article == article.sha256]
        blocks += [Heading(3, (Text(f"Article {number}"),), id=f"article-{number}"), particulars(article)]
        blocks += article_lines(briefing, article, claims)
    return shown(briefing, *blocks)


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
    credits = ", ".join(f"{credit.role} {credit.name}" for credit in article.credits)
    published = date_words(article.published.value) if article.published.value else None
    entries = [
        ("File", article.id),
        ("Outlet", f"{article.outlet.value} ({article.outlet.basis})" if article.outlet.value else "not named in the text"),
        ("Published", f"{published} ({article.published.basis})" if published else "no date in the text"),
        *([("Byline", credits)] if credits else []),
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
    kind = next((zone.kind for zone in article.zones if zone.passage.start < line.end and line.start < zone.passage.end), None)
    return MANNERS.get(kind or ZoneKind.BODY, Manner.FURNITURE)


def marked_line(briefing: Briefing, article: Article, line: Passage, claims: list[Claim]) -> tuple[Inline, ...]:
    """A line with claims marked; where claims overlap, the words take the look of the innermost."""
    here = [claim for claim in claims if any(p.start < line.end and line.start < p.end for p in claim.content)]
    edges = {line.start, line.end}
    edges |= {edge for claim in here for p in claim.content for edge in (p.start, p.end) if line.start < edge < line.end}
    cuts = sorted(edges)
    parts: list[Inline] = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        parts += [number_of(briefing, claim) for claim in here if min(claim.content).start == start]
        parts.append(marked(article.text[start:end], [claim for claim in here if covers(claim, start)]))
    return tuple(parts)


def covers(claim: Claim, place: int) -> bool:
    return any(passage.start <= place < passage.end for passage in claim.content)


def number_of(briefing: Briefing, claim: Claim) -> Citation:
    number = briefing.number_of(claim)
    return Citation(number, f"#claim-{number}", id=f"words-{number}", chain=chain_words(claim))


def marked(words: str, claims: list[Claim]) -> Inline:
    if not claims:
        return Text(words)
    innermost = min(claims, key=lambda claim: sum(p.end - p.start for p in claim.content))
    return Marked((Text(words),), voice_of(innermost.source_kind), chain_words(innermost))
