import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from attributed import paths
from attributed.cli import app

KEYS = {"id", "event", "statement", "edtf", "people", "places", "claims", "articles", "outlets", "roots"}


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, list[dict[str, object]], str]:
    """The seeds and a line that is no article: exit status, rows printed, what was told."""
    seeds = [{"id": path.name, "text": path.read_text(encoding="utf-8")} for path in sorted(paths.SEEDS.glob("*.txt"))]
    source = tmp_path_factory.mktemp("facts") / "articles.jsonl"
    lines = [json.dumps(seeds[0]), '{"id": "bad"}', json.dumps(seeds[1])]
    Path(source).write_text("\n".join(lines), encoding="utf-8")
    result = CliRunner().invoke(app, ["facts", "--from-jsonl", str(source), "--jsonl"])
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()], result.stderr


def test_each_line_is_a_fact_of_the_contract(ran: tuple[int, list[dict[str, object]], str]) -> None:
    _, rows, _ = ran
    assert rows
    assert all(KEYS | {"independent_roots", "conflicts", "overturned_by", "grade"} <= row.keys() for row in rows)
    assert all(row["grade"].keys() == {"source", "information", "why"} for row in rows)  # type: ignore[attr-defined]


def test_claims_say_where_they_stand(ran: tuple[int, list[dict[str, object]], str]) -> None:
    _, rows, _ = ran
    first = rows[0]["claims"][0]  # type: ignore[index]
    text = (paths.SEEDS / first["article"]).read_text(encoding="utf-8")
    words = " … ".join(text[start:end] for start, end in first["content"])
    assert " ".join(words.split()) == rows[0]["statement"]


def test_a_bad_article_is_told_and_the_run_goes_on(ran: tuple[int, list[dict[str, object]], str]) -> None:
    status, rows, told = ran
    assert status == 1
    assert "line 2" in told
    articles = {claim["article"] for row in rows for claim in row["claims"]}  # type: ignore[attr-defined]
    assert len(articles) == 2


def test_the_seeds_never_merge(ran: tuple[int, list[dict[str, object]], str]) -> None:
    _, rows, _ = ran
    assert {row["articles"] for row in rows} == {1}
