"""What a notebook's kernel made is handed to the run that started it, so that a briefing is made once."""

import hashlib
import os
import pickle
from pathlib import Path

from attributed.briefing import Briefing, Request

VARIABLE = "ATTRIBUTED_HANDOVER"  # a folder that a run has for its kernel alone; not set in JupyterLab


def leave(briefing: Briefing) -> None:
    """Leave a briefing for the run, where a run has started this process."""
    if folder := os.environ.get(VARIABLE):
        (Path(folder) / _name(briefing.request, briefing.edition)).write_bytes(pickle.dumps(briefing))


def taken(folder: Path, request: Request, edition: str) -> Briefing | None:
    """The briefing for a request that was left; None where the notebook made no such one."""
    file = folder / _name(request, edition)
    # Only the kernel writes here, and it is this user's own program.
    return pickle.loads(file.read_bytes()) if file.is_file() else None  # noqa: S301


def _name(request: Request, edition: str) -> str:
    return hashlib.sha256(f"{request.model_dump_json()}\n{edition}".encode()).hexdigest()
