"""Parsing: one document an article, offsets in the article's text, a sentence never runs over a line."""

import pytest

from attributed.errors import AttributedError
from attributed.fingerprints import pipeline_fingerprint
from attributed.model import UNKNOWN, Article
from attributed.parsing import is_hard_wrapped, load_pipeline, parse


def article(text: str, *, id: str = "a") -> Article:  # noqa: A002
    return Article(id, "0" * 64, text, UNKNOWN, (), UNKNOWN, UNKNOWN)


def first_words(text: str) -> list[str]:
    _, doc = next(parse([article(text)]))
    return [sentence.text.split()[0] for sentence in doc.sents if sentence.text.strip()]


def test_a_heading_is_no_part_of_the_paragraph_below_it() -> None:
    assert first_words("Ferry line to close in spring\nThe port authority said so on Monday.") == ["Ferry", "The"]


def test_lines_wrapped_by_hand_are_one_sentence() -> None:
    text = (
        "The harbour master told reporters that\nthe ferry would not sail before the end of\nthe month, and that "
        "nobody had asked him\nabout the state of its engines before\nthe storm.\n\nThe owners did not comment."
    )
    assert is_hard_wrapped(text)
    assert first_words(text) == ["The", "The"]


def test_offsets_are_those_of_the_article_whatever_its_blanks() -> None:
    text = "  \n\nHarbour 👷 news\r\n\r\n“We stay out,”\u00a0said the union.\n"
    _, doc = next(parse([article(text)]))
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_articles_come_back_in_their_order_and_empty_ones_too() -> None:
    articles = [article("Rain fell.", id="one"), article("", id="two"), article("Snow fell.", id="three")]
    assert [(one.id, len(doc)) for one, doc in parse(articles)] == [("one", 3), ("two", 0), ("three", 3)]


def test_two_processes_parse_as_one_does() -> None:
    articles = [article(f"The mayor said on day {day} that the bridge was safe.", id=str(day)) for day in range(4)]
    alone = [[(token.head.i, token.dep_) for token in doc] for _, doc in parse(articles)]
    assert [[(token.head.i, token.dep_) for token in doc] for _, doc in parse(articles, processes=2)] == alone


def test_names_are_not_looked_for_because_nobody_reads_them() -> None:
    assert "ner" not in load_pipeline().pipe_names


def test_the_fingerprint_is_the_same_each_time() -> None:
    assert pipeline_fingerprint() == pipeline_fingerprint.__wrapped__()
    assert len(pipeline_fingerprint()) == 64


def test_a_missing_pipeline_is_named() -> None:
    with pytest.raises(AttributedError, match="en_core_no_such_thing"):
        load_pipeline("en_core_no_such_thing")
