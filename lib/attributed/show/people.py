"""People: what is reported of their status, by whom, and under which names."""

from attributed.briefing import Briefing, PersonHistory
from attributed.model import Claim, Hedge, Polarity
from attributed.show.chains import kind_label
from attributed.show.facts import firmness
from attributed.show.parts import cited, empty, shown
from attributed.show.shown import Shown
from attributed.show.tree import Foreign, Inline, LineBreak, Table, Text
from attributed.show.wording import counted, listed, shortened

FIRM = (Hedge.ASSERTED, Hedge.REPORTED)
LONGEST_WORDS = 110


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
        told = [Text(f"{status}{_in_words(briefing, claim)} "), *cited(briefing, [claim])]
        statuses += [LineBreak(), *told] if statuses else told
    return (
        (Text(history.person.name), *hangul),
        (Text(listed(history.printed)),),
        tuple(statuses) or (Text("none reported"),),
        cited(briefing, history.claims),
    )


def _in_words(briefing: Briefing, claim: Claim) -> str:
    """By whom and in which words: "purged or punished" may stand behind a status that says less."""
    words = " ".join(claim.text_in(briefing.article_of(claim)).split())
    doubt = f", {firmness(claim)}" if claim.hedge not in FIRM or claim.polarity is not Polarity.AFFIRMED else ""
    return f" ({kind_label(claim.source_kind)}{doubt}): {shortened(words, most=LONGEST_WORDS)}"
