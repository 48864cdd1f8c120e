"""Each claim carries the firmness and the polarity of its own main predicate."""

import pytest

from attributed.model import Hedge, Polarity
from tests.claim_cases import claims


@pytest.mark.parametrize(
    ("line", "hedge"),
    [
        ("The army dismissed its chief of staff.", Hedge.ASSERTED),
        ("<The agency> |said| {the army dismissed its chief of staff}.", Hedge.REPORTED),
        ("<The source> |said| {a purge may soon be launched}.", Hedge.POSSIBLE),
        ("<The agency> |said| {the minister has probably been dismissed}.", Hedge.PROBABLE),
        ("<He> |said| {it is likely to deepen public anger}.", Hedge.PROBABLE),
        ("The campaign seems to have reached the provinces.", Hedge.PROBABLE),
        ("The general is believed to have been executed.", Hedge.HEARSAY),
        ("The general was reportedly executed last year.", Hedge.HEARSAY),
        ("{The victims} |are said| {to have met with difficulties}.", Hedge.HEARSAY),
        ("<The source> |said| {the general would be executed if he returned}.", Hedge.HYPOTHETICAL),
        ("<The directive> |said| {such groups should be strictly suppressed}.", Hedge.ORDERED),
        ("<Kim> |ordered| {officials to report all foreign phones}.", Hedge.ORDERED),
        ("<Kim> |warned| {that a famine was coming}.", Hedge.REPORTED),
        ("<The North> |proposed| {a joint investigation of the attack}.", Hedge.ORDERED),
        ("<China> |called| {for calm on all sides}.", Hedge.ORDERED),
        ("<China> |called| {the launch a mistake}.", Hedge.REPORTED),
        ("{“We should not expect them to talk,”} <he> |said|.", Hedge.ORDERED),
        ("<The source> |said| {the news raised fears that a purge was near}.", Hedge.POSSIBLE),
        # the cases that analysts trip over
        ("The general was reported to have been executed in 2013.", Hedge.HEARSAY),
        ("The general was feared purged after the congress.", Hedge.POSSIBLE),
        ("A new purge may soon be launched in the provinces.", Hedge.POSSIBLE),
        ("<Experts> |speculated| {that he had undergone surgery}.", Hedge.POSSIBLE),
        ("<The ministry> |could not rule out| {that he was dead}.", Hedge.POSSIBLE),
        ("It looks like the minister has been dismissed.", Hedge.PROBABLE),
        ("{“I think it is likely that one of his aides will do it,”} <he> |said|.", Hedge.PROBABLE),
        ("{“It was probably a device to draw attention,”} <he> |said|.", Hedge.PROBABLE),
        ("Kim appeared in pictures of a factory on Tuesday.", Hedge.ASSERTED),  # was seen, no guess
        ("Any shot across the border would break the pact.", Hedge.HYPOTHETICAL),
        ("The general must have died in prison.", Hedge.PROBABLE),  # is concluded
        ("The general should have left in May.", Hedge.HYPOTHETICAL),  # he did not
        ("The ministry could not confirm the report.", Hedge.ASSERTED),
        ("<The agency> |said| {Kim would visit the factory}.", Hedge.REPORTED),  # the future of a past
        ("Even if it was an accident, the officer was dismissed.", Hedge.ASSERTED),
        ("The bank was told to close all accounts.", Hedge.ASSERTED),  # an order, no hearsay
    ],
)
def test_a_claim_is_as_firm_as_its_main_predicate(line: str, hedge: Hedge) -> None:
    assert claims(line)[0].hedge is hedge


@pytest.mark.parametrize(
    ("line", "polarity"),
    [
        ("<The source> |said| {the general was not executed}.", Polarity.NEGATED),
        ("<He> |said| {that approach doesn’t seem to work anymore}.", Polarity.NEGATED),
        ("<The agency> |said| {nobody was punished for the accident}.", Polarity.NEGATED),
        ("<The agency> |said| {there was no purge in the province}.", Polarity.NEGATED),
        ("<The ministry> |denied| {that the general had been executed}.", Polarity.DENIED),
        ("<The agency> |said| {he no longer leads the army}.", Polarity.NEGATED),
        ("<The ministry> |said| {the reports that he was executed are false}.", Polarity.DENIED),
        ("<The ministry> |said| {rumours of a coup were rubbish}.", Polarity.DENIED),
        ("<A source> |said| {the ministry called the reports false}.", Polarity.DENIED),
        ("{“That is incorrect,”} <the ministry> |said|.", Polarity.DENIED),
        ("<The ministry> |said| {it lies in the north of the country}.", Polarity.AFFIRMED),
        # what is denied hangs below the main predicate
        ("<He> |said| {there is no place on earth where corruption is worse than in the army}.", Polarity.AFFIRMED),
        ("<He> |said| {officials who do not pay bribes are dismissed}.", Polarity.AFFIRMED),
        ("<Seoul> |said| {it could not rule out that the general was executed}.", Polarity.AFFIRMED),
        ("<Seoul> |warned| {of a war if the army does not stop the drills}.", Polarity.AFFIRMED),
    ],
)
def test_only_the_main_predicate_is_negated(line: str, polarity: Polarity) -> None:
    assert claims(line)[0].polarity is polarity
