"""What an article calls the people it names: kinds of speakers, and whom a bare title such as "the president" means."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from attributed.claims.titles import head_phrase, kind_by_gloss, kinds_of_people
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.knowledge import Knowledge
from attributed.model import Mention, SourceKind

FURTHEST = 7  # tokens before a name: "Director of National Intelligence James Clapper"
LINKS = frozenset({"of", "for", "to", "and", "the", "'s", "’s"})
NAMES = frozenset({"PROPN", "NOUN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Called:
    """One place where the article puts a title to a name."""

    mention: Mention
    words: frozenset[str]  # lemmas and forms around the name


@dataclass(frozen=True, slots=True)
class Callings:
    """The titles and trades of an article's people."""

    kinds: dict[str, SourceKind]
    called: tuple[Called, ...]
    rulers: frozenset[str]  # words for one man: "the dictator" is "leader Kim Jong Un"
    lesser: frozenset[str]  # "the president" is no vice president
    sole: frozenset[str]  # "the Chinese leader" may be President Xi
    nations: Mapping[str, frozenset[str]]  # words for the country of somebody listed: "the U.S. president"

    @classmethod
    def of(
        cls, people: Iterable[Mention], nations: Mapping[str, frozenset[str]], tree: Tree, words: ClaimWords
    ) -> "Callings":
        met = tuple(people)
        named = {i for mention in met for i in tree.tokens(mention.passage)}
        called = tuple(Called(mention, _around(mention, named, tree, words)) for mention in met)
        kinds = kinds_of_people(met, tree, words)
        for one in called:
            kind = _kind(one, named, tree, words)
            if kind is not None:
                kinds.setdefault(one.mention.id or one.mention.name, kind)
        titles = words.titles
        return cls(kinds, called, titles["rulers"], titles["lesser"], titles["sole"], nations)

    def bearers(self, title: str, traits: frozenset[str], before: int) -> list[Mention]:
        """Who was given a title before a place of the text; other words of it may tell two apart."""
        traits = without_dots(traits)
        lesser = frozenset(f"{word} {title}" for word in traits & self.lesser)
        titles = lesser or frozenset({title})
        if title in self.rulers:
            titles = self.rulers | (self.sole if self.of_nation(traits) else frozenset())
        bearing = [one for one in self.called if one.mention.passage.start < before and titles & one.words]
        own = {one: without_dots(one.words | self.nations.get(one.mention.id or "", frozenset())) for one in bearing}
        fitting = [one for one in bearing if traits - self.lesser <= own[one]] or ([] if traits else bearing)
        found = {one.mention.id or one.mention.name: one.mention for one in fitting}
        return list(found.values())

    def of_nation(self, traits: frozenset[str]) -> frozenset[str]:
        """Those of some words that stand for a country of somebody listed."""
        return traits & frozenset().union(*self.nations.values())


def without_dots(words: frozenset[str]) -> frozenset[str]:
    """Words with "U.N." as "UN"."""
    return frozenset(word.replace(".", "") for word in words)


def nations_of(people: Iterable[Mention], knowledge: Knowledge, words: ClaimWords) -> Mapping[str, frozenset[str]]:
    """The words for the countries of an article's listed people: "U.S.", "American"."""
    found: dict[str, frozenset[str]] = {}
    for person in {mention.id for mention in people if mention.id}:
        known = knowledge.people.get(person)
        country = knowledge.places.get(known.country or "") if known else None
        if country is not None:
            adjectives = words.adjectives.get(country.name, frozenset())
            found[person] = frozenset(word for name in (country.name.lower(), *adjectives) for word in name.split())
    return found


def kind_of_member(forms: frozenset[str], words: ClaimWords) -> SourceKind | None:
    """A journalist speaks for a paper, a member of a committee for the state."""
    if forms & words.titles["journalist"]:
        return SourceKind.OTHER_OUTLET
    is_official = forms & words.titles["member"] and forms & words.heads["official_body"]
    return SourceKind.NAMED_OFFICIAL if is_official else None


def forms_at(tokens: Iterable[int], tree: Tree) -> frozenset[str]:
    """The lemmas and the printed forms of some words."""
    return frozenset(form for i in tokens for form in (tree.lemmas[i], tree.words[i]))


def _kind(one: Called, named: set[int], tree: Tree, words: ClaimWords) -> SourceKind | None:
    gloss = [*_before(one.mention, named, tree), *_gloss(one.mention, tree, words)]
    return kind_of_member(one.words, words) or kind_by_gloss(sorted(gloss), tree, words)


def _around(mention: Mention, named: set[int], tree: Tree, words: ClaimWords) -> frozenset[str]:
    """The words before a name, in its gloss, and what it is said to be: "who was the army's chief"."""
    near = [*_before(mention, named, tree), *_gloss(mention, tree, words)]
    # "vice president" is another title than "president"
    lesser = [i for i in near if tree.words[i - 1] in words.titles["lesser"] and tree.lemmas[i] in words.titles["sole"]]
    ranked = {f"{tree.words[i - 1]} {tree.lemmas[i]}" for i in lesser}
    return forms_at([i for i in near if i not in lesser], tree) | ranked


def _before(mention: Mention, named: set[int], tree: Tree) -> list[int]:
    """A title in front of a name, with what it is a title of: "Secretary of State", "the committee's chairman"."""
    tokens = tree.tokens(mention.passage)
    if not tokens:
        return []
    first = tokens[0]
    start = tree.sentences[tree.sentence[first]][0]
    found: list[int] = []
    # "President Lee's praise of Park": another's title
    while first - 1 >= start and len(found) < FURTHEST and first - 1 not in named and _is_title_part(first - 1, tree):
        first -= 1
        found.append(first)
    return found


def _is_title_part(index: int, tree: Tree) -> bool:
    return tree.parts[index] in NAMES or tree.words[index] in LINKS


def _gloss(mention: Mention, tree: Tree, words: ClaimWords) -> Iterator[int]:
    tokens = tree.tokens(mention.passage)
    told = words.titles["works"] | words.titles["expertise"]
    last = tokens[-1] if tokens else None
    for child in tree.children[last] if last is not None else ():
        if child > tokens[-1] and tree.deps[child] == "appos":
            yield from head_phrase(child, tree)
        elif child > tokens[-1] and tree.deps[child] == "acl":  # "Adam Lee, acting under secretary for finance"
            yield from range(tree.left[child], tree.right[child] + 1)
        elif child > tokens[-1] and tree.deps[child] == "relcl" and tree.lemmas[child] in {"be", "become"}:
            for said in tree.children[child]:
                if tree.deps[said] == "attr":
                    yield from head_phrase(said, tree)
        elif child > tokens[-1] and tree.deps[child] == "relcl" and tree.lemmas[child] in told:
            yield from range(tree.left[child], tree.right[child] + 1)  # ", who teaches at the university"
