"""Bytes as received -> text that never changes afterwards."""

import codecs

from charset_normalizer import from_bytes

from attributed.errors import BadArticle
from attributed.model import Known

# A page of news has tabs and line breaks; any other control character is a sign of a binary file.
CONTROLS = frozenset(chr(code) for code in range(32)) - frozenset("\t\n\r\f\v\x1a")
MOST_CONTROLS = 0.002
USUAL = "cp1252"


def decode(data: bytes, name: str) -> tuple[str, Known]:
    """The text of a file and how it was decoded; raises BadArticle for an empty or binary file."""
    if not data.strip():
        raise BadArticle(f"{name}: the file is empty; expected the text of an article")
    text, encoding = _decoded(data, name)
    check_readable(text, name)
    return text, encoding


def check_readable(text: str, name: str) -> None:
    """Raise BadArticle where a text has no words or is not text at all."""
    if not any(character.isalnum() for character in text):
        raise BadArticle(f"{name}: there is no word in it; expected the text of an article")
    if "\x00" in text or sum(character in CONTROLS for character in text) > MOST_CONTROLS * len(text):
        raise BadArticle(f"{name}: this is a binary file, not text; expected plain text such as UTF-8")
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise BadArticle(f"{name}: the text holds half a character (a lone surrogate); expected whole Unicode text")


def _decoded(data: bytes, name: str) -> tuple[str, Known]:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _strict(data, encoding, name), Known(encoding, "byte order mark")
    if b"\x00" in data:
        raise BadArticle(f"{name}: this is a binary file, not text; expected plain text such as UTF-8")
    try:
        return data.decode("utf-8"), Known("utf-8", "every byte is valid UTF-8")
    except UnicodeDecodeError:
        return _detected(data, name)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise BadArticle(f"{name}, byte {error.start}: not {encoding}, as its first bytes promise") from error


def _detected(data: bytes, name: str) -> tuple[str, Known]:
    found = from_bytes(data)
    best = found.best()
    if best is None:
        raise BadArticle(f"{name}: no encoding fits these bytes; expected plain text such as UTF-8")
    # Single-byte encodings differ in a few letters only; of those that fit as well, news in English is mostly cp1252.
    usual = next((match for match in found if match.encoding == USUAL and match.chaos <= best.chaos), best)
    return data.decode(usual.encoding), Known(usual.encoding, "detected by charset-normalizer; not valid UTF-8")
