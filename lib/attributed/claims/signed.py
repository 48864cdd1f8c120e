"""Posts that stand in an article with their signature: "… — Jane Doe (@jane) March 10, 2018" is Jane Doe speaking."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from attributed.claims.drafts import Heard
from attributed.claims.tree import Tree

# A dash, a name, a handle and a date close the post; "#tag" and links may stand before the dash.
SIGNATURE = re.compile(r"[—–]\s?(?P<name>[^\n—–@()]{3,60}?)\s?\(@\w+\)\s+\w+ \d{1,2}, \d{4}")
LEAST_WORDS = 3


def signed_posts(allowed: set[int], tree: Tree) -> Iterator[Heard]:
    """The posts of a text: the words from the start of the line, or from the post before it, to the dash."""
    for line in re.finditer(r"[^\n]+", tree.text):
        start = line.start()
        for signature in SIGNATURE.finditer(tree.text, line.start(), line.end()):
            content = _between(start, signature.start(), tree) & allowed
            source = _between(signature.start("name"), signature.end("name"), tree) & allowed
            rest = _between(signature.end("name"), signature.end(), tree)
            start = signature.end()
            if source and tree.words_in(content) >= LEAST_WORDS:
                yield Heard(source, set(), content - rest)


def _between(start: int, end: int, tree: Tree) -> set[int]:
    return set(range(bisect_left(tree.starts, start), bisect_left(tree.starts, end)))
