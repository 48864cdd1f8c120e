"""An executed notebook as one HTML file that asks no address and needs no script to be read."""

import base64
import hashlib
import re
from html import escape
from importlib.resources import files

from attributed.publish.document import Document, texts_of
from attributed.publish.faces import font_faces
from attributed.show.facets import ID as FACETS
from attributed.show.html import HtmlWriter, component_style
from attributed.show.palette import css_variables
from attributed.show.tree import Title, ids_in, plain

LANGUAGE = "en"


def page_of(document: Document) -> str:
    """The whole page."""
    writer = HtmlWriter(ids_in(document.blocks))
    opening = writer.blocks(document.opening)
    sections = "\n".join(
        f'<section aria-labelledby="{section.id}">\n{writer.blocks((section.heading, *section.blocks))}\n</section>'
        for section in document.sections
    )
    contents = "".join(
        f'<li><a href="#{section.id}">{escape(plain(section.heading.parts))}</a></li>' for section in document.sections
    )
    navigation = f'<nav aria-label="Contents"><ol>{contents}</ol></nav>' if contents else ""
    handling = f"TLP:{escape(document.title.tlp)} · " if document.title.tlp else ""
    style = style_sheet(document)
    script = page_script(document)
    return f"""<!doctype html>
<html lang="{LANGUAGE}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">
<meta name="color-scheme" content="light dark">
<title>{escape(document.title.title)}</title>
<style>{style}</style>
</head>
<body class="attributed">
<a class="skip" href="#main">Skip to the briefing</a>
<div class="sheet">
<header>
{writer.title(document.title)}
</header>
{navigation}
<main id="main">
{opening}
{sections}
</main>
<footer class="colophon"><p>{handling}{escape(document.title.title)}</p></footer>
</div>
{f"<script>{script}</script>" if script else ""}
</body>
</html>
"""


def style_sheet(document: Document) -> str:
    """Fonts, what cells show, and the page around it."""
    page = files("attributed.publish").joinpath("page.css").read_text(encoding="utf-8")
    page = page.replace("/*dark*/", css_variables(dark=True))
    texts = [document.title.title, *document.title.facts, *texts_of(document.blocks)]
    return "\n".join([font_faces(texts), component_style(), page, paper(document.title)])


def paper(title: Title) -> str:
    """The margins of a printed page: handling line at the right (TLP 2.0), running title, page numbers."""
    label = f'content:"TLP:{title.tlp}";font:600 12pt "Source Sans Pro",sans-serif;color:#1b2430'
    handling = f"@top-right{{{label}}}@bottom-right{{{label}}}" if re.fullmatch("[A-Z+]+", title.tlp) else ""
    running = re.sub(r'[\\"<>\n]', " ", title.title)  # what could end the text or the style sheet
    number = 'content:"Page " counter(page) " of " counter(pages)'
    return f'@page{{@top-left{{content:"{running}"}}{handling}@bottom-left{{{number}}}}}'


def page_script(document: Document) -> str:
    """The script of the article view, where there is one; whatever it does, the page tells without it too."""
    if FACETS not in ids_in(document.blocks):
        return ""
    return files("attributed.publish").joinpath("page.js").read_text(encoding="utf-8")


def policy(style: str, script: str) -> str:
    """Nothing may be loaded or sent; this page's own style sheet and script are allowed by their hashes."""
    runs = f"script-src {_hash(script)}; " if script else ""
    allowed = f"{runs}style-src {_hash(style)}; img-src data:; font-src data:"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
