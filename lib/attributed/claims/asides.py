"""Events that a claim reports by the way: in a relative clause, for one member of a list, or taken for granted.

"Kim purged many officials, including his uncle Jang, who was executed, and minister Kim" says that Jang was executed
and that both were purged; the execution is not the minister's. "Alarmed by the absence of officers during a visit by
Kim" says that the officers were absent and that Kim paid a visit.
"""

from collections.abc import Iterator, Mapping

from attributed.claims.drafts import Draft
from attributed.claims.hedges import hedge_of, polarity_of
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.knowledge.subject import EventType
from attributed.model import Hedge, Polarity

FIRM = frozenset({Hedge.ASSERTED, Hedge.REPORTED})
LEAST_WORDS = 5  # of a noun with its complements that is a claim of its own
LEAST_COMPLEMENTS = 2
MOST_OF_OUTER = 0.8


def aside_drafts(outer: Draft, events: Mapping[int, EventType], tree: Tree, words: ClaimWords) -> Iterator[Draft]:
    """The claims that a claim makes by the way, with its own voices."""
    inside = set(outer.tokens)
    told = [index for index in outer.tokens if index in events]
    if not told:
        return
    for verb in told:
        # what befalls a person, not "who are threatened"
        is_fate = tree.deps[verb] == "relcl" and events[verb].status is not None
        if is_fate and (start := _fate_of_somebody(verb, tree)) is not None:
            yield _part(outer, [i for i in range(start, tree.right[verb] + 1) if i in inside], core=verb)
    for preposition in outer.tokens:
        if _opens_list(preposition, tree, words) and _hangs_on(preposition, events, tree):
            yield from _members(preposition, outer, inside, events, tree)
    if hedge_of(outer, tree, words) in FIRM and polarity_of(outer, tree, words) is Polarity.AFFIRMED:
        yield from _granted(outer, inside, told, tree, words)


def _part(outer: Draft, tokens: list[int], *, core: int | None = None) -> Draft:
    return Draft(tuple(tokens), outer.voices, outer.form, outer=outer, core=core, leans=core is None)


def _fate_of_somebody(verb: int, tree: Tree) -> int | None:
    """Where the name begins to which ", who was executed" belongs; None where it restricts or names nobody."""
    person = tree.heads[verb]
    comma = tree.left[verb] - 1
    if comma < 0 or tree.words[comma] != "," or not _is_named(range(tree.left[person], comma), tree):
        return None
    whole = tree.heads[person] if tree.deps[person] == "appos" else person
    return tree.left[whole]


def _is_named(phrase: range, tree: Tree) -> bool:
    return any(tree.parts[index] == "PROPN" for index in phrase)


def _opens_list(preposition: int, tree: Tree, words: ClaimWords) -> bool:
    word = tree.words[preposition]
    if word not in words.clauses["members"]:
        return False
    return word != "as" or tree.words[preposition - 1] == "such"


def _hangs_on(index: int, events: Mapping[int, EventType], tree: Tree) -> bool:
    """Whether a word stands under an event: the members of a list share what happens to the whole."""
    while tree.heads[index] != index:
        index = tree.heads[index]
        if index in events:
            return True
    return False


def _members(
    preposition: int, outer: Draft, inside: set[int], events: Mapping[int, EventType], tree: Tree
) -> Iterator[Draft]:
    """The people of a list, one claim each; whoever has a clause of their own there has been heard already."""
    waiting = [c for c in tree.children[preposition] if tree.deps[c] == "pobj"]
    for noun in waiting:
        clauses = [c for c in tree.children[noun] if tree.deps[c] == "relcl" and c in events]
        joined = {"conj"} if clauses else {"conj", "appos"}
        waiting += [c for c in tree.children[noun] if tree.deps[c] in joined]
        below = [
            c for c in tree.children[noun] if tree.deps[c] in {"conj", "cc", "punct", "relcl", "appos"} and c > noun
        ]
        stop = min([tree.left[c] for c in below] or [tree.right[noun] + 1])
        tokens = [i for i in range(tree.left[noun], stop) if i in inside]
        if _is_named(range(tree.left[noun], noun + 1), tree) and not clauses and tree.words_in(tokens) > 1:
            yield _part(outer, tokens)


def _granted(outer: Draft, inside: set[int], told: list[int], tree: Tree, words: ClaimWords) -> Iterator[Draft]:
    """Events that a noun names with who, where and when, as if the reader knew of them."""
    for noun in told:
        complements = [c for c in tree.children[noun] if tree.deps[c] in {"prep", "agent", "acl"}]
        if tree.parts[noun] != "NOUN" or len(complements) < LEAST_COMPLEMENTS or not _is_granted(noun, tree, words):
            continue
        tokens = [i for i in range(tree.left[noun], tree.right[noun] + 1) if i in inside]
        if LEAST_WORDS <= tree.words_in(tokens) <= MOST_OF_OUTER * tree.words_in(outer.tokens):
            yield _part(outer, tokens, core=noun)


def _is_granted(noun: int, tree: Tree, words: ClaimWords) -> bool:
    governor = tree.words[tree.heads[noun]] if tree.deps[noun] == "pobj" else ""
    markers = {tree.words[c] if tree.deps[c] == "det" else tree.deps[c] for c in tree.children[noun]}
    return bool(markers & {"the", "this", "that", "poss"}) or (
        governor in words.clauses["while"] and "no" not in markers
    )
