"""What a title or trade near a name makes of a person: "lawmaker Lee", "Cheong, an analyst at the institute"."""

from collections.abc import Iterable, Iterator, Sequence, Set

from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.model import Mention, SourceKind

FURTHEST = 5  # tokens before a name: "South Korean deputy foreign minister"
TITLE_PARTS = frozenset({"NOUN", "PROPN", "ADJ"})


def kind_by_title(tokens: Iterable[int], tree: Tree, words: ClaimWords) -> SourceKind | None:
    """An expert where one word says so, else an official; whoever was both is asked as an expert."""
    near = {form for i in tokens if tree.parts[i] != "VERB" for form in (tree.lemmas[i], tree.words[i])}
    if near & words.titles[SourceKind.NAMED_EXPERT]:
        return SourceKind.NAMED_EXPERT
    if is_of_state(near, words) and not near & words.titles["private"]:
        return SourceKind.NAMED_OFFICIAL
    return SourceKind.NAMED_EXPERT if near & words.titles["weak"] else None


def is_of_state(near: Set[str], words: ClaimWords) -> bool:
    """Whether some words hold an office: a leader of protesters has none, an attorney may have one."""
    offices = near & words.titles[SourceKind.NAMED_OFFICIAL]
    offices = offices - words.titles["rulers"] if near & words.titles["civil"] else offices
    return bool(offices) or bool(near & words.titles["attorney"] and near & words.titles["prosecuting"])


def kind_by_gloss(tokens: Sequence[int], tree: Tree, words: ClaimWords) -> SourceKind | None:
    """What the words beside a name make of its bearer."""
    told = {"be", "become"} | words.titles["works"]
    clauses = [i for i in tokens if tree.deps[i] == "relcl" and tree.lemmas[i] not in told]
    clauses = [i for i in clauses if tree.words[tree.left[i]] == "who"]  # "who tracks officials"
    if any(tree.lemmas[i] in words.titles["expertise"] for i in clauses):
        return SourceKind.NAMED_EXPERT
    aside = {i for clause in clauses for i in range(tree.left[clause], tree.right[clause] + 1)}
    tokens = [i for i in tokens if i not in aside]
    if _is_at_institute(tokens, tree, words):
        return SourceKind.NAMED_EXPERT
    return kind_by_title(tokens, tree, words)


def _is_at_institute(tokens: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    """Whether somebody is at a place of learning: "director of the Strategy Fund", "chair at the Center"."""
    if any(tree.lemmas[i] in words.titles["learners"] for i in tokens):
        return False
    for index in tokens:
        name = tree.words[index] in words.titles["learned"]
        asked = tree.words[index] in words.titles["institutes"]
        if not (name or asked):
            continue
        whose = {tree.words[i] for i in tokens if tree.parts[tree.heads[i]] == "PROPN"}  # "Lee of the Stimson Center"
        before = {form for i in tokens if i < index for form in (tree.words[i], tree.lemmas[i])}
        if (name and before & (words.titles["at"] | words.titles["works"])) or (
            asked and before & ({"at", "with"} | words.titles["works"] | (whose & words.titles["at"]))
        ):
            return True
        if name and tree.deps[index] == "poss" and tree.parts[tree.heads[index]] == "PROPN":
            return True  # "Peking University's Ann Lee"
    return False


def kinds_of_people(people: Iterable[Mention], tree: Tree, words: ClaimWords) -> dict[str, SourceKind]:
    """The kind of everybody whom an article gives a title once, by id or name."""
    found: dict[str, SourceKind] = {}
    for mention in people:
        key = mention.id or mention.name
        if key in found:
            continue
        kind = kind_by_gloss(sorted(_around(mention, tree)), tree, words)
        if kind is None and _works_at(mention, tree, words):
            kind = SourceKind.NAMED_EXPERT
        if kind is not None:
            found[key] = kind
    return found


def _around(mention: Mention, tree: Tree) -> list[int]:
    """The words right before a name and the head of its gloss."""
    tokens = tree.tokens(mention.passage)
    if not tokens:
        return []
    first, last = tokens[0], tokens[-1]
    before: list[int] = []
    while first - 1 >= 0 and len(before) < FURTHEST and tree.parts[first - 1] in TITLE_PARTS:
        first -= 1
        before.append(first)
    glosses = [c for c in tree.children[last] if tree.deps[c] == "appos" and c > last]
    if tree.deps[last] == "appos" and tree.heads[last] < first:  # "the director of intelligence, Dan Coats"
        glosses.append(tree.heads[last])
    return before + [i for gloss in glosses for i in head_phrase(gloss, tree) if i < first or i > last]


def head_phrase(noun: int, tree: Tree) -> Iterator[int]:
    """A noun with what stands before it and what it is a part of, without its clauses."""
    clauses = [tree.left[c] for c in tree.children[noun] if c > noun and tree.deps[c] in {"relcl", "acl", "punct"}]
    yield from range(tree.left[noun], min([tree.right[noun] + 1, *clauses]))


def _works_at(mention: Mention, tree: Tree, words: ClaimWords) -> bool:
    """Whether a place of learning follows a name: "Cheong, at the private Sejong Institute in Seoul"."""
    tokens = tree.tokens(mention.passage)
    at = tokens[-1] + 1 if tokens else len(tree.words)
    at += at < len(tree.words) and tree.words[at] == ","
    if at >= len(tree.words) or tree.words[at] not in words.titles["at"]:
        return False
    body = next((i for i in range(at + 1, min(at + FURTHEST + 2, len(tree.words))) if _ends_name(i, tree)), None)
    return body is not None and tree.words[body] in words.titles["institutes"]


def _ends_name(index: int, tree: Tree) -> bool:
    return tree.parts[index] in {"NOUN", "PROPN"} and tree.parts[min(index + 1, len(tree.parts) - 1)] not in TITLE_PARTS
