"""CSV and TOML files of knowledge, each line checked; what is wrong is said with file and line."""

import csv
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from attributed.errors import BadKnowledge

SEPARATOR = ";"
# Enough of TOML to find a line again; what is valid was decided by tomllib.
HEADER = re.compile(r"\s*(?P<brackets>\[\[?)(?P<name>[\w.-]+)\]")
KEY = re.compile(r'\s*"?(?P<key>[\w-]+)"?\s*=')


class Strict(BaseModel):
    """An entry of a knowledge file; an unknown key or column is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


Record = TypeVar("Record", bound=BaseModel)


def listed(value: object) -> object:
    """The parts of a cell that holds several names."""
    return tuple(part.strip() for part in value.split(SEPARATOR) if part.strip()) if isinstance(value, str) else value


def optional(value: object) -> object:
    """Nothing for an empty cell."""
    return None if value == "" else value


Maybe = Annotated[str | None, BeforeValidator(optional)]


def read_table(path: Path, kind: type[Record]) -> list[tuple[int, Record]]:
    """The records of a CSV file with their line numbers; lines that begin with # are comments at the head."""
    records = []
    for line, row in _rows(path, list(kind.model_fields)):
        try:
            records.append((line, kind.model_validate(row)))
        except ValidationError as error:
            raise BadKnowledge(f"{path.name}, line {line}: {_told(error)}") from error
    return records


def read_toml(path: Path, kind: type[Record]) -> Record:
    """A TOML file as one record."""
    try:
        return kind.model_validate(tomllib.loads(text_of(path)))
    except tomllib.TOMLDecodeError as error:
        raise BadKnowledge(f"{path.name}: {error}") from error
    except ValidationError as error:
        line = line_of(text_of(path), error.errors()[0]["loc"])
        raise BadKnowledge(f"{path.name}, line {line}: {_told(error)}") from error


def line_of(text: str, place: Sequence[int | str]) -> int:
    """The line of a key in a TOML text, else of the table that it is missing from, else the first."""
    found, table = 1, tuple[int | str, ...]()
    arrays = Counter[str]()
    for line, written in enumerate(text.splitlines(), 1):
        if match := HEADER.match(written):
            table = tuple(match["name"].split("."))
            if match["brackets"] == "[[":
                table = (*table, arrays[match["name"]])
                arrays[match["name"]] += 1
            here = table
        elif match := KEY.match(written):
            here = (*table, match["key"])
        else:
            continue
        if here == tuple(place[: len(here)]):
            found = line
    return found


def _rows(path: Path, columns: Sequence[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    lines = text_of(path).splitlines(keepends=True)
    head = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    reader = csv.DictReader(lines[head:], strict=True, restkey="cells too many", restval=None)
    try:
        given = reader.fieldnames or []
        if sorted(given) != sorted(columns):
            raise BadKnowledge(
                f"{path.name}, line {head + 1}: columns are {', '.join(given) or 'none'}; expected {', '.join(columns)}"
            )
        for row in reader:
            line = head + reader.line_num
            missing = [column for column, cell in row.items() if cell is None]
            if missing:
                raise BadKnowledge(f"{path.name}, line {line}: no cell for {missing[0]}; expected {len(row)} cells")
            yield line, row
    except csv.Error as error:
        raise BadKnowledge(f"{path.name}, line {head + reader.line_num}: {error}") from error


def text_of(path: Path) -> str:
    """A file as text; raises BadKnowledge."""
    try:
        return path.read_text(encoding="utf-8-sig")  # spreadsheets put a mark before the text
    except OSError as error:
        raise BadKnowledge(f"{path.parent.name}/{path.name}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise BadKnowledge(f"{path.name}, byte {error.start}: not UTF-8") from error


def _told(error: ValidationError) -> str:
    """The first things wrong, each with its place and the value found there."""
    return "; ".join(_problem(problem) for problem in error.errors(include_url=False)[:3])


def _problem(problem: ErrorDetails) -> str:
    place, wrong = ".".join(str(part) for part in problem["loc"]), problem["msg"].removeprefix("Value error, ")
    if not place:
        return wrong
    if problem["type"] == "missing":
        return f"{place} is missing"
    if problem["type"] == "tuple_type" and isinstance(problem["input"], dict):
        return f"[{place}] stands in single brackets; expected [[{place}]]"
    return f"{place} is {problem['input']!r}: {wrong}"
