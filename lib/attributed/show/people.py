"""People and bodies: what is reported of their status through time, by whom, and under which names."""

from collections.abc import Iterable, Sequence

from attributed.briefing import Briefing
from attributed.model import Claim, History, Outlook, Status
from attributed.show.chains import kind_label
from attributed.show.dates import date_words
from attributed.show.naming import cited_first, firmness, words_of
from attributed.show.parts import cited, empty, note, shown
from attributed.show.scripts import LANGUAGE
from attributed.show.shown import Shown
from attributed.show.tree import Block, Foreign, Inline, LineBreak, Manner, Paragraph, Style, Styled, Table, Text
from attributed.show.wording import INTENDED, counted, listed

LONGEST_WORDS = 110
MOST_WITHOUT = 12  # rows of people of whom no status is reported
HOW_TO_READ = (
    "A status stands here only where somebody says firmly that it is so; what is feared, wanted, possible, ordered or "
    "denied is set in italics and is no status. A later sighting, or a death much later, overturns an earlier report."
)


def people(briefing: Briefing) -> Shown:
    """Everybody whom claims name, those with a reported status first, then the bodies with one."""
    if not briefing.histories:
        return shown(briefing, empty("No claim names a person of the subject’s list."))
    named = {mention.key for claim in briefing.claims for mention in claim.people}
    persons = [history for history in briefing.histories if history.subject.key in named]
    bodies = [history for history in briefing.histories if history.subject.key not in named]
    told = [history for history in persons if history.statuses or history.unfirm or history.appearances]
    others = [history for history in persons if history not in told]
    rows = [*told, *others[:MOST_WITHOUT]]
    blocks: list[Block] = [note(HOW_TO_READ)]
    blocks += [_table(briefing, rows, "Person", f"{counted(len(persons), 'person', 'people')} in claims")]
    if rest := others[MOST_WITHOUT:]:
        names = [(Text(f"{history.subject.name} "), *cited_first(briefing, history.claims)) for history in rest]
        blocks.append(Paragraph((Text("Named too: "), *(part for one in names for part in one)), Manner.SMALL))
    if bodies:
        blocks.append(_table(briefing, bodies, "Body", f"{counted(len(bodies), 'body', 'bodies')} with a status"))
    else:
        blocks.append(empty("No status of an organisation is reported."))
    return shown(briefing, *blocks)


def _table(briefing: Briefing, histories: Sequence[History], what: str, caption: str) -> Table:
    header = tuple((Text(word),) for word in (what, "As printed", "Status reported, when and by whom", "Claims"))
    return Table(header, tuple(_row(briefing, history) for history in histories), caption=caption, is_stacked=True)


def _row(briefing: Briefing, history: History) -> tuple[tuple[Inline, ...], ...]:
    hangul: tuple[Inline, ...] = (Text(" "), Foreign(history.hangul, LANGUAGE)) if history.hangul else ()
    told = [status_words(briefing, status) for status in history.statuses]
    told += [(Styled(status_words(briefing, status), Style.EMPHASIS),) for status in history.unfirm]
    seen = _last_seen(briefing, history)
    lines = [*told, *([seen] if seen else [])]
    return (
        (Text(history.subject.name), *hangul),
        (Text(listed(history.printed)),),
        tuple(part for number, line in enumerate(lines) for part in ((LineBreak(), *line) if number else line))
        or (Text("none reported"),),
        cited_first(briefing, history.claims),
    )


def status_words(briefing: Briefing, status: Status) -> tuple[Inline, ...]:
    """As in "executed, December 2013 (the article's own words): his own uncle … [22]", and what overturned it."""
    claims = [briefing.claims_by_id[name] for name in status.claims]
    when = f", {date_words(status.time.value)}" if status.time.value else ", date unknown"
    parts: list[Inline] = [Text(f"{status.status}{when}{in_words(briefing, claims[0])} "), *cited(briefing, claims)]
    if status.overturned_by:
        later = briefing.facts_by_id[status.overturned_by]
        when = f", {date_words(later.time.value)}" if later.time.value else ""
        parts += [
            Styled((Text(f"overturned by a later sighting or death{when} "),), Style.STRONG),
            *cited(briefing, later.claims),
        ]
    return tuple(parts)


def in_words(briefing: Briefing, claim: Claim) -> str:
    """By whom and in which words: "purged or punished" may stand behind a status that says less."""
    intended = f", {INTENDED}" if claim.outlook is Outlook.INTENT else ""
    doubt = "" if claim.is_firm else f", {firmness(claim)}{intended}"
    return f" ({kind_label(claim.source_kind)}{doubt}): {words_of(briefing, claim, most=LONGEST_WORDS)}"


def _last_seen(briefing: Briefing, history: History) -> tuple[Inline, ...]:
    """Since when nobody is said to have seen them; nothing where no dated sighting is told."""
    if not history.last_seen.value:
        return ()
    claims = claims_of_sighting(briefing, history)
    return (
        Text(f"not observed since {date_words(history.last_seen.value)} in these articles "),
        *cited(briefing, claims),
    )


def claims_of_sighting(briefing: Briefing, history: History) -> Iterable[Claim]:
    """The claims that tell the last sighting."""
    seen = [*history.appearances, *history.statuses]
    last = next((status for status in seen if status.time == history.last_seen), None)
    return [briefing.claims_by_id[name] for name in last.claims] if last else ()
