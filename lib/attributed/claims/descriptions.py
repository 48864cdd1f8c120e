"""What the words that name a speaker say: a person, a body, a role, a pronoun, and of which kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from attributed.claims.employers import Employers
from attributed.claims.listed import holds_office, kind_as_described, kind_of_organisation, kind_of_outlet
from attributed.claims.name_runs import (
    glossed_name,
    is_part_of_body,
    is_party,
    is_printed_title,
    is_stand_in,
    name_run,
    tells_body,
)
from attributed.claims.names import Names
from attributed.claims.speaker import Described
from attributed.claims.standing import (
    is_asked,
    is_kin,
    is_medium,
    is_named_so,
    is_own_page,
    is_plural,
    is_possessed,
    is_printed,
    is_private,
    kind_of_body,
    kind_of_gloss,
    kind_of_medium,
    kind_of_role,
    kind_of_unnamed,
    outlet_kind,
)
from attributed.claims.together import as_one_voice, as_pair
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.knowledge import Knowledge
from attributed.model import Mention, Passage, SourceKind

PAUSES = frozenset({",", "-", "–", "—", "--"})
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"})


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading a description needs: the parse, the names of the article, the lists."""

    tree: Tree
    names: Names
    knowledge: Knowledge
    words: ClaimWords
    kinds: Mapping[str, SourceKind]  # of people to whom the article gives a title somewhere
    article: str  # the beginning of its hash

    @property
    def employers(self) -> Employers:
        return Employers(self.tree, self.names, self.words, self.knowledge)

    def read(self, source: Sequence[Passage]) -> Described:
        """The description at a source's passages; its first noun phrase decides."""
        tokens = tuple(i for i in self.tree.tokens_of(source) if self.tree.is_word(i)) or (
            *self.tree.tokens_of(source),
        )
        head = self._head(tokens)
        if self.tree.tags[head] in {"WP", "WDT"} and (noun := self._antecedent(head)) is not None:
            return self.read((Passage(self.tree.starts[self.tree.left[noun]], self.tree.ends[noun]),))
        is_pronoun = self.tree.parts[head] == "PRON" and self.tree.words[head] in PRONOUNS
        if is_pronoun and not self._is_member(head, tokens):
            return replace(self._plain(source, tokens, head), is_pronoun=True, head=self.tree.words[head])
        named = self._listed(source, tokens, head) or self._proper(source, tokens, head)
        if named is not None:
            pair = as_pair(named, source, self.names, self.tree, self._root)
            others = [c for c in self.tree.children[head] if self.tree.deps[c] == "conj" and c in tokens]
            if pair.members or not all(self.tree.parts[c] == "PROPN" for c in others):
                return pair
            beside = [self.read((self.tree.phrase(c),)) for c in others]
            return as_one_voice(
                [named, *(one for one in beside if one.is_person == named.is_person and one.name not in named.name)]
            )
        return self._common(source, tokens, head)

    def _head(self, tokens: Sequence[int]) -> int:
        tops = self.tree.tops(tokens)
        nouns = [top for top in tops if self.tree.parts[top] in NOUNS]
        # "sentencing experts": what the parser takes for somebody's doing and its object
        nouns = nouns or [c for top in tops for c in self.tree.children[top] if c in tokens and self._is_noun(c)]
        return self._counted(next(iter(nouns or tops or tokens)), tokens)

    def _is_noun(self, index: int) -> bool:
        return self.tree.parts[index] in {"NOUN", "PROPN"}

    def _antecedent(self, relative: int) -> int | None:
        """The noun for which "who" or "which" stands."""
        verb = self.tree.heads[relative]
        if self.tree.deps[verb] in {"relcl", "acl"} and self.tree.heads[verb] < relative:
            return self.tree.heads[verb]
        # where the parser hung the clause elsewhere, the last noun before it that can speak
        start = self.tree.sentences[self.tree.sentence[relative]][0]
        nouns = (i for i in range(relative - 1, start - 1, -1) if self.tree.parts[i] in {"NOUN", "PROPN"})
        return next((i for i in nouns if kind_of_role(self.tree.lemmas[i], self.words)), None)

    def _counted(self, head: int, tokens: Sequence[int]) -> int:
        """The noun behind a number or quantity: "one of the officials"."""
        if self.tree.words[head] not in self.words.description["small"] | self.words.description["many"]:
            return head
        of = [c for c in self.tree.children[head] if self.tree.words[c] == "of"]
        return next((c for p in of for c in self.tree.children[p] if c in tokens), head)

    def _plain(self, source: Sequence[Passage], tokens: tuple[int, ...], at: int) -> Described:
        """What every description has, before anything is known of who it is."""
        text = " ".join(passage.of(self.tree.text) for passage in source)
        return Described(text, text, source[0], tokens, self.tree.lemmas[at], self._traits(tokens, at))

    def _traits(self, tokens: Sequence[int], head: int) -> frozenset[str]:
        """The words that tell this speaker from others; "RFA's" in "RFA's source" tells only who asked."""
        small = self.words.description["small"]
        asked = {
            i for mention in self.names.within("outlets", self._span(tokens)) for i in self.tree.tokens(mention.passage)
        }
        owners = {i for i in asked if i < head} | self._aside(tokens, head)
        return frozenset(
            self.tree.lemmas[i] for i in tokens if i != head and i not in owners and self.tree.lemmas[i] not in small
        )

    def _aside(self, tokens: Sequence[int], head: int) -> set[int]:
        """What is only told of somebody known, between commas or dashes: "the envoy, who has been in Rome, said"."""
        if self.tree.words[tokens[0]] not in self.words.back["determiners"]:
            return set()
        clauses = [c for c in self.tree.children[head] if self.tree.deps[c] == "relcl"]
        told = [c for c in clauses if self.tree.words[self.tree.left[c] - 1] in PAUSES]
        return {i for c in told for i in range(self.tree.left[c], self.tree.right[c] + 1)}

    def _span(self, tokens: Sequence[int]) -> list[Passage]:
        return [Passage(self.tree.starts[tokens[0]], self.tree.ends[tokens[-1]])]

    def _listed(self, source: Sequence[Passage], tokens: tuple[int, ...], head: int) -> Described | None:
        """Somebody of the lists, at the head or as its gloss: "the agency, KCNA"."""
        glosses = [head]
        for one in glosses:  # grows while it is read: "its ally, the country's top paper, the People's Daily"
            glosses += [c for c in self.tree.children[one] if self.tree.deps[c] == "appos" and c in tokens]
        places = set(glosses)
        printing = self.words.heads["document"] | self.words.heads["other_outlet"]
        if self.tree.lemmas[head] in printing or is_medium(head, self.tree, self.words):
            # "the KCNA report", "the Rodong Sinmun newspaper", "the Yonhap news agency"
            places |= {c for c in self.tree.children[head] if self.tree.deps[c] in {"compound", "nmod"}}
        # "U.S. ambassador to the United Nations Nikki Haley", "Strategy Center analyst Victor Cha"
        bearers = {tokens[-1]} if self.employers.ends_in_titled(source, tokens, head) else set()
        if (outlet := self.employers.printed_in(source, head)) is not None:
            return self._named(source, tokens, head, outlet, "outlets")
        for group in ("people", "outlets", "organisations"):
            for mention in self.names.within(group, source):
                # of a name before its head ("RFA's source", "Kim's sister") the head is somebody else
                near = places | bearers if group == "people" else places
                if near.intersection(self.tree.tokens(mention.passage)):
                    return self._named(source, tokens, head, mention, group)
        return None

    def _named(
        self, source: Sequence[Passage], tokens: tuple[int, ...], head: int, mention: Mention, group: str
    ) -> Described:
        bearers = (mention.id,) if mention.id else mention.undecided
        kind = self._kind_by_lists(bearers, group)
        if group == "people" and not any(holds_office(one, self.knowledge) for one in bearers):
            told = self.employers.kind_by_words(source, tokens) or self.kinds.get(mention.id or mention.name)
            told = told or self.employers.kind_by_employer(source, tokens)
            # whom the article asks as an expert, whatever else he was
            kind = told if told is SourceKind.NAMED_EXPERT else kind or told
        return replace(
            self._plain(source, tokens, head),
            name=mention.name,
            root=self._root(mention),
            kind=kind,
            is_named=True,
            is_person=group == "people",
            undecided=mention.undecided,
        )

    def _root(self, mention: Mention) -> str:
        """The same in all articles, but of this one alone where the words do not say who it is: a bare surname."""
        return mention.key or f"{self.article}:{mention.name.lower()}"

    def _kind_by_lists(self, bearers: Sequence[str], group: str) -> SourceKind | None:
        """What the lists say of a name; of namesakes what all of them are."""
        kinds = {self._kind_by_list(one, group) for one in bearers}
        return next(iter(kinds)) if len(kinds) == 1 else None

    def _kind_by_list(self, listed: str, group: str) -> SourceKind | None:
        if group == "people":
            is_official = holds_office(listed, self.knowledge)
            described = None if is_official else kind_as_described(listed, self.knowledge, self.words)
            return SourceKind.NAMED_OFFICIAL if is_official else described
        return (kind_of_outlet if group == "outlets" else kind_of_organisation)(listed, self.knowledge)

    def _proper(self, source: Sequence[Passage], tokens: tuple[int, ...], head: int) -> Described | None:
        """A name in no list: of a body where one of its words says so, of a place that speaks, else of a person."""
        name_at = head if self.tree.parts[head] == "PROPN" else glossed_name(tokens, head, self.tree)
        if name_at is None or is_party(name_at, self.tree, self.words):
            return None
        run = name_run(name_at, tokens, self.tree, self.words)
        if not any(self.tree.is_capital(i) for i in run) or is_stand_in(name_at, tokens, self.tree, self.words):
            return None  # "the foreign ministry", whatever its tag
        if is_part_of_body(run, tokens, self.tree, self.words):
            return None
        is_body = any(self.tree.words[i] in self.words.body_names["words"] or self.tree.is_acronym(i) for i in run)
        place = self.names.within("places", source)
        is_place = any(name_at in self.tree.tokens(mention.passage) for mention in place)
        name = self._text_of(run)
        gloss = kind_of_gloss(name_at, tokens, self.tree, self.words)
        if self.tree.lemmas[name_at] in self.words.titles["all"] and gloss is None:
            return None  # "the President", "Deputy Foreign Minister"
        named = replace(self._plain(source, tokens, head), name=name, root=f"name:{name.lower()}", is_named=True)
        if is_printed_title(run, self.tree) and not self.names.within("people", source):
            return replace(named, kind=SourceKind.DOCUMENT, is_person=False)  # a paper's title: "the Peace Plan"
        if gloss is None and not self.names.within("people", source):
            gloss = None if is_place else kind_of_medium(name_at, run, tokens, self.tree, self.words)
        if gloss is not None:
            return replace(named, kind=gloss, is_person=False)
        if is_body or is_place:
            kind = (
                kind_of_body(run, tokens, self.tree, self.words)
                if is_place or tells_body(run, self.tree, self.words)
                else None
            )
            return replace(named, kind=kind, is_person=False)
        kind = self.employers.kind_by_words(source, tokens) or self.employers.kind_by_employer(source, tokens)
        owners = range(self.tree.left[name_at], run[0])  # "the New Yorker", "the Free Workers' Union" are nobody
        has_article = "the" in {self.tree.words[i] for i in owners} and run[0] > tokens[0]
        if has_article and kind is None:
            return replace(named, is_person=False)
        return replace(named, kind=kind, root=self._root(Mention(None, name, named.passage, "named in no list")))

    def _text_of(self, run: Sequence[int]) -> str:
        return self.tree.text[self.tree.starts[run[0]] : self.tree.ends[run[-1]]]

    def _common(self, source: Sequence[Passage], tokens: tuple[int, ...], head: int) -> Described:
        """A role, a body or a paper without a name: "one source", "state media"."""
        form = self.tree.words[head]
        is_member = self._is_member(head, tokens)
        role = None if is_member else kind_of_role(form, self.words)  # "prosecutors" are an office, one of them is not
        kind = role or kind_of_role(self.tree.lemmas[head], self.words)
        kind = kind_of_role(form.removesuffix("s"), self.words) if is_party(head, self.tree, self.words) else kind
        if kind in UNPLACED:
            kind = kind_of_unnamed(kind, head, tokens, self.tree, self.words)
        if form in self.words.heads["document"] and not self.tree.is_capital(head):
            kind = SourceKind.DOCUMENT  # "the post" is no newspaper
        is_agency = kind is SourceKind.OFFICIAL_BODY and is_medium(head, self.tree, self.words)
        if kind is SourceKind.DOCUMENT and is_printed(head, self.tree, self.words):
            kind = SourceKind.OTHER_OUTLET
        if is_own_page(head, self.tree, self.words) and not self.names.within("outlets", source):
            kind = SourceKind.DOCUMENT
        if kind is SourceKind.OTHER_OUTLET or is_agency:
            kind = outlet_kind(tokens, self.tree, self.words)
        if kind is None and is_asked(head, self.tree, self.words):
            kind = SourceKind.ANONYMOUS_EXPERT
        first = self.tree.words[tokens[0]]
        journalist = self.tree.lemmas[head] in self.words.titles["journalist"]
        is_definite = first in self.words.back["determiners"] or is_possessed(head, self.tree)
        return replace(
            self._plain(source, tokens, head),
            kind=None if self._is_private(head, tokens) else kind,
            is_person=kind in PERSONS or journalist or (kind is None and self.tree.is_capital(head)),
            is_plural=is_plural(head, self.tree, self.words),
            is_member=is_member,
            is_another=any(self.tree.words[i] in self.words.description["another"] for i in tokens),
            points_back=is_definite,
        )

    def _is_private(self, head: int, tokens: Sequence[int]) -> bool:
        is_own = is_kin(head, self.tree, self.words) or is_named_so(head, self.tree, self.words)
        return is_own or is_private(head, tokens, self.tree, self.words)

    def _is_member(self, head: int, tokens: Sequence[int]) -> bool:
        """One of several: "one of the officials"."""
        return self.tree.words[tokens[0]] == "one" and self.tree.words[tokens[0] + 1] == "of" and head != tokens[0]


UNPLACED = frozenset({SourceKind.ANONYMOUS_SOURCE, SourceKind.ANONYMOUS_OFFICIAL})
PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "them", "his", "their", "who"})
PERSONS = frozenset(
    {
        SourceKind.ANONYMOUS_SOURCE,
        SourceKind.ANONYMOUS_OFFICIAL,
        SourceKind.ANONYMOUS_EXPERT,
        SourceKind.NAMED_OFFICIAL,
    }
)
