"""brat's standoff files: a .txt, and beside it an .ann with entities, links between them and attributes."""

import re
from pathlib import Path
from typing import Any

from attributed.errors import AttributedError

# One line each: "T1<tab>Source 0 5;8 12<tab>words", "E1<tab>Attribution:T2 Source:T1 Content:T3",
# "R1<tab>Content Arg1:T2 Arg2:T3", "A1<tab>Nested T1".
ENTITY = re.compile(r"(T\d+)\t(\S+) ([\d ;]+)(?:\t.*)?$")
EVENT = re.compile(r"E\d+\t\S+?:(T\d+)(.*)$")
RELATION = re.compile(r"R\d+\t(\S+) \S+?:([TE]\d+) \S+?:([TE]\d+)\s*$")
ARGUMENT = re.compile(r"(\S+?):(T\d+)")
ROLES = ("source", "cue", "content")

Entity = tuple[str, list[list[int]]]


def read_brat_folder(folder: Path) -> list[dict[str, Any]]:
    """One row an .ann file, in the order of their names."""
    return [read_brat(path) for path in sorted(folder.rglob("*.ann"))]


def read_brat(path: Path) -> dict[str, Any]:
    """The attributions of one article: each cue with what is linked to it."""
    text_path = path.with_suffix(".txt")
    if not text_path.exists():
        raise AttributedError(f"{path.name}: its text is missing; expected {text_path.name} beside it")
    text = text_path.read_bytes().decode("utf-8")  # brat counts a carriage return too
    entities, links = parts_of(path)
    attributions = []
    for cue in sorted((name for name, (role, _) in entities.items() if role == "cue"), key=lambda name: int(name[1:])):
        row: dict[str, Any] = {"source": [], "cue": entities[cue][1], "content": []}
        for name in sorted(links.get(cue, ())):
            role, passages = entities[name]
            if role in row and role != "cue":
                row[role] = sorted(row[role] + passages)
        if row["content"]:
            attributions.append(row)
    return {"doc_id": path.stem, "text": text, "attributions": attributions}


def parts_of(path: Path) -> tuple[dict[str, Entity], dict[str, set[str]]]:
    """The entities by name, and what is linked to each in either direction."""
    entities: dict[str, Entity] = {}
    links: dict[str, set[str]] = {}
    pairs: list[tuple[str, str]] = []
    triggers: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if entity := ENTITY.match(line):
            entities[entity[1]] = (role_of(entity[2]), offsets(entity[3]))
        elif event := EVENT.match(line):
            triggers[line.split("\t")[0]] = event[1]
            pairs += [(event[1], argument[2]) for argument in ARGUMENT.finditer(event[2])]
        elif relation := RELATION.match(line):
            pairs.append((relation[2], relation[3]))
        elif line.startswith(("T", "E", "R")):
            raise AttributedError(f"{path.name}, line {number}: {line!r} is no entity, event or relation of brat's")
    for one, other in pairs:
        first, second = triggers.get(one, one), triggers.get(other, other)
        for name in (first, second):
            if name not in entities:
                raise AttributedError(f"{path.name}: {name} is linked but not marked")
        links.setdefault(first, set()).add(second)
        links.setdefault(second, set()).add(first)
    return entities, links


def role_of(label: str) -> str:
    """Source, Cue or Content, whatever the annotators' prefix or suffix ("Attribution-cue", "SourceSpan")."""
    return next((role for role in ROLES if role in label.lower()), label.lower())


def offsets(written: str) -> list[list[int]]:
    """Discontinuous passages are written "0 5;8 12"."""
    return [[int(number) for number in part.split()] for part in written.split(";")]
