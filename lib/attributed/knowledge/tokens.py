"""Words of a text or a name, as matching sees them."""

import re

from attributed.knowledge.romanisation import plain

# An apostrophe inside a word belongs to it: "Ch'ŏl", "P'yŏngyang", "Kim's".
WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W\d_]+)*")
# A name may begin with a capital, a digit or a letter of a script without case.
FIRST = re.compile(r"(?<![^\W_])(?:[A-ZÀ-ÞĀ-Ž\d가-힣一-鿿]|[a-z](?=[A-Z]))[^\W_]*(?:['’ʼ][^\W\d_]+)*")
# Between two words of one name stand a space, a hyphen, a full stop after a short form ("Mt. Paektu") or an apostrophe
# after a plural ("Workers' Party"); a line may break there.
GAP = re.compile(r"(?:[.'’]?[ \t\u00a0\u2009\u202f]{1,2}|[-‐‑–]|\.|[ \t]*\r?\n[ \t]*)(?=[^\W_])")


def words_of(name: str) -> tuple[str, ...]:
    """The plain words of a name."""
    return tuple(plain(match.group()) for match in WORD.finditer(name))
