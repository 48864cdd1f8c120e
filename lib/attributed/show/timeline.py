"""When: every dated fact, drawn no more precisely than it is known."""

from attributed.briefing import Briefing
from attributed.model import Fact
from attributed.show.charts import Mark, timeline_chart
from attributed.show.dates import Stretch, date_words, stretch_of
from attributed.show.naming import fact_title
from attributed.show.parts import cited, empty, shown
from attributed.show.shown import Shown
from attributed.show.tree import Figure, Table, Text
from attributed.show.wording import counted, listed, sentence, shortened, voice_of

MOST_DRAWN = 30
LONGEST_NAME = 36


def timeline(briefing: Briefing) -> Shown:
    """The dated facts in order, those of unknown year apart; an event told under one date is drawn once a source."""
    dated = [(stretch, fact) for fact in briefing.facts if fact.time.value and (stretch := stretch_of(fact.time.value))]
    if not dated:
        return shown(briefing, empty("No claim gives a time that can be placed."))
    dated.sort(key=lambda entry: (not entry[0].is_year_known, entry[0].first, entry[0].last))
    drawn = dated[:MOST_DRAWN]
    rows = tuple(
        (
            (Text(sentence(date_words(fact.time.value or ""))),),
            (Text(name(briefing, fact)),),
            (Text(fact.time.basis),),
            cited(briefing, fact.claims),
        )
        for _, fact in dated
    )
    header = tuple((Text(word),) for word in ("When", "What", "How the date is known", "Claims"))
    marks = [_mark(briefing, stretch, fact) for stretch, fact in drawn]
    undated = len(briefing.facts) - len(dated)
    return shown(
        briefing,
        Figure(
            media="image/svg+xml",
            data=timeline_chart(marks),
            alt=f"Timeline of {counted(len(drawn), 'dated fact')}: {listed(_told(briefing, f) for _, f in drawn)}.",
            title=f"{counted(len(dated), 'fact')} with a date, {undated} without",
            table=Table(header, rows, caption="Dated facts"),
            is_inline=True,
        ),
    )


def _mark(briefing: Briefing, stretch: Stretch, fact: Fact) -> Mark:
    when = date_words(fact.time.value or "").removesuffix(", year unknown")
    numbers = " ".join(f"[{briefing.number_of(claim)}]" for claim in fact.claims[:3])
    return Mark(f"{when}: {name(briefing, fact)} {numbers}", voice_of(fact.claims[0].source_kind), stretch)


def _told(briefing: Briefing, fact: Fact) -> str:
    return f"{name(briefing, fact)} {date_words(fact.time.value or '')}"


def name(briefing: Briefing, fact: Fact) -> str:
    """The event, or the first words of what is said."""
    claim = fact.claims[0]
    if fact.event not in briefing.event_labels:
        return shortened(" ".join(claim.text_in(briefing.article_of(claim)).split()), most=LONGEST_NAME)
    return fact_title(briefing, fact).removesuffix(f", {date_words(fact.time.value or '')}")
