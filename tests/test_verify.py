"""Checking a report: what stands passes, one changed byte anywhere fails with its place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from attributed.publish.report import Original
from attributed.publish.verify import verify_report
from tests.test_report import of_files, report

PORT = b"The port is shut, the union said.\nNobody at the port would say why.\n"
STRIKE = "“We strike,” said one docker. “We strike,” said another.\n".encode()
CLAIMS = {"port.txt": ("The port is shut",), "strike.txt": ("“We strike,”", "another")}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds/port.txt").write_bytes(PORT)
    (folder / "seeds/strike.txt").write_bytes(STRIKE)
    return folder


@pytest.fixture
def published(tmp_path: Path) -> Path:
    files = {"port.txt": PORT, "strike.txt": STRIKE}
    originals = [Original(data, f"seeds/{name}") for name, data in files.items()]
    return report(tmp_path / "report", of_files(files, CLAIMS), *originals)


def problems(published: Path, project: Path) -> list[str]:
    return [str(problem) for problem in verify_report(published, project=project)]


def change(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, 1))


def test_a_report_as_it_was_published_has_no_problem(published: Path, project: Path) -> None:
    assert problems(published, project) == []


def test_it_stands_without_the_files_it_was_made_from(published: Path, tmp_path: Path) -> None:
    assert problems(published, tmp_path / "elsewhere") == []


def test_a_changed_byte_of_a_kept_article_is_named_with_its_offset_and_the_claim(
    published: Path, project: Path
) -> None:
    change(published / "articles/1-port.txt", b"shut", b"shot")
    assert problems(published, project) == [
        "articles/1-port.txt, byte 14: changed since it was published: its sha256 is not the manifest's",
        "articles/1-port.txt, characters 0..16, claim 1 (c0000000001): the claim's words no longer stand there",
    ]


def test_a_changed_byte_outside_every_claim_is_named_too(published: Path, project: Path) -> None:
    change(published / "articles/1-port.txt", b"why", b"who")
    assert [problem.split(":")[0] for problem in problems(published, project)] == ["articles/1-port.txt, byte 65"]


def test_a_byte_added_at_the_end_is_named(published: Path, project: Path) -> None:
    with (published / "articles/2-strike.txt").open("ab") as file:
        file.write(b"!")
    assert problems(published, project)[0].startswith(f"articles/2-strike.txt, byte {len(STRIKE)}: changed")


def test_a_changed_byte_of_the_original_is_named_with_its_offset(published: Path, project: Path) -> None:
    change(project / "seeds/strike.txt", b"docker", b"doctor")
    assert problems(published, project) == [
        "seeds/strike.txt, byte 29: no longer what the report was made from; the report keeps the bytes as they were"
    ]


@pytest.mark.parametrize("name", ["index.html", "claims.csv", "facts.csv"])
def test_a_changed_byte_of_a_report_file_is_named(published: Path, project: Path, name: str) -> None:
    data = bytearray((published / name).read_bytes())
    data[-1] ^= 1
    (published / name).write_bytes(data)
    assert (
        problems(published, project)[0] == f"{name}: changed since it was published: its sha256 is not the manifest's"
    )


@pytest.mark.parametrize(
    "forge",
    [
        lambda text: text.replace('"claims": 3', '"claims": 2'),
        lambda text: text.replace("2025-03-12", "2025-03-13", 1),
        lambda text: text + "\n",
        lambda text: text.replace('"seal": "', '"seal": "0', 1),
        lambda text: text[:-3],
        lambda text: text[:0],
        lambda text: f"[{text}]",
    ],
)
def test_a_changed_manifest_is_noticed(published: Path, project: Path, forge: Callable[[str], str]) -> None:
    manifest = published / "manifest.json"
    manifest.write_text(forge(manifest.read_text()))
    [problem] = problems(published, project)
    assert problem.startswith("manifest.json: ")


def test_a_missing_and_an_added_file_are_named(published: Path, project: Path) -> None:
    (published / "index.html").unlink()
    (published / "articles/2-strike.txt").unlink()
    (published / "notes.txt").write_text("mine")
    assert problems(published, project) == [
        "articles/2-strike.txt: missing",
        "index.html: missing",
        "notes.txt: not listed in the manifest; it was added later",
    ]


def test_claims_that_say_other_words_are_noticed_even_where_every_hash_fits(published: Path, project: Path) -> None:
    from attributed.publish.manifest import NAME, hashes_of, read_manifest

    manifest = read_manifest(published)
    change(published / "claims.csv", b"The port is shut", b"The port is open")
    forged = manifest.model_copy(update={"files": hashes_of(published)}).sealed()
    (published / NAME).write_bytes(forged.to_json())
    [problem] = problems(published, project)
    assert problem.startswith("articles/1-port.txt, characters 0..16, claim 1")


def test_a_folder_that_is_no_report_is_told_so(tmp_path: Path) -> None:
    [problem] = problems(tmp_path, tmp_path)
    assert "No such file" in problem
