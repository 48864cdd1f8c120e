"""How our claims compare with hand-marked ones: the figures, then every miss and false alarm in its sentence."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from attributed.scoring import Cause, ClaimScores, Disagreement
from attributed.show.filters import Filter
from attributed.show.parts import empty, note
from attributed.show.shown import Shown
from attributed.show.tree import (
    Block,
    Card,
    Definitions,
    Heading,
    Inline,
    Manner,
    Marked,
    Paragraph,
    Style,
    Styled,
    Table,
    Text,
)

NOTES = {
    Cause.MISSED: "Marked by hand as somebody’s words; nothing of ours overlaps by half.",
    Cause.MISSED_OWN: "Marked by hand as the article’s own assertion; how these are cut is a matter of taste.",
    Cause.FALSE_ALARM: "Ours alone: we say that somebody makes this claim, and the marks do not.",
    Cause.FURNITURE: "Ours, from a caption, a byline, a comment form or a list of links. There must be none.",
    Cause.SAID: "We give the article’s own assertion to somebody.",
    Cause.SOURCE: "The claim is right; its source’s words are not.",
    Cause.CHAIN: "The claim is right; the hands that it came through are not.",
    Cause.ORIGIN: "The claim is right; who is said to know is not.",
    Cause.SOURCE_KIND: "The claim is right; what its source is is not.",
    Cause.TIME: "The claim is right; its date is not.",
    Cause.PLACES: "The claim is right; its places are not.",
    Cause.PEOPLE: "The claim is right; its people are not.",
}


def figures(scores: ClaimScores) -> Shown:
    """The figures in a table, and how many disagreements of each cause."""
    met = [(cause, of_cause(scores, cause)) for cause in Cause]
    causes = tuple((words(cause.value.capitalize()), words(str(len(found)))) for cause, found in met if found)
    rows = tuple((words(name[:1].upper() + name[1:]), words(printed(value))) for name, value in scores.rows())
    blocks: list[Block] = [Table((words("Figure"), words("Value")), rows, "Agreement with the marks", (1,))]
    if causes:
        blocks.append(Table((words("Cause"), words("Cases")), causes, "What disagrees", (1,)))
    return Shown(
        (*blocks, note("Shares are of 100; counts are counts. Two claims match where half of their words do."))
    )


def cases(scores: ClaimScores, texts: Mapping[str, str]) -> Shown:
    """Every disagreement in its sentence, by cause; the words at issue are marked."""
    blocks: list[Block] = []
    shown: dict[str, Disagreement] = {}
    for cause in Cause:
        found = of_cause(scores, cause)
        if found:
            title = f"{cause.value.capitalize()} ({len(found)})"
            blocks += [Heading(3, words(title)), Paragraph(words(NOTES[cause]), Manner.NOTE)]
        for one in found:
            name = f"case-{len(shown) + 1}"
            shown[name] = one
            blocks.append(Card(tuple(case(one, texts[one.article])), name))
    causes = Filter("Cause", {name: (one.cause.value.capitalize(),) for name, one in shown.items()})
    articles = Filter("Article", {name: (one.article,) for name, one in shown.items()})
    return Shown(tuple(blocks) or (empty("Nothing disagrees."),), filters=(causes, articles))


def of_cause(scores: ClaimScores, cause: Cause) -> list[Disagreement]:
    """The disagreements of one cause, by place."""
    found = (one for one in scores.disagreements if one.cause is cause)
    return sorted(found, key=lambda one: (one.article, one.passages))


def case(one: Disagreement, text: str) -> Iterator[Block]:
    """A sentence with its words marked, what the marks say of it, what we say."""
    yield Paragraph(sentence(one, text))
    entries = (("Marked by hand", one.gold), ("Found by us", one.predicted))
    yield Definitions(tuple((term, words(said or "nothing")) for term, said in entries))
    yield Paragraph((Styled(words(f"{one.article}, characters {one.sentence.start}–{one.sentence.end}"), Style.QUIET),))


def sentence(one: Disagreement, text: str) -> tuple[Inline, ...]:
    """The sentence with the claim's words marked."""
    whole = one.sentence
    edges = {
        edge for passage in one.passages for edge in (passage.start, passage.end) if whole.start < edge < whole.end
    }
    parts: list[Inline] = []
    for start, end in pairwise(sorted({whole.start, whole.end} | edges)):
        said = Text(text[start:end])
        inside = any(passage.start <= start < passage.end for passage in one.passages)
        parts.append(Marked((said,)) if inside else said)
    return tuple(parts)


def words(text: str) -> tuple[Inline, ...]:
    """A text as the content of a cell or a paragraph."""
    return (Text(text),)


def printed(value: float | None) -> str:
    """A share in per cent, a count as it is."""
    if value is None:
        return "–"
    return str(value) if isinstance(value, int) else f"{100 * value:.1f}"
