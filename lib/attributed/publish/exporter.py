"""What both exporters share: nbconvert hands over an executed notebook, and they make one document of it."""

from pathlib import Path
from typing import Any

from nbconvert.exporters.exporter import Exporter

from attributed.publish.cells import cell_blocks
from attributed.publish.cutting import cut
from attributed.publish.document import Document, document_of


class BriefingExporter(Exporter):
    """An exporter that reads a notebook as a document; its kinds say how the document is written."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)  # type: ignore[no-untyped-call]

    def document(self, notebook: Any, resources: Any, **keywords: Any) -> tuple[Document, dict[str, Any]]:
        """The document in a notebook, and nbconvert's resources, which tell its name and folder."""
        notebook, resources = super().from_notebook_node(notebook, resources, **keywords)
        metadata = resources.get("metadata", {})
        folder = metadata.get("path")
        blocks = cell_blocks(notebook, Path(folder) if folder else None)
        return cut(document_of(blocks, name=str(metadata.get("name", "Briefing")))), resources
