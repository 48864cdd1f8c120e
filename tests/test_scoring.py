"""Scores: what counts as right, that intervals hold the figure, and that figures equal the reference scripts'."""

import importlib.util
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from attributed import paths
from attributed.errors import BadRequest
from attributed.model import Attribution, Form, Passage
from attributed.scoring import Cause, ClaimScores, row_of, score_attributions, score_claims

SHARED = Path(__file__).resolve().parents[2] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the corpora are not beside the checkout")

TEXT = "“We stay out,” said the union. Officials said that the port would close. Ann Lee hopes for rain."


def passage(words: str, text: str = TEXT) -> list[int]:
    return [text.index(words), text.index(words) + len(words)]


def attribution(source: str, cue: str, content: str) -> dict[str, Any]:
    return {"source": [passage(source)], "cue": [passage(cue)], "content": [passage(content)]}


UNION = attribution("the union", "said", "“We stay out,”")
OFFICIALS = attribution("Officials", "said", "that the port would close")
ANN = attribution("Ann Lee", "hopes", "for rain")
GOLD = {"a": {"text": TEXT, "attributions": [UNION, OFFICIALS, ANN]}}


def test_what_is_marked_the_same_scores_full() -> None:
    scores = score_attributions(GOLD, GOLD)
    assert {f1 for _, _, _, f1, gold, *_ in scores.rows() if gold} == {1.0, None}  # None: measured by recall alone
    assert scores["full exact"].f1 == 1.0
    assert (scores["full soft"].gold, scores["direct full soft"].gold) == (3, 1)


def test_quotation_marks_and_commas_do_not_count() -> None:
    bare = {**UNION, "content": [passage("We stay out")]}
    assert score_attributions(GOLD, {"a": {"attributions": [bare]}})["content exact"].right == 1


def test_soft_needs_half_of_the_words_and_full_the_source_on_the_same_pair() -> None:
    half = {**OFFICIALS, "content": [passage("port would close")]}
    other = {**OFFICIALS, "source": [passage("the union")]}
    assert score_attributions(GOLD, {"a": {"attributions": [half]}})["full soft"].right == 1
    swapped = score_attributions(GOLD, {"a": {"attributions": [other]}})
    assert (swapped["content exact"].right, swapped["full soft"].right) == (1, 0)


def test_reporting_cues_and_anonymous_sources_are_scored_by_recall() -> None:
    scores = score_attributions(GOLD, {"a": {"attributions": [OFFICIALS, ANN]}})
    reporting, anonymous = scores["reporting cues full soft"], scores["anonymous sources full soft"]
    assert (reporting.gold, reporting.recall, reporting.precision) == (2, 0.5, None)
    assert (anonymous.gold, anonymous.recall) == (1, 1.0)  # not Ann Lee


def test_an_article_without_a_prediction_counts_as_missed() -> None:
    scores = score_attributions({**GOLD, "b": GOLD["a"]}, GOLD)
    assert scores["full soft"].recall == 0.5
    low, high = scores["full soft"].recall_interval
    assert low <= 0.5 <= high
    assert scores == score_attributions({**GOLD, "b": GOLD["a"]}, GOLD)  # drawn with a fixed seed


def test_our_attributions_are_scored_as_they_come() -> None:
    ours = Attribution(
        (Passage(*passage("Ann Lee")),),
        (Passage(*passage("hopes")),),
        (Passage(*passage("for rain")),),
        Form.INDIRECT,
        0.9,
    )
    assert score_attributions(GOLD, {"a": row_of([ours])})["full exact"].right == 1


def claim(source: str, content: str, **fields: Any) -> dict[str, Any]:
    """A claim as `attributed extract` prints it."""
    origin = {"role": "origin", "name": source}
    made = {
        "source": [passage(source)],
        "content": [passage(content)],
        "chain": [origin],
        "source_kind": "official_body",
    }
    return made | {"time": {"edtf": None}, "places": [], "people": []} | fields


def mark(source: str, content: str, **fields: Any) -> dict[str, Any]:
    """A claim as it is marked by hand."""
    start, end = passage(source)
    made = claim(source, content) | {
        "doc": "a.txt",
        "kind": "claim",
        "source_type": "official_body",
        "source_spans": [{"start": start, "end": end, "text": source}],
        "content_spans": [dict(zip(("start", "end"), passage(content), strict=True))],
    }
    return made | fields


MARKS = [
    mark("the union", "“We stay out,”"),
    mark("Officials", "that the port would close", places=[{"canonical": "Nampo"}], time={"edtf": "2016"}),
]


def scored(*claims: dict[str, Any]) -> ClaimScores:
    return score_claims(MARKS, [{"id": "a.txt", "claims": list(claims)}], {"a.txt": TEXT})


def causes(*claims: dict[str, Any]) -> list[Cause]:
    return [found.cause for found in scored(*claims).disagreements]


def test_every_miss_and_false_alarm_is_shown_in_its_sentence() -> None:
    scores = scored(claim("the union", "“We stay out,”"), claim("Ann Lee", "for rain"))
    assert (scores.attributed.precision, scores.attributed.recall) == (0.5, 0.5)
    missed, alarm = scores.disagreements
    assert (missed.cause, missed.sentence.of(TEXT)) == (Cause.MISSED, "Officials said that the port would close.")
    assert (alarm.cause, alarm.sentence.of(TEXT), alarm.predicted) == (
        Cause.FALSE_ALARM,
        "Ann Lee hopes for rain.",
        "Ann Lee (origin)",
    )


def test_an_abbreviation_ends_no_sentence() -> None:
    text = "He left. Orders of Dec. 9 came from Mt. Paektu, the union said. Nobody knew."
    mark_of = mark("the union", "“We stay out,”")
    mark_of["source_spans"] = []
    mark_of["content_spans"] = [{"start": text.index("came"), "end": text.index(", the")}]
    [found] = score_claims([mark_of], [], {"a.txt": text}).disagreements
    assert found.sentence.of(text) == "Orders of Dec. 9 came from Mt. Paektu, the union said."


def test_each_field_that_differs_is_a_cause_of_its_own() -> None:
    union = claim("the union", "“We stay out,”")
    wrong = claim(
        "Officials", "that the port would close", source_kind="reporter", places=["Wonsan"], people=["Ann Lee"]
    )
    assert causes(union, wrong) == [Cause.SOURCE_KIND, Cause.TIME, Cause.PLACES, Cause.PEOPLE]


def test_spellings_and_kinds_of_a_place_do_not_count() -> None:
    ours = claim("Officials", "that the port would close", places=[{"name": "Nampho City"}], time={"edtf": "2016"})
    assert causes(claim("the union", "“We stay out,”"), ours) == []


def test_a_foreign_link_spoils_a_chain_and_a_publisher_does_not() -> None:
    chain = [{"role": "origin", "name": "the union"}, {"role": "publisher", "name": "A Paper"}]
    foreign = [{"role": "origin", "name": "the union"}, {"role": "relay", "name": "the radio"}]
    assert scored(claim("the union", "“We stay out,”", chain=chain)).right["chain"] == 1
    assert scored(claim("the union", "“We stay out,”", chain=foreign)).right["chain"] == 0


def test_a_marked_article_without_its_text_is_refused_by_name() -> None:
    with pytest.raises(BadRequest, match=r"a\.txt: marked by hand"):
        score_claims(MARKS, [], {})


@pytest.mark.shared
@needs_shared
def test_attribution_figures_equal_the_reference_script() -> None:
    reference = module("score_attribution")
    gold = reference.load(SHARED / "corpora/attribution/polnear.dev.jsonl")
    predicted = {name: {"attributions": shaken(row["attributions"], name)} for name, row in gold.items()}
    theirs, ours = reference.score(gold, predicted), score_attributions(gold, predicted)
    for role in ("content", "source", "cue"):
        for mode, name in (("exact", "exact"), ("soft", "soft"), ("tokF1", "token")):
            assert ours[f"{role} {name}"].f1 == pytest.approx(theirs[f"{role}.{mode}"][2])
    for mode in ("soft", "exact"):
        full = ours[f"full {mode}"]
        assert (full.precision, full.recall, full.f1) == pytest.approx(theirs[f"full.{mode}"])
    for form, row in theirs["types"].items():
        assert ours[f"{form} full soft"].f1 == pytest.approx(row["full"][2])
        assert ours[f"{form} content exact"].f1 == pytest.approx(row["exact"][2])


@pytest.mark.shared
@needs_shared
def test_claim_figures_equal_the_reference_script(tmp_path: Path) -> None:
    gold_file, seeds = SHARED / "gold/claims.jsonl", paths.SEEDS
    gold = [json.loads(line) for line in gold_file.read_text(encoding="utf-8").splitlines()]
    texts = {file.name: file.read_text(encoding="utf-8") for file in sorted(seeds.glob("*.txt"))}
    predicted = [{"id": name, "claims": distorted(gold, name)} for name in texts]
    (tmp_path / "ours.jsonl").write_text("\n".join(map(json.dumps, predicted)), encoding="utf-8")
    script = [
        sys.executable,
        str(SHARED / "tools/score_claims.py"),
        str(gold_file),
        str(tmp_path / "ours.jsonl"),
        str(seeds),
    ]
    theirs = json.loads(subprocess.run([*script, "--json"], capture_output=True, text=True, check=True).stdout)
    ours = score_claims(gold, predicted, texts)
    assert {name: theirs[name] for name in ours.right} == pytest.approx(dict(ours.right), abs=6e-4)
    assert theirs["attributed"]["f1"] == pytest.approx(ours.attributed.f1, abs=6e-4)
    assert theirs["both"]["f1"] == pytest.approx(ours.both.f1, abs=6e-4)
    assert theirs["reporter recall"] == pytest.approx(ours.reporter_recall, abs=6e-4)
    assert (theirs["furniture"], theirs["of matched"]) == (ours.furniture, ours.matched)


def module(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, SHARED / f"tools/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def shaken(marks: list[dict[str, Any]], seed: str) -> list[dict[str, Any]]:
    """Marks as a bad reader would make them: some left out, some doubled, ends moved."""
    draw = random.Random(seed)  # noqa: S311 - the same marks in each run
    made = []
    for one in marks:
        moved = {
            role: [
                [max(0, a + draw.choice([0, 0, -6, 9])), b + draw.choice([0, 0, -9, 12])]
                for a, b in one.get(role) or []
            ]
            for role in ("source", "cue", "content")
        }
        made += [moved] * draw.choice([0, 1, 1, 1, 1, 2])
    return made


def distorted(gold: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    """The marks of one article as claims of a bad extractor, a caption among them."""
    draw = random.Random(name)  # noqa: S311 - the same claims in each run
    kept = [row for row in gold if row["doc"] == name and row["kind"] in {"claim", "photo_caption", "headline"}]
    return [
        {
            "source": [[span["start"], span["end"]] for span in row.get("source_spans") or []]
            if draw.random() < 0.8
            else [],
            "content": [[span["start"] + draw.choice([0, 0, 15]), span["end"]] for span in row["content_spans"]],
            "chain": [link for link in row.get("chain", []) if draw.random() < 0.8],
            "source_kind": row.get("source_type") if draw.random() < 0.8 else "reporter",
            "time": {"edtf": draw.choice([(row.get("time") or {}).get("edtf"), "2011"])},
            "places": row.get("places") if draw.random() < 0.8 else [],
            "people": row.get("people"),
        }
        for row in kept
        if draw.random() < 0.85
    ]


def test_marks_without_words_score_like_marks_with_them() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in paths.SEEDS.glob("*.txt")}
    marks = [json.loads(line) for line in (paths.GOLD / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    found = [
        {
            "id": name,
            "claims": [
                {
                    "content": [[span["start"], span["end"]] for span in row["content_spans"]],
                    "source": [[span["start"], span["end"]] for span in row["source_spans"]],
                    "chain": [{"role": "origin", "name": span["text"]} for span in row["source_spans"][:1]],
                }
                for row in marks
                if row["doc"] == name and row["kind"] == "claim"
            ],
        }
        for name in texts
    ]
    bare = json.loads(json.dumps(marks), object_hook=lambda value: {k: v for k, v in value.items() if k != "text"})
    assert score_claims(bare, found, texts).rows() == score_claims(marks, found, texts).rows()
