"""Knowledge: every line of a subject folder is checked, and what is wrong is said with file and line."""

import json
import re
import shutil
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import pytest

from attributed import paths
from attributed.errors import BadKnowledge
from attributed.knowledge import Knowledge, find_mentions, read_knowledge
from attributed.knowledge.english import read_words
from attributed.model import UNKNOWN, Article, Known

OUTLINES = paths.PROJECT.parent / "shared" / "corpora" / "names_places" / "kp_counties_osm.geojson"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read_knowledge("north-korea")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the first subject that a test may spoil."""
    subject = tmp_path / "spoilt"
    shutil.copytree(paths.SUBJECTS / "north-korea", subject)
    monkeypatch.setattr(paths, "SUBJECTS", tmp_path)
    read_knowledge.cache_clear()
    yield subject
    read_knowledge.cache_clear()


def append(path: Path, line: str) -> int:
    """Write a line at a file's end and return its number."""
    text = path.read_text(encoding="utf-8").rstrip("\n")
    path.write_text(f"{text}\n{line}\n", encoding="utf-8")
    return len(text.split("\n")) + 1


@pytest.mark.parametrize(
    ("name", "line", "message"),
    [
        ("people.csv", "x,X Y Z,,,atlantis,,Post 2020-01-01", "country is 'atlantis'; no such id"),
        ("people.csv", "kim-jong-un,Somebody Else,,,,,Post 2020-01-01", "the id 'kim-jong-un' is taken already"),
        ("people.csv", "X Y,X Y,,,,,Post 2020-01-01", "id is 'X Y'"),
        ("people.csv", "x-y-z,X Y Z,,,,,", "origin is ''"),
        ("people.csv", "x-y-z,X Y Z", "no cell for hangul"),
        ("people.csv", "x-y-z,X Y Z,,,,,Post 2020-01-01,more", "cells too many"),
        ("offices.csv", "nobody,minister,,,,2012,Post 2020-01-01", "person is 'nobody'; no such id"),
        ("offices.csv", "kim-jong-un,leader,atlantis,,,2012,Post 2020", "organisation is 'atlantis'; no such id"),
        ("offices.csv", "kim-jong-un,leader,,May 2012,,,Post 2020", "start is 'May 2012'"),
        ("offices.csv", "kim-jong-un,leader,,2012-13,,,Post 2020", "start is '2012-13'"),
        ("offices.csv", "kim-jong-un,leader,,2012-02-30,,,Post 2020", "start is '2012-02-30'"),
        ("offices.csv", "kim-jong-un,leader,,2012-05,2011,,Post 2020", "end is '2011'; expected no day before 2012-05"),
        ("places.csv", "x,X,city,,,atlantis,,,Post 2020", "parent is 'atlantis'; no such id"),
        ("places.csv", "x,X,city,,,,north,,Post 2020", "latitude is 'north'"),
        (
            "places.csv",
            "x,X,conty,,,north-korea,,,Post 2020",
            "kind is 'conty'; place_kinds of subject.toml are country, ",
        ),
        ("places.csv", "x,X,city,,,x,,,Post 2020", "parent is 'x', which leads back to 'x'"),
        ("places.csv", "x,X,city,,,,39.1,,Post 2020", "expected both latitude and longitude, or neither"),
        ("places.csv", "x,X,city,,,,125.7,39,Post 2020", "latitude is '125.7'"),
        ("people.csv", "x-y-z,X Y Z,Kim,,,,Post 2020", "hangul is 'Kim': expected Hangul"),
        ("people.csv", "x-y-z,X Y Z,,---,,,Post 2020", "variants.0 is '---': expected a name with a letter"),
        (
            "offices.csv",
            "kim-jong-un,leader,,,,2013/2012,Post 2020",
            "seen is '2013/2012': expected the earlier day first",
        ),
        ("offices.csv", "kim-jong-un,leader,,,,2011/2012/2013,Post", "expected an EDTF date or interval"),
        ("outlets.csv", "x,X,newspaper,no,,,,,F,,https://x.com/,Post", "expected a host such as"),
        ("organisations.csv", "x,X,ministry,,,WPK,,Post 2020", "'WPK' is a name of 'wpk'"),
        ("people.csv", "x-y-z,X Y Z,,Kim Jong Un,,,Post 2020", "'Kim Jong Un' is a name of 'kim-jong-un'"),
        ("people.csv", "x-y-z,X Y Z,,X Y Zet; X Y Zet,,,Post 2020", "'X Y Zet' stands twice"),
        ("outlets.csv", "x,X,paper,no,,,,,F,,,Post 2020", "kind is 'paper'"),
        ("outlets.csv", "x,X,newspaper,no,,,,,Z,,,Post 2020", "letter is 'Z'"),
    ],
)
def test_a_wrong_line_of_a_table_is_named(folder: Path, name: str, line: str, message: str) -> None:
    number = append(folder / name, line)
    with pytest.raises(BadKnowledge) as error:
        read_knowledge("spoilt")
    assert str(error.value).startswith(f"{name}, line {number}: ")
    assert message in str(error.value)


def test_an_unknown_column_is_named(folder: Path) -> None:
    path = folder / "outlets.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("id,name,kind", "id,name,mood,kind", 1), encoding="utf-8")
    with pytest.raises(
        BadKnowledge, match=r"outlets.csv, line \d+: columns are id, name, mood, kind, .*; expected id, "
    ):
        read_knowledge("spoilt")


def test_two_places_that_lie_in_each_other_are_named(folder: Path) -> None:
    append(folder / "places.csv", "x,X,city,,,y,,,Post\ny,Y,city,,,x,,,Post")
    with pytest.raises(BadKnowledge, match=r"places.csv, line \d+: parent is 'y', which leads back to 'x'"):
        read_knowledge("spoilt")


def test_a_table_saved_by_a_spreadsheet_reads_as_before(folder: Path) -> None:
    path = folder / "people.csv"
    before = read_knowledge("spoilt").people
    path.write_text("\ufeff" + path.read_text(encoding="utf-8").replace("\n", "\r\n"), encoding="utf-8", newline="")
    read_knowledge.cache_clear()
    assert read_knowledge("spoilt").people == before


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "events.toml",
            "[event.purge]\nlabel = 'Purge'\nweight = 'high'",
            "events.toml, line 3: event.purge.weight is 'high'",
        ),
        ("events.toml", "[event.purge]\nlabel = 'Purge'\nweight = 1\nmood = 2", "event.purge.mood"),
        ("events.toml", "[event", "events.toml"),
        (
            "romanisation.toml",
            "rewrites = [['(s', 's']]",
            "line 1: rewrites.0.0 is '(s': expected a regular expression",
        ),
        (
            "corrections.toml",
            "[reject]\nname = 'Us'",
            "line 1: [reject] stands in single brackets; expected [[reject]]",
        ),
        ("subject.toml", "name = 'X'\ncountry = 'atlantis'", "subject.toml, line 2: country is 'atlantis'; no such id"),
        (
            "romanisation.toml",
            "countries = ['atlantis']",
            "romanisation.toml, line 1: countries is 'atlantis'; no such id",
        ),
    ],
)
def test_a_wrong_toml_file_is_named(folder: Path, name: str, text: str, message: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(BadKnowledge, match=re.escape(message)):
        read_knowledge("spoilt")


def test_a_word_of_two_stances_is_named_with_its_line(tmp_path: Path) -> None:
    shutil.copytree(paths.LANGUAGES / "english", tmp_path / "english")
    path = tmp_path / "english" / "reporting.toml"
    text = re.sub(r"(?m)^\[verbs\]$", '[verbs]\nodd = ["say"]', path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadKnowledge, match=r"reporting.toml, line \d+: 'say' stands in odd and in neutral"):
        read_words(tmp_path / "english")


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "offices.csv").unlink()
    with pytest.raises(BadKnowledge, match=r"spoilt/offices.csv"):
        read_knowledge("spoilt")


def test_an_unknown_subject_or_language_lists_the_known_ones() -> None:
    with pytest.raises(BadKnowledge, match=r"no subject 'no-such-subject'; known: .*north-korea"):
        read_knowledge("no-such-subject")
    with pytest.raises(BadKnowledge, match="no language 'klingon'; known: english"):
        read_knowledge("north-korea", language="klingon")


def test_a_subject_without_romanisation_matches_listed_forms_only(folder: Path) -> None:
    (folder / "romanisation.toml").unlink()
    plain = read_knowledge("spoilt")
    assert [mention.id for mention in find_mentions("Kim Jong-un left.", plain).people] == ["kim-jong-un"]
    assert find_mentions("Gim Jeong-eun left.", plain).people == ()


def test_the_fingerprint_follows_every_byte_of_the_files(folder: Path) -> None:
    before = read_knowledge("spoilt").fingerprint
    read_knowledge.cache_clear()
    assert read_knowledge("spoilt").fingerprint == before
    append(folder / "people.csv", "x-y-z,Xa Yb Zc,,,,,Post 2020-01-01")
    read_knowledge.cache_clear()
    assert read_knowledge("spoilt").fingerprint != before


def test_every_fact_has_an_origin(knowledge: Knowledge) -> None:
    for listed in (knowledge.people, knowledge.places, knowledge.organisations, knowledge.outlets):
        assert all(entity.origin for entity in listed.values())
    assert all(office.origin for person in knowledge.people.values() for office in person.offices)


def test_the_first_subject_holds_the_provinces_and_enough_officials(knowledge: Knowledge) -> None:
    provinces = {place.name for place in knowledge.places.values() if place.kind == "province"}
    assert {"Chagang Province", "Ryanggang Province", "Kangwon Province"} <= provinces
    counties = [place for place in knowledge.places.values() if place.kind in {"county", "city"} and place.hangul]
    assert len(counties) >= 160
    assert [place.id for place in counties if place.latitude is None] == ["taechon", "kaepung", "taegwan"]
    assert sum(person.country == "north-korea" for person in knowledge.people.values()) >= 250
    assert len(knowledge.organisations) >= 100
    assert len(knowledge.outlets) >= 40


@pytest.mark.shared
@pytest.mark.skipif(not OUTLINES.exists(), reason="the corpora lie beside the checkout of developers only")
def test_positions_lie_inside_the_outlines_of_another_list(knowledge: Knowledge) -> None:
    outlines = {
        re.sub("(시|군|구역)$", "", row["properties"]["name"]): row["geometry"]
        for row in json.loads(OUTLINES.read_text(encoding="utf-8"))["features"]
    }
    checked = [
        (place.id, inside((place.longitude, place.latitude), outlines[stem]))
        for place in knowledge.places.values()
        if place.latitude and place.longitude and (stem := re.sub("(시|군|구역)$", "", place.hangul or "")) in outlines
    ]
    print(f"{sum(is_in for _, is_in in checked)} of {len(checked)} positions lie inside")
    assert len(checked) >= 160
    assert [id_ for id_, is_in in checked if not is_in] == []


def inside(point: tuple[float, float], geometry: dict[str, Any]) -> bool:
    """Whether a point (longitude, latitude) lies in an outline: its ray to the east crosses an odd number of edges."""
    rings = geometry["coordinates"] if geometry["type"] == "Polygon" else chain.from_iterable(geometry["coordinates"])
    east, north = point
    crossed = [
        a
        for ring in rings
        for a, b in pairwise(ring)
        if (a[1] > north) != (b[1] > north) and east < a[0] + (b[0] - a[0]) * (north - a[1]) / (b[1] - a[1])
    ]
    return len(crossed) % 2 == 1


def test_a_status_belongs_to_events_that_make_something_of_a_person(knowledge: Knowledge) -> None:
    assert knowledge.events["execution"].status == "executed"
    assert knowledge.events["warning"].status is None
    assert knowledge.events["execution"].weight > knowledge.events["visit"].weight


def test_reporting_verbs_carry_one_stance_each(knowledge: Knowledge) -> None:
    words = knowledge.english
    assert words.reporting_verbs["say"] == "neutral"
    assert words.reporting_verbs["allege"] == "claim"
    assert words.reporting_verbs["deny"] == "deny"


SIGNED = "reason = 'seen in the original'\nby = 'an editor'\non = 2026-11-21"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"\n[[merge]]\nname = 'x-y'\nto = 'kim-jong-un'\n{SIGNED}", "line 2: merge: name is 'x-y'; no such id"),
        (f"[[merge]]\nname = 'kim-jong-un'\nto = 'x-y'\n{SIGNED}", "line 1: merge: 'x-y' is no id of the people"),
        (f"[[merge]]\nname = 'Kim Jong Il'\nto = 'kim-jong-un'\n{SIGNED}", "is a name of 'kim-jong-il' already"),
        (f"[[split]]\nname = 'Kim Il'\nto = 'x-y'\narticles = ['a']\n{SIGNED}", "line 1: split: 'x-y' is no id"),
        (f"[[split]]\nname = 'Kim Il'\nto = 'X Y'\n{SIGNED}", "line 1: split.0 is "),
        (f"[[rename]]\nname = 'x-y'\nto = 'X Y'\n{SIGNED}", "line 1: rename: 'x-y' is no id"),
        (f"[[reject]]\nname = 'Us'\nkind = 'towns'\n{SIGNED}", "line 3: reject.0.kind is 'towns'"),
        ("[[reject]]\nname = 'Us'\nreason = 'x'\nby = 'y'\non = 'May'", "line 5: reject.0.on is 'May'"),
        (f"[[reject]]\nname = 'Us'\npublished = '2012-13'\n{SIGNED}", "line 3: reject.0.published is '2012-13'"),
        (f"[[reject]]\nname = 'Us'\nmood = 1\n{SIGNED}", "line 3: reject.0.mood"),
        (
            f"[[reject]]\nname = 'Us'\n{SIGNED}\n[[split]]\nname = 'US'\nto = 'X Y'\narticles = ['a']\n{SIGNED}",
            "line 6: split: 'US' is corrected in line 1 already",
        ),
    ],
)
def test_a_wrong_correction_is_named(folder: Path, text: str, message: str) -> None:
    (folder / "corrections.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadKnowledge, match=re.escape(message)) as error:
        read_knowledge("spoilt")
    assert str(error.value).startswith("corrections.toml, line ")


def test_the_examples_in_the_first_subjects_corrections_are_valid(folder: Path) -> None:
    path = folder / "corrections.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    given = [line.removeprefix("# ") for line in lines if line.startswith(("# [[", "# name", "# to", "# kind"))]
    assert read_knowledge("spoilt").corrections == ()
    entries = "\n".join(given).replace("[[split]]", "[[split]]\npublished = '2012/..'")
    path.write_text(re.sub(r"(?m)^(\[\[.*)$", rf"\1\n{SIGNED}", entries), encoding="utf-8")
    read_knowledge.cache_clear()
    assert [one.act.value for one in read_knowledge("spoilt").corrections] == ["merge", "split", "reject", "rename"]


def corrected(folder: Path, text: str) -> Knowledge:
    (folder / "corrections.toml").write_text(text, encoding="utf-8")
    return read_knowledge("spoilt")


def test_merged_entries_are_one_with_all_names_and_offices(folder: Path) -> None:
    offices = {
        one.title for id_ in ("kim-ki-nam", "kim-yong-nam") for one in read_knowledge("spoilt").people[id_].offices
    }
    read_knowledge.cache_clear()
    knowledge = corrected(folder, f"[[merge]]\nname = 'kim-ki-nam'\nto = 'kim-yong-nam'\n{SIGNED}")
    assert "kim-ki-nam" not in knowledge.people
    assert {office.title for office in knowledge.people["kim-yong-nam"].offices} == offices
    assert [m.id for m in find_mentions("Kim Ki Nam left.", knowledge).people] == ["kim-yong-nam"]
    assert [(one.name, one.by, one.reason) for one in knowledge.corrections] == [
        ("kim-ki-nam", "an editor", "seen in the original")
    ]


def test_a_merged_place_or_body_takes_along_what_points_to_it(folder: Path) -> None:
    text = "".join(
        f"[[merge]]\nkind = '{kind}'\nname = '{name}'\nto = '{to}'\n{SIGNED}\n"
        for kind, name, to in (("places", "south-pyongan", "north-pyongan"), ("organisations", "spa", "cabinet"))
    )
    knowledge = corrected(folder, text)
    assert knowledge.places["pukchang"].parent == "north-pyongan"
    assert all(office.organisation != "spa" for one in knowledge.people.values() for office in one.offices)


def test_a_printed_name_joins_an_entry(folder: Path) -> None:
    knowledge = corrected(folder, f"[[merge]]\nname = 'the Marshal'\nto = 'kim-jong-un'\n{SIGNED}")
    assert [m.id for m in find_mentions("Then The Marshal spoke.", knowledge).people] == ["kim-jong-un"]


def test_a_renamed_entry_keeps_its_old_name(folder: Path) -> None:
    knowledge = corrected(folder, f"[[rename]]\nname = 'kim-jong-un'\nto = 'Kim Third'\n{SIGNED}")
    found = find_mentions("Kim Jong Un spoke. Kim Third left.", knowledge).people
    assert [(mention.id, mention.name) for mention in found] == [("kim-jong-un", "Kim Third")] * 2


def test_a_rejected_name_is_found_no_more(folder: Path) -> None:
    knowledge = corrected(folder, f"[[reject]]\nname = 'Kim Jong-un'\n{SIGNED}")
    assert find_mentions("Kim Jong Un spoke.", knowledge).people == ()


def test_a_split_name_is_somebody_else_in_the_articles_meant(folder: Path) -> None:
    knowledge = corrected(
        folder,
        "[[split]]\nname = 'Ri Yong Ho'\nto = 'Ri Yong Ho (trader)'\npublished = '2013/2014-06'\n" + SIGNED,
    )
    text = "Ri Yong-ho sold coal."
    (elsewhere,) = find_mentions(text, knowledge, article(text, "2015-01")).people
    assert {"ri-yong-ho-army", "ri-yong-ho-foreign"} <= set(elsewhere.undecided)
    (there,) = find_mentions(text, knowledge, article(text, "2014-06-30")).people
    assert (there.id, there.name, there.key) == (None, "Ri Yong Ho (trader)", "name:ri yong ho trader")


def article(text: str, published: str | None = None) -> Article:
    return Article("a", "0" * 64, text, UNKNOWN, (), Known(published, "given by the user"), UNKNOWN)
