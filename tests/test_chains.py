"""A claim's chain names everyone through whose hands it came, origin first."""

import pytest

from attributed.model import Claim, Credit, Passage, Role, SourceKind
from tests.claim_cases import claims


def hands(claim: Claim) -> list[tuple[str, str | None]]:
    return [(link.role.value, link.name) for link in claim.chain]


def test_an_agency_reports_what_a_leader_said() -> None:
    outer, inner = claims("{Kim Jong Un said the officials had taken bribes}, <KCNA> |reported|.")
    assert hands(outer) == [("origin", "Korean Central News Agency"), ("publisher", None)]
    assert hands(inner) == [
        ("origin", "Kim Jong Un"),
        ("relay", "Korean Central News Agency"),
        ("publisher", None),
    ]
    assert inner.nested_in == outer.id
    assert inner.source_kind is SourceKind.STATE_MEDIA  # who answers to the reader


def test_the_article_s_own_assertion_comes_from_its_publisher() -> None:
    (claim,) = claims("The army dismissed its chief of staff.", outlet="RFA")
    assert hands(claim) == [("origin", None), ("publisher", "Radio Free Asia")]
    assert claim.origin.root == claim.chain[-1].root
    assert claim.source == claim.cue == ()


def test_the_address_of_a_listed_outlet_names_it() -> None:
    (claim,) = claims("The army dismissed its chief of staff.", outlet="edition.cnn.com")
    assert (claim.chain[-1].name, claim.chain[-1].root) == ("CNN", "cnn")
    (claim,) = claims("The army dismissed its chief of staff.", outlet="notcnn.com")
    assert claim.chain[-1].root == "name:notcnn.com"


def test_a_byline_adds_collector_translator_and_writer() -> None:
    line = "<A source> |said| {the chairman was dismissed}."
    byline = "Reported by Sung-hui Moon for RFA’s Korean Service."
    start = len("A source said the chairman was dismissed.\n") + byline.index("RFA")
    hands_of_byline = (
        Credit(Role.COLLECTOR, "RFA’s Korean Service", Passage(start, start + 20)),
        Credit(Role.COLLECTOR, "Sung-hui Moon", Passage(start - 18, start - 5)),
        Credit(Role.TRANSLATOR, "Soo Min Jo", Passage(0, 1)),
        Credit(Role.WRITER, "Richard Finney", Passage(0, 1)),
    )
    claim = claims(line, byline, outlet="RFA", hands=hands_of_byline)[0]
    assert [link.role for link in claim.chain] == [
        Role.ORIGIN,
        Role.COLLECTOR,
        Role.TRANSLATOR,
        Role.WRITER,
        Role.PUBLISHER,
    ]
    assert claim.is_translated


def test_whoever_was_told_collected() -> None:
    (claim,) = claims("{The chairman was dismissed}, <a party official> |told| RFA.")
    assert hands(claim)[1] == ("collector", "RFA")


def test_a_document_stands_between_its_author_and_the_source() -> None:
    lines = (
        "<The source> |said| {Kim Jong Un’s directive was read to all officials}.",
        "{The directive’s main point was that such groups should be suppressed}, <the source> |said|.",
    )
    inner = claims(*lines)[-1]
    assert hands(inner)[:3] == [
        ("origin", "Kim Jong Un"),
        ("document", "Kim Jong Un’s directive"),
        ("relay", "The source"),
    ]


def test_whoever_is_cited_is_the_origin() -> None:
    (claim,) = claims("<KCNA> |reported| {the chairman was dismissed}, citing a ministry official.")
    assert hands(claim)[:2] == [("origin", "a ministry official"), ("relay", "Korean Central News Agency")]
    assert claim.source_kind is SourceKind.STATE_MEDIA


def test_whoever_quotes_a_speaker_relays() -> None:
    (claim,) = claims("<A ministry official> |was quoted by KCNA as saying| {the chairman was dismissed}.")
    assert hands(claim)[:2] == [("origin", "A ministry official"), ("relay", "Korean Central News Agency")]


def test_hearsay_without_a_speaker_has_an_origin_without_a_name() -> None:
    claim = claims("{The victims} |are said| {to have met with difficulties}.")[0]
    assert claim.source_kind is SourceKind.UNATTRIBUTED_HEARSAY
    assert claim.origin.name is None


def test_a_statement_through_an_agency_is_relayed_by_it() -> None:
    (claim,) = claims(
        "In a statement carried by the state news agency, <the regime> |called| {the drills a provocation}."
    )
    assert [link.role for link in claim.chain][:2] == [Role.ORIGIN, Role.RELAY]
    assert claim.source_kind is SourceKind.STATE_MEDIA


def test_whom_an_agency_quotes_as_saying_is_the_origin_and_stands_in_the_source() -> None:
    (claim,) = claims("<Yonhap> |quoted| a government official |as saying| {the shots were fired by accident}.")
    assert (claim.origin.name, claim.chain[1].role) == ("a government official", Role.RELAY)
    assert len(claim.source) == 2


def test_an_agency_that_contributed_to_the_report_is_no_link_of_its_claims() -> None:
    lines = (
        "<The ministry> |said| {that the border was closed on Monday}.",
        "The Wire Agency contributed to this report.",
    )
    start = len("The ministry said that the border was closed on Monday.\n")
    hands = (Credit(Role.COLLECTOR, "The Wire Agency", Passage(start, start + len("The Wire Agency"))),)
    assert all(link.name != "The Wire Agency" for link in claims(*lines, hands=hands)[0].chain)


def test_who_quotes_somebody_as_saying_passes_on_their_words() -> None:
    (claim,) = claims("<The broadcaster NHK> |quoted| {a diplomatic source as saying that the envoy was under arrest}.")
    assert hands(claim)[:2] == [("origin", "a diplomatic source"), ("relay", "NHK")]
    assert claim.source_kind is SourceKind.OTHER_OUTLET


def test_an_agency_that_cited_an_official_stands_behind_him() -> None:
    (claim,) = claims("{The general was dismissed in May}, |according to| <Yonhap, which cited an official>.")
    assert hands(claim)[:2] == [("origin", "an official"), ("relay", "Yonhap News Agency")]


def test_a_quotation_that_goes_on_keeps_the_whole_chain() -> None:
    lines = ("{“The army must be ready,” Kim Jong Un said}, |according to| <KCNA>. “The plotters will all be found.”",)
    last = claims(*lines)[-1]
    assert hands(last)[:2] == [("origin", "Kim Jong Un"), ("relay", "Korean Central News Agency")]


def test_who_came_on_through_state_media_goes_on_through_them() -> None:
    found = claims(
        "{Kim Jong Un said the army must be ready}, <KCNA> |reported|.",
        "{“We will not sit idle and wait,”} <Kim> |said|.",
    )
    assert hands(found[-1])[:2] == [("origin", "Kim Jong Un"), ("relay", "Korean Central News Agency")]
    assert found[-1].source_kind is SourceKind.STATE_MEDIA


def test_who_spoke_to_the_article_first_is_no_child_of_state_media() -> None:
    found = claims(
        "{“We will not sit idle and wait,”} <Robert King> |said|.",
        "{Robert King said the talks had failed}, <KCNA> |reported|.",
        "{The talks will go on in May}, <Robert King> |said|.",
    )
    assert [link.role for link in found[-1].chain] == [Role.ORIGIN, Role.PUBLISHER]


def test_an_agency_that_only_helped_is_no_collector() -> None:
    line, byline = "<A trader> |said| {the border was shut}.", "Contributing: The Hanbat Press"
    start = len("A trader said the border was shut.\n") + len("Contributing: ")
    credit = Credit(Role.COLLECTOR, "The Hanbat Press", Passage(start, start + 16))
    assert Role.COLLECTOR not in {link.role for link in claims(line, byline, hands=(credit,))[0].chain}


def test_the_agency_that_publishes_is_no_collector_of_its_own_article() -> None:
    line, byline = "<A trader> |said| {the border was shut}.", "SEOUL (AP)"
    start = len("A trader said the border was shut.\n") + len("SEOUL (")
    credit = Credit(Role.COLLECTOR, "AP", Passage(start, start + 2))
    own = claims(line, byline, outlet="Associated Press", hands=(credit,))[0]
    other = claims(line, byline, outlet="CNN", hands=(credit,))[0]
    assert [Role.COLLECTOR in {link.role for link in claim.chain} for claim in (own, other)] == [False, True]


def test_an_outlet_is_told_until_another_one_is() -> None:
    first, second, third, fourth = claims(
        "{The talks had failed}, <President Trump> |told| Reuters.",
        "<Trump> later |told| Bloomberg News {that he would meet him}.",
        "{“I would go at once,”} <Trump> |said|.",
        "<Trump> |told| his ministers {that he would not go}.",
    )
    assert [hands(claim)[1] for claim in (first, second, third)] == [
        ("collector", "Reuters"),
        ("collector", "Bloomberg News"),
        ("collector", "Bloomberg News"),
    ]
    assert [link.role for link in fourth.chain] == [Role.ORIGIN, Role.PUBLISHER]


def test_whom_a_source_told_stays_in_the_chain_where_another_one_quotes_it() -> None:
    outer, inner = claims("{“Kim is in good health,” the source told the Chosun Ilbo newspaper}, |according to| <AFP>.")
    assert outer.origin.root == "afp"
    assert [link.root for link in inner.chain[1:3]] == ["chosun-ilbo", "afp"]


def test_what_somebody_writes_needs_no_collector() -> None:
    _, tweeted = claims(
        "{The talks had failed}, <President Trump> |told| Reuters.", "<Trump> |tweeted| {that he would meet him soon}."
    )
    assert [link.role for link in tweeted.chain] == [Role.ORIGIN, Role.PUBLISHER]


def test_the_newspaper_that_was_told_is_the_one_named_last() -> None:
    *_, claim = claims(
        "<The Washington Post> |reported| {that the chief would leave}.",
        "<A White House aide> |told| the newspaper {that he had been ill}.",
    )
    assert hands(claim)[1] == ("collector", "Washington Post")
    *_, claim = claims(
        "<The New York Times> |reported| {that the chief would leave}.",
        "<A White House aide> |told| the Times {that he had been ill}.",
    )
    assert hands(claim)[1] == ("collector", "New York Times")


def test_a_news_agency_that_was_told_is_no_newspaper() -> None:
    *_, claim = claims(
        "<The Washington Post> |reported| {that the chief would leave}.",
        "<A White House aide> |told| the news agency {that he had been ill}.",
    )
    assert hands(claim)[1] == ("collector", "the news agency")


def test_an_interview_was_given_to_a_station() -> None:
    (claim,) = claims("<The minister> |said| in an appearance on CBS {that the test was a failure}.")
    assert hands(claim)[1] == ("collector", "CBS")


def test_sources_that_an_agency_quotes_came_through_it() -> None:
    (claim,) = claims(
        "<Intelligence sources, quoted by the Yonhap news agency>, |said| {the North was building a boat}."
    )
    assert [link.role for link in claim.chain[:2]] == [Role.ORIGIN, Role.RELAY]
    assert claim.chain[1].root == "yonhap"


def test_a_paper_has_it_from_whom_it_tells_it_according_to() -> None:
    claim = claims("{Kyodo News said the quake was a test}, |according to| <the China Earthquake Center>.")[-1]
    assert [link.root for link in claim.chain[:2]] == ["name:china earthquake center", "kyodo"]


def test_according_to_one_another_said_names_two() -> None:
    (claim,) = claims("According to <the news agency Nova, the trade minister, Ivan Petrov>, |said| {it was late}.")
    assert hands(claim)[0] == ("origin", "Ivan Petrov")
    outer = claims("|According to| {the news agency Nova, the trade minister, Ivan Petrov, said it was late}.")[0]
    assert hands(outer)[0] == ("origin", "the news agency Nova")


def test_a_cue_between_commas_is_not_the_subject_s() -> None:
    (claim,) = claims("<Mr Lee, the former official> |told| the newspaper, {felt sidelined by the president}.")
    assert claim.source_kind is SourceKind.ANONYMOUS_OFFICIAL
    assert claim.content[0].start == 0


@pytest.mark.parametrize(
    ("line", "chain"),
    [
        (
            "Kim is in good health, <an officer> |was quoted as saying| by {the Yonhap news agency}.",
            ["an officer", "yonhap"],
        ),
        ("Kim is in good health, an officer was quoted as saying by Yonhap.", ["an officer", "yonhap"]),
        ("Kim is ill, an officer was quoted as saying by Yonhap.", ["an officer", "yonhap"]),
        ("Kim is in good health, an officer was quoted as telling the newspaper.", ["an officer", "the newspaper"]),
        ("Kim is in good health, an officer was quoted as saying in the Chosun Ilbo.", ["an officer", "chosun-ilbo"]),
    ],
)
def test_whoever_was_quoted_as_saying_it_said_what_stands_before(line: str, chain: list[str]) -> None:
    (claim,) = claims(line)
    assert claim.content[0].start == 0
    assert [link.name if link.root not in chain else link.root for link in claim.chain[:-1]] == chain
