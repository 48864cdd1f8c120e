"""An executed notebook becomes a page, a PDF and a report folder that can be verified.

Each name is imported when it is first asked for: checking a report needs neither nbconvert nor Typst.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from attributed.publish.exporter import PageExporter, PdfExporter
    from attributed.publish.report import complete_report
    from attributed.publish.verify import verify_report

HOMES = {
    "PageExporter": "exporter",
    "PdfExporter": "exporter",
    "complete_report": "report",
    "verify_report": "verify",
}

__all__ = ["PageExporter", "PdfExporter", "complete_report", "verify_report"]


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module 'attributed.publish' has no attribute {name!r}")
    return getattr(import_module(f"attributed.publish.{HOMES[name]}"), name)
