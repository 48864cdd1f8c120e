"""Every error of our facts against hand-marked ones, by marked fact, with the words.

usage: fact_errors.py GOLD PREDICTED ARTICLES.jsonl

PREDICTED is what `attributed facts --from-jsonl ARTICLES.jsonl --jsonl` printed.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from attributed.scoring import Error, FactError, read_rows, score_facts
from attributed.scoring.statements import Statement

WIDTH = 110


def lines_of(errors: Iterable[FactError], texts: Mapping[str, str]) -> Iterator[str]:
    """The errors by kind and marked fact, each with the words of its statements."""
    by_fact: dict[tuple[Error, str], list[FactError]] = defaultdict(list)
    for error in errors:
        by_fact[error.error, " + ".join(sorted({s.fact for s in error.statements}))].append(error)
    for (kind, facts), found in sorted(by_fact.items()):
        yield f"\n{kind}: {facts} ({len(found)})"
        for error in found:
            yield "  " + "\n    ".join(words_of(statement, texts) for statement in error.statements)


def words_of(statement: Statement, texts: Mapping[str, str]) -> str:
    said = " … ".join(passage.of(texts[statement.article]) for passage in statement.passages)
    return f"{statement.article}: {' '.join(said.split())[:WIDTH]}"


def main(gold: Path, predicted: Path, articles: Path) -> None:
    texts = {row["id"]: row["text"] for row in read_rows(articles)}
    scores = score_facts(read_rows(gold), read_rows(predicted), texts)
    for name, *values in scores.rows():
        print(f"{name:32}", *(f"{v:7.3f}" if isinstance(v, float) else f"{v!s:>7}" for v in values))
    print(*lines_of(scores.errors, texts), sep="\n")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
