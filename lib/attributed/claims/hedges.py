"""How firmly a claim is made and whether it is denied: read from its main predicate, never from words deeper down."""

from collections.abc import Iterable, Sequence

from attributed.claims.drafts import Draft
from attributed.claims.tree import FINITE, Tree
from attributed.claims.words import ClaimWords
from attributed.model import Form, Hedge, Polarity

# What belongs to a predicate itself: its auxiliaries, adverbs, predicative words and the verb it opens for.
OWN = frozenset({"aux", "auxpass", "neg", "advmod", "acomp", "oprd", "attr", "xcomp"})
FIRM = frozenset({Hedge.ASSERTED, Hedge.REPORTED})
CLAUSES = frozenset({"ccomp", "acl", "relcl", "xcomp", "advcl"})


def predicate_of(draft: Draft, tree: Tree) -> int | None:
    """The token that tells what a claim says."""
    return draft.core if draft.core is not None else main_predicate(draft.tokens, tree)


def main_predicate(tokens: Sequence[int], tree: Tree) -> int | None:
    """The verb that carries a stretch of text, or its noun where it has none."""
    tops = tree.tops(tokens)
    verbs = [top for top in tops if tree.parts[top] in {"VERB", "AUX"}]
    finite = [verb for verb in verbs if tree.is_finite(verb)]
    return next(iter(finite or verbs or tops), None)


def hedge_of(draft: Draft, tree: Tree, words: ClaimWords) -> Hedge:
    """The firmness of a claim by its own words and the cue's; an attribution alone makes it reported."""
    hedge = _firmness(draft, tree, words)
    return Hedge.HYPOTHETICAL if hedge in FIRM and _is_supposed(draft, tree, words) else hedge


def _firmness(draft: Draft, tree: Tree, words: ClaimWords) -> Hedge:
    predicate = predicate_of(draft, tree)
    floor = Hedge.REPORTED if draft.voices else Hedge.ASSERTED
    if draft.voices and not draft.voices[0].source and draft.outer is None:
        floor = Hedge.HEARSAY
    if predicate is None:
        return floor
    predicate = believed(predicate, set(draft.tokens), tree, words) or predicate
    own = _own(predicate, set(draft.tokens), tree)
    lists = words.firmness
    if _is_ordered(draft, predicate, own, tree, words):
        return Hedge.ORDERED
    if _is_hypothetical(predicate, own, tree, words):
        return Hedge.HYPOTHETICAL
    if (
        _may_be(own, tree, words)
        or _has(own, lists["possible"], tree)
        or _is_feared(predicate, tree, words)
        or _is_guessed(draft, tree, words)
    ):
        return Hedge.POSSIBLE
    seen = _without_coming_on(own, predicate, tree, words)
    if _looks_so(predicate, tree, words) or _is_concluded(own, tree, words) or _has(seen, lists["probable"], tree):
        return Hedge.PROBABLE
    if _has(own, lists["hearsay"], tree) or _is_passive_hearsay(predicate, tree, words):
        return Hedge.HEARSAY
    return floor


def firmness_at(predicate: int, inside: set[int], tree: Tree, words: ClaimWords) -> tuple[Hedge, Polarity]:
    """How firmly one clause of a stretch says what it says, and whether it denies it."""
    clause = Draft(tuple(sorted(inside)), (), Form.INDIRECT, core=predicate)
    return _firmness(clause, tree, words), polarity_of(clause, tree, words)


def polarity_of(draft: Draft, tree: Tree, words: ClaimWords) -> Polarity:
    """Negated where the main predicate is, denied where the cue refuses somebody's word."""
    if draft.voices and _has(tree.tokens_of(draft.voices[0].cue), words.firmness["deny"], tree):
        return Polarity.DENIED
    predicate = predicate_of(draft, tree)
    if predicate is None or tree.lemmas[predicate] in words.firmness["unexcluded"]:
        return Polarity.AFFIRMED
    if _is_condition(predicate, tree, words):  # "a war if it does not stop" denies no war
        return Polarity.AFFIRMED
    own = _own(predicate, set(draft.tokens), tree)
    objects = (c for c in tree.children[predicate] if tree.deps[c] == "dobj")  # "called the reports nonsense"
    refused = (i for i in own if i != predicate)  # not "it lies in the north"
    if _has(refused, words.firmness["untrue"], tree) and _has(
        [*tree.subjects(predicate), *objects], words.firmness["said"], tree
    ):
        return Polarity.DENIED
    is_empty = any(_is_nothing(child, tree, words) for child in tree.children[predicate])
    is_negated = _has(own, words.firmness["negations"], tree) or any(_is_no_longer(i, tree, words) for i in own)
    return Polarity.NEGATED if is_empty or is_negated else Polarity.AFFIRMED


def _is_no_longer(index: int, tree: Tree, words: ClaimWords) -> bool:
    """As in: no longer posed a threat."""
    before = [*tree.children[index], index - 1]
    return tree.words[index] in words.firmness["ended"] and any(tree.words[c] == "no" for c in before)


def _own(predicate: int, inside: set[int], tree: Tree) -> list[int]:
    """The predicate with its own words and those of the verb it opens for: "is likely to", "seems not to have"."""
    found = [predicate]
    for index in found:
        if index == predicate or tree.deps[index] == "xcomp":
            found += [c for c in tree.children[index] if tree.deps[c] in OWN and c in inside]
        elif tree.deps[index] == "attr":  # "it was probably a device"
            found += [c for c in tree.children[index] if tree.deps[c] == "advmod" and c in inside]
    return found


def _has(tokens: Iterable[int], listed: frozenset[str], tree: Tree) -> bool:
    return any(tree.lemmas[i] in listed or tree.words[i] in listed for i in tokens)


def _is_ordered(draft: Draft, predicate: int, own: list[int], tree: Tree, words: ClaimWords) -> bool:
    helpers = [i for i in own if tree.deps[i] == "aux"]
    if _has(helpers, words.firmness["order_modals"], tree) and not _looks_back(helpers, tree):
        return True
    if tree.lemmas[predicate] in words.firmness["orders"]:
        return any(tree.deps[c] in {"xcomp", "dobj", "ccomp"} for c in tree.children[predicate])
    cue = tree.tokens_of(draft.voices[0].cue) if draft.voices and draft.core is None else []
    # "warned that a purge may come" warns of something; "warned officials against" binds them
    is_bare = not any(tree.tags[i] in FINITE for i in own)
    with_next = [f"{tree.lemmas[i]} {tree.words[i + 1]}" for i in cue if i + 1 < len(tree.words)]
    is_ordering = _has(cue, words.firmness["order_verbs"], tree) or not words.firmness["order_verbs"].isdisjoint(
        with_next
    )
    return is_bare and is_ordering


def _is_hypothetical(predicate: int, own: list[int], tree: Tree, words: ClaimWords) -> bool:
    marks = words.firmness["conditional_marks"]
    conditions = [c for c in tree.children[predicate] if tree.deps[c] == "advcl"]
    opening = [mark for c in conditions for mark in tree.children[c] if tree.deps[mark] == "mark"]
    # "even if it was an accident" grants it
    if any(tree.words[mark] in marks and tree.words[mark - 1] != "even" for mark in opening):
        return True
    if _is_condition(predicate, tree, words):
        return True
    helpers = [i for i in own if tree.deps[i] == "aux"]
    unreal = words.firmness["conditional_modals"] | words.firmness["order_modals"] - words.firmness["concluding_modals"]
    return _looks_back(helpers, tree) and _has(helpers, unreal, tree)


def _is_condition(predicate: int, tree: Tree, words: ClaimWords) -> bool:
    marks = words.firmness["conditional_marks"]
    return any(tree.deps[c] == "mark" and tree.words[c] in marks for c in tree.children[predicate])


def _looks_back(helpers: Sequence[int], tree: Tree) -> bool:
    """As in "should have known", "must have died"."""
    return any(tree.words[i] in {"have", "’ve", "'ve"} for i in helpers)


def _may_be(own: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    """Whether a modal leaves it open: "could not confirm" does not."""
    is_denied = _has(own, words.firmness["negations"], tree)
    open_ = words.firmness["possible_modals"]
    return _has(own, open_ - words.firmness["able_modals"] if is_denied else open_, tree)


def _is_concluded(own: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    """As in: he must have died."""
    helpers = [i for i in own if tree.deps[i] == "aux"]
    return _looks_back(helpers, tree) and _has(helpers, words.firmness["concluding_modals"], tree)


def _is_supposed(draft: Draft, tree: Tree, words: ClaimWords) -> bool:
    """As in: any shot would break the pact. Behind "he said" the same word only tells of the future."""
    predicate = predicate_of(draft, tree)
    own = _own(predicate, set(draft.tokens), tree) if predicate is not None else []
    would = [i for i in own if tree.deps[i] == "aux" and tree.words[i] in words.firmness["conditional_modals"]]
    return bool(would) and (not draft.voices or all(tree.quoted[i] for i in would))


def _is_guessed(draft: Draft, tree: Tree, words: ClaimWords) -> bool:
    """A cue of fear or guessing leaves open what it brings: "analysts speculated that", "could not rule out that"."""
    cue = tree.tokens_of(draft.voices[0].cue) if draft.voices else []
    is_open = _has(cue, words.firmness["unexcluded"], tree) and _has(cue, words.firmness["negations"], tree)
    return is_open or _has(cue, words.inside["fear"], tree)


def _looks_so(predicate: int, tree: Tree, words: ClaimWords) -> bool:
    """As in: it looks like rain, he looked to be well."""
    follows = tree.words[min(predicate + 1, len(tree.words) - 1)] in {"like", "as"}
    opens = any(tree.deps[c] in {"xcomp", "acomp"} for c in tree.children[predicate])
    return tree.lemmas[predicate] in words.firmness["looks"] and (follows or opens)


def _without_coming_on(own: list[int], predicate: int, tree: Tree, words: ClaimWords) -> list[int]:
    """The words of a predicate, but for one that shows itself: "he appeared in pictures" is no guess."""
    opens = any(tree.deps[c] in {"xcomp", "oprd", "acomp", "ccomp"} for c in tree.children[predicate])
    return (
        own if opens or tree.lemmas[predicate] not in words.firmness["showing"] else [i for i in own if i != predicate]
    )


def believed(predicate: int, inside: set[int], tree: Tree, words: ClaimWords) -> int | None:
    """What a speaker thinks: in "I think it is likely" the hedge stands a clause deeper."""
    subject = next((tree.words[s] for s in tree.subjects(predicate)), None)
    is_his = not any(tree.tags[c] == "MD" for c in tree.children[predicate])  # not "we should expect"
    if subject not in {"i", "we"} or not is_his or tree.lemmas[predicate] not in words.firmness["thinks"]:
        return None
    return next((c for c in tree.children[predicate] if tree.deps[c] == "ccomp" and c in inside), None)


def _is_feared(predicate: int, tree: Tree, words: ClaimWords) -> bool:
    """A fear, doubt or suspicion that has its own clause: "raising fears that a purge may be launched"."""
    return any(
        tree.lemmas[child] in words.inside["fear"]
        and any(tree.deps[c] in CLAUSES and c > child for c in tree.children[child])
        for child in [predicate, *tree.children[predicate]]
    )


def _is_passive_hearsay(predicate: int, tree: Tree, words: ClaimWords) -> bool:
    """Somebody, or it, is believed, said, known to have been or done something."""
    deps = {tree.deps[c] for c in tree.children[predicate]}
    return (
        tree.lemmas[predicate] in words.firmness["hearsay_participles"] and "auxpass" in deps and bool(deps & CLAUSES)
    )


def _is_nothing(child: int, tree: Tree, words: ClaimWords) -> bool:
    """As in: nobody was punished, there was no purge. But: "no place where it is worse" denies nothing."""
    if tree.deps[child] not in {"nsubj", "nsubjpass", "dobj", "attr"}:
        return False
    if tree.words[child] in words.firmness["empty_subjects"]:
        behind = [*tree.children[child], *tree.children[tree.heads[child]]]
        joins = any(tree.deps[c] == "conj" and tree.parts[c] in {"VERB", "AUX"} for c in behind)
        return joins or not any(tree.words[c] == "but" for c in behind)  # "nothing remained but ruins"
    deps = {tree.deps[c]: tree.words[c] for c in tree.children[child]}
    return deps.get("det") == "no" and "relcl" not in deps
