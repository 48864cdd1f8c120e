"""Attributions against hand-marked ones: by role, as a whole, by form, on reporting cues and on anonymous sources."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from attributed.model import Attribution, Passage
from attributed.scoring.intervals import Figure, Tally, figures_of
from attributed.scoring.lists import ScoringWords, read_scoring_words
from attributed.scoring.words import WORD, WordIndex, Words, at_least, overlap, pairs

ROLES = ("content", "source", "cue")
FORMS = ("direct", "indirect", "mixed")
REPORTING, ANONYMOUS, RIGHT_SOURCE = (
    "reporting cues full soft",
    "anonymous sources full soft",
    "source of right content",
)
RECALL_ONLY = frozenset({REPORTING, ANONYMOUS, RIGHT_SOURCE})

Row = Mapping[str, Any]  # {"text": …, "attributions": [{"source": [[start, end]], "cue": …, "content": …}]}


@dataclass(frozen=True, slots=True)
class AttributionScores:
    """Every measure by name, such as "full soft", "content exact", "direct full soft", "cue token"."""

    figures: Mapping[str, Figure]

    def __getitem__(self, name: str) -> Figure:
        return self.figures[name]

    def rows(self) -> list[tuple[str, float | None, float, float | None, int, int, float, float]]:
        """Name, precision, recall, F1, number in gold, number predicted, 95 % interval of F1 (else of recall)."""
        return [
            (name, f.precision, f.recall, f.f1, f.gold, f.predicted, *(f.f1_interval or f.recall_interval))
            for name, f in self.figures.items()
        ]


@dataclass(frozen=True, slots=True)
class Marked:
    """One attribution as sets of words."""

    source: Words
    cue: Words
    content: Words
    form: str
    reporting: bool
    anonymous: bool

    def role(self, name: str) -> Words:
        return {"source": self.source, "cue": self.cue, "content": self.content}[name]


def score_attributions(
    gold: Mapping[str, Row], predicted: Mapping[str, Row], *, iou: float = 0.5, language: str = "english"
) -> AttributionScores:
    """Scores over all articles of the gold, by id; an article without prediction counts as one without attributions.

    Exact: the same words. Soft: words overlap by `iou` (intersection over union). Full: content and source on one pair.
    """
    lists = read_scoring_words(language)
    articles = []
    for name in gold:
        text = gold[name]["text"]
        index = WordIndex(text)
        ours = predicted.get(name, {"attributions": []})
        articles.append(tallies(marked(gold[name], text, index, lists), marked(ours, text, index, lists), iou))
    return AttributionScores(figures_of(articles, recall_only=RECALL_ONLY))


def row_of(attributions: Iterable[Attribution]) -> Row:
    """Attributions as a row to be scored."""
    return {
        "attributions": [
            {"source": spans(found.source), "cue": spans(found.cue), "content": spans(found.content)}
            for found in attributions
        ]
    }


def spans(passages: Iterable[Passage]) -> list[tuple[int, int]]:
    """Passages as pairs of offsets."""
    return [(passage.start, passage.end) for passage in passages]


def marked(row: Row, text: str, index: WordIndex, lists: ScoringWords) -> list[Marked]:
    """The attributions of a row that hold any word at all."""
    found = []
    for one in row["attributions"]:
        source, cue, content = (index.at(one.get(role)) for role in ("source", "cue", "content"))
        if source or cue or content:
            said = {word.lower() for word in words_of(one.get("cue"), text)}
            found.append(
                Marked(
                    source,
                    cue,
                    content,
                    index.form(content),
                    reporting=not said.isdisjoint(lists.reporting),
                    anonymous=is_anonymous(words_of(one.get("source"), text), lists),
                )
            )
    return found


def words_of(passages: Iterable[Sequence[int]] | None, text: str) -> list[str]:
    """The words at some passages, as printed."""
    return [word for start, end in passages or () for word in WORD.findall(text[start:end])]


def is_anonymous(source: Sequence[str], lists: ScoringWords) -> bool:
    """Whether a source is named by a noun such as "official" alone; the first word may open a sentence."""
    named = any(word[0].isupper() for word in source[1:])
    return not named and any(word.lower() in lists.anonymous for word in source)


def tallies(gold: Sequence[Marked], ours: Sequence[Marked], iou: float) -> dict[str, Tally]:
    """All counts of one article."""
    found: dict[str, Tally] = {}
    for role in ROLES:
        count_role(found, role, gold, ours, iou)
    count_whole(found, [one for one in gold if one.content], [one for one in ours if one.content], iou)
    return found


def count_role(found: dict[str, Tally], role: str, gold: Sequence[Marked], ours: Sequence[Marked], iou: float) -> None:
    """Exact, soft and by words; a source that serves several attributions counts once."""
    theirs, mine = [one for one in gold if one.role(role)], [one for one in ours if one.role(role)]
    if role == "source":
        theirs, mine = (
            list({one.source: one for one in theirs}.values()),
            list({one.source: one for one in mine}.values()),
        )
    a, b = [one.role(role) for one in theirs], [one.role(role) for one in mine]
    for mode, least in (("exact", 1.0), ("soft", iou)):
        matched = pairs(a, b, at_least(least))
        found[f"{role} {mode}"] = Tally(len(matched), len(b), len(matched), len(a))
        if role == "content":
            by_form(found, f"content {mode}", theirs, mine, matched)
    all_a, all_b = frozenset[int]().union(*a), frozenset[int]().union(*b)
    shared = len(all_a & all_b)
    found[f"{role} token"] = Tally(shared, len(all_b), shared, len(all_a))


def by_form(
    found: dict[str, Tally],
    name: str,
    gold: Sequence[Marked],
    ours: Sequence[Marked],
    matched: Sequence[tuple[int, int]],
) -> None:
    """Recall by the form of the gold, precision by the form of the prediction."""
    for form in FORMS:
        found[f"{form} {name}"] = Tally(
            sum(ours[j].form == form for _, j in matched),
            sum(one.form == form for one in ours),
            sum(gold[i].form == form for i, _ in matched),
            sum(one.form == form for one in gold),
        )


def count_whole(found: dict[str, Tally], gold: Sequence[Marked], ours: Sequence[Marked], iou: float) -> None:
    """Content and source on one pair, in all and on the parts of the gold that matter most."""
    a, b = [one.content for one in gold], [one.content for one in ours]

    def same_source(i: int, j: int) -> bool:
        theirs, mine = gold[i].source, ours[j].source
        return overlap(theirs, mine) >= iou if theirs or mine else True

    soft = pairs(a, b, lambda alike, i, j: alike >= iou and same_source(i, j))
    exact = pairs(a, b, lambda alike, i, j: alike == 1 and gold[i].source == ours[j].source)
    found["full soft"] = Tally(len(soft), len(b), len(soft), len(a))
    found["full exact"] = Tally(len(exact), len(b), len(exact), len(a))
    by_form(found, "full soft", gold, ours, soft)
    hit = {i for i, _ in soft}
    for name, part in ((REPORTING, [one.reporting for one in gold]), (ANONYMOUS, [one.anonymous for one in gold])):
        found[name] = Tally(0, 0, sum(part[i] for i in hit), sum(part))
    content = pairs(a, b, at_least(iou))
    found[RIGHT_SOURCE] = Tally(0, 0, sum(same_source(i, j) for i, j in content), len(content))
