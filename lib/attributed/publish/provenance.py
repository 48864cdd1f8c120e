"""Where everything in a report comes from, as W3C PROV: article -> claim -> fact -> edition.

PROV-JSON (https://www.w3.org/submissions/prov-json/); a claim is a quotation of its article, attributed to its origin.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from attributed.briefing import Briefing
from attributed.model import Article, Claim, Fact, SourceKind
from attributed.publish.exports import passages_text

PREFIXES = {"att": "urn:attributed:", "sha256": "urn:sha256:", "dct": "http://purl.org/dc/terms/"}
EXTRACTION, GROUPING, DRAFTING, SOFTWARE = "att:extraction", "att:grouping", "att:drafting", "att:software"
QUOTED = {"prov:type": {"$": "prov:Quotation", "type": "prov:QUALIFIED_NAME"}}
Records = Mapping[str, Mapping[str, Any]]


def provenance_json(briefing: Briefing) -> bytes:
    """The provenance of one edition, as PROV-JSON."""
    edition = f"att:{briefing.request.name}-{briefing.edition}"
    claims, facts = briefing.claims, briefing.facts
    document = {
        "prefix": PREFIXES,
        "entity": {
            **{article_id(article.sha256): _article(article) for article in briefing.articles},
            **{f"att:{claim.id}": _claim(briefing, claim) for claim in claims},
            **{f"att:{fact.id}": _fact(briefing, fact) for fact in facts},
            edition: {"prov:type": "edition", "prov:label": f"{briefing.request.name}, {briefing.edition}"},
        },
        "activity": {EXTRACTION: _extraction(briefing), GROUPING: {}, DRAFTING: {}},
        "agent": {SOFTWARE: _software(briefing), **_origins(claims)},
        "wasDerivedFrom": _numbered(
            "d",
            [
                *(_derived(f"att:{claim.id}", article_id(claim.article)) | QUOTED for claim in claims),
                *(_derived(f"att:{fact.id}", f"att:{claim.id}") for fact in facts for claim in fact.claims),
                *(_derived(edition, f"att:{fact.id}") for fact in facts),
            ],
        ),
        "wasGeneratedBy": _numbered(
            "g",
            [
                *(_generated(f"att:{claim.id}", EXTRACTION) for claim in claims),
                *(_generated(f"att:{fact.id}", GROUPING) for fact in facts),
                _generated(edition, DRAFTING),
            ],
        ),
        "used": _numbered(
            "u",
            [{"prov:activity": EXTRACTION, "prov:entity": article_id(a.sha256)} for a in briefing.articles],
        ),
        "wasAssociatedWith": _numbered(
            "a", [{"prov:activity": step, "prov:agent": SOFTWARE} for step in (EXTRACTION, GROUPING, DRAFTING)]
        ),
        "wasAttributedTo": _numbered(
            "t", [{"prov:entity": f"att:{c.id}", "prov:agent": origin_id(c)} for c in claims if not _is_own(c)]
        ),
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def article_id(sha256: str) -> str:
    """An article is named by the hash of its bytes: an address may show other words tomorrow."""
    return f"sha256:{sha256}"


def origin_id(claim: Claim) -> str:
    """A claim's origin; roots are words, and may hold what no name of PROV can."""
    return f"att:origin-{hashlib.sha256(claim.origin.root.encode()).hexdigest()[:10]}"


def _is_own(claim: Claim) -> bool:
    return claim.source_kind is SourceKind.REPORTER


def _article(article: Article) -> dict[str, Any]:
    known = {"prov:label": article.id, "dct:publisher": article.outlet.value, "dct:issued": article.published.value}
    return {"prov:type": "article"} | {name: value for name, value in known.items() if value}


def _claim(briefing: Briefing, claim: Claim) -> dict[str, Any]:
    return {
        "prov:type": "claim",
        "prov:label": f"claim {briefing.number_of(claim)}",
        "prov:value": claim.text_in(briefing.article_of(claim)),
        "att:passages": passages_text(claim.content),
    }


def _fact(briefing: Briefing, fact: Fact) -> dict[str, Any]:
    numbers = sorted(briefing.number_of(claim) for claim in fact.claims)
    few, many = fact.independent_roots
    return {
        "prov:type": "fact",
        "prov:label": f"{fact.event or 'statement'}: claims {', '.join(map(str, numbers))}",
        "att:independentRoots": str(few) if few == many else f"{few}-{many}",
        "att:grade": f"{fact.grade.source}{fact.grade.information}",
    }


def _extraction(briefing: Briefing) -> dict[str, Any]:
    return {f"att:{name}": value for name, value in briefing.making.fingerprints.items()}


def _software(briefing: Briefing) -> dict[str, Any]:
    versions = ", ".join(f"{name} {version}" for name, version in briefing.making.versions.items())
    return {"prov:type": {"$": "prov:SoftwareAgent", "type": "prov:QUALIFIED_NAME"}, "prov:label": versions}


def _origins(claims: Iterable[Claim]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for claim in claims:
        if not _is_own(claim):
            known = {"prov:label": claim.origin.name, "att:kind": str(claim.origin.kind)}
            found.setdefault(origin_id(claim), {name: value for name, value in known.items() if value})
    return found


def _derived(new: str, old: str) -> dict[str, Any]:
    return {"prov:generatedEntity": new, "prov:usedEntity": old}


def _generated(entity: str, activity: str) -> dict[str, Any]:
    return {"prov:entity": entity, "prov:activity": activity}


def _numbered(letter: str, relations: Iterable[Mapping[str, Any]]) -> Records:
    return {f"_:{letter}{number}": relation for number, relation in enumerate(relations, 1)}
