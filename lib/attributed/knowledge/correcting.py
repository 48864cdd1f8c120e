"""Corrections applied: merges and renames change the lists, splits and rejections what is found in an article."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from attributed.knowledge.corrections import Act, Correction, wrong
from attributed.knowledge.lists import Lists
from attributed.knowledge.records import ID
from attributed.knowledge.subject import Office, Organisation, Outlet, Person, Place
from attributed.knowledge.tokens import words_of
from attributed.model import Article, Mention

Entity = TypeVar("Entity", Person, Place, Organisation, Outlet)
Pointing = TypeVar("Pointing", Person, Place, Organisation, Outlet, Office)


def corrected_lists(path: Path, corrections: Sequence[Correction], lists: Lists) -> Lists:
    """The lists with merges and renames done; raises BadKnowledge where a line names no entry or a taken form."""
    if not corrections:
        return lists
    places, bodies = (moved_by(corrections, kind) for kind in ("places", "organisations"))
    people = _listed(path, corrections, "people", lists.people)
    return Lists(
        people={
            id_: _pointing(
                replace(person, offices=tuple(_pointing(office, bodies, "organisation") for office in person.offices)),
                places,
                "country",
            )
            for id_, person in people.items()
        },
        places=_all_pointing(_listed(path, corrections, "places", lists.places), places, "parent"),
        organisations=_all_pointing(
            _all_pointing(_listed(path, corrections, "organisations", lists.organisations), bodies, "parent"),
            places,
            "country",
        ),
        outlets=_all_pointing(_listed(path, corrections, "outlets", lists.outlets), places, "country"),
    )


def moved_by(corrections: Iterable[Correction], kind: str) -> dict[str, str]:
    """Ids that a merge took out of a list, each with the id it went into."""
    return {c.name: c.to for c in corrections if c.act is Act.MERGE and c.kind == kind and c.to}


def _pointing(entity: Pointing, moved: Mapping[str, str], column: str) -> Pointing:
    """An entity that names another one by an id, with the id that this one goes by now."""
    id_ = getattr(entity, column)
    changes: dict[str, Any] = {column: moved[id_]} if id_ in moved else {}
    return replace(entity, **changes)


def _all_pointing(entities: Mapping[str, Entity], moved: Mapping[str, str], column: str) -> dict[str, Entity]:
    return {id_: _pointing(entity, moved, column) for id_, entity in entities.items()}


def _listed(
    path: Path, corrections: Iterable[Correction], kind: str, entities: Mapping[str, Entity]
) -> dict[str, Entity]:
    found = dict(entities)
    for correction in corrections:
        if correction.kind != kind:
            continue
        if correction.act is Act.MERGE:
            _merge(path, correction, found)
        elif correction.act is Act.RENAME:
            _rename(path, correction, found)
        elif correction.act is Act.SPLIT and ID.match(correction.to or ""):
            _known(path, correction, correction.to or "", found)
    return found


def corrected(
    mentions: Iterable[Mention],
    kind: str,
    corrections: Sequence[Correction],
    *,
    text: str,
    article: Article | None,
    name_of: Callable[[str], str],
) -> list[Mention]:
    """Mentions of one kind with the splits and rejections that are about this article done."""
    acting = [c for c in corrections if c.kind == kind and c.act in (Act.SPLIT, Act.REJECT)]
    if not acting:
        return list(mentions)
    found: list[Mention] = []
    for mention in mentions:
        correction = next((one for one in acting if one.is_about(mention, text, article)), None)
        if correction is None:
            found.append(mention)
        elif correction.act is Act.SPLIT and correction.to is not None:
            found.append(_split(mention, correction.to, correction, name_of))
    return found


def _split(mention: Mention, to: str, correction: Correction, name_of: Callable[[str], str]) -> Mention:
    rule = f"corrected by {correction.by}"
    if ID.match(to):
        return replace(mention, id=to, name=name_of(to), rule=rule, undecided=())
    return replace(mention, id=None, name=to, rule=rule, undecided=())


def _merge(path: Path, correction: Correction, found: dict[str, Entity]) -> None:
    to = correction.to or ""
    into = _known(path, correction, to, found)
    if correction.name == to:
        raise wrong(path, correction, f"merges {to!r} with itself; expected two different ids")
    if correction.name in found:
        found[to] = _as_one(into, found.pop(correction.name))
        return
    if ID.match(correction.name):
        raise wrong(path, correction, f"name is {correction.name!r}; no such id, and no name as printed")
    _check_free(path, correction, correction.name, to, found)
    found[to] = _with_names(into, (correction.name,))


def _as_one(into: Entity, other: Entity) -> Entity:
    offices = (*getattr(into, "offices", ()), *getattr(other, "offices", ()))  # people have them
    return _with_names(into, (other.name, *other.variants), **({"offices": offices} if offices else {}))


def _rename(path: Path, correction: Correction, found: dict[str, Entity]) -> None:
    name = correction.to or ""
    entity = _known(path, correction, correction.name, found)
    _check_free(path, correction, name, correction.name, found)
    found[correction.name] = _with_names(entity, (entity.name,), name=name)


def _with_names(entity: Entity, names: Iterable[str], **changes: Any) -> Entity:
    """An entity with further variants, and with other changes."""
    variants = {words_of(name): name for name in (*names, *entity.variants)}
    variants.pop(words_of(changes.get("name") or entity.name), None)
    changes["variants"] = tuple(variants.values())
    return replace(entity, **changes)


def _known(path: Path, correction: Correction, id_: str, found: Mapping[str, Entity]) -> Entity:
    if id_ not in found:
        raise wrong(path, correction, f"{id_!r} is no id of the {correction.kind}, or was merged into another one")
    return found[id_]


def _check_free(path: Path, correction: Correction, name: str, own: str, found: Mapping[str, Entity]) -> None:
    """A printed name may not be taken away from an entry that bears it."""
    taken = next((id_ for id_ in found if id_ != own and _bears(found[id_], name)), None)
    if taken is not None:
        raise wrong(path, correction, f"{name!r} is a name of {taken!r} already; merge the ids, or split the name")


def _bears(entity: Person | Place | Organisation | Outlet, name: str) -> bool:
    return words_of(name) in {words_of(form) for form in (entity.name, *entity.variants)}
