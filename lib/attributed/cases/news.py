"""What an article's title is about."""

import re
from collections.abc import Iterable
from functools import lru_cache

from attributed.knowledge import Knowledge
from attributed.model import Article


def headlined(article: Article, knowledge: Knowledge) -> frozenset[str]:
    """The event types whose words an article's title has, in any of their regular forms."""
    title = article.title.of(article.text) if article.title else ""
    return frozenset(event for event in knowledge.events if names_event(title, [event], knowledge))


def names_event(text: str, events: Iterable[str], knowledge: Knowledge) -> bool:
    """Whether a text has a word of one of these event types, in any of its regular forms."""
    words = (knowledge.events[event].words for event in events if event in knowledge.events)
    return _pattern(frozenset().union(*words)).search(text.casefold()) is not None


@lru_cache(maxsize=256)
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(_forms, sorted(words))) or '(?!)'})\b")


def _forms(word: str) -> str:
    """A word with its regular endings: "purge", "purges", "purged", "purging"; "die" is not "did"."""
    stem = re.escape(word)
    return rf"{stem}(?:s|d)?|{re.escape(word[:-1])}ing" if word.endswith("e") else rf"{stem}(?:e?s|ed|ing)?"
