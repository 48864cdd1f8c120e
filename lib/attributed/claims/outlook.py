"""What a claim says of what is to come, by when, and what it reads as a sign of something.

A forecast is a claim whose main clause looks ahead ("will", "is expected to", "could trigger"); what may be so
now ("may be ill") is none. A sign is a thing, never a person or a document, that is said to show or mean something.
"""

from collections.abc import Iterator

from attributed.claims.drafts import Draft
from attributed.claims.hedges import believed, predicate_of
from attributed.claims.tree import Tree
from attributed.claims.wordlists import outlook_words
from attributed.claims.words import ClaimWords
from attributed.model import UNKNOWN, Known, Outlook, Passage

AUXILIARIES = frozenset({"aux", "auxpass"})
VERBS = frozenset({"VERB", "AUX"})
CLAUSES = frozenset({"acl", "ccomp", "relcl"})
NOW = frozenset({"VBZ", "VBP", "VBG"})
PARTICIPLES = frozenset({"advcl", "acl"})
SAYS_NO_DATE = "looks ahead without a date"


def outlook_of(draft: Draft, tree: Tree, words: ClaimWords) -> Outlook | None:
    """Whether a claim foretells something, or says that something is a sign."""
    inside = set(draft.tokens)
    predicate = predicate_of(draft, tree)
    if predicate is None or predicate not in inside:
        return None
    if tree.words[draft.tokens[0]] in outlook_words().forecast["open"]:
        return None
    thought = believed(predicate, inside, tree, words) or predicate
    if _forecast_at(draft, thought, inside, tree) is not None:
        return Outlook.FORECAST
    is_sign = _is_shown(draft, tree, words) or _is_sign(predicate, inside, tree, words)
    return Outlook.SIGN if is_sign else None


def horizon_of(draft: Draft, time: Known, published: str | None, tree: Tree) -> Known:
    """By when a forecast is to come true: the claim's own time where it may lie ahead, else words without a date."""
    if time.value is None:
        vague = _vague(draft, tree)
        return Known(None, SAYS_NO_DATE, vague) if vague else UNKNOWN
    readings = time.value.strip("[]").split(",")
    ahead = [reading for reading in readings if reading and not _is_before(reading, published)]
    if not ahead:
        return Known(None, SAYS_NO_DATE, time.passage)
    if len(ahead) == len(readings):
        return time
    return Known(ahead[0], f"{time.basis}; the reading that lies ahead", time.passage)


def _is_before(edtf: str, published: str | None) -> bool:
    """Whether a date, or the end of a range, lies before the article's, as far as both are known."""
    end = edtf.rsplit("/", 1)[-1].rstrip("~?%")
    known = end.split("X")[0].rstrip("-")
    return bool(known and published) and known < str(published)[: len(known)]


def _forecast_at(draft: Draft, predicate: int, inside: set[int], tree: Tree) -> int | None:
    """The verb of the main clause, of one joined to it or of a noun like "fears that" that looks ahead."""
    verbs = [predicate]
    for verb in verbs:
        verbs += [c for c in tree.children[verb] if tree.deps[c] == "conj" and c in inside and tree.parts[c] in VERBS]
    verbs += _foretold_by_nouns(predicate, inside, tree)
    return next((verb for verb in verbs if _looks_ahead(verb, draft, inside, tree)), None)


def _foretold_by_nouns(predicate: int, inside: set[int], tree: Tree) -> Iterator[int]:
    """The clause of "fears that", and of "it is a process that"."""
    for noun in (c for c in tree.children[predicate] if c in inside):
        is_defined = tree.deps[noun] == "attr" and any(
            tree.words[s] in {"it", "this", "that"} for s in tree.subjects(predicate)
        )
        if tree.lemmas[noun] in outlook_words().forecast["nouns"] or is_defined:
            yield from (c for c in tree.children[noun] if tree.deps[c] in CLAUSES and c in inside)


def _looks_ahead(verb: int, draft: Draft, inside: set[int], tree: Tree) -> bool:
    lists = outlook_words().forecast
    auxiliaries = [tree.words[c] for c in tree.children[verb] if tree.deps[c] in AUXILIARIES and c in inside]
    if "have" in auxiliaries:  # "may have been", "will have" look back
        return False
    if any(word in lists["sure"] for word in auxiliaries):
        return True
    if _is_said_ahead(verb, auxiliaries, draft, tree):
        return True
    if any(word in lists["possible"] for word in auxiliaries):
        is_under_way = tree.tags[verb] == "VBG"  # "could be gearing up"
        is_deed = tree.lemmas[verb] not in lists["states"] and not is_under_way
        return is_deed or _has_soon(verb, inside, tree)
    return _is_expected(verb, draft, inside, tree)


def _is_said_ahead(verb: int, auxiliaries: list[str], draft: Draft, tree: Tree) -> bool:
    """Whether "would" stands for the "will" of somebody who said so before, or an infinitive for a promise."""
    lists = outlook_words().forecast
    if any(word in lists["past"] for word in auxiliaries):
        has_condition = any(tree.deps[c] == "advcl" and tree.words[tree.left[c]] == "if" for c in tree.children[verb])
        return not has_condition and _is_behind_past_cue(draft, tree)
    is_named = tree.parts[verb] == "NOUN"  # "threatened strikes"
    return ("to" in auxiliaries or is_named) and any(
        tree.lemmas[i] in lists["promises"] for i in _cue_before(draft, tree)
    )


def _cue_before(draft: Draft, tree: Tree) -> list[int]:
    """The words that bring a claim, where they stand in front: "It would help, he said" is his wish."""
    cue = tree.tokens_of(draft.voices[0].cue) if draft.voices else []
    return cue if cue and cue[0] < draft.tokens[0] else []


def _is_behind_past_cue(draft: Draft, tree: Tree) -> bool:
    return any(tree.tags[i] in outlook_words().forecast["past_tags"] for i in _cue_before(draft, tree))


def _has_soon(verb: int, inside: set[int], tree: Tree) -> bool:
    soon = outlook_words().forecast["soon"]
    return any(tree.words[i] in soon for i in range(tree.left[verb], tree.right[verb] + 1) if i in inside)


def _is_expected(verb: int, draft: Draft, inside: set[int], tree: Tree) -> bool:
    """As in "is likely to", "is set to", "plans to", "said it planned to"; "is likely to have been" looks back."""
    lists = outlook_words().forecast
    for word in (verb, *(c for c in tree.children[verb] if tree.deps[c] in {"acomp", "oprd", "attr"} and c in inside)):
        helpers = [c for c in tree.children[word] if tree.deps[c] in AUXILIARIES]
        is_passive = any(tree.deps[c] == "auxpass" for c in helpers)
        listed = lists["ahead"] if is_passive or word != verb else lists["ahead"] | lists["promises"]
        if tree.lemmas[word] not in listed and tree.words[word] not in listed:
            continue
        is_told = (
            tree.tags[verb] == "VBD" and tree.lemmas[verb] in lists["promises"] and _is_behind_past_cue(draft, tree)
        )
        if word == verb and not is_passive and tree.tags[verb] not in NOW and not is_told:
            continue  # "I never expected to meet you"
        opened = [c for c in tree.children[word] if tree.deps[c] in {"xcomp", "ccomp"}]
        opened += [c for c in tree.children[verb] if word != verb and tree.deps[c] in {"xcomp", "ccomp"}]
        infinitives = [c for c in opened if any(tree.tags[i] == "TO" for i in tree.children[c])]
        if any(tree.words[i] == "have" for c in infinitives for i in tree.children[c] if tree.deps[i] in AUXILIARIES):
            return False
        clause = next((c for c in opened if c > word and tree.is_finite(c)), None)
        if clause is not None and not infinitives:  # "it is unlikely that they have one" is about now
            return _looks_ahead(clause, draft, inside, tree)
        is_now = any(tree.tags[i] in NOW for i in (verb, *helpers))  # what "was likely" or "had been expected" is over
        return bool(infinitives) or (tree.lemmas[word] in lists["alone"] and is_now and (word != verb or is_passive))
    return False


def _is_sign(predicate: int, inside: set[int], tree: Tree, words: ClaimWords) -> bool:
    lists = outlook_words().sign
    if _shows(predicate, tree, words) or _is_of_omission(predicate, inside, tree):
        return True
    if any(_shows_behind(verb, tree) for verb in inside if verb > predicate):
        return True
    return any(_is_sign_noun(c, tree) for c in inside if tree.lemmas[c] in lists["nouns"])


def _shows_behind(verb: int, tree: Tree) -> bool:
    """A clause behind the main one that reads it: "came himself, signaling …", "was absent, which shows that …"."""
    lists = outlook_words().sign
    if tree.deps[verb] == "relcl":
        subjects = tree.subjects(verb)
        reads = bool(subjects) and tree.words[subjects[0]] == "which" and tree.words[tree.left[verb] - 1] == ","
        shows = tree.lemmas[verb] in lists["verbs"] | lists["showing"] | lists["present"]
        return reads and shows and any(tree.deps[c] == "ccomp" for c in tree.children[verb])
    is_participle = tree.tags[verb] == "VBG" and tree.deps[verb] in PARTICIPLES
    return is_participle and tree.lemmas[verb] in lists["verbs"] and _has_object(verb, tree)


def _is_shown(draft: Draft, tree: Tree, words: ClaimWords) -> bool:
    """Whether the cue says that a thing shows this: "his absence suggests that he is ill"."""
    if not draft.voices or not draft.voices[0].source:
        return False
    cue, lists = {tree.lemmas[i] for i in tree.tokens_of(draft.voices[0].cue)}, outlook_words().sign
    shows = cue & (lists["verbs"] | lists["showing"])
    tops = tree.tops(tree.tokens_of(draft.voices[0].source)) if shows else []
    return bool(tops) and all(_is_thing(top, tree, words) for top in tops)


def _shows(verb: int, tree: Tree, words: ClaimWords) -> bool:
    """A thing that shows something; whoever shows is a person, whatever documents say is said."""
    lists = outlook_words().sign
    if any(tree.deps[c] == "neg" for c in tree.children[verb]):
        return False
    points = tree.lemmas[verb] in lists["pointing"] and any(tree.words[c] == "to" for c in tree.children[verb])
    shows = tree.lemmas[verb] in lists["verbs"] or (tree.lemmas[verb] in lists["present"] and tree.tags[verb] != "VBD")
    subjects = tree.subjects(verb) or (tree.subjects(tree.heads[verb]) if tree.deps[verb] in {"conj", "xcomp"} else [])
    if not shows and tree.lemmas[verb] in lists["showing"]:
        has_clause = any(tree.deps[c] == "ccomp" for c in tree.children[verb])
        shows = has_clause or any(tree.parts[subject] in {"PRON", "DET"} for subject in subjects)
    if not points and not (shows and _has_object(verb, tree)):
        return False
    return bool(subjects) and all(_is_thing(subject, tree, words) for subject in subjects)


def _has_object(verb: int, tree: Tree) -> bool:
    return any(tree.deps[c] in {"dobj", "ccomp"} for c in tree.children[verb])


def _is_thing(noun: int, tree: Tree, words: ClaimWords) -> bool:
    if tree.parts[noun] == "PROPN" or tree.words[noun] in {"he", "she", "they", "we", "i", "you", "who"}:
        return False
    kind = words.kind_of_head(tree.lemmas[noun])
    return kind is None and tree.lemmas[noun] not in words.people["nouns"] | words.titles["all"]


def _is_sign_noun(noun: int, tree: Tree) -> bool:
    """As in "is a sign of", "in a sign that"; not "no sign of"."""
    children = [tree.words[c] for c in tree.children[noun]]
    below = {tree.words[tree.left[c]] for c in tree.children[noun] if c > noun}
    if outlook_words().sign["denying"] & set(children) or not below & outlook_words().sign["of"]:
        return False
    return tree.deps[noun] == "attr" or (tree.deps[noun] == "pobj" and tree.words[tree.heads[noun]] in {"as", "in"})


def _is_of_omission(predicate: int, inside: set[int], tree: Tree) -> bool:
    """What was not done moves those who see it: "alarmed by the absence of officers"."""
    lists = outlook_words().sign
    verbs = [predicate, *(c for c in tree.children[predicate] if tree.deps[c] in {"acomp", "oprd"})]
    moving = [verb for verb in verbs if tree.lemmas[verb] in lists["moves"] or tree.words[verb] in lists["moves"]]
    by = (c for verb in moving for c in tree.children[verb] if tree.deps[c] == "agent" or tree.words[c] == "by")
    movers = [*(s for verb in moving for s in tree.subjects(verb)), *(o for c in by for o in tree.children[c])]
    if any(noun in inside and tree.lemmas[noun] in lists["omissions"] for noun in movers):
        return True
    denied = [i for i in inside if tree.lemmas[i] in lists["facts"] and _is_denied_fact(i, tree)]
    return bool(denied) and any(tree.lemmas[i] in lists["moves"] for i in inside)


def _is_denied_fact(noun: int, tree: Tree) -> bool:
    clauses = [c for c in tree.children[noun] if tree.deps[c] in CLAUSES]
    return any(tree.deps[n] == "neg" for clause in clauses for n in tree.children[clause])


def _vague(draft: Draft, tree: Tree) -> Passage | None:
    """Words that look ahead and name no date: "soon", "in the coming weeks"."""
    lists = outlook_words().horizon
    for i in draft.tokens:
        if tree.words[i] in lists["vague"]:
            return Passage(tree.starts[i], tree.ends[i])
        is_ahead = tree.lemmas[i] in lists["nouns"] and any(
            tree.words[c] in lists["adjectives"] for c in tree.children[i]
        )
        if is_ahead and tree.words[tree.heads[i]] in lists["limits"]:
            return Passage(tree.starts[tree.heads[i]], tree.ends[i])
    return None
