"""How the briefing was made: what the machine did, with which versions, on which bytes, and where it fails."""

from attributed.briefing import Briefing
from attributed.show.linked import linked_claims
from attributed.show.notes import yardstick_of, yardstick_table
from attributed.show.parts import shown
from attributed.show.shown import Shown
from attributed.show.tree import Block, Definitions, Heading, Inline, Items, Paragraph, Style, Styled, Table, Text
from attributed.show.wording import listed

DONE = (
    "A program read the articles, told their zones apart, found who is said to have said what, resolved the chain of "
    "hands behind each claim, its firmness, time, places and people, and drafted every sentence of this briefing that "
    "is not quoted from an article. Nobody checked its findings unless the analyst says so in a note of their own."
)
LIMITS = (
    "Claims are missed, most of all beliefs and intentions without a verb of saying; some are cut wrongly.",
    "A claim stands on its words in the article: read them there before relying on it alone.",
    "Names, places and events are found only where the subject’s lists have them.",
    "A date is resolved only where the article gives ground for it; else its unknown parts stay unknown.",
    "Two descriptions of a source are taken for two people only where they differ; else roots are given as a range.",
    "Long sections are folded, very long ones cut, which they say; facts.csv and claims.csv beside this have all.",
    "Statements of several articles are joined into one fact by people, place, time and words: some wrongly.",
)


def method(briefing: Briefing) -> Shown:
    """What was done, limits, parameters, versions and hashes."""
    return shown(
        briefing,
        Paragraph((Text(DONE),)),
        Heading(3, (Text("Limits"),)),
        Items(tuple((Paragraph((Text(limit),)),) for limit in LIMITS)),
        Heading(3, (Text("Parameters"),)),
        _parameters(briefing),
        Heading(3, (Text("Made with"),)),
        _made_with(briefing),
        Heading(3, (Text("Articles, by the hash of their bytes"),)),
        _hashes(briefing),
        *_yardstick(briefing),
        linked_claims(briefing),
    )


def _parameters(briefing: Briefing) -> Block:
    entries = []
    for name in type(briefing.request).model_fields:
        value = getattr(briefing.request, name)
        if isinstance(value, bool):
            value = "yes" if value else "no"
        elif isinstance(value, tuple):
            value = listed(map(str, value))
        elif hasattr(value, "items"):
            value = listed(f"{key}: {given}" for key, given in value.items())
        entries.append((name, _code(value) if value else (Text("not given"),)))
    return Definitions(tuple(entries))


def _made_with(briefing: Briefing) -> Block:
    making = briefing.making
    entries = [(package, _code(version)) for package, version in making.versions.items()]
    entries += [(f"{name} fingerprint", _code(value)) for name, value in making.fingerprints.items()]
    entries += [(f"ledger table {name}, version", _code(value)) for name, value in making.ledger_version.items()]
    return Definitions(tuple(entries))


def _hashes(briefing: Briefing) -> Block:
    rows = tuple(
        ((Text(str(number)),), (Text(article.id),), _code(article.sha256))
        for number, article in enumerate(briefing.articles, 1)
    )
    return Table(((Text("Article"),), (Text("File"),), (Text("SHA-256"),)), rows, caption="Hashes of the articles")


def _yardstick(briefing: Briefing) -> tuple[Block, ...]:
    yardstick = yardstick_of(briefing)
    return (Heading(3, (Text("Words of likelihood"),)), yardstick_table(yardstick)) if yardstick else ()


def _code(value: object) -> tuple[Inline, ...]:
    return (Styled((Text(str(value)),), Style.CODE),)
