"""A file -> an Article: its text as received, its zones, and what is known of outlet, date and authors."""

import hashlib
from pathlib import Path

from attributed.errors import BadArticle
from attributed.model import Article, Credit, Known, Role, ZoneKind
from attributed.reading.bylines import credits_in, outlet_in
from attributed.reading.decoding import check_readable, decode
from attributed.reading.page import PageWords
from attributed.reading.publication import outlet_of, published_of, wire_credit
from attributed.reading.zones import zones_of


def read_article(
    path: Path | str,
    page: PageWords,
    *,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
) -> Article:
    """The article in a text file; raises BadArticle where the file cannot be read as one."""
    path = Path(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadArticle(f"{path}: {error.strerror or error}; expected a text file that can be read") from error
    text, encoding = decode(data, path.name)
    sha256 = hashlib.sha256(data).hexdigest()
    return _article(path.name, sha256, text, encoding, page, title=None, outlet=outlet, published=published, url=url)


def article_from_text(
    article_id: str,
    text: str,
    page: PageWords,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
) -> Article:
    """The article in a text that somebody hands over, with what they know of it; raises BadArticle."""
    check_readable(text, article_id)
    sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    encoding = Known("utf-8", "handed over as text")
    return _article(article_id, sha256, text, encoding, page, title=title, outlet=outlet, published=published, url=url)


def _article(
    article_id: str,
    sha256: str,
    text: str,
    encoding: Known,
    page: PageWords,
    *,
    title: str | None,
    outlet: str | None,
    published: str | None,
    url: str | None,
) -> Article:
    zones = zones_of(text, page, title=title)
    named = [
        credit for zone in zones if zone.kind is ZoneKind.BYLINE for credit in credits_in(text, zone.passage, page)
    ]
    publisher = outlet_of(text, zones, page, given=outlet, byline=outlet_in(text, named, page), url=url)
    wire = wire_credit(text, zones, page)
    if wire and wire.value and wire.passage and wire.value != publisher.value:
        named.append(Credit(Role.COLLECTOR, wire.value, wire.passage))
    day = published_of(text, zones, page, given=published, url=url)
    return Article(article_id, sha256, text, encoding, zones, day, publisher, tuple(named), url)
