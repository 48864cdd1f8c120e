"""Annotated articles: PolNeAR's as JSON lines, or brat's .txt with .ann files."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attributed.attribution.training.brat import read_brat_folder
from attributed.errors import AttributedError
from attributed.model import Passage

ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as an annotator marked it."""

    source: tuple[Passage, ...]
    cue: tuple[Passage, ...]
    content: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article and the attributions marked in it."""

    id: str
    text: str
    attributions: tuple[Marked, ...]


def read_annotations(source: Path) -> tuple[MarkedArticle, ...]:
    """Annotated articles from one .jsonl file, or from a folder of .jsonl or of brat's .txt and .ann files."""
    if source.is_file():
        return tuple(article_from(row) for row in rows_of(source))
    if not source.is_dir():
        raise AttributedError(
            f"{source}: no such file or folder; expected a .jsonl file or a folder with .txt and .ann"
        )
    found = [*(row for path in sorted(source.rglob("*.jsonl")) for row in rows_of(path)), *read_brat_folder(source)]
    if not found:
        raise AttributedError(
            f"{source}: no annotations here; expected .jsonl files, or .txt files with .ann beside them"
        )
    return tuple(article_from(row) for row in found)


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The JSON objects of a file, one a line."""
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            row["doc_id"], row["text"], row["attributions"]
        except (ValueError, KeyError, TypeError) as fault:
            raise AttributedError(
                f"{path.name}, line {number}: {fault!r}; expected an object with doc_id, text and attributions"
            ) from fault
        rows.append(row)
    return rows


def article_from(row: dict[str, Any]) -> MarkedArticle:
    """Check one row and give it types."""
    text, marked = row["text"], []
    for attribution in row["attributions"]:
        roles = {role: tuple(Passage(start, end) for start, end in attribution.get(role) or ()) for role in ROLES}
        for role, passages in roles.items():
            for passage in passages:
                if not 0 <= passage.start < passage.end <= len(text):
                    raise AttributedError(
                        f"{row['doc_id']}: {role} at {passage.start}-{passage.end} is outside the text of {len(text)} "
                        "characters"
                    )
        marked.append(Marked(**roles))
    return MarkedArticle(row["doc_id"], text, tuple(marked))
