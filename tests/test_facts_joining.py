from attributed.facts import findings_of
from attributed.facts.frequencies import stem_of, weights_among
from attributed.facts.telling import tellings_of
from attributed.knowledge import read_knowledge
from attributed.model import Fact, Hedge, Mention, Outlook, Passage, Polarity, SourceKind
from tests.stories import source, story, told

EXECUTED = "Army chief Hyon Yong Chol was executed in Pyongyang this month on charges of corruption and factionalism"
ALSO_EXECUTED = "Hyon Yong Chol, the army's chief, was executed in Pyongyang this month for corruption and factionalism"
OFFICIAL, ENVOY = source("official"), source("envoy")
NO = {"polarity": Polarity.NEGATED}
ADDED = "quickly slowly loudly calmly openly secretly swiftly brutally publicly cruelly suddenly hastily".split()  # noqa: SIM905


def _named(words: str, person: str) -> tuple[Mention, ...]:
    """Somebody in no list where some words begin with the name."""
    start = words.index("{}")
    return (Mention(None, person, Passage(start, start + len(person)), "printed"),)


def facts(*stories: object) -> tuple[Fact, ...]:
    return findings_of(stories, read_knowledge()).facts  # type: ignore[arg-type]


def shared(found: tuple[Fact, ...]) -> list[set[str]]:
    """The facts that more than one article tells, by the first letter of their articles' names."""
    return [{article[0] for article in fact.articles} for fact in found if len(fact.articles) > 1]


def test_two_articles_that_tell_one_execution_of_one_person_give_one_fact() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016-02"))
    b = story("b", told(ALSO_EXECUTED, ENVOY, event="execution", time="2016-02"))
    assert shared(facts(a, b)) == [{"a", "b"}]


def test_words_that_a_whole_ledger_has_bring_no_two_statements_together() -> None:
    topic = "Envoys spoke of missile sanctions"
    places = [f"{letter}{other}burg" for letter in "bcdfghjklmnp" for other in "aeiouwxyz"]
    ledger = [story(f"{name}", told(f"{topic} at {name} before dawn", OFFICIAL)) for name in places]
    assert shared(facts(*ledger[:2])) != []
    assert shared(facts(*ledger)) == []


def test_the_same_words_of_two_people_are_two_facts() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016-02"))
    b = story(
        "b", told(EXECUTED.replace("Hyon Yong Chol", "Jang Song Thaek"), ENVOY, event="execution", time="2016-02")
    )
    assert shared(facts(a, b)) == []


def test_a_denial_is_never_the_same_fact() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016-02"))
    b = story("b", told(EXECUTED, ENVOY, event="execution", time="2016-02", polarity=Polarity.DENIED))
    assert shared(facts(a, b)) == []


def test_what_is_supposed_or_ordered_is_not_what_was_done() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution"))
    for hedge in (Hedge.HYPOTHETICAL, Hedge.ORDERED):
        assert shared(facts(a, story("b", told(EXECUTED, ENVOY, event="execution", hedge=hedge)))) == []


def test_what_one_reports_as_demanded_and_another_as_proposed_is_one_fact() -> None:
    words = "a joint investigation of the fire at the granary together with the southern ministry"
    a = story("a", told(f"it demanded {words}", OFFICIAL, hedge=Hedge.ORDERED))
    b = story("b", told(f"it would propose {words}", ENVOY, outlook=Outlook.INTENT))
    assert shared(facts(a, b)) == [{"a", "b"}]


def test_counts_that_exclude_each_other_keep_facts_apart() -> None:
    words = "The ministry punished officials of the trade office for taking bribes from smugglers"
    a = story("a", told(words, OFFICIAL, event="punishment", count=(40, None)))
    b = story("b", told(words, ENVOY, event="punishment", count=(20, 20)))
    assert shared(facts(a, b)) == []


def test_days_that_exclude_each_other_keep_facts_apart() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016-02-03"))
    b = story("b", told(EXECUTED, ENVOY, event="execution", time="2016-03-03"))
    assert shared(facts(a, b)) == []


def test_a_day_without_a_year_brings_two_affairs_not_together() -> None:
    a = story("a", told("Kim warned officials against forming cliques", OFFICIAL, event="warning", time="XXXX-12-09"))
    b = story("b", told("Kim told soldiers to harvest rice quickly", ENVOY, event="warning", time="2024-12-09"))
    assert shared(facts(a, b)) == []


def test_opinions_of_two_people_stay_two_facts_unless_they_are_the_same_words() -> None:
    one, other = source("lee", SourceKind.NAMED_EXPERT), source("park", SourceKind.NAMED_EXPERT)
    a = story("a", told("The purge shows that the leadership feels weak and fears rivals in the army", one))
    b = story("b", told("The purge shows that the leadership is strong and has no rivals to fear", other))
    assert shared(facts(a, b)) == []


def test_two_reports_of_one_quotation_are_one_fact() -> None:
    words = "We have always treated the prisoners as the laws of our country demand of us"
    a, b = (story(name, told(words, source(f"official of {name}"))) for name in "ab")
    assert shared(facts(a, b)) == [{"a", "b"}]


def test_what_may_be_the_same_is_said_apart() -> None:
    a = story(
        "a",
        told("Hyon Yong Chol was executed by firing squad in February", OFFICIAL, event="execution"),
        told("Nobody speaks of the execution in the streets", OFFICIAL, event="execution", befalls=False),
    )
    one, other = facts(a)
    assert one.may_be == (other.id,)
    assert other.may_be == (one.id,)


def test_a_fact_keeps_its_id_when_a_later_article_joins_it() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016-02"), day="2016-02-10")
    b = story("b", told(ALSO_EXECUTED, ENVOY, event="execution", time="2016-02"), day="2016-02-11")
    (alone,) = facts(a)
    (together,) = facts(b, a)
    assert alone.id == together.id
    assert len(together.claims) == 2


def test_removing_an_article_removes_its_claims_and_no_other() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016-02"))
    b = story("b", told(ALSO_EXECUTED, ENVOY, event="execution", time="2016-02"))
    before = {claim.id for fact in facts(a, b) for claim in fact.claims}
    after = {claim.id for fact in facts(a) for claim in fact.claims}
    assert after == {claim.id for claim in a.claims}
    assert before - after == {claim.id for claim in b.claims}


def test_the_most_precise_date_dates_a_fact() -> None:
    a = story("a", told(EXECUTED, OFFICIAL, event="execution", time="2016"))
    b = story("b", told(ALSO_EXECUTED, ENVOY, event="execution", time="2016-02"))
    (fact,) = facts(a, b)
    assert fact.time.value == "2016-02"


def test_who_was_not_seen_was_absent() -> None:
    day = "2014-09-25"
    words = "Kim Yong Chol {} at the harvest ceremony of the farmers on Thursday"
    a = story("a", told(words.format("was absent"), OFFICIAL, event="absence", time=day))
    not_seen = told(words.format("was not seen"), ENVOY, event="reappearance", time=day, polarity=Polarity.NEGATED)
    seen = told(words.format("was seen"), ENVOY, event="reappearance", time=day)
    assert shared(facts(a, story("b", not_seen))) == [{"a", "b"}]
    assert shared(facts(a, story("b", seen))) == []


def test_a_capital_that_stands_for_its_government_is_no_other_place() -> None:
    words = "The navy launched a coastal torpedo {} before dawn, according to {}"
    a = story("a", told(words.format("near Wonsan", "fishermen"), OFFICIAL))
    assert shared(facts(a, story("b", told(words.format("before talks with Pyongyang", "fishermen"), ENVOY)))) != []
    assert shared(facts(a, story("b", told(words.format("near Sinuiju", "fishermen"), ENVOY)))) == []


def test_reports_of_what_comes_to_a_person_once_are_one_fact_in_other_words() -> None:
    a = story("a", told("Hyon Yong Chol was put to death with an anti-aircraft gun", OFFICIAL, event="execution"))
    b = story("b", told("A tribunal had Hyon Yong Chol shot in public", ENVOY, event="execution"))
    c = story("c", told("A tribunal had Jang Song Thaek shot in public", ENVOY, event="execution"))
    denied = told("A tribunal had Hyon Yong Chol shot in public", ENVOY, event="execution", polarity=Polarity.NEGATED)
    assert shared(facts(a, b)) == [{"a", "b"}]
    assert shared(facts(a, c)) == []
    assert shared(facts(a, story("d", denied))) == []


def test_he_is_the_one_person_named_shortly_before() -> None:
    arrest = told("He was arrested at the airport while boarding a plane", OFFICIAL, event="detention", befalls=False)
    named = story("b", told("Hyon Yong Chol was seized by guards in the terminal", ENVOY, event="detention"))
    one = story("a", told("Hyon Yong Chol taught algebra", OFFICIAL), arrest)
    two = story("a", told("Hyon Yong Chol taught algebra to Jang Song Thaek", OFFICIAL), arrest)
    assert shared(facts(one, named)) == [{"a", "b"}]
    assert shared(facts(two, named)) == []
    seized = story("b", told("Jang Song Thaek was seized by guards in the terminal", ENVOY, event="detention"))
    namesakes = told("Kim Hyok Chol taught algebra to Jang Song Thaek", OFFICIAL)  # two people bear the first name
    assert shared(facts(story("a", namesakes, arrest), seized)) == []


def test_a_middle_name_makes_no_other_person() -> None:
    words = "{} was sentenced to ten years of hard labor for spying"
    short, full = (
        story(name, told(words.format(person), OFFICIAL, event="sentence", people=_named(words, person)))
        for name, person in (("a", "Paul Brenner"), ("b", "Paul Edward Brenner"))
    )
    third = "Karl Edward Brenner"
    other = story("c", told(words.format(third), ENVOY, event="sentence", people=_named(words, third)))
    assert shared(facts(short, full)) == [{"a", "b"}]
    assert shared(facts(short, other)) == []


def test_a_number_in_words_is_the_number_in_figures() -> None:
    in_figures, in_words = (
        tellings_of(story("a", told(f"The court gave the smuggler {years} years of hard labor", OFFICIAL)))[0].numbers
        for years in ("15", "fifteen")
    )
    assert in_figures == in_words == {"15"}


def test_words_of_one_sense_bring_statements_together() -> None:
    a = story("a", told("Doctors performed surgery on the fractured ankle of the marshal", OFFICIAL))
    b = story("b", told("Physicians performed an operation on the broken ankle of the marshal", ENVOY))
    assert shared(facts(a, b)) == [{"a", "b"}]


def test_words_that_only_begin_like_one_of_a_sense_are_not_of_it() -> None:
    for word, other in (
        ("undergo", "student"),
        ("projects", "missile"),
        ("successful", "replace"),
        ("department", "leave"),
    ):
        assert stem_of(word) != stem_of(other)
    assert stem_of("projectiles") == stem_of("missile")


def test_a_denial_joins_no_fact_however_many_tell_it() -> None:
    many = [
        story(f"{n:02}", told(f"{EXECUTED}, {word}", source(word), event="execution")) for n, word in enumerate(ADDED)
    ]
    denial = told(f"{EXECUTED}, quickly", ENVOY, event="execution", polarity=Polarity.NEGATED)
    found = facts(*many, story("x", denial))
    assert max(len(fact.articles) for fact in found) == len(ADDED)
    assert all(len({claim.polarity for claim in fact.claims}) == 1 for fact in found)


def test_what_the_most_of_a_ledger_has_weighs_nearly_nothing() -> None:
    sets = [frozenset({"missile", str(number)}) for number in range(400)]
    weights = weights_among(sets, {"missile": 0.5})
    assert weights["7"] == 1.0
    assert weights["missile"] < 0.05
    assert weights_among(sets[:2], {"missile": 0.5})["missile"] == 0.5


def test_last_seen_on_a_day_is_not_seen_since() -> None:
    concert = "since a concert in the harbour on September 3"
    seen, no = {"event": "reappearance", "time": "2014-09-03"}, {"polarity": Polarity.NEGATED}
    a = story("a", told(f"Kim Jong Un was last seen in public {concert.replace('since', 'at')}", **seen))
    b = story("b", told(f"Kim Jong Un has not been seen in public {concert}", **seen, **no))
    c = story("c", told(f"Kim Jong Un has not been seen by his people {concert}", **seen | {"event": "absence"}, **no))
    d = story("d", told(f"Kim Jong Un was seen in public {concert.replace('since', 'at')}", **seen))
    assert shared(facts(a, b, c, d)) == [{"a", "b", "c"}]


def test_a_denial_by_which_an_event_is_told_is_one_beside_a_statement_without_an_event() -> None:
    unseen = told("the general has not been seen by the farmers at the eastern gate", OFFICIAL, event="absence", **NO)
    shown = "{} by the general to the farmers at the eastern gate has been seen"
    never = told(shown.format("no visit"), ENVOY, **NO)
    assert shared(facts(story("a", unseen), story("b", never))) == [{"a", "b"}]
    assert shared(facts(story("a", unseen), story("b", told(shown.format("a visit"), ENVOY)))) == []


PIT = (
    "an abandoned shaft collapsed beneath the quarry and buried eleven lorries",
    "pumps drained muddy water out of flooded galleries throughout spring",
    "geologists measured cracks along the northern slope with lasers",
)
MARKET = (
    "peasants brought apples, onions, pumpkins and honey but sold nothing until evening",
    "a violinist rehearsed forgotten hymns inside the painted chapel",
    "tailors stitched wedding gowns from imported silk for wealthy brides",
)


def test_articles_that_share_nothing_else_need_more_to_tell_one_thing() -> None:
    tell, retell = "the miners of the valley met the governor on Friday", "the governor met some miners on Friday"
    first, near, far = (
        story(name, told(words, OFFICIAL), *(told(rest, ENVOY) for rest in others))
        for name, words, others in (("a", tell, PIT), ("b", retell, PIT), ("b", retell, MARKET))
    )
    told_alike = [fact for fact in facts(first, near) if len(fact.articles) == 2]
    assert len(told_alike) == len(PIT) + 1
    assert shared(facts(first, far)) == []
    assert shared(facts(story("a", told(tell, OFFICIAL)), story("b", told(retell, OFFICIAL)))) == [
        {"a", "b"}
    ]  # unknown


def test_words_in_quotation_marks_that_another_has_as_well_bring_two_statements_together() -> None:
    here, there = "the leader was suffering from “deep queasiness”", "the general was experiencing “deep queasiness”"
    assert shared(facts(story("a", told(here, OFFICIAL)), story("b", told(there, ENVOY)))) == [{"a", "b"}]
    apart = facts(story("a", told(here, OFFICIAL), told(there, ENVOY)))
    assert [len(fact.claims) for fact in apart] == [1, 1]
    here, there = (words.replace("“", "").replace("”", "") for words in (here, there))
    assert shared(facts(story("a", told(here, OFFICIAL)), story("b", told(there, ENVOY)))) == []


def test_what_would_come_and_what_will_come_are_one() -> None:
    words = "the harbour of Nampho would join Wonsan and Sinuiju on the list of closed towns"
    a = story("a", told(words, OFFICIAL, hedge=Hedge.HYPOTHETICAL))
    b = story("b", told(words.replace("would", "will now"), ENVOY, outlook=Outlook.FORECAST))
    assert shared(facts(a, b)) == [{"a", "b"}]


def test_a_plan_told_by_a_noun_is_not_what_was_done() -> None:
    plan, deed = "the farm told the council of its plan to flood the lower valley", "the farm flooded the lower valley"
    ahead = told("the farm will flood the lower valley, the council was told", ENVOY, outlook=Outlook.FORECAST)
    assert shared(facts(story("a", told(plan, OFFICIAL)), story("b", told(deed, OFFICIAL)))) == []
    assert shared(facts(story("a", told(plan, OFFICIAL)), story("b", ahead))) == [{"a", "b"}]


def test_he_at_the_head_of_a_statement_is_not_the_one_whom_it_names() -> None:
    ceremony = "seen limping in July at a ceremony for the anniversary of the death of {}"
    a = story("a", told("He was " + ceremony.format("Jang Song Thaek"), OFFICIAL, time="2014-07"))
    b = story("b", told("Kim Jong Un was " + ceremony.format("his uncle"), ENVOY, time="2014-07"))
    c = story("c", told("Hyon Yong Chol was " + ceremony.format("his uncle"), ENVOY, time="2014-07"))
    assert shared(facts(a, b)) == [{"a", "b"}]
    assert shared(facts(b, c)) == []


def test_what_is_only_expected_is_the_same_months_later() -> None:
    words = "the harbour is unlikely to have a working submarine that can carry several torpedoes"
    expected = {"outlook": Outlook.FORECAST}
    a = story("a", told(words, OFFICIAL, **expected), day="2016-04-24")
    b = story("b", told(words.replace("a working", "any working"), ENVOY, **expected), day="2016-07-10")
    assert shared(facts(a, b)) == [{"a", "b"}]
    done = words.replace("is unlikely to have", "launched")
    a = story("a", told(done, OFFICIAL), day="2016-04-24")
    b = story("b", told(done.replace("a working", "any working"), ENVOY), day="2016-07-10")
    assert shared(facts(a, b)) == []


DAM = [
    "The upper dam cracked in the floods",
    "In the floods the upper dam cracked",
    "The upper dam cracked when floods came",
    "Floods came and the upper dam cracked",
    "The upper dam cracked in floods of spring",
    "The upper dam cracked in the spring floods",
    "The upper dam has cracked in floods",
]
STRIKE = [
    "Pit miners stopped digging coal",
    "The miners of the pit stopped digging coal",
    "At the pit the miners stopped digging coal",
    "The pit miners stopped digging any coal",
    "The pit miners stopped digging their coal",
    "The pit miners have stopped digging coal",
    "All pit miners stopped digging coal",
]


def test_a_statement_that_tells_both_makes_no_one_fact_of_two() -> None:
    both = "The upper dam cracked in the floods and the pit miners stopped digging coal"
    lines = zip("abcdefghijklmno", [*DAM, both, *STRIKE], strict=True)
    stories = [story(name, told(line, source(f"name:{name}", SourceKind.OFFICIAL_BODY))) for name, line in lines]
    dam, pit = (next(one for one in shared(facts(*stories)) if name in one) for name in "ao")
    assert not dam & pit
