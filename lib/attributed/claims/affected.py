"""To whom an event is done: the object of "executed", the subject of "was executed", the "of" of "the execution of"."""

from collections.abc import Sequence

from attributed.claims.counts import count_of
from attributed.claims.names import Names
from attributed.claims.pronouns import meant_by
from attributed.claims.tree import Tree
from attributed.claims.wordlists import count_words, deed_words
from attributed.claims.words import ClaimWords
from attributed.model import Mention, Passage

PATIENTS = frozenset({"nsubjpass", "dobj"})
SHARED = frozenset({"conj", "xcomp", "oprd", "acomp", "ccomp"})  # a verb here may have its subject from the verb above
CLAUSES_OF_NOUN = frozenset({"acl", "amod", "relcl"})


def affected_by(events: Sequence[int], names: Names, tree: Tree, words: ClaimWords) -> tuple[Mention, ...]:
    """The people or bodies to whom the events at some tokens are done, as far as the grammar tells; each once."""
    done = [event for event in events if not _is_only_meant(event, tree, words)]
    found: dict[str, Mention] = {}
    for event in done:
        for noun in patients(event, tree, words):
            for mention in _people_at(noun, _stop(noun, event, tree), names, tree, words):
                found.setdefault(mention.id or mention.name, mention)
    return tuple(found.values())


def _people_at(noun: int, stop: int, names: Names, tree: Tree, words: ClaimWords) -> Sequence[Mention]:
    if tree.parts[noun] == "PRON":
        mention = meant_by(noun, names, tree, words)
        return [mention] if mention is not None else []
    named = named_at(noun, stop, tree, words)
    # A body is meant where its name ends the phrase: "the Security Ministry was dissolved", not "the ministry's chief".
    bodies = [body for body in names.within("organisations", named) if body.passage.end == tree.ends[noun]]
    return names.within("people", named) or bodies


def _is_only_meant(event: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether an infinitive tells a purpose or a wish ("hired to kill him"), not a fact ("is said to have died")."""
    if tree.tags[event] not in {"VB", "VBN"} or not any(tree.tags[c] == "TO" for c in tree.children[event]):
        return False
    if tree.tags[event] == "VBN" and any(tree.lemmas[c] == "have" for c in tree.children[event]):
        return False  # "to have been executed" looks back
    above = tree.heads[event]
    raising = words.firmness["hearsay_participles"] | words.firmness["probable"]
    return tree.lemmas[above] not in raising and tree.words[above] not in raising


def patients(event: int, tree: Tree, words: ClaimWords) -> Sequence[int]:
    """The nouns that an event is done to, by the grammar of its verb or noun."""
    if tree.parts[event] not in {"VERB", "AUX"}:
        return _of_noun(event, tree)
    if tree.lemmas[event] in deed_words().takes.verbs:
        return _takers(event, tree)
    own = _objects(event, tree) or caused(event, tree)
    is_intransitive = tree.lemmas[event] in words.people["intransitive"]
    if own and (not is_intransitive or any(is_person(noun, tree, words) for noun in own)):  # "lost his post"
        return [meant(noun, event, tree) for noun in own]
    helpers = tree.children[event]
    has_had = any(tree.lemmas[c] == "have" for c in helpers) and not any(tree.deps[c] == "auxpass" for c in helpers)
    is_passive = tree.tags[event] == "VBN" and not has_had
    if _is_participle(event, tree):
        return [tree.heads[event]]
    return _from_above(event, tree) if is_passive or is_intransitive else []


def _takers(event: int, tree: Tree) -> list[int]:
    """Who takes what somebody held: the subject, or who stands behind the "by" of a passive."""
    if any(tree.deps[c] in {"auxpass", "nsubjpass"} for c in tree.children[event]) or _is_participle(event, tree):
        by = [c for c in tree.children[event] if tree.words[c] == "by"]
        return [o for c in by for o in tree.children[c] if tree.deps[o] == "pobj"]
    return _from_above(event, tree)


def _objects(event: int, tree: Tree) -> list[int]:
    """A verb's own object, or that of the last verb joined to it: "purged or punished officials"."""
    own = [c for c in tree.children[event] if tree.deps[c] in PATIENTS]
    own = own or [noun for noun in _bounded(event, tree) if noun > event]
    joined = [c for c in tree.children[event] if tree.deps[c] == "conj" and not tree.subjects(c)]
    return own or [c for verb in joined for c in tree.children[verb] if tree.deps[c] == "dobj"]


def _bounded(verb: int, tree: Tree) -> list[int]:
    """An object whose bound the parser took for a preposition: "executed over 40 officials"."""
    behind = [c for c in tree.children[verb] if c == verb + 1 and tree.deps[c] == "prep"]
    nouns = [o for c in behind for o in tree.children[c] if tree.deps[o] == "pobj" and tree.tags[o] == "NNS"]
    return [noun for noun in nouns if (count := count_of(noun, tree)) and count.passage.start == tree.starts[verb + 1]]


def caused(event: int, tree: Tree) -> list[int]:
    """Who stands before a participle that somebody has done: "had his uncle executed"."""
    above = tree.heads[event]
    is_caused = tree.deps[event] == "ccomp" and tree.lemmas[above] in deed_words().causes.verbs
    has_helper = any(tree.deps[c] in {"aux", "auxpass", "mark"} for c in tree.children[event])
    return tree.subjects(event) if is_caused and tree.tags[event] in {"VBN", "VBD"} and not has_helper else []


def _stop(noun: int, event: int, tree: Tree) -> int:
    """Where to stop reading names: a clause behind a noun is about that noun, not about those joined to it later."""
    return event if tree.heads[event] == noun else len(tree.heads)


def befalls_somebody(verb: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether what a verb tells is done to people: not in "fired a missile", not in "tried to flee"."""
    deps = {tree.deps[c] for c in tree.children[verb]}
    if deps & {"xcomp", "ccomp"} and not deps & {"dobj", "nsubjpass", "auxpass"}:
        return False
    nouns = patients(verb, tree, words)
    if not nouns:  # nobody is dismissed where somebody "fired back"
        return tree.tags[verb] == "VBN" or tree.lemmas[verb] in words.people["intransitive"]
    joined = [c for noun in nouns for c in tree.children[noun] if tree.deps[c] in {"conj", "appos"}]
    return any(is_person(noun, tree, words) for noun in (*nouns, *joined))


def is_between_people(verb: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether a verb like "meet" has somebody on the other side: not in "met the target", "met with fire and fury"."""
    objects = [c for c in tree.children[verb] if tree.deps[c] == "dobj"]
    objects += [
        o for c in tree.children[verb] if tree.words[c] == "with" for o in tree.children[c] if tree.deps[o] == "pobj"
    ]
    return not objects or any(is_person(noun, tree, words) for noun in objects)


def is_person(noun: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether a noun can stand for somebody, by its own word."""
    if tree.parts[noun] in {"PRON", "DET"}:
        return tree.words[noun] not in words.people["not_pronouns"]
    if tree.parts[noun] in {"PROPN", "NUM"}:
        return True
    lemma = tree.lemmas[noun]
    kind = words.kind_of_head(lemma)
    return lemma in words.people["nouns"] | words.titles["all"] or (kind or "").startswith("anonymous")


def _of_noun(event: int, tree: Tree) -> list[int]:
    """The owner of an event, or what stands behind its "of", or who undergoes it by the verb above: "faced trial"."""
    owners = [c for c in tree.children[event] if tree.deps[c] == "poss"]
    if tree.tags[event] == "NNS" and tree.lemmas[event] in deed_words().owned.nouns:
        owners = []
    of = [c for c in tree.children[event] if tree.words[c] == "of"]
    measures = count_words().measures["nouns"]  # "a sentence of 15 years"
    done_to = [c for p in of for c in tree.children[p] if tree.deps[c] == "pobj" and tree.lemmas[c] not in measures]
    if done_to:  # whoever owns it as well does it: "Kim's execution of his uncle"
        return done_to
    named = [c for c in tree.children[event] if tree.deps[c] == "compound" and tree.parts[c] == "PROPN"]
    return owners or named or _by_verb_above(event, tree)


def _by_verb_above(event: int, tree: Tree) -> list[int]:
    """Whom the verb that has an event for its object does it to: "suffered a stroke", "was given a life sentence"."""
    verb = tree.heads[event]
    if tree.deps[event] == "pobj":
        verb = tree.heads[verb]
    elif tree.deps[event] != "dobj":
        return []
    lists = deed_words()
    is_passive = any(tree.deps[c] in {"auxpass", "nsubjpass"} for c in tree.children[verb])
    if tree.lemmas[verb] in lists.undergoes.verbs or (is_passive and tree.lemmas[verb] in lists.gives.verbs):
        return _from_above(verb, tree)
    given = [c for c in tree.children[verb] if tree.deps[c] in {"dative", "iobj"}]
    return given if tree.lemmas[verb] in lists.gives.verbs else []


def meant(noun: int, verb: int, tree: Tree) -> int:
    """Whom "who" stands for in "Jang, who was executed"."""
    return tree.heads[verb] if tree.deps[verb] == "relcl" and tree.tags[noun] in {"WP", "WDT"} else noun


def _is_participle(event: int, tree: Tree) -> bool:
    return tree.tags[event] == "VBN" and tree.deps[event] in CLAUSES_OF_NOUN


def _from_above(event: int, tree: Tree) -> list[int]:
    """The subject of a verb without an object ("he disappeared"), or of the verb it hangs on ("is feared purged")."""
    verb = event
    while not tree.subjects(verb):
        above = tree.heads[verb]
        if tree.deps[verb] == "pcomp" and tree.words[above] in deed_words().behind.words:  # "before being taken away"
            above = tree.heads[above]
        elif tree.deps[verb] not in SHARED and not _is_loose(verb, tree):
            return []
        if tree.deps[verb] == "ccomp" and tree.is_finite(verb):  # its subject is lost; the one above says it
            return []
        if above == verb:
            return []
        verb = above
    return [meant(noun, verb, tree) for noun in tree.subjects(verb)[:1]]


def _is_loose(verb: int, tree: Tree) -> bool:
    """A participle before or behind its clause: "Dismissed in May, the general went home"."""
    return tree.deps[verb] == "advcl" and tree.tags[verb] in {"VBN", "VBG"} and verb != tree.heads[verb]


def named_at(noun: int, stop: int, tree: Tree, words: ClaimWords) -> list[Passage]:
    """The stretches of a noun phrase that name it: its head and what stands before, gloss, conjuncts, list."""
    found: list[Passage] = []
    waiting = [noun]
    for head in waiting:
        before = [c for c in tree.children[head] if tree.deps[c] in {"compound", "nmod", "amod", "punct"} and c < head]
        first = min([tree.left[c] for c in before] or [head])
        found.append(Passage(tree.starts[first], tree.ends[head]))
        for child in (c for c in tree.children[head] if c < stop):
            if tree.deps[child] in {"appos", "conj"}:
                waiting.append(child)
            elif tree.words[child] in words.clauses["members"]:
                waiting += [c for c in tree.children[child] if tree.deps[c] == "pobj"]
            elif tree.deps[child] == "amod" and child > head:  # "figures such as": the parser hangs "as" on "such"
                waiting += [o for p in tree.children[child] for o in tree.children[p] if tree.deps[o] == "pobj"]
    return found
