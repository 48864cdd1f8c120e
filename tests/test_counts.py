"""Numbers of news English become bounds: what is said is kept, and no more."""

import pytest

from attributed.claims.counts import count_of, plural_of
from attributed.claims.tree import Tree
from attributed.parsing import load_pipeline


def tree_and_noun(sentence: str) -> tuple[Tree, int]:
    """A sentence's parse; the noun that is counted stands behind an asterisk."""
    place = sentence.index("*")
    tree = Tree.of(load_pipeline()(sentence.replace("*", "")))
    return tree, tree.starts.index(place)


@pytest.mark.parametrize(
    ("sentence", "fewest", "most", "words"),
    [
        ("Kim condemned over 40 local *officials.", 41, None, "over 40"),
        ("More than 40 *generals were executed.", 41, None, "More than 40"),
        ("At least 15 *people were dismissed.", 15, None, "At least 15"),
        ("Ten or more *aides fled.", 10, None, "Ten or more"),
        ("Up to 200,000 *prisoners were held.", 1, 200_000, "Up to 200,000"),
        ("Fewer than 20 *aides fled.", 1, 19, "Fewer than 20"),
        ("Between 10 and 20 *officials were purged.", 10, 20, "Between 10 and 20"),
        ("Two or three *aides were dismissed.", 2, 3, "Two or three"),
        ("About 30 *soldiers died.", 27, 33, "About 30"),
        ("Nearly 100 *aides fled.", 90, 100, "Nearly 100"),
        ("He executed some 70 *officials.", 63, 77, "some 70"),
        ("40 *officials were dismissed.", 40, 40, "40"),
        ("Twenty-five *officials were arrested.", 25, 25, "Twenty-five"),
        ("Two hundred and fifty *soldiers fled.", 250, 250, "Two hundred and fifty"),
        ("A dozen *cadres were dismissed.", 12, 12, "A dozen"),
        ("1.5 million *people fled.", 1_500_000, 1_500_000, "1.5 million"),
        ("*Dozens of officials were executed.", 24, None, "Dozens"),
        ("Dozens of *officials were executed.", 24, None, "Dozens"),
        ("*Hundreds of thousands of people fled.", 200_000, None, "Hundreds of thousands"),
        ("Several *officials were dismissed.", 3, None, "Several"),
        ("Several hundred *people fled.", 300, None, "Several hundred"),
        ("No *officials were punished.", 0, 0, "No"),
        ("It killed 12 *Americans and three Koreans.", 15, 15, "12 Americans and three"),
        ("It killed 12 *Americans and Ri Yong Ho.", 13, 13, "12 Americans and Ri Yong Ho"),
        ("It killed 17 *students and staff.", 17, None, "17 students and staff"),
        ("It killed 12 *soldiers and their aides.", 14, None, "12 soldiers and their aides"),
    ],
)
def test_a_number_has_bounds(sentence: str, fewest: int, most: int | None, words: str) -> None:
    tree, noun = tree_and_noun(sentence)
    count = count_of(noun, tree)
    assert count is not None
    assert (count.fewest, count.most, count.passage.of(tree.text)) == (fewest, most, words)


@pytest.mark.parametrize(
    "sentence",
    [
        "The *officials were dismissed.",
        "The 30th *session met.",  # an ordinal
        "In 2013 *officials fled.",  # a year
        "*Kim, 31, was purged.",  # an age
        "The No. 2 *official was purged.",  # a label
        "Some *official fled.",  # nobody is counted
        "He was held for 18 *months.",  # a measure
        "He was found guilty of *murder and two counts of theft.",  # nor do charges
    ],
)
def test_what_counts_nobody_gives_no_count(sentence: str) -> None:
    tree, noun = tree_and_noun(sentence)
    assert count_of(noun, tree) is None


def test_a_bare_plural_is_two_at_least() -> None:
    tree, noun = tree_and_noun("*Sources said so.")
    count = plural_of(noun, tree)
    assert count is not None
    assert (count.fewest, count.most) == (2, None)
    tree, noun = tree_and_noun("A *source said so.")
    assert plural_of(noun, tree) is None
