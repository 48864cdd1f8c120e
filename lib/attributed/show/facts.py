"""What is reported, fact by fact: a card for each, with its claims, their words and their chains."""

from collections.abc import Iterator, Sequence

from attributed.briefing import Briefing
from attributed.model import UNGRADED, ChangeKind, Claim, Fact, Grade, Passage, text_at
from attributed.show.chains import claim_chain, fact_chains, kind_label, origin_words
from attributed.show.dates import date_words
from attributed.show.parts import cited, empty, note, shown
from attributed.show.places import place_words
from attributed.show.reasons import GROUNDS, LETTERS, NUMBERS
from attributed.show.sentences import paragraph_number, quoted, surroundings
from attributed.show.shown import Shown
from attributed.show.tree import (
    Block,
    Card,
    Chip,
    Chips,
    Citation,
    Heading,
    Inline,
    Items,
    LineBreak,
    Link,
    Manner,
    Marked,
    Paragraph,
    Quotation,
    Style,
    Styled,
    Text,
)
from attributed.show.wording import HEDGES, POLARITIES, between, counted, listed, sentence, shortened

HOW_TO_READ = (
    "How to read a chain. Left is who is said to know; right is who printed it. Dashed: not named. "
    "A dot is an origin, not an article; hollow where two may be one."
)
LONGEST_TAKEAWAY = 320
MOST_WAYS = 3
MOST_CITED = 10
MOST_ALIKE = 3
QUOTES = '“”"'


def takeaways(briefing: Briefing) -> Shown:
    """The weightiest facts, each in the article's words with its chain."""
    if not briefing.takeaways:
        return shown(briefing, empty("No claim of these articles reports an event of the subject’s list."))
    items = tuple(_takeaway(briefing, fact) for fact in briefing.takeaways)
    return shown(briefing, note(HOW_TO_READ), Items(items, is_ordered=True, is_large=True))


def _takeaway(briefing: Briefing, fact: Fact) -> tuple[Block, ...]:
    claim = fact.claims[0]
    translated: tuple[Inline, ...] = (Styled((Text("(translated) "),), Style.QUIET),) if claim.is_translated else ()
    told = (fact_title(briefing, fact), firmness(claim), *weight_words(briefing, fact))
    ways = fact_chains(fact.claims, roots=fact.independent_roots)
    more = len(ways) - MOST_WAYS
    return (
        Paragraph((Text(" · ".join(told)),), Manner.LEAD),
        Paragraph((Text(f"{words_of(briefing, claim)} "), *translated, *cited_first(briefing, fact.claims))),
        *ways[:MOST_WAYS],
        *([Paragraph((Text(f"and in {counted(more, 'more way')}"),), Manner.SMALL)] if more > 0 else []),
    )


def cited_first(briefing: Briefing, claims: Sequence[Claim]) -> tuple[Inline, ...]:
    """The first numbers of many, and how many more there are."""
    more = len(claims) - MOST_CITED
    rest = (Styled((Text(f"and {more} more"),), Style.QUIET),) if more > 0 else ()
    return (*cited(briefing, claims[:MOST_CITED]), *rest)


def weight_words(briefing: Briefing, fact: Fact) -> Iterator[str]:
    """What a reader weighs a fact by: how many articles and roots, the grade, whether it is new or overturned."""
    if len(fact.articles) > 1:
        few, many = fact.independent_roots
        roots = f"{between(few, many)} independent {'root' if many == 1 else 'roots'}"
        yield f"{counted(len(fact.articles), 'article')}, {roots}"
    yield f"{fact.grade.source}{fact.grade.information}"
    kinds = {change.kind for change in briefing.changes if change.fact == fact.id}
    if ChangeKind.NEW in kinds:
        yield "new"
    if fact.overturned_by:
        yield "overturned by a later sighting"


def words_of(briefing: Briefing, claim: Claim, *passages: Passage, most: int = LONGEST_TAKEAWAY) -> str:
    """A claim's words, or those at some passages of it, on one line.

    Quotation marks whose other half stands elsewhere are left out, as are those around a translator's words.
    """
    text = briefing.article_of(claim).text
    words = " ".join(text_at(passages or claim.content, text).split()).rstrip(",;")
    if claim.is_translated and words[:1] in QUOTES and not any(mark in words[1:-1] for mark in QUOTES):
        words = words.strip(QUOTES).rstrip(",;")
    return shortened(whole_quotes(words), most=most)


def whole_quotes(words: str) -> str:
    """Words without the half of a pair of curly quotation marks at their start or end."""
    if words.startswith("“") and "”" not in words:
        words = words[1:]
    return words[:-1].rstrip(",;") if words.endswith("”") and "“" not in words else words


def reported(briefing: Briefing) -> Shown:
    """The facts that somebody other than the article answers for, a card each."""
    facts = [fact for fact in briefing.facts if not all(claim.is_the_articles_own for claim in fact.claims)]
    if not facts:
        return shown(briefing, empty("These articles attribute nothing to anybody."))
    return shown(briefing, *(fact_card(briefing, fact) for fact in facts))


def own_words(briefing: Briefing) -> Shown:
    """What the articles assert themselves, as a list for each article."""
    blocks: list[Block] = []
    own = {f.id: f for f in briefing.facts if all(claim.is_the_articles_own for claim in f.claims)}
    told = {claim.id: fact for fact in own.values() for claim in fact.claims}
    for number, article in enumerate(briefing.articles, 1):
        claims = [claim for claim in briefing.claims if claim.article == article.sha256 and claim.id in told]
        if claims:
            name = article.outlet.value or "outlet not named"
            blocks.append(Heading(3, (Link(f"#article-{number}", (Text(f"Article {number}"),)), Text(f", {name}"))))
            blocks += [_own_assertion(briefing, claim, told[claim.id]) for claim in claims]
    return shown(briefing, *(blocks or [empty("These articles assert nothing in their own words.")]))


def _own_assertion(briefing: Briefing, claim: Claim, fact: Fact) -> Block:
    number = briefing.number_of(claim)
    elsewhere = [other for other in fact.claims if other.article != claim.article]
    known = [
        briefing.event_labels.get(claim.event or ""),
        date_words(claim.time.value) if claim.time.value else None,
        HEDGES[claim.hedge] if claim.hedge != "asserted" else None,
        POLARITIES.get(claim.polarity),
    ]
    about = " · ".join(words for words in known if words)
    parts: tuple[Inline, ...] = (
        Citation(number, f"#words-{number}", id=f"claim-{number}"),
        Text(" " + " ".join(claim.text_in(briefing.article_of(claim)).split())),
    )
    if about:
        parts = (*parts, Styled((Text(f" {about}"),), Style.QUIET))
    if elsewhere:
        parts = (*parts, Styled((Text(" the same in "),), Style.QUIET), *cited(briefing, elsewhere))
    return Paragraph(parts, Manner.ENTRY)


def fact_card(briefing: Briefing, fact: Fact) -> Block:
    """A fact with its claims: the first speaks for it, the others stand inside."""
    heading = Heading(3, (Text(fact_title(briefing, fact)),))
    told: set[tuple[str, Passage]] = set()
    cards: list[Block] = []
    for claim in fact.claims:
        around = (claim.article, surroundings(claim, briefing.article_of(claim)))
        cards.append(
            Card(claim_blocks(briefing, claim, in_full=around not in told), _claim_id(briefing, claim), is_inner=True)
        )
        told.add(around)
    return Card((heading, *standing(briefing, fact), *cards))


def standing(briefing: Briefing, fact: Fact) -> tuple[Block, ...]:
    """Grade, roots and the reasons for both; what overturned the fact; what may be the same."""
    lines: list[tuple[Inline, ...]] = []
    if fact.overturned_by:
        later = briefing.facts_by_id[fact.overturned_by]
        lines.append(
            (
                Styled(
                    (Text(f"Overturned: {fact_title(briefing, later)} "), *cited(briefing, later.claims)), Style.STRONG
                ),
            )
        )
    lines.append((Text(f"{grade_words(fact.grade)}. {sentence('; '.join(fact.grade.why))}."),))
    if fact.steps and (len(fact.articles) > 1 or fact.independent_roots[1] > 1):
        lines.append((Text(f"{roots_words(fact)} "), *cited(briefing, _shown_by(briefing, fact))))
    alike = [briefing.facts_by_id[name] for name in fact.may_be[:MOST_ALIKE]]
    if alike:
        named = [(Text(f"{fact_title(briefing, one)} "), *cited_first(briefing, one.claims)) for one in alike]
        lines.append((Text("May be the same as: "), *(part for one in named for part in one)))
    parts = (part for number, line in enumerate(lines) for part in ((LineBreak(), *line) if number else line))
    return (Paragraph(tuple(parts), Manner.SMALL),)


def roots_words(fact: Fact) -> str:
    """How many roots, and why: "1 to 2 independent roots behind 3 articles. One: both cite one report"."""
    few, many = fact.independent_roots
    told = f"{between(few, many)} independent {'root' if many == 1 else 'roots'}"
    reasons = [f"{told} behind {counted(len(fact.articles), 'article')}"]
    for is_certain, words in ((True, "One"), (False, "Perhaps one")):
        grounds = dict.fromkeys(GROUNDS[step.ground] for step in fact.steps if step.is_certain is is_certain)
        reasons += [f"{words}: {'; '.join(grounds)}"] if grounds else []
    return ". ".join(reasons)


def _shown_by(briefing: Briefing, fact: Fact) -> list[Claim]:
    return [briefing.claims_by_id[name] for name in dict.fromkeys(c for step in fact.steps for c in step.claims)]


def grade_words(grade: Grade) -> str:
    """As in "F6: reliability cannot be judged, possibly true", and by whom, where a person gave it."""
    given = f", given by {grade.given_by}" if grade.given_by else ""
    if (grade.source, grade.information) == (UNGRADED.source, UNGRADED.information):
        return f"{grade.source}{grade.information}{given}: cannot be judged"
    return f"{grade.source}{grade.information}{given}: {LETTERS[grade.source]}, {NUMBERS[grade.information]}"


def _claim_id(briefing: Briefing, claim: Claim) -> str:
    return f"claim-{briefing.number_of(claim)}"


def claim_blocks(briefing: Briefing, claim: Claim, *, in_full: bool) -> tuple[Block, ...]:
    """Chips, the sentence with the claim's words marked (the words alone where it stands just above), place, chain."""
    article = briefing.article_of(claim)
    words = quoted(claim, article) if in_full else (Marked((Text(claim.text_in(article)),)),)
    return (
        Chips(claim_chips(briefing, claim)),
        Quotation(words, place_line(briefing, claim)),
        claim_chain(claim),
    )


def place_line(briefing: Briefing, claim: Claim) -> tuple[Inline, ...]:
    """The claim's number and where its words stand: "[3] article 1, paragraph 2; translated"."""
    number = briefing.number_of(claim)
    article = briefing.article_of(claim)
    paragraph = paragraph_number(claim, article)
    where = f"article {briefing.number_of_article(article)}" + (f", paragraph {paragraph}" if paragraph else "")
    translated = "; translated: the article’s words, not the speaker’s" if claim.is_translated else ""
    return (
        Styled((Text(f"[{number}] "),), Style.STRONG),
        Link(f"#words-{number}", (Text(where),)),
        Text(translated),
    )


def claim_chips(briefing: Briefing, claim: Claim) -> tuple[Chip, ...]:
    """When, what, how firmly, who, where: what is not known is said, in a dashed frame."""
    article = briefing.article_of(claim)
    when = date_words(claim.time.value) if claim.time.value else "date unknown"
    label = briefing.event_labels.get(claim.event or "")
    told = [HEDGES[claim.hedge], *([POLARITIES[claim.polarity]] if claim.polarity in POLARITIES else [])]
    where = list(dict.fromkeys(place_words(mention, article) for mention in claim.places))
    people = list(dict.fromkeys(mention.name for mention in claim.people))
    return (
        Chip("When", when, is_open=claim.time.value is None or any(mark in claim.time.value for mark in "X~?%.")),
        *([Chip("Event", label)] if label else []),
        Chip("Told as", ", ".join(told)),
        Chip("Source", kind_label(claim.source_kind), is_open=claim.source_kind is None),
        *(Chip("Place", place) for place in where),
        *(Chip("Person", person) for person in people),
    )


def fact_title(briefing: Briefing, fact: Fact) -> str:
    """The event, to whom, and when, as far as known: "Execution of Jang Song Thaek, December 2013".

    Whom only other claims of the fact name is said apart: the article that speaks for it may not have meant them.
    """
    label = briefing.event_labels.get(fact.event or "")
    label = sentence(label) if label else f"Statement, {origin_words(fact.claims[0])}"
    lead = fact.claims[0].article
    named = dict.fromkeys(m.name for claim in fact.claims if claim.article == lead for m in claim.affected)
    others = dict.fromkeys(m.name for claim in fact.claims for m in claim.affected)
    whom = f": {listed(named)}" if named else f" (other claims name {listed(others)})" if others else ""
    return label + whom + (f", {date_words(fact.time.value)}" if fact.time.value else "")


def firmness(claim: Claim) -> str:
    """How firmly the lead claim of a fact is made, in a word or two."""
    polarity = POLARITIES.get(claim.polarity)
    return f"{HEDGES[claim.hedge]}, {polarity}" if polarity else HEDGES[claim.hedge]
