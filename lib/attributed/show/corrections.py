"""What a user put right in the subject's lists, and who says so."""

from attributed.briefing import Briefing
from attributed.show.dates import date_words
from attributed.show.parts import empty, shown
from attributed.show.shown import Shown
from attributed.show.tree import Inline, Table, Text
from attributed.show.wording import listed

WORDS = {"merge": "is the same as", "split": "is here", "reject": "is none of these", "rename": "is called"}


def corrections(briefing: Briefing) -> Shown:
    """Every correction that was applied, with its reason; a sentence where there is none."""
    if not briefing.corrections:
        return shown(briefing, empty("Nobody put right what the program read."))
    header = tuple((Text(word),) for word in ("What was put right", "Where", "Why", "By whom, when"))
    rows: list[tuple[tuple[Inline, ...], ...]] = []
    for made in briefing.corrections:
        where = [*made.articles, *([f"articles of {date_words(made.published)}"] if made.published else [])]
        act = f"{made.name} ({made.kind}) {WORDS.get(made.act, made.act)} {made.to or ''}".strip()
        rows.append(
            (
                (Text(act),),
                (Text(listed(where) or "everywhere"),),
                (Text(made.reason),),
                (Text(f"{made.by}, {date_words(made.on)}"),),
            )
        )
    return shown(briefing, Table(header, tuple(rows), caption="Corrections applied"))
