"""What can go wrong, said so that a reader can act: what, where, what would be right."""


class AttributedError(Exception):
    """Anything that Attributed refuses to do, with a message for the user."""


class BadArticle(AttributedError):
    """A file that cannot be read as an article; the run goes on with the next one."""


class BadKnowledge(AttributedError):
    """A file of data/ that contradicts itself or its format; names file and line."""


class BadRequest(AttributedError):
    """A briefing's request or a command that cannot be carried out as asked."""


class BadReport(AttributedError):
    """A report whose files or passages no longer agree with what was published."""


class BadNotes(AttributedError):
    """Notes of an analyst that cite or judge what they may not; names file and line."""
