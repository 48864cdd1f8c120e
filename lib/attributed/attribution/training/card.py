"""The model card: what the weights were trained on, how well they do, how to make them again."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from attributed.attribution.weights import NAME
from attributed.paths import MODELS

NOTES = f"{NAME}-notes.md"  # written by hand: known misses, what was tried

# Name, precision, recall, F1, gold, predicted, lower and upper end of the interval.
Figures = Sequence[tuple[str, float | None, float, float | None, int, int, float, float]]


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """What the weights were made from and what came out."""

    articles: int
    words: int
    attributions: int
    lemmas: int
    unmarked: int  # texts without marks that word vectors were learned from too
    vectors: int
    size: int  # bytes of both files
    fingerprint: str
    pipeline: str


def write_card(report: TrainingReport, folder: Path, *, figures: Figures = (), dev_articles: int = 0) -> Path:
    """Write the card beside the weights, with figures on articles that were not trained on, where there are any."""
    path = folder / f"{NAME}.md"
    notes = MODELS / NOTES
    parts = [
        made_of(report),
        scores(figures, dev_articles),
        notes.read_text(encoding="utf-8") if notes.exists() else "",
    ]
    path.write_text("\n".join(part.rstrip() + "\n" for part in parts if part), encoding="utf-8")
    return path


def made_of(report: TrainingReport) -> str:
    """The first chapter."""
    return f"""# Attribution weights

Three small networks and a judge of boosted trees that find sources, cues and contents in English news. Written by
`attributed train`; do not edit.

| | |
|---|---|
| trained on | {report.articles:,} articles, {report.words:,} words, {report.attributions:,} marked attributions |
| lemmas of known cues | {report.lemmas:,} |
| word vectors | {report.vectors:,}, from these articles and {report.unmarked:,} without marks |
| size | {report.size / 1e6:.1f} MB, bytes and half precision, no pickle |
| fingerprint | `{report.fingerprint}` |
| pipeline | {report.pipeline} |
| made by | `attributed train ANNOTATIONS --dev DEV --texts TEXTS --out FOLDER` |
"""


def scores(figures: Figures, articles: int) -> str:
    """The second chapter: a table with 95 % intervals, articles drawn anew."""
    if not figures:
        return ""
    rows = [
        f"| {name} | {' | '.join(map(percent, shares))} | {percent(low)}–{percent(high)} | {gold} |"
        for name, *shares, gold, _, low, high in figures
    ]
    head = f"## On {articles} articles that were not trained on" if articles else "## On articles not trained on"
    table = "| | precision | recall | F1 | 95 % of F1 (else recall) | marked |\n|---|---|---|---|---|---|"
    return "\n".join([head, "", table, *rows, ""])


def percent(share: float | None) -> str:
    """A share of 1 as a number of hundredths."""
    return "" if share is None else f"{100 * share:.1f}"
