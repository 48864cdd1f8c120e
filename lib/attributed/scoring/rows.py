"""Files of JSON lines: hand-marked claims or attributions, articles, what `attributed extract` printed."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attributed.errors import BadRequest


def read_rows(path: Path) -> list[Mapping[str, Any]]:
    """The objects of a file of JSON lines; raises BadRequest with the line that is none."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequest(f"{path}: {error}; expected a file of JSON lines") from error
    return [_object(line, f"{path}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _object(line: str, place: str) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise BadRequest(f"{place}: not JSON: {error}; expected a JSON object") from error
    if not isinstance(row, dict):
        raise BadRequest(f"{place}: {type(row).__name__}; expected a JSON object")
    return row
