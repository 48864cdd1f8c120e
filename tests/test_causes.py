"""What a claim says outright of one thing leading to another."""

import pytest

from tests.claim_cases import claims


@pytest.mark.parametrize(
    ("line", "cause", "cue", "effect"),
    [
        ("The quarrel led to the purge.", "The quarrel", "led to", "the purge"),
        ("The inspection caused a panic.", "The inspection", "caused", "a panic"),
        ("The purge was prompted by a quarrel over coal.", "a quarrel over coal", "prompted by", "The purge"),
        ("The shortage stems from the sanctions.", "the sanctions", "stems from", "The shortage"),
        (
            "The general was dismissed because of abuses of power.",
            "abuses of power",
            "because of",
            "The general was dismissed",
        ),
        ("Officials were punished because they took bribes.", "they took bribes", "because", "Officials were punished"),
        ("The dismissal was due to an illness.", "an illness", "due to", "The dismissal was"),
        (
            "There was frequent drinking, which became known to the government and led to the purge.",
            "frequent drinking",
            "led to",
            "the purge",
        ),
        (
            "The North tested a bomb in January, leading to new sanctions.",
            "The North tested a bomb in January",
            "leading to",
            "new sanctions",
        ),
    ],
)
def test_a_cause_has_its_effect_and_its_cue(line: str, cause: str, cue: str, effect: str) -> None:
    (found,) = claims(line)[0].causes
    assert (found.cause.of(line), found.cue.of(line), found.effect.of(line)) == (cause, cue, effect)


@pytest.mark.parametrize(
    "line",
    [
        "The talks ended after the test failed.",
        "The quarrel did not lead to the purge.",
        "A correspondent contributed to this report.",
        "Choe led the delegation to the capital.",
    ],
)
def test_what_only_follows_or_is_denied_is_no_cause(line: str) -> None:
    assert claims(line)[0].causes == ()
