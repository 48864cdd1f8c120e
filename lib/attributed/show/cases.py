"""Cases side by side: one column an affair, one row a field, every entry somebody's words; and what led to what."""

from collections.abc import Iterator, Sequence
from itertools import islice

from attributed.briefing import Briefing
from attributed.model import Case, CaseField, Claim, Entry, Passage
from attributed.show.chains import origin_words
from attributed.show.dates import date_words
from attributed.show.naming import cited_first, words_of
from attributed.show.parts import cited, empty, note, shown
from attributed.show.reasons import FIELDS
from attributed.show.shown import Shown
from attributed.show.tree import Block, Heading, Inline, Items, LineBreak, Link, Paragraph, Style, Styled, Table, Text
from attributed.show.wording import counted, listed, sentence, shortened

ABREAST = 3  # columns that a page holds
MOST_ENTRIES = 4
MOST_NAMED = 2  # origins of one entry
LONGEST_NAME = 48
LONGEST_WORDS = 130
HOW_TO_READ = (
    "Each entry is what one claim says, in the article’s words; behind it, who says so. "
    "“Not told” is a gap in the articles, not a finding."
)


def cases(briefing: Briefing) -> Shown:
    """The affairs by the fields that analysts compare; then the causes that somebody states."""
    if not briefing.cases:
        return shown(briefing, empty("These articles are about no affair of the subject’s list."))
    blocks: list[Block] = [note(HOW_TO_READ)]
    rest = iter(briefing.cases)
    while abreast := list(islice(rest, ABREAST)):
        blocks.append(_table(briefing, abreast))
    links = [_link(briefing, claim, *pair) for claim, pair in _causes(briefing)]
    if links:
        items = Items(tuple((Paragraph(link),) for link in links))
        blocks += [Heading(3, (Text("What led to what, and who says so"),)), items]
    return shown(briefing, *blocks)


def _table(briefing: Briefing, abreast: Sequence[Case]) -> Table:
    header = ((Text("Field"),), *(_head(briefing, case) for case in abreast))
    told_in = ((Text("Told in"),), *(_articles(briefing, case) for case in abreast))
    rows = (
        ((Text(FIELDS[field]),), *(_cell(briefing, case.fields.get(field, ()), field) for case in abreast))
        for field in CaseField
    )
    return Table(header, (told_in, *rows), caption=f"{counted(len(abreast), 'case')} by field", is_stacked=True)


def _head(briefing: Briefing, case: Case) -> tuple[Inline, ...]:
    """What an affair is called, and when."""
    when = f", {date_words(case.time.value)}" if case.time.value else ""
    return (Text(f"{case_title(briefing, case)}{when}"),)


def _articles(briefing: Briefing, case: Case) -> tuple[Inline, ...]:
    facts = [briefing.facts_by_id[fact] for fact in case.facts]
    numbers = sorted({briefing.article_numbers[article] for fact in facts for article in fact.articles})
    parts: list[Inline] = []
    for number in numbers:
        parts += [Text(", ")] if parts else []
        parts.append(Link(f"#article-{number}", (Text(str(number) if parts else f"article {number}"),)))
    return tuple(parts)


def case_title(briefing: Briefing, case: Case) -> str:
    """The gravest event, and whether anybody says firmly that it happened: "Purge, as a possibility"."""
    label = sentence(briefing.event_labels.get(case.event or "", "Affair"))
    claims = [claim for fact in case.facts for claim in briefing.facts_by_id[fact].claims]
    is_told = any(claim.event == case.event and claim.is_firm for claim in claims)
    return f"{label}, {'reported' if is_told else 'as a possibility'}"


def _cell(briefing: Briefing, entries: Sequence[Entry], field: CaseField) -> tuple[Inline, ...]:
    if not entries:
        return (Styled((Text("not told"),), Style.QUIET),)
    told: dict[str, list[Claim]] = {}
    for entry in entries:
        claim = briefing.claims_by_id[entry.claim]
        told.setdefault(words_of(briefing, claim, entry.passage, most=LONGEST_WORDS), []).append(claim)
    ranked = sorted(told.items(), key=lambda entry: -len(entry[1]))  # what most claims say first
    parts: list[Inline] = []
    for words, claims in ranked[:MOST_ENTRIES]:
        parts += [LineBreak()] if parts else []
        who = listed(dict.fromkeys(shortened(origin_words(claim), most=LONGEST_NAME) for claim in claims[:MOST_NAMED]))
        parts.append(Text(f"{words} "))
        parts += [Styled((Text(f"– {who} "),), Style.QUIET)] if field is not CaseField.PLACE else []
        parts += cited_first(briefing, list(dict.fromkeys(claims)))
    more = ranked[MOST_ENTRIES:]
    if more:
        parts += [LineBreak(), Styled((Text(f"and {len(more)} more "),), Style.QUIET)]
        parts += cited_first(briefing, list(dict.fromkeys(claim for _, claims in more for claim in claims)))
    return tuple(parts)


def _causes(briefing: Briefing) -> Iterator[tuple[Claim, tuple[Passage, Passage]]]:
    """The causes that claims of the cases state, each once."""
    facts = dict.fromkeys(fact for case in briefing.cases for fact in case.facts)
    told: set[tuple[str, Passage, Passage]] = set()
    for claim in dict.fromkeys(claim for fact in facts for claim in briefing.facts_by_id[fact].claims):
        for cause in claim.causes:
            key = (claim.article, cause.cause, cause.effect)
            if key not in told:
                told.add(key)
                yield claim, (cause.cause, cause.effect)


def _link(briefing: Briefing, claim: Claim, cause: Passage, effect: Passage) -> tuple[Inline, ...]:
    who = Styled((Text(f" says {origin_words(claim)} "),), Style.QUIET)
    words = f"{words_of(briefing, claim, cause)} → {words_of(briefing, claim, effect)},"
    return (Text(words), who, *cited(briefing, [claim]))
