"""manifest.json: what a report was made from and with, and the hash of every file in it."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from attributed.errors import BadReport

NAME = "manifest.json"


class KeptArticle(BaseModel):
    """An article of the report: its bytes are kept in `file`, and its text is those bytes in `encoding`.

    Where reading does more than decode (a web page, a PDF), the text is kept in `text_file` as well.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: int
    id: str
    sha256: str  # of the bytes
    file: str
    encoding: str
    text_file: str | None
    origin: str | None  # where the file lay, from the project's folder; None outside it
    outlet: str | None
    published: str | None


class Manifest(BaseModel):
    """The contents of manifest.json."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    briefing: str
    edition: str
    title: str = ""
    before: str | None = None  # the edition that `changes` are counted from
    changes: tuple[tuple[str, str], ...] = ()  # (kind of change, title of the fact)
    parameters: Mapping[str, Any]
    versions: Mapping[str, str]
    fingerprints: Mapping[str, str]
    ledger: Mapping[str, int]
    articles: tuple[KeptArticle, ...]
    refused: tuple[tuple[str, str], ...]  # (file, why it could not be read)
    claims: int
    facts: int
    files: Mapping[str, str]  # path in the report -> sha256
    seal: str = ""  # sha256 of this file with an empty seal, so that it answers for itself too

    def sealed(self) -> "Manifest":
        return self.model_copy(update={"seal": sha256_of(_json(self, seal=""))})

    def to_json(self) -> bytes:
        return _json(self, seal=self.seal)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a report folder; BadReport where there is none, or where a byte of it was changed."""
    path = folder / NAME
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadReport(f"{path}: {error.strerror or error}; expected the manifest of a report") from error
    try:
        manifest = Manifest.model_validate_json(data)
    except (ValidationError, ValueError) as error:
        fault = error.errors()[0] if isinstance(error, ValidationError) else {"loc": (), "msg": str(error)}
        where = ".".join(map(str, fault["loc"]))
        raise BadReport(f"{path}: not the manifest of a report: {where or 'the file'}: {fault['msg']}") from error
    if manifest.sealed().to_json() != data:
        raise BadReport(f"{path}: changed since it was written; its seal does not fit what it says")
    return manifest


def hashes_of(folder: Path) -> dict[str, str]:
    """The sha256 of every file of a report but the manifest, by path."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if not path.is_dir()}
    return {name: sha256_of(files[name].read_bytes()) for name in sorted(files) if name != NAME}


def sha256_of(data: bytes) -> str:
    """The sha256 of some bytes, as hex."""
    return hashlib.sha256(data).hexdigest()


def _json(manifest: Manifest, *, seal: str) -> bytes:
    # What an older report does not say is left out, so that its seal still fits.
    content = manifest.model_dump(mode="json", exclude_unset=True) | {"seal": seal}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
