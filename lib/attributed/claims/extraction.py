"""Articles -> claims: the station between attributions and the ledger."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from spacy.tokens import Doc
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

from attributed.attribution import find_attributions
from attributed.claims.affected import affected_by
from attributed.claims.chains import Chains
from attributed.claims.citing import all_hands
from attributed.claims.cutting import drafts_of
from attributed.claims.drafts import Draft
from attributed.claims.events import Vocabulary, event_tokens, events_in
from attributed.claims.hedges import hedge_of, polarity_of
from attributed.claims.locations import places_of
from attributed.claims.moments import time_of
from attributed.claims.names import Names, names_in
from attributed.claims.speakers import Cast
from attributed.claims.times import find_times, read_time_words
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords, read_words
from attributed.knowledge import Knowledge
from attributed.knowledge.subject import EventType
from attributed.model import Article, Attribution, Claim, Extraction, Mention, Passage, ZoneKind
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
    names = names_in(tree, knowledge, words)
    events = events_in(tree, Vocabulary.of(knowledge), words)
    drafts = drafts_of(article, attributions, tree, names, events, words)
    cast = Cast(article, tree, names, knowledge, words)
    cast.meet(voice for draft in drafts if draft.voices for voice in all_hands(draft.voices, tree, words))
    chains = Chains.of(article, tree, names, knowledge, words, cast)
    maker = _Maker(article, tree, names, events, words, chains)
    return tuple(maker.claim(draft) for draft in drafts)


class _Maker:
    """Fills in the claims of one article."""

    def __init__(
        self,
        article: Article,
        tree: Tree,
        names: Names,
        events: Mapping[int, EventType],
        words: ClaimWords,
        chains: Chains,
    ) -> None:
        self.article = article
        self.tree = tree
        self.names = names
        self.words = words
        self.chains = chains
        self.events = events
        self.times = find_times(tree.text, published=article.published.value, words=read_time_words())

    def claim(self, draft: Draft) -> Claim:
        content = self.tree.passages(draft.tokens)
        hands = all_hands(draft.voices, self.tree, self.words) if draft.voices else []
        source = tuple(sorted({passage for voice in hands for passage in voice.source}))
        told = event_tokens(draft.telling, self.events, self.tree)
        return Claim(
            id=self._id(draft),
            article=self.article.sha256,
            source=source,
            cue=draft.cue,
            content=content,
            form=draft.form,
            chain=self.chains.chain(draft, hands),
            source_kind=self.chains.source_kind(hands),
            hedge=hedge_of(draft.telling, self.tree, self.words),
            polarity=polarity_of(draft.telling, self.tree, self.words),
            time=time_of(draft.telling, self.times, self.tree),
            places=places_of(draft, content, self.names, self.tree, self.words),
            people=self.names.within("people", (*source, *content)),
            organisations=self.names.within("organisations", content),
            event=self.events[told[0]].id if told else None,
            affected=self._affected(draft, told, content),
            nested_in=self._id(draft.outer) if draft.outer is not None else None,
        )

    def _affected(self, draft: Draft, told: Sequence[int], content: Sequence[Passage]) -> tuple[Mention, ...]:
        """To whom an event that changes a person's status is done; a member of a list shares what is done to all."""
        if not told or self.events[told[0]].status is None:
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
