"""Attributions and bare sentences become claims: cut, nested, dated, placed, with the event and whom it befell."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from attributed import paths
from attributed.claims import claims_of, extract_claims
from attributed.claims.contract import as_contract
from attributed.knowledge import read_knowledge
from attributed.model import Attribution, Extraction, Form, Hedge, Passage, Polarity, SourceKind, ZoneKind
from attributed.parsing import load_pipeline
from attributed.reading import read_article, read_page_words
from tests.claim_cases import claims, knowledge, read, words

SHARED = paths.PROJECT.parent / "shared"


@pytest.fixture(scope="module")
def seeds() -> list[Extraction]:
    page = read_page_words()
    articles = [read_article(path, page) for path in sorted(paths.SEEDS.glob("*.txt"))]
    return list(extract_claims(articles, read_knowledge()))


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        # each sentence of a quotation is a claim
        (
            "{“This purge shows that fear is a tool. But it reveals the limits of the strategy,”} <he> |said|.",
            ["“This purge shows that fear is a tool", "But it reveals the limits of the strategy,”"],
        ),
        # questions go with the sentence that they drive home
        (
            "{“Officials are human too. How could they survive without bribes?”} <he> |said|.",
            ["“Officials are human too. How could they survive without bribes?”"],
        ),
        # a clause with a subject of its own is a claim, one that leans on the clause before is not
        (
            "{“The regime punished a few officials, but this method does not work anymore,”} <he> |said|.",
            ["“The regime punished a few officials", "this method does not work anymore,”"],
        ),
        (
            "{“His anger was directed at officials, but they were carrying out his orders,”} <he> |said|.",
            ["“His anger was directed at officials, but they were carrying out his orders,”"],
        ),
        # a reason in front states something too, a condition does not
        (
            "{“Since it is rare for a chairman to come in person, this means the matter is important,”} <he> |said|.",
            ["“Since it is rare for a chairman to come in person", "this means the matter is important,”"],
        ),
        (
            "{“If the chairman comes in person, the matter is important,”} <he> |said|.",
            ["“If the chairman comes in person, the matter is important,”"],
        ),
        # words put into a quotation do not part it
        (
            "{“We have full trust in the DPRK [North Korea] and in the army,”} <he> |said|.",
            ["“We have full trust in the DPRK [North Korea] and in the army,”"],
        ),
        # where and when it was said is no part of what was said
        ("{In a long interview aired on Friday}, <he> |said| {the port was shut}.", ["the port was shut"]),
        ("<He> |said| {Sunday the port had been shut}.", ["the port had been shut"]),
        ("<He> |said| {Monday that the ships were lost}.", ["the ships were lost"]),
        ("<He> |said| {Sunday its ships had been lost}.", ["its ships had been lost"]),
        (
            "{“I am never surprised,”} a smiling <mayor> |told| them {at the harbour when asked about the ships}.",
            ["“I am never surprised,”"],
        ),
        ("{Without a deal}, <he> |said|, {the port would be shut}.", ["Without a deal … the port would be shut"]),
        # and so does a consequence
        (
            "{Kim warned local leaders, raising fears among officials that a purge may be near}, <he> |said|.",
            ["Kim warned local leaders", "raising fears among officials that a purge may be near"],
        ),
    ],
)
def test_one_attribution_is_cut_into_single_claims(line: str, pieces: list[str]) -> None:
    assert [words(claim, line) for claim in claims(line) if claim.nested_in is None] == pieces


def test_a_bare_sentence_is_the_article_s_own_assertion() -> None:
    (claim,) = claims("The army dismissed its chief of staff.")
    assert (claim.source_kind, claim.form, claim.source, claim.cue) == (SourceKind.REPORTER, Form.UNATTRIBUTED, (), ())


@pytest.mark.parametrize("line", ["Is the general still alive?", "Sign of strength or of weakness", "“They fear him.”"])
def test_questions_fragments_and_orphan_quotations_assert_nothing(line: str) -> None:
    assert claims(line) == ()


def test_the_rest_of_an_attributed_sentence_is_asserted_by_the_article() -> None:
    line = "<Authorities> |have labeled| {the affair a crime}, and disbanded the local Party committee."
    first, second = claims(line)
    assert first.source_kind is SourceKind.OFFICIAL_BODY
    assert second.source_kind is SourceKind.REPORTER
    assert words(second, line) == "disbanded the local Party committee"


def test_a_reporting_clause_at_the_end_answers_for_the_whole_sentence() -> None:
    text = "Kim Jong Un said the officials had taken bribes, KCNA reported."
    article, _ = read(text)
    said = Attribution(
        (at(text, "Kim Jong Un"),), (at(text, "said"),), (at(text, text[17:-1]),), Form.INDIRECT, 0.9
    )  # the parser hung ", KCNA reported" into Kim's words
    reported = Attribution(
        (at(text, "KCNA"),), (at(text, "reported"),), (at(text, "the officials had taken bribes"),), Form.INDIRECT, 0.9
    )
    outer, inner = claims_of(article, load_pipeline()(text), [said, reported], knowledge())
    assert outer.text_in(article) == "Kim Jong Un said the officials had taken bribes"
    assert inner.text_in(article) == "the officials had taken bribes"
    assert inner.nested_in == outer.id
    assert [link.name for link in inner.chain][:2] == ["Kim Jong Un", "Korean Central News Agency"]


def test_a_closing_clause_is_heard_even_where_no_attribution_has_it() -> None:
    line = "<Kim Jong Un> |said| {the officials had taken bribes, KCNA reported}."
    outer, inner = claims(line)
    assert outer.origin.name == "Korean Central News Agency"
    assert words(inner, line) == "the officials had taken bribes"
    assert [link.name for link in inner.chain][:2] == ["Kim Jong Un", "Korean Central News Agency"]


def test_a_clause_that_names_its_speaker_last_is_heard_even_where_no_attribution_has_it() -> None:
    line = "The officials had taken bribes, said the envoy, who knows them well."
    (claim,) = claims(line)
    assert words(claim, line) == "The officials had taken bribes"
    assert claim.source_kind is SourceKind.NAMED_OFFICIAL or claim.source_kind is SourceKind.ANONYMOUS_OFFICIAL


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        ("North Korean television", SourceKind.STATE_MEDIA),
        ("A South Korean newspaper", SourceKind.OTHER_OUTLET),
        ("The newspaper of North Korean exiles", SourceKind.OTHER_OUTLET),
    ],
)
def test_a_country_without_free_media_speaks_by_all_of_them(speaker: str, kind: SourceKind) -> None:
    (claim,) = claims(f"<{speaker}> |said| {{the officials had taken bribes}}.")
    assert claim.source_kind is kind


def test_what_cannot_speak_is_no_source() -> None:
    (claim,) = claims("<This initiative> |focuses| {on reviving the economy by fostering local industry}.")
    assert claim.source_kind is SourceKind.REPORTER


def at(text: str, part: str) -> Passage:
    start = text.index(part)
    return Passage(start, start + len(part))


@pytest.mark.parametrize(
    ("line", "content", "cue"),
    [
        ("The general is believed to have been executed.", "The general … been executed", "is believed to have"),
        ("It is known that the general has been executed.", "the general has been executed", "is known"),
        ("The general was reportedly executed.", "The general was reportedly executed", "reportedly"),
    ],
)
def test_hearsay_is_passed_on_not_asserted(line: str, content: str, cue: str) -> None:
    (claim,) = claims(line)
    assert claim.source_kind is SourceKind.UNATTRIBUTED_HEARSAY
    assert claim.hedge is Hedge.HEARSAY
    assert words(claim, line) == content
    assert " … ".join(passage.of(line) for passage in claim.cue) == cue


def test_a_fate_belongs_to_the_person_whose_clause_tells_it() -> None:
    line = (
        "Kim has purged many officials, including his uncle, Jang Song-thaek, who was executed, "
        "and State Security head Kim Won-hong."
    )
    fates = {mention.name: claim.event for claim in claims(line) if claim.nested_in for mention in claim.affected}
    assert fates == {"Jang Song Thaek": "execution", "Kim Won Hong": "purge"}


@pytest.mark.parametrize(
    ("line", "affected"),
    [
        ("The army executed Jang Song Thaek.", ["Jang Song Thaek"]),
        ("Jang Song Thaek was executed by the army.", ["Jang Song Thaek"]),
        ("Jang Song Thaek is believed to have been executed.", ["Jang Song Thaek"]),
        ("The execution of Jang Song Thaek shocked the capital.", ["Jang Song Thaek"]),
        ("Kim Jong Un executed several officials.", []),
        ("Kim Jong Un executed his uncle Jang Song Thaek.", ["Jang Song Thaek"]),
    ],
)
def test_an_event_befalls_its_object_not_its_doer(line: str, affected: list[str]) -> None:
    claim = claims(line)[0]
    assert claim.event == "execution"
    assert [mention.name for mention in claim.affected] == affected


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("The army fired two missiles.", "missile_launch"),
        ("The army fired back.", None),
        ("Officials tried to find food in the province.", None),
    ],
)
def test_what_befalls_nobody_is_no_event_of_persons(line: str, event: str | None) -> None:
    (claim,) = claims(line)
    assert claim.event == event
    assert claim.affected == ()


def test_a_time_is_the_one_nearest_to_the_main_predicate() -> None:
    (claim,) = claims("On January 27th the general, appointed in 2019, was dismissed.", published="2025-02-25")
    assert claim.time.value == "2025-01-27"


def test_a_claim_without_a_time_says_so() -> None:
    (claim,) = claims("The army dismissed its chief of staff.")
    assert claim.time.value is None
    assert claim.time.basis == "no time expression in the claim"


def test_the_region_is_that_of_the_speaker() -> None:
    (claim,) = claims("<A source in Jagang province> |said| {the order was read to commanders in the region}.")
    assert [place.name for place in claim.places] == ["Chagang Province"]


def test_a_bare_surname_is_open_once_two_people_bear_it() -> None:
    line = "Kim Jong Un dismissed Kim Won Hong."
    first, second = claims(line, "Kim visited a farm in the north.")
    assert len(first.people) == 2
    assert second.people == ()


def test_seed_claims_stand_verbatim_in_the_body(seeds: list[Extraction]) -> None:
    for extraction in seeds:
        bodies = [zone.passage for zone in extraction.article.zones_of(ZoneKind.BODY)]
        for claim in extraction.claims:
            assert claim.text_in(extraction.article)
            assert all(any(body.covers(passage) for body in bodies) for passage in claim.content)


def test_claim_ids_are_distinct_and_nesting_leads_to_a_claim(seeds: list[Extraction]) -> None:
    for extraction in seeds:
        ids = [claim.id for claim in extraction.claims]
        assert len(ids) == len(set(ids))
        assert {claim.nested_in for claim in extraction.claims} - {None} <= set(ids)


def test_the_contract_is_plain_json(seeds: list[Extraction]) -> None:
    for extraction in seeds:
        row = as_contract(extraction)
        assert json.loads(json.dumps(row)) == row
        assert {"id", "published", "outlet", "zones", "claims"} == set(row)


@pytest.mark.shared
def test_the_seeds_score_as_agreed(seeds: list[Extraction], tmp_path: Path) -> None:
    if not SHARED.exists():
        pytest.skip("shared/tools is not beside this checkout")
    predicted = tmp_path / "predicted.jsonl"
    predicted.write_text("\n".join(json.dumps(as_contract(extraction)) for extraction in seeds), encoding="utf-8")
    command = [sys.executable, str(SHARED / "tools/score_claims.py"), str(paths.GOLD / "claims.jsonl"), str(predicted)]
    score = json.loads(subprocess.check_output([*command, str(paths.SEEDS), "--json"]))
    assert score["furniture"] == 0
    assert score["attributed"]["f1"] >= 0.88
    assert score["both"]["f1"] >= 0.85
    assert score["reporter recall"] >= 0.80
    assert score["chain"] >= 0.85
    assert score["origin"] >= 0.92
    assert score["source kind"] >= 0.92


def test_clauses_of_one_firmness_stay_one_claim() -> None:
    line = "{“The talks are hard, but our diplomats go on,”} <the minister> |said|."
    (claim,) = claims(line)
    assert words(claim, line) == "“The talks are hard, but our diplomats go on,”"


@pytest.mark.parametrize(
    "line",
    [
        "<The ministry> |did not say| {when the visit of the delegation took place}.",
        "<The spokeswoman> declined to |comment| {on the negotiations behind the release of the prisoner}.",
    ],
)
def test_what_nobody_said_is_the_articles_own(line: str) -> None:
    assert {claim.source_kind for claim in claims(line)} == {SourceKind.REPORTER}


def test_rumours_are_claims_of_nobody() -> None:
    kinds = [c.source_kind for c in claims("The leader is back, ending rumors that he was gravely ill or deposed.")]
    assert SourceKind.UNATTRIBUTED_HEARSAY in kinds


def test_a_noun_with_an_owner_and_a_clause_is_speech() -> None:
    line = "The envoy dismissed a statement by the premier that the northern border had been closed."
    assert [p.of(line) for c in claims(line) for p in c.source] == ["the premier"]


def test_a_clause_that_closes_a_sentence_answers_for_it_before_the_quotation_behind_it() -> None:
    line = "The white jet left for the island, <Ms. Harper> |said|. {“He is in good health and he is glad to be home.”}"
    first, second = claims(line)
    assert words(first, line) == "The white jet left for the island"
    assert first.origin.root == second.origin.root


@pytest.mark.parametrize(
    "filed", ["ASPEN, Colorado — ", "NEW YORK CITY – ", "PAJU, South Korea ", "SMALLTOWN, China ", "SEOUL/TOKYO "]
)
def test_a_dateline_may_name_a_place_that_no_list_has(filed: str) -> None:
    (claim,) = claims(f"{filed}<The mayor> |said| {{the harbour was shut}}.")
    assert claim.origin.name == "The mayor"
    (own,) = claims(f"{filed}The army moved three divisions to the border on Monday.")
    assert own.content[0].start == len(filed)


def test_a_cue_in_a_dateline_is_nobody_s() -> None:
    (claim,) = claims("|SEOUL (Reuters)| - {Kim Jong Un is in good health now}.")
    assert claim.is_the_articles_own


def test_what_is_said_in_a_dateline_alone_is_nothing() -> None:
    (claim,) = claims("{SEOUL (Reuters)} - Kim Jong Un visited a factory that |was described| by the ministry.")
    assert claim.is_the_articles_own


def test_an_aside_that_opens_a_paragraph_is_no_credit() -> None:
    found = claims("(Jang was executed in 2013.) Kim visited a factory on Monday.")
    assert found[0].event == "execution"


def test_a_dateline_is_no_part_of_a_claim() -> None:
    (claim,) = claims("SEOUL (Wire) - The army moved three divisions to the border on Monday.")
    assert [mention.name for mention in claim.places] == []
    (bare,) = claims("PYONGYANG The army moved three divisions to the border on Monday.")
    assert bare.places == ()
    line = "NORTH Korean officers moved three divisions to the border on Monday."
    (first,) = claims(line)
    assert words(first, line) == line[:-1]
    for head in ("(Wire) - ", "SMALLTOWN (Wire News) -- ", "By Ann Smith and Ben Jones BEIJING/SEOUL, Oct 9 (Wire) - "):
        line = f"{head}The army moved three divisions to the border on Monday."
        (credited,) = claims(line)
        assert words(credited, line) == "The army moved three divisions to the border on Monday"
        assert credited.places == credited.people == ()
    line = "SEOUL <South Korea> |announced| that {an anti-missile unit will move to the south on Monday}."
    (joined,) = claims(line)
    assert joined.origin.name == "South Korea"


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("U.S. officials moved the prisoner on Monday.", []),
        ("The student went to the University of Virginia on Monday.", []),
        ("Russian meddling worried the two ministers on Monday.", []),
        ("A North Korean trawler and two U.S. jets were seen at sea.", []),
        ("The trader died in a North Korean prison, far from American soil.", ["North Korea", "United States"]),
        ("The minister was likened to Syria's Bashar al-Assad.", []),
        ("The trader was born in Jackson, Michigan, and lived alone.", ["Jackson", "Michigan"]),
        ("North Korea fell silent. Shots from the North hit a guard post.", ["North Korea", "North Korea"]),
    ],
)
def test_places_are_named_not_offices(line: str, places: list[str]) -> None:
    assert [mention.name for claim in claims(line) for mention in claim.places] == places


def test_a_time_of_a_relative_clause_does_not_date_the_claim() -> None:
    (claim,) = claims("The marshal, who was last seen in May 2014, has lost his post.")
    assert claim.time.value is None


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("The director of intelligence, Dan Coltrane, left. Mr Coltrane was tired.", ["Dan Coltrane", "Dan Coltrane"]),
        ("Ms. Holloway moved to the coast on Monday.", ["Holloway"]),
        ("Secretary of State Rex W. Tillerson left the capital on Monday.", ["Rex Tillerson"]),
        ("The Trump administration left the accord on Monday.", []),
        ("She cast her vote at Kim Il Sung University of Politics.", []),
        ("<Jill Harper> |said| {the talks had failed on Monday}.", ["Jill Harper"]),
    ],
)
def test_people_are_named_in_content_or_source(line: str, people: list[str]) -> None:
    assert [mention.name for claim in claims(line) for mention in claim.people] == people


def test_a_surname_stays_with_whom_it_stood_for_before_namesakes_came_on() -> None:
    found = claims(
        "Kim Jong Un was absent for a month.",
        "Kim walked with a cane on Monday.",
        "His father was Kim Jong Il of the older generation.",
        "Kim lost much weight over the summer.",
    )
    assert [mention.name for mention in found[-1].people] == ["Kim Jong Un"]


@pytest.mark.parametrize(
    "line",
    [
        "In the comedy two reporters are hired by a bureau to assassinate Kim Jong Un in his palace.",
        "The men were sent by a rival to kill Kim Jong Nam at the airport.",
        "Kim Jong Un fired back at his critics on Monday.",
    ],
)
def test_what_was_only_meant_or_made_up_befell_nobody(line: str) -> None:
    assert all(claim.affected == () for claim in claims(line))


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("A bomb killed three soldiers at the border on Monday.", "death"),
        ("The general in charge of the harbour slept on Monday.", None),
        ("The two ministers met with fire and fury from the crowd.", None),
    ],
)
def test_words_of_one_event_are_not_taken_for_another(line: str, event: str | None) -> None:
    assert claims(line)[0].event == event


@pytest.mark.parametrize(
    "line",
    [
        "<The ministry> |declined| {to comment on the reports}.",
        "<The officials> |refused| {to say when the trial would begin}.",
        "<Germany> |wants| {to see what more the bloc can do}.",
        "Why would <the South> |reveal| {its plans so publicly}?",
        "<The trader>, who spoke first, |asked| {not to be identified}.",
        "<The council> |voted| {to close the harbour for good}.",
        "The mayor praised the crew, <she> |referring| {to the long night at sea}.",
        "<The mayor> |spoke| {about the loss of three good ships}.",
        "<The mayor> |expressed| {anger about the loss of three good ships}.",
        "<The council> |confirmed| {Ida Brandt as harbour master}.",
        "The walk was long. <His> |comments| {on the plan for the harbour} were short.",
        "The walk was long. <His> |promise| {to open the harbour that the owners had shut} was kept.",
        "<The mayor> |responded| {with a long letter}.",
        "<No one> |says| {that the harbour is shut}.",
        "<That> |said|, {the harbour was open again in May}.",
        "<The mayor> |could describe| {the loss of the ships as good news}.",
    ],
)
def test_what_is_wanted_refused_or_asked_is_no_claim_of_a_speaker(line: str) -> None:
    assert all(claim.is_the_articles_own for claim in claims(line))


def test_who_acts_and_then_speaks_keeps_both() -> None:
    line = "<Trump> shrugged off the reports in May, |telling| reporters {that he was happy with his ministers}."
    own, said = claims(line)
    assert own.is_the_articles_own
    assert words(own, line).startswith("Trump shrugged off")
    assert words(said, line) == "he was happy with his ministers"


def test_a_plain_clause_of_speech_is_heard_though_no_attribution_has_it() -> None:
    line = "Shopkeepers said the waitresses would sometimes buy small things."
    (claim,) = claims(line)
    assert claim.origin.name == "Shopkeepers"
    assert words(claim, line) == "the waitresses would sometimes buy small things"


def test_whoever_said_that_something_is_so_is_somebody() -> None:
    said = [claim for claim in claims("The jockey told the paper that the harbour was shut.") if claim.source]
    assert [claim.origin.name for claim in said] == ["The jockey"]


def test_a_note_that_reads_so_is_heard_though_no_attribution_has_it() -> None:
    line = "“The harbour will be closed for the whole of the year,” the note left by the crew reads."
    (claim,) = claims(line)
    assert (claim.origin.name, claim.source_kind) == ("the note left by the crew", SourceKind.DOCUMENT)


def test_to_whom_it_was_said_stands_before_a_colon_or_that() -> None:
    line = "<Trump> |told| {reporters at the White House: “He is still here with us.”}"
    assert words(claims(line)[0], line) == "“He is still here with us.”"
    line = "<The service> |told| {members in a briefing that the minister was dead}."
    assert words(claims(line)[0], line) == "the minister was dead"


def test_a_paragraph_of_quotation_belongs_to_who_spoke_before() -> None:
    found = claims(
        "{It does not involve any weapons}, |says| <Isaac Stone, a fellow at the institute>.",
        "“It is a way for them to say that they mean business.”",
    )
    assert found[1].origin.root == found[0].origin.root


def test_a_post_is_whose_who_signed_it() -> None:
    found = claims(
        "He posted again in the evening.",
        "Great to be back from the summit with our friends. — Jane Doe (@janedoe) February 28, 2019",
    )
    assert found[-1].origin.name == "Jane Doe"


@pytest.mark.parametrize("whom", ["Ri Yong Gil and Pak Jong Chon", "the general", "two ministers"])
def test_who_dismisses_somebody_says_nothing(whom: str) -> None:
    (claim,) = claims(f"<The Politburo> |dismissed| {{{whom} for negligence}}.")
    assert claim.event == "dismissal"
    assert claim.is_the_articles_own
    assert claim.polarity is Polarity.AFFIRMED


@pytest.mark.parametrize("line", ["{the report}", "{reports that Kim was ill}", "{the general as a liar}"])
def test_who_dismisses_a_report_or_says_what_somebody_is_speaks(line: str) -> None:
    (claim,) = claims(f"<The ministry> |dismissed| {line}.")
    assert not claim.is_the_articles_own


def test_how_somebody_spoke_is_no_part_of_what_was_said() -> None:
    line = "{“The commanders are afraid,”} <the source> |said|, {also speaking on condition of anonymity}."
    (claim,) = claims(line)
    assert claim.content == (Passage(0, len("“The commanders are afraid,”")),)


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("The ministry launched two rockets from the eastern coast on Monday.", "missile_launch"),
        ("The ministry launched airstrikes against the port on Monday.", None),
        ("The minister was fired on Monday.", "dismissal"),
        ("The ministry launched a new housing policy on Monday.", "policy_launch"),
        ("The scheme, unveiled in May, is meant to help farmers.", "policy_launch"),
    ],
)
def test_a_verb_tells_an_event_of_the_things_that_it_is_done_to(line: str, event: str | None) -> None:
    (claim,) = claims(line)
    assert claim.event == event


@pytest.mark.parametrize(
    "line",
    [
        "<Tuesday’s events> |contradicted| {the claim that the talks had gone well}.",
        "<The heightened tensions> |urged| {that both sides should keep calm}.",
    ],
)
def test_what_the_writer_reads_off_events_is_the_writer_s(line: str) -> None:
    assert {claim.source_kind for claim in claims(line)} == {SourceKind.REPORTER}


@pytest.mark.parametrize("speaker", ["The captives", "The couple", "The team", "The six", "The firm"])
def test_a_group_may_urge_something(speaker: str) -> None:
    found = claims(f"<{speaker}> |urged| {{that both sides should keep calm}}.")
    assert speaker in {claim.origin.name for claim in found}
