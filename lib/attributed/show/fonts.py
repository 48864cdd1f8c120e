"""The fonts, from packages (under the Open Font Licence, or free): nothing depends on a reader's system."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

SERIF = {
    "regular": "SourceSerifPro-Regular.ttf",
    "italic": "SourceSerifPro-It.ttf",
    "semibold": "SourceSerifPro-Semibold.ttf",
    "semibold italic": "SourceSerifPro-SemiboldIt.ttf",
}
SANS = {
    "regular": "SourceSansPro-Regular.ttf",
    "italic": "SourceSansPro-It.ttf",
    "semibold": "SourceSansPro-Semibold.ttf",
    "semibold italic": "SourceSansPro-SemiboldIt.ttf",
}
KOREAN = {"regular": "NanumGothic.ttf", "semibold": "NanumGothicBold.ttf"}
REST = {"regular": "DejaVuSans.ttf", "mono": "DejaVuSansMono.ttf"}  # Greek, Cyrillic, Arabic, signs
FOLDERS = (
    ("font_source_serif_pro", "files", SERIF),
    ("font_source_sans_pro", "files", SANS),
    ("koreanize_matplotlib", "fonts", KOREAN),
    ("matplotlib", "mpl-data/fonts/ttf", REST),
)


@cache
def font_files() -> dict[str, Path]:
    """Every font file that the briefing is set in, by its file name."""
    return {
        name: package_folder(package) / folder / name for package, folder, faces in FOLDERS for name in faces.values()
    }


def package_folder(package: str) -> Path:
    """Where a package lies, without importing it: its fonts are all that is wanted."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"{package} is not installed: it brings fonts that briefings are set in")
    return Path(spec.origin).parent


@cache
def characters_of(name: str) -> frozenset[int]:
    """The code points that a font can print."""
    # matplotlib reads them faster, but importing it takes longer than reading all of them.
    return frozenset(TTFont(font_files()[name], lazy=True)["cmap"].getBestCmap())


def can_print(character: str) -> bool:
    """Whether any of the fonts has this character."""
    return any(ord(character) in characters_of(name) for name in font_files())
