"""What a notebook cell displays: one tree, offered to JupyterLab, to the page, to the PDF and to a terminal."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from attributed.show.codec import MEDIA_TYPE, to_json
from attributed.show.filters import Filter, bar, tokens
from attributed.show.html import HtmlWriter, component_style
from attributed.show.text import write_text
from attributed.show.tree import Block, ids_in
from attributed.show.typst import TypstWriter


@dataclass(frozen=True)
class Shown:
    """A section of a briefing, ready for display; `targets` are the ids that the rest of the briefing offers.

    `filters` are alive in JupyterLab; page and PDF show all that there is.
    """

    blocks: tuple[Block, ...]
    targets: frozenset[str] = frozenset()
    filters: tuple[Filter, ...] = ()

    @cached_property
    def _targets(self) -> frozenset[str]:
        return self.targets | ids_in(self.blocks)

    def html(self) -> str:
        """For JupyterLab: with its style sheet, scoped to this display."""
        body = HtmlWriter(self._targets, tokens(self.filters)).blocks(self.blocks)
        return f'<div class="attributed lab"><style>{component_style()}</style>\n{bar(self.filters)}{body}\n</div>'

    def typst(self) -> str:
        """For the PDF: calls of the functions in parts.typ."""
        return TypstWriter(self._targets).blocks(self.blocks)

    def __str__(self) -> str:
        return write_text(self.blocks)

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> dict[str, Any]:
        bundle: dict[str, Any] = {
            "text/html": self.html(),
            "text/vnd.typst": self.typst(),
            "text/plain": str(self),
            MEDIA_TYPE: {"blocks": to_json(self.blocks)},
        }
        wanted = set(include or bundle) - set(exclude or ())
        return {media: data for media, data in bundle.items() if media in wanted}
