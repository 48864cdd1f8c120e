"""Who did what to whom, how many, on what charge and by what means."""

import pytest

from attributed.claims.contract import as_contract
from attributed.model import Extraction
from tests.claim_cases import claims, read


def names(line: str, field: str) -> list[str]:
    return [mention.name for mention in getattr(claims(line)[0], field)]


# The parser loses whom it befalls: that is not the speaker.
LOST = (
    "{“We knew their pastor, Reverend Paek, who, along with eight others gathered in prayer and fellowship, "
    "was murdered last night,”} <Kim Jong Un> |said|."
)


@pytest.mark.parametrize(
    ("line", "agents"),
    [
        ("Kim Jong Un executed his uncle Jang Song Thaek.", ["Kim Jong Un"]),
        ("Jang Song Thaek was executed by the State Affairs Commission.", ["State Affairs Commission"]),
        ("Kim Jong Un's execution of Jang Song Thaek shocked the elite.", ["Kim Jong Un"]),
        ("Kim Jong Un had Hyon Yong Chol executed.", ["Kim Jong Un"]),
        ("Kim Jong Un carried out a purge of the army.", ["Kim Jong Un"]),
        ("Otto Warmbier was arrested by Thames Valley Police.", ["Thames Valley Police"]),  # in no list
        ("North Korea detained Otto Warmbier.", ["North Korea"]),
        ("<North Korea> |said| {it had detained an American student}.", ["North Korea"]),
        ("Donald Trump replaced Rex Tillerson with Mike Pompeo.", ["Donald Trump"]),
    ],
)
def test_an_event_has_its_doer(line: str, agents: list[str]) -> None:
    assert names(line, "agents") == agents


@pytest.mark.parametrize(
    "line",
    [
        "Kim Won Hong lost his post.",
        "Jang Song Thaek was executed.",
        "Choe Ryong Hae was replaced by Kim Won Hong.",  # a successor does nothing to him
        "North Korean officials detained Otto Warmbier.",  # nobody is named
    ],
)
def test_nobody_is_made_the_doer(line: str) -> None:
    assert names(line, "agents") == []


@pytest.mark.parametrize(
    ("line", "affected"),
    [
        ("Kim Won Hong lost his post as head of the ministry.", ["Kim Won Hong"]),
        ("Kim Won Hong, who was dismissed as minister, has been executed.", ["Kim Won Hong"]),
        ("Dismissed in May, Kim Won Hong went to the countryside.", ["Kim Won Hong"]),
        ("Kim Won Hong was delayed before being taken away.", ["Kim Won Hong"]),
        ("Kim Won Hong was demoted and then removed from office.", ["Kim Won Hong"]),
        ("Kim Won Hong suffered a stroke.", ["Kim Won Hong"]),
        ("Kim Jong Un succeeded his father Kim Jong Il.", ["Kim Jong Un"]),
        ("Kim Jong Il was succeeded by Kim Jong Un.", ["Kim Jong Un"]),
        ("Kim Won Hong was given a life sentence.", ["Kim Won Hong"]),
        ("The court gave Otto Warmbier a sentence of 15 years.", ["Otto Warmbier"]),
        ("Kim Won Hong's dismissal surprised the elite.", ["Kim Won Hong"]),
        ("Kim Jong Un's execution of Jang Song Thaek shocked the elite.", ["Jang Song Thaek"]),
        ("Kim Jong Un had Hyon Yong Chol executed.", ["Hyon Yong Chol"]),
        ("Jang Song Thaek, Kim Won Hong and two aides were executed.", ["Jang Song Thaek", "Kim Won Hong"]),
        ("Kim Jong Un's purges weakened the army.", []),
        (LOST, []),
    ],
)
def test_an_event_befalls_whom_the_grammar_says(line: str, affected: list[str]) -> None:
    assert names(line, "affected") == affected


@pytest.mark.parametrize(
    ("lines", "affected"),
    [
        (("Kim Won Hong was the minister. He was dismissed in May.",), ["Kim Won Hong"]),
        (("Ri Yong Ho disappeared in 2012. The army announced his dismissal.",), ["Ri Yong Ho"]),
        (("Kim Jong Un met Ri Yong Ho. He was executed.",), []),  # either may be meant
        (("Kim Won Hong met the general. He was dismissed in May.",), []),
        (("He worked with Kim Won Hong. He was dismissed in May.",), []),
        (("Kim Won Hong was the minister.", "He was dismissed in May."), []),  # another paragraph
    ],
)
def test_a_pronoun_stands_for_the_only_person_before_it(lines: tuple[str, ...], affected: list[str]) -> None:
    last = claims(*lines)[-1]
    assert [mention.name for mention in last.affected] == affected


@pytest.mark.parametrize(
    ("line", "bounds"),
    [
        ("Kim Jong Un condemned over 40 local officials.", (41, None)),
        ("Jang Song Thaek, Kim Won Hong and two aides were executed.", (4, 4)),
        ("The execution of dozens of officials shocked the elite.", (24, None)),
        ("A bomb at the border killed twelve.", (12, 12)),
        ("The army executed over 40 officials.", (41, None)),
        ("The army executed Jang Song Thaek.", None),
        ("Kim Jong Un opened 40 farms.", None),
    ],
)
def test_the_count_is_of_those_to_whom_it_is_done(line: str, bounds: tuple[int, int | None] | None) -> None:
    count = claims(line)[0].count
    assert (count and (count.fewest, count.most)) == bounds


@pytest.mark.parametrize(
    ("line", "charge"),
    [
        ("Jang Song Thaek was executed for treason.", "for treason"),
        ("Jang Song Thaek was executed on charges of treason.", "on charges of treason"),
        ("Jang Song Thaek was executed on treason charges.", "on treason charges"),
        ("Kim Won Hong was accused of taking bribes.", "of taking bribes"),
        ("Kim Won Hong was sent to a labour camp over the failed summit.", "over the failed summit"),
        ("About 30 officials were arrested after being accused of smuggling.", "of smuggling"),
        ("Otto Warmbier was given a sentence of 15 years for subversion.", "for subversion"),
        ("Jang Song Thaek was executed by firing squad for treason.", "for treason"),
        ("Jang Song Thaek was accused of plotting a coup and executed in May.", "of plotting a coup"),
        ("Otto Warmbier was detained for 17 months.", None),
        ("Otto Warmbier was detained for the first time.", None),
        ("Kim Won Hong was appointed for his loyalty.", None),  # no charge but praise
    ],
)
def test_a_charge_is_what_it_is_done_for(line: str, charge: str | None) -> None:
    passage = claims(line)[0].charge
    assert (passage and passage.of(line)) == charge


@pytest.mark.parametrize(
    ("line", "method"),
    [
        ("Hyon Yong Chol was executed with an anti-aircraft gun.", "with an anti-aircraft gun"),
        ("Jang Song Thaek was executed by firing squad for treason.", "by firing squad"),
        ("Hyon Yong Chol was executed in public.", "in public"),
        ("The prisoner was publicly executed.", "publicly"),
        ("Kim Jong Un could carry out a purge by mobilizing his guards.", "by mobilizing his guards"),
        ("Kim Jong Un was seen in public.", None),
        ("Hyon Yong Chol was executed with his aides.", None),
    ],
)
def test_a_method_is_by_what_means_it_is_done(line: str, method: str | None) -> None:
    passage = claims(line)[0].method
    assert (passage and passage.of(line)) == method


def test_the_contract_has_the_roles_and_the_standing_of_sources() -> None:
    line = "<Two sources close to the army> |said| {Kim Jong Un executed over 40 officials for treason}."
    article, _ = read(line)
    (row,) = as_contract(Extraction(article, claims(line)))["claims"]
    assert [agent["name"] for agent in row["agents"]] == ["Kim Jong Un"]
    assert row["count"]["bounds"] == [41, None]
    start, end = row["charge"]
    assert article.text[start:end] == "for treason"
    assert row["method"] is None
    origin = row["chain"][0]
    assert origin["count"]["bounds"] == [2, 2]
    start, end = origin["access"]
    assert article.text[start:end] == "close to the army"
    assert "condition" not in origin
