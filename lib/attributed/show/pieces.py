"""Small pieces of HTML that need no document around them: texts, pictures, the boxes and dots of a strip."""

import base64
import re
from html import escape

from attributed.show import aloud
from attributed.show.characters import runs
from attributed.show.tree import Chain, Figure, Hop

BITMAPS = ("image/png", "image/jpeg", "image/gif", "image/webp")


def clean(text: str) -> str:
    """A text as HTML shows it unchanged; characters that are never seen are shown by their code."""
    return "".join(
        f'<span class="unseen" title="{escape(run.name)}">{run.code}</span>' if run.code else escape(run.text)
        for run in runs(text)
    )


def picture(figure: Figure) -> str:
    """An image that carries its own data: in an <img>, SVG can neither run scripts nor fetch anything."""
    if figure.media == "image/svg+xml" and figure.is_inline and "'" not in figure.data:
        # As text an SVG takes a quarter less than in base64; of an address only these four must be spelt otherwise.
        data = figure.data.replace("%", "%25").replace("#", "%23").replace("&", "&amp;").replace('"', "'")
        return f'<img src="data:{figure.media},{data}" alt="{escape(figure.alt)}">'
    if figure.media == "image/svg+xml":
        data = base64.b64encode(figure.data.encode()).decode()
    elif figure.media in BITMAPS:
        data = re.sub(r"[^A-Za-z0-9+/=]", "", figure.data)
    else:
        return f"<p>{clean(figure.alt)}</p>"
    return f'<img src="data:{figure.media};base64,{data}" alt="{escape(figure.alt)}">'


def root_dots(strip: Chain) -> str:
    """A dot for each root; hollow where it may be one of the others."""
    if strip.roots is None:
        return ""
    few, many = strip.roots
    dots = '<i class="dot"></i>' * few + '<i class="dot hollow"></i>' * (many - few)
    return f'<span class="roots">{dots} {aloud.roots(strip)}</span>'


def hop_box(hop: Hop) -> str:
    """A box for somebody, plain words for something done on the way."""
    if hop.is_word:
        return f"<em>{clean(hop.label)}</em>"
    return f'<b class="{hop.voice}{"" if hop.is_named else " unnamed"}">{clean(hop.label)}</b>'
