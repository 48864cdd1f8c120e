"""The audit: our claims against marks, from files to what the notebook shows."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from attributed import paths
from attributed.auditing import Audit, audit_claims
from attributed.errors import BadRequest
from attributed.scoring import Cause, score_claims
from attributed.show import audit

TEXT = "“We stay out,” said the union. Officials said that the port would close."
CONTENT = [TEXT.index("that the port"), TEXT.index(".", 40)]
SOURCE = [TEXT.index("Officials"), TEXT.index(" said that")]
MARK = {
    "doc": "a.txt",
    "kind": "claim",
    "source_type": "official_body",
    "source_spans": [{"start": SOURCE[0], "end": SOURCE[1], "text": "Officials"}],
    "content_spans": [{"start": CONTENT[0], "end": CONTENT[1]}],
    "chain": [{"role": "origin", "name": "officials <of the port>"}],
}


def audited(*claims: Mapping[str, object]) -> Audit:
    return Audit(score_claims([MARK], [{"id": "a.txt", "claims": claims}], {"a.txt": TEXT}), {"a.txt": TEXT})


def test_a_miss_is_shown_in_its_sentence_with_its_words_marked() -> None:
    found = audited()
    assert [one.cause for one in found.scores.disagreements] == [Cause.MISSED]
    page = audit.cases(found.scores, found.texts).html()
    assert "Officials said <mark>that the port would close</mark>." in page
    assert "officials &lt;of the port&gt; (origin)" in page
    assert "We stay out" not in page


def test_full_agreement_is_said() -> None:
    ours = {"source": [SOURCE], "content": [CONTENT], "chain": MARK["chain"], "source_kind": "official_body"}
    found = audited(ours)
    assert str(audit.cases(found.scores, found.texts)) == "Nothing disagrees."
    assert "Attributed F1 | 100.0" in str(audit.figures(found.scores))


@pytest.mark.skipif(not (paths.MODELS / "attribution.json").exists(), reason="the attribution weights are not here")
def test_the_seeds_are_audited_against_their_marks() -> None:
    found = audit_claims(gold="data/gold/claims.jsonl", articles=["seeds/*.txt"])
    assert found.scores.attributed.f1 > 0.5
    assert found.scores.furniture == 0
    assert set(found.texts) == {file.name for file in paths.SEEDS.glob("*.txt")}


def test_a_file_without_marks_is_refused(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(json.dumps({"id": "a", "text": TEXT}), encoding="utf-8")
    with pytest.raises(BadRequest, match='no row has "doc"'):
        audit_claims(gold=str(tmp_path / "rows.jsonl"), articles=["seeds/*.txt"])


def test_a_marked_article_that_is_not_given_is_named(tmp_path: Path) -> None:
    (tmp_path / "marks.jsonl").write_text(json.dumps(MARK), encoding="utf-8")
    with pytest.raises(BadRequest, match=r"a\.txt: marked by hand"):
        audit_claims(gold=str(tmp_path / "marks.jsonl"), articles=["seeds/*.txt"])
