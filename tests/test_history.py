"""Statuses through time: what is firm, what a later sighting overturns, who was last seen when."""

from dataclasses import replace

from attributed.history import histories_of, overturned
from attributed.knowledge import read_knowledge
from attributed.model import (
    UNKNOWN,
    Claim,
    Extraction,
    Fact,
    Findings,
    Hedge,
    History,
    Known,
    Mention,
    Outlook,
    Passage,
    Polarity,
)
from tests.made import article, claim, speaker

TEXT = "Ri Yong Gil was executed. Ri Yong Gil was seen."
RI = Mention("ri-yong-gil", "Ri Yong Gil", Passage(0, 11), "as listed")
SECOND_RI = replace(RI, passage=Passage(26, 37))


def executed(when: str | None = "2016-02", **other: object) -> Claim:
    made = claim("executed", speaker("ministry"), event="execution", content=(0, 24))
    return replace(made, people=(RI,), affected=(RI,), time=Known(when, "told"), **other)  # type: ignore[arg-type]


def seen(when: str | None = "2016-05-10", *, event: str = "reappearance") -> Claim:
    made = claim("seen", speaker("kcna"), event=event, content=(26, 46))
    return replace(made, people=(SECOND_RI,), affected=(SECOND_RI,), time=Known(when, "told"))


def history(*claims: Claim, published: str | None = None) -> tuple[History, Findings]:
    told = replace(article(TEXT), published=Known(published, "told") if published else UNKNOWN)
    facts = tuple(Fact(f"f-{c.id}", (c,), c.event, c.time, (), (1, 1)) for c in claims)
    findings = Findings(facts)
    histories = histories_of(findings, [Extraction(told, claims)], read_knowledge())
    return histories[0], overturned(findings, histories, read_knowledge())


def test_a_later_sighting_overturns_a_reported_execution() -> None:
    one, findings = history(executed(), seen())
    assert [(s.status, s.overturned_by) for s in one.statuses] == [("executed", "f-seen"), ("seen", None)]
    assert [fact.overturned_by for fact in findings.facts] == ["f-seen", None]
    (clash,) = findings.conflicts
    assert (clash.about, clash.facts, clash.values) == ("status", ("f-executed", "f-seen"), ("executed", "seen later"))


def test_who_died_much_later_was_not_dead_before() -> None:
    died = replace(seen("2019-10-27", event="death"), id="died")
    one, findings = history(executed(), died)
    assert [(s.status, s.overturned_by) for s in one.statuses] == [("executed", "f-died"), ("dead", None)]
    assert [conflict.values for conflict in findings.conflicts] == [("executed", "died later")]


def test_a_decade_dates_no_death() -> None:
    died = replace(seen("2013-06-06", event="death"), id="died")
    assert [fact.overturned_by for fact in history(executed("194X"), died)[1].facts] == [None, None]


def test_two_days_of_death_that_lie_near_or_a_purge_before_it_overturn_nothing() -> None:
    near = replace(seen("2016-03-10", event="death"), id="died")
    assert [fact.overturned_by for fact in history(executed(), near)[1].facts] == [None, None]
    purged = replace(executed(), event="purge")
    died = replace(seen("2019-10-27", event="death"), id="died")
    assert [fact.overturned_by for fact in history(purged, died)[1].facts] == [None, None]


def test_a_sighting_before_the_reported_execution_overturns_nothing() -> None:
    one, findings = history(executed(), seen("2016-01-05"))
    assert [s.status for s in one.statuses] == ["seen", "executed"]
    assert [fact.overturned_by for fact in findings.facts] == [None, None]


def test_a_sighting_in_the_month_of_the_execution_may_have_come_before_it() -> None:
    for when in ("2016-02-20", "2016-02", "2016"):
        assert {s.overturned_by for s in history(executed("2016-02"), seen(when))[0].statuses} == {None}


def test_an_execution_is_as_old_as_its_date_however_late_it_is_printed() -> None:
    assert history(executed("2016-02"), seen(), published="2016-06-10")[0].statuses[0].overturned_by == "f-seen"


def test_an_execution_without_a_date_happened_at_the_latest_when_it_was_printed() -> None:
    assert history(executed(None), seen(), published="2016-02-10")[0].statuses[-1].overturned_by == "f-seen"
    assert history(executed(None), seen(), published="2016-06-10")[0].statuses[-1].overturned_by is None
    assert history(executed(None), seen())[0].statuses[-1].overturned_by is None


def test_a_sighting_without_a_date_overturns_nothing() -> None:
    assert history(executed(), seen(None))[0].statuses[0].overturned_by is None


def test_who_takes_part_in_a_later_meeting_is_seen() -> None:
    one, _ = history(executed(), seen(event="meeting"))
    assert one.statuses[0].overturned_by == "f-seen"
    assert [(s.status, s.time.value) for s in one.appearances] == [("meeting", "2016-05-10")]
    assert one.last_seen.value == "2016-05-10"


def test_a_dismissal_is_not_overturned_by_a_sighting() -> None:
    dismissed = replace(executed(), event="dismissal")
    one, _ = history(dismissed, seen())
    assert [(s.status, s.overturned_by) for s in one.statuses] == [("dismissed", None), ("seen", None)]


def test_what_is_feared_ordered_denied_or_yet_to_come_is_no_status() -> None:
    for claimed in (
        executed(hedge=Hedge.POSSIBLE),
        executed(hedge=Hedge.ORDERED),
        executed(hedge=Hedge.HYPOTHETICAL),
        executed(polarity=Polarity.DENIED),
        executed(outlook=Outlook.FORECAST),
    ):
        one, _ = history(claimed)
        assert one.statuses == ()
        assert [s.status for s in one.unfirm] == ["executed"]


def test_statuses_without_a_date_stand_last() -> None:
    one, _ = history(executed(None), seen())
    assert [s.status for s in one.statuses] == ["seen", "executed"]


def test_where_namesakes_are_undecided_nothing_is_overturned() -> None:
    nobody = Mention(None, "Ri Yong Ho", Passage(0, 11), "undecided", undecided=("ri-yong-ho", "ri-yong-ho-2"))
    claims = [replace(c, people=(nobody,), affected=(nobody,)) for c in (executed(), seen())]
    one, _ = history(*claims)
    assert [s.overturned_by for s in one.statuses] == [None, None]


def test_a_body_that_is_done_away_with_has_a_history_and_one_that_is_only_named_has_none() -> None:
    body = Mention("office-39", "Office 39", Passage(0, 11), "as listed")
    named = replace(claim("a", speaker("s"), content=(0, 24)), organisations=(body,))
    assert histories_of(Findings(), [Extraction(article(TEXT), (named,))], read_knowledge()) == ()
    purged = replace(named, event="purge", affected=(body,))
    fact = Fact("f", (purged,), "purge", UNKNOWN, (), (1, 1))
    (one,) = histories_of(Findings((fact,)), [Extraction(article(TEXT), (purged,))], read_knowledge())
    assert (one.subject.name, [s.status for s in one.statuses]) == ("Office 39", ["purged"])


def test_a_middle_name_makes_nobody_else() -> None:
    short = Mention(None, "Dolph Quint", Passage(0, 11), "in no list")
    made = replace(executed(), people=(short,), affected=(short,))
    longer = replace(short, name="Dolph Amos Quint", passage=Passage(26, 37))
    later = replace(seen(), people=(longer,), affected=(longer,))
    one, _ = history(made, later)
    assert (one.subject.name, [status.status for status in one.statuses]) == ("Dolph Quint", ["executed", "seen"])
