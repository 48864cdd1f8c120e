"""Hands beside a speaker: "reported, citing an official", "quoted by the agency", "in a statement carried by it"."""

from collections.abc import Iterator, Sequence

from attributed.claims.drafts import Voice
from attributed.claims.heard import can_speak
from attributed.claims.tree import FINITE, Tree
from attributed.claims.words import ClaimWords
from attributed.model import Passage


def all_hands(voices: Sequence[Voice], tree: Tree, words: ClaimWords) -> list[Voice]:
    """The voices of a claim, innermost first, the first between whom it cites and who passes it on."""
    first = voices[0]
    return [*_cited_by(first, tree, words), first, *_quoting(first, tree, words), *voices[1:]]


def _cited_by(voice: Voice, tree: Tree, words: ClaimWords) -> Iterator[Voice]:
    near = _near(voice, tree)
    citing = [verb for verb in near if _is(verb, "cite", "VBG", tree, words) or _is_told_by(verb, tree, words)]
    # "the agency quoted an official as saying"
    citing += [verb for verb in tree.tokens_of(voice.cue) if _quotes_as_saying(verb, tree, words)]
    for verb in citing:
        for noun in tree.children[verb]:
            speaks = can_speak({noun}, tree, words)  # not "citing a need for calm"
            if (
                tree.deps[noun] == "dobj"
                and speaks
                and (tree.deps[verb] == "relcl" or not _is_named(noun, voice, tree))
            ):
                yield Voice((_alone(noun, tree),), (_passage(verb, tree),))


def _alone(noun: int, tree: Tree) -> Passage:
    """Who is quoted, without what he is quoted as saying: "the envoy" in "quoted the envoy saying"."""
    saying = [tree.left[c] for c in tree.children[noun] if tree.deps[c] == "acl" and tree.tags[c] == "VBG"]
    return Passage(tree.starts[tree.left[noun]], tree.ends[min([tree.right[noun], *(c - 1 for c in saying)])])


def _is_told_by(verb: int, tree: Tree, words: ClaimWords) -> bool:
    """As in: according to the agency, which cited an official."""
    return tree.deps[verb] == "relcl" and tree.tags[verb] in FINITE and tree.lemmas[verb] in words.relaying["cite"]


def _quotes_as_saying(verb: int, tree: Tree, words: ClaimWords) -> bool:
    if tree.lemmas[verb] not in words.relaying["cite"] or tree.tags[verb] not in {*FINITE, "VBN"}:
        return False
    below = tree.children[verb]
    quoted = [c for o in below if tree.deps[o] == "dobj" for c in tree.children[o] if tree.tags[c] == "VBG"]
    said = any(tree.words[c] == "as" for c in below) or any(tree.lemmas[c] in words.inside["verbs"] for c in quoted)
    return said and not any(tree.deps[c] == "auxpass" for c in below)


def _quoting(voice: Voice, tree: Tree, words: ClaimWords) -> Iterator[Voice]:
    """Who quotes a speaker, and the medium through which a statement came."""
    for verb in _near(voice, tree):
        if _is(verb, "cite", "VBN", tree, words):
            # where the agency itself is marked as the source it is no second pair of hands
            is_aside = verb in tree.tokens_of(voice.source)  # "sources, quoted by the agency, said"
            yield from (hand for hand in _agents(verb, tree) if is_aside or not _is_named_in_full(hand, voice))
    for noun in _statements(voice, tree, words):
        for child in tree.children[noun]:
            if _is(child, "carry", "VBN", tree, words):
                yield from (hand for hand in _agents(child, tree) if _is_medium(hand, tree, words))
            elif tree.words[child] in words.relaying["through"]:
                hands = (Voice((tree.phrase(c),), (_passage(child, tree),)) for c in tree.children[child])
                yield from (hand for hand in hands if _is_medium(hand, tree, words))


def _statements(voice: Voice, tree: Tree, words: ClaimWords) -> list[int]:
    """The documents near a speaker: "said in a statement", "according to a statement"."""
    near = _near(voice, tree)
    below = [c for token in near if tree.deps[token] == "prep" for c in tree.children[token]]
    return [noun for noun in dict.fromkeys([*near, *below]) if tree.lemmas[noun] in words.documents["carriers"]]


def _agents(verb: int, tree: Tree) -> Iterator[Voice]:
    said = [saying for as_ in tree.children[verb] if tree.words[as_] == "as" for saying in tree.children[as_]]
    for by in (c for above in (verb, *said) for c in tree.children[above]):
        for noun in tree.children[by] if tree.words[by] == "by" else ():
            if tree.deps[noun] == "pobj":
                yield Voice((tree.phrase(noun),), (_passage(verb, tree),))


def _is_medium(hand: Voice, tree: Tree, words: ClaimWords) -> bool:
    """Whether a phrase names an agency, paper or station: by one of its words, or by its capitals, "KCNA"."""
    tokens = tree.tokens_of(hand.source)
    media = words.heads["other_outlet"] | words.state_media["of_media"]
    return any(tree.lemmas[i] in media or (tree.is_acronym(i) and "." not in tree.words[i]) for i in tokens)


def _is(verb: int, group: str, tag: str, tree: Tree, words: ClaimWords) -> bool:
    return tree.tags[verb] == tag and tree.lemmas[verb] in words.relaying[group]


def _near(voice: Voice, tree: Tree) -> list[int]:
    """The words of source and cue and those right below them."""
    said = tree.tokens_of((*voice.cue, *voice.source))
    return list(dict.fromkeys([*said, *(child for token in said for child in tree.children[token])]))


def _is_named(noun: int, voice: Voice, tree: Tree) -> bool:
    return any(passage.start <= tree.starts[noun] < passage.end for passage in voice.source)


def _is_named_in_full(hand: Voice, voice: Voice) -> bool:
    return any(part.covers(hand.source[0]) for part in voice.source)


def _passage(token: int, tree: Tree) -> Passage:
    return Passage(tree.starts[token], tree.ends[token])
