"""What may come, and what is taken for a sign, with the later facts that speak for or against it."""

from collections.abc import Sequence

from attributed.briefing import Briefing
from attributed.model import Outcome, Outlook
from attributed.show.chains import who_words
from attributed.show.dates import date_words
from attributed.show.naming import fact_title, words_of
from attributed.show.parts import cited, empty, shown
from attributed.show.shown import Shown
from attributed.show.tree import Block, Heading, Inline, LineBreak, Manner, Paragraph, Table, Text
from attributed.show.wording import counted

LONGEST_WORDS = 220
MOST_ROWS = 12  # those of an event of the subject's list first
HEADINGS = {Outlook.FORECAST: ("Forecasts", "forecast"), Outlook.SIGN: ("Signs", "sign")}


def outcomes(briefing: Briefing) -> Shown:
    """Forecasts, then signs, each with who says so and what became of it."""
    blocks: list[Block] = []
    for outlook, (heading, noun) in HEADINGS.items():
        told = [one for one in briefing.outcomes if briefing.claims_by_id[one.claim].outlook is outlook]
        if told:
            weighed = sorted(told, key=lambda one: briefing.claims_by_id[one.claim].event is None)
            blocks += [Heading(3, (Text(heading),)), _table(briefing, weighed[:MOST_ROWS], counted(len(told), noun))]
            rest = [briefing.claims_by_id[one.claim] for one in weighed[MOST_ROWS:]]
            blocks += [Paragraph((Text("And: "), *cited(briefing, rest)), Manner.SMALL)] if rest else []
    return shown(briefing, *(blocks or [empty("No claim says what may come, and none reads anything as a sign.")]))


def _table(briefing: Briefing, told: Sequence[Outcome], caption: str) -> Table:
    header = tuple((Text(word),) for word in ("In the article’s words", "Who says so", "Later facts"))
    return Table(header, tuple(_row(briefing, one) for one in told), caption=caption, is_stacked=True)


def _row(briefing: Briefing, one: Outcome) -> tuple[tuple[Inline, ...], ...]:
    claim = briefing.claims_by_id[one.claim]
    by = f" (by {date_words(claim.horizon.value)})" if claim.horizon.value else ""
    became: list[Inline] = []
    for words, facts in (("borne out: ", one.borne_out_by), ("refuted: ", one.refuted_by)):
        for fact in (briefing.facts_by_id[name] for name in facts):
            became += [LineBreak()] if became else []
            became += [Text(f"{words}{fact_title(briefing, fact)} "), *cited(briefing, fact.claims)]
    return (
        (Text(f"{words_of(briefing, claim, most=LONGEST_WORDS)}{by} "), *cited(briefing, [claim])),
        (Text(who_words(claim)),),
        tuple(became) or (Text("open"),),
    )
