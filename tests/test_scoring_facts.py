"""Scores of facts: which pairs count, what a statement without a claim costs, and what makes a root common."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from attributed import paths
from attributed.cli.scores import score_files
from attributed.errors import BadRequest
from attributed.scoring import Error, FactScores, b_cubed, read_rows, score_facts

SHARED = Path(__file__).resolve().parents[2] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the corpora are not beside the checkout")
PARTS = ("dev", "held")

TEXTS = {
    "a": "The minister was dismissed, the agency said. He is ill, a source said.",
    "b": "The minister has been dismissed, according to the agency.",
    "c": "A source said the minister is ill.",
}


def mark(fact: str, article: str, words: str, *roots: str, **fields: Any) -> dict[str, Any]:
    start = TEXTS[article].index(words)
    spans = [{"start": start, "end": start + len(words)}]
    made = {"kind": "mark", "fact": fact, "doc": article, "spans": spans, "roots": list(roots)}
    return made | {"maybe_roots": [], "undecided": []} | fields


GOLD = [
    {"kind": "fact", "id": "dismissal", "set": "minister"},
    mark("dismissal", "a", "The minister was dismissed", "agency"),
    mark("dismissal", "b", "The minister has been dismissed", "agency"),
    {"kind": "fact", "id": "illness", "set": "health"},
    mark("illness", "a", "He is ill", "source"),
    mark("illness", "c", "the minister is ill", "source"),
]
DISMISSED_A, DISMISSED_B = ("a", "The minister was dismissed"), ("b", "The minister has been dismissed")
ILL_A, ILL_C = ("a", "He is ill"), ("c", "the minister is ill")


def fact(id: str, *claims: tuple[str, str], roots: Any = (), steps: Any = ()) -> dict[str, Any]:  # noqa: A002
    told = [
        {
            "article": article,
            "claim": words,
            "content": [[TEXTS[article].index(words), TEXTS[article].index(words) + len(words)]],
        }
        for article, words in claims
    ]
    named = [{"id": root, "articles": list(articles)} for root, articles in roots]
    return {"id": id, "claims": told, "roots": named, "steps": list(steps)}


def scored(*facts: dict[str, Any], gold: list[dict[str, Any]] | None = None) -> FactScores:
    return score_facts(gold or GOLD, facts, TEXTS)


def only(*marks: dict[str, Any]) -> list[dict[str, Any]]:
    """Some marks with their facts."""
    return [{"kind": "fact", "id": name, "set": "a set"} for name in sorted({one["fact"] for one in marks})] + [*marks]


def errors(scores: FactScores) -> list[tuple[Error, list[str]]]:
    return [(one.error, [statement.article for statement in one.statements]) for one in scores.errors]


def test_facts_as_marked_have_full_scores() -> None:
    scores = scored(
        fact("1", DISMISSED_A, DISMISSED_B, roots=[("agency", "ab")]), fact("2", ILL_A, ILL_C, roots=[("source", "ac")])
    )
    assert (scores.facts.precision, scores.facts.recall, scores.facts.gold) == (1, 1, 2)
    assert (scores.roots.precision, scores.roots.recall, scores.roots.gold) == (1, 1, 2)
    assert scores.errors == ()


def test_one_fact_of_everything_finds_all_pairs_and_joins_strangers() -> None:
    scores = scored(fact("1", DISMISSED_A, DISMISSED_B, ILL_A, ILL_C))
    assert (scores.facts.right, scores.facts.predicted, scores.facts.gold) == (2, 6, 2)
    assert [cause for cause, _ in errors(scores)].count(Error.JOINED) == 4


def test_facts_of_one_claim_each_join_nothing() -> None:
    scores = scored(fact("1", DISMISSED_A), fact("2", DISMISSED_B), fact("3", ILL_A), fact("4", ILL_C))
    assert (scores.facts.precision, scores.facts.recall) == (None, 0)
    assert (Error.APART, ["a", "b"]) in errors(scores)


def test_a_statement_that_no_claim_says_is_a_miss_in_recall_and_told_apart() -> None:
    scores = scored(fact("1", DISMISSED_A, DISMISSED_B), fact("2", ILL_A))
    assert (scores.facts.recall, scores.found_facts.recall) == (0.5, 1)
    assert (Error.NOT_FOUND, ["c"]) in errors(scores)
    assert scores.statements.recall == 0.75


def test_a_claim_needs_half_of_the_statement_s_words() -> None:
    assert scored(fact("1", ("b", "dismissed"))).statements.right == 0
    assert scored(fact("1", ("b", TEXTS["b"]))).statements.right == 1


def test_a_claim_serves_one_statement() -> None:
    assert scored(fact("1", ("a", TEXTS["a"]))).statements.right == 1


def test_pairs_that_nobody_could_decide_are_not_counted() -> None:
    doubtful = only(
        GOLD[1], mark("dismissal", "b", "The minister has been dismissed", "agency", undecided=["dismissal"])
    )
    assert scored(fact("1", DISMISSED_A), fact("2", DISMISSED_B), gold=doubtful).facts.gold == 0
    either = only(GOLD[1], mark("rumour", "b", "The minister has been dismissed", undecided=["dismissal"]))
    assert scored(fact("1", DISMISSED_A, DISMISSED_B), gold=either).facts.predicted == 0


def test_figures_are_given_for_each_set_too() -> None:
    scores = scored(fact("1", DISMISSED_A, DISMISSED_B), fact("2", ILL_A), fact("3", ILL_C))
    assert {name: part.recall for name, part in scores.sets.items()} == {"minister": 1, "health": 0}


def test_a_common_root_counts_by_pairs_of_articles() -> None:
    apart = scored(fact("1", DISMISSED_A, DISMISSED_B, roots=[("agency", "a"), ("outlet", "b")]))
    assert (apart.roots.right, apart.roots.gold, apart.joined_roots.gold) == (0, 2, 1)
    assert (Error.NOT_SHARED, ["a", "b"]) in errors(apart)


def test_a_certain_step_makes_two_roots_one_and_an_uncertain_one_does_not() -> None:
    roots = [("agency", "a"), ("outlet", "b")]
    for certain in (True, False):
        step = {"ground": "copy", "roots": ["agency", "outlet"], "certain": certain}
        found = scored(fact("1", DISMISSED_A, DISMISSED_B, roots=roots, steps=[step]))
        assert found.roots.right == certain


def test_a_root_is_wrongly_shared_only_where_the_articles_settle_it() -> None:
    told = fact("1", DISMISSED_A, DISMISSED_B, roots=[("agency", "ab")])
    strangers = only(GOLD[1], mark("dismissal", "b", "The minister has been dismissed", "radio"))
    assert errors(scored(told, gold=strangers)) == [(Error.SHARED, ["a", "b"])]
    open_pair = only(GOLD[1], mark("dismissal", "b", "The minister has been dismissed", maybe_roots=["agency"]))
    assert scored(told, gold=open_pair).roots.predicted == 0


def test_a_claim_without_its_place_is_refused_by_name() -> None:
    with pytest.raises(BadRequest, match="fact 1, claim x: no content"):
        score_facts(GOLD, [{"id": "1", "claims": [{"article": "a", "claim": "x"}]}], TEXTS)


def test_a_marked_article_without_its_text_is_refused_by_name() -> None:
    with pytest.raises(BadRequest, match="a: marked by hand"):
        score_facts(GOLD, [], {})


def test_the_score_command_tells_marked_facts_from_marked_claims(tmp_path: Path) -> None:
    facts = [fact("1", DISMISSED_A, DISMISSED_B), fact("2", ILL_A, ILL_C)]
    texts = [{"id": article, "text": text} for article, text in TEXTS.items()]
    for name, rows in (("gold", GOLD), ("ours", facts), ("texts", texts)):
        (tmp_path / name).write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    columns, figures = score_files(tmp_path / "gold", tmp_path / "ours", tmp_path / "texts")
    assert columns[1:4] == ("precision", "recall", "F1")
    assert {row[0]: row[1:4] for row in figures}["facts"] == (1, 1, 1)


def marked(part: str) -> list[Mapping[str, Any]]:
    return read_rows(paths.GOLD / f"facts_{part}.jsonl")


@pytest.mark.parametrize("part", PARTS)
def test_each_marked_statement_belongs_to_a_fact_of_its_part(part: str) -> None:
    facts = {row["id"] for row in marked(part) if row["kind"] == "fact"}
    statements = [row for row in marked(part) if row["kind"] == "mark"]
    assert {row["fact"] for row in statements} == facts
    assert all(facts.issuperset(row["undecided"]) for row in statements)
    assert {row["part"] for row in marked(part) if row["kind"] == "fact"} == {part}


def test_no_article_is_in_both_parts() -> None:
    dev, held = ({row["doc"] for row in marked(part) if row["kind"] == "mark"} for part in PARTS)
    assert not dev & held


@pytest.mark.shared
@needs_shared
@pytest.mark.parametrize("part", PARTS)
def test_marked_statements_stand_in_their_articles_from_word_to_word(part: str) -> None:
    corpora = [SHARED / "corpora/rumours/bodies.jsonl", SHARED / "corpora/news/articles.jsonl"]
    texts = {row["id"]: row["text"] for corpus in corpora for row in read_rows(corpus)}
    for row in marked(part):
        for span in row.get("spans", ()):
            words = texts[row["doc"]][span["start"] : span["end"]]
            assert words
            assert words == words.strip()


def test_b_cubed_of_equal_groups_is_full_and_of_one_group_has_full_recall() -> None:
    gold = {1: "a", 2: "a", 3: "b"}
    assert b_cubed(gold, gold).f1 == 1
    lumped = b_cubed(gold, dict.fromkeys(gold, "x"))
    assert lumped.precision == pytest.approx(5 / 9)
    assert lumped.recall == 1
    assert b_cubed(gold, {1: 1, 2: 2, 3: 3}).recall == pytest.approx(2 / 3)
