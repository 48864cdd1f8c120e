"""People: what is reported of their status, by whom, and under which names."""

from attributed.briefing import Briefing, PersonHistory
from attributed.show.chains import kind_label
from attributed.show.parts import cited, empty, shown
from attributed.show.shown import Shown
from attributed.show.tree import Foreign, Inline, LineBreak, Table, Text
from attributed.show.wording import counted, listed


def people(briefing: Briefing) -> Shown:
    """Everybody whom claims name, those with a reported status first."""
    if not briefing.people:
        return shown(briefing, empty("No claim names a person of the subject’s list."))
    rows = tuple(_person_row(briefing, history) for history in briefing.people)
    header = tuple((Text(word),) for word in ("Person", "As printed", "Status reported, and by whom", "Claims"))
    return shown(briefing, Table(header, rows, caption=f"{counted(len(rows), 'person', 'people')} in claims"))


def _person_row(briefing: Briefing, history: PersonHistory) -> tuple[tuple[Inline, ...], ...]:
    hangul: tuple[Inline, ...] = (Text(" "), Foreign(history.hangul, "ko")) if history.hangul else ()
    statuses: list[Inline] = []
    for status, claim in history.statuses:
        told = [Text(f"{status} ({kind_label(claim.source_kind)}) "), *cited(briefing, [claim])]
        statuses += [LineBreak(), *told] if statuses else told
    return (
        (Text(history.person.name), *hangul),
        (Text(listed(history.printed)),),
        tuple(statuses) or (Text("none reported"),),
        cited(briefing, history.claims),
    )
