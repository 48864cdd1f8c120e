"""How often our facts join mentions of one event (ECB+, topics 1 to 35), beside a lemma baseline: B-cubed.

usage: same_event.py FACTS.jsonl [FOLDER]

FACTS is what `attributed facts --from-jsonl FOLDER/documents.jsonl --jsonl` printed; FOLDER, with documents.jsonl and
mentions.jsonl, is by default corpora/same_event of the folder shared beside the checkout. Validated event mentions
count.

Which event a fact tells is not written in it, so the main word of each of its claims stands for it: the word of the
content that the parse hangs highest. A mention that holds the main word of a claim is in the fact's group; another
mention within a claim is in one group with the mentions of the same lemma within the same fact; a mention that no claim
holds is alone. The baseline joins what has the same lemma within a topic. It is told the topics and our facts are not,
so the same without topics ("anywhere") stands beside it, and how many facts run across topics is printed.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.tokens import Doc, Token

from attributed import paths
from attributed.parsing import load_pipeline
from attributed.scoring import BCubed, b_cubed, read_rows
from attributed.scoring.statements import Told, told_in

CORPUS = paths.PROJECT.parent / "shared/corpora/same_event"
Row = Mapping[str, Any]
Group = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """One mention with the groups it is in."""

    instance: str
    lemma: Group  # of the baseline
    ours: Group
    held: str  # by what: the main word of a claim, a claim, nothing


def placed(mentions: Iterable[Row], told: Sequence[Told], doc: Doc, topic: str) -> Iterator[Placed]:
    """The mentions of one article in their groups."""
    mains = {word.i: claim.fact for claim in told if (word := main_word(doc, claim.content)) is not None}
    inside = {token.i: claim.fact for claim in told for token in tokens_at(doc, claim.content)}
    for mention in mentions:
        tokens = tokens_at(doc, [(mention["start"], mention["end"])])
        lemma = highest(tokens).lemma_.lower() if tokens else mention["text"].lower()
        main = next((mains[token.i] for token in tokens if token.i in mains), None)
        within = next((inside[token.i] for token in tokens if token.i in inside), None)
        alone = (mention["doc"], mention["start"], mention["end"])
        ours: Group = (main,) if main else (within, lemma) if within else alone
        yield Placed(mention["instance"], (topic, lemma), ours, "main" if main else "within" if within else "none")


def tokens_at(doc: Doc, passages: Iterable[tuple[int, int]]) -> list[Token]:
    """The words that stand at some passages."""
    starts = np.asarray(doc.to_array("IDX"))
    return [
        doc[place]
        for start, end in passages
        for place in range(int(np.searchsorted(starts, start)), int(np.searchsorted(starts, end)))
        if not doc[place].is_space
    ]


def highest(tokens: Sequence[Token]) -> Token:
    """The word that the others hang on, the first of several."""
    return min(tokens, key=lambda token: (sum(1 for _ in token.ancestors), token.i))


def main_word(doc: Doc, content: Iterable[tuple[int, int]]) -> Token | None:
    words = [token for token in tokens_at(doc, content) if not token.is_punct]
    return highest(words) if words else None


def figures(mentions: Sequence[Placed]) -> Iterator[tuple[str, BCubed]]:
    """B-cubed of ours and of the baseline, over all mentions and over those that claims hold."""
    for name, kinds in (
        ("all mentions", ("main", "within", "none")),
        ("within claims", ("main", "within")),
        ("main words", ("main",)),
    ):
        part = [mention for mention in mentions if mention.held in kinds]
        gold = {place: mention.instance for place, mention in enumerate(part)}
        yield f"{name}, facts", b_cubed(gold, {place: mention.ours for place, mention in enumerate(part)})
        yield f"{name}, lemma", b_cubed(gold, {place: mention.lemma for place, mention in enumerate(part)})
        yield f"{name}, lemma anywhere", b_cubed(gold, {place: mention.lemma[1:] for place, mention in enumerate(part)})
        yield f"{name}, alone", b_cubed(gold, {place: (place,) for place, _ in enumerate(part)})


def main(facts: Path, folder: Path = CORPUS) -> None:
    documents = read_rows(folder / "documents.jsonl")
    mentions: dict[str, list[Row]] = defaultdict(list)
    for mention in read_rows(folder / "mentions.jsonl"):
        if mention["kind"] == "event" and mention["validated"]:
            mentions[mention["doc"]].append(mention)
    told = told_in(read_rows(facts))
    parsed = zip(documents, load_pipeline().pipe(row["text"] for row in documents), strict=True)
    found = [
        one for row, doc in parsed for one in placed(mentions[row["id"]], told.get(row["id"], ()), doc, row["topic"])
    ]
    print(f"{len(documents)} articles, {len(found)} mentions, {len({one.instance for one in found})} events")
    print("held by", dict(sorted(Counter(one.held for one in found).items())))
    for name, score in figures(found):
        print(f"{name:30} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}  of {score.things}")
    topics = defaultdict(set)
    for row in documents:
        for claim in told.get(row["id"], ()):
            topics[claim.fact].add(row["topic"])
    print(f"facts: {len(topics)}, across topics: {sum(len(held) > 1 for held in topics.values())}")


if __name__ == "__main__":
    if len(sys.argv) not in {2, 3}:
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
