"""One name for each person: initials, given names cut short, surnames of several words, couples."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.model import Mention, Passage

COUPLE = "given name before one of the same surname"


def mention_of(run: Sequence[int], tree: Tree, rule: str) -> Mention:
    """Somebody in no list, as printed."""
    passage = Passage(tree.starts[run[0]], tree.ends[run[-1]])
    return Mention(None, passage.of(tree.text), passage, rule)


def as_one(mentions: Iterable[Mention], words: ClaimWords) -> list[Mention]:
    """One name for each person: "John R. Bolton" is the "John Bolton" of the lists, "Ken Bae" is "Kenneth Bae"."""
    ordered = sorted(mentions, key=lambda mention: (mention.id is None, mention.passage))
    first: dict[str, Mention] = {}
    found: list[Mention] = []
    for mention in ordered:
        name = _without_initials(mention.name)
        name = next((known for known in first if _is_short_for(known, name, words) or _is_tail(name, known)), name)
        same = first.setdefault(name, mention)
        found.append(same_as(same, mention) if mention.id is None else mention)
    return found


def same_as(bearer: Mention, mention: Mention) -> Mention:
    """A mention that stands for somebody named elsewhere."""
    return replace(mention, id=bearer.id, name=bearer.name, undecided=bearer.undecided)


def _is_short_for(one: str, other: str, words: ClaimWords) -> bool:
    """Whether two names differ in a given name cut short: "Ken Bae", "Kenneth Bae"."""
    (given, *surname), (long, *same) = sorted((one.split(), other.split()), key=lambda parts: len(parts[0]))
    is_cut = len(given) > 2 and given != long and long.startswith(given)
    if surname and surname == same and f"{given} {long}" in words.people["nicknames"]:
        return True
    return bool(surname) and surname == same and is_cut and {given, long} <= words.people["given"]


def _is_tail(one: str, other: str) -> bool:
    """Whether a name is a surname of several words: "Van Der Meer" of "Eva Van Der Meer"."""
    part, whole = one.split(), other.split()
    return 1 < len(part) < len(whole) and whole[-len(part) :] == part


def _without_initials(name: str) -> str:
    return " ".join(part for part in name.lower().split() if len(part.rstrip(".")) > 1)


def without_vessels(people: Iterable[Mention], tree: Tree, words: ClaimWords) -> Iterator[Mention]:
    """Leaves out ships that bear somebody's name: "the USS John Lee"."""
    for mention in people:
        before = next(iter(tree.tokens(mention.passage)), 0) - 1
        if before < 0 or tree.lemmas[before] not in words.people["vessels"]:
            yield mention


def couples(people: Iterable[Mention], tree: Tree, words: ClaimWords) -> Iterator[Mention]:
    """The first of two who share a surname: "Ann" in "Ann and Bob Lee"."""
    for mention in people:
        given, *surname = mention.name.split()
        first = tree.tokens(mention.passage)[:1]
        one = first[0] - 2 if first else -1
        if one < 0 or not surname or not {given.lower(), tree.words[one]} <= words.people["given"]:
            continue
        if tree.words[one + 1] in words.clauses["coordinators"] and (one == 0 or tree.parts[one - 1] != "PROPN"):
            yield replace(
                mention_of([one], tree, COUPLE), name=" ".join([tree.text[tree.starts[one] : tree.ends[one]], *surname])
            )


def without_modifiers(people: Iterable[Mention], tree: Tree, words: ClaimWords) -> Iterator[Mention]:
    """Leaves out names that only say whose a body is: "the Trump administration"."""
    for mention in people:
        tokens = tree.tokens(mention.passage)
        following = tokens[-1] + 1 if tokens else len(tree.words)
        if following >= len(tree.words) or tree.lemmas[following] not in words.people["named_after"]:
            yield mention
