"""Which event of the subject a claim reports: by its predicate, then its subject or object, then any word."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from attributed.claims.hedges import main_predicate
from attributed.claims.tree import Tree
from attributed.knowledge import Knowledge
from attributed.knowledge.subject import EventType

NEAR = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd", "acomp", "xcomp", "ccomp", "conj"})
VERBS = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The events of a subject by the lemmas and phrases that report them."""

    verbs: Mapping[str, EventType]
    nouns: Mapping[str, EventType]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], EventType]]]  # by their first word

    @classmethod
    def of(cls, knowledge: Knowledge) -> "Vocabulary":
        # of two events with one word the weightier is kept, so lighter ones are put in first
        events = sorted(knowledge.events.values(), key=lambda event: (event.weight, event.id))
        phrases: dict[str, list[tuple[tuple[str, ...], EventType]]] = {}
        for event in events:
            for phrase in event.phrases:
                parts = tuple(phrase.lower().split())
                phrases.setdefault(parts[0], []).append((parts, event))
        return cls(
            verbs={verb: event for event in events for verb in event.verbs},
            nouns={noun: event for event in events for noun in event.nouns},
            phrases=phrases,
        )


def events_in(tree: Tree, vocabulary: Vocabulary) -> dict[int, EventType]:
    """Every token that reports an event; the words of a phrase all report the phrase's."""
    found: dict[int, EventType] = {}
    for index, lemma in enumerate(tree.lemmas):
        words = vocabulary.verbs if tree.parts[index] in VERBS else vocabulary.nouns
        event = words.get(lemma)
        if event is not None and tree.is_word(index):
            found.setdefault(index, event)
        for phrase in (*vocabulary.phrases.get(tree.words[index], ()), *vocabulary.phrases.get(lemma, ())):
            parts, of_phrase = phrase
            stretch = range(index, min(index + len(parts), len(tree.words)))
            if all(part in {tree.words[i], tree.lemmas[i]} for part, i in zip(parts, stretch, strict=False)):
                found.update(dict.fromkeys(stretch, of_phrase))
    return found


def event_of(tokens: Sequence[int], events: Mapping[int, EventType], tree: Tree) -> str | None:
    """The weightiest event at the main predicate, else at its subject or object, else anywhere in the claim."""
    here = [index for index in tokens if index in events]
    if not here:
        return None
    predicate = main_predicate(tokens, tree)
    if predicate is None:
        return _weightiest(here, events)
    core = {predicate, *_joined(predicate, tree)}
    near = {child for verb in core for child in tree.children[verb] if tree.deps[child] in NEAR}
    for ring in (core, near):
        if found := [index for index in here if index in ring]:
            return _weightiest(found, events)
    return _weightiest(here, events)


def _joined(predicate: int, tree: Tree) -> Iterable[int]:
    return (c for c in tree.children[predicate] if tree.deps[c] in {"conj", "xcomp", "prt"})


def _weightiest(found: Iterable[int], events: Mapping[int, EventType]) -> str:
    return max((events[index] for index in found), key=lambda event: (event.weight, event.id)).id
