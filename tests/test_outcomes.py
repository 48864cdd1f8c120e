"""Forecasts and signs: borne out or refuted only by later facts about the same, open otherwise."""

from dataclasses import replace

from attributed.knowledge import read_knowledge
from attributed.model import (
    UNKNOWN,
    Claim,
    Extraction,
    Fact,
    Findings,
    Known,
    Mention,
    Outcome,
    Outlook,
    Passage,
    Polarity,
)
from attributed.outcomes import outcomes_of
from tests.made import article, claim, speaker

RI = Mention("ri-yong-gil", "Ri Yong Gil", Passage(0, 1), "as listed")
COUNTRY = Mention("north-korea", "North Korea", Passage(0, 1), "as listed")
TOWN = Mention("hyesan", "Hyesan", Passage(0, 1), "as listed")
KIM = Mention("kim-won-hong", "Kim Won Hong", Passage(0, 1), "as listed")


def forecast(*, horizon: str | None = None, **other: object) -> Claim:
    made = replace(claim("forecast", speaker("a source"), event="purge"), affected=(RI,), outlook=Outlook.FORECAST)
    return replace(made, horizon=Known(horizon, "told") if horizon else UNKNOWN, **other)  # type: ignore[arg-type]


def later(when: str | None, *, whom: Mention = RI, event: str = "purge", **other: object) -> Claim:
    made = replace(claim("later", speaker("kcna"), event=event, article="sha-of-later"), affected=(whom,))
    return replace(made, time=Known(when, "told"), **other)  # type: ignore[arg-type]


def outcome(said: Claim, *facts: Claim, published: str | None = "2016-01-10") -> Outcome:
    printed = Known(published, "told") if published else UNKNOWN
    told = Extraction(replace(article("x"), published=printed), (said,))
    after = Extraction(article("y", sha256="sha-of-later"), facts)
    made = tuple(Fact(f"f-{c.id}", (c,), c.event, c.time, (), (1, 1)) for c in (said, *facts))
    return outcomes_of(Findings(made), [told, after], read_knowledge())[0]


def test_a_forecast_is_borne_out_by_a_later_fact_about_the_same_person() -> None:
    assert outcome(forecast(), later("2016-02")) == Outcome("forecast", borne_out_by=("f-later",))


def test_it_is_refuted_where_somebody_says_later_that_it_did_not_happen() -> None:
    not_so = later("2016-02", polarity=Polarity.NEGATED)
    assert outcome(forecast(), not_so) == Outcome("forecast", refuted_by=("f-later",))


def test_a_forecast_that_something_will_not_happen_is_refuted_by_its_happening() -> None:
    assert outcome(forecast(polarity=Polarity.NEGATED), later("2016-02")).refuted_by == ("f-later",)


def test_it_stays_open_for_other_people_other_events_and_earlier_or_unknown_times() -> None:
    for fact in (later("2016-02", whom=KIM), later("2016-02", event="visit"), later("2015-12"), later(None)):
        assert outcome(forecast(), fact) == Outcome("forecast")


def test_a_country_in_both_says_nothing_and_a_town_only_where_people_are_meant() -> None:
    for place, event, is_borne_out in ((COUNTRY, "purge", False), (TOWN, "purge", True), (TOWN, "visit", False)):
        said = forecast(affected=(), places=(place,), event=event)
        assert (
            bool(outcome(said, later("2016-02", whom=KIM, event=event, places=(place,))).borne_out_by) is is_borne_out
        )


def test_what_the_same_hand_does_to_another_bears_nothing_out() -> None:
    said = forecast(agents=(KIM,), places=(TOWN,))
    other = Mention("jang-song-thaek", "Jang Song Thaek", Passage(0, 1), "as listed")
    assert outcome(said, later("2016-02", whom=other, agents=(KIM,), places=(TOWN,))) == Outcome("forecast")
    assert outcome(said, later("2016-02", agents=(KIM,))).borne_out_by == ("f-later",)


def test_a_visit_is_borne_out_only_with_guest_and_place() -> None:
    said = forecast(places=(TOWN,), event="visit")
    assert outcome(said, later("2016-02", event="visit")) == Outcome("forecast")
    assert outcome(said, later("2016-02", event="visit", places=(TOWN,))).borne_out_by


def test_without_a_horizon_a_forecast_is_open_after_a_year() -> None:
    assert outcome(forecast(), later("2017-02")) == Outcome("forecast")


def test_a_fact_beyond_the_horizon_bears_nothing_out() -> None:
    assert outcome(forecast(horizon="2016-03"), later("2016-02")).borne_out_by
    assert outcome(forecast(horizon="2016-03"), later("2016-04")) == Outcome("forecast")


def test_where_the_forecast_s_article_has_no_date_nothing_is_later() -> None:
    assert outcome(forecast(), later("2016-02"), published=None) == Outcome("forecast")


def test_one_forecast_does_not_bear_out_another() -> None:
    assert outcome(forecast(), later("2016-02", outlook=Outlook.FORECAST)) == Outcome("forecast")


def test_a_sign_is_kept_too() -> None:
    assert outcome(forecast(outlook=Outlook.SIGN)).claim == "forecast"
