"""Checking a report: every hash of its manifest, and every claim against the words of its article."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from attributed import paths
from attributed.errors import BadReport
from attributed.model import text_at
from attributed.publish.annotations import quotations
from attributed.publish.exports import passages_of, read_csv
from attributed.publish.manifest import NAME, KeptArticle, Manifest, read_manifest, sha256_of
from attributed.publish.report import text_in

CLAIMS, ANNOTATIONS, PROVENANCE = "claims.csv", "annotations.jsonld", "provenance.json"
QUOTED = {"words": "passages", "source": "source_passages", "cue": "cue_passages"}  # column -> its passages' column


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a report that is not as it was published: the file, where in it, and what."""

    file: str
    place: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}, {self.place}: {self.what}" if self.place else f"{self.file}: {self.what}"


def verify_report(folder: Path, *, project: Path = paths.PROJECT) -> list[Problem]:
    """All that is wrong with a report, in the order of its files; an empty list when it stands as published.

    The articles' bytes kept in the report are what claims are held against. Where the file that they were copied from
    still lies in the project's folder, it must have the same bytes.
    """
    try:
        manifest = read_manifest(folder)
    except BadReport as error:
        return [Problem(NAME, "", str(error))]
    return [
        *_files(folder, manifest),
        *(problem for article in manifest.articles for problem in _article(folder, article, project)),
        *_claims(folder, manifest),
        *_annotations(folder, manifest),
        *_provenance(folder, manifest),
    ]


def _files(folder: Path, manifest: Manifest) -> Iterator[Problem]:
    articles = {article.file for article in manifest.articles}
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    for name in sorted(present | set(manifest.files)):
        if name in manifest.files and name not in present:
            yield Problem(name, "", "missing")
        elif name not in manifest.files and name != NAME:
            yield Problem(name, "", "not listed in the manifest; it was added later")
        elif name not in articles and name != NAME and not _has(folder / name, manifest.files[name]):
            yield Problem(name, "", "changed since it was published: its sha256 is not the manifest's")


def _article(folder: Path, article: KeptArticle, project: Path) -> Iterator[Problem]:
    kept = _bytes(folder / article.file)
    original = _bytes(project / article.origin) if article.origin else None
    intact = original if original is not None and sha256_of(original) == article.sha256 else None
    if kept is not None and sha256_of(kept) != article.sha256:
        yield Problem(
            article.file, _difference(kept, intact), "changed since it was published: its sha256 is not the manifest's"
        )
    elif article.origin and original is not None and intact is None:
        what = "no longer what the report was made from; the report keeps the bytes as they were"
        yield Problem(article.origin, _difference(original, kept), what)


def _difference(data: bytes, right: bytes | None) -> str:
    if right is None:
        return ""
    differing = (place for place, (one, other) in enumerate(zip(data, right, strict=False)) if one != other)
    return f"byte {next(differing, min(len(data), len(right)))}"


def _claims(folder: Path, manifest: Manifest) -> Iterator[Problem]:
    data = _bytes(folder / CLAIMS)
    if data is None:
        return  # already named as missing
    texts = {article.sha256: _text(folder, article) for article in manifest.articles}
    files = {article.sha256: article.file for article in manifest.articles}
    read = 0
    try:
        for line, row in read_csv(data):
            read += 1
            yield from _claim(f"line {line}", row, texts, files)
    except (ValueError, KeyError) as error:
        yield Problem(CLAIMS, f"claim {read}", f"cannot be read: {error}")
        return
    if read != manifest.claims:
        yield Problem(CLAIMS, "", f"has {read} claims, the manifest says {manifest.claims}")


def _claim(
    place: str, row: Mapping[str, str], texts: Mapping[str, str | None], files: Mapping[str, str]
) -> Iterator[Problem]:
    sha256 = row["article_sha256"]
    if sha256 not in texts:
        yield Problem(CLAIMS, place, f"claim {row['claim']} names an article that is not in the report: {sha256[:12]}…")
        return
    text = texts[sha256]
    if text is None:
        return  # the article's file is missing or is no text any more: that is said of the file
    for column, passages in QUOTED.items():
        if text_at(passages_of(row[passages]), text) != row[column]:
            where = f"characters {row[passages]}, claim {row['number']} ({row['claim']})"
            yield Problem(files[sha256], where, f"the claim's {column} no longer stand there")


def _annotations(folder: Path, manifest: Manifest) -> Iterator[Problem]:
    data = _bytes(folder / ANNOTATIONS)
    if data is None:
        return
    intact = (article for article in manifest.articles if _has(folder / article.file, article.sha256))
    texts = {article.sha256: _text(folder, article) for article in intact}
    try:
        for annotation, sha256, passage, exact in quotations(data):
            text = texts.get(sha256)
            if text is not None and passage.of(text) != exact:
                yield Problem(
                    ANNOTATIONS,
                    annotation,
                    f"its quotation does not stand at characters {passage.start}..{passage.end}",
                )
    except (ValueError, KeyError, TypeError) as error:
        yield Problem(ANNOTATIONS, "", f"cannot be read: {error!r}")


def _provenance(folder: Path, manifest: Manifest) -> Iterator[Problem]:
    data = _bytes(folder / PROVENANCE)
    if data is None:
        return
    try:
        entities = json.loads(data)["entity"]
        kinds = Counter(str(entity["prov:type"]) for entity in entities.values())
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        yield Problem(PROVENANCE, "", f"cannot be read: {error!r}")
        return
    told = {"article": len(manifest.articles), "claim": manifest.claims, "fact": manifest.facts}
    for kind, count in told.items():
        if kinds[kind] != count:
            yield Problem(PROVENANCE, "", f"has {kinds[kind]} entities of type {kind}, the manifest says {count}")


def _text(folder: Path, article: KeptArticle) -> str | None:
    data = _bytes(folder / (article.text_file or article.file))
    return None if data is None else text_in(data, "utf-8" if article.text_file else article.encoding)


def _has(path: Path, sha256: str) -> bool:
    data = _bytes(path)
    return data is not None and sha256_of(data) == sha256


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
