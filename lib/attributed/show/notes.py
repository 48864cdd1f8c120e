"""The analyst's own words: judgements, alternatives, indicators; never to be taken for what is reported."""

from collections.abc import Iterable, Sequence

from attributed import paths
from attributed.briefing import Briefing
from attributed.model import Claim
from attributed.notes import Alternatives, Evidence, Flag, Indicator, Judgement, Notes, Sentence, Yardstick
from attributed.notes import check_notes as check
from attributed.notes import read_notes as read
from attributed.notes import read_yardsticks as yardsticks
from attributed.show.parts import cited, empty, note, shown
from attributed.show.shown import Shown
from attributed.show.tree import Block, Card, Heading, Inline, Items, Manner, Paragraph, Style, Styled, Table, Text
from attributed.show.wording import counted, listed, sentence, shortened

NONE = "No analyst’s notes are given with this briefing."
HOW_TO_READ = (
    "The analyst’s own sentences, not the articles’. Each says what it is: reported, assumed or judged. Words of "
    "likelihood mean what the table in the method says; what a source calls likely is not among them."
)
HOW_TO_COMPARE = (
    "CC and C: the claim is consistent with the hypothesis; N: it says nothing about it; I and II: it is inconsistent. "
    "A claim tells hypotheses apart the better, the further its ratings lie apart (0 to 4). The hypothesis with the "
    "least against it stands, for now."
)
LONGEST_WORDS = 90


def judgements(briefing: Briefing, notes: Notes | None = None) -> Shown:
    """What the analyst holds, sentence by sentence; raises BadNotes where the notes are not in order."""
    notes = notes_of(briefing, notes)
    if notes is None or not notes.judgements:
        return shown(briefing, empty(NONE if notes is None else "The analyst’s notes judge nothing."))
    flags = check(notes, briefing.claims)
    by = (Paragraph((Text(f"Judged by {notes.by}."),), Manner.SMALL),) if notes.by else ()
    cards = (_judgement(briefing, judgement, flags) for judgement in notes.judgements)
    return shown(briefing, note(HOW_TO_READ), *cards, *by)


def _judgement(briefing: Briefing, judgement: Judgement, flags: Sequence[Flag]) -> Block:
    blocks: list[Block] = [Heading(3, (Text(judgement.title),))] if judgement.title else []
    for said in judgement.sentences:
        blocks.append(Paragraph(_sentence(briefing, said)))
        blocks += [
            Paragraph((Styled((Text("Flagged: "),), Style.STRONG), Text(f"{flag.why}.")), Manner.SMALL)
            for flag in flags
            if flag.line == said.line
        ]
    return Card(tuple(blocks), is_judged=True)


def _sentence(briefing: Briefing, said: Sentence) -> tuple[Inline, ...]:
    kind = Styled((Text(f"{sentence(said.kind)}. "),), Style.QUIET)
    return (kind, Text(f"{said.text} "), *cited(briefing, claims_of(briefing, said.claims)))


def alternatives(briefing: Briefing, notes: Notes | None = None) -> Shown:
    """Hypotheses against evidence, the claims that tell them apart best first."""
    notes = notes_of(briefing, notes)
    if notes is None or notes.alternatives is None:
        return shown(briefing, empty(NONE if notes is None else "The analyst’s notes weigh no alternatives."))
    check(notes, briefing.claims)
    weighed = notes.alternatives
    said = (
        (Paragraph((Styled((Text(f"{name}: "),), Style.STRONG), Text(words))),)
        for name, words in weighed.hypotheses.items()
    )
    card = Card((Items(tuple(said)), _matrix(briefing, weighed)), is_judged=True)
    return shown(briefing, note(HOW_TO_COMPARE), card, Paragraph((Text(standing(weighed)),)))


def _matrix(briefing: Briefing, weighed: Alternatives) -> Table:
    header = tuple((Text(word),) for word in ("Claim", *weighed.hypotheses, "Tells apart"))
    ordered = sorted(weighed.evidence, key=lambda evidence: -evidence.diagnosticity)
    rows = [_evidence(briefing, evidence, weighed) for evidence in ordered]
    against = [str(weighed.against(name)) for name in weighed.hypotheses]
    rows.append(tuple((Text(word),) for word in ("Against it", *against, "")))
    return Table(header, tuple(rows), caption="Evidence and alternatives")


def _evidence(briefing: Briefing, evidence: Evidence, weighed: Alternatives) -> tuple[tuple[Inline, ...], ...]:
    claims = claims_of(briefing, [evidence.claim])
    words = " ".join(claims[0].text_in(briefing.article_of(claims[0])).split())
    ratings = ((Text(evidence.ratings[name].value),) for name in weighed.hypotheses)
    return (
        (Text(f"{shortened(words, most=LONGEST_WORDS)} "), *cited(briefing, claims)),
        *ratings,
        (Text(f"{evidence.diagnosticity} of 4"),),
    )


def standing(weighed: Alternatives) -> str:
    """Which hypothesis has the least against it, and how little the evidence may say."""
    against = {name: weighed.against(name) for name in weighed.hypotheses}
    least = [name for name, weight in against.items() if weight == min(against.values())]
    silent = sum(evidence.diagnosticity == 0 for evidence in weighed.evidence)
    told = f"Least is against {listed(least)}" if len(least) < len(against) else "No hypothesis has less against it"
    tail = f"; {counted(silent, 'claim')} of {len(weighed.evidence)} tell nothing apart" if silent else ""
    return f"{told}{tail}. The matrix orders what the analyst rated; it proves nothing."


def indicators(briefing: Briefing, notes: Notes | None = None) -> Shown:
    """What to watch for, and which hypothesis it would speak for."""
    notes = notes_of(briefing, notes)
    if notes is None or not notes.indicators:
        return shown(briefing, empty(NONE if notes is None else "The analyst’s notes name no indicators."))
    check(notes, briefing.claims)
    items = tuple((Paragraph(_indicator(briefing, indicator)),) for indicator in notes.indicators)
    return shown(briefing, Card((Items(items),), is_judged=True))


def _indicator(briefing: Briefing, indicator: Indicator) -> tuple[Inline, ...]:
    speaks = Styled((Text(f" Speaks for {indicator.hypothesis}."),), Style.QUIET) if indicator.hypothesis else Text("")
    return (Text(f"{indicator.text} "), *cited(briefing, claims_of(briefing, indicator.claims)), speaks)


def yardstick_table(yardstick: Yardstick) -> Table:
    """The likelihood terms with what they mean, for the annex."""
    rows = tuple(
        ((Text(" or ".join(forms[0] for forms in term.words)),), (Text(f"{term.lowest}–{term.highest} %"),))
        for term in yardstick.terms
    )
    header = ((Text("Term in a judgement"),), (Text("Means"),))
    return Table(header, rows, caption=f"Words of likelihood: {yardstick.origin}", numeric=(1,))


def notes_of(briefing: Briefing, given: Notes | None = None) -> Notes | None:
    """The notes given, else those that the request names; None where there are none."""
    name = briefing.request.notes
    return given or (read(paths.REQUESTS / name) if name else None)


def yardstick_of(briefing: Briefing) -> Yardstick | None:
    """The yardstick that a briefing's notes keep to; None without notes."""
    notes = notes_of(briefing)
    return yardsticks()[0][notes.yardstick] if notes else None


def claims_of(briefing: Briefing, ids: Iterable[str]) -> list[Claim]:
    """The claims with some ids, in the order of their numbers."""
    wanted = set(ids)
    return [claim for claim in briefing.claims if claim.id in wanted]
