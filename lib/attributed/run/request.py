"""Reading a request: data/briefings/NAME.toml, with what the command line puts in its place."""

import difflib
import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import ValidationError

from attributed import paths
from attributed.briefing import Request
from attributed.errors import BadRequest

# A report's folder is named for its briefing; only such a name stays inside reports/ on every system.
FOLDER_NAME = re.compile(r"\w[\w.-]*")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_request(briefing: str, *, overrides: Iterable[str] = ()) -> Request:
    """The request in data/briefings/BRIEFING.toml, or in a .toml file, with `key=value` texts put in its place.

    `name` is by default the file's, and `as_of` today. Raises BadRequest, which names file, line and what would be
    right, for an unknown, missing or ill-typed key.
    """
    path = _request_file(briefing)
    text = _text_of(path)
    given = _toml(text, path)
    typed = dict(_override(override) for override in overrides)
    places = {key: f"{_shown(path)}{_line_of(key, text)}" for key in given} | {key: f"-p {key}" for key in typed}
    values = {"name": path.stem, "as_of": today(), **given, **typed}
    faults = [f"{places.get(key, _shown(path))}: {fault}" for key, fault in _faults(values)]
    if faults:
        raise BadRequest("\n".join([*faults, known_parameters()]))
    return Request.model_validate(values)


def today() -> date:
    """The day that an edition is as of where the request does not say: $SOURCE_DATE_EPOCH, else the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now().astimezone().date()
    if not epoch.isdecimal():
        raise BadRequest(f"SOURCE_DATE_EPOCH is {epoch!r}; expected seconds since 1970, such as 1741737600")
    return datetime.fromtimestamp(int(epoch), UTC).date()


def known_parameters() -> str:
    """A line that names the parameters of a briefing."""
    return f"A briefing's parameters are: {', '.join(Request.model_fields)}."


def _faults(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    name, as_of = values["name"], values["as_of"]
    if isinstance(name, str) and not FOLDER_NAME.fullmatch(name):
        yield "name", f"name is {name!r}; expected letters, digits, - _ . as it names the report's folder"
    # pydantic takes a number for seconds since 1970: "0" would be a day.
    if not isinstance(as_of, date) and not (isinstance(as_of, str) and DAY.fullmatch(as_of)):
        yield "as_of", f"as_of is {as_of!r}; expected a day such as 2025-03-12"
        values = {**values, "as_of": today()}
    try:
        Request.model_validate(values)
    except ValidationError as error:
        for detail in error.errors():
            key = str(detail["loc"][0])
            if detail["type"] == "extra_forbidden":
                near = difflib.get_close_matches(key, Request.model_fields, 1)
                yield key, f"{key} is no parameter" + (f"; did you mean {near[0]}?" if near else "")
            else:
                yield key, f"{'.'.join(map(str, detail['loc']))} is {detail['input']!r}: {detail['msg'].lower()}"


def _request_file(briefing: str) -> Path:
    if briefing.endswith(".toml"):
        return Path(briefing)
    path = paths.REQUESTS / f"{briefing}.toml"
    if not path.is_file():
        known = ", ".join(sorted(file.stem for file in paths.REQUESTS.glob("*.toml"))) or "none"
        raise BadRequest(f"no request {briefing!r} in {_shown(paths.REQUESTS)}; there are: {known}")
    return path


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BadRequest(f"{_shown(path)}, byte {error.start}: not UTF-8, which TOML has to be") from error
    except OSError as error:
        raise BadRequest(f"{_shown(path)}: {error.strerror or error}; expected a request in TOML") from error


def _toml(text: str, path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadRequest(f"{_shown(path)}: not TOML: {error}") from error


def _override(override: str) -> tuple[str, Any]:
    """Key and value of a `key=value` text: a list or a table is TOML, anything else the text itself (007 is 007)."""
    key, equals, value = override.partition("=")
    if not equals:
        raise BadRequest(f"-p {override}: expected key=value, such as -p as_of=2025-03-12\n{known_parameters()}")
    field = Request.model_fields.get(key)
    if field is None or not _is_container(field.annotation):
        return key, value
    try:
        return key, tomllib.loads(f"value = {value}")["value"]
    except tomllib.TOMLDecodeError as error:
        example = '{"a.txt" = "…"}' if get_origin(field.annotation) is Mapping else '["seeds/*.txt"]'
        told = f"-p {key}: {value!r} is not TOML; expected such as '{key}={example}'"
        raise BadRequest(f"{told}\n{known_parameters()}") from error


def _is_container(annotation: Any) -> bool:
    kinds = (tuple, list, dict, Mapping)
    return get_origin(annotation) in kinds or any(_is_container(member) for member in get_args(annotation))


def _line_of(key: str, text: str) -> str:
    pattern = re.compile(rf"""\s*\[?\s*["']?{re.escape(key)}["']?\s*[=.\]]""")
    numbers = (number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line))
    return "".join(f", line {number}" for number in list(numbers)[:1])


def _shown(path: Path) -> str:
    return str(path.relative_to(paths.PROJECT) if path.is_relative_to(paths.PROJECT) else path)
