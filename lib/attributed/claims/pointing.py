"""Whom "the official", "the president" or "the newspaper" means: who spoke before, or whom the article named."""

from collections.abc import Sequence

from attributed.claims.callings import Callings
from attributed.claims.names import Names
from attributed.claims.speaker import OUTLETS, UNNAMED, Described, Speaker, was_called
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.model import Mention, SourceKind


class Earlier:
    """Those of an article to whom a definite description may point back; `speakers` grows while they come on."""

    def __init__(
        self, speakers: Sequence[Speaker], callings: Callings, names: Names, tree: Tree, words: ClaimWords
    ) -> None:
        self._speakers = speakers
        self._callings = callings
        self._names = names
        self._tree = tree
        self._words = words

    def meant_by(self, described: Described) -> Speaker | Mention | None:
        """A speaker, or somebody named who has not spoken yet; none where it is open."""
        return (
            self._by_description(described)
            or self._by_title(described)
            or self._outlet_before(described)
            or self._politician_before(described)
        )

    def _by_description(self, described: Described) -> Speaker | None:
        """The last speaker whom a definite description fits; a title also fits the person who was given it."""
        anybody = described.head in self._words.back["anybody"]
        for speaker in reversed(self._speakers):
            # "the post" is not the Post
            # but "the statement" may be the ministry whose statement spoke before
            is_body_s = described.head == speaker.head and speaker.kind is SourceKind.OFFICIAL_BODY
            is_thing = described.kind is SourceKind.DOCUMENT is not speaker.kind and not is_body_s
            if speaker.is_plural != described.is_plural or is_thing:
                continue
            if anybody and speaker.kind in UNNAMED and described.traits <= speaker.traits | {speaker.head}:
                return speaker
            if described.head == speaker.head and described.traits <= speaker.traits:
                return speaker
            if was_called(speaker, described, self._words):
                return speaker
        return None

    def _by_title(self, described: Described) -> Speaker | Mention | None:
        """The person to whom the article gave a title: "the president"."""
        if not described.is_person or described.is_plural or described.kind is None:
            return None
        bearers = self._callings.bearers(described.head, described.traits, described.passage.start)
        speaking = [m for m in bearers if self._speakers and m.name == self._speakers[-1].name]
        if not bearers and (described.head in self._words.titles["sole"] or described.traits):
            # "South Korea's president" in a lead, whom the next paragraph names
            bearers = self._callings.bearers(described.head, described.traits, len(self._tree.text))
        if not bearers and (last := self._bearer_speaking(described)) is not None:
            return last
        found = bearers if len(bearers) == 1 else speaking
        return found[0] if found else None

    def _bearer_speaking(self, described: Described) -> Speaker | None:
        """The last to speak, where the article gave them the title: "the Ohio governor" behind "Governor Lee"."""
        last = self._speakers[-1] if self._speakers else None
        titled = self._callings.bearers(described.head, frozenset(), described.passage.start)
        told_apart = described.traits & self._words.titles["lesser"] or self._callings.of_nation(described.traits)
        is_one = last is not None and not told_apart and last.name in {mention.name for mention in titled}
        return last if is_one else None

    def _politician_before(self, described: Described) -> Speaker | None:
        """Whom "the lawmaker" or "the 93-year-old" means: the official, or anybody, who spoke last and has a name."""
        last = self._speakers[-1] if self._speakers else None
        if last is None or not (last.is_named and last.is_person) or described.is_plural or last.is_plural:
            return None
        is_aged = self._words.titles["aged"] <= described.traits | {described.head}
        is_one = described.head in self._words.titles["stand_ins"] and last.kind is SourceKind.NAMED_OFFICIAL
        return last if is_one or is_aged else None

    def _outlet_before(self, described: Described) -> Speaker | Mention | None:
        """Whose "the newspaper" or "the article" is: the last paper or agency to speak, else the last one named."""
        prints = described.head in self._words.documents["printed"]
        prints |= described.head in self._words.documents["reports"] and described.kind in OUTLETS
        is_outlet = described.head in self._words.heads["other_outlet"] - self._words.heads["document"]
        is_outlet &= not described.is_person  # and "the post" is what somebody posted
        told_apart = described.traits - self._words.state_media["of_media"] - self._words.heads["other_outlet"]
        if told_apart - {"agency"} or described.is_plural or not (prints or is_outlet):
            return None
        speaking = [s for s in self._speakers if s.kind in OUTLETS and not s.is_person and not s.is_plural]
        before = [m for m in self._names.outlets if m.passage.start < described.passage.start]
        if speaking:
            wrote = [s for s in speaking if s.wrote] or [s for s in speaking if s.prints] or speaking
            return (wrote if prints else speaking)[-1]
        return before[-1] if before and is_outlet else None
