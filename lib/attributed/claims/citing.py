"""Hands beside a speaker: "the agency reported, citing an official", "quoted by the agency as saying"."""

from collections.abc import Iterator, Sequence

from attributed.claims.drafts import Voice
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.model import Passage


def all_hands(voices: Sequence[Voice], tree: Tree, words: ClaimWords) -> list[Voice]:
    """The voices of a claim, innermost first, with whom the first one cites before it and who quotes it behind it."""
    first = voices[0]
    return [*_cited_by(first, tree, words), first, *_quoting(first, tree, words), *voices[1:]]


def _cited_by(voice: Voice, tree: Tree, words: ClaimWords) -> Iterator[Voice]:
    for verb in _citing_verbs(voice, "VBG", tree, words):
        for noun in tree.children[verb]:
            if tree.deps[noun] == "dobj":
                yield Voice((tree.phrase(noun),), (Passage(tree.starts[verb], tree.ends[verb]),))


def _quoting(voice: Voice, tree: Tree, words: ClaimWords) -> Iterator[Voice]:
    for verb in _citing_verbs(voice, "VBN", tree, words):
        for by in tree.children[verb]:
            for noun in tree.children[by] if tree.words[by] == "by" else ():
                # where the agency itself is marked as the source it is no second pair of hands
                if tree.deps[noun] == "pobj" and not any(part.covers(tree.phrase(noun)) for part in voice.source):
                    yield Voice((tree.phrase(noun),), (Passage(tree.starts[verb], tree.ends[verb]),))


def _citing_verbs(voice: Voice, tag: str, tree: Tree, words: ClaimWords) -> list[int]:
    said = tree.tokens_of((*voice.cue, *voice.source))
    near = dict.fromkeys([*said, *(child for token in said for child in tree.children[token])])
    return [verb for verb in near if tree.lemmas[verb] in words.relaying["cite"] and tree.tags[verb] == tag]
