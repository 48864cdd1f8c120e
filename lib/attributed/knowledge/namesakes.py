"""People and places of one name, told apart by what an article says of them, or left undecided.

Rules, in order: a post printed beside the name that only one of them held; the same name told apart elsewhere in the
article; an article of a day on which only one of them was in office. A place is told apart by the one it lies in.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from attributed.knowledge.periods import Days, is_within
from attributed.knowledge.romanisation import plain
from attributed.knowledge.tokens import WORD
from attributed.model import Mention

BESIDE = 90  # characters before and after a name in which its post is looked for
NEARBY = 60  # characters between a place and the one it lies in
SENTENCE_END = re.compile(r"[.!?;]['\"”’)]*\s|\n")
UNDECIDED = "namesakes, undecided"
BY_POST = "namesakes told apart by the post beside the name"
BY_ARTICLE = "namesakes told apart elsewhere in the article"
BY_DATE = "namesakes told apart by who was in office at the article's date"
BY_TIME = "namesakes told apart by who was in office at the claim's time"
BY_PARENT = "namesakes told apart by the place beside the name"


@dataclass(frozen=True, slots=True)
class Bearer:
    """What tells one bearer of a name from the next."""

    name: str
    posts: tuple[frozenset[str], ...] = ()  # the words of each post
    terms: tuple[Days, ...] = ()  # when in office, as far as origins show
    parent: str | None = None  # of a place


def people_apart(
    mentions: Iterable[Mention], text: str, bearers: Mapping[str, Bearer], day: str | None = None
) -> list[Mention]:
    """The mentions, each undecided one with its id where a rule gives one."""
    found = [_by_post(mention, text, bearers) if mention.undecided else mention for mention in mentions]
    told: dict[str, set[str]] = {}
    for mention in found:
        if mention.rule == BY_POST and mention.id:
            told.setdefault(mention.name, set()).add(mention.id)
    return [_by_article(mention, told, bearers, day) if mention.undecided else mention for mention in found]


def told_apart_by_time(mention: Mention, when: str | None, bearers: Mapping[str, Bearer]) -> Mention:
    """An undecided mention with its id where only one of the namesakes was in office at a claim's time (EDTF)."""
    if not mention.undecided or when is None or "X" in when:
        return mention
    return _decided(mention, _in_office(mention, when, bearers), BY_TIME, bearers)


def places_apart(mentions: Sequence[Mention], bearers: Mapping[str, Bearer]) -> list[Mention]:
    """The mentions, each undecided one with its id where the place it lies in stands near."""
    return [_by_parent(mention, mentions, bearers) if mention.undecided else mention for mention in mentions]


def _by_post(mention: Mention, text: str, bearers: Mapping[str, Bearer]) -> Mention:
    start, end = mention.passage.start, mention.passage.end
    before = SENTENCE_END.split(text[max(0, start - BESIDE) : start])[-1]
    after = SENTENCE_END.split(text[end : end + BESIDE])[0]
    near = {plain(word) for word in WORD.findall(f"{before} {after}")}
    fitting = [one for one in mention.undecided if any(post <= near for post in bearers[one].posts)]
    return _decided(mention, fitting, BY_POST, bearers)


def _by_article(mention: Mention, told: dict[str, set[str]], bearers: Mapping[str, Bearer], day: str | None) -> Mention:
    elsewhere = [one for one in mention.undecided if one in told.get(bearers[one].name, set())]
    if elsewhere:  # where the article speaks of both, a bare name may be either
        return _decided(mention, elsewhere, BY_ARTICLE, bearers)
    return _decided(mention, _in_office(mention, day, bearers) if day else [], BY_DATE, bearers)


def _in_office(mention: Mention, day: str, bearers: Mapping[str, Bearer]) -> list[str]:
    return [one for one in mention.undecided if any(is_within(day, term) for term in bearers[one].terms)]


def _by_parent(mention: Mention, mentions: Iterable[Mention], bearers: Mapping[str, Bearer]) -> Mention:
    near = {
        other.id
        for other in mentions
        if -NEARBY <= other.passage.start - mention.passage.end <= NEARBY
        or -NEARBY <= mention.passage.start - other.passage.end <= NEARBY
    }
    fitting = [one for one in mention.undecided if bearers[one].parent in near - {None}]
    return _decided(mention, fitting, BY_PARENT, bearers)


def _decided(mention: Mention, fitting: Sequence[str], rule: str, bearers: Mapping[str, Bearer]) -> Mention:
    if len(fitting) != 1:
        return mention
    return replace(mention, id=fitting[0], name=bearers[fitting[0]].name, rule=rule, undecided=())
