"""CSV and TOML files of knowledge, each line checked; what is wrong is said with file and line."""

import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from attributed.errors import BadKnowledge

SEPARATOR = ";"


class Strict(BaseModel):
    """An entry of a knowledge file; an unknown key or column is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


Record = TypeVar("Record", bound=BaseModel)


def _listed(value: object) -> object:
    return tuple(part.strip() for part in value.split(SEPARATOR) if part.strip()) if isinstance(value, str) else value


def _optional(value: object) -> object:
    return None if value == "" else value


Listed = Annotated[tuple[str, ...], BeforeValidator(_listed)]
Maybe = Annotated[str | None, BeforeValidator(_optional)]
MaybeNumber = Annotated[float | None, BeforeValidator(_optional)]


def read_table(path: Path, kind: type[Record]) -> list[tuple[int, Record]]:
    """The records of a CSV file with their line numbers; lines that begin with # are comments at the head."""
    records = []
    for line, row in _rows(path):
        try:
            records.append((line, kind.model_validate(row)))
        except ValidationError as error:
            raise BadKnowledge(f"{path.name}, line {line}: {_told(error)}") from error
    return records


def read_toml(path: Path, kind: type[Record]) -> Record:
    """A TOML file as one record."""
    try:
        return kind.model_validate(tomllib.loads(_text(path)))
    except tomllib.TOMLDecodeError as error:
        raise BadKnowledge(f"{path.name}: {error}") from error
    except ValidationError as error:
        raise BadKnowledge(f"{path.name}: {_told(error)}") from error


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    lines = _text(path).splitlines(keepends=True)
    head = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    reader = csv.DictReader(lines[head:], strict=True, restkey="cells too many", restval=None)
    try:
        for row in reader:
            line = head + reader.line_num
            missing = [column for column, cell in row.items() if cell is None]
            if missing:
                raise BadKnowledge(f"{path.name}, line {line}: no cell for {missing[0]}; expected {len(row)} cells")
            yield line, row
    except csv.Error as error:
        raise BadKnowledge(f"{path.name}, line {head + reader.line_num}: {error}") from error


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadKnowledge(f"{path.parent.name}/{path.name}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise BadKnowledge(f"{path.name}, byte {error.start}: not UTF-8") from error


def _told(error: ValidationError) -> str:
    """The first things wrong, each with its place and the value found there."""
    told = []
    for problem in error.errors(include_url=False)[:3]:
        place = ".".join(str(part) for part in problem["loc"])
        told.append(f"{place} is {problem['input']!r}: {problem['msg']}")
    return "; ".join(told)
