"""Who does an event: the subject of "executed", the "by" of "was executed by", whoever ordered "the execution of"."""

from collections.abc import Iterator, Sequence

from attributed.claims.affected import caused, is_person, meant, named_at
from attributed.claims.drafts import Draft
from attributed.claims.names import Names
from attributed.claims.tree import Tree
from attributed.claims.wordlists import deed_words
from attributed.claims.words import ClaimWords
from attributed.model import Mention, Passage

VERBS = frozenset({"VERB", "AUX"})
SHARED = frozenset({"conj", "xcomp"})  # a verb here may have its subject from the verb above
OWN = frozenset({"it"})  # in words that somebody reports: "North Korea said it had detained him"
SELF = frozenset({"i"})
BODY = "proper nouns with a word that only bodies have"


def agents_of(draft: Draft, events: Sequence[int], names: Names, tree: Tree, words: ClaimWords) -> tuple[Mention, ...]:
    """People, bodies and states that do the events at some tokens, as far as the grammar tells; each once.

    A state stands among them by its place ("North Korea detained"), as news makes countries act.
    """
    found: dict[str, Mention] = {}
    for event in events:
        for noun in _doers(event, tree, words):
            for mention in _mentions(noun, event, draft, names, tree, words):
                found.setdefault(mention.id or mention.name, mention)
    return tuple(found.values())


def _doers(event: int, tree: Tree, words: ClaimWords) -> list[int]:
    """The nouns that do an event, by the grammar of its verb or noun."""
    by = [o for c in tree.children[event] if tree.words[c] == "by" for o in tree.children[c] if tree.deps[o] == "pobj"]
    if tree.parts[event] not in VERBS:
        return by or _owner(event, tree)
    comes_after = tree.lemmas[event] in deed_words().does.never_by  # "replaced him", but "replaced him with an ally"
    if caused(event, tree):
        return _subject(tree.heads[event], tree)
    if by or _is_passive(event, tree):
        return [] if comes_after else by
    if comes_after and not any(tree.words[c] == "with" for c in tree.children[event]):
        return []
    somebody = any(tree.deps[c] == "dobj" and is_person(c, tree, words) for c in tree.children[event])
    if tree.lemmas[event] in words.people["intransitive"] and not somebody:  # whoever "lost his post" did not do it
        return []
    return _subject(event, tree)


def _owner(event: int, tree: Tree) -> list[int]:
    """Of "Kim's execution of his uncle" the owner; of an event that somebody orders, that verb's subject."""
    if any(tree.words[c] == "of" for c in tree.children[event]):
        owners = [c for c in tree.children[event] if tree.deps[c] == "poss"]
        if owners:
            return owners
    above = tree.heads[event]
    does = tree.deps[event] == "dobj" and tree.lemmas[above] in deed_words().does.verbs
    return _subject(above, tree) if does and not _is_passive(above, tree) else []


def _is_passive(verb: int, tree: Tree) -> bool:
    deps = {tree.deps[c] for c in tree.children[verb]}
    is_bare = tree.tags[verb] == "VBN" and not any(tree.lemmas[c] == "have" for c in tree.children[verb])
    return "auxpass" in deps or "nsubjpass" in deps or is_bare


def _subject(verb: int, tree: Tree) -> list[int]:
    while not tree.subjects(verb):
        if tree.deps[verb] not in SHARED or tree.heads[verb] == verb:
            return []
        verb = tree.heads[verb]
        if _is_passive(verb, tree):
            return []
    return [meant(noun, verb, tree) for noun in tree.subjects(verb)[:1]]


def _mentions(noun: int, event: int, draft: Draft, names: Names, tree: Tree, words: ClaimWords) -> Iterator[Mention]:
    if tree.parts[noun] == "PRON":
        yield from _speaker(noun, draft, names, tree)
        return
    passages = named_at(noun, event if event > noun else len(tree.heads), tree, words)
    people = names.within("people", passages)
    bodies = [*names.within("organisations", passages), *_states(passages, names)]
    yield from (*people, *bodies)
    if not people and not bodies:
        yield from _unlisted(noun, tree, words)


def _states(passages: Sequence[Passage], names: Names) -> Iterator[Mention]:
    """Places that act themselves: the name is the whole noun phrase, not "North Korean" before "officials"."""
    for mention in names.within("places", passages):
        if any(mention.passage.end == passage.end for passage in passages):
            yield mention


def _speaker(pronoun: int, draft: Draft, names: Names, tree: Tree) -> Iterator[Mention]:
    """Who reports in the first person, or of a body that says "it"."""
    source = draft.voices[0].source if draft.voices else ()
    if tree.words[pronoun] in SELF and tree.quoted[pronoun]:
        yield from names.within("people", source)[:1]
    elif tree.words[pronoun] in OWN and not tree.quoted[pronoun]:
        bodies = (*names.within("organisations", source), *_states(source, names))
        yield from bodies if len(bodies) == 1 else ()


def _unlisted(noun: int, tree: Tree, words: ClaimWords) -> Iterator[Mention]:
    """A body that no list knows, by a word of its name: "Thames Valley Police"."""
    if tree.parts[noun] != "PROPN" or tree.words[noun] not in words.body_names["words"]:
        return
    first = noun
    while first and tree.parts[first - 1] == "PROPN" and tree.sentence[first - 1] == tree.sentence[noun]:
        first -= 1
    if first < noun:
        passage = Passage(tree.starts[first], tree.ends[noun])
        yield Mention(None, passage.of(tree.text), passage, BODY)
