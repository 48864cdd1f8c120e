"""An executed notebook becomes a page, a PDF and a report folder that can be verified."""

from attributed.publish.page import PageExporter
from attributed.publish.pdf import PdfExporter

__all__ = ["PageExporter", "PdfExporter"]
