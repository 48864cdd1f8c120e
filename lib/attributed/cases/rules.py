"""What makes a case in a field, and which claims fill its fields: cases.toml of the subject."""

from functools import lru_cache
from typing import Literal

from attributed import paths
from attributed.knowledge.tables import Strict, read_toml
from attributed.model import CaseField, SourceKind

Slot = Literal["charge", "method", "count", "affected", "places", "cause", "effect"]


class FillRule(Strict):
    """Which claims fill a field; what is left out does not matter."""

    field: CaseField
    slot: Slot | None = None
    events: frozenset[str] = frozenset()
    kinds: frozenset[SourceKind] = frozenset()
    words: frozenset[str] = frozenset()
    affair: bool = False
    gap: bool = False  # only where no other claim fills the field


class CaseRules(Strict):
    """cases.toml, which a subject may lack."""

    affairs: frozenset[str] = frozenset()  # event types
    foreshadows: frozenset[str] = frozenset()  # event types
    longest: int = 730  # days; what happens to one person further apart are two affairs
    fill: tuple[FillRule, ...] = ()


@lru_cache(maxsize=8)
def case_rules(subject: str) -> CaseRules:
    """The rules of one subject; raises BadKnowledge."""
    path = paths.SUBJECTS / subject / "cases.toml"
    return read_toml(path, CaseRules) if path.exists() else CaseRules()
