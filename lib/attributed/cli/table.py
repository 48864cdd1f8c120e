"""An article's claims as a table to read in a terminal."""

import sys

from rich.console import Console
from rich.table import Table
from rich.text import Text

from attributed.model import Claim, Extraction, Known

WIDE = 160  # columns where stdout is no terminal


def show_extraction(extraction: Extraction) -> None:
    """Print what is known of the article and its claims, one a row."""
    article = extraction.article
    console = Console(width=None if sys.stdout.isatty() else WIDE, highlight=False)
    console.print(Text(article.id, style="bold"))
    console.print(Text(f"outlet {_known(article.outlet)}; published {_known(article.published)}"))
    table = Table("", "who", "words", "how", "when", "event", show_lines=True)
    for number, claim in enumerate(extraction.claims, 1):
        how = f"{claim.form}, {claim.hedge}, {claim.polarity}"
        cells = (str(number), _who(claim), claim.text_in(article), how, claim.time.value or "", claim.event or "")
        table.add_row(*map(Text, cells))
    console.print(table)


def _who(claim: Claim) -> str:
    chain = " → ".join(link.name or f"not named ({link.role})" for link in claim.chain)
    return f"{chain} ({claim.source_kind or 'kind unknown'})"


def _known(known: Known) -> str:
    return f"{known.value} ({known.basis})" if known.value else "unknown"
