"""How many: the number before a noun, or the quantity that stands for one, with the bounds that English gives it.

"over 40" is 41 or more, "at least 15" is 15 or more, "up to 50" is 1 to 50, "dozens" is 24 or more, "no" is 0.
"About 30" is 27 to 33: a tenth both ways, which is our reading, not the reporter's word; "nearly 30" is 27 to 30.
Several things counted one by one ("12 soldiers and three aides") are added up. A year, an ordinal, an age or a measure
counts nobody.
"""

import itertools
import math
import re
from collections.abc import Sequence

from attributed.claims.tree import Tree
from attributed.claims.wordlists import count_words
from attributed.model import Count, Passage

FIGURE = re.compile(r"\d{1,3}(,\d{3})+|\d+(\.\d+)?")
YEARS = range(1900, 2101)
HYPHENS = frozenset({"-", "–", "—"})
BESIDE = frozenset({"nummod", "amod", "det", "nmod", "compound", "predet", "quantmod", "advmod"})
ABOUT = 10  # per cent that "about" leaves open
LONGEST_PHRASE = 4
THOUSAND = 1000
JOINTS = HYPHENS | {"and"}

Bounds = tuple[int, int | None]


def count_of(noun: int, tree: Tree) -> Count | None:
    """For how many a noun phrase stands by its own words, the things joined to it added; None where nothing counts."""
    if tree.lemmas[noun] in count_words().measures["nouns"]:
        return None
    every = [noun]
    for one in every:
        every += [child for child in tree.children[one] if tree.deps[child] == "conj" and child > one]
    counts = [_own_count(one, tree) for one in every]
    if len(every) == 1 or not any(counts):
        return counts[0]
    behind = itertools.accumulate(map(bool, counts))  # whether somebody has been counted so far
    return _sum(
        [n or _uncounted(one, tree, behind=so_far) for one, n, so_far in zip(every, counts, behind, strict=True)]
    )


def plural_of(noun: int, tree: Tree) -> Count | None:
    """At least two, where a common noun stands in the plural without a number."""
    if tree.tags[noun] != "NNS":
        return None
    return Count(2, None, Passage(tree.starts[noun], tree.ends[noun]))


def _sum(counts: Sequence[Count]) -> Count:
    known = [count.most for count in counts if count.most is not None]
    last = max(count.passage.end for count in counts)
    most = sum(known) if len(known) == len(counts) else None
    return Count(sum(count.fewest for count in counts), most, Passage(counts[0].passage.start, last))


def _uncounted(noun: int, tree: Tree, *, behind: bool) -> Count:
    """Somebody joined to those who are counted: one by name or article, two at least in the plural.

    A number that stands before may be of both: "17 students and staff" are 17 or more.
    """
    own = [c for c in tree.children[noun] if tree.deps[c] in {"compound", "det", "poss"}]
    passage = Passage(tree.starts[min([noun, *own])], tree.ends[noun])
    is_bare = tree.tags[noun] in {"NN", "NNS"} and all(tree.deps[c] == "compound" for c in own)
    if behind and is_bare:
        return Count(0, None, passage)
    return Count(2, None, passage) if tree.tags[noun] in {"NNS", "NNPS"} else Count(1, 1, passage)


def _own_count(noun: int, tree: Tree) -> Count | None:
    if tree.lemmas[noun] in count_words().measures["nouns"]:
        return None
    at = _quantity(noun, tree)
    if at is None:
        return None
    first, last = _run(at, tree)
    bounds = _value(first, last, tree)
    if bounds is None:
        return None
    fewest, most = bounds
    ahead = _range_end(first, last, tree)
    if ahead is not None:
        first, last, most = _start_of_range(first, tree), ahead[0], ahead[1]
        return Count(fewest, most, Passage(tree.starts[first], tree.ends[last]))
    return _bounded(first, last, fewest, most, tree)


def _quantity(noun: int, tree: Tree) -> int | None:
    """The token that says how many: the noun itself ("dozens"), a number before it, or one it hangs on by "of"."""
    if _is_quantity(noun, tree):
        return noun
    beside = [c for c in tree.children[noun] if c < noun and tree.deps[c] in BESIDE and _is_quantity(c, tree)]
    figures = [c for c in beside if tree.words[c] not in count_words().fewest]  # "some 70": the figure counts
    of = tree.heads[noun]
    above = tree.heads[of] if tree.words[of] == "of" else noun
    if not beside and above < noun and _is_quantity(above, tree):
        return above
    found = next(iter(figures or beside), None)
    is_some = found is not None and tree.words[found] in count_words().fewest  # "some official" counts nobody
    return None if is_some and tree.tags[noun] not in {"NNS", "NNPS"} else found


def _is_quantity(token: int, tree: Tree) -> bool:
    word, lists = tree.words[token], count_words()
    if word in lists.none["words"]:
        return tree.words[token + 1 : token + 2] != ["."]  # "the No. 2 official"
    if word in lists.numbers or word in lists.units or word in lists.fewest:
        return tree.deps[token] != "appos"
    if FIGURE.fullmatch(word) is None or tree.tags[token] != "CD":
        return False
    before = [word for word in tree.words[max(token - 2, 0) : token] if word != "."]
    if before and before[-1] in lists.measures["labels"]:
        return False
    return "," in word or not (word.isdigit() and int(word) in YEARS)


def _run(at: int, tree: Tree) -> tuple[int, int]:
    """All words of one number: "twenty-five", "two dozen", "hundreds of thousands", "1.5 million"."""
    first = last = at
    while first - 1 >= 0 and _goes_on(first - 1, first, tree):
        first -= 1
    while last + 1 < len(tree.words) and _goes_on(last, last + 1, tree):
        last += 1
    fewest = count_words().fewest
    if last + 2 < len(tree.words) and tree.words[last + 1] == "of" and tree.words[last + 2] in fewest:
        last += 2
    if first > 1 and tree.words[first - 1] == "of" and tree.words[first - 2] in fewest:
        first -= 2
    while first < last and tree.words[first] in JOINTS:
        first += 1
    while last > first and tree.words[last] in JOINTS:
        last -= 1
    return first, last


def _goes_on(before: int, behind: int, tree: Tree) -> bool:
    """Whether two tokens side by side belong to one number."""
    lists = count_words()
    numbers = lists.numbers.keys() | lists.units
    one, other = tree.words[before], tree.words[behind]
    if one in HYPHENS or other in HYPHENS:  # "twenty-five", not "10-20"
        joint = before if one in HYPHENS else behind
        beside = tree.words[max(joint - 1, 0) : joint + 2 : 2]
        return all(word in numbers for word in beside)
    if "and" in {one, other}:
        joint = before if one == "and" else behind
        return tree.words[joint - 1] in lists.units and _is_quantity(min(joint + 1, len(tree.words) - 1), tree)
    if other in lists.units and one in lists.fewest and one != "some":
        return True
    is_figure = FIGURE.fullmatch(one) is not None and other in lists.units
    return is_figure or (one in numbers and other in numbers and "both" not in {one, other})


def _value(first: int, last: int, tree: Tree) -> Bounds | None:
    """What the words of a number come to; a vague word in it leaves the most open."""
    lists = count_words()
    spelled = [tree.words[i] for i in range(first, last + 1) if tree.words[i] not in JOINTS | {"of"}]
    if spelled and spelled[0] in lists.none["words"]:
        return 0, 0
    if spelled and spelled[0] in lists.fewest:
        units = (lists.units.get(word.removesuffix("s"), 1) for word in spelled[1:])
        return lists.fewest[spelled[0]] * math.prod(units), None
    total = part = 0.0
    for word in spelled:
        value = _figure(word)
        if word not in lists.units:
            part += value
        elif value >= THOUSAND:
            total, part = total + (part or 1) * value, 0.0
        else:
            part = (part or 1) * value
    return (round(total + part),) * 2 if total + part else None


def _figure(word: str) -> float:
    lists = count_words()
    known = lists.numbers.get(word, lists.units.get(word))
    return known if known is not None else float(word.replace(",", "")) if FIGURE.fullmatch(word) else 0.0


def _range_end(first: int, last: int, tree: Tree) -> tuple[int, int] | None:
    """Where a range ends, and its higher number: "10 to 20", "two or three", "between 10 and 20"."""
    lists = count_words().ranges
    if last + 2 >= len(tree.words) or tree.words[last + 1] not in lists["words"] or not _is_quantity(last + 2, tree):
        return None
    if tree.words[last + 1] == "and" and tree.words[max(first - 1, 0)] not in lists["between"]:
        return None
    start, end = _run(last + 2, tree)
    bounds, low = _value(start, end, tree), _value(first, last, tree)
    if bounds is None or bounds[1] is None or low is None or bounds[1] <= low[0]:
        return None
    return end, bounds[1]


def _start_of_range(first: int, tree: Tree) -> int:
    return first - 1 if first and tree.words[first - 1] in count_words().ranges["between"] else first


def _bounded(first: int, last: int, fewest: int, most: int | None, tree: Tree) -> Count:
    """The number with what the words right before and behind it make of it."""
    lists = count_words()
    if (
        first
        and tree.words[first - 1] == "a"
        and (tree.words[first] in lists.units or tree.words[first] in lists.fewest)
    ):
        first -= 1  # "a dozen"
    for length in range(min(LONGEST_PHRASE, first), 0, -1):
        before = " ".join(tree.words[first - length : first])
        kind = next((kind for kind, phrases in lists.before.items() if before in phrases), None)
        if kind is not None:
            return Count(*_bend(kind, fewest, most), Passage(tree.starts[first - length], tree.ends[last]))
    for length in range(LONGEST_PHRASE, 0, -1):
        behind = " ".join(tree.words[last + 1 : last + 1 + length])
        kind = next((kind for kind, phrases in lists.behind.items() if behind in phrases), None)
        if kind is not None:
            return Count(*_bend(kind, fewest, most), Passage(tree.starts[first], tree.ends[last + length]))
    return Count(fewest, most, Passage(tree.starts[first], tree.ends[last]))


def _bend(kind: str, fewest: int, most: int | None) -> Bounds:
    high = fewest if most is None else most
    by_kind: dict[str, Bounds] = {
        "above": (fewest + 1, None),
        "least": (fewest, None),
        "below": (1, high - 1),
        "most": (1, high),
        "nearly": (math.floor(fewest * (100 - ABOUT) / 100), most),
        "about": (
            math.floor(fewest * (100 - ABOUT) / 100),
            None if most is None else math.ceil(high * (100 + ABOUT) / 100),
        ),
    }
    return by_kind[kind]
