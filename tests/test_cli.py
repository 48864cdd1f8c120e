"""The command line: results on stdout, refusals on stderr, one line an article in its place, a status that tells."""

import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from attributed import cli
from attributed.cli.reading import Refused, in_order
from attributed.errors import AttributedError
from attributed.model import Article, Extraction
from attributed.publish.report import Original
from tests import made
from tests.test_report import SAID, STRIKE, report

UNION = "“We strike,” the union said on Monday.\nThe port is shut, according to the harbour office.\n"
PORT = "The minister said that the port would open again.\n"


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Attributed = Callable[..., Ended]


@pytest.fixture
def attributed(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Attributed:
    """The command, in this process."""

    def run(*arguments: object) -> Ended:
        monkeypatch.setattr("signal.signal", lambda *_: None)  # the handler is for a process of its own
        monkeypatch.setattr(sys, "argv", ["attributed", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        captured = capfd.readouterr()
        return Ended(int(ended.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "1.txt").write_text(UNION)
    (folder / "2.txt").write_bytes(b"")
    (folder / "3.txt").write_text(PORT)
    (folder / "notes.md").write_text("not an article")
    return folder


def jsonl(path: Path, *lines: str | bytes) -> Path:
    path.write_bytes(b"\n".join(line.encode() if isinstance(line, str) else line for line in lines))
    return path


def test_nothing_heavy_is_loaded_before_a_command_needs_it() -> None:
    program = (
        "import sys, attributed.cli; "
        "print({'spacy', 'numpy', 'papermill', 'deltalake', 'pydantic', 'nbconvert'} & set(sys.modules))"
    )
    ended = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert ended.stdout == "set()\n"


def test_a_module_that_is_left_out_can_be_imported_later() -> None:
    program = (
        "from attributed.cli.imports import left_out\n"
        "with left_out('mailbox', 'sys'):\n"
        "    try: import mailbox\n"
        "    except ImportError: print('left out')\n"
        "import mailbox, sys"
    )
    ended = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert ended.stdout == "left out\n"


def test_the_version_is_printed(attributed: Attributed) -> None:
    assert attributed("--version") == Ended(0, "attributed 0.1.0\n", "")


@pytest.mark.parametrize("command", ["brief", "add", "extract", "verify", "score", "train"])
def test_every_command_shows_an_example(attributed: Attributed, command: str) -> None:
    ended = attributed(command, "--help")
    assert ended.status == 0
    assert f"attributed {command} " in ended.out.split("Usage")[1].split("\n", 1)[1]


def test_extract_prints_one_line_an_article_in_order_with_refusals_in_their_place(
    attributed: Attributed, articles: Path
) -> None:
    ended = attributed("extract", articles, "--jsonl")
    assert [line["id"] for line in ended.lines] == ["1.txt", "2.txt", "3.txt"]
    assert "the file is empty" in ended.lines[1]["error"]
    assert (ended.status, ended.err) == (1, "")
    content = [UNION[start:end] for claim in ended.lines[0]["claims"] for start, end in claim["content"]]
    assert any("We strike" in words for words in content)


def test_extract_of_good_articles_ends_well(attributed: Attributed, articles: Path) -> None:
    assert attributed("extract", articles / "1.txt", articles / "3.txt", "--jsonl").status == 0


def test_a_broken_line_of_jsonl_is_told_with_its_number_and_the_run_goes_on(
    attributed: Attributed, tmp_path: Path
) -> None:
    source = jsonl(
        tmp_path / "articles.jsonl",
        json.dumps({"id": "a", "text": UNION, "published": "2025-02-25", "outlet": "The Harbour"}),
        "",
        '{"id": "b", "text": ',
        b'{"id": "c", "text": "\xff"}',
        '["d"]',
        '{"id": "e"}',
        '{"id": "f", "text": "One said.", "outlet": 7}',
        '{"id": "g", "text": "\\ud800 half a character"}',
        "[" * 100_000,
        json.dumps({"id": "z", "text": PORT}),
    )
    ended = attributed("extract", "--from-jsonl", source, "--jsonl")
    ids = [line["id"] for line in ended.lines]
    assert ids == ["a", None, None, None, "e", "f", "g", None, "z"]
    told = [line["error"] for line in ended.lines if "error" in line]
    places = [error.split(":")[0] for error in told if error.startswith("articles.jsonl")]
    assert places == [f"articles.jsonl, line {number}" for number in (3, 4, 5, 6, 7, 9)]
    assert (ended.status, ended.err) == (1, "")
    assert ended.lines[0]["published"]["edtf"] == "2025-02-25"
    assert ended.lines[0]["outlet"]["name"] == "The Harbour"


def test_articles_come_from_stdin_too(attributed: Attributed, monkeypatch: pytest.MonkeyPatch) -> None:
    line = json.dumps({"id": "a", "text": PORT}).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line)))
    assert [row["id"] for row in attributed("extract", "--from-jsonl", "-", "--jsonl").lines] == ["a"]


def test_attributed_only_leaves_out_what_the_article_says_itself(attributed: Attributed, articles: Path) -> None:
    everything = attributed("extract", articles / "3.txt", articles / "1.txt", "--jsonl").lines
    attributed_only = attributed(
        "extract", articles / "3.txt", articles / "1.txt", "--jsonl", "--attributed-only"
    ).lines
    kinds = [claim["source_kind"] for line in attributed_only for claim in line["claims"]]
    assert kinds
    assert "reporter" not in kinds
    assert sum(len(line["claims"]) for line in everything) >= len(kinds)


def test_without_jsonl_claims_are_a_table_to_read(attributed: Attributed, articles: Path) -> None:
    ended = attributed("extract", articles / "1.txt")
    assert "We strike" in ended.out
    assert "outlet unknown; published unknown" in ended.out


def test_extract_of_nothing_is_a_mistake_in_use(attributed: Attributed) -> None:
    ended = attributed("extract", "--jsonl")
    assert (ended.status, ended.out) == (2, "")
    assert "--from-jsonl" in ended.err


def test_a_file_that_is_not_there_is_refused_by_name(attributed: Attributed, tmp_path: Path) -> None:
    ended = attributed("extract", tmp_path / "gone.txt", "--jsonl")
    assert ended.status == 1
    assert "gone.txt" in ended.lines[0]["error"]
    ended = attributed("extract", "--from-jsonl", tmp_path / "gone.jsonl", "--jsonl")
    assert (ended.status, ended.out) == (1, "")
    assert "gone.jsonl: No such file" in ended.err.replace("\n", " ")


def test_add_says_what_is_new_held_and_refused(attributed: Attributed, articles: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger"
    first = attributed("add", articles, "--ledger", ledger)
    assert first.status == 1
    assert "new      1.txt\nnew      3.txt\n2 new, 0 held before, 1 refused" in first.out
    assert "refused  2.txt: the file is empty" in first.err
    (articles / "2.txt").unlink()
    second = attributed("add", articles, "--ledger", ledger)
    assert (second.status, second.out.split(";")[0], second.err) == (0, "0 new, 2 held before, 0 refused", "")


@pytest.mark.parametrize(
    ("parameter", "told"),
    [("asof=2025-01-01", "did you mean as_of?"), ("tlp=PINK", "tlp is 'PINK'"), ("articles=x", "is not TOML")],
)
def test_a_wrong_parameter_of_brief_is_refused_with_the_known_ones(
    attributed: Attributed, parameter: str, told: str
) -> None:
    ended = attributed("brief", "seeds", "-p", parameter)
    assert (ended.status, ended.out) == (1, "")
    assert told in ended.err
    assert "parameters are: name, subject, articles, as_of" in ended.err
    assert "Traceback" not in ended.err


def test_a_briefing_of_articles_of_which_one_is_refused_is_made_and_says_so_by_its_status(
    attributed: Attributed, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATTRIBUTED_LEDGER", str(tmp_path / "ledger"))
    out = tmp_path / "reports"
    ended = attributed(
        "brief", "seeds", "-p", "name=mine", "-p", "notes=", "-p", f'articles=["{articles}/*.txt"]', "--out", out
    )
    assert ended.status == 1
    assert "refused  2.txt: the file is empty" in ended.err
    assert ended.out.strip() == str(out / "mine/2025-03-12")
    assert (out / "mine/2025-03-12/index.html").is_file()


def test_verify_counts_what_stands(attributed: Attributed, tmp_path: Path) -> None:
    folder = report(tmp_path / "r", STRIKE, Original(SAID.encode()))
    ended = attributed("verify", folder)
    assert (ended.status, ended.err) == (0, "")
    assert "8 files have the bytes published, 2 claims stand verbatim in 1 articles" in ended.out


def test_verify_names_what_does_not_stand(attributed: Attributed, tmp_path: Path) -> None:
    folder = report(tmp_path / "r", STRIKE, Original(SAID.encode()))
    (folder / "index.html").write_text("forged")
    ended = attributed("verify", folder)
    assert ended.status == 1
    assert ended.out.startswith("index.html: changed since it was published")
    assert ended.out.endswith(": 1 problem\n")


def test_a_reader_that_closes_early_sees_no_traceback(articles: Path) -> None:
    command = f"{sys.executable} -c 'from attributed.cli import main; main()' extract {articles}/1.txt --jsonl | true"
    ended = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in ended.stderr


def test_refusals_keep_their_place_where_extraction_reads_ahead() -> None:
    def reads_all_first(articles: Iterable[Article]) -> Iterator[Extraction]:
        yield from [Extraction(article, ()) for article in list(articles)]

    b, e = made.article("b"), made.article("e")
    readings: list[Article | Refused] = [Refused("a", ""), b, Refused("c", ""), Refused("d", ""), e, Refused("f", "")]
    found = in_order(readings, reads_all_first)
    order = [each.id if isinstance(each, Refused) else each.article.text for each in found]
    assert "".join(map(str, order)) == "abcdef"


def test_an_article_that_breaks_extraction_is_refused_in_its_place_and_the_others_go_on() -> None:
    def breaks_on_c(articles: Iterable[Article]) -> Iterator[Extraction]:
        read = list(articles)  # ahead, as a batch is
        for each in read:
            if each.text == "c":
                raise ValueError("odd")
            yield Extraction(each, ())

    readings = [made.article(letter, id=letter) for letter in "abcde"]
    found = list(in_order(readings, breaks_on_c))
    assert [each.id if isinstance(each, Refused) else each.article.id for each in found] == list("abcde")
    assert [each for each in found if isinstance(each, Refused)] == [
        Refused("c", "c: extraction broke on it: ValueError: odd")
    ]


def test_what_is_wrong_with_the_whole_run_is_not_told_of_every_article() -> None:
    def lacks_the_pipeline(articles: Iterable[Article]) -> Iterator[Extraction]:
        raise AttributedError("the pipeline is not installed")
        yield from ()

    with pytest.raises(AttributedError, match="not installed"):
        list(in_order([made.article("a")], lacks_the_pipeline))


def test_extraction_that_breaks_on_no_article_ends_the_run() -> None:
    def breaks_at_the_end(articles: Iterable[Article]) -> Iterator[Extraction]:
        yield from [Extraction(article, ()) for article in articles]
        raise ValueError("odd")

    with pytest.raises(ValueError, match="odd"):
        list(in_order([made.article("a")], breaks_at_the_end))


def test_score_of_claims_that_are_right_is_full(attributed: Attributed, tmp_path: Path) -> None:
    text = "“We strike,” the union said."
    claim = {"source_type": "official_body", "content_spans": [{"start": 0, "end": 12}], "chain": [], "time": None}
    marked = {"doc": "a", "id": "A1", "kind": "claim", "source_spans": [{"start": 13, "end": 22}], **claim}
    gold = jsonl(tmp_path / "gold.jsonl", json.dumps(marked | {"places": [], "people": []}))
    found = {
        "content": [[0, 12]],
        "source": [[13, 22]],
        "source_kind": "official_body",
        "chain": [],
        "time": {"edtf": None},
    }
    ours = jsonl(tmp_path / "ours.jsonl", json.dumps({"id": "a", "claims": [found | {"places": [], "people": []}]}))
    texts = jsonl(tmp_path / "texts.jsonl", json.dumps({"id": "a", "text": text}))
    ended = attributed("score", gold, ours, texts, "--json")
    assert ended.status == 0
    assert [ended.lines[0][name] for name in ("attributed F1", "both F1", "furniture")] == [1.0, 1.0, 0]
    assert "attributed F1         100.0" in attributed("score", gold, ours, texts).out


def test_score_of_attributions_is_told_from_the_rows(attributed: Attributed, tmp_path: Path) -> None:
    row = {"id": "a", "text": "“We strike,” the union said.", "attributions": []}
    said = {"source": [[13, 22]], "cue": [[23, 27]], "content": [[0, 12]]}
    gold = jsonl(tmp_path / "gold.jsonl", json.dumps(row | {"attributions": [said]}))
    ended = attributed("score", gold, gold, "--json")
    assert ended.lines[0]["full soft"][2] == 1.0


def test_score_of_other_files_names_what_is_wrong(attributed: Attributed, tmp_path: Path) -> None:
    bad = jsonl(tmp_path / "bad.jsonl", "{}", "{")
    assert "bad.jsonl, line 2: not JSON" in attributed("score", bad, bad).err.replace("\n", " ")
