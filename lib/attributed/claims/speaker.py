"""Somebody who speaks in an article, the words that describe them, and which words may mean them."""

from collections.abc import Set
from dataclasses import dataclass, field

from attributed.claims.words import ClaimWords
from attributed.model import Link, Passage, SourceKind

UNNAMED = frozenset(
    {SourceKind.ANONYMOUS_SOURCE, SourceKind.ANONYMOUS_OFFICIAL, SourceKind.ANONYMOUS_EXPERT},
)

OUTLETS = frozenset({SourceKind.STATE_MEDIA, SourceKind.OTHER_OUTLET})
# These print or say things themselves; a byline's collector does not stand between them and the article.
SELF_PUBLISHED = frozenset({SourceKind.STATE_MEDIA, SourceKind.OTHER_OUTLET, SourceKind.DOCUMENT})
BODIES = frozenset(
    {SourceKind.STATE_MEDIA, SourceKind.OFFICIAL_BODY, SourceKind.OTHER_OUTLET, SourceKind.DOCUMENT},
)


HE_OR_SHE = ("he", "she")


@dataclass(frozen=True, slots=True)
class Described:
    """A source passage, read."""

    text: str
    name: str
    passage: Passage
    tokens: tuple[int, ...]
    head: str  # lemma
    traits: frozenset[str] = frozenset()
    kind: SourceKind | None = None
    root: str | None = None  # of somebody named
    undecided: tuple[str, ...] = ()  # roots of namesakes
    members: tuple[str, ...] = ()  # roots of those who speak with one voice
    is_pronoun: bool = False
    is_named: bool = False
    is_person: bool = True
    is_plural: bool = False
    is_another: bool = False
    is_member: bool = False
    points_back: bool = False


@dataclass(slots=True, eq=False)
class Speaker:
    """Somebody who speaks in an article; grows with every description the article adds."""

    root: str
    name: str | None
    kind: SourceKind | None
    passage: Passage | None
    head: str = ""  # the lemma at the head of the description: source, official
    traits: frozenset[str] = frozenset()  # the other words that tell this speaker from others
    is_plural: bool = False
    is_named: bool = False
    is_person: bool = True
    pronoun: str | None = None  # he or she, once the article has said so
    titled: str | None = None  # he or she, where a title says so
    at: int = 0  # where the article last had them speak, or named them
    prints: bool = False  # has said something itself, and not only been named as where the writer has it from
    wrote: bool = False  # has said something in a report or article of its own
    collector: Link | None = None  # the outlet that they told last
    undecided: set[str] = field(default_factory=set)
    members: tuple[str, ...] = ()  # roots of those who speak with one voice


def is_part_of_name(name: list[str], part: list[str]) -> bool:
    """Whether a shorter name is the longer one's surname or first name: "Stone Fish", "Amnesty"."""
    return len(part) < len(name) and part in (name[: len(part)], name[-len(part) :])


def initials(name: str) -> str:
    """The capitals with which the words of a name begin: "Joint Chiefs of Staff" is JCS."""
    return "".join(word[0] for word in name.split() if word[0].isupper())


def pronoun_of(said: Set[str], words: ClaimWords) -> str | None:
    """He or she, where a word said of somebody tells: "spokeswoman Ann Lee", "Mr. Lee"."""
    return _only("called", said, words)


def pronoun_of_given(name: str, words: ClaimWords) -> str | None:
    """He or she, where a given name tells."""
    return _only("named", frozenset(name.lower().split()[:1]), words)


def _only(how: str, said: Set[str], words: ClaimWords) -> str | None:
    found = [form for form in HE_OR_SHE if not words.back[f"{how}_{form}"].isdisjoint(said)]
    return found[0] if len(found) == 1 else None


def form_of(pronoun: str, words: ClaimWords) -> str | None:
    """He or she for "his" or "her"; none for "who", which may be either."""
    return next((form for form in HE_OR_SHE if pronoun in words.back[form]), None)


def fits(pronoun: str, speaker: Speaker, words: ClaimWords) -> bool:
    """Whether a pronoun can mean a speaker."""
    if pronoun in words.back["he_she"]:
        said = {speaker.pronoun, speaker.titled, form_of(pronoun, words)} - {None}
        return speaker.is_person and not speaker.is_plural and len(said) <= 1
    if pronoun in words.back["they"]:
        return speaker.is_plural and speaker.kind is not SourceKind.DOCUMENT
    if pronoun in words.back["it"]:
        return not speaker.is_person and not speaker.is_plural
    return False


def was_called(speaker: Speaker, described: Described, words: ClaimWords) -> bool:
    """Whether a definite description repeats a word of a name or of what came with it: "the agency"."""
    if not speaker.is_named or speaker.is_person != described.is_person:
        return False
    if described.is_person and described.kind is None:
        return False  # "the firm" is not the man "of the firm"
    named = speaker.traits | ({speaker.head} if speaker.is_person else set((speaker.name or "").lower().split()))
    if described.head in words.titles["sole"] and not named & words.titles["lesser"] <= described.traits:
        return False  # "the president" is not the former vice president
    return described.head in named and described.traits <= named
