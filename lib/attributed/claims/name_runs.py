"""Names as the grammar prints them: which words are one, and whether it is a name at all."""

from collections.abc import Sequence

from attributed.claims.tree import FINITE, Tree
from attributed.claims.words import ClaimWords


def name_run(at: int, tokens: Sequence[int], tree: Tree, words: ClaimWords) -> list[int]:
    """The proper nouns of one name, without the titles before it."""
    inside = range(tokens[0], tokens[-1] + 1)  # the hyphens of a name are no words
    first = at
    while first - 1 in inside and (tree.parts[first - 1] == "PROPN" or tree.words[first - 1] == "-"):
        first -= 1
    titles = [i for i in range(first, at) if tree.lemmas[i] in words.titles["all"]]
    first = titles[-1] + 1 if titles else first
    return list(range(first, _name_end(at, inside, tree) + 1))


def _name_end(at: int, inside: range, tree: Tree) -> int:
    """The last word of a name that may go on behind "of" or "for": "Joint Chiefs of Staff"."""
    last = at
    while last + 1 in inside:
        is_joint = tree.words[last + 1] in {"of", "for", "and"} and last > inside.start
        step = 2 if is_joint or tree.words[last + 1] == "-" else 1
        if last + step not in inside or tree.parts[last + step] != "PROPN":
            break
        last += step
    return last


def glossed_name(tokens: Sequence[int], head: int, tree: Tree) -> int | None:
    """The name behind a role: "the group's director, Ken Roth"."""
    glosses = [c for c in tree.children[head] if tree.deps[c] == "appos" and c in tokens]
    return next((c for c in glosses if tree.parts[c] == "PROPN"), None)


def is_stand_in(at: int, tokens: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    """As in "the Ohio Republican": somebody who has a name elsewhere."""
    is_definite = tree.words[tokens[0]] in words.back["determiners"]
    return is_definite and tree.lemmas[at] in words.titles["stand_ins"]


def is_party(at: int, tree: Tree, words: ClaimWords) -> bool:
    """Members of a party are no name: "two Republicans"."""
    return tree.tags[at] == "NNPS" and bool(words.kind_of_head(tree.words[at].removesuffix("s")))


def tells_body(run: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    """Whether a word of a name says what it is; letters alone, "OVD", do only where everybody knows them, "NASA"."""
    named = any(words.kind_of_head(tree.lemmas[i]) for i in run)
    is_known = any(tree.is_acronym(i) and tree.words[i].replace(".", "") in words.body_names["letters"] for i in run)
    return named or is_known or any(tree.words[i] in words.body_names["words"] for i in run)


def is_printed_title(run: Sequence[int], tree: Tree) -> bool:
    """Whether a name in quotation marks is that of something printed, and nobody in what somebody says."""
    if not all(tree.quoted[i] for i in run):
        return False
    first, last = run[0], run[-1]
    while tree.quoted[first - 1] and first > 0:
        first -= 1
    while last + 1 < len(tree.words) and tree.quoted[last + 1]:
        last += 1
    return not any(tree.tags[i] in FINITE for i in range(first, last + 1))


def is_part_of_body(run: Sequence[int], tokens: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    """Whether a word of a name is what many bodies are called: "the Medical Examiner's Office"."""
    if len(run) > 1 or tree.lemmas[run[0]] not in words.heads["official_body"]:
        return False
    return any(i < run[0] and tree.parts[i] != "DET" for i in tokens)
