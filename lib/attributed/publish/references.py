"""The articles for reference managers, as CSL-JSON and BibTeX: what is known of each, and nothing else."""

import json
import re
from collections.abc import Mapping
from typing import Any

from attributed.briefing import Briefing
from attributed.model import Article, Role
from attributed.show.dates import date_words

DAY = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-([0-3]\d))?(~?)")
AUTHORS = (Role.COLLECTOR, Role.WRITER)
SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {
    mark: f"\\{mark}" for mark in "{}&%$#_"
}


def sources_csl(briefing: Briefing) -> bytes:
    """An item of CSL-JSON for each article (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html)."""
    items = [csl_item(number, article) for number, article in enumerate(briefing.articles, 1)]
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode()


def csl_item(number: int, article: Article) -> dict[str, Any]:
    """What is known of an article; names stay whole, since nothing tells which part is the family's."""
    fields = {
        "title": title_of(article),
        "container-title": article.outlet.value,
        "issued": issued(article.published.value),
        "author": [{"literal": name} for name in names(article, *AUTHORS)],
        "translator": [{"literal": name} for name in names(article, Role.TRANSLATOR)],
        "URL": article.url,
        "note": f"sha256 {article.sha256}",
    }
    kind = "article-newspaper" if article.outlet.value else "webpage" if article.url else "document"
    known = {name: value for name, value in fields.items() if value}
    return {"id": key_of(article), "type": kind, "citation-number": str(number)} | known


def sources_bib(briefing: Briefing) -> bytes:
    """An entry of BibTeX for each article, in UTF-8."""
    return "\n".join(bib_entry(article) for article in briefing.articles).encode()


def bib_entry(article: Article) -> str:
    """What is known of an article."""
    match = DAY.fullmatch(article.published.value or "")
    year, month, day, about = match.groups() if match else (None, None, None, None)
    date = None if about else "-".join(part for part in (year, month, day) if part)
    fields: Mapping[str, str | None] = {
        "title": title_of(article),
        "author": " and ".join(f"{{{escaped(name)}}}" for name in names(article, *AUTHORS)),
        "translator": " and ".join(f"{{{escaped(name)}}}" for name in names(article, Role.TRANSLATOR)),
        "journal": article.outlet.value,
        "date": date,
        "year": None if about else year,
        "url": article.url,
        "note": f"sha256 {article.sha256}",
    }
    lines = [
        f"  {name} = {{{value if name in ('author', 'translator', 'url') else escaped(value)}}},"
        for name, value in fields.items()
        if value
    ]
    kind = "article" if article.outlet.value else "misc"
    return "\n".join([f"@{kind}{{{key_of(article)},", *lines, "}", ""])


def key_of(article: Article) -> str:
    """A key that stays the same in every edition that has the article."""
    return f"attributed-{article.sha256[:12]}"


def title_of(article: Article) -> str | None:
    """The article's title line, if it has one."""
    return " ".join(article.title.of(article.text).split()) if article.title else None


def names(article: Article, *roles: Role) -> list[str]:
    """The people whom the byline names for a part of the work, each once."""
    return list(dict.fromkeys(credit.name for credit in article.credits if credit.role in roles))


def issued(edtf: str | None) -> dict[str, Any] | None:
    """A date for CSL: its parts where they are sure, else our words for it."""
    if edtf is None:
        return None
    match = DAY.fullmatch(edtf)
    if match is None:
        return {"literal": date_words(edtf)}
    parts = [int(part) for part in match.groups()[:3] if part]
    return {"date-parts": [parts]} | ({"circa": True} if match[4] else {})


def escaped(value: str) -> str:
    """A text that BibTeX prints as it is."""
    return "".join(SPECIAL.get(character, character) for character in value)
