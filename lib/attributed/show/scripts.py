"""Names in the script of those who bear them, beside their first mention."""

from attributed.briefing import Briefing
from attributed.knowledge import read_knowledge
from attributed.model import Claim, Mention
from attributed.show.tree import Foreign

LANGUAGE = "ko"  # the lists have one column for it: hangul


def own_script(briefing: Briefing, claim: Claim, mention: Mention) -> Foreign | None:
    """The name of a listed person or place in Hangul, for the first claim in reading order that names it."""
    first = mention.id is not None and briefing.first_naming.get(mention.id) == claim.id
    hangul = hangul_of(briefing, mention) if first else None
    return Foreign(hangul, LANGUAGE) if hangul else None


def hangul_of(briefing: Briefing, mention: Mention) -> str | None:
    """What the subject's lists have; None where they have nothing."""
    knowledge = read_knowledge(briefing.request.subject)
    listed = knowledge.people.get(mention.id or "") or knowledge.places.get(mention.id or "")
    return listed.hangul if listed else None
