"""Where a text names the subject's people, places, organisations and outlets: one pass, longest name first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from attributed.knowledge.index import RANK, Entry, NameIndex
from attributed.knowledge.namesakes import UNDECIDED, people_apart, places_apart
from attributed.knowledge.romanisation import plain
from attributed.knowledge.tokens import FIRST, GAP, WORD, words_of
from attributed.model import Mention, Passage


@dataclass(frozen=True, slots=True)
class Mentions:
    """The names found in one text, each kind in the order of the text."""

    people: tuple[Mention, ...] = ()
    places: tuple[Mention, ...] = ()
    organisations: tuple[Mention, ...] = ()
    outlets: tuple[Mention, ...] = ()


def mentions_in(text: str, index: NameIndex, *, day: str | None = None) -> Mentions:
    """All listed names in a text of some day (EDTF); where names overlap the longest wins."""
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
    found["people"] = people_apart(found["people"], text, index.people, day)
    found["places"] = places_apart(found["places"], index.places)
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
    if len(words) == 1 and words[0] in index.romanisation.words:
        return
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
    if entry.article and not (_follows(entry.article, passage, text) and _ends(passage, text)):
        return False
    if entry.kind != "people":
        return True
    return _prints(entry, passage.of(text), index) and not _goes_on(entry, text, passage, stop, index)


def _follows(article: str, passage: Passage, text: str) -> bool:
    """Whether a word stands right before a name."""
    start = passage.start - len(article) - 1
    return (
        text[max(start, 0) : passage.start] == f"{article} " and not text[max(start - 1, 0) : max(start, 0)].isalpha()
    )


def _ends(passage: Passage, text: str) -> bool:
    """Whether no further capital follows: "the Independent", not "the Independent Counsel"."""
    gap = GAP.match(text, passage.end)
    word = WORD.match(text, gap.end()) if gap and gap.group() == " " else None
    return word is None or not word.group()[0].isupper()


def _prints(entry: Entry, printed: str, index: NameIndex) -> bool:
    """Whether a name in other spelling is one that a system of writing, or a habit, gives the listed one."""
    if not entry.given:
        return True
    words = words_of(printed)
    given = words[:-1] if entry.rule == "given name first" else words[1:]
    if entry.rule == "looser romanisation" and len(given) > 1 and "-" not in printed:
        return False  # whoever writes the syllables apart writes them by a system: "Song Il" is not "Sung Il"
    return index.romanisation.may_print(entry.given, "".join(given))


def _has_capitals_of(form: str, printed: str) -> bool:
    """Whether all that is a capital in a listed form is one in the text: acronyms and "The Hill" are no plain words."""
    if form.isupper():
        return printed.replace(".", "") == form.replace(".", "")
    pairs = zip(WORD.findall(form), WORD.findall(printed), strict=False)
    return all(not own[0].isupper() or other[0].isupper() for own, other in pairs)


def _goes_on(entry: Entry, text: str, passage: Passage, stop: int, index: NameIndex) -> bool:
    """Whether a name has a further syllable: "Kim Il" does not stand in "Kim Il Chol" or "Kim Il-han"."""
    gap = GAP.match(text, stop) if passage.end == stop else None
    if gap is None or gap.group() not in {" ", "-"}:
        return False
    word = WORD.match(text, gap.end())
    if word is None or (gap.group() == " " and not word.group()[0].isupper()):
        return False
    following = plain(word.group())
    if index.romanisation.is_syllable(entry.given) and index.romanisation.is_syllable(following):
        return True
    return index.romanisation.normal(following) in index.syllables


def _mention(entries: list[Entry], passage: Passage, text: str) -> Mention:
    strongest = min(RANK[entry.rule] for entry in entries)
    best = [entry for entry in entries if RANK[entry.rule] == strongest]
    if len(best) == 1:
        return Mention(best[0].id, best[0].name, passage, best[0].rule)
    return Mention(None, passage.of(text), passage, UNDECIDED, tuple(sorted(entry.id for entry in best)))
