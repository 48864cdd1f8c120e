"""Claims as schema.org Claim for programs that read the page. Never a ClaimReview: no person gave a verdict."""

import json
import re
from typing import Any

from attributed.briefing import Briefing
from attributed.model import Article, Claim, SourceKind
from attributed.show.tree import Data

JSON_LD = "application/ld+json"
DAY = re.compile(r"\d{4}(-\d\d){0,2}")
MOST = 300  # claims in the page; annotations.jsonld has all
TYPES = {
    SourceKind.NAMED_OFFICIAL: "Person",
    SourceKind.NAMED_EXPERT: "Person",
    SourceKind.STATE_MEDIA: "Organization",
    SourceKind.OFFICIAL_BODY: "Organization",
    SourceKind.OTHER_OUTLET: "Organization",
}


def linked_claims(briefing: Briefing) -> Data:
    """The articles and the first claims, those of the takeaways before the others."""
    told = dict.fromkeys(claim for fact in briefing.takeaways for claim in fact.claims)
    claims = list(dict.fromkeys([*told, *briefing.claims]))[:MOST]
    quoted = {claim.article for claim in claims}
    articles = [_article(briefing, article) for article in briefing.articles if article.sha256 in quoted]
    graph = [*articles, *(_claim(briefing, claim) for claim in sorted(claims, key=briefing.number_of))]
    document = {"@context": "https://schema.org", "@graph": graph}
    return Data(JSON_LD, json.dumps(document, ensure_ascii=False, separators=(",", ":")))


def _article(briefing: Briefing, article: Article) -> dict[str, Any]:
    outlet, published = article.outlet.value, article.published.value or ""
    known = {
        "headline": " ".join(article.title.of(article.text).split()) if article.title else None,
        "publisher": {"@type": "Organization", "name": outlet} if outlet else None,
        "datePublished": published if DAY.fullmatch(published) else None,
        "url": article.url,
    }
    fixed = {
        "@type": "NewsArticle",
        "@id": f"#article-{briefing.number_of_article(article)}",
        "identifier": f"sha256:{article.sha256}",
    }
    return fixed | {name: value for name, value in known.items() if value}


def _claim(briefing: Briefing, claim: Claim) -> dict[str, Any]:
    article = briefing.article_of(claim)
    origin = claim.origin
    kind = TYPES.get(SourceKind(origin.kind)) if origin.kind in set(SourceKind) else None
    author = {"author": {"@type": kind, "name": origin.name}} if kind and origin.name else {}
    return {
        "@type": "Claim",
        "@id": f"#claim-{briefing.number_of(claim)}",
        "identifier": claim.id,
        "text": claim.text_in(article),
        "appearance": {"@id": f"#article-{briefing.number_of_article(article)}"},
    } | author
