"""Files -> articles: text, zones, publication date, outlet and credits, each with its basis."""

from attributed.reading.article import article_from_text, read_article
from attributed.reading.page import PageWords, read_page_words

__all__ = ["PageWords", "article_from_text", "read_article", "read_page_words"]
