"""Which event of the subject a claim reports: by its predicate, then its subject or object, then any word."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from attributed.claims.affected import befalls_somebody, is_between_people, patients
from attributed.claims.drafts import Draft
from attributed.claims.hedges import predicate_of
from attributed.claims.tree import Tree
from attributed.claims.wordlists import deed_words
from attributed.claims.words import ClaimWords
from attributed.knowledge import Knowledge
from attributed.knowledge.subject import EventType

NEAR = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd", "acomp", "xcomp", "ccomp", "conj"})
JOINED = frozenset({"conj", "xcomp", "prt", "oprd", "acomp"})
VERBS = frozenset({"VERB", "AUX"})
ASIDES = frozenset({"relcl", "advcl"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The events of a subject by the lemmas and phrases that report them."""

    verbs: Mapping[str, Sequence[EventType]]  # the weightiest first
    nouns: Mapping[str, EventType]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], EventType]]]  # by their first word
    never: Mapping[str, Sequence[tuple[tuple[str, ...], EventType]]]

    @classmethod
    def of(cls, knowledge: Knowledge) -> "Vocabulary":
        # of two events with one word the weightier is kept, so lighter ones are put in first
        events = sorted(knowledge.events.values(), key=lambda event: (event.weight, event.id))
        phrases: dict[str, list[tuple[tuple[str, ...], EventType]]] = {}
        never: dict[str, list[tuple[tuple[str, ...], EventType]]] = {}
        verbs: dict[str, list[EventType]] = {}
        for event in events:
            for verb in event.verbs:
                verbs.setdefault(verb, []).insert(0, event)
            for phrase in event.never:
                parts = tuple(phrase.lower().split())
                never.setdefault(parts[0], []).append((parts, event))
            several = (word for word in sorted(event.words) if " " in word)  # "firing squad"
            for phrase in (*event.phrases, *several):
                parts = tuple(phrase.lower().split())
                phrases.setdefault(parts[0], []).append((parts, event))
        return cls(
            verbs=verbs,
            nouns={noun: event for event in events for noun in event.nouns},
            phrases=phrases,
            never=never,
        )


def events_in(tree: Tree, vocabulary: Vocabulary, words: ClaimWords) -> dict[int, EventType]:
    """Every token that reports an event; the words of a phrase all report the phrase's."""
    found: dict[int, EventType] = {}
    for index in range(len(tree.words)):
        event = _told_by(index, tree, vocabulary, words)
        if event is not None and tree.is_word(index):
            found.setdefault(index, event)
    for stretch, event in _phrases_in(vocabulary.phrases, tree):
        found.update(dict.fromkeys(stretch, event))
    for stretch, event in _phrases_in(vocabulary.never, tree):
        for index in (i for i in stretch if found.get(i) is event):
            del found[index]
    return found


def _phrases_in(
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], EventType]]], tree: Tree
) -> Iterator[tuple[range, EventType]]:
    """The phrases that stand in a text, each with its tokens."""
    for index, (word, lemma) in enumerate(zip(tree.words, tree.lemmas, strict=True)):
        if word not in phrases and lemma not in phrases:
            continue
        for parts, event in (*phrases.get(word, ()), *phrases.get(lemma, ())):
            stretch = range(index, index + len(parts))
            if stretch.stop <= len(tree.words) and all(
                part in {tree.words[i], tree.lemmas[i]} for part, i in zip(parts, stretch, strict=True)
            ):
                yield stretch, event


def _told_by(index: int, tree: Tree, vocabulary: Vocabulary, words: ClaimWords) -> EventType | None:
    """The event that one word tells: a noun's, or the weightiest of a verb's that what it is done to allows."""
    lemma = tree.lemmas[index]
    if tree.parts[index] not in VERBS:
        event = vocabulary.nouns.get(lemma) or vocabulary.nouns.get(tree.words[index])
        if event is None or (event.status and _is_of_things(index, tree, words)):
            return None
        return event if not event.done_to or _names_one(index, event, tree, words) else None
    if lemma not in vocabulary.verbs or (index and tree.words[index - 1] == "-"):  # "test-firing"
        return None
    if lemma in words.people["mutual"] and not is_between_people(index, tree, words):
        return None
    return next((event for event in vocabulary.verbs[lemma] if _may_tell(index, event, tree, words)), None)


def _names_one(noun: int, event: EventType, tree: Tree, words: ClaimWords) -> bool:
    """Whether a noun says that an event is done to one of its things: "the launch of a missile", "a rocket launch"."""
    things = [*patients(noun, tree, words), *(c for c in tree.children[noun] if tree.deps[c] == "compound")]
    return not event.done_to.isdisjoint(tree.lemmas[i] for i in things)


def _is_of_things(noun: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether an event is said to be done to things alone: "the execution of the plan", "the film's release"."""
    done_to = [i for i in patients(noun, tree, words) if tree.heads[i] == noun or tree.heads[tree.heads[i]] == noun]
    things = [i for i in done_to if tree.parts[i] == "NOUN" and words.kind_of_head(tree.lemmas[i]) is None]
    return bool(things) and not any(words.is_person(tree.lemmas[i]) for i in things) and len(things) == len(done_to)


def _may_tell(verb: int, event: EventType, tree: Tree, words: ClaimWords) -> bool:
    """Whether what a verb is done to allows an event: "launched a reform" and "launched a rocket" are two."""
    if event.done_to and event.done_to.isdisjoint(tree.lemmas[noun] for noun in patients(verb, tree, words)):
        return False
    return not event.status or befalls_somebody(verb, tree, words)


def event_tokens(draft: Draft, events: Mapping[int, EventType], tree: Tree, words: ClaimWords) -> list[int]:
    """Where a claim tells its event: at the main predicate, else at its subject or object, else anywhere.

    Of several events in one of these the weightiest is meant; all its tokens are given, none without an event.
    """
    here = [i for i in draft.tokens if i in events and not _is_fiction(i, tree, words)]
    predicate = predicate_of(draft, tree) if here else None
    if predicate is None:
        return _weightiest(here, events)
    core = {predicate, *(c for c in tree.children[predicate] if tree.deps[c] in JOINED)}
    near = {child for verb in core for child in tree.children[verb] if tree.deps[child] in NEAR}
    rings = ([index for index in here if index in ring] for ring in (core, near))
    found = next((found for found in rings if found), None)
    return _weightiest(found or [i for i in here if not _is_general(i, predicate, events, tree)], events)


def _is_fiction(index: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether a film or a novel tells an event: "a comedy about the assassination of a dictator"."""
    while tree.heads[index] != index:
        index = tree.heads[index]
        if tree.lemmas[index] in words.firmness["fiction"]:
            return True
        if tree.parts[index] == "VERB" and tree.is_finite(index):
            return False
    return False


def events_left_open(told: Sequence[int], events: Mapping[int, EventType], tree: Tree) -> tuple[str, ...]:
    """The event types that stand beside a claim's own with "or": of "purged or punished" nobody can tell which."""
    chosen = {events[index].id for index in told}
    heads = {tree.heads[index] for index in told if tree.deps[index] == "conj"}
    chain = [*heads, *told, *(child for head in (*heads, *told) for child in tree.children[head])]
    is_open = any(tree.words[index] == "or" and tree.deps[index] == "cc" for index in chain)
    beside = [index for index in chain if index in events and (index in heads or tree.deps[index] == "conj")]
    return tuple(sorted({events[index].id for index in beside} - chosen)) if is_open else ()


def _is_general(index: int, predicate: int, events: Mapping[int, EventType], tree: Tree) -> bool:
    """Control through executions tells of a habit; it reports no execution of anybody."""
    if events[index].status is None:
        return _is_aside(index, predicate, tree)
    if tree.tags[index] != "NNS":
        return False
    return not any(tree.deps[c] in {"det", "poss", "nummod"} for c in tree.children[index])


def _is_aside(index: int, predicate: int, tree: Tree) -> bool:
    """Whether a clause of its own tells of it ("who feared"), or what came before: "unacceptable after the launch"."""
    while index != predicate and tree.heads[index] != index:
        if tree.deps[index] in ASIDES or tree.words[index] in deed_words().behind.words:
            return True
        index = tree.heads[index]
    return False


def _weightiest(found: Sequence[int], events: Mapping[int, EventType]) -> list[int]:
    best = max((events[index] for index in found), key=lambda event: (event.weight, event.id), default=None)
    return [index for index in found if events[index] is best]
