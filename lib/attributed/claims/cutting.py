"""Attributions and the sentences between them -> claims in the making."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from attributed.claims.asides import aside_drafts
from attributed.claims.datelines import datelines
from attributed.claims.drafts import Draft, Heard
from attributed.claims.heard import heard_in
from attributed.claims.names import Names
from attributed.claims.nesting import inner_drafts, is_speech_inside
from attributed.claims.own_words import own_drafts
from attributed.claims.reach import set_right
from attributed.claims.splitting import pieces
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.knowledge.subject import EventType
from attributed.model import Article, Attribution, Form, ZoneKind

MOST_VOICES = 6  # no reporter tells of more people telling of each other; longer chains are a parser gone astray
MOST = 0.9  # of the words of a claim that is only a piece of another one
SAME = 0.8  # two claims of one cue whose words agree so far are one


def drafts_of(
    article: Article,
    attributions: Sequence[Attribution],
    tree: Tree,
    names: Names,
    events: Mapping[int, EventType],
    words: ClaimWords,
) -> list[Draft]:
    """Every claim of the body in the order of the text, a claim before those inside it."""
    body = [tree.tokens(zone.passage) for zone in article.zones_of(ZoneKind.BODY)]
    filed = datelines([index for stretch in body for index in stretch], names, tree)
    allowed = {index for stretch in body for index in stretch} - filed
    heard = set_right(heard_in(attributions, allowed, tree, words), allowed, tree, words)
    said = _attributed(heard, tree, words)
    taken = _taken(heard, tree) | filed
    own = own_drafts(body, taken, tree, words)
    whole = [*said, *own]
    asides = [aside for draft in whole for aside in aside_drafts(draft, events, tree, words)]
    drafts: dict[object, Draft] = {}
    for draft in (*whole, *asides):
        if tree.words_in(draft.tokens):
            drafts.setdefault((draft.source, draft.cue, draft.tokens), draft)
    return sorted(drafts.values(), key=lambda draft: (draft.tokens[0], -len(draft.tokens), len(draft.voices)))


def _taken(heard: Sequence[Heard], tree: Tree) -> set[int]:
    """What others answer for; not a speaker who first does something: "Trump shrugged, telling reporters that …"."""
    said = {i for one in heard if not _is_told_by_the_way(one, tree) for i in (*one.content, *one.cue)}
    for one in heard:
        tops = [i for i in one.source if tree.heads[i] not in one.source]
        described = any(tree.deps[i] == "relcl" and tree.heads[i] in one.source for i in one.cue)
        if not described and not any(tree.deps[top] == "nsubj" and tree.heads[top] not in said for top in tops):
            said |= one.source
    return said


def _is_told_by_the_way(one: Heard, tree: Tree) -> bool:
    """Whether what was said only explains what happened: "He was blamed for saying that it was over"."""
    gerunds = [i for i in one.cue if tree.tags[i] == "VBG" and tree.deps[i] == "pcomp"]
    return any(tree.words[tree.heads[i]] == "for" and not tree.quoted[i] for i in gerunds)


def _attributed(heard: Sequence[Heard], tree: Tree, words: ClaimWords) -> list[Draft]:
    """Attributions cut into claims, the widest first so that each finds the claim it stands in."""
    drafts: list[Draft] = []
    for one in sorted(heard, key=lambda one: (-len(one.content), min(one.content))):
        voice = one.voice(tree)
        for piece in pieces(sorted(one.content), tree, words):
            if not tree.words_in(piece):  # "[...]"
                continue
            draft = Draft(tuple(piece), (voice,), _form(piece, tree))
            outer = _holder(draft, drafts, tree)
            if outer is None or is_speech_inside(one.cue, one.content, tree, words):
                drafts.append(draft.inside(outer) if outer else draft)
    drafts = _carried_on(drafts)
    for draft in drafts.copy():
        drafts += _new_ones(draft, drafts, tree, words)
    drafts = _quoted_on(drafts, tree)
    return [draft for draft in drafts if not any(_is_part(draft, other) for other in drafts)]


def _carried_on(drafts: Sequence[Draft]) -> list[Draft]:
    """A quotation that goes on came through the same hands: those of two claims of the same words are one chain."""
    chains = {draft.voices[0]: draft.voices for draft in drafts if len(draft.voices) > 1}
    found: dict[tuple[int, ...], list[Draft]] = {}
    for draft in drafts:
        found.setdefault(draft.tokens, []).append(draft)
    kept: list[Draft] = []
    for same in found.values():
        outer = {draft.voices[0] for draft in same if draft.outer is None}
        inner = [d for d in same if len(d.voices) == 1 and outer & {*chains.get(d.voices[0], ())[1:]}]
        passing = {voice for draft in inner for voice in chains[draft.voices[0]][1:]}
        for draft in same:
            if draft in inner:
                kept.append(replace(draft, voices=chains[draft.voices[0]]))
            elif draft.outer is not None or draft.voices[0] not in passing:
                kept.append(draft)
    return kept


def _quoted_on(drafts: Sequence[Draft], tree: Tree) -> list[Draft]:
    """A quotation behind "“…,” Kim said, according to the agency" is Kim's too, and not the agency's own."""
    inner = [draft for draft in drafts if draft.outer is not None and all(tree.quoted[i] for i in draft.tokens)]
    inner = [draft for draft in inner if not any(tree.quoted[i] for i in tree.tokens_of(draft.voices[0].cue))]
    kept: list[Draft] = []
    for draft in drafts:
        cues = set(tree.tokens_of(draft.voices[0].cue))
        goes_on = (
            draft.outer is None and cues and all(tree.quoted[i] for i in draft.tokens) and min(draft.tokens) > max(cues)
        )
        before = [d for d in inner if d.voices[-1] == draft.voices[0] and d.tokens[-1] < draft.tokens[0]]
        kept.append(replace(draft, voices=before[-1].voices) if goes_on and before else draft)
    return kept


def _is_part(draft: Draft, other: Draft) -> bool:
    """Whether a claim is a cut-off copy of another one with the same cue inside the same claim."""
    if draft is other or draft.outer is not other.outer or not draft.voices[0].cue:
        return False
    if draft.outer is None and draft.voices != other.voices:
        return False
    shared = len({*draft.tokens} & {*other.tokens})
    return shares_cue(draft, other) and len(draft.tokens) < len(other.tokens) and shared >= MOST * len(draft.tokens)


def _new_ones(draft: Draft, drafts: Sequence[Draft], tree: Tree, words: ClaimWords) -> Iterator[Draft]:
    """Claims inside a claim that no attribution has found, and those inside them."""
    if len(draft.voices) >= MOST_VOICES:
        return
    for inner in inner_drafts(draft, tree, words):
        if not any(_is_same(inner, other) for other in drafts if other is not draft):
            yield inner
            yield from _new_ones(inner, drafts, tree, words)


def _holder(draft: Draft, drafts: Sequence[Draft], tree: Tree) -> Draft | None:
    """The smallest claim in whose content both the words and the cue of another one stand."""
    needed = {*draft.tokens, *tree.tokens_of(draft.voices[0].cue)}
    if not draft.voices[0].cue:
        return None
    holders = [other for other in drafts if needed <= set(other.tokens)]
    return min(holders, key=lambda other: len(other.tokens), default=None)


def _is_same(inner: Draft, other: Draft) -> bool:
    """Whether both have one cue (or none) and nearly the same words."""
    if not shares_cue(inner, other):
        return False
    first, second = set(inner.tokens), set(other.tokens)
    return len(first & second) >= SAME * len(first | second)


def shares_cue(one: Draft, other: Draft) -> bool:
    """Whether the nearest voices of two claims have a word of their cues in common, or neither has a cue."""
    mine, theirs = one.voices[0].cue, other.voices[0].cue
    return mine == theirs or any(a.start < b.end and b.start < a.end for a in mine for b in theirs)


def _form(piece: Sequence[int], tree: Tree) -> Form:
    """The form of one piece of an attribution: a mixed one may hold pieces quoted in full or not at all."""
    quoted = sum(tree.quoted[index] for index in piece)
    return Form.MIXED if 0 < quoted < len(piece) else Form.DIRECT if quoted else Form.INDIRECT
