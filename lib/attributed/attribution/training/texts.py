"""Articles that nobody marked: JSON lines with a text each."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from attributed.errors import AttributedError


def read_texts(path: Path) -> Iterator[str]:
    """The texts of a .jsonl file, or of one packed as .jsonl.gz, in order."""
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                yield text_of(line, f"{path.name}, line {number}")
    except (OSError, EOFError, UnicodeDecodeError) as fault:
        raise AttributedError(f"{path}: cannot be read ({fault}); expected .jsonl or .jsonl.gz in UTF-8") from fault


def text_of(line: str, where: str) -> str:
    """The text of one line."""
    try:
        text = json.loads(line)["text"]
    except (ValueError, KeyError, TypeError) as fault:
        raise AttributedError(f"{where}: {fault!r}; expected an object with text") from fault
    if not isinstance(text, str):
        raise AttributedError(f"{where}: text is {type(text).__name__}; expected a string")
    return text
