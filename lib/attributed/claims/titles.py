"""What a title or trade near a name makes of a person: "lawmaker Lee", "Cheong, an analyst at the institute"."""

from collections.abc import Iterable

from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.model import Mention, SourceKind

FURTHEST = 5  # tokens before a name: "South Korean deputy foreign minister"
TITLE_PARTS = frozenset({"NOUN", "PROPN", "ADJ"})


def kind_by_title(tokens: Iterable[int], tree: Tree, words: ClaimWords) -> SourceKind | None:
    """An expert where one word says so, else an official; whoever was both is asked as an expert."""
    near = {form for i in tokens for form in (tree.lemmas[i], tree.words[i])}
    for kind in (SourceKind.NAMED_EXPERT, SourceKind.NAMED_OFFICIAL):
        if near & words.titles[kind]:
            return kind
    return None


def kinds_of_people(people: Iterable[Mention], tree: Tree, words: ClaimWords) -> dict[str, SourceKind]:
    """The kind of everybody whom an article gives a title once, by id or name."""
    found: dict[str, SourceKind] = {}
    for mention in people:
        key = mention.id or mention.name
        if key not in found and (kind := kind_by_title(_around(mention, tree), tree, words)):
            found[key] = kind
    return found


def _around(mention: Mention, tree: Tree) -> list[int]:
    """The words right before a name and the head of its gloss."""
    tokens = tree.tokens(mention.passage)
    if not tokens:
        return []
    first, last = tokens[0], tokens[-1]
    before: list[int] = []
    while first - 1 >= 0 and len(before) < FURTHEST and tree.parts[first - 1] in TITLE_PARTS:
        first -= 1
        before.append(first)
    glosses = [c for c in tree.children[last] if tree.deps[c] == "appos" and c > last]
    return before + [i for gloss in glosses for i in range(tree.left[gloss], gloss + 1)]
