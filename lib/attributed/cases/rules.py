"""What makes a case in a field, and which claims fill its fields: cases.toml of the subject."""

from typing import Literal

from attributed import paths
from attributed.knowledge import Knowledge
from attributed.knowledge.lists import check_named
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


def case_rules(knowledge: Knowledge) -> CaseRules:
    """The rules of one subject; raises BadKnowledge, also for an event type that events.toml lacks."""
    path = paths.SUBJECTS / knowledge.subject.id / "cases.toml"
    if not path.exists():
        return CaseRules()
    rules = read_toml(path, CaseRules)
    check_named(path, {("affairs",): rules.affairs, ("foreshadows",): rules.foreshadows}, knowledge.events)
    check_named(path, {("fill", at, "events"): rule.events for at, rule in enumerate(rules.fill)}, knowledge.events)
    return rules
