"""What cannot all be so: both sides with their chains, retellings that drift, leads that nobody bears out."""

from attributed.briefing import Briefing
from attributed.model import Claim, Conflict, Disagreement, Drift, Passage, Unsupported
from attributed.show.chains import claim_chain
from attributed.show.naming import fact_title, words_of
from attributed.show.parts import cited, empty, note, shown
from attributed.show.reasons import DISAGREEMENTS, value_words
from attributed.show.shown import Shown
from attributed.show.standing import grade_words
from attributed.show.tree import (
    Block,
    Card,
    Heading,
    Inline,
    Items,
    Link,
    Marked,
    Paragraph,
    Style,
    Styled,
    Table,
    Text,
)
from attributed.show.wording import counted, sentence

LONGEST_WORDS = 220


def conflicts(briefing: Briefing) -> Shown:
    """Every conflict with both sides, then where retellings say something else than what they retell."""
    blocks: list[Block] = [_card(briefing, conflict) for conflict in briefing.conflicts]
    if not blocks:
        blocks.append(empty("No two reports here are found to contradict each other."))
    if briefing.drifts:
        blocks += [Heading(3, (Text("What changed in the retelling"),)), _drifts(briefing)]
    return shown(briefing, *blocks)


def _card(briefing: Briefing, conflict: Conflict) -> Block:
    heading = Heading(3, (Text(": ".join([DISAGREEMENTS[conflict.about], *_subject(briefing, conflict)])),))
    sides = zip(conflict.facts, conflict.claims, conflict.values, strict=True)
    blocks: list[Block] = [heading]
    for fact, claim, value in sides:
        told = briefing.claims_by_id[claim]
        grade = grade_words(briefing.facts_by_id[fact].grade)
        said: tuple[Inline, ...] = (
            Styled((Text(f"{sentence(value_words(conflict.about, value))}. "),), Style.STRONG),
            Text(f"{words_of(briefing, told, most=LONGEST_WORDS)} "),
            *cited(briefing, [told]),
            Styled((Text(f" {grade}"),), Style.QUIET),
        )
        blocks += [Paragraph(said), claim_chain(told)]
    return Card(tuple(blocks))


def _subject(briefing: Briefing, conflict: Conflict) -> list[str]:
    """Who it became of, or what the two facts are called, where they are of an event of the subject's list."""
    if conflict.about is Disagreement.STATUS:
        sides = [{m.name for m in briefing.claims_by_id[claim].affected} for claim in conflict.claims]
        return sorted(sides[0] & sides[1])
    facts = [briefing.facts_by_id[fact] for fact in conflict.facts]
    titles = dict.fromkeys(fact_title(briefing, fact) for fact in facts if fact.event in briefing.event_labels)
    return [" / ".join(titles)] if titles else []


def _drifts(briefing: Briefing) -> Block:
    header = tuple((Text(word),) for word in ("What", "Original", "Retelling"))
    return Table(header, tuple(_drift(briefing, drift) for drift in briefing.drifts), caption="Drift in retellings")


def _drift(briefing: Briefing, drift: Drift) -> tuple[tuple[Inline, ...], ...]:
    sides = (drift.original, drift.retelling)
    told = [briefing.claims_by_id[claim] for claim in sides]
    cells = tuple(
        (
            Styled((Text(f"{sentence(value_words(drift.about, value))}. "),), Style.STRONG),
            Text(f"{words_of(briefing, claim, most=LONGEST_WORDS)} "),
            *cited(briefing, [claim]),
        )
        for claim, value in zip(told, drift.values, strict=True)
    )
    return ((Text(DISAGREEMENTS[drift.about]),), *cells)


def unsupported(briefing: Briefing) -> Shown:
    """The parts of summary sentences that nobody quoted in the article bears out."""
    if not briefing.unsupported:
        return shown(briefing, empty("What the articles’ summary sentences say is borne out by somebody they quote."))
    items = tuple((Paragraph(_unsupported(briefing, one)),) for one in briefing.unsupported)
    told = counted(len(items), "part of a summary sentence", "parts of summary sentences")
    return shown(briefing, note(f"{told} that nobody quoted in the same article says."), Items(items))


def _unsupported(briefing: Briefing, one: Unsupported) -> tuple[Inline, ...]:
    claim = briefing.claims_by_id[one.claim]
    article = briefing.article_of(claim)
    number = briefing.number_of_article(article)
    return (
        Link(f"#article-{number}", (Text(f"Article {number}"),)),
        Text(": "),
        *_marked(briefing, claim, one.passage),
        Text(" "),
        *cited(briefing, [claim]),
    )


def _marked(briefing: Briefing, claim: Claim, passage: Passage) -> tuple[Inline, ...]:
    """A claim's words with one stretch of them marked."""
    text = briefing.article_of(claim).text
    start, end = min(p.start for p in claim.content), max(p.end for p in claim.content)
    around = (text[min(start, passage.start) : passage.start], text[passage.end : max(end, passage.end)])
    before, after = (Text(" ".join(f"_{part}_".split())[1:-1]) for part in around)
    return (before, Marked((Text(" ".join(passage.of(text).split())),)), after)
