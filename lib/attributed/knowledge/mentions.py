"""Where a text names the subject's people, places, organisations and outlets: one pass, longest name first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attributed.knowledge.index import RANK, Entry, NameIndex
from attributed.knowledge.romanisation import plain
from attributed.knowledge.tokens import FIRST, GAP, WORD
from attributed.model import Mention, Passage

UNDECIDED = "undecided: "
OR = " or "
BESIDE = 90  # characters before and after a name in which its post is looked for


@dataclass(frozen=True, slots=True)
class Mentions:
    """The names found in one text, each kind in the order of the text."""

    people: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    organisations: tuple[Mention, ...] = ()
    outlets: tuple[Mention, ...] = ()


def mentions_in(text: str, index: NameIndex) -> Mentions:
    """All listed names in a text; where names overlap the longest wins."""
    found: dict[str, list[Mention]] = {"people": [], "places": [], "organisations": [], "outlets": []}
    covered = 0
    for match in FIRST.finditer(text):
        if match.start() < covered:
            continue
        best = _longest_at(text, match.start(), match.end(), index)
        if best is None:
            continue
        passage, entries = best
        covered = passage.end
        for kind in dict.fromkeys(entry.kind for entry in entries):
            found[kind].append(_mention([entry for entry in entries if entry.kind == kind], passage, text))
    found["people"] = _namesakes_decided(found["people"], text, index)
    return Mentions(**{kind: tuple(mentions) for kind, mentions in found.items()})


def _longest_at(text: str, start: int, end: int, index: NameIndex) -> tuple[Passage, list[Entry]] | None:
    first = plain(text[start:end])
    first_normal = index.romanisation.normal(first)
    most = max(index.longest.get(first, 0), index.longest_normal.get(first_normal, 0))
    if not most:
        return None
    words = [(first, end)]
    words.extend(_following(text, end, most - 1))
    for count in range(len(words), 0, -1):
        stop = words[count - 1][1]
        for entries in _listed([word for word, _ in words[:count]], index):
            passage = _without_possessive(text, start, stop)
            fitting = [entry for entry in entries if _fits(entry, passage, text, stop, index)]
            if fitting:
                return passage, fitting
    return None


def _listed(words: Sequence[str], index: NameIndex) -> Iterator[list[Entry]]:
    if entries := index.plain.get(" ".join(words)):
        yield entries
    if index.normal and (entries := index.normal.get(" ".join(index.romanisation.normal(word) for word in words))):
        yield entries


def _following(text: str, end: int, count: int) -> Iterator[tuple[str, int]]:
    for _ in range(count):
        gap = GAP.match(text, end)
        match = WORD.match(text, gap.end()) if gap else None
        if match is None:
            return
        end = match.end()
        yield plain(match.group()), end


def _without_possessive(text: str, start: int, end: int) -> Passage:
    return Passage(start, end - 2 if text[start:end].endswith(("'s", "’s")) else end)


def _fits(entry: Entry, passage: Passage, text: str, stop: int, index: NameIndex) -> bool:
    if entry.form is not None and not _has_capitals_of(entry.form, passage.of(text)):
        return False
    return entry.kind != "people" or not _goes_on(text, passage, stop, index)


def _has_capitals_of(form: str, printed: str) -> bool:
    """Whether all that is a capital in a listed form is one in the text: acronyms and "The Hill" are no plain words."""
    if form.isupper():
        return printed.replace(".", "") == form.replace(".", "")
    pairs = zip(WORD.findall(form), WORD.findall(printed), strict=False)
    return all(not own[0].isupper() or other[0].isupper() for own, other in pairs)


def _goes_on(text: str, passage: Passage, stop: int, index: NameIndex) -> bool:
    """Whether a name has a further syllable: "Kim Il" does not stand in "Kim Il Chol"."""
    gap = GAP.match(text, stop) if passage.end == stop else None
    if gap is None or gap.group() not in {" ", "-"}:
        return False
    word = WORD.match(text, gap.end())
    if word is None or (gap.group() == " " and not word.group()[0].isupper()):
        return False
    return index.romanisation.normal(plain(word.group())) in index.syllables


def _mention(entries: list[Entry], passage: Passage, text: str) -> Mention:
    strongest = min(RANK[entry.rule] for entry in entries)
    best = [entry for entry in entries if RANK[entry.rule] == strongest]
    if len(best) == 1:
        return Mention(best[0].id, best[0].name, passage, best[0].rule)
    candidates = OR.join(sorted(entry.id for entry in best))
    return Mention(None, passage.of(text), passage, UNDECIDED + candidates)


def _namesakes_decided(mentions: list[Mention], text: str, index: NameIndex) -> list[Mention]:
    """People of one name, told apart where all words of one's post, and of no other's, stand beside the name."""
    decided: dict[str, str] = {}
    for mention in mentions:
        if mention.rule.startswith(UNDECIDED) and mention.rule not in decided:
            start, end = mention.passage.start, mention.passage.end
            near = {plain(word) for word in WORD.findall(text[max(0, start - BESIDE) : end + BESIDE])}
            candidates = mention.rule.removeprefix(UNDECIDED).split(OR)
            fitting = [person for person in candidates if any(post <= near for post in index.posts[person])]
            if len(fitting) == 1:
                decided[mention.rule] = fitting[0]
    return [_decided(mention, decided.get(mention.rule), index) for mention in mentions]


def _decided(mention: Mention, person: str | None, index: NameIndex) -> Mention:
    if person is None:
        return mention
    return Mention(person, index.names[person], mention.passage, "namesakes told apart by the post beside the name")
