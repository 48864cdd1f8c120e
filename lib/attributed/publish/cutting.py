"""A long document made usable: our own displays are cut as they are shown, here the rest, as an analyst’s tables."""

from dataclasses import replace

from attributed.publish.document import Document
from attributed.show.cutting import cut_blocks


def cut(document: Document) -> Document:
    """The document with long sections folded and very long ones cut, each saying so; a short one as it is."""
    sections = (replace(section, blocks=tuple(cut_blocks(section.blocks))) for section in document.sections)
    return replace(document, sections=tuple(sections))
