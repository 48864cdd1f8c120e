"""The two formats as nbconvert exporters, for the command line and JupyterLab's export menu."""

from pathlib import Path
from typing import Any

from nbconvert.exporters.exporter import Exporter

from attributed.publish.cells import notebook_document
from attributed.publish.document import Document
from attributed.publish.page import page_of
from attributed.publish.pdf import pdf_of


class BriefingExporter(Exporter):
    """An exporter that reads a notebook as a document; its kinds say how the document is written."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)  # type: ignore[no-untyped-call]

    def document(self, notebook: Any, resources: Any, **keywords: Any) -> tuple[Document, dict[str, Any]]:
        """The document in a notebook, and nbconvert's resources, which tell its name and folder."""
        notebook, resources = super().from_notebook_node(notebook, resources, **keywords)
        metadata = resources.get("metadata", {})
        folder = metadata.get("path")
        name = str(metadata.get("name", "Briefing"))
        return notebook_document(notebook, name=name, folder=Path(folder) if folder else None), resources


class PageExporter(BriefingExporter):
    """`jupyter nbconvert --to attributed-html`: a semantic page with contents, numbered claims and no code."""

    export_from_notebook = "Briefing (HTML)"
    output_mimetype = "text/html"

    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(  # type: ignore[override]  # nbconvert types the result as the notebook itself
        self, nb: Any, resources: Any | None = None, **keywords: Any
    ) -> tuple[str, dict[str, Any]]:
        document, resources = self.document(nb, resources, **keywords)
        return page_of(document), resources


class PdfExporter(BriefingExporter):
    """`jupyter nbconvert --to attributed-pdf`: contents, bookmarks, handling line and page numbers, links both ways."""

    export_from_notebook = "Briefing (PDF)"
    output_mimetype = "application/pdf"

    def _file_extension_default(self) -> str:
        return ".pdf"

    def from_notebook_node(  # type: ignore[override]  # nbconvert types the result as the notebook itself
        self, nb: Any, resources: Any | None = None, **keywords: Any
    ) -> tuple[bytes, dict[str, Any]]:
        document, resources = self.document(nb, resources, **keywords)
        return pdf_of(document), resources
