"""Exports for other programs: they load with those programs' own libraries and say nothing that is not known."""

import io
import json
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from bs4 import BeautifulSoup
from prov.constants import PROV_ATTR_GENERATED_ENTITY, PROV_ATTR_USED_ENTITY
from prov.model import ProvDerivation, ProvDocument

from attributed.model import Conflict, Credit, Disagreement, Grade, Known, Passage, Role, Zone, ZoneKind
from attributed.publish import PageExporter
from attributed.publish.annotations import annotations_jsonld, quotations
from attributed.publish.exports import facts_csv, read_csv
from attributed.publish.provenance import provenance_json
from attributed.publish.references import bib_entry, csl_item, sources_bib, sources_csl
from tests import made
from tests.executed import executed
from tests.gold_briefing import gold_briefing


@cache
def provenance() -> ProvDocument:
    return ProvDocument.deserialize(io.BytesIO(provenance_json(gold_briefing())))


def derived_from(name: str) -> set[str]:
    records = provenance().get_records(ProvDerivation)
    pairs = [(r.get_attribute(PROV_ATTR_GENERATED_ENTITY), r.get_attribute(PROV_ATTR_USED_ENTITY)) for r in records]
    return {str(*old) for new, old in pairs if str(*new) == name}


def test_provenance_leads_from_the_edition_to_the_articles() -> None:
    briefing = gold_briefing()
    edition = f"att:{briefing.request.name}-{briefing.edition}"
    facts = derived_from(edition)
    claims = {claim for fact in facts for claim in derived_from(fact)}
    articles = {article for claim in claims for article in derived_from(claim)}
    assert facts == {f"att:{fact.id}" for fact in briefing.facts}
    assert claims == {f"att:{claim.id}" for claim in briefing.claims}
    assert articles == {f"sha256:{article.sha256}" for article in briefing.articles}


def test_every_relation_of_the_provenance_names_things_that_are_there() -> None:
    document = json.loads(provenance_json(gold_briefing()))
    known = {**document["entity"], **document["activity"], **document["agent"]}
    relations = ("wasDerivedFrom", "wasGeneratedBy", "used", "wasAssociatedWith", "wasAttributedTo")
    named = [
        value
        for kind in relations
        for relation in document[kind].values()
        for key, value in relation.items()
        if key != "prov:type"
    ]
    assert named
    assert set(named) <= set(known)


def linked() -> list[dict[str, Any]]:
    page = BeautifulSoup(PageExporter().from_notebook_node(executed())[0], "html.parser")
    [script] = page.find_all("script", type="application/ld+json")
    graph: list[dict[str, Any]] = json.loads(script.get_text())["@graph"]
    return graph


def test_the_page_tells_programs_its_claims_and_gives_no_verdict() -> None:
    claims = [node for node in linked() if node["@type"] == "Claim"]
    assert [claim["identifier"] for claim in claims] == [claim.id for claim in gold_briefing().claims]
    assert {node["@type"] for node in linked()} == {"Claim", "NewsArticle"}
    assert all(claim["appearance"]["@id"] in {node["@id"] for node in linked()} for claim in claims)


def test_a_source_who_is_not_named_is_no_author() -> None:
    briefing = gold_briefing()
    nodes = {node.get("identifier"): node for node in linked()}
    authors = {nodes[claim.id]["author"]["name"] for claim in briefing.claims if "author" in nodes[claim.id]}
    named = {claim.origin.name for claim in briefing.claims if "anonymous" not in claim.origin.kind}
    assert authors
    assert authors <= named


def test_an_annotation_finds_its_words_by_position_and_by_quotation() -> None:
    briefing = gold_briefing()
    texts = {article.sha256: article.text for article in briefing.articles}
    found = list(quotations(annotations_jsonld(briefing)))
    assert len(found) == sum(len(claim.content) for claim in briefing.claims)
    assert all(passage.of(texts[sha256]) == exact for _, sha256, passage, exact in found)


def test_a_quotation_is_found_again_in_a_copy_that_is_cut_otherwise() -> None:
    briefing = gold_briefing()
    for annotation in json.loads(annotations_jsonld(briefing))["items"]:
        for target in annotation["target"]:
            quotation, position = target["selector"]
            text = next(a.text for a in briefing.articles if target["source"] == f"urn:sha256:{a.sha256}")
            around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
            assert f"A new head.\n{text}".index(around) + len(quotation["prefix"]) - 12 == position["start"]


TITLED = replace(
    made.article("Port & rail shut\nNobody knows why.\n"),
    sha256="ab" * 32,
    zones=(Zone(ZoneKind.TITLE, Passage(0, 16)), Zone(ZoneKind.BODY, Passage(17, 34))),
    credits=(
        Credit(Role.COLLECTOR, "Sung-hui Moon", Passage(0, 1)),
        Credit(Role.TRANSLATOR, "Soo Min Jo", Passage(0, 1)),
    ),
)


def test_a_reference_has_what_is_known_and_no_more() -> None:
    assert csl_item(1, TITLED) == {
        "id": "attributed-abababababab",
        "type": "document",
        "citation-number": "1",
        "title": "Port & rail shut",
        "author": [{"literal": "Sung-hui Moon"}],
        "translator": [{"literal": "Soo Min Jo"}],
        "note": f"sha256 {'ab' * 32}",
    }
    known = replace(TITLED, outlet=Known("RFA", "given"), published=Known("2016-12-15", "given"))
    assert csl_item(1, known)["container-title"] == "RFA"
    assert csl_item(1, known)["issued"] == {"date-parts": [[2016, 12, 15]]}


@pytest.mark.parametrize(
    ("edtf", "issued"),
    [
        ("2016-12", {"date-parts": [[2016, 12]]}),
        ("2016~", {"date-parts": [[2016]], "circa": True}),
        ("XXXX-12-09", {"literal": "9 December, year unknown"}),
    ],
)
def test_a_date_is_no_more_precise_in_a_reference(edtf: str, issued: dict[str, Any]) -> None:
    assert csl_item(1, replace(TITLED, published=Known(edtf, "given")))["issued"] == issued


def test_bibtex_prints_special_characters_as_they_are() -> None:
    entry = bib_entry(TITLED)
    assert r"title = {Port \& rail shut}" in entry
    assert "author = {{Sung-hui Moon}}" in entry
    assert "journal" not in entry
    assert "year" not in entry


def test_there_is_a_reference_for_each_article() -> None:
    briefing = gold_briefing()
    assert len(json.loads(sources_csl(briefing))) == len(briefing.articles)
    assert len(re.findall(r"^@", sources_bib(briefing).decode(), re.MULTILINE)) == len(briefing.articles)


def test_a_fact_is_exported_with_grade_and_conflicts() -> None:
    briefing = gold_briefing()
    first, second = briefing.facts[:2]
    graded = replace(first, grade=Grade("C", 3, ("two roots", "one outlet"), given_by="ed."), may_be=(second.id,))
    conflict = Conflict(Disagreement.COUNT, (second.id, first.id), ("c1", "c2"), ("40", "41"))
    changed = replace(briefing, facts=(graded, *briefing.facts[1:]), conflicts=(conflict,))
    _, row = next(iter(read_csv(facts_csv(changed))))
    assert (row["grade_source"], row["grade_information"], row["grade_given_by"]) == ("C", "3", "ed.")
    assert row["grade_why"] == "two roots; one outlet"
    assert row["conflicts"] == f"count: 41, against 40 in {second.id}"
    assert row["may_be"] == second.id
