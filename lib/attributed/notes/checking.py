"""Notes against the claims that they cite: what must be mended (BadNotes), and what a reader should be told (Flag)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from attributed.errors import BadNotes
from attributed.model import Claim, SourceKind
from attributed.notes.parts import Kind, Notes, Sentence
from attributed.notes.yardsticks import Estimate, Yardstick, estimates, own_words, pattern, read_yardsticks

UNNAMED = {
    SourceKind.ANONYMOUS_OFFICIAL,
    SourceKind.ANONYMOUS_SOURCE,
    SourceKind.ANONYMOUS_EXPERT,
    SourceKind.UNATTRIBUTED_HEARSAY,
}


@dataclass(frozen=True, slots=True)
class Flag:
    """A sentence that claims more than one anonymous origin can bear."""

    line: int
    why: str


def check_notes(notes: Notes, claims: Iterable[Claim]) -> tuple[Flag, ...]:
    """What is firmer than its sources, as flags; BadNotes where a citation or a word of likelihood is not in order."""
    known = {claim.id: claim for claim in claims}
    yardstick = read_yardsticks()[0][notes.yardstick]
    sentences = [sentence for judgement in notes.judgements for sentence in judgement.sentences]
    faults = [*_citations(notes, known), *_words(sentences, yardstick)]
    if faults:
        raise BadNotes("\n".join(f"{notes.name}, line {line}: {what}" for line, what in sorted(faults)))
    return tuple(flag for sentence in sentences for flag in _flags(sentence, known, yardstick))


def _citations(notes: Notes, known: Mapping[str, Claim]) -> Iterator[tuple[int, str]]:
    for judgement in notes.judgements:
        for sentence in judgement.sentences:
            if not sentence.claims:
                yield sentence.line, f"cites no claim: {sentence.text[:50]!r}; expected [@claim-id] (see claims.csv)"
    cited = [
        *((s.line, claim) for judgement in notes.judgements for s in judgement.sentences for claim in s.claims),
        *((e.line, e.claim) for e in (notes.alternatives.evidence if notes.alternatives else ())),
        *((i.line, claim) for i in notes.indicators for claim in i.claims),
    ]
    for line, claim in cited:
        if claim not in known:
            hint = 'claims.csv lists them, and notes = "" leaves the notes out'
            yield line, f"there is no claim {claim!r} in this briefing; {hint}"


def _words(sentences: Iterable[Sentence], yardstick: Yardstick) -> Iterator[tuple[int, str]]:
    first: Estimate | None = None
    for sentence in sentences:
        if sentence.kind is Kind.REPORTED:
            continue  # a source's "likely" is the source's word
        found = list(estimates(sentence.text, yardstick))
        for estimate in found:
            if estimate.term is None:
                yield sentence.line, f"{estimate.word!r} is no term of {yardstick.name}; expected {_terms(yardstick)}"
            elif first is not None and estimate.row != first.row:
                yield (
                    sentence.line,
                    f"{estimate.word!r} and {first.word!r} are of two vocabularies of {yardstick.name}; keep to one",
                )
            else:
                first = first or estimate
        if any(estimate.term for estimate in found) and speaks_of_confidence(sentence.text):
            yield sentence.line, "likelihood and confidence in one sentence; say each in a sentence of its own"


def _terms(yardstick: Yardstick) -> str:
    return ", ".join(" or ".join(forms[0] for forms in term.words) for term in yardstick.terms)


def speaks_of_confidence(text: str) -> bool:
    """Whether a sentence states a level of confidence."""
    return pattern(read_yardsticks()[1].confidence).search(own_words(text)) is not None


def _flags(sentence: Sentence, known: Mapping[str, Claim], yardstick: Yardstick) -> Iterator[Flag]:
    if sentence.kind is not Kind.JUDGED or not rests_on_one_unnamed([known[claim] for claim in sentence.claims]):
        return
    lexicon = read_yardsticks()[1]
    found = list(estimates(sentence.text, yardstick))
    firm = [e.word for e in found if e.term and e.term.lowest >= lexicon.firm_from]
    firm += [match[0] for match in pattern(lexicon.firm).finditer(own_words(sentence.text)) if not found]
    if firm:
        yield Flag(sentence.line, f"“{firm[0]}” rests on a single origin that is not named")
    elif not found and not speaks_of_confidence(sentence.text):
        yield Flag(sentence.line, "a judgement without a word of likelihood rests on a single origin that is not named")


def rests_on_one_unnamed(claims: list[Claim]) -> bool:
    """Whether all that is cited comes from one origin at the least, and nobody says who that is."""
    if not all(claim.source_kind in UNNAMED for claim in claims):
        return False
    first = {claims[0].origin.root, *claims[0].origin.undecided}
    return all(first & {claim.origin.root, *claim.origin.undecided} for claim in claims)
