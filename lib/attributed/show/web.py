"""Through whose hands claims came: the web from origins to publishers, in which one root behind much is a funnel."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from attributed.briefing import Briefing
from attributed.model import Claim, Link, Role
from attributed.show.chains import origin_hop
from attributed.show.figures import Node, web_chart
from attributed.show.parts import cited, empty, note, shown
from attributed.show.shown import Shown
from attributed.show.tree import Figure, Hop, Inline, Table, Text, Voice
from attributed.show.wording import UNNAMED, counted, voice_of

MOST_NODES = 14  # of a column; the rest is one box
MOST_CITED = 8
BETWEEN = (Role.DOCUMENT, Role.RELAY, Role.COLLECTOR)
HOW_TO_READ = (
    "A band is as wide as the claims that came that way. Many bands from one box: one origin, however often told."
)
DIRECTLY = Node("nobody named between", Voice.OWN, is_named=False)
Way = tuple[Node, Node, Node]


def chains_web(briefing: Briefing) -> Shown:
    """Origins, the last hands before the outlet, and outlets, of every claim that somebody else answers for."""
    ways: dict[Way, list[Claim]] = {}
    for claim in (claim for claim in briefing.claims if not claim.is_the_articles_own):
        ways.setdefault(way_of(claim), []).append(claim)
    if not ways:
        return shown(briefing, empty("These articles attribute nothing to anybody: there are no chains."))
    counts = Counter({way: len(claims) for way, claims in ways.items()})
    columns, flows = web(counts)
    rows = tuple(
        (
            (Text(way[0].label),),
            (Text(way[1].label),),
            (Text(way[2].label),),
            (Text(f"{number:,}"),),
            some_cited(briefing, ways[way]),
        )
        for way, number in sorted(counts.items(), key=lambda entry: (-entry[1], [node.label for node in entry[0]]))
    )
    header = tuple((Text(word),) for word in ("Origin", "Through", "Printed by", "Claims", "Which"))
    origins, outlets = len({way[0] for way in counts}), len({way[2] for way in counts})
    widest = counts.most_common(1)[0]
    told = f"{counted(origins, 'origin')} to {counted(outlets, 'outlet')}"
    return shown(
        briefing,
        note(HOW_TO_READ),
        Figure(
            media="image/svg+xml",
            data=web_chart(columns, flows),
            alt=(
                f"Web of chains from {told}. The widest way, {counted(widest[1], 'claim')}: "
                f"{', '.join(node.label for node in widest[0])}. Every way is in the table."
            ),
            title=f"{counted(counts.total(), 'claim')}, from {told}",
            table=Table(header, rows, caption="Ways that claims came", numeric=(3,)),
            is_inline=True,
        ),
    )


def some_cited(briefing: Briefing, claims: Sequence[Claim]) -> tuple[Inline, ...]:
    """The numbers of the first few claims, and how many more there are."""
    more = len(claims) - MOST_CITED
    return (*cited(briefing, claims[:MOST_CITED]), *((Text(f" and {more} more"),) if more > 0 else ()))


def way_of(claim: Claim) -> Way:
    """A claim's origin, the last hands between, and who printed it."""
    between = [link for link in claim.chain[1:] if link.role in BETWEEN]
    publisher = next((link for link in claim.chain if link.role is Role.PUBLISHER), None)
    printed = publisher.name if publisher else None
    return (
        _of_hop(origin_hop(claim.origin)),
        _of_link(between[-1]) if between else DIRECTLY,
        Node(printed or "outlet not named", Voice.OWN, is_named=printed is not None),
    )


def _of_hop(hop: Hop) -> Node:
    return Node(hop.label, hop.voice, hop.is_named)


def _of_link(link: Link) -> Node:
    voice = Voice.OWN if link.role is Role.COLLECTOR else voice_of(link.kind)
    return Node(link.name or "not named", voice, link.name is not None and link.kind not in UNNAMED)


def web(counts: Mapping[Way, int]) -> tuple[list[list[Node]], list[dict[tuple[int, int], int]]]:
    """The boxes of each column, the busiest kept, and the bands between them."""
    columns = [_column(counts, place) for place in range(3)]
    flows: list[dict[tuple[int, int], int]] = [{}, {}]
    for way, number in counts.items():
        at = [
            column.index(node) if node in column else len(column) - 1 for node, column in zip(way, columns, strict=True)
        ]
        for place in range(2):
            band = (at[place], at[place + 1])
            flows[place][band] = flows[place].get(band, 0) + number
    return columns, flows


def _column(counts: Mapping[Way, int], place: int) -> list[Node]:
    """The nodes of a column by the publishers that they lead to, so that bands cross little; the rest as one."""
    weights: Counter[Node] = Counter()
    for way, number in counts.items():
        weights[way[place]] += number
    kept = [node for node, _ in sorted(weights.items(), key=lambda entry: (-entry[1], entry[0].label))]
    rest = len(kept) - MOST_NODES
    if rest > 0:
        kept = kept[: MOST_NODES - 1]
    ends = {node: _ends(counts, place, node) for node in kept}
    kept.sort(key=lambda node: (ends[node], -weights[node], node.label))
    return [*kept, Node(f"{rest + 1} others", Voice.OTHER, is_named=False)] if rest > 0 else kept


def _ends(counts: Mapping[Way, int], place: int, node: Node) -> tuple[str, str]:
    def busiest(at: int) -> str:
        led: Counter[str] = Counter()
        for way, number in counts.items():
            if way[place] == node:
                led[way[at].label] += number
        return _first(led)

    return busiest(2), busiest(1)


def _first(counts: Mapping[str, int]) -> str:
    ordered: Iterable[tuple[str, int]] = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    return next(iter(ordered))[0]
