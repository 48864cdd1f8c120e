"""When: time expressions of news prose, resolved against the article's date where it is known."""

from attributed.claims.times.finding import TimeExpression, find_times
from attributed.claims.times.words import TimeWords, read_time_words

__all__ = ["TimeExpression", "TimeWords", "find_times", "read_time_words"]
