"""How far somebody's words reach, and who says them where the attribution engine left it open."""

from dataclasses import replace

import pytest

from attributed.claims import claims_of
from attributed.claims.bounds import stay_in_sentence
from attributed.claims.drafts import Heard
from attributed.claims.reach import set_right
from attributed.claims.tree import Tree
from attributed.claims.words import read_words
from attributed.model import SourceKind
from attributed.parsing import load_pipeline
from tests.claim_cases import claims, knowledge, read, words


def told(line: str) -> list[tuple[str | None, str]]:
    """Origin and words of each attributed claim of one marked line."""
    found = [claim for claim in claims(line) if claim.source_kind is not SourceKind.REPORTER]
    return [(claim.origin.name, words(claim, line)) for claim in found]


def test_according_to_at_the_end_answers_for_the_whole_sentence() -> None:
    outer, inner = claims(
        "{The envoy said the deal was off}, |according to| <the Central News Agency>.",
    )
    assert (outer.origin.name, inner.origin.name) == ("Central News Agency", "The envoy")
    assert [link.name for link in inner.chain[:2]] == ["The envoy", "Central News Agency"]


def test_according_to_is_no_part_of_what_the_speaker_said() -> None:
    article, engine = read("<The envoy> |said| {the deal was off, according to the Central News Agency}.")
    agency = read("{The envoy said the deal was off}, |according to| <the Central News Agency>.")[1]
    outer, inner = claims_of(article, load_pipeline()(article.text), engine + agency, knowledge())
    assert [claim.content[0].of(article.text) for claim in (outer, inner)] == [
        "The envoy said the deal was off",
        "the deal was off",
    ]
    assert inner.nested_in == outer.id


@pytest.mark.parametrize(
    ("line", "origin", "content"),
    [
        (  # the parser takes "reported" for a participle
            "The envoy had hurt his knee and had an operation in Hamhung in May, the Hanbat Daily, a paper, reported.",
            "Hanbat Daily",
            "The envoy had hurt his knee and had an operation in Hamhung in May",
        ),
        (
            "“The north remains a threat,” Gen Terrence J O’Hara, the air force commander, added in a statement.",
            "Terrence J O’Hara",
            "“The north remains a threat,”",
        ),
        ("On Saturday, China condemned the arrests.", "China", "the arrests"),
        (
            "“You will fall one day,” Brenner, a former agency director, tweeted in response to the premier.",
            "Brenner",
            "“You will fall one day,”",
        ),
        (
            "News reader: “The reason why we did this was to warn them.”",
            "News reader",
            "“The reason why we did this was to warn them.”",
        ),
        (
            "|According to| <the country’s air force>, {each bomb weighs a ton}.",
            "the country’s air force",
            "each bomb weighs a ton",
        ),
        ("A port official also confirmed the seizure.", "A port official", "the seizure"),
        ("“The harbour is unsafe,” a captain shot back.", "a captain", "“The harbour is unsafe,”"),
        (
            "In his speech the envoy was blunt: “Nobody in the ministry believes this story.”",
            "the envoy",
            "“Nobody in the ministry believes this story.”",
        ),
    ],
)
def test_words_that_no_attribution_has_find_their_speaker(line: str, origin: str, content: str) -> None:
    assert told(line) == [(origin, content)]


@pytest.mark.parametrize(
    "line",
    [
        "The ministry has said nothing publicly about the envoy’s absence.",
        "The sign on the gate had changed: “Nobody may enter this factory without a pass.”",
        "<Kim>, |shown| {carrying a box, smiled}.",
        "<Kim Yo Jong>, |believed| {to be 26}, was seen in May.",
        "<Several men> |believed| {to have had ties to him} were held.",
        "<The report> did |not specify| {whom he was paid to shoot}.",
        "<Any new test> |worries| {the neighbors and their allies in the region}.",
        "<The envoy> |discussed| {reopening the park at the border}.",
        "Under fire he praised him. The army condemned over 40 local officials.",
        "<Moon> |offered| {to send an envoy to the north}.",
    ],
)
def test_who_says_nothing_makes_no_claim(line: str) -> None:
    assert told(line) == []


def test_a_closing_verb_may_look_like_a_participle() -> None:
    said = "A sailor who had been held in the port has admitted to trying to sell maps of the isolated island"
    assert told(f"{said}, Japan's Kyodo and China's Xinhua news agencies reported on Friday.")[0] == (
        "Kyodo News",
        said,
    )


def test_whoever_is_quoted_is_no_gloss_of_what_stands_before() -> None:
    trader = "a Swedish trader who had just returned from a trip to Oslo"
    said = "Denmark is preparing to test-sail such a ferry"
    assert told(f"{said}, {trader} was quoted as saying on Friday.") == [(trader, said)]


def test_a_quotation_is_announced_as_a_paragraph_of_its_own() -> None:
    lines = (
        "The embassy released the following note about the fire:",
        "",
        "“Nobody was hurt. The gate is open.",
        "",
        "“Our thanks go to the firemen.”",
        "",
        "They left.",
    )
    text = "\n".join(lines)
    found = [claim for claim in claims(*lines) if claim.source_kind is not SourceKind.REPORTER]
    assert {claim.origin.name for claim in found} == {"The embassy"}
    assert [claim.content[0].of(text) for claim in found] == [
        "“Nobody was hurt",
        "The gate is open",
        "“Our thanks go to the firemen.”",
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("The ministry has denied beating the guards.", [("The ministry", "beating the guards")]),
        ("A pastor confessed to stealing two maps and said so.", [("A pastor", "stealing two maps")]),
        ("The mayor apologised for his crimes.", [("The mayor", "his crimes")]),
        ("The guard changed his plea, admitting to a count of fraud.", [("The guard", "a count of fraud")]),
        ("The guard confessed to the police.", []),
        ("The mayor was admitted to hospital.", []),
    ],
)
def test_what_somebody_owns_up_to_is_his_claim(line: str, found: list[tuple[str, str]]) -> None:
    assert told(line) == found


def test_whoever_owns_up_to_it_inside_a_claim_has_a_claim_there() -> None:
    line = "{The pastor, who is ill, admitted to stealing two maps}, <the agency> |said|."
    outer, inner = claims(line)
    assert (inner.origin.name, words(inner, line), inner.nested_in) == ("The pastor", "stealing two maps", outer.id)


@pytest.mark.parametrize(
    ("line", "contents"),
    [
        ("Brenner was jailed after being accused of stealing a poster.", ["stealing a poster"]),
        ("Brenner is suspected of leaving a book in a bar.", ["leaving a book in a bar"]),
        ("The mayor accused him of stealing a poster.", []),
        ("Brenner was accused by the mayor of stealing a poster.", []),
        ("Brenner has not been accused of stealing a poster.", []),
        ("They jail people accused of stealing a poster.", []),
    ],
)
def test_an_accusation_by_nobody_is_hearsay(line: str, contents: list[str]) -> None:
    found = [claim for claim in claims(line) if claim.source_kind is SourceKind.UNATTRIBUTED_HEARSAY]
    assert [words(claim, line) for claim in found] == contents


@pytest.mark.parametrize(
    "line",
    [
        "The minister's speech has been denounced by some of the envoys.",
        "The traders have also been blamed.",
        "The port has either denied or ignored those charges.",
        "The law asks each port to “keep a list of all ships that have come in from abroad.”",
        "|The state newspaper| published {a scathing editorial against its rivals}.",
        "<The mayor> did |not make| clear {to what he was referring}.",
        "<The traders> |praised| {Minister Lee}.",
    ],
)
def test_a_sentence_that_nobody_says_is_the_article_s_own(line: str) -> None:
    (claim,) = claims(line)
    assert claim.source_kind is SourceKind.REPORTER


@pytest.mark.parametrize(
    ("line", "found", "added"),
    [
        (
            "{The port will be shut}, <the mayor> |said|, {hours after a fire broke out on a ship}.",
            [("the mayor", "The port will be shut")],
            ["hours after a fire broke out on a ship"],
        ),
        (
            "{“We will leave,”} <she> |told| reporters on Monday, as the police sealed off the street.",
            [("she", "“We will leave,”")],
            ["as the police sealed off the street"],
        ),
        (
            "{The port is shut}, <the mayor> |said| on Monday, {as if he knew nothing of it}.",
            [("the mayor", "The port is shut … as if he knew nothing of it")],
            [],
        ),
    ],
)
def test_the_writer_goes_on_behind_a_clause_of_speech(
    line: str, found: list[tuple[str, str]], added: list[str]
) -> None:
    assert told(line) == found
    own = [claim for claim in claims(line) if claim.source_kind is SourceKind.REPORTER]
    assert [words(claim, line) for claim in own] == added


def test_what_others_say_between_a_subject_and_its_verb_does_not_part_them() -> None:
    line = "Captain Lee, <who> |said| {he was born at sea}, was elected mayor on Monday."
    said = next(claim for claim in claims(line) if claim.source_kind is SourceKind.REPORTER)
    assert words(said, line) == "Captain Lee … was elected mayor on Monday"


def test_what_somebody_is_blamed_for_saying_is_his_and_the_blame_the_article_s() -> None:
    line = "<The mayor> came under fire for |saying| {that the port was lost}."
    own, said = claims(line)
    assert words(own, line) == "The mayor came under fire for saying that the port was lost"
    assert (said.origin.name, words(said, line)) == ("The mayor", "the port was lost")


def test_what_only_may_be_is_a_claim_of_its_own() -> None:
    line = "The North has launched two ships over the year, and may be planning a third."
    assert [words(claim, line) for claim in claims(line)] == [
        "The North has launched two ships over the year",
        "may be planning a third",
    ]


def test_whoever_speaks_behind_what_the_writer_adds_is_heard() -> None:
    engine = (
        "<The envoy> |said| {the plan was sound, the agency reported on Sunday, hours after the mayor said it was}."
    )
    agency = (
        "The envoy said {the plan was sound}, <the agency> |reported| on Sunday, hours after the mayor said it was."
    )
    article, said = read(engine)
    found = claims_of(article, load_pipeline()(article.text), said + read(agency)[1], knowledge())
    assert [(claim.origin.name, claim.content[0].of(article.text)) for claim in found] == [
        ("the agency", "The envoy said the plan was sound"),
        ("The envoy", "the plan was sound"),
        ("the mayor", "it was"),
    ]


def test_a_pronoun_that_closes_a_clause_stays_with_it() -> None:
    assert told("<He> |said| {he had seen this}.") == [("He", "he had seen this")]


def test_a_writer_explains_to_what_somebody_refers() -> None:
    article, said = read("{“It has grown,”} |said| <the mayor>, referring to the rules put in place to curb his plans.")
    gloss = read("“It has grown,” said <the mayor>, |referring| to {the rules put in place to curb his plans}.")[1]
    found = claims_of(article, load_pipeline()(article.text), said + gloss, knowledge())
    assert [claim.content[0].of(article.text) for claim in found] == ["“It has grown,”"]


def test_what_will_be_if_something_is_belongs_to_what_stands_before_it() -> None:
    line = "{“It sends a message to the guards, that if you hurt them, we will know who you are,”} |said| <an envoy>."
    assert len(told(line)) == 1


def test_somebody_is_cited_by_an_agency() -> None:
    line = '{"We have done nothing wrong," the ministry spokesman} was |cited| {as saying by KCNA}.'
    (claim,) = claims(line)
    assert words(claim, line) == '"We have done nothing wrong,"'
    assert [link.name for link in claim.chain[:2]] == ["the ministry spokesman", "Korean Central News Agency"]


def test_playing_down_talk_is_the_speaker_s_manner() -> None:
    line = "<Two guards> |insisted| {the envoy was alive and well, playing down talk of his arrest and of a coup}."
    assert told(line) == [("Two guards", "the envoy was alive and well")]


def test_rules_threaten_nobody_with_words() -> None:
    line = "<A council member> |said| {the mines had been shut and its rules threaten all workers in the valley}."
    assert len(claims(line)) == 1


def test_what_the_paper_first_reported_is_not_what_follows() -> None:
    line = (
        "Under the plan, which was first |reported| by <the Hanbat Times>, the move would come {around the end of the "
        "year}, the official said."
    )
    assert "Hanbat Times" not in {origin for origin, _ in told(line)}


def test_some_papers_quote_in_single_marks() -> None:
    line = "{'I don't know,'} <she> |said|. 'It isn't Kim's fault.' The ministry’s lawyers kept silent."
    assert [content for _, content in told(line)] == ["'I don't know,'", "'It isn't Kim's fault.'"]


@pytest.mark.parametrize(
    ("line", "hands", "content"),
    [
        (
            "“We will not leave,” <KCNA> |quoted| the envoy as saying {on the second day of the meeting on Saturday}.",
            ["the envoy", "Korean Central News Agency"],
            "“We will not leave,”",
        ),
        (
            "<The BBC> |quoted| {“We should show them,” the envoy saying to the agency}.",
            ["BBC News"],
            "“We should show them,” the envoy saying to the agency",
        ),
        (
            "“We should show them,” <the BBC> |quoted| {the envoy saying to the agency}.",
            ["the envoy", "BBC News"],
            "“We should show them,”",
        ),
    ],
)
def test_a_quotation_stands_before_who_is_quoted_as_saying_it(line: str, hands: list[str], content: str) -> None:
    (claim,) = claims(line)
    assert [link.name for link in claim.chain[:-1]] == hands
    assert words(claim, line) == content


def test_when_it_was_said_is_no_part_of_what_was_said() -> None:
    line = "<The ministry> |said| shortly after {the release of the pictures that it did not believe the story}."
    assert told(line) == [("The ministry", "it did not believe the story")]


def test_when_it_was_reported_is_no_part_of_what_the_leader_said() -> None:
    article, engine = read("<Kim Jong Un> |said| {the country had a new mine}, state media reported {on Wednesday}.")
    media = read("{Kim Jong Un said the country had a new mine}, <state media> |reported| on Wednesday.")[1]
    outer, inner = claims_of(article, load_pipeline()(article.text), engine + media, knowledge())
    assert [passage.of(article.text) for passage in inner.content] == ["the country had a new mine"]
    assert inner.nested_in == outer.id


def test_what_somebody_was_told_to_do_ends_before_the_next_clause() -> None:
    line = "{Moon asked the army to pick up the prisoner at once, and the train left on time}, <an aide> |said|."
    assert told(line)[1] == ("Moon", "the army to pick up the prisoner at once")


@pytest.mark.parametrize(
    ("line", "contents"),
    [
        ("<Police> |said| {the north broke into computers, planting code laying ground for an attack}.", 1),
        ("<Police> |said| {the north broke into computers, raising fears among users that it may attack soon}.", 2),
    ],
)
def test_what_came_of_it_is_a_claim_of_its_own_only_where_it_is_less_sure(line: str, contents: int) -> None:
    assert len(claims(line)) == contents


def test_who_cites_a_need_cites_nobody() -> None:
    (claim,) = claims("<The minister> |told| the envoy {the wall was useless}, citing a need for new plans.")
    assert claim.origin.name == "The minister"


def test_in_a_passive_nobody_orders() -> None:
    assert len(claims("<One student> |said| {he had long been ill and was urged by his father to join the army}.")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "<Moon> |said| {his ministry will announce a new fine on the banks}.",
        "<Many officers> |thought| {that he was declaring war on the northern province}.",
    ],
)
def test_who_acts_or_will_speak_inside_a_claim_says_nothing_yet(line: str) -> None:
    assert len(claims(line)) == 1


def test_a_quotation_that_was_begun_goes_on() -> None:
    line = "The president took to Twitter, <he> |tweeting|, {“I am very sad about it}. They let them take our coal.”"
    assert [content for _, content in told(line)] == ["“I am very sad about it", "They let them take our coal.”"]


def test_the_name_behind_a_shortened_title_is_the_speaker_s() -> None:
    line = "{The army tracked it}, |said| <the spokesman, Cmdr>. David Benson."
    assert told(line) == [("David Benson", "The army tracked it")]


def test_words_behind_a_paragraph_without_any_are_not_the_speaker_s() -> None:
    lines = (
        "<The envoy> |said| {“The deal is off.”}",
        "The minister came home that night.",
        "{“We shall see,”} all agreed.",
    )
    article, (said, seen) = read(*lines)
    engine = [replace(said, content=said.content + seen.content)]
    found = claims_of(article, load_pipeline()(article.text), engine, knowledge())
    assert [(claim.origin.name, claim.content[0].of(article.text)) for claim in found if claim.source] == [
        ("The envoy", "“The deal is off.”"),
        ("all", "“We shall see,”"),
    ]


def test_what_a_speaker_goes_on_to_tell_is_a_claim_of_its_own() -> None:
    article, engine = read("<The envoy> |said| {the deal was off, telling members that it was over}.")
    sequel = read("<The envoy> said the deal was off, |telling| members {that it was over}.")[1]
    found = claims_of(article, load_pipeline()(article.text), engine + sequel, knowledge())
    assert [claim.content[0].of(article.text) for claim in found] == ["the deal was off", "it was over"]


def test_whom_a_speaker_quotes_says_no_more_than_the_sentence() -> None:
    tree = Tree.of(load_pipeline()("“China came and said, we will do our part. They felt it at sea,” he told us."))
    said, told = tree.words.index("said"), tree.words.index("told")
    one = Heard({tree.words.index("china")}, {said}, set(range(said + 2, told - 1)))
    stay_in_sentence(one, tree)
    assert [tree.words[i] for i in sorted(one.content)][-2:] == ["part", "."]


@pytest.mark.parametrize("last", ["on", "Monday", "this", "this week"])
def test_a_text_may_break_off_behind_a_cue(last: str) -> None:
    tree = Tree.of(load_pipeline()(f"The ministry insists {last}"))
    one = Heard({0, 1}, {2}, set(range(3, len(tree.words))))
    (right,) = set_right([one], set(range(len(tree.words))), tree, read_words(frozenset({"insist"})))
    assert right.named == {0, 1, 2}


@pytest.mark.parametrize("day", ["Monday", "on Monday", "this weekend", "last week"])
def test_the_day_of_a_statement_does_not_date_what_was_stated(day: str) -> None:
    line = f"<The ministry> |said| {{{day} the general had been dismissed}}."
    (claim,) = claims(line, published="2014-03-07")
    assert words(claim, line) == "the general had been dismissed"
    assert claim.time.value is None


@pytest.mark.parametrize(
    ("line", "content"),
    [
        (
            "<The envoy> |has labeled| the general {a fool of low rank} after the talks.",
            "the general a fool of low rank",
        ),
        ("<The ministry> |blamed| the port for {losing the grain}.", "the port for losing the grain"),
        ("<The envoy> |called| the North's {claims “hyperbolic”}.", "the North's claims “hyperbolic”"),
        ("<The editor> |has called out| the paper for {printing a letter}.", "the paper for printing a letter"),
        ("<The envoy> |warned| {allied governments that the port would close}.", "the port would close"),
    ],
)
def test_whom_somebody_names_or_blames_is_part_of_what_is_said_and_whom_he_warns_is_not(
    line: str, content: str
) -> None:
    assert [said for _, said in told(line)] == [content]


def test_a_clause_behind_he_said_tells_when_it_was_said() -> None:
    line = "Officials knew of the claims for months, <two traders> |said| on Monday {after the minister left}."
    assert told(line) == [("two traders", "Officials knew of the claims for months")]


def test_what_somebody_did_besides_saying_it_is_told_by_its_tense() -> None:
    line = "<The envoy> |said| {he's no friend of the ministry and signed the pact in Rome}."
    assert told(line) == [("The envoy", "he's no friend of the ministry")]


def test_a_verb_that_goes_on_from_what_was_said_has_the_same_speaker() -> None:
    demanded = "<The army> |denied| {the report} and demanded the release of the crew."
    assert told(demanded)[1] == ("The army", "the release of the crew")
    astray = "The envoy added it was late, as <the army> is ill, and |said| {the port must open now}."
    assert ("The envoy", "the port must open now") in told(astray)


def test_any_verb_of_judgement_with_that_brings_what_somebody_holds() -> None:
    line = "The court ruled 5-4 along party lines, with two judges absent, that the ministry had broken the law."
    assert told(line) == [("The court", "the ministry had broken the law")]


def test_two_quotations_that_a_colon_parts_are_two_claims() -> None:
    line = "{“It is true that he was a student,”} <the lawyer> |said|: {“He did it for the army.”}"
    assert [said for _, said in told(line)] == ["“It is true that he was a student,”", "“He did it for the army.”"]


def test_the_programme_to_which_it_was_told_is_no_part_of_it() -> None:
    line = "{“We have another policy,”} <the minister> |told| {“The Evening Show”} in May."
    assert [said for _, said in told(line)] == ["“We have another policy,”"]


def test_a_speaker_ends_with_a_whole_word() -> None:
    (claim,) = claims("<His ex>-wives |claimed| {the general had beaten them}.")
    assert claim.origin.name == "His ex-wives"


@pytest.mark.parametrize(
    "line",
    [
        "It goes without |saying| that {the harvest is late this year}.",
        "What was <the ministry> |saying| about {the purge and the trial the other day}?",
        "On Monday <the envoy> tried |to answer| {criticism that the pact was weak}.",
        "He drafted, in March, {a document} |called| {“The Peace Project”} for the army.",
        "They would rather have <us> |worry| {how the port will cope}.",
        "|Asked| by <reporters> {what she had discussed in Rome}, the envoy smiled.",
    ],
)
def test_what_is_only_spoken_of_or_tried_is_not_said(line: str) -> None:
    assert told(line) == []


def test_a_credit_without_a_dash_is_no_part_of_the_report() -> None:
    line = "(CNN) {Aides to the minister knew of it for months}, <two sources> |said| on Monday."
    assert told(line) == [("two sources", "Aides to the minister knew of it for months")]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "That followed a tweet by Trump that the envoy should not waste his time.",
            [("Donald Trump", "the envoy should not waste his time")],
        ),
        ("The talks followed Boyd's remark that the army was late.", [("Boyd", "the army was late")]),
    ],
)
def test_a_noun_of_speech_with_an_owner_brings_what_was_said(line: str, found: list[tuple[str, str]]) -> None:
    assert told(line) == found


def test_an_hour_ends_no_sentence_before_the_name_of_its_zone() -> None:
    line = "{“We saw a missile launch at 10:40 a.m. Hawaii time May 28,”} |said| <a statement from the command>."
    (claim,) = claims(line)
    assert (claim.time.value, claim.places) == ("XXXX-05-28", ())
