"""Formulas as an analyst writes them in TeX: drawn by matplotlib's own typesetter, with their source as words."""

import io
import re
from typing import Any

from attributed.show.charts import INK
from attributed.show.svg import svg_of
from attributed.show.tree import Block, Figure, Inline, Preformatted, Style, Styled, Text

STYLE: dict[Any, Any] = {
    "svg.hashsalt": "formula",
    "svg.fonttype": "path",
    "mathtext.fontset": "stix",
    "text.color": INK,
}
PLAIN = re.compile(r"[\w\s+\-−=<>≤≥≈×·±().,:/%|]*")


def formula(source: str) -> Block:
    """A formula that stands alone; what matplotlib cannot set stays as it was written."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure as Drawing

    words = source.strip().strip("$").replace(r"\displaystyle", "").strip()  # it stands on a line of its own anyway
    buffer = io.StringIO()
    try:
        # mathtext knows most of TeX's formulas and none of its text commands.
        with rc_context(STYLE):
            drawing = Drawing(figsize=(0.1, 0.1))
            drawing.text(0, 0, f"${' '.join(words.split())}$", fontsize=14)
            metadata = {"Date": None, "Creator": None}
            drawing.savefig(buffer, format="svg", bbox_inches="tight", transparent=True, metadata=metadata)
    except ValueError:
        return Preformatted(words)
    return Figure(media="image/svg+xml", data=svg_of(buffer), alt=f"Formula: {words}", is_inline=True)


def inline_formula(source: str) -> Inline:
    """A formula among words: slanted where it is only letters, numbers and signs, else as it was written."""
    return Styled((Text(source),), Style.EMPHASIS if PLAIN.fullmatch(source) else Style.CODE)
