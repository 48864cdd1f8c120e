"""Places, as the subject calls them and as the articles print them."""

from collections.abc import Iterable

from attributed.briefing import Briefing
from attributed.model import Article, Claim, Mention
from attributed.show.parts import cited, empty, shown
from attributed.show.shown import Shown
from attributed.show.tree import Table, Text
from attributed.show.wording import counted


def places(briefing: Briefing) -> Shown:
    """Every place that claims name, the most named first, with its names in print."""
    named: dict[str, list[tuple[Mention, Claim]]] = {}
    for claim in briefing.claims:
        for mention in claim.places:
            named.setdefault(mention.name, []).append((mention, claim))
    if not named:
        return shown(briefing, empty("No claim names a place of the subject’s list."))
    rows = tuple(
        (
            (Text(name),),
            (Text(", ".join(printed_names(briefing, mentions))),),
            cited(briefing, dict.fromkeys(claim for _, claim in mentions)),
        )
        for name, mentions in sorted(named.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    )
    header = ((Text("Place"),), (Text("As printed"),), (Text("Claims"),))
    return shown(briefing, Table(header, rows, caption=counted(len(rows), "place") + " in claims"))


def printed_names(briefing: Briefing, mentions: Iterable[tuple[Mention, Claim]]) -> list[str]:
    """The names as the articles print them, each once."""
    return list(dict.fromkeys(mention.passage.of(briefing.article_of(claim).text) for mention, claim in mentions))


def place_words(mention: Mention, article: Article) -> str:
    """As in "Ryanggang (in the text: Yanggang)"; the name alone where both are the same."""
    printed = mention.passage.of(article.text)
    return mention.name if printed == mention.name else f"{mention.name} (in the text: {printed})"
