"""What the articles do not let us know."""

from attributed.briefing import Briefing, Gap, GapKind
from attributed.show.parts import cited, empty, shown
from attributed.show.shown import Shown
from attributed.show.tree import Block, Inline, Items, Link, Paragraph, Text
from attributed.show.wording import counted

MOST_CITED = 24
SENTENCES = {  # {} takes a count of articles or claims
    GapKind.NO_OUTLET: "{} whose outlet the text does not name:",
    GapKind.NO_DATE: "{} whose date of publication the text does not give:",
    GapKind.ORIGIN_UNNAMED: "{} whose origin is not named at all:",
    GapKind.ORIGIN_UNDECIDED: "{} whose source may or may not be one met elsewhere in the article:",
    GapKind.TIME_OPEN: "{} of an event whose time is not given:",
}


def gaps(briefing: Briefing) -> Shown:
    """Every kind of gap once, with the articles or claims that it concerns."""
    items: list[tuple[Block, ...]] = [(Paragraph(gap_words(briefing, gap)),) for gap in briefing.gaps]
    items += [(Paragraph((Text(f"{name} was not read: {why}"),)),) for name, why in briefing.refused]
    if not items:
        return shown(briefing, empty("Every article has an outlet and a date, every claim a named origin and a time."))
    return shown(briefing, Items(tuple(items)))


def gap_words(briefing: Briefing, gap: Gap) -> tuple[Inline, ...]:
    """As in "1 article whose date of publication the text does not give: article 2"."""
    if gap.articles:
        numbers = [n for n, article in enumerate(briefing.articles, 1) if article.sha256 in gap.articles]
        parts: list[Inline] = [Text(SENTENCES[gap.kind].format(counted(len(numbers), "article")) + " ")]
        for number in numbers[:MOST_CITED]:
            parts += [Text(", ")] if len(parts) > 1 else []
            parts.append(Link(f"#article-{number}", (Text(f"article {number}"),)))
        return tuple(parts)
    concerned = set(gap.claims)
    claims = [claim for claim in briefing.claims if claim.id in concerned]
    rest = f" and {len(claims) - MOST_CITED} more" if len(claims) > MOST_CITED else ""
    words = SENTENCES[gap.kind].format(counted(len(claims), "claim")) + " "
    return (Text(words), *cited(briefing, claims[:MOST_CITED]), Text(rest))
