"""Whom "he" or "her" means, where only one person is there to be meant; else nobody is guessed."""

from collections.abc import Iterator
from dataclasses import replace

from attributed.claims.names import Names
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.model import Mention, Passage

ALONE = "pronoun of the only person before it"
OWN = frozenset({"appos", "compound", "nmod", "amod", "poss"})


def meant_by(pronoun: int, names: Names, tree: Tree, words: ClaimWords) -> Mention | None:
    """The person of a pronoun outside quotations: the only one, named or not, of its sentence so far and the last."""
    if tree.words[pronoun] not in words.back["he_she"] - {"who"} or tree.quoted[pronoun]:
        return None
    start = tree.sentences[max(tree.sentence[pronoun] - 1, 0)][0]
    stretch = Passage(tree.starts[start], tree.starts[pronoun])
    if "\n" in stretch.of(tree.text).lstrip():
        return None  # a paragraph may begin with somebody else
    people = list(names.all_within("people", stretch))
    if len({mention.id or mention.name for mention in people}) != 1:
        return None
    named = {i for mention in people for i in tree.tokens(mention.passage)}
    if any(tree.words[i] in words.back["he_she"] for i in range(start, min(named))):
        return None  # the sentences go on about somebody of before
    if any(True for _ in _others(range(start, pronoun), named, tree, words)):
        return None
    return replace(people[-1], passage=Passage(tree.starts[pronoun], tree.ends[pronoun]), rule=ALONE)


def _others(window: range, named: set[int], tree: Tree, words: ClaimWords) -> Iterator[int]:
    """People without a name who may be meant as well: "the general", "his uncle"; not the title of the one named."""
    people = words.people["nouns"] | words.titles["all"]
    for i in window:
        kind = words.kind_of_head(tree.lemmas[i]) or ""
        if tree.tags[i] != "NN" or not (tree.lemmas[i] in people or kind.startswith("anonymous")):
            continue
        is_title = tree.deps[i] in OWN and tree.heads[i] in named
        is_title = is_title or not named.isdisjoint(c for c in tree.children[i] if tree.deps[c] in OWN - {"poss"})
        is_said = tree.deps[i] == "attr" and any(not named.isdisjoint([s]) for s in tree.subjects(tree.heads[i]))
        if not is_title and not is_said:
            yield i
