"""Statements marked by hand as one fact or two, and the claim of ours that each of them is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from attributed.errors import BadRequest
from attributed.model import Passage
from attributed.scoring.cases import HALF, ends, words_at
from attributed.scoring.words import one_to_one, overlap

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """What an article says at some passages, the fact that it is, and its origins as one can tell them."""

    fact: str
    article: str
    passages: tuple[Passage, ...]
    roots: frozenset[str]
    maybe_roots: frozenset[str]
    undecided: frozenset[str]  # facts to which nobody could say whether it belongs

    @property
    def is_sure(self) -> bool:
        """Whether it belongs to its own fact without doubt."""
        return self.fact not in self.undecided


@dataclass(frozen=True, slots=True)
class Told:
    """One claim of a fact of ours."""

    fact: str
    article: str
    claim: str
    content: tuple[tuple[int, int], ...]


def statements_of(gold: Iterable[Row]) -> list[Statement]:
    """The marked statements, in the order of the file."""
    return [
        Statement(
            fact=row["fact"],
            article=row["doc"],
            passages=tuple(Passage(start, end) for start, end in ends(row["spans"])),
            roots=frozenset(row["roots"]),
            maybe_roots=frozenset(row["maybe_roots"]),
            undecided=frozenset(row["undecided"]),
        )
        for row in gold
        if row["kind"] == "mark"
    ]


def told_in(facts: Iterable[Row]) -> dict[str, list[Told]]:
    """The claims of our facts by article; raises BadRequest where a claim does not say where it stands."""
    by_article: dict[str, list[Told]] = defaultdict(list)
    for fact in facts:
        for claim in fact.get("claims", ()):
            if "content" not in claim:
                raise BadRequest(
                    f"fact {fact['id']}, claim {claim.get('claim')}: no content; expected passages, as [[0, 12]]"
                )
            content = tuple((start, end) for start, end in claim["content"])
            by_article[claim["article"]].append(Told(fact["id"], claim["article"], claim["claim"], content))
    return by_article


def found_for(
    statements: Sequence[Statement], told: Mapping[str, Sequence[Told]], texts: Mapping[str, str]
) -> dict[Statement, Told]:
    """The claim for each statement that has one: it holds half of its words or more; each claim serves one statement.

    Where several do, the most alike. Raises BadRequest for a marked article whose text is not given.
    """
    marked: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        marked[statement.article].append(statement)
    found = {}
    for article, here in marked.items():
        if article not in texts:
            raise BadRequest(f"{article}: marked by hand, but its text is not among the {len(texts)} articles given")
        ours = told.get(article, ())
        found.update({here[i]: ours[j] for i, j in _pairs(here, ours, texts[article])})
    return found


def _pairs(marked: Sequence[Statement], ours: Sequence[Told], text: str) -> list[tuple[int, int]]:
    words = [words_at(text, claim.content) for claim in ours]
    candidates = []
    for i, statement in enumerate(marked):
        theirs = words_at(text, [(passage.start, passage.end) for passage in statement.passages])
        for j, mine in enumerate(words):
            if theirs and len(theirs & mine) >= len(theirs) * HALF:
                candidates.append((-overlap(theirs, mine), i, j))
    return one_to_one(sorted(candidates))
