"""Datelines: "SEOUL (Reuters) - " in front of a report says where it was filed and is no part of what it tells."""

import re
from collections.abc import Collection, Mapping

from attributed.claims.names import Names
from attributed.claims.tree import Tree
from attributed.model import Passage

# an agency in brackets and a dash, alone or behind a byline and a place: "By A. Smith BEIJING/SEOUL, Oct 9 (Wire) - "
CREDITED = re.compile(r"(?:By [^()\n]{3,80} )?(?:[A-Z]{3}[^()\n]{0,60} )?\([A-Z][^()\n]{1,30}\) ?(?:--?|[–—])\s")
# a credit alone: "(Wire) Aides knew"
BARE = re.compile(r"\((?:[A-Z][\w.&/-]*\s?){1,3}\)\s+(?=[A-Z“\"])")
LONGEST = 14  # tokens up to the dash: "PANMUNJOM, South Korea, Jan. 5 (Reuters) -"
DASHES = frozenset({"-", "--", "–", "—", "―"})
LEAST_LETTERS = 3


def datelines(allowed: Collection[int], names: Names, tree: Tree) -> set[int]:
    """The tokens of datelines at the starts of paragraphs."""
    runs = [tree.tokens(mention.passage) for mention in names.places]
    regions = {run[0]: run[-1] + 1 for run in runs if run}
    # "SOUTH Sudanese leader": a paper that prints the first word of a report in capitals
    places = {
        index for run in runs if len({_is_shouted(i, tree) for i in run if tree.is_word(i)}) == 1 for index in run
    }
    found: set[int] = set()
    for index in allowed:
        if index and "\n" not in tree.words[index - 1]:
            continue
        credited = CREDITED.match(tree.text, tree.starts[index]) or BARE.match(tree.text, tree.starts[index])
        if credited is not None:
            found.update(tree.tokens(Passage(*credited.span())))
        elif index in places and _is_shouted(index, tree):
            found.update(range(index, _end(index, places, regions, tree)))
        elif _is_shouted(index, tree, least=1):
            found.update(_unknown_place(index, regions, tree))
    return found


def _is_shouted(index: int, tree: Tree, *, least: int = LEAST_LETTERS) -> bool:
    word = tree.text[tree.starts[index] : tree.ends[index]]
    return word.isalpha() and word.isupper() and len(word) > least


def _unknown_place(first: int, regions: Mapping[int, int], tree: Tree) -> range:
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
    is_one = all(_is_shouted(index, tree) for index in range(first, comma))
    return range(first, _behind_region(comma, regions, tree) or first) if is_one else range(first, first)


def _is_within_word(index: int, tree: Tree) -> bool:
    """Whether a hyphen has a letter at either side: "anti-missile"."""
    start, end = tree.starts[index], tree.ends[index]
    return tree.words[index] == "-" and tree.text[start - 1 : start].isalpha() and tree.text[end : end + 1].isalpha()


def _end(first: int, places: set[int], regions: Mapping[int, int], tree: Tree) -> int:
    """Behind the dash; where none was printed, behind the place."""
    for index in range(first + 1, min(first + LONGEST, len(tree.words))):
        if "\n" in tree.words[index]:
            break
        if tree.words[index] in DASHES and not _is_within_word(index, tree):
            return index + 1
    stop = first + 1
    while (stop in places and _is_shouted(stop, tree)) or "/" in tree.words[stop - 1 : stop + 1]:  # "SEOUL/TOKYO"
        stop += 1
    if _begins_at(stop, tree):
        return stop
    return _behind_region(stop, regions, tree) or first


def _begins_at(index: int, tree: Tree) -> bool:
    """Whether a sentence may begin at a token."""
    return index < len(tree.words) and tree.is_word(index) and tree.is_capital(index) and not _is_shouted(index, tree)


def _behind_region(comma: int, regions: Mapping[int, int], tree: Tree) -> int | None:
    """Where the report begins whose dateline names a region and lost its dash: "PAJU, South Korea Soldiers were …"."""
    end = regions.get(comma + 1) if tree.words[comma : comma + 1] == [","] else None
    return end if end is not None and _begins_at(end, tree) else None
