"""Fonts for the page: only the letters it prints, inside the file, so that it asks no address."""

import base64
import io
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset as tool  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from attributed.show.fonts import KOREAN, SANS, SERIF, characters_of, font_files

ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("–—‘’“”…·→×[]")
# Layout tables take most of the time of cutting (0.7 s of 0.8 s a font), for kerning that few see on a screen.
UNWANTED = ["GSUB", "GPOS", "GDEF", "TSI0", "TSI1", "TSI2", "TSI3", "TSI5"]
FACES = (  # family, face, weight, style
    ("Source Serif Pro", SERIF["regular"], 400, "normal"),
    ("Source Serif Pro", SERIF["italic"], 400, "italic"),
    ("Source Serif Pro", SERIF["semibold"], 600, "normal"),
    ("Source Sans Pro", SANS["regular"], 400, "normal"),
    ("Source Sans Pro", SANS["semibold"], 600, "normal"),
    ("NanumGothic", KOREAN["regular"], 400, "normal"),
)


def font_faces(texts: Iterable[str]) -> str:
    """@font-face rules with the letters of some texts; a font that none of them needs is left out."""
    letters = ALWAYS.union(*texts)
    rules = []
    for family, name, weight, style in FACES:
        wanted = {ord(letter) for letter in letters} & characters_of(name)
        if family == "NanumGothic":  # Latin letters come from the fonts before it
            wanted -= characters_of(SANS["regular"])
        if wanted:
            data = base64.b64encode(subset(font_files()[name], wanted)).decode()
            rules.append(
                f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{style};'
                f'src:url(data:font/woff;base64,{data}) format("woff")}}'
            )
    return "\n".join(rules)


def subset(path: Path, code_points: set[int]) -> bytes:
    """A font with some letters alone, as WOFF; the same bytes each time."""
    options = tool.Options()
    options.drop_tables += UNWANTED
    options.hinting = False
    options.notdef_outline = True
    options.recalc_timestamp = False
    font = TTFont(path, recalcTimestamp=False, lazy=True)
    cutter = tool.Subsetter(options)
    cutter.populate(unicodes=sorted(code_points))
    cutter.subset(font)
    font.flavor = "woff"
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=False)
    return buffer.getvalue()
