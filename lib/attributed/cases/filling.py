"""The fields of a case: which claims, and which of their words, say something for each."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from attributed.cases.news import names_event
from attributed.cases.rules import CaseRules, FillRule, Slot
from attributed.knowledge import Knowledge
from attributed.model import Article, CaseField, Claim, Entry, Passage


@dataclass(frozen=True, slots=True)
class Filling:
    """What decides where a claim belongs."""

    rules: CaseRules
    knowledge: Knowledge
    articles: Mapping[str, Article]

    def fields(self, claims: Iterable[Claim]) -> Mapping[CaseField, tuple[Entry, ...]]:
        """Every field, with the claims that speak for it; without any it is a gap."""
        claims = tuple(claims)
        first, rest = ([rule for rule in self.rules.fill if rule.gap is gap] for gap in (False, True))
        entries = self._entries(claims, first)
        late = self._entries(claims, rest)
        return {field: tuple((entries[field] or late[field]).values()) for field in CaseField}

    def _entries(
        self, claims: Iterable[Claim], rules: Sequence[FillRule]
    ) -> dict[CaseField, dict[tuple[str, Passage], Entry]]:
        # Words that stand in a claim and in the one inside it are told once, by the outer one.
        entries: dict[CaseField, dict[tuple[str, Passage], Entry]] = {field: {} for field in CaseField}
        for claim in claims:
            for field, passage in self._found(claim, rules):
                entries[field].setdefault((claim.article, passage), Entry(claim.id, passage))
        return entries

    def _found(self, claim: Claim, rules: Iterable[FillRule]) -> Iterator[tuple[CaseField, Passage]]:
        """Fields with the words that fill them: every part that has a slot, and the whole for one field at most."""
        fitting = [rule for rule in rules if self._meets(claim, rule)]
        for rule in fitting:
            if rule.slot:
                yield from ((rule.field, passage) for passage in self._slot(claim, rule.slot))
        whole = next((rule for rule in fitting if rule.slot is None), None)
        if whole:
            yield whole.field, claim.content[0]

    def is_of_affair(self, claim: Claim) -> bool:
        """Whether a claim tells of an affair, or of the fear, warning … of one."""
        if claim.event in self.rules.affairs:
            return True
        words = self._words(claim, claim.content)
        return claim.event in self.rules.foreshadows and names_event(words, self.rules.affairs, self.knowledge)

    def _meets(self, claim: Claim, rule: FillRule) -> bool:
        return (
            (not rule.events or claim.event in rule.events)
            and (not rule.kinds or claim.source_kind in rule.kinds)
            and (not rule.affair or self.is_of_affair(claim))
            and (not rule.words or self._has(claim, rule.words))
        )

    def _has(self, claim: Claim, words: frozenset[str]) -> bool:
        text = self._words(claim, claim.content)
        return any(re.search(rf"\b{re.escape(word)}\b", text) for word in words)

    def _words(self, claim: Claim, passages: Iterable[Passage]) -> str:
        text = self.articles[claim.article].text
        return " ".join(" ".join(passage.of(text).split()).casefold() for passage in passages)

    def _slot(self, claim: Claim, slot: Slot) -> list[Passage]:
        match slot:
            case "charge":
                return [claim.charge] if claim.charge else []
            case "method":
                return [claim.method] if claim.method else []
            case "count":
                return [claim.count.passage] if claim.count else []
            case "affected":
                return [mention.passage for mention in claim.affected]
            case "places":
                country = self.knowledge.subject.country
                return [mention.passage for mention in claim.places if mention.id != country]
            case "cause":
                return [cause.cause for cause in claim.causes if self._is_affair(claim, cause.effect)]
            case "effect":
                return [cause.effect for cause in claim.causes if self._is_affair(claim, cause.cause)]

    def _is_affair(self, claim: Claim, passage: Passage) -> bool:
        return names_event(self._words(claim, [passage]), self.rules.affairs, self.knowledge)
