"""Speech inside speech: "Kim said … , KCNA reported" makes a claim of KCNA and, in it, a claim of Kim."""

from collections.abc import Collection, Iterator, Sequence

from attributed.claims.drafts import Draft, Voice
from attributed.claims.heard import can_speak, is_unsaid, says_something
from attributed.claims.owning import owned_in
from attributed.claims.splitting import without_joints
from attributed.claims.tree import FINITE, Tree
from attributed.claims.words import ClaimWords
from attributed.model import Form

LEAST_WORDS = 3
NO_SPEECH = frozenset({"for", "about", "with", "to"})  # "asked for his resignation": an act, no words
MANNER = frozenset(
    {"prep", "npadvmod", "advmod", "punct"}
)  # "he said in a radio interview": what he said stands before
SPEAKS_OF_ITSELF = frozenset({"i", "we", "you", "there", "it", "my", "our", "your"})


def inner_drafts(outer: Draft, tree: Tree, words: ClaimWords) -> Iterator[Draft]:
    """The claims that a claim reports in turn, each with the voices of both."""
    inside = set(outer.tokens)
    for verb in _verbs(outer.tokens, inside, tree):
        yield from _by_verb(verb, outer, inside, tree, words)
        yield from _by_noun(verb, outer, inside, tree, words)
    for owned in owned_in(outer.tokens, inside, tree, words):
        yield _inner(outer, sorted(owned.source), sorted(owned.cue), sorted(owned.content), tree)
    yield from _facts(outer, inside, tree, words)


def _verbs(tokens: Sequence[int], inside: set[int], tree: Tree) -> list[int]:
    found = [top for top in tree.tops(tokens) if tree.parts[top] in {"VERB", "AUX"}]
    for verb in found:
        found += [child for child in tree.children[verb] if tree.deps[child] == "conj" and child in inside]
    return found


def _by_verb(verb: int, outer: Draft, inside: set[int], tree: Tree, words: ClaimWords) -> Iterator[Draft]:
    """A verb of speech: "Kim has warned leaders against …" has Kim's warning inside."""
    if tree.lemmas[verb] not in words.inside["verbs"] or is_unsaid(verb, tree, words):
        return
    speaker = _speaker(verb, inside, tree)
    if speaker is None:
        return
    content = [i for i in _said(verb, outer.tokens, tree, words) if i in inside]
    if content and tree.words[content[0]] in words.silence["questions"] and not tree.quoted[content[0]]:
        return  # who asks how or whether claims nothing
    if speaker > verb:  # "…," said Kim, the head of the agency
        content = [i for i in outer.tokens if i < verb]
    if says_something(content, tree):
        cue = [verb, *(c for c in tree.children[verb] if tree.deps[c] in {"aux", "neg", "prt"} and c in inside)]
        source = [i for i in _noun_phrase(speaker, tree) if i in inside]
        if not (can_speak(set(source), tree, words) and is_speech_inside(cue, content, tree, words)):
            return  # "its rules threaten all of them"
        yield _inner(outer, source, sorted(cue), without_joints(content, tree), tree)


def is_speech_inside(cue: Collection[int], content: Collection[int], tree: Tree, words: ClaimWords) -> bool:
    """Whether somebody inside a claim spoke, and does not only act or will: "declares war", "will announce a fine"."""
    if any(tree.quoted[i] != tree.quoted[min(cue)] for i in content):
        return True
    says = any(tree.parts[i] in {"VERB", "AUX"} for i in content)
    names = any(tree.lemmas[i] in words.inside["granting"] | words.inside["naming"] for i in cue)
    return (says or names) and not any(tree.tags[i] == "MD" for i in cue)


def _speaker(verb: int, inside: set[int], tree: Tree) -> int | None:
    """The subject, or that of the verb it is coordinated to; a passive has no speaker."""
    if any(tree.deps[c] == "auxpass" for c in tree.children[verb]):
        return None
    subjects = tree.subjects(verb)
    if not subjects and tree.deps[verb] == "conj":
        subjects = tree.subjects(tree.heads[verb])
    subject = subjects[0] if subjects else None
    if subject is None or tree.deps[subject] != "nsubj" or subject not in inside:
        return None
    named = {tree.words[subject], *(tree.words[c] for c in tree.children[subject] if tree.deps[c] == "poss")}
    return None if named & SPEAKS_OF_ITSELF else subject


def _noun_phrase(head: int, tree: Tree) -> list[int]:
    """A noun with what describes it, without the relative clause or the gloss behind a comma."""
    behind = [c for c in tree.children[head] if c > head and tree.words[c] != "-"]
    cut = [tree.left[c] for c in behind if tree.deps[c] in {"relcl", "acl", "punct"}]
    return list(range(tree.left[head], min([tree.right[head] + 1, *cut])))


def _said(verb: int, tokens: Sequence[int], tree: Tree, words: ClaimWords) -> list[int]:
    """What follows the verb up to the next verb of the same subject; else the clause before it."""
    stop = min([tree.left[c] for c in tree.children[verb] if tree.deps[c] == "conj" and c > verb] or [len(tree.heads)])
    clauses = [c for c in tree.children[verb] if tree.deps[c] == "ccomp"]
    start = verb + 1
    behind = [c for c in clauses if c > verb]
    if behind and tree.left[behind[0]] > verb:
        start = tree.left[behind[0]]
    elif (hearer := _hearer(verb, tree)) is not None:
        start = tree.right[hearer] + 1
    start = behind_that(start, tokens, tree)
    stop = min(stop, _next_clause(verb, start, tokens, tree, words))
    binds = tree.lemmas[verb] in words.firmness["order_verbs"] and start < len(tree.words) and tree.tags[start] == "TO"
    binds = binds and tree.deps[tree.heads[start]] in {"xcomp", "ccomp", "advcl"}
    if start < len(tree.words) and tree.words[start] in NO_SPEECH and not binds:
        return []
    right = [i for i in tokens if start <= i < stop]
    before = [c for c in clauses if c < verb]
    is_manner = before and all(tree.deps[c] in MANNER for c in tree.children[verb] if c > verb)
    if tree.words_in(right) >= LEAST_WORDS and not is_manner:
        return right
    return list(range(tree.left[before[0]], tree.right[before[0]] + 1)) if before else []


def _next_clause(verb: int, start: int, tokens: Sequence[int], tree: Tree, words: ClaimWords) -> int:
    """Where a clause of its own follows what somebody was told to do: "asked the army to go, and the train left"."""
    end = len(tree.words)
    if tree.lemmas[verb] not in words.firmness["order_verbs"]:
        return end
    for index in (i for i in tokens if i > start):
        if tree.tags[index] in FINITE and not tree.quoted[index]:
            return end  # what was said is a clause itself
        if tree.words[index] in words.clauses["coordinators"] and tree.words[index - 1] == ",":
            return index - 1 if any(tree.tags[i] in FINITE for i in tokens if i > index) else end
    return end


def behind_that(start: int, tokens: Sequence[int], tree: Tree) -> int:
    """Behind the "that" which opens what was said, where only who was told stands before it: "told members that"."""
    for index in (i for i in tokens if i >= start):
        # a clause with a subject of its own follows; the parser takes "that" for a relative there too
        if tree.words[index] == "that" and tree.tags[index] in {"IN", "WDT"} and "subj" not in tree.deps[index]:
            return index + 1
        if tree.tags[index] in FINITE or tree.words[index] in {",", ":"} or tree.quoted[index]:
            break
    return start


def _hearer(verb: int, tree: Tree) -> int | None:
    """Whom a pronoun right behind the verb names: "told him"."""
    return next((c for c in tree.children[verb] if c == verb + 1 and tree.tags[c] == "PRP"), None)


def _by_noun(verb: int, outer: Draft, inside: set[int], tree: Tree, words: ClaimWords) -> Iterator[Draft]:
    """A noun of speech: "The directive's main point was that …" has the directive's words inside."""
    subject = next((s for s in tree.subjects(verb) if tree.lemmas[s] in words.inside["speech_nouns"]), None)
    if subject is None or tree.lemmas[verb] != "be" or subject not in inside:
        return
    that = next((i for i in range(verb + 1, min(verb + 3, len(tree.words))) if tree.words[i] == "that"), None)
    if that is None:
        return
    owner = next((c for c in tree.children[subject] if tree.deps[c] == "poss"), None)
    if owner is None and not any(tree.words[c] == "of" for c in tree.children[subject]):
        return  # "the message is that ..." is the speaker's own reading
    source = list(range(tree.left[owner], tree.right[owner] + 1)) if owner is not None else _noun_phrase(subject, tree)
    cue = [i for i in range(source[-1] + 1, that + 1) if i in inside]
    content = [i for i in outer.tokens if i > that]
    if tree.words_in(content) >= LEAST_WORDS:
        yield _inner(outer, source, cue, content, tree)


def _facts(outer: Draft, inside: set[int], tree: Tree, words: ClaimWords) -> Iterator[Draft]:
    """A noun of fact: "the fact that he did not mention it makes them afraid" also says that he did not."""
    for noun in outer.tokens:
        if tree.lemmas[noun] not in words.inside["factive_nouns"]:
            continue
        for clause in tree.children[noun]:
            marks = [c for c in tree.children[clause] if tree.words[c] == "that"]
            if tree.deps[clause] in {"acl", "relcl", "ccomp"} and marks and tree.subjects(clause):
                content = [
                    i for i in range(tree.left[clause], tree.right[clause] + 1) if i in inside and i not in marks
                ]
                if tree.words_in(content) >= LEAST_WORDS:
                    yield Draft(tuple(content), outer.voices, outer.form, outer=outer)


def _inner(outer: Draft, source: list[int], cue: list[int], content: list[int], tree: Tree) -> Draft:
    quoted = sum(tree.quoted[i] for i in content)
    form = Form.INDIRECT if not quoted else Form.DIRECT if quoted == len(content) else Form.MIXED
    return Draft(tuple(content), (Voice(tree.passages(source), tree.passages(cue)),), form).inside(outer)
