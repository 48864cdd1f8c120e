"""Two names that the parser takes for one speaker: "according to A, B said", "A, B told the paper, was ill"."""

from attributed.claims.drafts import Heard
from attributed.claims.tree import FINITE, Tree

NAMING = frozenset({"NOUN", "PROPN", "PRON"})


def part(heard: Heard, tree: Tree) -> None:
    """Leave to a source and to what is said what is each one's."""
    _part_according(heard, tree)
    _part_subject(heard, tree)
    _lead_back(heard, tree)


def _part_according(heard: Heard, tree: Tree) -> None:
    """As in: according to the agency, the minister said. The agency and the minister each have a cue."""
    first = min(heard.source or heard.content, default=0)
    if first < 2 or [tree.words[first - 2], tree.words[first - 1]] != ["according", "to"]:
        return
    front, behind = _at_comma(heard.source or heard.content, tree)
    if heard.source and first - 1 not in heard.cue and any(tree.parts[i] in NAMING for i in behind):
        heard.source = behind
    elif not heard.source and first - 1 in heard.cue and not any(tree.tags[i] in FINITE for i in front):
        heard.source, heard.content = front, behind


def _part_subject(heard: Heard, tree: Tree) -> None:
    """A cue between commas parts a clause from its subject, for whose gloss the parser takes the speaker."""
    behind = sorted(i for i in heard.content if heard.cue and i > max(heard.cue))
    if not behind or tree.tags[behind[0]] not in FINITE or tree.words[behind[0] - 1] != ",":
        return
    subject, speaker = _at_comma(heard.source, tree)
    is_last = bool(speaker) and max(speaker) + 1 == min(heard.cue) and min(heard.source) < min(heard.cue)
    if is_last and any(tree.parts[i] in NAMING for i in speaker):
        heard.source = speaker
        heard.content |= subject


def _lead_back(heard: Heard, tree: Tree) -> None:
    """To the subject of the verb that the cue goes on from: "Lee added it was late, as Park was ill, and said …"."""
    verb = min(heard.cue, default=-1)
    if verb < 0 or tree.deps[verb] != "conj" or tree.tags[verb] not in FINITE or tree.subjects(verb):
        return
    above = tree.heads[verb]
    subject = next((s for s in tree.subjects(above) if tree.deps[s] == "nsubj"), None)
    others = [i for i in heard.source if tree.deps[i] == "nsubj" and tree.heads[i] not in {above, verb}]
    if subject is not None and subject < min(heard.source, default=0) and others and tree.heads[others[0]] < verb:
        heard.content -= heard.source
        heard.source = set(range(tree.left[subject], tree.right[subject] + 1))


def _at_comma(tokens: set[int], tree: Tree) -> tuple[set[int], set[int]]:
    """What stands before the first comma, and what stands behind it."""
    comma = min((i for i in tokens if tree.words[i] == ","), default=max(tokens, default=0) + 1)
    return {i for i in tokens if i < comma}, {i for i in tokens if i > comma}
