"""Articles -> claims: the station between attributions and the ledger."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from spacy.tokens import Doc
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

from attributed.attribution import find_attributions
from attributed.claims.access import Standing, standings
from attributed.claims.affected import affected_by, patients
from attributed.claims.agents import agents_of
from attributed.claims.causes import causes_in
from attributed.claims.chains import Chains
from attributed.claims.charges import charge_of, method_of
from attributed.claims.citing import all_hands
from attributed.claims.counts import count_of
from attributed.claims.cutting import drafts_of
from attributed.claims.drafts import Draft, Voice
from attributed.claims.events import Vocabulary, event_tokens, events_in, events_left_open
from attributed.claims.hedges import hedge_of, polarity_of
from attributed.claims.locations import places_of
from attributed.claims.moments import dates_event, time_of
from attributed.claims.names import Names, names_in
from attributed.claims.outlook import horizon_of, outlook_of
from attributed.claims.speaker import Speaker
from attributed.claims.speakers import Cast
from attributed.claims.times import find_times, read_time_words
from attributed.claims.tree import Tree
from attributed.claims.unrealised import left_open, told_as_done
from attributed.claims.words import ClaimWords, read_words
from attributed.knowledge import Knowledge
from attributed.knowledge.subject import EventType
from attributed.model import (
    UNKNOWN,
    Article,
    Attribution,
    Claim,
    Count,
    Extraction,
    Known,
    Link,
    Mention,
    Outlook,
    Passage,
    ZoneKind,
)
from attributed.parsing import parse


def extract_claims(articles: Iterable[Article], knowledge: Knowledge, *, processes: int = 1) -> Iterator[Extraction]:
    """The claims of each article, in the order of the articles."""
    for article, doc in parse(articles, processes=processes):
        body = [zone.passage for zone in article.zones_of(ZoneKind.BODY)]
        with numerics().limit(limits=1):
            attributions = find_attributions(doc, text=article.text, zones=body)
        yield Extraction(article, claims_of(article, doc, attributions, knowledge))


@cache
def numerics() -> ThreadpoolController:
    """The numerical libraries, whose threads cost more than they bring on matrices as small as one article's."""
    return ThreadpoolController()


def claims_of(
    article: Article, doc: Doc, attributions: Sequence[Attribution], knowledge: Knowledge
) -> tuple[Claim, ...]:
    """The claims of a parsed article, in the order of the text; a claim inside another one follows it."""
    verbs = knowledge.english.reporting_verbs
    words = read_words(frozenset(verb for verb, stance in verbs.items() if stance != "show") | {"according"})
    tree = Tree.of(doc)
    names = names_in(tree, knowledge, words, article)
    events = events_in(tree, Vocabulary.of(knowledge), words)
    drafts = drafts_of(article, attributions, tree, names, events, words)
    cast = Cast(article, tree, names, knowledge, words)
    voices = [voice for draft in drafts if draft.voices for voice in all_hands(draft.voices, tree, words)]
    cast.meet(voices)
    chains = Chains.of(article, tree, names, knowledge, words, cast)
    standing = standings(_speaking(voices, cast), tree, words)
    maker = _Maker(article, tree, names, knowledge, events, words, chains, standing)
    return tuple(maker.claim(draft) for draft in drafts)


def _speaking(voices: Iterable[Voice], cast: Cast) -> list[tuple[Voice, Speaker]]:
    """Who speaks by each voice that the article describes, in the order of the text."""
    named = {voice for voice in voices if voice.source}
    return [(voice, cast.known[voice.source]) for voice in sorted(named, key=lambda voice: (voice.source, voice.cue))]


class _Maker:
    """Fills in the claims of one article."""

    def __init__(
        self,
        article: Article,
        tree: Tree,
        names: Names,
        knowledge: Knowledge,
        events: Mapping[int, EventType],
        words: ClaimWords,
        chains: Chains,
        standing: Mapping[str, Standing],
    ) -> None:
        self.article = article
        self.tree = tree
        self.names = names
        self.knowledge = knowledge
        self.words = words
        self.chains = chains
        self.standing = standing
        self.events = left_open(events, tree)
        self.done = told_as_done(self.events, tree)
        self.times = find_times(tree.text, published=article.published.value, words=read_time_words())

    def claim(self, draft: Draft) -> Claim:
        content = self.tree.passages(draft.tokens)
        hands = all_hands(draft.voices, self.tree, self.words) if draft.voices else []
        source = tuple(sorted({passage for voice in hands for passage in voice.source}))
        time = time_of(draft.telling, self.times, self.tree)
        outlook = outlook_of(draft.telling, self.tree, self.words)
        events = self.done if outlook is Outlook.SIGN else self.events
        told = event_tokens(draft.telling, events, self.tree, self.words)
        if told and told[0] not in self.done:
            outlook = outlook or Outlook.INTENT
        return Claim(
            id=self._id(draft),
            article=self.article.sha256,
            source=source,
            cue=draft.cue,
            content=content,
            form=draft.form,
            chain=tuple(self._with_standing(link) for link in self.chains.chain(draft, hands)),
            source_kind=self.chains.source_kind(hands),
            hedge=hedge_of(draft.telling, self.tree, self.words),
            polarity=polarity_of(draft.telling, self.tree, self.words),
            time=time,
            is_event_dated=dates_event(time, told, self.tree),
            places=places_of(draft, content, self.names, self.tree, self.words),
            people=self.knowledge.told_apart(self.names.within("people", (*source, *content)), time.value),
            organisations=self.names.within("organisations", content),
            event=self.events[told[0]].id if told else None,
            affected=self.knowledge.told_apart(self._affected(draft, told, content), time.value),
            nested_in=self._id(draft.outer) if draft.outer is not None else None,
            agents=self.knowledge.told_apart(
                agents_of(draft.telling, told, self.names, self.tree, self.words), time.value
            ),
            count=self._count(draft, told),
            charge=charge_of(draft.telling, self._standing_changed(told), self.tree, self.words),
            method=method_of(draft.telling, told, self.tree, self.words),
            outlook=outlook,
            horizon=self._horizon(draft, time) if outlook is Outlook.FORECAST else UNKNOWN,
            causes=causes_in(draft, self.tree),
            instead=events_left_open(told, self.events, self.tree),
        )

    def _with_standing(self, link: Link) -> Link:
        return self.standing[link.root].on(link) if link.root in self.standing else link

    def _count(self, draft: Draft, told: Sequence[int]) -> Count | None:
        """To how many people the event is done, by the first of its nouns that says so."""
        if draft.leans or not self._standing_changed(told):
            return None
        nouns = (noun for event in told for noun in patients(event, self.tree, self.words))
        return next((count for noun in nouns if (count := count_of(noun, self.tree)) is not None), None)

    def _standing_changed(self, told: Sequence[int]) -> Sequence[int]:
        """The tokens of an event, where it changes somebody's standing."""
        return told if told and self.events[told[0]].status is not None else ()

    def _horizon(self, draft: Draft, time: Known) -> Known:
        return horizon_of(draft.telling, time, self.article.published.value, self.tree)

    def _affected(self, draft: Draft, told: Sequence[int], content: Sequence[Passage]) -> tuple[Mention, ...]:
        """To whom an event that changes a person's status is done; a member of a list shares what is done to all."""
        if not self._standing_changed(told):
            return ()
        if any(self.tree.lemmas[i] in self.words.firmness["fiction"] for i in draft.telling.tokens):
            return ()
        if draft.leans:
            return self.names.within("people", content)
        return affected_by(told, self.names, self.tree, self.words)

    def _id(self, draft: Draft) -> str:
        passages: tuple[tuple[Passage, ...], ...] = (draft.source, draft.cue, self.tree.passages(draft.tokens))
        places = "|".join(" ".join(f"{p.start}-{p.end}" for p in part) for part in passages)
        return "c" + hashlib.sha256(f"{self.article.sha256} {places}".encode()).hexdigest()[:10]
