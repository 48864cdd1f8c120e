"""Who made an article, as its byline says."""

import re
from collections.abc import Iterator
from itertools import pairwise

from attributed.model import Credit, Known, Passage, Role
from attributed.reading.page import CreditWords, PageWords

LONGEST_BYLINE = 320
# A name starts with a capital letter and has at most five parts: "Sung-hui Moon", "Choe Sang-Hun", "Jean H. Lee".
NAME = re.compile(
    r"(?=[^\W\d_])(?P<name>[A-ZÀ-ÞŎŬ][\w.'’-]*(?:\s+(?:(?:de|van|von|der|al|bin|el|la)\s+)?[A-ZÀ-ÞŎŬ][\w.'’-]*){0,4})"
)
ONLY_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?:\s+[A-Z]\.?)?\s+[A-ZÀ-Þ][\w'’-]*[a-z]$")
LONGEST_NAMES = 80
BETWEEN_NAMES = re.compile(r"\s*(?:,\s*and|,|&|\band\b)\s*")
# Agencies close a story with their credits in brackets: "(Reporting by A and B; Editing by C)".
IN_BRACKETS = re.compile(r"[(\[][^()\[\]]{5,300}[)\]]\.?$")


def is_byline(words: str, page: PageWords) -> bool:
    """Whether a line does nothing but name who made the article."""
    if len(words) > LONGEST_BYLINE:
        return False
    inside = words.strip("()[]•*-–—_ ")
    for credit in page.credits:
        before = credit.before.match(inside)
        if (
            before
            and NAME.match(inside, _skip_space(inside, before.end()))
            and _is_only_names(inside[before.end() :], page)
        ):
            return True
        after = credit.after.search(inside)
        if after and len(inside) < LONGEST_BYLINE / 2 and NAME.match(inside):
            rest = inside[after.end() :].strip(" .")  # "Ann Lee contributed to this report. Reuters also contributed"
            if not rest or is_byline(rest, page):
                return True
    return False


def is_names(words: str) -> bool:
    """Whether a line is nothing but the names of people: "Kyle P. Mora and Rick Cruz"."""
    names = [name.strip() for name in BETWEEN_NAMES.split(words)]
    return len(words) <= LONGEST_NAMES and all(ONLY_NAME.match(name) for name in names if name)


def closing_credit(words: str, page: PageWords) -> int | None:
    """Where in a line a bracketed credit begins that closes it; None without one."""
    match = IN_BRACKETS.search(words)
    return match.start() if match and is_byline(match.group(), page) else None


def credits_in(text: str, byline: Passage, page: PageWords) -> list[Credit]:
    """The credits of a byline in its order; an outlet for which a reporter worked comes before the reporter."""
    if is_names(byline.of(text)):
        return list(_people(byline.of(text), byline.start, Role.WRITER))
    found: list[Credit] = []
    for start, end in _parts(byline.of(text), page):
        part = Passage(byline.start + start, byline.start + end)
        found.extend(_credits_of_part(text, part, page))
    return found


def outlet_in(text: str, named: list[Credit], page: PageWords) -> Known | None:
    """The outlet that a byline says the report was made for: RFA in "for RFA's Korean Service"."""
    for credit in named:
        if not page.desks.search(credit.name):
            continue
        owner = re.match(r"(?P<owner>.+?)['’]s\s", credit.name)
        end = credit.passage.start + owner.end("owner") if owner else credit.passage.end
        passage = Passage(credit.passage.start, end)
        return Known(passage.of(text), "the byline says for whom it was reported", passage)
    return None


def _parts(words: str, page: PageWords) -> Iterator[tuple[int, int]]:
    """A byline cut where one credit ends and the next begins."""
    starts = [match.start() for match in page.any_credit.finditer(words)] or [0]
    yield from pairwise([*starts, len(words)])


def _credits_of_part(text: str, part: Passage, page: PageWords) -> Iterator[Credit]:
    words = part.of(text)
    credit, names = _named(words, page)
    if credit is None or credit.role is None or names is None:
        return
    people_end = names.end
    made_for = page.made_for.search(words, names.start, names.end)
    if made_for and credit.role is Role.COLLECTOR and NAME.match(words, made_for.end()):
        people_end = made_for.start()
        outlet = words[made_for.end() : names.end].rstrip(" .,;)]")
        place = part.start + made_for.end()
        yield Credit(Role.COLLECTOR, outlet, Passage(place, place + len(outlet)))
    yield from _people(words[names.start : people_end], part.start + names.start, credit.role)


def _named(words: str, page: PageWords) -> tuple[CreditWords | None, Passage | None]:
    """Which credit a part of a byline gives, and where in it the names stand."""
    lead = len(words) - len(words.lstrip(" ()[]•*-–—_"))
    before = [(match.end(), credit) for credit in page.credits if (match := credit.before.match(words, lead))]
    if before:
        # "Written by" is a credit of its own, not "by" with a verb before it: the longest phrase names the part.
        end, credit = max(before, key=lambda pair: pair[0])
        return credit, Passage(_skip_space(words, end), len(words))
    for credit in page.credits:
        if after := credit.after.search(words):
            return credit, Passage(lead, after.start())
    return None, None


def _people(names: str, offset: int, role: Role) -> Iterator[Credit]:
    cuts = [(cut.start(), cut.end()) for cut in BETWEEN_NAMES.finditer(names)]
    start = 0
    for end, following in [*cuts, (len(names), len(names))]:
        if name := _person(names, start, end):
            yield Credit(role, name.of(names), Passage(offset + name.start, offset + name.end))
        # After a lone writer's comma stands the paper or the place: "By Jean Lee, Associated Press".
        if role is Role.WRITER and "and" not in names[end:]:
            return
        start = following


def _person(names: str, start: int, end: int) -> Passage | None:
    """A name between two cuts, without the paper before it ("Fox News' Eric Shawn") and the place after it."""
    part = names[start:end].rstrip(" .,;)]")
    owner = re.search(r"(?:['’]s|s['’])\s+(?=[A-ZÀ-Þ])", part)
    match = NAME.match(part, _skip_space(part, owner.end() if owner else 0))
    if match is None or re.match(r"\s+(?!in\b|at\b|from\b|for\b|of\b)[a-z]", part[match.end() :]):
        found = list(NAME.finditer(part))  # "White House correspondent Mary Salinas": the name stands last
        match = found[-1] if found and found[-1].end() == len(part) else None
    return Passage(start + match.start(), start + match.end()) if match else None


def _is_only_names(words: str, page: PageWords) -> bool:
    """Whether what follows "by" is names and further credits rather than a sentence ("By Tuesday the army had …")."""
    capitals = sum(word[:1].isupper() or not word[:1].isalpha() for word in words.split())
    count = len(words.split())
    credited = sum(1 for credit in page.credits for _ in credit.before.finditer(words))
    return count <= 12 + 8 * credited and capitals >= 0.5 * count


def _skip_space(words: str, start: int) -> int:
    while start < len(words) and words[start] in " \t\u00a0:":
        start += 1
    return start
