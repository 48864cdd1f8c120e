"""What changed since the edition before: new, changed, overturned, withdrawn."""

from collections.abc import Sequence

from attributed.briefing import Briefing
from attributed.model import Change, ChangeKind
from attributed.show.dates import date_words
from attributed.show.naming import fact_title, whole_quotes
from attributed.show.parts import cited, empty, note, shown
from attributed.show.reasons import CHANGES
from attributed.show.shown import Shown
from attributed.show.tree import Block, Heading, Inline, Items, Paragraph, Style, Styled, Text
from attributed.show.wording import counted, listed, sentence, shortened

MOST_LISTED = 15
LONGEST_WORDS = 160
ORDER = (ChangeKind.OVERTURNED, ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.WITHDRAWN)
READ_ANEW = (
    "Between the two editions the program or its lists changed too, so that some differences may come from reading "
    "the same articles otherwise."
)


def what_changed(briefing: Briefing) -> Shown:
    """Counts and lists by kind; says so where this is the first edition, or nothing changed."""
    if briefing.before is None:
        return shown(briefing, empty("First edition: there is no earlier one to compare it with."))
    anew = [note(READ_ANEW)] if briefing.is_read_anew else []
    if not briefing.changes:
        words = f"Nothing changed since edition {briefing.before}: the same facts with the same roots and grades."
        return shown(briefing, empty(words))
    told = {kind: [change for change in briefing.changes if change.kind is kind] for kind in ORDER}
    counts = listed(f"{len(changes)} {kind.value}" for kind, changes in told.items() if changes)
    blocks: list[Block] = [Paragraph((Text(f"Since edition {briefing.before}: {counts}."),)), *anew]
    for kind, changes in told.items():
        if changes:
            blocks += [Heading(3, (Text(CHANGES[kind]),)), *_listed(briefing, changes)]
    return shown(briefing, *blocks)


def _listed(briefing: Briefing, changes: Sequence[Change]) -> list[Block]:
    weighed = sorted(changes, key=lambda change: not change.title)  # events of the subject's list first
    items = tuple((Paragraph(change_words(briefing, change)),) for change in weighed[:MOST_LISTED])
    more = len(changes) - MOST_LISTED
    return [Items(items), *([note(f"And {counted(more, 'more fact')}.")] if more > 0 else [])]


def change_words(briefing: Briefing, change: Change) -> tuple[Inline, ...]:
    """What a fact is called, its words, its numbers where it stands in this edition, and what differs."""
    fact = briefing.facts_by_id.get(change.fact) if change.kind is not ChangeKind.WITHDRAWN else None
    when = f", {date_words(change.time)}" if change.time else ""
    name = fact_title(briefing, fact) if fact else f"{sentence(change.title) or 'Statement'}{when}"
    parts: list[Inline] = [Styled((Text(name),), Style.STRONG)]
    parts.append(Text(f": {shortened(whole_quotes(change.words), most=LONGEST_WORDS)} "))
    parts += cited(briefing, fact.claims) if fact else [Text(f"(as edition {briefing.before} had it)")]
    told = [f"{what} {before} → {now}" for what, before, now in change.differences]
    if change.editions:
        told.append(f"stated in edition{'s' if len(change.editions) > 1 else ''} {listed(change.editions)}")
    return (*parts, Styled((Text(" " + "; ".join(told)),), Style.QUIET)) if told else tuple(parts)
