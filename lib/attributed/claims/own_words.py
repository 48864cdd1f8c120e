"""What the article asserts itself: every finite clause of the body that nobody else is made to answer for."""

from collections.abc import Iterator, Sequence

from attributed.claims.bounds import background
from attributed.claims.drafts import Draft
from attributed.claims.heard import is_unsaid
from attributed.claims.hearsay import hearsay_drafts, rumours
from attributed.claims.hedges import main_predicate
from attributed.claims.splitting import pieces
from attributed.claims.tree import FINITE, Tree
from attributed.claims.words import ClaimWords
from attributed.model import Form

LEAST_WORDS = 4
MOST_QUOTED = 0.6
COMPLEMENTS = frozenset({"dobj", "ccomp", "xcomp", "prep", "oprd", "dative", "auxpass"})
# A rest of a sentence is an assertion where it hangs on the cue as its sequel or its subject; an adverbial
# clause ("when asked whether ...") only tells how something was said.
SEQUELS = frozenset({"conj", "ROOT", "parataxis", "nsubj", "nsubjpass", "ccomp"})


def own_drafts(body: Sequence[range], taken: set[int], tree: Tree, words: ClaimWords) -> Iterator[Draft]:
    """Claims of kind reporter from the sentences, or rests of sentences, of some stretches of tokens."""
    for stretch in body:
        for start, stop in tree.sentences:
            inside = range(max(start, stretch.start), min(stop, stretch.stop))
            if inside and not _is_question(inside, tree):
                yield from _of_sentence(inside, taken, tree, words)


def _of_sentence(inside: range, taken: set[int], tree: Tree, words: ClaimWords) -> Iterator[Draft]:
    free = [index for index in inside if index not in taken]
    is_whole = len(free) == len(inside)
    for run in _around_clauses(_runs(free), tree):
        is_own = is_whole or _is_all_behind(run, inside, taken, tree) or _continues(run, taken, tree)
        for piece in pieces(run if is_own else _background(run, tree, words), tree, words):
            cut = _without_coordinator(piece, tree, words)
            if _is_assertion(cut, tree, words):
                yield from hearsay_drafts(cut, tree, words) or [Draft(tuple(cut), (), Form.UNATTRIBUTED)]
                yield from rumours(cut, tree, words)


def _is_assertion(cut: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    """A finite clause in the article's own voice: not a quotation that nobody claimed, not a cue without its words."""
    if tree.words_in(cut) < LEAST_WORDS or not any(tree.tags[i] in FINITE for i in cut):
        return False
    predicate = main_predicate(cut, tree)
    is_own = predicate is not None and not tree.quoted[predicate] and tree.is_finite(predicate)
    if not is_own and sum(tree.quoted[i] for i in cut) > MOST_QUOTED * len(cut):
        return False
    if predicate is None or tree.lemmas[predicate] not in words.inside["verbs"] or is_unsaid(predicate, tree, words):
        return True
    # "either denied or ignored the charges"
    verbs = [predicate, *(c for c in tree.children[predicate] if tree.deps[c] == "conj")]
    return any(tree.deps[c] in COMPLEMENTS and c in cut for verb in verbs for c in tree.children[verb])


def _runs(free: Sequence[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for index in free:
        if found and found[-1][-1] == index - 1:
            found[-1].append(index)
        else:
            found.append([index])
    return found


def _around_clauses(runs: Sequence[list[int]], tree: Tree) -> Iterator[list[int]]:
    """Joins a subject to its verb where others answer for the clause between them: "Lee, who denied it, was jailed"."""
    open_: list[int] = []
    for run in runs:
        clause = _clause_between(open_, run, tree) if open_ else None
        if clause is None:
            if open_:
                yield open_
            open_ = run
        else:
            open_ = [i for i in open_ if i < tree.left[clause]] + _behind_clause(clause, run, tree)
    if open_:
        yield open_


def _behind_clause(clause: int, run: Sequence[int], tree: Tree) -> list[int]:
    """What follows a clause between commas, wherever the parser ends it."""
    behind = [i for i in run if i > tree.right[clause]]
    comma = next((i for i in behind if tree.words[i] == "," or tree.tags[i] in FINITE), None)
    return [i for i in behind if comma is None or i > comma or tree.words[comma] != ","]


def _clause_between(before: Sequence[int], behind: Sequence[int], tree: Tree) -> int | None:
    """The relative clause that fills the gap between a noun and the verb of which it is the subject."""
    for clause in (i for i in range(before[-1], behind[-1]) if tree.deps[i] == "relcl"):
        noun = tree.heads[clause]
        while tree.deps[noun] == "appos":
            noun = tree.heads[noun]
        is_subject = tree.deps[noun] in {"nsubj", "nsubjpass"} and noun in before
        fills = tree.left[clause] <= before[-1] + 2 and behind[0] - 1 <= tree.right[clause] + 1
        if is_subject and fills and tree.right[clause] < tree.heads[noun] <= behind[-1]:
            return clause
    return None


def _background(run: Sequence[int], tree: Tree, words: ClaimWords) -> list[int]:
    """What the writer adds behind a clause of speech: ", hours after a fire broke out"."""
    before = run[0] - 1
    behind = before >= 0 and tree.sentence[before] == tree.sentence[run[0]]
    return [i for i in run if i > background(before, tree, words)] if behind else []


def _continues(run: Sequence[int], taken: set[int], tree: Tree) -> bool:
    tops = [top for top in tree.tops(run) if tree.heads[top] in taken or tree.heads[top] == top]
    return any(tree.deps[top] in SEQUELS and (tree.deps[top][:5] != "nsubj" or _has_clause(top, tree)) for top in tops)


def _is_all_behind(run: Sequence[int], inside: range, taken: set[int], tree: Tree) -> bool:
    """Whether nothing but a dateline is missing: the sentence's first words, none of them a verb."""
    before = range(inside.start, run[0])
    return (
        run[-1] == inside[-1] and taken.issuperset(before) and not any(tree.parts[i] in {"VERB", "AUX"} for i in before)
    )


def _has_clause(noun: int, tree: Tree) -> bool:
    return any(tree.deps[child] == "relcl" for child in tree.children[noun])


def _without_coordinator(piece: list[int], tree: Tree, words: ClaimWords) -> list[int]:
    start = 0
    while start < len(piece) and (not tree.is_word(piece[start]) and not tree.quoted[piece[start]]):
        start += 1
    if start < len(piece) and tree.words[piece[start]] in words.clauses["coordinators"]:
        start += 1
    return piece[start:]


def _is_question(inside: range, tree: Tree) -> bool:
    return any(tree.words[index] == "?" for index in inside[-3:])
