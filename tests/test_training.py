"""Training: annotations in, the same bytes out each time."""

import gzip
import json
import string
from pathlib import Path

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingRegressor  # type: ignore[import-untyped]
from spacy.strings import get_string_id

from attributed.attribution import find_attributions
from attributed.attribution.rates import rates_of
from attributed.attribution.training import train
from attributed.attribution.training.annotations import read_annotations
from attributed.attribution.training.growing import SHAPE, grown
from attributed.attribution.training.neighbours import word_vectors_of, words_of
from attributed.attribution.training.texts import read_texts
from attributed.attribution.weights import read_weights
from attributed.errors import AttributedError
from attributed.model import Passage
from attributed.parsing import load_pipeline

SPEAKERS = ["The mayor", "A fisherman", "The owner of the mill", "Her lawyer", "The union", "One trader"]
NEWS = ["the bridge was safe", "prices had doubled", "the ferry would not sail", "nobody had asked", "rain was near"]


def marked_article(number: int) -> dict[str, object]:
    """Some plain sentences with their attributions."""
    text, attributions = "", []
    for place, speaker in enumerate(SPEAKERS):
        news = NEWS[(number + place) % len(NEWS)]
        start = len(text)
        text += f"{speaker} said {news}. The harbour lies to the east.\n"
        cue = start + len(speaker) + 1
        passages = ([start, cue - 1], [cue, cue + 4], [cue + 5, cue + 5 + len(news)])
        attributions.append({role: [at] for role, at in zip(("source", "cue", "content"), passages, strict=True)})
    return {"doc_id": f"article-{number}", "text": text, "attributions": attributions}


@pytest.fixture(scope="module")
def annotations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("annotations") / "marked.jsonl"
    path.write_text("".join(json.dumps(marked_article(number)) + "\n" for number in range(12)), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def trained(annotations: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("weights")
    train(annotations, dev=None, out=folder)
    return folder


def test_training_twice_makes_the_same_bytes(annotations: Path, trained: Path, tmp_path: Path) -> None:
    train(annotations, dev=None, out=tmp_path)
    assert {path.name: path.read_bytes() for path in trained.iterdir()} == {
        path.name: path.read_bytes() for path in tmp_path.iterdir()
    }


def test_new_weights_find_what_they_were_shown(trained: Path) -> None:
    text = "The baker said prices had doubled. The harbour lies to the east.\n"
    one = find_attributions(load_pipeline()(text), weights=read_weights(trained))[0]
    assert [passage.of(text) for passage in (*one.source, *one.cue)] == ["The baker", "said"]
    assert one.content[0].of(text).startswith("prices had doubled")


def test_the_card_says_what_the_weights_were_made_from(trained: Path) -> None:
    card = (trained / "attribution.md").read_text(encoding="utf-8")
    assert "12 articles" in card
    assert "72 marked attributions" in card


BRAT_TEXT = "The harbour, a clerk said, is closed. Ships wait, as told by pilots.\n"
BRAT = """\
T1\tSource 13 20\ta clerk
T2\tCue 21 25\tsaid
T3\tContent 0 11;27 36\tThe harbour is closed
T4\tCue 53 60\ttold by
T5\tSource 61 67\tpilots
T6\tContent 38 48\tShips wait
E1\tAttribution:T2 Source:T1 Content:T3
R1\tSource Arg1:T4 Arg2:T5
R2\tContent Arg1:T4 Arg2:T6
A1\tNested T1
#1\tAnnotatorNotes T1\tunsure
"""


def test_brat_files_are_read_with_events_relations_and_passages_in_pieces(tmp_path: Path) -> None:
    (tmp_path / "harbour.txt").write_text(BRAT_TEXT, encoding="utf-8")
    (tmp_path / "harbour.ann").write_text(BRAT, encoding="utf-8")
    (article,) = read_annotations(tmp_path)
    assert article.id == "harbour"
    assert [
        [passage.of(article.text) for passage in (*one.source, *one.cue, *one.content)] for one in article.attributions
    ] == [
        ["a clerk", "said", "The harbour", "is closed"],
        ["pilots", "told by", "Ships wait"],
    ]


def test_brat_roles_may_be_attributes_of_one_link(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain, he said.", encoding="utf-8")
    (tmp_path / "a.ann").write_text(
        "T1\tAttribution-source 6 8\the\nT2\tAttribution-cue 9 13\tsaid\nT3\tAttribution-content 0 4\tRain\n"
        "R1\tAttribution Arg1:T1 Arg2:T2\nR2\tAttribution Arg1:T3 Arg2:T2\n",
        encoding="utf-8",
    )
    (one,) = read_annotations(tmp_path)[0].attributions
    assert (one.source, one.cue, one.content) == ((Passage(6, 8),), (Passage(9, 13),), (Passage(0, 4),))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{}", "line 1.*doc_id"),
        ("not json", "line 1"),
        ('{"doc_id": "a", "text": "Rain.", "attributions": [{"cue": [[2, 99]]}]}', "cue at 2-99 is outside"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, message: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(AttributedError, match=message):
        read_annotations(path)


def test_a_folder_without_annotations_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AttributedError, match="no annotations here"):
        read_annotations(tmp_path)


def test_our_trees_answer_as_the_library_that_grew_them() -> None:
    random = np.random.default_rng(7)
    numbers = random.standard_normal((900, 5)).astype(np.float32)
    answer = (numbers[:, 0] * numbers[:, 1] > 0).astype(float)
    library = HistGradientBoostingRegressor(max_leaf_nodes=16, early_stopping=False, random_state=1, **SHAPE)
    expected = library.fit(numbers, answer).predict(numbers)
    assert np.allclose(grown(numbers, answer)(numbers), expected, atol=1e-5)


def test_examples_that_are_all_alike_grow_trees_that_say_so() -> None:
    assert np.allclose(grown(np.zeros((80, 2), np.float32), np.full(80, 0.25))(np.ones((3, 2), np.float32)), 0.25)


def test_a_lemma_never_seen_gets_the_rate_of_all() -> None:
    say, tell, other = (np.uint64(number) for number in (5, 9, 7))
    cues = np.array([say, say, say, tell], dtype=np.uint64)
    rates = rates_of(cues, best=np.array([1, 1, 1, 0], bool), first=np.array([1, 1, 0, 0], bool))
    best, first, seen = rates(np.array([say, tell, other], dtype=np.uint64)).T
    assert best[0] > best[2] > best[1]
    assert (best[2], first[2], seen[2]) == (0.75, 0.5, 0)


def test_words_are_parted_as_spacy_parts_them() -> None:
    assert words_of("The Mayor’s aide didn’t sign 25 so-called papers.") == [
        *(["the", "mayor", "'s", "aide", "did", "n't", "sign", "0", "so", "-", "called", "papers", "."]),
    ]


def test_words_with_the_same_neighbours_are_alike() -> None:
    letters = string.ascii_lowercase
    who, news, ground = ([kind + letter for letter in letters] for kind in ("clerk", "rain", "hill"))
    told = [f"{name} {verb} that {what} came" for name in who for what in news for verb in ("said", "claimed")]
    dug = [f"they {verb} the {place} deeply" for place in ground for verb in ("dug", "ploughed") for _ in range(8)]
    like = word_vectors_of([*told, *dug])
    said, claimed, dug_up, unseen = (
        like.vectors[like.rows(np.array([get_string_id(word)], dtype=np.uint64))[0]]
        for word in ("said", "claimed", "dug", "sang")
    )
    assert said @ claimed > 0.9 > 0.5 > said @ dug_up
    assert not unseen.any()


def test_texts_without_marks_may_be_packed_and_a_bad_line_is_named(tmp_path: Path) -> None:
    packed = tmp_path / "texts.jsonl.gz"
    packed.write_bytes(gzip.compress(b'{"text": "Rain fell."}\n{"text": 7}\n'))
    texts = read_texts(packed)
    assert next(texts) == "Rain fell."
    with pytest.raises(AttributedError, match=r"texts\.jsonl\.gz, line 2: text is int"):
        next(texts)
