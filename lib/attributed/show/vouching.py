"""Who vouches for what: claims by the kind of their source, by firmness, by outlet and through time."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from attributed.briefing import Briefing
from attributed.model import Hedge
from attributed.show.chains import kind_label
from attributed.show.charts import vouching_chart
from attributed.show.dates import date_words
from attributed.show.figures import bars_chart
from attributed.show.palette import VOICES
from attributed.show.parts import empty, shown
from attributed.show.shown import Shown
from attributed.show.tree import Block, Figure, Table, Text, Voice
from attributed.show.wording import HEDGES, KINDS, counted, listed, voice_of

MOST_BARS, MOST_TOLD = 14, 6
MONTH = re.compile(r"\d{4}-\d\d")


def who_vouches(briefing: Briefing) -> Shown:
    """Claims by the kind of their source and by how firmly they are made."""
    if not briefing.claims:
        return shown(briefing, empty("There are no claims to count."))
    counts = Counter((claim.source_kind, claim.hedge) for claim in briefing.claims)
    kinds = [kind for kind in KINDS if any(counts[kind, hedge] for hedge in Hedge)]  # type: ignore[index]
    hedges = [hedge for hedge in HEDGES if any(counts[kind, hedge] for kind in kinds)]  # type: ignore[index]
    table = tuple(tuple(counts[kind, hedge] for hedge in hedges) for kind in kinds)  # type: ignore[index]
    rows = tuple(
        ((Text(kind_label(kind)),), *((Text(str(number) if number else "–"),) for number in row))
        for kind, row in zip(kinds, table, strict=True)
    )
    header = ((Text("Source"),), *((Text(HEDGES[hedge]),) for hedge in hedges))
    named = [f"{counted(sum(row), 'claim')} from {kind_label(kind)}" for kind, row in zip(kinds, table, strict=True)]
    return shown(
        briefing,
        Figure(
            media="image/svg+xml",
            data=vouching_chart(kinds, hedges, table),
            alt=f"Claims by kind of source, of {len(briefing.claims)}: {listed(named)}.",
            title="Claims by who answers for them and how firmly they are told",
            table=Table(header, rows, caption="Claims by source and firmness", numeric=tuple(range(1, len(header)))),
            is_inline=True,
        ),
        *outlet_bars(briefing),
        *period_bars(briefing),
    )


def outlet_bars(briefing: Briefing) -> tuple[Block, ...]:
    """Outlets by whom they rely on; nothing where there is one outlet alone."""
    outlets: dict[str, Counter[Voice]] = {}
    for claim in briefing.claims:
        outlet = briefing.article_of(claim).outlet.value or "outlet not named"
        outlets.setdefault(outlet, Counter())[voice_of(claim.source_kind)] += 1
    ordered = sorted(outlets.items(), key=lambda entry: (-entry[1].total(), entry[0]))
    return _bars(ordered, name="Outlet", title="Outlets by whom they rely on", salt="outlets")


def period_bars(briefing: Briefing) -> tuple[Block, ...]:
    """Who vouches, by the month or year of publication; nothing where fewer than three have dated articles."""
    dated: dict[str, Counter[Voice]] = {}
    for claim in briefing.claims:
        published = briefing.article_of(claim).published.value or ""
        if match := MONTH.match(published):
            dated.setdefault(match[0], Counter())[voice_of(claim.source_kind)] += 1
    if len(dated) > MOST_BARS:
        years: dict[str, Counter[Voice]] = {}
        for month, counts in dated.items():
            years.setdefault(month[:4], Counter()).update(counts)
        dated = years
    ordered = [(date_words(period), counts) for period, counts in sorted(dated.items())]
    title = "Who answers for the claims, by when the article was published"
    return _bars(ordered, name="Published", title=title, salt="periods") if len(ordered) > 2 else ()


def _bars(ordered: Sequence[tuple[str, Mapping[Voice, int]]], *, name: str, title: str, salt: str) -> tuple[Block, ...]:
    if len(ordered) < 2:
        return ()
    drawn = ordered[:MOST_BARS]
    met = [voice for voice in Voice if any(counts.get(voice) for _, counts in ordered)]
    rows = tuple(
        ((Text(label),), *((Text(str(counts.get(voice, 0) or "–")),) for voice in met)) for label, counts in ordered
    )
    header = ((Text(name),), *((Text(VOICES[voice].label),) for voice in met))
    told = listed(
        f"{label}: {listed(f'{counts[voice]} {VOICES[voice].label}' for voice in met if counts.get(voice))}"
        for label, counts in drawn[:MOST_TOLD]
    )
    figure = Figure(
        media="image/svg+xml",
        data=bars_chart([label for label, _ in drawn], [counts for _, counts in drawn], salt=salt),
        alt=f"{title}, in claims. {told}." + (" The others are in the table." if len(ordered) > MOST_TOLD else ""),
        title=title + (f": the {MOST_BARS} with most claims" if len(ordered) > MOST_BARS else ""),
        table=Table(header, rows, caption=title, numeric=tuple(range(1, len(header)))),
        is_inline=True,
    )
    return (figure,)
