"""Who vouches for what: the sources with what they are, and a count of claims by kind and firmness."""

from collections import Counter

from attributed.briefing import Briefing, Source
from attributed.model import Hedge
from attributed.show.chains import kind_label
from attributed.show.charts import vouching_chart
from attributed.show.parts import cited, empty, shown
from attributed.show.shown import Shown
from attributed.show.tree import Figure, Inline, Paragraph, Table, Text
from attributed.show.wording import HEDGES, KINDS, counted, listed


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
    )


def sources(briefing: Briefing) -> Shown:
    """Every origin and relay that answers for a claim, after a counted summary."""
    if not briefing.sources:
        return shown(briefing, empty("These articles name nobody who answers for a claim."))
    kinds = Counter(kind_label(source.kind) for source in briefing.sources)
    summary = "; ".join(f"{number} × {kind}" for kind, number in kinds.most_common())
    rows = tuple(_source_row(briefing, source) for source in briefing.sources)
    header = tuple((Text(word),) for word in ("Source", "What it is", "May be the same as", "Claims"))
    return shown(
        briefing,
        Paragraph((Text(f"{counted(len(rows), 'source')} answer for claims: {summary}."),)),
        Table(header, rows, caption="Sources as the articles describe them"),
    )


def _source_row(briefing: Briefing, source: Source) -> tuple[tuple[Inline, ...], ...]:
    names = {other.root: other.name or kind_label(other.kind) for other in briefing.sources}
    same = listed(names.get(root, root) for root in source.undecided)
    return (
        (Text(source.name or "not named"),),
        (Text(kind_label(source.kind)),),
        (Text(same or "–"),),
        cited(briefing, source.claims),
    )
