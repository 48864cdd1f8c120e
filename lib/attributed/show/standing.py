"""What a reader weighs a fact by: grade, roots and the reasons for both, what overturned it, what may be the same."""

from collections.abc import Iterator

from attributed.briefing import Briefing
from attributed.model import UNGRADED, ChangeKind, Claim, Fact, Grade
from attributed.show.naming import cited_first, fact_title
from attributed.show.parts import cited
from attributed.show.reasons import GROUNDS, LETTERS, NUMBERS
from attributed.show.tree import Block, Inline, LineBreak, Manner, Paragraph, Style, Styled, Text
from attributed.show.wording import between, counted, sentence

MOST_ALIKE = 3


def standing(briefing: Briefing, fact: Fact) -> tuple[Block, ...]:
    """Grade, roots and the reasons for both; what overturned the fact; what may be the same."""
    lines: list[tuple[Inline, ...]] = []
    if fact.overturned_by:
        later = briefing.facts_by_id[fact.overturned_by]
        lines.append(
            (
                Styled(
                    (Text(f"Overturned: {fact_title(briefing, later)} "), *cited(briefing, later.claims)), Style.STRONG
                ),
            )
        )
    lines.append((Text(f"{grade_words(fact.grade)}. {sentence('; '.join(fact.grade.why))}."),))
    if fact.steps and (len(fact.articles) > 1 or fact.independent_roots[1] > 1):
        lines.append((Text(f"{roots_words(fact)} "), *cited(briefing, _shown_by(briefing, fact))))
    alike = [briefing.facts_by_id[name] for name in fact.may_be[:MOST_ALIKE]]
    if alike:
        named = [(Text(f"{fact_title(briefing, one)} "), *cited_first(briefing, one.claims)) for one in alike]
        lines.append((Text("May be the same as: "), *(part for one in named for part in one)))
    parts = (part for number, line in enumerate(lines) for part in ((LineBreak(), *line) if number else line))
    return (Paragraph(tuple(parts), Manner.SMALL),)


def roots_words(fact: Fact) -> str:
    """How many roots, and why: "1 to 2 independent roots behind 3 articles. One: both cite one report"."""
    few, many = fact.independent_roots
    told = f"{between(few, many)} independent {'root' if many == 1 else 'roots'}"
    reasons = [f"{told} behind {counted(len(fact.articles), 'article')}"]
    for is_certain, words in ((True, "One"), (False, "Perhaps fewer")):
        grounds = dict.fromkeys(GROUNDS[step.ground] for step in fact.steps if step.is_certain is is_certain)
        reasons += [f"{words}: {'; '.join(grounds)}"] if grounds else []
    return ". ".join(reasons)


def _shown_by(briefing: Briefing, fact: Fact) -> list[Claim]:
    return [briefing.claims_by_id[name] for name in dict.fromkeys(c for step in fact.steps for c in step.claims)]


def grade_words(grade: Grade) -> str:
    """As in "F6: reliability cannot be judged, possibly true", and by whom, where a person gave it."""
    given = f", given by {grade.given_by}" if grade.given_by else ""
    if (grade.source, grade.information) == (UNGRADED.source, UNGRADED.information):
        return f"{grade.source}{grade.information}{given}: cannot be judged"
    return f"{grade.source}{grade.information}{given}: {LETTERS[grade.source]}, {NUMBERS[grade.information]}"


def weight_words(briefing: Briefing, fact: Fact) -> Iterator[str]:
    """What a reader weighs a fact by: how many articles and roots, the grade, whether it is new or overturned."""
    if len(fact.articles) > 1:
        few, many = fact.independent_roots
        roots = f"{between(few, many)} independent {'root' if many == 1 else 'roots'}"
        yield f"{counted(len(fact.articles), 'article')}, {roots}"
    yield f"{fact.grade.source}{fact.grade.information}"
    kinds = {change.kind for change in briefing.changes if change.fact == fact.id}
    if ChangeKind.NEW in kinds:
        yield "new"
    if fact.overturned_by:
        yield "overturned by a later sighting or death"
