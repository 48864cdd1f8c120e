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
        ("<The source> |said| {the news raised fears that a purge was near}.", Hedge.POSSIBLE),
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
        # what is denied hangs below the main predicate
        ("<He> |said| {there is no place on earth where corruption is worse than in the army}.", Polarity.AFFIRMED),
        ("<He> |said| {officials who do not pay bribes are dismissed}.", Polarity.AFFIRMED),
        ("<Seoul> |said| {it could not rule out that the general was executed}.", Polarity.AFFIRMED),
    ],
)
def test_only_the_main_predicate_is_negated(line: str, polarity: Polarity) -> None:
    assert claims(line)[0].polarity is polarity
