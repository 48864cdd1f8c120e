"""Datelines: "SEOUL (Reuters) - " in front of a report says where it was filed and is no part of what it tells."""

import re
from collections.abc import Collection

from attributed.claims.names import Names
from attributed.claims.tree import Tree
from attributed.model import Passage

# an agency in brackets and a dash, alone or behind a byline and a place: "By A. Smith BEIJING/SEOUL, Oct 9 (Wire) - "
CREDITED = re.compile(r"(?:By [^()\n]{3,80} )?(?:[A-Z]{3}[^()\n]{0,60} )?\([A-Z][^()\n]{1,30}\) ?(?:--?|[–—])\s")
LONGEST = 14  # tokens up to the dash: "PANMUNJOM, South Korea, Jan. 5 (Reuters) -"
DASHES = frozenset({"-", "--", "–", "—", "―"})
LEAST_LETTERS = 3


def datelines(allowed: Collection[int], names: Names, tree: Tree) -> set[int]:
    """The tokens of datelines at the starts of paragraphs."""
    runs = (tree.tokens(mention.passage) for mention in names.places)
    # "SOUTH Sudanese leader": a paper that prints the first word of a report in capitals
    places = {
        index for run in runs if len({_is_shouted(i, tree) for i in run if tree.is_word(i)}) == 1 for index in run
    }
    found: set[int] = set()
    for index in allowed:
        if index and "\n" not in tree.words[index - 1]:
            continue
        credited = CREDITED.match(tree.text, tree.starts[index])
        if credited is not None:
            found.update(tree.tokens(Passage(*credited.span())))
        elif index in places and _is_shouted(index, tree):
            found.update(range(index, _end(index, places, tree)))
        elif _is_shouted(index, tree, least=1):
            found.update(_unknown_place(index, tree))
    return found


def _is_shouted(index: int, tree: Tree, *, least: int = LEAST_LETTERS) -> bool:
    word = tree.text[tree.starts[index] : tree.ends[index]]
    return word.isalpha() and word.isupper() and len(word) > least


def _unknown_place(first: int, tree: Tree) -> range:
    """A dateline with a place in no list: "ASPEN, Colorado — ", "NEW YORK CITY – "."""
    comma = first
    while comma < len(tree.words) and _is_shouted(comma, tree, least=0):
        comma += 1
    for index in range(comma, min(first + LONGEST, len(tree.words))):
        if tree.words[index] in DASHES and not _is_within_word(index, tree):
            # "NATO — the alliance" is no dateline
            return range(first, index + 1 if comma - first > 1 or index > comma else first)
        if tree.parts[index] not in {"PROPN", "PUNCT", "NUM"}:
            break
    return range(first, first)


def _is_within_word(index: int, tree: Tree) -> bool:
    """Whether a hyphen has a letter at either side: "anti-missile"."""
    start, end = tree.starts[index], tree.ends[index]
    return tree.words[index] == "-" and tree.text[start - 1 : start].isalpha() and tree.text[end : end + 1].isalpha()


def _end(first: int, places: set[int], tree: Tree) -> int:
    """Behind the dash; where none was printed, behind the place."""
    for index in range(first + 1, min(first + LONGEST, len(tree.words))):
        if "\n" in tree.words[index]:
            break
        if tree.words[index] in DASHES and not _is_within_word(index, tree):
            return index + 1
    stop = first + 1
    while stop in places and _is_shouted(stop, tree):
        stop += 1
    begins = stop < len(tree.words) and tree.is_word(stop) and tree.is_capital(stop) and not _is_shouted(stop, tree)
    return stop if begins else first
