"""Who or what stands before a pronoun as a subject, and may be meant by it."""

from collections.abc import Iterator

from attributed.claims.names import Names
from attributed.claims.speaker import Described
from attributed.claims.tree import FINITE, Tree
from attributed.claims.words import ClaimWords
from attributed.model import Mention, Passage

SUBJECT = frozenset({"nsubj", "nsubjpass"})


def subject_since(spoke: int, described: Described, names: Names, tree: Tree, words: ClaimWords) -> Mention | None:
    """The person whom the last sentence with a person for its subject is about, none older than what was last said."""
    until = described.passage.start
    for number in range(tree.sentence[described.tokens[0]], -1, -1):
        start = tree.starts[tree.sentences[number][0]]
        if start <= spoke:
            return None
        stretch = Passage(start, until)
        if subjects := _subjects(stretch, names, tree) or _owners(stretch, names, tree, words):
            return subjects[0] if len(subjects) == 1 else None
        until = start
    return None


def only_one_since(spoke: int, described: Described, names: Names, tree: Tree) -> Mention | None:
    """The only person of the sentence before: "It is at odds with Lee's view. Just last month, he said talks"."""
    at = described.tokens[0]
    own = tree.sentences[tree.sentence[at]][0]
    stretch = Passage(tree.starts[tree.sentences[max(tree.sentence[at] - 1, 0)][0]], tree.starts[at])
    told_first = any(tree.tags[i] in FINITE for i in range(own, at))  # "It was late, he said"
    if told_first or stretch.start <= spoke or "\n" in stretch.of(tree.text):
        return None
    found = list(names.within("people", [stretch]))
    is_quoted = any(tree.quoted[i] for mention in found for i in tree.tokens(mention.passage))
    return found[0] if len({mention.id or mention.name for mention in found}) == 1 and not is_quoted else None


def only_one_before(described: Described, names: Names, tree: Tree) -> Mention | None:
    """The only person of this sentence and the last: "It is by Lee, who runs the site. He says"."""
    at = described.tokens[0]
    start = tree.sentences[max(tree.sentence[at] - 1, 0)][0]
    stretch = Passage(tree.starts[start], tree.starts[at])
    found = _subjects(stretch, names, tree) or list(names.within("people", [stretch]))
    return found[0] if len(found) == 1 else None


def subject_behind(described: Described, names: Names, tree: Tree) -> Mention | None:
    """Whom a clause in front of the main one speaks of: "Days before he announced it, Lee praised the firm"."""
    at = described.tokens[0]
    verb = tree.heads[at]
    while tree.heads[verb] != verb and not tree.quoted[verb]:
        verb = tree.heads[verb]
        subject = next((c for c in tree.children[verb] if tree.deps[c] in SUBJECT and at < c < verb), None)
        if subject is not None:
            stretch = Passage(tree.starts[tree.left[subject]], tree.ends[subject])
            return next((m for m in names.within("people", [stretch]) if subject in tree.tokens(m.passage)), None)
    return None


def subject_above(described: Described, names: Names, tree: Tree) -> Mention | None:
    """Who does what a clause hangs on, "Lee left what he called a mess", or goes on from: "Lee is 60, and he said"."""
    verb = tree.heads[described.tokens[0]]
    while tree.deps[verb] in {"ccomp", "pcomp", "conj"} and not tree.quoted[verb]:
        is_joined = tree.deps[verb] == "conj"
        verb = tree.heads[verb]
        if is_joined and not tree.is_finite(verb):
            return None
        for subject in (c for c in tree.children[verb] if tree.deps[c] in SUBJECT and c < described.tokens[0]):
            stretch = Passage(tree.starts[tree.left[subject]], tree.ends[subject])
            found = (m for m in names.within("people", [stretch]) if subject in tree.tokens(m.passage))
            return None if tree.quoted[subject] else next(found, None)
    return None


def subject_told_of(described: Described, names: Names, tree: Tree) -> Mention | None:
    """Whom the clause in front says something of: "Lee will leave Park to it, he said"."""
    verb = tree.heads[described.tokens[0]]
    clauses = [c for c in tree.children[verb] if tree.deps[c] == "ccomp" and c < described.tokens[0]]
    for subject in (c for clause in clauses for c in tree.children[clause] if tree.deps[c] in SUBJECT):
        stretch = Passage(tree.starts[tree.left[subject]], tree.ends[subject])
        found = next((m for m in names.within("people", [stretch]) if subject in tree.tokens(m.passage)), None)
        return None if tree.quoted[subject] else found
    return None


def subjects_before(described: Described, tree: Tree) -> Iterator[Passage]:
    """The subjects of the clauses around a pronoun, the nearest first, then the last sentence's main subject."""
    at = described.tokens[0]
    number = tree.sentence[at]
    above = [tree.heads[at]]
    while tree.heads[above[-1]] != above[-1]:
        verb = tree.heads[above[-1]]
        # "the service said the North had tried it, although it said": the parser hangs the clause on what was said
        is_beside = tree.deps[above[-1]] == "advcl" and tree.deps[verb] == "ccomp"
        above.append(tree.heads[verb] if is_beside else verb)
    around = [c for verb in above for c in tree.children[verb] if tree.deps[c] in SUBJECT and c < at]
    before = _main_subjects(number - 1, tree)
    while before and number > 1 and tree.words[before[0]] == tree.words[at]:  # "The North is. It did. It said"
        number -= 1
        before = _main_subjects(number - 1, tree)
    for index in (*around, *before):
        yield Passage(tree.starts[tree.left[index]], tree.ends[index])


def _main_subjects(number: int, tree: Tree) -> list[int]:
    return [i for i in range(*tree.sentences[max(number, 0)]) if _is_main_subject(i, tree)]


def _subjects(stretch: Passage, names: Names, tree: Tree) -> list[Mention]:
    people = names.within("people", [stretch])
    return [m for m in people if any(_is_subject(i, tree) and not tree.quoted[i] for i in tree.tokens(m.passage))]


def _is_subject(index: int, tree: Tree) -> bool:
    """Whether somebody is a sentence's main subject, or its gloss: "the station's chief, Adam Boyd, left"."""
    return _is_main_subject(tree.heads[index] if tree.deps[index] == "appos" else index, tree)


def _owners(stretch: Passage, names: Names, tree: Tree, words: ClaimWords) -> list[Mention]:
    """Whose the thing is that a sentence is about: "Lee's remarks were brief", "the theme of Lee's remarks was"."""
    found = []
    for mention in names.within("people", [stretch]):
        owner = tree.tokens(mention.passage)[-1]
        thing = tree.heads[owner]
        while tree.deps[thing] in {"pobj", "prep"}:
            thing = tree.heads[thing]
        if tree.deps[owner] == "poss" and _is_main_subject(thing, tree) and not _can_be_he(thing, tree, words):
            found.append(mention)
    return found


def _can_be_he(noun: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether the noun itself may be meant: in "Lee's lawyer left" it is not Lee."""
    is_somebody = words.is_person(tree.lemmas[noun]) or tree.parts[noun] not in {"NOUN", "VERB"}
    return is_somebody or words.kind_of_head(tree.lemmas[noun]) not in {None, "document"}


def _is_main_subject(index: int, tree: Tree) -> bool:
    return tree.deps[index] in SUBJECT and tree.deps[tree.heads[index]] == "ROOT"
