"""What a claim tells, in slots that can be compared with those of other claims."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from attributed.facts.frequencies import locating, stem_of, stem_weights
from attributed.facts.referring import Referents, opening
from attributed.facts.shingles import WORD
from attributed.facts.spans import Span, span_of
from attributed.facts.weights import joining
from attributed.model import Article, Claim, Count, Extraction, Hedge, Mention, Passage, Polarity

FEWEST_WORDS = 8  # of a wording: fewer words may be the same by chance
QUOTED = re.compile(r"“[^“”]+”|\"[^\"]+\"")
REACH = 40  # characters before a place in which a word says that something is there


class Mode(StrEnum):
    """In which way something is told: what may come, is ordered or only supposed is never what was done."""

    DONE = "done"
    POSSIBLE = "possible"
    TO_COME = "to_come"
    ORDERED = "ordered"
    SUPPOSED = "supposed"


MODES = {Hedge.POSSIBLE: Mode.POSSIBLE, Hedge.ORDERED: Mode.ORDERED, Hedge.HYPOTHETICAL: Mode.SUPPOSED}


@dataclass(frozen=True, slots=True)
class Telling:
    """An outermost claim with the claims inside it, and what they tell together."""

    claims: tuple[Claim, ...]  # outermost first
    told: Claim  # the one whose slots these are: the first that has an event, else the outermost
    event: str | None
    mode: Mode
    polarity: Polarity
    span: Span | None  # of the event
    published: Span | None  # of the article
    affected: frozenset[str]
    speakers: frozenset[str]  # who vouches for it, by root; empty where the article tells it itself
    named: frozenset[str]  # people, bodies and places spoken of
    people: frozenset[str]  # of these the people whom it names
    meant: frozenset[str]  # of these the person whom it does not name, but takes up
    opens_with_pronoun: bool  # so that it is about somebody else than those whom it names
    places: frozenset[str]  # where something is said to be or happen
    count: Count | None
    counted: str | None  # the word behind the number: who or what is counted
    stems: frozenset[str]  # of the words that are no names
    numbers: frozenset[str]  # among the stems
    quoted: tuple[frozenset[str], ...]  # stems of each stretch in quotation marks
    words: str  # all its words in plain letters
    day_at: int | None  # where among these words the event's date begins
    stretch: tuple[int, int]  # where the outermost claim begins and ends in the text

    @property
    def id(self) -> str:
        return self.claims[0].id

    @property
    def article(self) -> str:
        return self.claims[0].article

    @property
    def wording(self) -> str:
        """Its words, where they are enough to be told from others'."""
        return self.words if self.words.count(" ") + 1 >= FEWEST_WORDS else ""


def tellings_of(extraction: Extraction) -> list[Telling]:
    """The outermost claims of an article, each with the claims inside it, in the order of the text."""
    inside: dict[str, list[Claim]] = {}
    for claim in extraction.claims:
        if claim.nested_in is not None:
            inside.setdefault(claim.nested_in, []).append(claim)
    referents = Referents(extraction)
    return [
        telling_of((claim, *_inner(claim, inside)), extraction.article, referents)
        for claim in extraction.claims
        if claim.nested_in is None
    ]


def _inner(outer: Claim, inside: Mapping[str, Sequence[Claim]]) -> Iterable[Claim]:
    for claim in inside.get(outer.id, ()):
        yield claim
        yield from _inner(claim, inside)


def telling_of(claims: tuple[Claim, ...], article: Article, referents: Referents) -> Telling:
    """The slots of one outermost claim."""
    told = next((claim for claim in claims if claim.event), claims[0])
    content = claims[0].content
    people, places, bodies = (
        [mention for claim in claims for mention in getattr(claim, kind) if _is_within(mention, content)]
        for kind in ("people", "places", "organisations")
    )
    words = words_of(article.text, content)
    stems = stems_of(words, (mention for mention in (*people, *places, *bodies) if mention.key))
    meant = frozenset[str]() if _keys(people) else referents.of([word for _, word in words], content[0].start)
    dated = next((claim.time.value for claim in (told, *claims) if claim.time.value), None)
    return Telling(
        claims=claims,
        told=told,
        event=told.event,
        mode=Mode.TO_COME if _is_plan(told, words) else mode_of(told),
        polarity=told.polarity,
        span=span_of(dated),
        published=span_of(article.published.value),
        affected=_keys(told.affected),
        speakers=frozenset(link.root for claim in claims for link in claim.speakers if not claim.is_the_articles_own),
        named=_keys((*people, *places, *bodies)) | meant,
        people=_keys(people),
        meant=meant,
        opens_with_pronoun=bool(words) and words[0][1] in opening(),
        places=_keys(place for place in places if _is_where(place, article.text)),
        count=told.count,
        counted=_counted(told, article.text),
        stems=stems,
        numbers=frozenset(stem for stem in stems if stem.isdigit()),
        quoted=tuple(quoted_in(words, article.text, content, stems)),
        words=" ".join(word for _, word in words),
        day_at=_day_at(told, words),
        stretch=(content[0].start, content[-1].end),
    )


def _day_at(told: Claim, words: Sequence[tuple[int, str]]) -> int | None:
    printed = told.time.passage
    inside = (at for at, (start, _) in enumerate(words) if printed and printed.start <= start < printed.end)
    return next(inside, None)


def _counted(told: Claim, text: str) -> str | None:
    behind = WORD.search(text, told.count.passage.end) if told.count else None
    return behind.group().casefold() if behind else None


def mode_of(claim: Claim) -> Mode:
    """In which way a claim tells what it tells."""
    if claim.is_open:
        return Mode.TO_COME
    return MODES.get(claim.hedge, Mode.DONE)


def _is_plan(told: Claim, words: Sequence[tuple[int, str]]) -> bool:
    """Whether something that is no event, and no hedge leaves open, is only planned: "of its plan to build"."""
    pairs = pairwise(word for _, word in words)
    is_open = told.event is None and mode_of(told) is Mode.DONE
    return is_open and any(noun in joining().planned and to == "to" for noun, to in pairs)


def _keys(mentions: Iterable[Mention]) -> frozenset[str]:
    return frozenset(mention.key for mention in mentions if mention.key is not None)


def _is_within(mention: Mention, content: Sequence[Passage]) -> bool:
    return any(passage.covers(mention.passage) for passage in content)


def _is_where(place: Mention, text: str) -> bool:
    """Whether words before a place say that something is there; a capital often stands for its government."""
    before = text[max(0, place.passage.start - REACH) : place.passage.start]
    clause = re.split(r"[.,;:\n]", before)[-1]
    belongs = text[place.passage.end : place.passage.end + 1] in ("'", "’")
    return not belongs and not locating().isdisjoint(WORD.findall(clause.casefold()))


def words_of(text: str, content: Sequence[Passage]) -> list[tuple[int, str]]:
    """The words of some passages with where they begin, without regard to capitals."""
    return [
        (match.start(), match.group().casefold())
        for passage in content
        for match in WORD.finditer(text, passage.start, passage.end)
    ]


def quoted_in(
    words: Sequence[tuple[int, str]], text: str, content: Iterable[Passage], stems: frozenset[str]
) -> Iterable[frozenset[str]]:
    """The stems of each stretch that stands between quotation marks."""
    for passage in content:
        for match in QUOTED.finditer(text, passage.start, passage.end):
            inside = {stem_of(word) for start, word in words if match.start() < start < match.end()}
            if found := stems.intersection(inside):
                yield found


def stems_of(words: Iterable[tuple[int, str]], names: Iterable[Mention]) -> frozenset[str]:
    """Words by their first letters, those of one sense as one, without names (they are compared by who is meant)."""
    named = {place for mention in names for place in range(mention.passage.start, mention.passage.end)}
    weights = stem_weights()
    stems = {stem_of(word) for start, word in words if start not in named}
    return frozenset(stem for stem in stems if weights.get(stem, 1.0) > 0)
