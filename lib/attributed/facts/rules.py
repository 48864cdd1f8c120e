"""What a subject's events make of each other: which overturn, which come once, which are opposites (statuses.toml)."""

from collections.abc import Collection, Mapping

from pydantic import Field

from attributed import paths
from attributed.knowledge import Knowledge
from attributed.knowledge.lists import check_named
from attributed.knowledge.tables import Strict, read_toml


class StatusRules(Strict):
    """statuses.toml, which a subject may lack: what shows somebody at large, and which reports that overturns."""

    sightings: frozenset[str] = frozenset()
    attendance: frozenset[str] = frozenset()  # event types
    overturned: frozenset[str] = frozenset()
    fatal: frozenset[str] = frozenset()  # statuses that end a life: until its day somebody was alive
    once: frozenset[str] = frozenset()  # event types
    exclusive: tuple[frozenset[str], ...] = ()  # event types of which one person undergoes one: dismissed or resigned
    opposites: Mapping[str, str] = Field(default_factory=dict)  # event type -> the one that its denial tells of

    def is_exclusive(self, event: str | None) -> bool:
        """Whether some event type excludes this one."""
        return any(event in pair for pair in self.exclusive)

    def exclude(self, one: str | None, other: str | None) -> bool:
        """Whether somebody who undergoes one event type does not undergo the other in the same affair."""
        return one != other and any({one, other} <= pair for pair in self.exclusive)


def status_rules(knowledge: Knowledge) -> StatusRules:
    """The rules of one subject; raises BadKnowledge, also for an event type or a status that events.toml lacks."""
    path = paths.SUBJECTS / knowledge.subject.id / "statuses.toml"
    if not path.exists():
        return StatusRules()
    rules = read_toml(path, StatusRules)
    statuses = {event.status for event in knowledge.events.values() if event.status}
    by_status: dict[tuple[int | str, ...], Collection[str]] = {
        ("sightings",): rules.sightings,
        ("overturned",): rules.overturned,
        ("fatal",): rules.fatal,
    }
    check_named(path, by_status, statuses)
    named: dict[tuple[int | str, ...], Collection[str]] = {
        ("attendance",): rules.attendance,
        ("once",): rules.once,
        ("exclusive",): frozenset().union(*rules.exclusive),
        ("opposites",): {*rules.opposites, *rules.opposites.values()},
    }
    check_named(path, named, knowledge.events)
    return rules
