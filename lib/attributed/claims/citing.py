"""Whom a speaker passes on without saying so in a claim of its own: "the agency reported, citing an official"."""

from attributed.claims.drafts import Voice
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.model import Passage


def cited_by(voice: Voice, tree: Tree, words: ClaimWords) -> list[Voice]:
    """The voices that a voice cites, each with "citing" as its cue."""
    said = tree.tokens_of((*voice.cue, *voice.source))
    for verb in (child for token in said for child in tree.children[token]):
        if tree.lemmas[verb] in words.relaying["cite"] and tree.tags[verb] == "VBG":
            cue = Passage(tree.starts[verb], tree.ends[verb])
            nouns = [child for child in tree.children[verb] if tree.deps[child] == "dobj"]
            return [Voice((tree.phrase(noun),), (cue,)) for noun in nouns]
    return []
