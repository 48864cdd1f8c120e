"""One life: the line of statuses, who reports each through whom, appearances, since when nobody was seen."""

from collections.abc import Sequence

from attributed.briefing import Briefing, Life
from attributed.model import Claim, Status
from attributed.show.chains import fact_chains
from attributed.show.charts import Mark, timeline_chart
from attributed.show.dates import date_words, stretch_of
from attributed.show.parts import cited, empty, note, shown
from attributed.show.people import claims_of_sighting, status_words
from attributed.show.shown import Shown
from attributed.show.tree import Block, Card, Figure, Heading, Manner, Paragraph, Table, Text, Title
from attributed.show.wording import counted, listed, sentence, voice_of

MOST_DRAWN = 30


def headline(life: Life) -> Shown:
    """The name, the last status that still stands, and what the page rests on."""
    briefing, history = life.briefing, life.history
    standing = [status for status in history.statuses if not status.overturned_by and status.time.value]
    open_ones = [status for status in history.statuses if not status.overturned_by and not status.time.value]
    last = standing[-1:] or open_ones[-1:]
    told = [f"last reported {last[0].status}{_when(last[0])}"] if last else ["no status is reported"]
    seen = history.last_seen.value
    hangul = f" {history.hangul}" if history.hangul else ""
    facts = (
        f"as of {date_words(briefing.request.as_of.isoformat())}",
        f"printed as {listed(history.printed)}",
        f"{counted(len(history.claims), 'claim')} in {counted(len(briefing.articles), 'article')}",
        f"not observed since {date_words(seen)}" if seen else "no dated sighting in these articles",
    )
    title = Title(
        title=f"{history.subject.name}{hangul}: {listed(told)}",
        tlp=briefing.request.tlp,
        as_of=briefing.request.as_of.isoformat(),
        edition=briefing.edition,
        facts=tuple(map(sentence, facts)),
    )
    return shown(briefing, title)


def line(life: Life) -> Shown:
    """The dated statuses and appearances on one line of time; what has no date is named beside it."""
    told = [*life.history.statuses, *life.history.unfirm, *life.history.appearances]
    dated = sorted(
        ((stretch, status) for status in told if (stretch := stretch_of(status.time.value or ""))),
        key=lambda entry: (not entry[0].is_year_known, entry[0].first, entry[0].last),
    )
    if not dated:
        return shown(life.briefing, empty("No status and no appearance has a date that can be placed."))
    marks = [Mark(_label(life, status), voice_of(_first(life, status).source_kind), s) for s, status in dated]
    rows = tuple(
        (
            (Text(sentence(date_words(status.time.value or ""))),),
            (Text(_named(life, status)),),
            cited(life.briefing, _claims(life.briefing, status)),
        )
        for _, status in dated
    )
    header = tuple((Text(word),) for word in ("When", "What", "Claims"))
    undated = len(told) - len(dated)
    names = listed(f"{_named(life, status)}, {date_words(status.time.value or '')}" for _, status in dated[:MOST_DRAWN])
    figure = Figure(
        media="image/svg+xml",
        data=timeline_chart(marks[:MOST_DRAWN]),
        alt=f"Line of statuses and appearances of {life.history.subject.name}: {names}.",
        title=f"{counted(len(dated), 'report')} with a date, {undated} without",
        table=Table(header, rows, caption="Dated statuses and appearances"),
        is_inline=True,
    )
    return shown(life.briefing, figure)


def statuses(life: Life) -> Shown:
    """Every status with its claims' words and chains; what is not firm under a heading of its own."""
    firm, unfirm = life.history.statuses, life.history.unfirm
    blocks: list[Block] = [_card(life, status) for status in firm]
    if not firm:
        blocks.append(empty("Nobody reports a status firmly."))
    if unfirm:
        heading = Heading(3, (Text("Only possible, feared, wanted, ordered, supposed or denied"),))
        blocks += [heading, *(_card(life, status) for status in unfirm)]
    return shown(life.briefing, *blocks)


def appearances(life: Life) -> Shown:
    """Where they took part, oldest first, and since when nobody is said to have seen them."""
    history, briefing = life.history, life.briefing
    seen = history.last_seen.value
    if not history.appearances and not seen:
        return shown(briefing, empty("No claim tells of an appearance."))
    rows = tuple(
        (
            (Text(sentence(date_words(status.time.value)) if status.time.value else "Date unknown"),),
            (Text(_named(life, status)),),
            cited(briefing, _claims(briefing, status)),
        )
        for status in history.appearances
    )
    header = tuple((Text(word),) for word in ("When", "At what", "Claims"))
    table = [Table(header, rows, caption=counted(len(rows), "appearance"))] if rows else []
    told = cited(briefing, claims_of_sighting(briefing, history))
    last = [Paragraph((Text(f"Not observed since {date_words(seen)} in these articles "), *told))] if seen else []
    silent = note("Who is not named here may have been seen elsewhere: only these articles were read.")
    return shown(briefing, *last, *table, silent)


def _card(life: Life, status: Status) -> Block:
    claims = _claims(life.briefing, status)
    # A chain strip for each way: roots are counted by facts, not by statuses.
    ways = fact_chains(claims, roots=life.briefing.facts_by_id[status.fact].independent_roots)
    return Card((Paragraph(status_words(life.briefing, status), Manner.PLAIN), *ways))


def _claims(briefing: Briefing, status: Status) -> Sequence[Claim]:
    return [briefing.claims_by_id[name] for name in status.claims]


def _first(life: Life, status: Status) -> Claim:
    return _claims(life.briefing, status)[0]


def _named(life: Life, status: Status) -> str:
    """What a mark stands for: a status, "possibly" where nobody says it firmly, or the event they took part in."""
    name = life.briefing.event_labels.get(status.status, status.status)
    if status in life.history.unfirm:
        return f"{name} (not firmly)"
    return f"{name} (overturned)" if status.overturned_by else name


def _label(life: Life, status: Status) -> str:
    when = date_words(status.time.value or "").removesuffix(", year unknown")
    numbers = " ".join(f"[{life.briefing.number_of(claim)}]" for claim in _claims(life.briefing, status)[:3])
    return f"{when}: {_named(life, status)} {numbers}"


def _when(status: Status) -> str:
    return f", {date_words(status.time.value)}" if status.time.value else ", date unknown"
