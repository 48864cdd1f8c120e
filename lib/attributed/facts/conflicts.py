"""What cannot both hold, and how a retelling departs from what it retells."""

from collections.abc import Iterable, Iterator, Mapping

from attributed.facts.comparing import Comparer
from attributed.facts.slots import are_disjoint, have_other_numbers, is_narrow, other_news
from attributed.facts.spans import Span, are_compatible, gap_between
from attributed.facts.telling import Mode, Telling
from attributed.model import Conflict, Count, Disagreement, Drift, Polarity, Role

LIKE, VERY_LIKE = 0.4, 0.6  # of words, where both tell of one kind of event, and where not
DENIAL = 0.3  # of words: what is denied may be why, or where
ONE_AFFAIR = 45  # days: dates of one event that lie further apart are two events


def conflicts_between(
    pairs: Iterable[tuple[Telling, Telling]], fact_of: Mapping[str, str], comparer: Comparer
) -> tuple[Conflict, ...]:
    """The conflicts of facts whose tellings are alike in words and disagree in a slot, each once."""
    found: dict[tuple[str, str, Disagreement], Conflict] = {}
    for one, other in pairs:
        facts = (fact_of[one.told.id], fact_of[other.told.id])
        for about, values in disagreements(one, other, comparer):
            if facts[0] != facts[1]:
                conflict = Conflict(about, facts, (one.told.id, other.told.id), values)
                found.setdefault((min(facts), max(facts), about), conflict)
    return tuple(found[key] for key in sorted(found))


def drifts_between(pairs: Iterable[tuple[Telling, Telling]], comparer: Comparer) -> tuple[Drift, ...]:
    """What retellings change, each pair as (what is retold, the retelling)."""
    return tuple(
        Drift(about, original.told.id, retelling.told.id, values)
        for original, retelling in pairs
        for about, values in disagreements(original, retelling, comparer)
    )


def disagreements(one: Telling, other: Telling, comparer: Comparer) -> Iterator[tuple[Disagreement, tuple[str, str]]]:
    """In what two tellings of like words differ, with what each says; nothing where neither is told as done."""
    if not are_about_one_thing(one, other, comparer) or is_one_voice(one, other):
        return
    if Mode.DONE in (one.mode, other.mode) and {one.mode, other.mode} <= {Mode.DONE, Mode.POSSIBLE}:
        if _deny_each_other(one, other, comparer):
            yield Disagreement.POLARITY, (one.polarity.value, other.polarity.value)
        if one.count and other.count and _both_count(one, other):
            yield Disagreement.COUNT, (count_words(one.count), count_words(other.count))
        if _are_dates_of_one_event(one, other) and comparer.dates_event(one) and comparer.dates_event(other):
            yield Disagreement.DATE, (one.told.event_time.value or "", other.told.event_time.value or "")
        if comparer.are_apart(one.places, other.places) and _are_of_one_month(one, other):
            yield Disagreement.PLACE, (_named(one, comparer), _named(other, comparer))
    elif one.mode is other.mode is Mode.ORDERED and _are_one_document(one, other) and have_other_numbers(one, other):
        yield Disagreement.WORDING, (_numbers(one), _numbers(other))


def is_one_voice(one: Telling, other: Telling) -> bool:
    """Whether one source says both in one article: it tells of two things rather than against itself."""
    return one.article == other.article and one.claims[0].origin.root == other.claims[0].origin.root


def _deny_each_other(one: Telling, other: Telling, comparer: Comparer) -> bool:
    """Whether one says yes and the other no of one thing done to one person, or to as many, both firmly.

    Each by its own source; where the very words do not show it, the reading is too doubtful.
    """
    if (one.polarity is Polarity.AFFIRMED) == (other.polarity is Polarity.AFFIRMED) or one.mode is not other.mode:
        return False
    counted = comparer.count_one_event(one, other) and not are_disjoint(one.count, other.count)
    if one.event is None or one.event != other.event or not (counted or one.affected & other.affected):
        return False
    if other_news(one, other) or one.claims[0].origin.root == other.claims[0].origin.root:
        return False
    if Polarity.DENIED in (one.polarity, other.polarity):
        return comparer.likeness(one, other) >= DENIAL
    return comparer.says_no(one) != comparer.says_no(other)


def are_about_one_thing(one: Telling, other: Telling, comparer: Comparer) -> bool:
    """Whether what is said differently is said of one event, or in nearly the same words."""
    if one.event is not None and one.event == other.event and one.affected & other.affected:
        return True
    if comparer.count_one_event(one, other):
        return True
    return comparer.likeness(one, other) >= (LIKE if one.event is not None and one.event == other.event else VERY_LIKE)


def _are_of_one_month(one: Telling, other: Telling) -> bool:
    return is_narrow(one.span) and is_narrow(other.span) and are_compatible(one.span, other.span)


def _both_count(one: Telling, other: Telling) -> bool:
    """Whether both say how many there were, and not the same: "3,000 did not die" counts nobody."""
    return one.polarity is other.polarity is Polarity.AFFIRMED and are_disjoint(one.count, other.count)


def count_words(count: Count) -> str:
    """Bounds as figures: "40", "40–60", "2,975 or more"."""
    if count.most is None:
        return f"{count.fewest:,} or more"
    return f"{count.fewest:,}" if count.fewest == count.most else f"{count.fewest:,}–{count.most:,}"


def _are_dates_of_one_event(one: Telling, other: Telling) -> bool:
    """Whether both date one thing that was done to one person, and the dates exclude each other by little."""
    if not one.affected & other.affected or one.event != other.event:
        return False
    if not one.polarity is other.polarity is Polarity.AFFIRMED:
        return False  # what did not happen has no day: "not seen since May", "not seen in June"
    times = {one.told.event_time.value, other.told.event_time.value}
    return None not in times and len(times) > 1 and _are_near(one.span, other.span)


def _are_near(one: Span | None, other: Span | None) -> bool:
    if one is None or other is None or one.has_year != other.has_year or not (is_narrow(one) and is_narrow(other)):
        return False
    return 0 < gap_between(one, other) <= ONE_AFFAIR


def _are_one_document(one: Telling, other: Telling) -> bool:
    """Whether both give the words of one origin, and neither through a translator, who chooses words anew."""
    if one.claims[0].origin.root != other.claims[0].origin.root:
        return False
    return not any(link.role is Role.TRANSLATOR for telling in (one, other) for link in telling.claims[0].chain)


def _named(telling: Telling, comparer: Comparer) -> str:
    return ", ".join(sorted(comparer.fine(telling.places)))


def _numbers(telling: Telling) -> str:
    return ", ".join(sorted(telling.numbers))
