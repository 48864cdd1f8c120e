"""What is reported, fact by fact: a card for each, with its claims, their words and their chains."""

from itertools import groupby

from attributed.briefing import Briefing
from attributed.model import Claim, Fact, Passage
from attributed.show.chains import claim_chain, fact_chains, kind_label
from attributed.show.cutting import MOST, statement
from attributed.show.dates import date_words
from attributed.show.facets import filters
from attributed.show.naming import but, cited_first, event_words, fact_title, firmness, words_of
from attributed.show.parts import cited, empty, note, shown
from attributed.show.places import place_words
from attributed.show.scripts import own_script
from attributed.show.sentences import paragraph_number, quoted, surroundings
from attributed.show.shown import Shown
from attributed.show.standing import standing, weight_words
from attributed.show.tree import (
    Block,
    Card,
    Chip,
    Chips,
    Citation,
    Heading,
    Inline,
    Items,
    Link,
    Manner,
    Marked,
    Paragraph,
    Quotation,
    Style,
    Styled,
    Text,
)
from attributed.show.wording import HEDGES, counted

HOW_TO_READ = (
    "How to read a chain. Left is who is said to know; right is who printed it. Dashed: not named. "
    "A dot is an origin, not an article; hollow where two may be one."
)
MOST_WAYS = 3


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


def reported(briefing: Briefing) -> Shown:
    """The facts that somebody other than the article answers for, a card each."""
    facts = [fact for fact in briefing.facts if not all(claim.is_the_articles_own for claim in fact.claims)]
    if not facts:
        return shown(briefing, empty("These articles attribute nothing to anybody."))
    # Of very many facts a notebook would hold thousands of cards that no page prints.
    printed = facts[:MOST]
    cards = [fact_card(briefing, fact) for fact in printed]
    cut = [empty(statement(len(facts), "facts"))] if len(facts) > MOST else []
    claims = [claim for fact in printed for claim in fact.claims]
    return shown(briefing, *cards, *cut, filters=filters(briefing, claims, "claim"))


def own_words(briefing: Briefing) -> Shown:
    """What the articles assert themselves, as a list for each article."""
    blocks: list[Block] = []
    own = [fact for fact in briefing.facts if all(claim.is_the_articles_own for claim in fact.claims)]
    told = {claim.id: fact for fact in own for claim in fact.claims}
    printed = [claim for claim in briefing.claims if claim.id in told]
    for sha256, claims in groupby(printed[:MOST], key=lambda claim: claim.article):
        article = briefing.articles_by_hash[sha256]
        number = briefing.number_of_article(article)
        name = article.outlet.value or "outlet not named"
        blocks.append(Heading(3, (Link(f"#article-{number}", (Text(f"Article {number}"),)), Text(f", {name}"))))
        blocks += [_own_assertion(briefing, claim, told[claim.id]) for claim in claims]
    if len(printed) > MOST:
        blocks.append(empty(statement(len(printed), "claims")))
    return shown(briefing, *(blocks or [empty("These articles assert nothing in their own words.")]))


def _own_assertion(briefing: Briefing, claim: Claim, fact: Fact) -> Block:
    number = briefing.number_of(claim)
    elsewhere = [other for other in fact.claims if other.article != claim.article]
    known = [
        event_words(briefing, claim, claim.event),
        date_words(when) if (when := claim.event_time.value) else None,
        HEDGES[claim.hedge] if claim.hedge != "asserted" else None,
        *but(claim),
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
    time = claim.event_time.value
    label = event_words(briefing, claim, claim.event)
    where = {place_words(mention, article): mention for mention in reversed(claim.places)}
    people = {mention.name: mention for mention in reversed(claim.people)}
    return (
        Chip(
            "When",
            date_words(time) if time else "date unknown",
            is_open=time is None or any(mark in time for mark in "X~?%."),
        ),
        *([Chip("Event", label)] if label else []),
        Chip("Told as", firmness(claim)),
        Chip("Source", kind_label(claim.source_kind), is_open=claim.source_kind is None),
        *(Chip("Place", name, own_script=own_script(briefing, claim, where[name])) for name in reversed(where)),
        *(Chip("Person", name, own_script=own_script(briefing, claim, people[name])) for name in reversed(people)),
    )
