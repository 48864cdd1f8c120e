"""The analyst's notes: each fault is named with its line, and nothing firmer than its sources passes unmarked."""

from pathlib import Path

import pytest

from attributed import paths, show
from attributed.errors import BadNotes
from attributed.making import make_briefing
from attributed.model import Claim, SourceKind
from attributed.notes import Kind, Notes, check_notes, read_notes
from attributed.notes.reading import notes_from_text
from tests.gold_briefing import gold_briefing
from tests.made import claim, speaker

UNION = claim("c1", speaker("the union"), kind=SourceKind.OFFICIAL_BODY)
DOCKER = claim("c2", speaker("one docker"))
SAME = claim("c3", speaker("a docker", undecided=("one docker",)))
OTHER = claim("c4", speaker("a sailor"))
CLAIMS = (UNION, DOCKER, SAME, OTHER)


def judged(*lines: str, front: str = "") -> Notes:
    head = f"---\n{front}\n---\n" if front else ""
    return notes_from_text(f"{head}## Judgements\n\n### We hold\n\n" + "\n".join(lines) + "\n", name="port.md")


def faults(*lines: str, front: str = "", claims: tuple[Claim, ...] = CLAIMS) -> list[str]:
    try:
        check_notes(judged(*lines, front=front), claims)
    except BadNotes as error:
        return str(error).splitlines()
    return []


def test_sentences_are_read_with_type_citations_and_line() -> None:
    [judgement] = judged(
        "[reported] The port is shut. [@c1]", "[judged] It is likely to stay", "shut. [@c1] [@c2]"
    ).judgements
    first, second = judgement.sentences
    assert (first.kind, first.text, first.claims, first.line) == (Kind.REPORTED, "The port is shut.", ("c1",), 5)
    assert (second.text, second.claims) == ("It is likely to stay shut.", ("c1", "c2"))


def test_a_sentence_in_order_has_no_fault() -> None:
    assert faults("[judged] It is likely that the port stays shut. [@c1]") == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("The port is shut. [@c1]", "port.md, line 5: a sentence without its type: 'The port is shut. [@c1]'"),
        ("[judged] It is likely. It is shut. [@c1]", "port.md, line 5: two sentences of one type"),
        ("[judged] It is likely that it stays shut.", "port.md, line 5: cites no claim"),
        ("[judged] It is likely. [@c9]", "port.md, line 5: there is no claim 'c9' in this briefing"),
        ("[judged] It is possible that it stays shut. [@c1]", "port.md, line 5: 'possible' is no term of ICD 203"),
        ("[judged] It may stay shut. [@c1]", "port.md, line 5: 'may' is no term of ICD 203"),
        ("[judged] It is more likely than not. [@c1]", "port.md, line 5: 'more likely than not' is no term"),
        ("[judged] It is highly likely to stay shut. [@c1]", "port.md, line 5: 'highly likely' is no term of ICD 203"),
        (
            "[judged] We have high confidence that it is likely. [@c1]",
            "port.md, line 5: likelihood and confidence in one sentence",
        ),
    ],
)
def test_a_fault_is_named_with_its_line(line: str, fault: str) -> None:
    with pytest.raises(BadNotes) as caught:
        check_notes(judged(line), CLAIMS)
    assert str(caught.value).startswith(fault)


def test_words_of_two_vocabularies_are_not_mixed() -> None:
    [fault] = faults("[judged] It is likely. [@c1]", "[judged] It is highly improbable. [@c1]")
    assert fault == (
        "port.md, line 6: 'highly improbable' and 'likely' are of two vocabularies of ICD 203; keep to one"
    )


def test_the_other_yardstick_has_other_terms() -> None:
    assert faults("[judged] It is highly likely. [@c1]", front="yardstick: PHIA") == []
    [fault] = faults("[judged] It is very likely. [@c1]", front="yardstick: PHIA")
    assert "'very likely' is no term of PHIA" in fault


@pytest.mark.parametrize(
    "line",
    [
        "[reported] One docker said that the port may stay shut. [@c2]",  # the docker's word
        "[judged] The docker's “may” is likely to mean more. [@c1]",
        "[judged] It is likely to have been so since May. [@c1]",
    ],
)
def test_only_the_analysts_own_words_are_held_against_the_yardstick(line: str) -> None:
    assert faults(line) == []


@pytest.mark.parametrize(
    ("line", "flagged"),
    [
        ("[judged] It is almost certain that the port is shut. [@c2]", True),
        ("[judged] It is almost certain that the port is shut. [@c2] [@c3]", True),  # the same docker, perhaps
        ("[judged] It is almost certain that the port is shut. [@c2] [@c4]", False),
        ("[judged] It is almost certain that the port is shut. [@c2] [@c1]", False),
        ("[judged] It is likely that the port is shut. [@c2]", False),
        ("[judged] The port is shut. [@c2]", True),
        ("[judged] Our confidence is low. [@c2]", False),
        ("[reported] One docker is certain of it. [@c2]", False),
    ],
)
def test_a_firm_word_on_one_unnamed_origin_is_flagged(line: str, *, flagged: bool) -> None:
    assert bool(check_notes(judged(line), CLAIMS)) is flagged


MATRIX = """## Alternatives

- H1: The strike goes on.
- H2: The strike ends.

| Claim | H1 | H2 |
|---|---|---|
| [@c1] | CC | II |
| [@c2] | C | C |
| [@c4] | I | N |

## Indicators to watch

- H1: Ships turn back. [@c1]
"""


def test_diagnosticity_and_what_speaks_against_are_computed() -> None:
    alternatives = notes_from_text(MATRIX, name="port.md").alternatives
    assert alternatives is not None
    assert [evidence.diagnosticity for evidence in alternatives.evidence] == [4, 0, 1]
    assert {name: alternatives.against(name) for name in alternatives.hypotheses} == {"H1": 1, "H2": 2}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("| CC |", "| YES |", "port.md, line 8: H1 is rated 'YES'; expected one of CC, C, N, I, II"),
        ("| H1 | H2 |", "| H1 | H3 |", "port.md, line 1: the table's hypotheses are H1, H3; expected H1, H2"),
        ("| [@c2] | C | C |", "| [@c2] | C |", "port.md, line 9: 1 ratings for 2 hypotheses"),
        ("- H1: Ships", "- H4: Ships", "port.md, line 14: H4 is no hypothesis of the section Alternatives"),
        ("## Indicators to watch", "## Signs", "port.md, line 12: section 'Signs'; expected one of"),
    ],
)
def test_a_matrix_out_of_order_is_named_with_its_line(old: str, new: str, fault: str) -> None:
    with pytest.raises(BadNotes) as caught:
        notes_from_text(MATRIX.replace(old, new), name="port.md")
    assert str(caught.value).startswith(fault)


@pytest.mark.parametrize("front", ["yardstick: my own", "author: me"])
def test_front_matter_that_says_something_else_is_refused(front: str) -> None:
    with pytest.raises(BadNotes, match=r"port\.md, line 2"):
        judged("[judged] It is likely. [@c1]", front=front)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadNotes, match=r"none\.md"):
        read_notes(tmp_path / "none.md")


def test_the_example_of_the_seeds_is_in_order() -> None:
    briefing = make_briefing(name="seeds", as_of="2025-03-12")
    notes = read_notes(paths.REQUESTS / "seeds-notes.md")
    assert check_notes(notes, briefing.claims) == ()
    shown = show.judgements(briefing, notes).html()
    assert 'class="card judged"' in shown
    assert "2 of 4" in str(show.alternatives(briefing, notes))
    assert "Speaks for H1" in str(show.indicators(briefing, notes))


@pytest.mark.parametrize("section", [show.judgements, show.alternatives, show.indicators])
def test_a_briefing_without_notes_says_so(section: object) -> None:
    assert "No analyst’s notes" in str(section(gold_briefing()))  # type: ignore[operator]
