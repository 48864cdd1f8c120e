"""Claims as W3C Web Annotations: each passage by its quotation and by its position, which must agree.

Positions are code points of the article's text, as in the model of the recommendation
(https://www.w3.org/TR/annotation-model/, 4.2.4 and 4.2.5).
"""

import json
from collections.abc import Iterator
from typing import Any

from attributed.briefing import Briefing
from attributed.model import Article, Claim, Passage
from attributed.publish.exports import chain_text

AROUND = 32  # characters of prefix and suffix, to find the words again in a copy that is cut otherwise


def annotations_jsonld(briefing: Briefing) -> bytes:
    """An annotation page with one annotation a claim, by its number."""
    articles = {article.sha256: article for article in briefing.articles}
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:attributed:{briefing.request.name}:{briefing.edition}",
        "type": "AnnotationPage",
        "items": [_annotation(claim, articles[claim.article]) for claim in briefing.claims],
    }
    return (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode()


def _annotation(claim: Claim, article: Article) -> dict[str, Any]:
    tags = [claim.source_kind, claim.hedge, claim.polarity, claim.event]
    return {
        "id": f"urn:attributed:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": chain_text(claim)},
            *({"type": "TextualBody", "purpose": "tagging", "value": str(tag)} for tag in tags if tag),
        ],
        "target": [_target(passage, article) for passage in claim.content],
    }


def _target(passage: Passage, article: Article) -> dict[str, Any]:
    quotation = {
        "type": "TextQuoteSelector",
        "exact": passage.of(article.text),
        "prefix": article.text[max(0, passage.start - AROUND) : passage.start],
        "suffix": article.text[passage.end : passage.end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": passage.start, "end": passage.end}
    # An address may show other words tomorrow; the hash names the bytes that were read.
    return {"source": f"urn:sha256:{article.sha256}", "selector": [quotation, position]}


def quotations(data: bytes) -> Iterator[tuple[str, str, Passage, str]]:
    """The selectors of an annotation page: (annotation's id, article's sha256, position, quotation)."""
    for annotation in json.loads(data)["items"]:
        for target in annotation["target"]:
            quotation, position = target["selector"]
            passage = Passage(position["start"], position["end"])
            yield annotation["id"], target["source"].removeprefix("urn:sha256:"), passage, quotation["exact"]
