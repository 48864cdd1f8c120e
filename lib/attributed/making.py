"""From a request to a briefing: what was gathered is grouped, drafted, and written as a reader shall see it."""

from typing import Any

from attributed import handover
from attributed.briefing import Briefing, Life
from attributed.drafting import build_briefing, life_of
from attributed.editions import claims_of, compared, earlier_editions, reports_folder
from attributed.errors import BadRequest
from attributed.facts import findings_of
from attributed.gathering import gather
from attributed.knowledge import Knowledge, find_mentions, read_knowledge
from attributed.knowledge.styles import names_in_style
from attributed.model import Mention, Passage
from attributed.show.protection import protected
from attributed.show.writing import in_style

MOST_NAMED = 20


def make_briefing(**parameters: Any) -> Briefing:
    """The briefing for the notebook's parameters, which are the keys of a Request, and the edition.

    Names are written in the style of `romanisation`. With `protect_sources`, descriptions that could tell who a source
    is are put in general words.
    Raises BadRequest for an unknown, missing or ill-typed parameter and where no article can be read.
    """
    return for_print(make_record(**parameters))


def for_print(briefing: Briefing) -> Briefing:
    """The briefing as a reader shall see it."""
    request = briefing.request
    people = read_knowledge(request.subject).people
    styled = in_style(briefing, names_in_style(request.romanisation, request.subject, people))
    return protected(styled) if request.protect_sources else styled


def make_record(**parameters: Any) -> Briefing:
    """The same with every name as listed and every description as it was: what a report exports and keeps."""
    edition = parameters.pop("edition", "")
    gathered = gather(parameters)
    request, knowledge = gathered.request, gathered.knowledge
    edition = edition or f"{request.as_of}"
    earlier = earlier_editions(reports_folder() / request.name, edition)
    extractions = gathered.extractions()
    briefing = build_briefing(
        request,
        extractions,
        findings_of(extractions, knowledge),
        knowledge,
        edition=edition,
        making=gathered.making,
        refused=gathered.refused,
        known=claims_of(earlier[-1]) if earlier else None,
    )
    record = compared(briefing, earlier)
    handover.leave(record)
    return record


def make_life(person: str, **parameters: Any) -> Life:
    """One person's or body's life as the articles tell it; `person` is a name, however spelt, or an id of the lists.

    Raises BadRequest where no claim of the articles names them, and says whom they name.
    """
    briefing = make_briefing(**parameters)
    meant = _keys_of(person, read_knowledge(briefing.request.subject))
    history = next((one for one in briefing.histories if one.subject.key in meant or one.subject.name == person), None)
    if history is None:
        named = ", ".join(sorted(one.subject.name for one in briefing.histories)[:MOST_NAMED]) or "nobody"
        raise BadRequest(f"person: no claim of these articles names {person!r}; they name {named}")
    return life_of(history, briefing)


def _keys_of(person: str, knowledge: Knowledge) -> set[str | None]:
    """By which mentions of somebody are known: ids of the lists, and the name itself for who is in no list."""
    found = find_mentions(person, knowledge)
    printed = Mention(None, person, Passage(0, len(person)), "as asked for")
    keys = {person, printed.key, *(mention.id for mention in (*found.people, *found.organisations))}
    return keys - {None}
