"""How the page calls things: one word for a thing, everywhere."""

from collections.abc import Iterable

from attributed.model import Hedge, Polarity, SourceKind
from attributed.show.tree import Voice

KINDS: dict[str | None, str] = {
    SourceKind.STATE_MEDIA: "state media",
    SourceKind.OFFICIAL_BODY: "official body",
    SourceKind.NAMED_OFFICIAL: "named official",
    SourceKind.ANONYMOUS_OFFICIAL: "official, not named",
    SourceKind.ANONYMOUS_SOURCE: "source, not named",
    SourceKind.NAMED_EXPERT: "named expert",
    SourceKind.ANONYMOUS_EXPERT: "expert, not named",
    SourceKind.OTHER_OUTLET: "another outlet",
    SourceKind.DOCUMENT: "document",
    SourceKind.UNATTRIBUTED_HEARSAY: "hearsay, nobody named",
    SourceKind.REPORTER: "the article’s own words",
    None: "named, of unknown kind",
}
NOUNS: dict[str | None, tuple[str, str]] = {  # one, several
    SourceKind.STATE_MEDIA: ("state media outlet", "state media outlets"),
    SourceKind.OFFICIAL_BODY: ("official body", "official bodies"),
    SourceKind.NAMED_OFFICIAL: ("named official", "named officials"),
    SourceKind.ANONYMOUS_OFFICIAL: ("official who is not named", "officials who are not named"),
    SourceKind.ANONYMOUS_SOURCE: ("source who is not named", "sources who are not named"),
    SourceKind.NAMED_EXPERT: ("named expert", "named experts"),
    SourceKind.ANONYMOUS_EXPERT: ("expert who is not named", "experts who are not named"),
    SourceKind.OTHER_OUTLET: ("other outlet", "other outlets"),
    SourceKind.DOCUMENT: ("document", "documents"),
    SourceKind.UNATTRIBUTED_HEARSAY: ("origin that nobody names", "origins that nobody names"),
}
NAME_ALONE = ("name of unknown kind", "names of unknown kind")
HEDGES = {
    Hedge.ASSERTED: "asserted",
    Hedge.REPORTED: "reported",
    Hedge.PROBABLE: "likely",
    Hedge.POSSIBLE: "possible",
    Hedge.HEARSAY: "hearsay",
    Hedge.HYPOTHETICAL: "supposed",
    Hedge.ORDERED: "ordered",
}
TO_COME, INTENDED = "to come", "only wanted, planned, tried or supposed"
POLARITIES = {Polarity.NEGATED: "said not to be so", Polarity.DENIED: "denied or rejected"}
VOICES: dict[str | None, Voice] = {
    SourceKind.STATE_MEDIA: Voice.STATE,
    SourceKind.OFFICIAL_BODY: Voice.OFFICIAL,
    SourceKind.NAMED_OFFICIAL: Voice.OFFICIAL,
    SourceKind.ANONYMOUS_OFFICIAL: Voice.ANONYMOUS,
    SourceKind.ANONYMOUS_SOURCE: Voice.ANONYMOUS,
    SourceKind.UNATTRIBUTED_HEARSAY: Voice.ANONYMOUS,
    SourceKind.NAMED_EXPERT: Voice.EXPERT,
    SourceKind.ANONYMOUS_EXPERT: Voice.EXPERT,
    SourceKind.REPORTER: Voice.OWN,
}
UNNAMED = {
    SourceKind.ANONYMOUS_OFFICIAL,
    SourceKind.ANONYMOUS_SOURCE,
    SourceKind.ANONYMOUS_EXPERT,
    SourceKind.UNATTRIBUTED_HEARSAY,
}


def voice_of(kind: str | None) -> Voice:
    """Whose voice a source of this kind has."""
    return VOICES.get(kind, Voice.OTHER)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: "1 claim", "58 claims"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def agreeing(number: int, one: str, several: str) -> str:
    """The verb that agrees with a number: "1 source answers", "2 sources answer"."""
    return one if number == 1 else several


def between(few: int, many: int) -> str:
    """A range in words: "5 to 7", or one number where both are the same."""
    return str(few) if few == many else f"{few} to {many}"


def listed(words: Iterable[str]) -> str:
    """Words as a sentence lists them: "a, b and c"."""
    *firsts, last = list(words) or [""]
    return f"{', '.join(firsts)} and {last}" if firsts else last


def sentence(words: str) -> str:
    """Words with a capital letter first."""
    return words[:1].upper() + words[1:]


def shortened(words: str, *, most: int) -> str:
    """Words cut at a space, with an ellipsis where something was cut."""
    if len(words) <= most:
        return words
    return words[:most].rsplit(" ", 1)[0].rstrip(",;:—– ") + " …"
