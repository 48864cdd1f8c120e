"""Speakers are told apart by what the article says of them, and left open where it does not tell."""

import pytest

from attributed.claims import claims_of
from attributed.model import SourceKind
from attributed.parsing import load_pipeline
from attributed.reading import article_from_text, read_page_words
from tests.claim_cases import claims, knowledge, read


def test_he_is_the_last_who_spoke() -> None:
    first, second = claims(
        "{“They are afraid,”} <one source> |said|.", "{“It will get worse before the winter,”} <he> |said|."
    )
    assert second.origin.root == first.origin.root
    assert second.origin.name == "one source"


def test_a_quotation_of_its_own_paragraph_goes_on_with_the_speaker_before() -> None:
    first, second = claims("{“They are afraid,”} <one source> |said|.", "“It will get worse before the winter comes.”")
    assert second.origin.root == first.origin.root
    assert second.source == first.source


def test_he_inside_a_quotation_is_not_the_one_who_speaks() -> None:
    outer, inner = claims("{“He ordered all the generals to take part in the drill,”} <one source> |said|.")
    assert inner.nested_in == outer.id
    assert inner.origin.root != outer.origin.root
    assert inner.origin.name == "He"


def test_he_is_open_where_nobody_spoke_before() -> None:
    (claim,) = claims("{“It will get worse before the winter,”} <he> |said|.")
    assert claim.origin.name == "he"
    assert claim.source_kind is None


def test_the_source_is_the_one_introduced_last() -> None:
    first, second, third = claims(
        "{The order came in December}, <a party official in Yanggang> |told| RFA.",
        "{It reached the army}, <a source in Jagang with connections to the military> |said|.",
        "{The commanders are now very afraid}, <RFA’s source> |said|.",
    )
    assert third.origin.root == second.origin.root != first.origin.root


def test_an_official_is_called_a_source_again() -> None:
    first, second = claims(
        "{The order came in December}, <a party official in Yanggang> |told| RFA.",
        "{The chairman delivered it in person}, <the source> |said|.",
    )
    assert second.origin.root == first.origin.root
    assert second.source_kind is SourceKind.ANONYMOUS_OFFICIAL


def test_two_descriptions_are_two_speakers() -> None:
    first, second = claims(
        "{The order came in December}, <a trader in Hyesan> |said|.",
        "{It reached the army}, <an official in Pyongsong> |said|.",
    )
    assert first.origin.root != second.origin.root
    assert first.origin.undecided == second.origin.undecided == ()


def test_fewer_words_for_somebody_new_are_undecided() -> None:
    first, second = claims(
        "{The order came in December}, <one confidential source> |said|.", "{It reached the army}, <one source> |said|."
    )
    assert first.origin.root != second.origin.root
    assert second.origin.undecided == (first.origin.root,)
    assert first.origin.undecided == (second.origin.root,)


def test_another_source_is_another() -> None:
    first, second = claims(
        "{The order came in December}, <a source> |said|.", "{It reached the army}, <another source> |said|."
    )
    assert first.origin.root != second.origin.root
    assert second.origin.undecided == ()


def test_a_surname_is_the_only_person_of_that_name_so_far() -> None:
    first, second = claims(
        "{The talks are over}, <Soo Kim, a policy analyst at RAND,> |said|.", "{They will resume soon}, <Kim> |said|."
    )
    assert second.origin.root == first.origin.root
    assert second.origin.name == "Soo Kim"
    assert second.source_kind is SourceKind.NAMED_EXPERT


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("KCNA", SourceKind.STATE_MEDIA),
        ("state television", SourceKind.STATE_MEDIA),
        ("a Japanese newspaper", SourceKind.OTHER_OUTLET),
        ("the Unification Ministry", SourceKind.OFFICIAL_BODY),
        ("Authorities", SourceKind.OFFICIAL_BODY),
        ("a senior official", SourceKind.ANONYMOUS_OFFICIAL),
        ("a resident of Hyesan", SourceKind.ANONYMOUS_SOURCE),
        ("one expert", SourceKind.ANONYMOUS_EXPERT),
        ("Foreign Minister Wang Yi", SourceKind.NAMED_OFFICIAL),
        ("Cheong Seong-chang, an analyst at the Sejong Institute", SourceKind.NAMED_EXPERT),
        ("John Smith", None),
        ("a report by the ministry", SourceKind.DOCUMENT),
        ("the ministry's website", SourceKind.DOCUMENT),
        ("its website", SourceKind.DOCUMENT),
        ("the website", SourceKind.OTHER_OUTLET),
        ("the dossier", SourceKind.DOCUMENT),
        ("The DOJ", SourceKind.OFFICIAL_BODY),
        ("The OVD", None),
        ("law enforcement", SourceKind.OFFICIAL_BODY),
        ("a shopkeeper surnamed Lee", None),
        ("a waitress", SourceKind.ANONYMOUS_SOURCE),
        ("the parents of Ida Brandt", None),
        ("a think tank in Lisbon", SourceKind.ANONYMOUS_EXPERT),
        ("a Lisbon-based monitoring group", SourceKind.ANONYMOUS_EXPERT),
        ("Ovid-Data, a monitoring group", SourceKind.NAMED_EXPERT),
        ("the Sejong Institute", SourceKind.NAMED_EXPERT),
        ("a spokesman for the company", None),
        ("Amnesty International spokeswoman Ann Lee", None),
        ("Ann Lee, who tracks the country’s officials with her blog", SourceKind.NAMED_EXPERT),
    ],
)
def test_a_description_tells_the_kind_of_source(source: str, kind: SourceKind | None) -> None:
    assert claims(f"<{source}> |said| {{the general had been dismissed}}.")[0].source_kind is kind


def test_whoever_is_at_an_institute_is_an_expert() -> None:
    first, second = claims(
        "{“It may be a show of strength,”} |said| <Cheong Min-su>, at the private Harim Institute in Seoul.",
        "{“It will not last the winter,”} <Cheong> |said|.",
    )
    assert first.source_kind is second.source_kind is SourceKind.NAMED_EXPERT


def test_they_are_the_body_of_the_sentence_before_where_no_others_spoke() -> None:
    (claim,) = claims("The government is worried.", "<They> |say| {that the harvest has failed again}.")[1:]
    assert claim.source_kind is SourceKind.OFFICIAL_BODY


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("<Some shopkeepers> |said| {the place had been closed}.", SourceKind.ANONYMOUS_SOURCE),
        ("<The president> |said| {the talks would go on}.", SourceKind.NAMED_OFFICIAL),
        ("<The admiral in charge of the fleet> |said| {the talks would go on}.", SourceKind.ANONYMOUS_OFFICIAL),
        ("<The BBC’s Laura Bicker> |says| {the talks have failed}.", SourceKind.OTHER_OUTLET),
        ("<The columnist Ann Lee> |said| {the talks had failed}.", SourceKind.OTHER_OUTLET),
        ("<Mediaite> |reported| {that five films had been stolen}.", SourceKind.OTHER_OUTLET),
        ("<The Rodong Sinmun newspaper> |said| {the talks had failed}.", SourceKind.STATE_MEDIA),
        ("<The North’s KCNA news agency> |said| {the talks had failed}.", SourceKind.STATE_MEDIA),
        ("<Two influential Republicans> |said| {the talks had failed}.", SourceKind.ANONYMOUS_SOURCE),
        ("<Lee Cheol-woo, a member of the intelligence committee> |said| {he was dead}.", SourceKind.NAMED_OFFICIAL),
        ("<A diplomatic note seen by Reuters> |said| {there was scope for more}.", SourceKind.DOCUMENT),
        ("<Resolution 2270> |says| {that ships must be searched}.", SourceKind.DOCUMENT),
        (
            "<Ann Yun, a director of the Ploughshares Fund,> |said| {it was a bluff}.",
            SourceKind.NAMED_EXPERT,
        ),
        ("<Some> |believe| {that the talks have failed}.", SourceKind.UNATTRIBUTED_HEARSAY),
    ],
)
def test_a_noun_or_title_tells_what_a_speaker_is(line: str, kind: SourceKind) -> None:
    assert claims(line)[0].source_kind is kind


def test_a_title_given_once_in_passing_tells_who_a_surname_is() -> None:
    lines = (
        "Director of National Intelligence James Clapper visited the city in 2014.",
        "{“The trip was a success for all sides,”} <Clapper> |said|.",
        "{The prisoners were well}, <the director> |said|.",
    )
    _, second, third = claims(*lines)
    assert second.source_kind is third.source_kind is SourceKind.NAMED_OFFICIAL
    assert third.origin.root == second.origin.root


def test_two_last_names_mean_whoever_bears_both() -> None:
    first, second = claims(
        "{“It is a form of deterrence for both sides,”} |says| <Isaac Stone Fish, a fellow at the Asia Society>.",
        "{“It is very unstable in these times,”} |said| <Stone Fish>.",
    )
    assert second.origin.root == first.origin.root
    assert second.source_kind is SourceKind.NAMED_EXPERT


def test_the_article_is_the_paper_that_printed_it() -> None:
    first, second = claims(
        "<The Rodong Sinmun> |accused| {China of betraying its old friends}.",
        "{“We will find them all in the end,”} <the article> |warned|.",
    )
    assert second.origin.root == first.origin.root


def test_one_of_them_may_be_either_and_the_other_is_another() -> None:
    both, one, other = claims(
        "{The premier has been replaced}, <two sources> |said|.",
        "<One of them> |said| {the order came in April}.",
        "<The other source> |said| {it came in May}.",
    )
    roots = {claim.origin.root for claim in (both, one, other)}
    assert len(roots) == 3
    assert both.origin.root in one.origin.undecided
    assert both.origin.root in other.origin.undecided


def test_a_firm_is_not_the_man_who_works_for_it() -> None:
    first, second = claims(
        "{“It was done from the inside,”} <David Kennedy, chief of the security firm Trusted,> |said|.",
        "<The firm> |said| {the results pointed to Russia}.",
    )
    assert second.origin.root != first.origin.root


def test_he_is_nobody_who_speaks_as_a_group() -> None:
    found = claims(
        "{“It is hard for me to be away from home,”} <Jeffrey Fowle> |said|.",
        "<All> |said| {that they were well}. ",
        "<His family> |said| {that they were waiting}.",
        "{“I am desperate to get back to them,”} <he> |said|.",
    )
    assert found[-1].origin.root == found[0].origin.root


@pytest.mark.parametrize(
    ("one", "other", "root"),
    [
        ("Park Chan-wook, an analyst,", "Analyst Park Chan-wook", "name:park chan wook"),
        ("Kim Jong-un", "Kim Jong Un", "kim-jong-un"),
        ("Robert L. Carlin, an analyst,", "Robert Carlin, an analyst,", "name:robert carlin"),
    ],
)
def test_somebody_named_in_full_has_one_root_in_all_articles(one: str, other: str, root: str) -> None:
    (here,), (there,) = claims(f"<{one}> |said| {{it was so}}."), claims(f"Later <{other}> |said| {{it was not so}}.")
    assert here.origin.root == there.origin.root == root


@pytest.mark.parametrize("name", ["Breen", "Ri Yong Ho"])
def test_a_bare_surname_and_undecided_namesakes_have_a_root_in_their_article_alone(name: str) -> None:
    first, second = claims(f"<{name}> |said| {{it was so}}.", f"<{name}> |said| {{it was done}}.")
    (elsewhere,) = claims(f"Later <{name}> |said| {{it was so}}.")
    assert first.origin.root == second.origin.root != elsewhere.origin.root
    assert first.origin.root.startswith(first.article[:10])


def test_a_namesake_may_be_any_of_those_listed() -> None:
    (claim,) = claims("<Ri Yong Ho> |said| {it was so}.")
    assert len(claim.origin.undecided) >= 2


def test_the_president_is_not_the_former_vice_president() -> None:
    found = claims(
        "President Moon Jae-in met former Vice President Ann Baker.",
        "<Baker> |said| {the visit went well}.",
        "<The president> |said| {he was content}.",
        "<The former vice president> |said| {she would return}.",
    )
    assert [claim.origin.name for claim in found[1:]] == ["Ann Baker", "Moon Jae-in", "Ann Baker"]


def test_of_two_presidents_the_one_who_has_just_spoken_is_meant() -> None:
    found = claims(
        "President Vladimir Putin spoke. President George W. Bush had met him in 2003.",
        "<Mr. Putin> |said| {the talks were good}.",
        "<The president> |said| {they would go on}.",
    )
    assert found[-1].origin.name == "Vladimir Putin"


def test_the_dictator_is_whom_the_article_calls_the_leader() -> None:
    found = claims("The leader Kim Jong Un saw a mine.", "<The dictator> |said| {the miners worked well}.")
    assert (found[-1].origin.name, found[-1].source_kind) == ("Kim Jong Un", SourceKind.NAMED_OFFICIAL)


def test_the_lawmaker_is_the_politician_who_has_just_spoken() -> None:
    found = claims(
        "<Senator Rob Ashford> |said| {the law was a start}.", "{“It is late,”} <the Ohio Republican> |said|."
    )
    assert found[-1].origin.name == "Rob Ashford"


def test_he_is_the_only_person_named_where_nobody_has_spoken() -> None:
    found = claims("The report comes from Otto Madsen, who runs a site.", "<He> |says| {the envoy fell in May}.")
    assert found[-1].origin.name == "Otto Madsen"


def test_that_in_a_report_is_the_report() -> None:
    found = claims(
        "The talk was fuelled by a North Korean radio bulletin and a report late last month <that> |said| "
        "{he was suffering from gout}."
    )
    assert found[-1].origin.name == "a report"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Tom Hill, chairman of the software company Nordix", None),
        ("Sue Blank, executive director of the activist group Open Doors", None),
        ("Sue Blank, director of the customs office", SourceKind.NAMED_OFFICIAL),
        ("Sue Blank, who heads an independent research center in Seoul", SourceKind.NAMED_EXPERT),
        ("Sue Blank, who tracks the country's officials with her site", SourceKind.NAMED_EXPERT),
        ("U.S. Ambassador to the United Nations Sue Blank", SourceKind.NAMED_OFFICIAL),
        ("Center for Strategic Studies analyst Sue Blank", SourceKind.NAMED_EXPERT),
        ("Ed Rice, chairman of the committee and an author of the law", SourceKind.NAMED_OFFICIAL),
        ("Ed Rice, author of three books", SourceKind.NAMED_EXPERT),
        ("Western ambassadors to the United Nations", SourceKind.ANONYMOUS_OFFICIAL),
        ("Deputy Foreign Minister for Arab Affairs Hosni Amir-Abd", SourceKind.NAMED_OFFICIAL),
        ("A U.N. panel", SourceKind.OFFICIAL_BODY),
        ("K.C.N.A.", SourceKind.STATE_MEDIA),
        ("A commentary in the party's Rodong Sinmun newspaper", SourceKind.STATE_MEDIA),
        ("A report by the Yonhap news agency", SourceKind.OTHER_OUTLET),
        ("A state television report", SourceKind.STATE_MEDIA),
        ("A newspaper report", SourceKind.OTHER_OUTLET),
        ("its ally, the country's top newspaper, the People's Daily", SourceKind.STATE_MEDIA),
        ("The foreign ministry", SourceKind.OFFICIAL_BODY),
        ("The committee's most powerful body", SourceKind.OFFICIAL_BODY),
        ("Many harbour chiefs", SourceKind.ANONYMOUS_OFFICIAL),
        ("Strike leaders of the business community", SourceKind.ANONYMOUS_SOURCE),
        ("Senate Democrats", SourceKind.ANONYMOUS_OFFICIAL),
        ("Two Democrats", SourceKind.ANONYMOUS_SOURCE),
        ("House Republicans Ann Boyd and Tom Hill", SourceKind.NAMED_OFFICIAL),
        ("Sue Blank, an attorney with the seamen's union", None),
        ("U.S. Attorney Sue Blank", SourceKind.NAMED_OFFICIAL),
        ("Sue Blank, leader of the Federation of Students", None),
        ("Sue Blank, campaigns director for Amnesty International", None),
        ("Hanbat University's Sue Blank", SourceKind.NAMED_EXPERT),
        ("Sue Blank of the Harbour Center", SourceKind.NAMED_EXPERT),
        ("Sue Blank of the RAND Corporation", SourceKind.NAMED_EXPERT),
        ("Sue Blank, vice chairman of the Atlantic Council", SourceKind.NAMED_EXPERT),
        ("Foreign Minister Sue Blank, who spoke at the Atlantic Council", SourceKind.NAMED_OFFICIAL),
        ("Harbour police Lieutenant Sue Blank", SourceKind.NAMED_OFFICIAL),
        ("Sue Blank, an astronomer", SourceKind.NAMED_EXPERT),
        ("Sue Blank, who served as a council aide", SourceKind.NAMED_OFFICIAL),
        ("The newspaper Etemad", SourceKind.OTHER_OUTLET),
        ("U.S. Geological Survey", SourceKind.OFFICIAL_BODY),
    ],
)
def test_what_the_words_beside_a_name_make_of_a_speaker(source: str, kind: SourceKind | None) -> None:
    (claim,) = claims(f"<{source}> |said| {{the ban is a mistake}}.")
    assert claim.source_kind is kind


def test_an_unnamed_official_may_be_the_one_who_spoke() -> None:
    first, second = claims(
        "<A former ministry official> |told| CBS News {the bill was paid}.",
        "<The unnamed official> |said| {it was high}.",
    )
    assert first.origin.root == second.origin.root


def test_he_is_whom_the_sentences_since_are_about() -> None:
    found = claims(
        "<Senator Rob Mendes> |said| {he did not trust the envoy}.",
        "President Moon Jae-in stunned the region by going north. It would be new for such a man to go.",
        "<He> |said| {the visit would last two days}.",
    )
    assert found[-1].origin.name == "Moon Jae-in"


def test_whom_somebody_speaks_of_is_not_he() -> None:
    found = claims("<Cheong> |said| {Kim Jong Un appeared to have lost weight}.", "<He> |added| {that it was much}.")
    assert found[-1].origin.name == "Cheong"


def test_a_plan_is_not_he() -> None:
    found = claims("<The five-year plan> |stressed| {the need for new mines}.", "<He> |said| {it was good}.")
    assert found[-1].origin.name == "He"


def test_it_without_a_body_before_is_not_he() -> None:
    found = claims("<It> |claimed| {the test went well}.", "<He> |wrote| {that it was sad}.")
    assert (found[-1].origin.name, found[-1].source_kind) == ("He", None)


def test_a_surname_given_to_a_worker_is_his_name() -> None:
    first, second = claims(
        "<One worker, who gave only his surname Noh>, |said| {he was ill}.", "{“It is long,”} <Noh> |said|."
    )
    assert first.origin.root == second.origin.root
    assert [mention.name for mention in first.people] == ["Noh"]


def test_the_biggest_backer_s_top_paper_is_the_paper() -> None:
    (claim,) = claims("<The north’s ally, the country’s top newspaper, the Global Times>, |urged| {all to be calm}.")
    assert claim.origin.name == "Global Times"


def test_what_it_is_in_the_same_sentence() -> None:
    found = claims("The launch came a week after North Korea tested a missile that <it> |said| {could fly far}.")
    assert found[-1].origin.name == "North Korea"


def test_a_speaker_s_kind_may_be_told_later() -> None:
    first, second = claims(
        "<Otto Madsen> |said| {the border was shut}.",
        "{“It is long,”} |said| <Otto Madsen, a professor at the college>.",
    )
    assert (first.origin.root, second.source_kind) == (second.origin.root, SourceKind.NAMED_EXPERT)


def test_a_town_in_a_diplomat_s_description_is_not_the_diplomat() -> None:
    found = claims("<One Pyongyang-based diplomat> |said| {it was over}.", "<Pyongyang> |says| {it will go on}.")
    assert found[1].origin.name == "Pyongyang"


def test_it_behind_although_is_who_spoke_and_not_who_was_spoken_of() -> None:
    found = claims(
        "The intelligence service said North Korea had broken in, although <it> |said| {the attack had failed there}."
    )
    assert found[-1].origin.name == "The intelligence service"


@pytest.mark.parametrize("called", ["The president", "The U.S. president", "The president, who is in Rome,"])
def test_the_president_is_whom_the_article_calls_so(called: str) -> None:
    found = claims(
        "President Donald Trump spoke of his liking for Kim Jong Un.",
        f"<{called.rstrip(',')}>{',' if called.endswith(',') else ''} |said| {{it was a good day}}.",
        "French President Emmanuel Macron was there.",
    )
    (claim,) = [claim for claim in found if claim.source]
    assert claim.origin.name == "Donald Trump"


@pytest.mark.parametrize("called", ["The American leader", "The U.S. president"])
def test_a_leader_is_told_by_the_country_of_the_lists(called: str) -> None:
    found = claims(
        "Chinese President Xi Jinping spoke with President Donald Trump.", f"<{called}> |said| {{all was well}}."
    )
    assert found[-1].origin.name == "Donald Trump"


def test_a_lead_may_describe_whom_the_next_paragraph_names() -> None:
    first, *_ = claims("<South Korea's president> |said| {all was well}.", "President Moon Jae-in came home on Monday.")
    assert first.origin.name == "Moon Jae-in"


def test_the_president_of_another_nation_is_left_open() -> None:
    found = claims("French President Emmanuel Macron left.", "<The U.S. president> |said| {it was a good day}.")
    assert found[-1].origin.name == "The U.S. president"


def test_he_in_front_is_who_the_sentence_is_about() -> None:
    found = claims(
        "<Ole Brandt> |said| {the port was shut}.",
        "A day before <he> |announced| {the sale was off}, Rex Tillerson blasted the owners.",
    )
    assert [claim.origin.name for claim in found if claim.source][-1] == "Rex Tillerson"


def test_he_behind_what_he_said_is_whom_it_tells_of() -> None:
    (claim,) = claims("{Rex Tillerson will meet Kim Jong Un in May}, <he> |said|.")
    assert claim.origin.name == "Rex Tillerson"


def test_two_who_speak_together_are_both_named() -> None:
    first, second, third = claims(
        "<Ida Brandt and Ole Madsen> |said| {the port was shut}.",
        "<They> |said| {it would open in May}.",
        "<Ole Madsen> |said| {he was tired}.",
    )
    assert first.origin.name == second.origin.name == "Ida Brandt and Ole Madsen"
    assert third.origin.name == "Ole Madsen"
    assert third.origin.root in first.origin.undecided  # his word and theirs are no two words
    assert third.origin.undecided == ()


def test_two_governments_that_speak_together_are_both_named() -> None:
    (claim,) = claims("<China and Russia> |said| {the port was shut}.")
    assert (claim.origin.name, claim.source_kind) == ("China and Russia", SourceKind.OFFICIAL_BODY)


def test_letters_stand_for_the_body_named_before() -> None:
    first, second = claims(
        "<The Harbour Rescue Committee> |said| {nine were missing}.", "{“We search on,”} <the HRC> |said|."
    )
    assert second.origin.root == first.origin.root


def test_letters_of_nobody_named_are_no_body_of_a_state() -> None:
    (claim,) = claims("<LKO-Info> |said| {nine were missing}.")
    assert (claim.origin.name, claim.source_kind) == ("LKO-Info", None)


def test_a_post_is_a_document_and_not_the_post() -> None:
    found = claims("<The Washington Post> |reported| {nine were missing}.", "<The post> |said| {they were well}.")
    assert (found[-1].origin.name, found[-1].source_kind) == ("The post", SourceKind.DOCUMENT)


def test_an_official_of_the_lists_is_one_where_no_title_stands() -> None:
    (claim,) = claims("<Barack Obama> |said| {the port was shut}.")
    assert claim.source_kind is SourceKind.NAMED_OFFICIAL


def test_a_quotation_that_was_closed_goes_on_for_one_paragraph_alone() -> None:
    found = claims(
        "{“The port is shut,”} <Ole Brandt> |said|.",
        "“It will open in May, when the ice is gone.”",
        "“They are all of them liars.”",
    )
    assert len(found) == 2


def test_a_bank_is_no_office_of_a_state() -> None:
    (claim,) = claims("<The Harbour Bank> |said| {nine were missing}.")
    assert (claim.origin.name, claim.source_kind) == ("Harbour Bank", None)


def test_whoever_only_learns_at_a_university_is_no_expert() -> None:
    found = claims("It is the case of University of Ohio student Ole Madsen.", "<Madsen> |said| {the port was shut}.")
    assert found[-1].source_kind is None


def test_a_quotation_goes_on_behind_a_picture() -> None:
    lines = (
        "<Ole Brandt> |said| {“The port is shut. We are all very sorry.”}",
        "Image copyright Getty Images Image caption The port in May",
        "“It will open when the ice is gone.”",
    )
    marked, engine = read(*lines)
    article = article_from_text("a", marked.text, read_page_words())
    found = claims_of(article, load_pipeline()(article.text), engine, knowledge())
    assert [claim.origin.name for claim in found] == ["Ole Brandt"] * 3


@pytest.mark.parametrize(
    ("said", "speaker"),
    [("He", "He"), ("She", "Ann Lee"), ("Her", "Ann Lee"), ("His", "His")],
)
def test_a_title_tells_whether_he_or_she_is_meant(said: str, speaker: str) -> None:
    first, second = claims(
        "{The talks failed}, <spokeswoman Ann Lee> |said|.", f"<{said}> |words| were that {{the army had left}}."
    )
    assert (first.origin.name, second.origin.name) == ("Ann Lee", speaker)


def test_a_surname_is_no_title() -> None:
    _, second = claims("{The talks failed}, <Angela King> |said|.", "<She> |said| {the army had left}.")
    assert second.origin.name == "Angela King"


def test_he_may_be_the_only_person_of_the_sentence_before() -> None:
    _, second = claims(
        "{The talks are over}, <Secretary Rex Lee> |said|.",
        "The offer is at odds with President Tom Park's own view. Just last month, <he> |said| {talking was useless}.",
    )[::2]
    assert second.origin.name == "Tom Park"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("<The website, which is run by defectors>, |said| {the chairman was dead}.", SourceKind.OTHER_OUTLET),
        ("<The website, which is run by the army>, |said| {the chairman was dead}.", SourceKind.STATE_MEDIA),
        ("<A government-run newspaper> |said| {the chairman was dead}.", SourceKind.STATE_MEDIA),
        ("<Prosecutors> |said| {the chairman had taken bribes}.", SourceKind.OFFICIAL_BODY),
        ("<One of the prosecutors> |said| {the chairman had taken bribes}.", SourceKind.ANONYMOUS_OFFICIAL),
        ("<Justice Ann Boyd> |said| {the ruling was a mistake}.", SourceKind.NAMED_OFFICIAL),
        ("<Ann Boyd, Tokyo bureau chief for The Washington Post>, |said| {he was ill}.", SourceKind.OTHER_OUTLET),
        ("<The reporter, Ann Boyd>, |said| {the chairman was ill}.", SourceKind.OTHER_OUTLET),
        ("<The news agency Nova> |said| {the chairman was ill}.", SourceKind.OTHER_OUTLET),
        ("<The Observatory for Human Rights> |said| {the chairman was ill}.", None),
        ("<The Valley Network Center> |said| {the quake was a test}.", None),
    ],
)
def test_what_the_words_around_a_name_make_of_it(line: str, kind: SourceKind | None) -> None:
    assert claims(line)[0].source_kind is kind


def test_the_report_of_the_agency_is_the_agency_s() -> None:
    first, second = claims(
        "{The test went well}, <KCNA> |said|.", "<The news agency report> |said| {the missiles soared}."
    )
    assert second.origin.root == first.origin.root


def test_the_statement_may_be_what_was_said_in_a_statement() -> None:
    first, second = claims(
        "<The White House> |said| in a statement {that the talks were off}.",
        "<The statement> |added| {that the army was ready}.",
    )
    assert first.origin.root in second.origin.undecided


@pytest.mark.parametrize(
    "line",
    [
        "The station’s chief, Adam Boyd, spent his evening on it.",
        "Adam Boyd’s rhetoric marks a departure from the plan.",
    ],
)
def test_he_is_whom_the_sentence_before_is_about(line: str) -> None:
    *_, claim = claims(
        "<The minister, Ri Yong-ho>, |said| {the talks were off}.", line, "{“I am angry,”} <he> |tweeted|."
    )
    assert claim.origin.name == "Adam Boyd"


def test_he_may_be_the_one_who_acts_for_somebody() -> None:
    *_, claim = claims(
        "<A lawyer> |said| {the talks were off}.", "Adam Boyd’s lawyer left.", "{“I am angry,”} <he> |tweeted|."
    )
    assert claim.origin.name == "A lawyer"


def test_a_day_is_no_part_of_a_name() -> None:
    claim = claims("On <Sunday Mr Trump> |tweeted| {that it would help}.", "Donald Trump is the president.")[0]
    assert claim.origin.root == "donald-trump"


def test_whom_an_envoy_is_sent_to_free_is_not_the_envoy() -> None:
    claim = claims("Otto Warmbier was ill.", "<A US representative sent to retrieve Warmbier> |said| {it was late}.")[
        -1
    ]
    assert claim.origin.root != "otto-warmbier"


def test_a_given_name_tells_who_cannot_be_he() -> None:
    *_, last = claims(
        "<Hillary Clinton> |said| {the talks were over}.",
        "Donald Trump was in Rome. On Monday, <he> |criticized| {the former president}.",
    )
    assert last.origin.name == "Donald Trump"


def test_it_goes_on_with_the_subject_of_the_sentences_before() -> None:
    *_, last = claims(
        "<The agency> |said| {the port was open}.",
        "North Korea has been busy. It held a third test. <It> |said| {it was leaving the pact}.",
    )
    assert last.origin.name == "North Korea"


def test_who_does_what_is_called_something_calls_it_so() -> None:
    *_, last = claims(
        "<Ri Yong Ho> |said| {it was war}.",
        "Mike Pompeo left what <he> |called| {a “very good” meeting} on Monday.",
    )
    assert last.origin.name == "Mike Pompeo"


def test_a_title_before_a_name_names_no_body() -> None:
    *_, last = claims(
        "Any reply would be swift - James Mattis",
        "<Pentagon chief James Mattis> |says| {any attack on the US will be met with force}.",
    )
    assert last.origin.name == "James Mattis"


def test_an_envoy_of_a_lead_is_the_one_whom_the_next_paragraph_names() -> None:
    first, second = claims(
        "<Brazil’s UN ambassador> |said| {the talks were off}.",
        "<Brazil’s U.N. Ambassador Ida Brandt> |told| reporters {the plan was dead}.",
    )
    assert first.origin.root == second.origin.root
    assert first.source_kind is SourceKind.NAMED_OFFICIAL


def test_whoever_is_told_by_an_age_has_just_spoken() -> None:
    first, second = claims(
        "{“I am angry,”} <Ida Brandt> |said|.", "<The 93-year-old former trader> |said| {the port was hers}."
    )
    assert second.origin.root == first.origin.root


def test_who_speaks_for_a_president_is_not_the_president() -> None:
    (claim,) = claims("<A spokesman for President Moon Jae-in> |said| {the talks went well}.")
    assert (claim.origin.root != "moon-jae-in", claim.source_kind) == (True, SourceKind.ANONYMOUS_OFFICIAL)


def test_whom_an_adviser_served_does_not_speak_with_him() -> None:
    (claim,) = claims("<Adam Boyd, an adviser to Ida Brandt and Tom Hill>, |said| {the deal was bad}.")
    assert claim.origin.name == "Adam Boyd"


def test_a_country_in_what_somebody_says_is_no_paper_s_title() -> None:
    *_, inner = claims("<Ida Brandt> |said|, {“North Korea says it will build the port next year.”}")
    assert (inner.origin.name, inner.origin.kind) == ("North Korea", SourceKind.OFFICIAL_BODY)


def test_whom_a_paper_calls_its_own_speaks_for_the_paper() -> None:
    *_, claim = claims("Fox News’ Ida Brandt met the envoys.", "<Brandt> |tweeted| {that the report was wrong}.")
    assert claim.source_kind is SourceKind.OTHER_OUTLET


def test_an_office_that_many_have_is_one_only_with_whose_it_is() -> None:
    (claim,) = claims("<The Medical Examiner’s Office> |said| {the man was shot}.")
    assert claim.origin.name == "The Medical Examiner’s Office"


def test_the_statement_of_a_ministry_is_the_ministry() -> None:
    first, second = claims(
        "<A White House statement> |said| {the talks were off}.", "<The statement> |added| {that it was late}."
    )
    assert second.origin.root == first.origin.root


def test_nobody_bears_the_name_behind_was_named() -> None:
    (claim,) = claims("Adam Boyd was named Trump’s third adviser in April.")
    assert "donald-trump" in {person.id for person in claim.people}


def test_the_governor_of_a_state_is_the_governor_who_has_just_spoken() -> None:
    first, second = claims(
        "{“It is late,”} <Governor Brandt> |said|.", "<The Ohio governor> |said| {a strike was likely}."
    )
    assert second.origin.root == first.origin.root


def test_the_nation_s_minister_is_the_one_named_next() -> None:
    first, second = claims(
        "<The nation’s foreign minister> |said| {a test was likely}.",
        "{“It is late,”} <North Korean Foreign Minister Ri Yong Ho> |said|.",
    )
    assert first.origin.root == second.origin.root


def test_a_state_that_reports_something_is_no_paper() -> None:
    (claim, *_) = claims("<Arizona> |reported| {that nine people died}.")
    assert claim.source_kind is SourceKind.OFFICIAL_BODY


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        ("Her mother", None),
        ("Brandt’s family", None),
        ("The mother of a miner", SourceKind.ANONYMOUS_SOURCE),
        ("A relative", SourceKind.ANONYMOUS_SOURCE),
    ],
)
def test_whom_kinship_names_is_not_unnamed(speaker: str, kind: SourceKind | None) -> None:
    _, first, second = claims(
        "Ida Brandt was ill.", f"<{speaker}> |said| {{the port was closed}}.", "{“It is late,”} <she> |said|."
    )
    assert first.source_kind is kind
    assert speaker.endswith("family") or second.origin.root == first.origin.root


def test_he_is_whom_the_clause_before_speaks_of() -> None:
    line = "<The Herald> |reported| {that Ivan Breen was 60, and that he said he had left the port}."
    outer, inner = claims("<A clerk> |said| {the port was shut}.", line)[1:]
    assert outer.origin.name == "Herald"
    assert inner.origin.name == "Ivan Breen"
