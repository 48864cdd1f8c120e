"""How far an attribution reaches: a reporting clause at a sentence's end answers for all that stands before it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from attributed.claims.tree import CLOSING, STRAIGHT, Tree
from attributed.model import Attribution


@dataclass(slots=True)
class Reach:
    """The token indexes of one attribution, to be set right."""

    attribution: Attribution
    content: set[int]
    named: set[int] = field(default_factory=set)  # source and cue

    @property
    def is_at_end(self) -> bool:
        return bool(self.named) and bool(self.content) and min(self.named) > max(self.content - self.named, default=-1)


def reaches(attributions: Sequence[Attribution], allowed: set[int], tree: Tree) -> list[Reach]:
    """The attributions with contents that lie in the allowed tokens; in "Kim said it was bad, KCNA reported" KCNA's
    content is all of Kim's sentence, and KCNA is no part of Kim's words.
    """
    found = [
        Reach(one, allowed.intersection(tree.tokens_of(one.content)), set(tree.tokens_of((*one.source, *one.cue))))
        for one in attributions
    ]
    for last in found:
        if last.attribution.source and last.is_at_end and _closes_sentence(last.named, tree):
            for other in found:
                if other is not last:
                    _give_way(other, last, allowed, tree)
    return found


def _closes_sentence(named: set[int], tree: Tree) -> bool:
    """Whether a short clause behind a comma or a quotation ends the sentence: ", KCNA reported."."""
    first, last = min(named), max(named)
    stop = tree.sentences[tree.sentence[first]][1]
    before = {tree.words[i] for i in range(max(first - 2, 0), first)}
    behind = tree.words_in(range(last + 1, stop))
    return tree.sentence[first] == tree.sentence[last] and behind == 0 and bool(before & {",", STRAIGHT, *CLOSING})


def _give_way(other: Reach, last: Reach, allowed: set[int], tree: Tree) -> None:
    cue = tree.tokens_of(other.attribution.cue)
    number = tree.sentence[min(last.named)]
    if not cue or tree.sentence[cue[0]] != number or not other.content & (last.content | last.named):
        return
    if max(cue) > min(last.named) or any(tree.quoted[i] for i in cue):
        return
    start = tree.sentences[number][0]
    other.content -= set(range(min(last.named), max(last.named) + 1))
    last.content |= allowed.intersection(range(start, min(last.named)))
