"""Places, as the subject calls them and as the articles print them, on a plain map of the country."""

from collections.abc import Iterable, Mapping

from attributed.briefing import Briefing
from attributed.knowledge import read_knowledge
from attributed.model import Article, Claim, Mention
from attributed.show.figures import Spot, map_chart
from attributed.show.maps import read_map
from attributed.show.parts import cited, empty, shown
from attributed.show.scripts import LANGUAGE, hangul_of
from attributed.show.shown import Shown
from attributed.show.tree import Block, Figure, Foreign, Inline, Manner, Paragraph, Table, Text
from attributed.show.wording import counted, listed

MOST_DRAWN = 14
Named = Mapping[str, list[tuple[Mention, Claim]]]


def places(briefing: Briefing) -> Shown:
    """Every place that claims name, the most named first, with its names in print; on a map where there is one."""
    named = places_named(briefing)
    if not named:
        return shown(briefing, empty("No claim names a place of the subject’s list."))
    rows = tuple(
        (
            (Text(name), *in_hangul(briefing, mentions[0][0])),
            (Text(", ".join(printed_names(briefing, mentions))),),
            cited(briefing, dict.fromkeys(claim for _, claim in mentions)),
        )
        for name, mentions in named.items()
    )
    header = ((Text("Place"),), (Text("As printed"),), (Text("Claims"),))
    table = Table(header, rows, caption=counted(len(rows), "place") + " in claims")
    return shown(briefing, *map_blocks(briefing, named, table))


def in_hangul(briefing: Briefing, mention: Mention) -> tuple[Inline, ...]:
    """A space and the name in Hangul, where the lists have it."""
    hangul = hangul_of(briefing, mention)
    return (Text(" "), Foreign(hangul, LANGUAGE)) if hangul else ()


def places_named(briefing: Briefing) -> Named:
    """The places of all claims by name, the most named first."""
    named: dict[str, list[tuple[Mention, Claim]]] = {}
    for claim in briefing.claims:
        for mention in claim.places:
            named.setdefault(mention.name, []).append((mention, claim))
    return dict(sorted(named.items(), key=lambda entry: (-len(entry[1]), entry[0])))


def map_blocks(briefing: Briefing, named: Named, table: Table) -> list[Block]:
    """The map with the table behind it; the table alone where the subject has no map or none of the places is on it."""
    outlines = read_map(briefing.request.subject)
    spots = spots_of(briefing, named)
    if outlines is None or not spots:
        return [table]
    drawn, provinces = spots[:MOST_DRAWN], provinces_of(briefing, named) & set(outlines.outlines)
    told = listed(f"{spot.label}, {counted(spot.claims, 'claim')}" for spot in drawn)
    title = f"{counted(len(spots), 'place')} of the country in claims" + (
        f"; the {MOST_DRAWN} most named are drawn" if len(spots) > MOST_DRAWN else ""
    )
    figure = Figure(
        media="image/svg+xml",
        data=map_chart(outlines, drawn, frozenset(provinces)),
        alt=f"Map of the provinces with a disc for each place named: {told}.",
        title=title,
        is_inline=True,
    )
    return [figure, Paragraph((Text(f"The map: {outlines.origin}"),), Manner.SMALL), table]


def spots_of(briefing: Briefing, named: Named) -> list[Spot]:
    """Where the places of the subject's country lie; one without a position stands at what it lies in."""
    knowledge = read_knowledge(briefing.request.subject)
    spots = []
    for name, mentions in named.items():
        inside = [knowledge.places[key] for key in within(briefing, mentions[0][0].id)]
        position = next((place for place in inside if place.latitude is not None and place.longitude is not None), None)
        if position is not None and knowledge.subject.country in {place.id for place in inside}:
            printed = [other for other in printed_names(briefing, mentions) if is_another(other, name)]
            label = f"{name} ({printed[0]})" if printed else name
            claims = len(dict.fromkeys(claim for _, claim in mentions))
            spots.append(Spot(label, position.longitude or 0, position.latitude or 0, claims))
    return spots


def provinces_of(briefing: Briefing, named: Named) -> set[str]:
    """The ids of all that the named places lie in."""
    return {key for mentions in named.values() for key in within(briefing, mentions[0][0].id)}


def within(briefing: Briefing, place: str | None) -> list[str]:
    """A place's id and those of the places it lies in, outwards; nothing for a place outside the lists."""
    known = read_knowledge(briefing.request.subject).places
    found: list[str] = []
    while place is not None and place in known and place not in found:
        found.append(place)
        place = known[place].parent
    return found


def printed_names(briefing: Briefing, mentions: Iterable[tuple[Mention, Claim]]) -> list[str]:
    """The names as the articles print them, each once."""
    return list(dict.fromkeys(mention.passage.of(briefing.article_of(claim).text) for mention, claim in mentions))


def is_another(printed: str, name: str) -> bool:
    """Whether a printed name is another spelling, and not the name with or without its kind ("Samjiyon county")."""
    proper = {word for word in printed.split() if word[:1].isupper()}
    return not proper <= set(name.split())


def place_words(mention: Mention, article: Article) -> str:
    """As in "Ryanggang (in the text: Yanggang)"; the name alone where both are the same."""
    printed = mention.passage.of(article.text)
    return mention.name if printed == mention.name else f"{mention.name} (in the text: {printed})"
