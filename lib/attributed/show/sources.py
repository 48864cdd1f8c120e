"""The sources: a counted summary, every outlet, and everybody who answers for a claim as the articles put it."""

from collections import Counter
from collections.abc import Iterable, Sequence

from attributed.briefing import Briefing, Source
from attributed.knowledge import read_knowledge
from attributed.knowledge.subject import Outlet
from attributed.model import Article, Claim, Role
from attributed.show.chains import kind_label
from attributed.show.dates import date_words
from attributed.show.parts import cited, empty, shown
from attributed.show.protection import telling_of
from attributed.show.shown import Shown
from attributed.show.tree import Block, Citation, Inline, LineBreak, Paragraph, Style, Styled, Table, Text
from attributed.show.wording import NAME_ALONE, NOUNS, UNNAMED, agreeing, between, counted, listed

MOST_CITED = 12
MOST_ROWS = 120  # sources in the table; the rest are counted under it
Row = tuple[tuple[Inline, ...], ...]


def sources(briefing: Briefing) -> Shown:
    """What the briefing rests on, counted; then outlets; then every origin and relay that answers for a claim."""
    if not briefing.claims:
        return shown(briefing, empty("There are no claims, and so no sources."))
    summary = Paragraph((Text(" ".join(summary_sentences(briefing))),))
    return shown(briefing, summary, *outlet_table(briefing), *source_table(briefing))


def summary_sentences(briefing: Briefing) -> list[str]:
    """The source summary statement that ICD 206 asks for, each number counted from the claims."""
    told = [claim for claim in briefing.claims if not claim.is_the_articles_own]
    own = len(briefing.claims) - len(told)
    few, many = briefing.independent_roots
    unnamed = sum(claim.source_kind in UNNAMED for claim in told)
    translated = sum(claim.is_translated for claim in briefing.claims)
    conditions = sum(any(link.condition for link in claim.chain) for claim in told)
    access = sum(any(link.access for link in claim.chain) for claim in told)
    many_sources = len(briefing.sources)
    kinds = Counter(source.kind for source in briefing.sources)
    named = listed(counted(number, *NOUNS.get(kind, NAME_ALONE)) for kind, number in kinds.most_common())
    reasons = f"somebody who is not named; why is said in {conditions:,}, how they know in {access:,}."
    origins = f"{between(few, many)} independent {'origin' if many == 1 else 'origins'}"
    if not told:
        return [
            f"{counted(own, 'claim')}, all in the articles’ own words: nobody else answers for one.",
            age_words(briefing.articles),
        ]
    sentences = [
        f"{counted(len(briefing.claims), 'claim')}: {own:,} in the articles’ own words, {len(told):,} from {origins}.",
        f"{counted(many_sources, 'source')} {agreeing(many_sources, 'answers', 'answer')} for claims: {named}.",
        f"{counted(unnamed, 'claim')} of {len(told):,} {agreeing(unnamed, 'rests', 'rest')} on {reasons}",
        f"{counted(translated, 'claim')} went through a translation." if translated else "",
        age_words(briefing.articles),
    ]
    return [sentence for sentence in sentences if sentence]


def age_words(articles: Iterable[Article]) -> str:
    """As in "The articles are of 2013 to 25 February 2025; 1 has no date"."""
    published = [article.published.value for article in articles]
    dated = sorted(edtf for edtf in published if edtf)
    undated = published.count(None)
    missing = f"{undated} of {len(published)} articles {'has' if undated == 1 else 'have'} no date" if undated else ""
    if not dated:
        return f"{missing}."
    ends = dict.fromkeys((date_words(dated[0]), date_words(dated[-1])))
    return f"The dated articles are of {' to '.join(ends)}{f'; {missing}' if missing else ''}."


def outlet_table(briefing: Briefing) -> tuple[Block, ...]:
    """Every outlet with what the subject's list and the articles say of it."""
    known = {outlet.name: outlet for outlet in read_knowledge(briefing.request.subject).outlets.values()}
    printed: dict[str | None, list[Claim]] = {}
    for claim in briefing.claims:
        publisher = next((link.name for link in claim.chain if link.role is Role.PUBLISHER), None)
        printed.setdefault(publisher or briefing.article_of(claim).outlet.value, []).append(claim)
    ordered = sorted(printed.items(), key=lambda entry: (entry[0] is None, -len(entry[1]), entry[0] or ""))
    rows = tuple(_outlet_row(briefing, name, known.get(name or ""), claims) for name, claims in ordered)
    header = tuple((Text(word),) for word in ("Outlet", "What it is", "Reliability", "Articles", "Claims"))
    return (Table(header, rows, caption="Outlets", numeric=(3,)),)


def _outlet_row(briefing: Briefing, name: str | None, outlet: Outlet | None, claims: Sequence[Claim]) -> Row:
    return (
        (Text(name or "not named"),),
        (Text(outlet_words(outlet) if outlet else "not in the subject’s list" if name else "–"),),
        (Text(outlet.letter if outlet else "F"),),
        (Text(str(len({claim.article for claim in claims}))),),
        _some_cited(briefing, claims),
    )


def outlet_words(outlet: Outlet) -> str:
    """An outlet's descriptor: "broadcaster, voice of a state, run by …, in Korean; …"."""
    told = [
        outlet.kind,
        "voice of a state" if outlet.state else None,
        f"run by {outlet.owner}" if outlet.owner else None,
        f"in {outlet.language}" if outlet.language else None,
    ]
    words = ", ".join(word for word in told if word)
    return f"{words}; {outlet.sourcing}" if outlet.sourcing else words


def source_table(briefing: Briefing) -> tuple[Block, ...]:
    """Who answers for claims, the most first where there are many, with a warning where words could tell who it is."""
    if not briefing.sources:
        return (empty("Nobody but the articles themselves answers for a claim."),)
    many = len(briefing.sources) > MOST_ROWS
    ordered = sorted(briefing.sources, key=lambda source: -len(source.claims)) if many else briefing.sources
    rows = tuple(_source_row(briefing, source) for source in ordered[:MOST_ROWS])
    header = tuple((Text(word),) for word in ("Source", "Kind", "As described", "Perhaps also", "Claims"))
    rest = len(briefing.sources) - len(rows)
    note = (empty(f"{counted(rest, 'source')} with fewer claims are in claims.csv alone."),) if rest > 0 else ()
    return (Table(header, rows, caption="Sources as the articles describe them"), *note)


def _source_row(briefing: Briefing, source: Source) -> Row:
    names = {other.root: other.name or kind_label(other.kind) for other in briefing.sources}
    same = listed(names.get(root, root) for root in source.undecided)
    return (
        (Text(source.name or "not named"),),
        (Text(kind_label(source.kind)),),
        described(briefing, source),
        (Text(same or "–"),),
        _some_cited(briefing, source.claims),
    )


def described(briefing: Briefing, source: Source) -> tuple[Inline, ...]:
    """How an unnamed source is said to know and why it is not named; a warning where this could give it away."""
    telling = telling_of(briefing, source)
    if telling is None:
        return (Text("–"),)
    lines = [f"access as described: {telling.access}" if telling.access else "", telling.condition or ""]
    parts: list[Inline] = [part for line in lines if line for part in (Text(line), LineBreak())]
    if telling.is_telling:
        warning = f"Could identify: {listed(telling.traits)} together. Generalise before handing on."
        parts += [Styled((Text(warning),), Style.STRONG), LineBreak()]
    return tuple(parts[:-1]) or (Text("nothing said"),)


def _some_cited(briefing: Briefing, claims: Sequence[Claim]) -> tuple[Inline, ...]:
    numbers: tuple[Citation | Inline, ...] = cited(briefing, claims[:MOST_CITED])
    more = len(claims) - MOST_CITED
    return (*numbers, Text(f" and {more:,} more")) if more > 0 else numbers
