"""A notes file in Markdown -> Notes; names the file and line of anything that is not in order.

---
yardstick: ICD 203
---
## Judgements
### What we hold
[reported] The port is said to be shut. [@c0123456789]
[judged] It is likely that it stays shut. [@c0123456789]
## Alternatives
- H1: The strike goes on.
| Claim | H1 | H2 |
## Indicators to watch
- H1: Ships turn back.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from attributed.errors import BadNotes
from attributed.notes.parts import Alternatives, Evidence, Indicator, Judgement, Kind, Notes, Rating, Sentence
from attributed.notes.yardsticks import read_yardsticks

DEFAULT = "ICD 203"
CITATION = re.compile(r"\s*\[@([\w-]+)\]")
MARK = re.compile(r"\[(reported|assumed|judged)\]\s*")
ITEM = re.compile(r"[-*]\s+(.*)")
HYPOTHESIS = re.compile(r"(H\d+):\s+(.+)")
# A sentence ends before a capital letter; a short abbreviation (Dec., Mt.) ends none.
BREAK = re.compile(r"(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\b[A-Z])[.!?][”’\")]*\s+(?=[“‘\"(]?[A-Z])")
SECTIONS = ("Judgements", "Alternatives", "Indicators to watch")
KEYS = ("yardstick", "by")


@dataclass
class _Draft:
    """What was read so far, and what was wrong with it."""

    name: str
    faults: list[tuple[int, str]] = field(default_factory=list)
    front: dict[str, str] = field(default_factory=dict)
    section: str = ""
    judgements: list[tuple[str, int, list[Sentence]]] = field(default_factory=list)
    hypotheses: dict[str, str] = field(default_factory=dict)
    columns: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    alternatives_line: int = 0

    def fault(self, line: int, what: str) -> None:
        self.faults.append((line, what))


def read_notes(path: Path) -> Notes:
    """The notes in a file; BadNotes names every line that is not in order."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadNotes(f"{path}: {error}; expected notes in Markdown, UTF-8") from error
    return notes_from_text(text, name=path.name)


def notes_from_text(text: str, *, name: str) -> Notes:
    """The notes in a text."""
    draft = _Draft(name)
    readers: dict[str, Callable[[_Draft, int, str], None]] = {
        "Judgements": _judgement,
        "Alternatives": _alternative,
        "Indicators to watch": _indicator,
    }
    for line, words in paragraphs(text, draft):
        if words.startswith("## "):
            draft.section = words[3:].strip()
            draft.alternatives_line = line if draft.section == "Alternatives" else draft.alternatives_line
            if draft.section not in SECTIONS:
                draft.fault(line, f"section {draft.section!r}; expected one of {', '.join(SECTIONS)}")
        elif draft.section in readers:
            readers[draft.section](draft, line, words)
        elif not words.startswith("# ") and not draft.section:
            draft.fault(line, "words before the first section; expected ## Judgements")
    _check_front(draft)
    _check_matrix(draft)
    if draft.faults:
        raise BadNotes("\n".join(f"{name}, line {line}: {what}" for line, what in sorted(draft.faults)))
    return Notes(
        name=name,
        yardstick=draft.front.get("yardstick", DEFAULT),
        judgements=tuple(Judgement(title, tuple(said), line) for title, line, said in draft.judgements),
        alternatives=Alternatives(draft.hypotheses, tuple(draft.evidence), draft.alternatives_line)
        if draft.hypotheses
        else None,
        indicators=tuple(draft.indicators),
        by=draft.front.get("by"),
    )


def paragraphs(text: str, draft: _Draft) -> Iterator[tuple[int, str]]:
    """Headings, list items, table rows, and runs of lines as one paragraph, each with its first line's number."""
    lines = text.splitlines()
    start = _front(lines, draft)
    open_line, words = 0, ""
    for number, line in enumerate(lines[start:], start + 1):
        stripped = line.strip()
        begins = bool(re.match(r"#+ |\||[-*]\s|\[(?:reported|assumed|judged)\]", stripped))
        if words and (begins or not stripped):
            yield open_line, words
            words = ""
        if stripped:
            open_line, words = (open_line, f"{words} {stripped}") if words else (number, stripped)
    if words:
        yield open_line, words


def _front(lines: list[str], draft: _Draft) -> int:
    """Read `key: value` lines between two rules at the top; gives where the notes begin."""
    if not lines or lines[0].strip() != "---":
        return 0
    for number, line in enumerate(lines[1:], 2):
        if line.strip() == "---":
            return number
        key, colon, value = line.partition(":")
        if key.strip() not in KEYS or not colon:
            draft.fault(number, f"{line.strip()!r}; expected one of {', '.join(f'{key}: …' for key in KEYS)}")
        draft.front[key.strip()] = value.strip()
    draft.fault(1, "the front matter is not closed by a line ---")
    return len(lines)


def _judgement(draft: _Draft, line: int, words: str) -> None:
    if words.startswith("### "):
        draft.judgements.append((words[4:].strip(), line, []))
        return
    marks = list(MARK.finditer(words))
    if not marks or marks[0].start() > 0:
        draft.fault(
            line, f"a sentence without its type: {words[:50]!r}; begin it with [reported], [assumed] or [judged]"
        )
        return
    if not draft.judgements:
        draft.judgements.append(("", line, []))
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        said = words[mark.end() : after.start() if after else len(words)]
        sentence = Sentence(Kind(mark[1]), without_citations(said), citations(said), line)
        if BREAK.search(sentence.text):
            draft.fault(line, f"two sentences of one type: {sentence.text[:50]!r}; give each sentence its own type")
        draft.judgements[-1][2].append(sentence)


def _alternative(draft: _Draft, line: int, words: str) -> None:
    if item := ITEM.fullmatch(words):
        if found := HYPOTHESIS.fullmatch(item[1]):
            draft.hypotheses[found[1]] = found[2].strip()
        else:
            draft.fault(line, f"{item[1][:50]!r}; expected a hypothesis such as - H1: …")
    elif words.startswith("|"):
        _row(draft, line, [cell.strip() for cell in words.strip("|").split("|")])
    else:
        draft.fault(line, f"{words[:50]!r}; expected hypotheses (- H1: …) or rows of a table (| [@claim] | C | I |)")


def _row(draft: _Draft, line: int, cells: list[str]) -> None:
    if not draft.columns:
        draft.columns = cells[1:]
        return
    if all(re.fullmatch(r":?-+:?", cell) for cell in cells):
        return
    cited = citations(cells[0])
    if len(cited) != 1:
        draft.fault(line, f"{cells[0]!r}; expected one claim, as [@claim-id]")
    ratings = {}
    for hypothesis, cell in zip(draft.columns, cells[1:], strict=False):
        if cell in set(Rating):
            ratings[hypothesis] = Rating(cell)
        else:
            draft.fault(line, f"{hypothesis} is rated {cell!r}; expected one of {', '.join(Rating)}")
    if len(cells) != len(draft.columns) + 1:
        draft.fault(line, f"{len(cells) - 1} ratings for {len(draft.columns)} hypotheses")
    draft.evidence.append(Evidence(cited[0] if cited else "", ratings, line))


def _indicator(draft: _Draft, line: int, words: str) -> None:
    item = ITEM.fullmatch(words)
    if item is None:
        draft.fault(line, f"{words[:50]!r}; expected an indicator such as - H1: …, or - …")
        return
    found = HYPOTHESIS.fullmatch(item[1])
    text = without_citations(found[2] if found else item[1])
    draft.indicators.append(Indicator(text, found[1] if found else None, citations(item[1]), line))


def _check_front(draft: _Draft) -> None:
    known, _ = read_yardsticks()
    chosen = draft.front.get("yardstick", DEFAULT)
    if chosen not in known:
        draft.fault(2, f"yardstick is {chosen!r}; expected one of {', '.join(known)}")


def _check_matrix(draft: _Draft) -> None:
    line = draft.alternatives_line
    if draft.hypotheses and draft.columns != list(draft.hypotheses):
        told = ", ".join(draft.columns) or "none"
        draft.fault(line, f"the table's hypotheses are {told}; expected {', '.join(draft.hypotheses)}")
    for indicator in draft.indicators:
        if indicator.hypothesis and indicator.hypothesis not in draft.hypotheses:
            draft.fault(indicator.line, f"{indicator.hypothesis} is no hypothesis of the section Alternatives")


def citations(words: str) -> tuple[str, ...]:
    """The claim ids that some words cite, each once."""
    return tuple(dict.fromkeys(CITATION.findall(words)))


def without_citations(words: str) -> str:
    """The words alone."""
    return CITATION.sub("", words).strip()
