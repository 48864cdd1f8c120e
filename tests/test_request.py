"""A request as read from its file and the command line: what is taken, and what is refused and how."""

from datetime import date
from pathlib import Path

import pytest

from attributed import paths
from attributed.errors import BadRequest
from attributed.run.request import read_request, today

GOOD = 'subject = "north-korea"\narticles = ["seeds/*.txt"]\nas_of = 2025-03-12\n'


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(GOOD)
    return path


def test_a_request_is_named_for_its_file(mine: Path) -> None:
    request = read_request(str(mine))
    assert (request.name, request.as_of, request.articles) == ("mine", date(2025, 3, 12), ("seeds/*.txt",))


def test_the_seeds_request_ships() -> None:
    assert read_request("seeds").name == "seeds"


def test_a_day_of_publication_may_be_written_as_a_toml_date(mine: Path) -> None:
    mine.write_text(GOOD + '[published]\n"a.txt" = 2019-09-10\n"b.txt" = "2019-09"\n')
    assert read_request(str(mine)).published == {"a.txt": "2019-09-10", "b.txt": "2019-09"}


def test_without_a_day_it_is_as_of_the_day_that_source_date_epoch_gives(
    mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine.write_text('subject = "north-korea"\n')
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1741737600")
    assert read_request(str(mine)).as_of == date(2025, 3, 12)


def test_without_any_day_it_is_as_of_today(mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    mine.write_text("")
    assert read_request(str(mine)).as_of == today()


@pytest.mark.parametrize(
    ("override", "key", "value"),
    [
        ("title=007", "title", "007"),
        ("title=true", "title", "true"),
        ("title=a = b", "title", "a = b"),
        ("name=2024", "name", "2024"),
        ("as_of=2024-01-31", "as_of", date(2024, 1, 31)),
        ("tlp=AMBER+STRICT", "tlp", "AMBER+STRICT"),
        ('articles=["a/*.txt", "b.txt"]', "articles", ("a/*.txt", "b.txt")),
        ('outlets={"a.txt" = "RFA"}', "outlets", {"a.txt": "RFA"}),
    ],
)
def test_the_command_line_is_taken_by_the_parameters_type(mine: Path, override: str, key: str, value: object) -> None:
    assert getattr(read_request(str(mine), overrides=[override]), key) == value


@pytest.mark.parametrize(
    ("override", "told"),
    [
        ("asof=2024-01-31", "-p asof: asof is no parameter; did you mean as_of?"),
        ("as_of", "-p as_of: expected key=value"),
        ("as_of=0", "-p as_of: as_of is '0'; expected a day such as 2025-03-12"),
        ("as_of=2025-02-30", "-p as_of: as_of is '2025-02-30'"),
        ("tlp=PINK", "-p tlp: tlp is 'PINK'"),
        ("articles=a.txt", "-p articles: 'a.txt' is not TOML"),
        ('articles="a.txt"', "-p articles: articles is 'a.txt'"),
        ("articles=[1]", "-p articles: articles.0 is 1"),
        ("name=../outside", "-p name: name is '../outside'; expected letters, digits"),
        ("name=.hidden", "-p name: name is '.hidden'"),
    ],
)
def test_a_wrong_parameter_is_told_with_those_that_there_are(mine: Path, override: str, told: str) -> None:
    with pytest.raises(BadRequest) as refused:
        read_request(str(mine), overrides=[override])
    assert str(refused.value).startswith(told)
    assert "A briefing's parameters are: name, subject, articles, as_of" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('subject = "x"\n\nas_of = 7\n', "mine.toml, line 3: as_of is 7; expected a day"),
        ('# subject\nsubjet = "x"\n', "mine.toml, line 2: subjet is no parameter; did you mean subject?"),
        ("title = 7\n", "mine.toml, line 1: title is 7"),
        ('[outlets]\n"a.txt" = 5\n', "mine.toml, line 1: outlets.a.txt is 5"),
        ("title = \n", "mine.toml: not TOML: Invalid value (at line 1"),
    ],
)
def test_a_wrong_request_file_is_told_with_file_and_line(mine: Path, text: str, told: str) -> None:
    mine.write_text(text)
    with pytest.raises(BadRequest) as refused:
        read_request(str(mine))
    assert told in str(refused.value)


def test_all_faults_are_told_at_once(mine: Path) -> None:
    mine.write_text('titel = "x"\ntlp = "PINK"\n')
    with pytest.raises(BadRequest) as refused:
        read_request(str(mine), overrides=["as_of=soon"])
    assert [fault in str(refused.value) for fault in ("titel", "PINK", "soon")] == [True, True, True]


def test_an_unknown_request_is_told_with_those_that_there_are() -> None:
    with pytest.raises(BadRequest, match=r"no request 'sedes' in .*briefings; there are: .*seeds"):
        read_request("sedes")


def test_a_request_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match=r"gone\.toml: No such file"):
        read_request(str(tmp_path / "gone.toml"))
    (tmp_path / "latin.toml").write_bytes(b'title = "caf\xe9"\n')
    with pytest.raises(BadRequest, match=r"latin\.toml, byte 12: not UTF-8"):
        read_request(str(tmp_path / "latin.toml"))


def test_a_clock_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(BadRequest, match="SOURCE_DATE_EPOCH is 'yesterday'"):
        today()


def test_paths_of_the_project_are_told_without_the_machines_folders() -> None:
    with pytest.raises(BadRequest) as refused:
        read_request("seeds", overrides=["tlp=PINK"])
    assert str(paths.PROJECT) not in str(refused.value)
