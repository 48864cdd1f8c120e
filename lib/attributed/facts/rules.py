"""What a subject's events make of each other: which overturn, which come once, which are opposites (statuses.toml)."""

from collections.abc import Mapping
from functools import lru_cache

from pydantic import Field

from attributed import paths
from attributed.knowledge.tables import Strict, read_toml


class StatusRules(Strict):
    """statuses.toml, which a subject may lack: what shows somebody at large, and which reports that overturns."""

    sightings: frozenset[str] = frozenset()
    attendance: frozenset[str] = frozenset()  # event types
    overturned: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()  # event types
    opposites: Mapping[str, str] = Field(default_factory=dict)  # event type -> the one that its denial tells of


@lru_cache(maxsize=8)
def status_rules(subject: str) -> StatusRules:
    """The rules of one subject; raises BadKnowledge."""
    path = paths.SUBJECTS / subject / "statuses.toml"
    return read_toml(path, StatusRules) if path.exists() else StatusRules()
