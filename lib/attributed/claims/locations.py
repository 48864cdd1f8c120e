"""Where a claim's event took place: the places its content names, or the speaker's own where it says "the region"."""

from collections.abc import Sequence

from attributed.claims.drafts import Draft
from attributed.claims.names import Names
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.model import Mention, Passage


def places_of(
    draft: Draft, content: Sequence[Passage], names: Names, tree: Tree, words: ClaimWords
) -> tuple[Mention, ...]:
    """The places of a claim, each once."""
    named = names.within("places", content)
    if named or not draft.voices or not any(_points_at_place(i, tree, words) for i in draft.tokens):
        return named
    own = names.within("places", draft.voices[-1].source)
    return (*named, own[0]) if own else named


def _points_at_place(token: int, tree: Tree, words: ClaimWords) -> bool:
    """A kind of place with no name of its own: the region, one province."""
    if tree.lemmas[token] not in words.places["kinds"]:
        return False
    children = tree.children[token]
    return any(tree.words[c] in words.places["determiners"] for c in children) and not any(
        tree.parts[c] == "PROPN" for c in children
    )
