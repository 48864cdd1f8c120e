"""What an article says of its sources: how they can know, why they are not named, how many they are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from attributed.claims.affected import is_person
from attributed.claims.anonymity import conditions
from attributed.claims.counts import count_of, plural_of
from attributed.claims.drafts import Voice
from attributed.claims.speaker import UNNAMED, Speaker
from attributed.claims.tree import Tree
from attributed.claims.wordlists import access_words
from attributed.claims.words import ClaimWords
from attributed.model import Count, Link, Passage

NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
BEHIND = frozenset({"prep", "relcl", "acl", "amod", "advmod", "nmod"})
RELATIVES = frozenset({"WP", "WDT", "WP$", "WRB"})


@dataclass(frozen=True, slots=True)
class Standing:
    """What is said of one source, wherever the article says it first."""

    access: Passage | None = None
    condition: Passage | None = None
    count: Count | None = None

    def on(self, link: Link) -> Link:
        """A link with it."""
        return replace(link, access=self.access, condition=self.condition, count=self.count)


def standings(voices: Sequence[tuple[Voice, Speaker]], tree: Tree, words: ClaimWords) -> Mapping[str, Standing]:
    """The standing of each speaker, by root; `voices` in the order of the text."""
    heads = {head: speaker for voice, speaker in voices if (head := _head(voice.source, tree)) is not None}
    found: dict[str, Standing] = {}
    for head, speaker in sorted(heads.items()):
        known = found.get(speaker.root, Standing())
        if speaker.is_named or speaker.is_person:
            is_unnamed = not speaker.is_named and (speaker.kind in UNNAMED or speaker.kind is None)
            access = known.access or _access(head, tree, is_unnamed=is_unnamed)
            count = known.count or (_number(head, tree) if is_unnamed and is_person(head, tree, words) else None)
            found[speaker.root] = replace(known, access=access, count=count)
    cues = {token: speaker for voice, speaker in voices for token in tree.tokens_of(voice.cue)}
    for passage, top in conditions(tree):
        whose = _whose(top, heads, cues, tree)
        if whose is not None:
            known = found.get(whose.root, Standing())
            found[whose.root] = replace(known, condition=known.condition or passage)
    return found


def _head(source: Iterable[Passage], tree: Tree) -> int | None:
    """The noun of a description; of "one of the officials" the number."""
    tokens = [i for i in tree.tokens_of(source) if tree.is_word(i)]
    tops = tree.tops(tokens)
    nouns = [top for top in tops if tree.parts[top] in NOUNS]
    return next(iter(nouns or tops), None)


def _people(head: int, tree: Tree) -> list[int]:
    """The noun with those it stands for and its glosses: "one of the workers", "Mr. Lee, a former guard"."""
    found = [head]
    for noun in found:
        for child in tree.children[noun]:
            if tree.deps[child] == "appos" and child > noun:
                found.append(child)
            elif tree.words[child] == "of" and noun == head and count_of(head, tree) is not None:
                found += [c for c in tree.children[child] if tree.deps[c] == "pobj"]
    return found


def _number(head: int, tree: Tree) -> Count | None:
    return count_of(head, tree) or plural_of(head, tree)


def _access(head: int, tree: Tree, *, is_unnamed: bool) -> Passage | None:
    """The words behind a description that tell how somebody can know; those side by side are one passage."""
    stretches = [
        _stretch(child, tree)
        for noun in _people(head, tree)
        for child in tree.children[noun]
        if child > noun and tree.deps[child] in BEHIND and _tells_access(child, tree, is_unnamed=is_unnamed)
    ]
    if not stretches:
        return None
    first, last = stretches[0].start, stretches[0].stop
    for stretch in stretches[1:]:
        if not any(tree.is_word(i) for i in range(last, stretch.start)):
            last = stretch.stop
    passages = tree.passages(range(first, last))
    return Passage(passages[0].start, passages[-1].end) if passages else None


def _stretch(child: int, tree: Tree) -> range:
    """The words below one, up to a further relative clause behind a comma: that is about the person."""
    start, stop = tree.left[child], tree.right[child] + 1
    if tree.deps[child] == "relcl":
        return range(start, stop)
    relative = (i for i in range(child + 1, stop) if tree.tags[i] in RELATIVES and tree.words[i - 1] == ",")
    return range(start, next(relative, stop))


def _tells_access(child: int, tree: Tree, *, is_unnamed: bool) -> bool:
    lists, word, lemma = access_words().access, tree.words[child], tree.lemmas[child]
    if tree.deps[child] == "prep":
        objects = [c for c in tree.children[child] if tree.deps[c] == "pobj"]
        if word == "with":
            return any(tree.lemmas[noun] in lists["with"] for noun in objects)
        return is_unnamed and word in lists["places"] and any(_is_place(noun, tree) for noun in objects)
    if tree.deps[child] == "relcl":
        if tree.words[tree.left[child]] not in {"who", "whose"}:
            return False
        return lemma in lists["deeds"] or (
            lemma in lists["bare"] and any(_is_near(c, tree) for c in _below(child, tree))
        )
    return word in lists["qualities"] or word in lists["adverbs"]


def _is_place(noun: int, tree: Tree) -> bool:
    within = {tree.words[i] for i in range(tree.left[noun], noun + 1)} | {tree.lemmas[noun]}
    return tree.parts[noun] in {"NOUN", "PROPN"} and not within & access_words().access["not_places"]


def _below(verb: int, tree: Tree) -> Iterator[int]:
    return (c for c in tree.children[verb] if c > verb)


def _is_near(token: int, tree: Tree) -> bool:
    """What "was" or "has" needs beside it to tell of access: "was at the camp", "has contacts"."""
    lists = access_words().access
    if tree.words[token] in lists["places"]:
        return any(_is_place(noun, tree) for noun in tree.children[token])
    return tree.lemmas[token] in lists["with"] or tree.words[token] in lists["qualities"]


def _whose(top: int, heads: Mapping[int, Speaker], cues: Mapping[int, Speaker], tree: Tree) -> Speaker | None:
    """Whom a condition is about: whom it hangs on, whose words it stands with, else whom its subject means."""
    token = top
    while True:
        if token in heads or token in cues:
            return heads.get(token) or cues[token]
        subjects = [noun for noun in tree.subjects(token) if tree.tags[noun] not in RELATIVES]
        found = (heads.get(subjects[0]) or _meant(subjects[0], heads, tree)) if subjects else None
        if found is not None or (subjects and token == top):
            return found
        if tree.heads[token] == token:
            break
        token = tree.heads[token]
    start, stop = tree.sentences[tree.sentence[top]]
    before = [head for head in heads if start <= head < stop]
    return heads[before[0]] if len(before) == 1 else None


def _meant(subject: int, heads: Mapping[int, Speaker], tree: Tree) -> Speaker | None:
    """The last speaker before a subject who fits it: "the official", or "he" after somebody unnamed."""
    is_pronoun = tree.parts[subject] == "PRON"
    for head in sorted((head for head in heads if head < subject), reverse=True):
        speaker = heads[head]
        if tree.sentence[subject] - tree.sentence[head] > FURTHEST or speaker.is_named:
            continue
        fits = speaker.is_person if is_pronoun else speaker.head == tree.lemmas[subject]
        if fits and speaker.is_plural == _is_plural(subject, tree):
            return speaker
    return None


def _is_plural(token: int, tree: Tree) -> bool:
    return tree.tags[token] in {"NNS", "NNPS"} or tree.words[token] == "they"


FURTHEST = 3  # sentences between a speaker and what is said of them
