"""Surnames that stand alone, led to the people whom the article names in full."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from attributed.claims.people import mention_of, same_as
from attributed.claims.tree import Tree
from attributed.claims.unlisted import follows_office, has_body
from attributed.claims.words import ClaimWords
from attributed.model import Mention

LEAST_SURNAME = 4  # letters of a surname in the middle: "Ricardo Rosselló Nevares"
TITLED = "surname with a title"
ONLY = "surname of the only such person named before"
LATER = "surname of the only such person of the article, named in full later"
KIN = "surname of the only such person who is not brought on as another's kin"
SPOKE = "surname of the last such person to be named, who speaks"
FIRST = "surname that stood alone for this person before namesakes came on"

Bearers = dict[str, dict[str, Mention]]  # part of a name -> people, by id or name


@dataclass(slots=True)
class _Discourse:
    """Who has been named up to a place in the text."""

    tree: Tree
    words: ClaimWords
    all: Bearers
    named: Bearers = field(default_factory=dict)
    alone: dict[str, Mention] = field(default_factory=dict)  # for whom a surname stands that stood alone
    last: dict[str, Mention] = field(default_factory=dict)  # who was last named in full
    kin: set[str] = field(default_factory=set)  # who is named as somebody's father or sister
    speaking: dict[str, Mention] = field(default_factory=dict)  # who was last named in full as speaking

    def hear(self, mention: Mention) -> None:
        """Take note of a name in full."""
        _remember(mention, self.named, self.words)
        first = self.tree.tokens(mention.passage)[:1]
        if any(_follows_kin(i, self.tree, self.words) for i in first):
            self.kin.add(_key(mention))
        self.last |= dict.fromkeys((mention.name.lower().split()[0], mention.name.lower().split()[-1]), mention)
        head = self.tree.tokens(mention.passage)[-1:]
        if any(_speaks(i, self.tree, self.words) for i in head):
            parts = mention.name.lower().split()
            self.speaking |= dict.fromkeys((parts[0], parts[-1]), mention)

    def lone(self, name: int) -> Mention | None:
        """The mention that a surname alone makes, if it can be told whose it is."""
        word = self.tree.words[name]
        known = self.named.get(word, {})
        if (woman := self._woman(name, known)) is not None:
            return woman
        if set(known) <= self.kin and word not in self.alone and len(self.all.get(word, {})) > len(known) > 0:
            return None  # "his sister, Kim Yo Jong", in an article on another Kim
        if len(known) == 1 or (known and word in self.alone):
            bearer = self.alone.get(word) or next(iter(known.values()))
            if len(known) > 1 and self._may_be_the_speaker(name, bearer):
                return None
            self.alone[word] = bearer
            return same_as(bearer, mention_of([name], self.tree, FIRST if len(known) > 1 else ONLY))
        if known:
            return self._but_for_kin(name, known) or self._last_to_speak(name)
        later = list(self.all.get(word, {}).values())
        if word not in self.alone and len(later) == 1 and not has_body([name], self.tree, self.words):
            return same_as(later[0], mention_of([name], self.tree, LATER))
        return self._titled(name, word)

    def _woman(self, name: int, known: dict[str, Mention]) -> Mention | None:
        """Of two namesakes the one for whom the surname did not stand alone: "Ms. Kim" where "Kim" is her brother."""
        others = [bearer for bearer in known.values() if bearer != self.alone.get(self.tree.words[name])]
        is_she = self.tree.words[name - 1] in self.words.people["address_of_women"]
        if not is_she or len(known) < 2 or len(others) != 1:
            return None
        return same_as(others[0], mention_of([name], self.tree, TITLED))

    def _but_for_kin(self, name: int, known: dict[str, Mention]) -> Mention | None:
        """Of namesakes the one whom the article does not bring on as somebody's kin: "Kim's grandfather, Kim Hyok"."""
        others = [bearer for key, bearer in known.items() if key not in self.kin]
        if len(others) != 1:
            return None
        self.alone[self.tree.words[name]] = others[0]
        return same_as(others[0], mention_of([name], self.tree, KIN))

    def _last_to_speak(self, name: int) -> Mention | None:
        """Of two named only in full, the last one, if it spoke: "Wang said" behind "Wang Dong said"."""
        bearer = self.speaking.get(self.tree.words[name])
        if bearer is None or not _speaks(name, self.tree, self.words) or self.last.get(self.tree.words[name]) != bearer:
            return None
        return same_as(bearer, mention_of([name], self.tree, SPOKE))

    def _titled(self, name: int, word: str) -> Mention | None:
        if word in self.alone:
            return same_as(self.alone[word], mention_of([name], self.tree, TITLED))
        if not _is_titled(name, self.tree, self.words):
            return None
        self.alone[word] = mention_of([name], self.tree, TITLED)
        return self.alone[word]

    def _may_be_the_speaker(self, name: int, bearer: Mention) -> bool:
        """As "Kim" in, or right after, what "Kim Sung-ho, a scholar, said": the scholar or the leader."""
        other = self.speaking.get(self.tree.words[name])
        if other is None or (other.id, other.name) == (bearer.id, bearer.name):
            return False
        between = self.tree.text[other.passage.end : self.tree.starts[name]]
        return "\n" not in between or _speaks(name, self.tree, self.words)


def with_surnames(
    people: list[Mention], tree: Tree, runs: Iterable[list[int]], taken: set[int], words: ClaimWords
) -> list[Mention]:
    """Adds lone surnames: of the only such person named, of the one it stood for before, or with a title."""
    people = sorted(people, key=lambda mention: mention.passage)
    covered = taken.union(*(tree.tokens(mention.passage) for mention in people))
    every: Bearers = {}
    for mention in people:
        _remember(mention, every, words)
    discourse = _Discourse(tree, words, every)
    waiting = people[::-1]
    found: list[Mention] = []
    open_: list[int] = []  # surnames that were led to nobody
    for run in _with_missed(runs, people, tree):
        while waiting and waiting[-1].passage.start <= tree.starts[run[0]]:
            discourse.hear(waiting.pop())
        name = _lone(run, covered, tree, words)
        if name is not None and (led := discourse.lone(name)) is not None:
            found.append(led)
        elif name is not None:
            open_.append(name)
    # "Putin" before "President Putin", where nobody is named so in full
    titled = {word: bearer for word, bearer in discourse.alone.items() if bearer.rule == TITLED and word not in every}
    found += [same_as(titled[tree.words[i]], mention_of([i], tree, TITLED)) for i in open_ if tree.words[i] in titled]
    return sorted([*people, *found], key=lambda mention: mention.passage)


def _with_missed(runs: Iterable[list[int]], people: Iterable[Mention], tree: Tree) -> list[list[int]]:
    """The runs, and every last name of somebody named in full that the tagger took for no name ("O’Shaughnessy")."""
    surnames = {mention.name.lower().split()[-1] for mention in people}
    found = list(runs)
    inside = {index for run in found for index in run}
    found += [
        [i]
        for i, word in enumerate(tree.words)
        if word in surnames and i not in inside and len(word) >= LEAST_SURNAME and tree.is_capital(i)
    ]
    return sorted(found)


def _lone(run: Sequence[int], covered: set[int], tree: Tree, words: ClaimWords) -> int | None:
    """The only word of a run that is no title: "Tillerson" in "Secretary of State Tillerson"."""
    if len(run) > 1 and follows_office(run, tree, words):
        run = run[1:]
    titled = [i for i in run if tree.lemmas[i] in words.titles["all"] or tree.words[i] in words.titles["all"]]
    if run[-2:-1] == titled[-1:]:  # "Defence Secretary Lee": what the title is about is no name
        run = run[-2:]
    names = [i for i in run if i not in titled]
    names = [i for i in names if i not in covered]  # "U.S. President Trump"
    return names[0] if len(names) == 1 and names[0] == run[-1] and tree.is_word(names[0]) else None


def _is_titled(name: int, tree: Tree, words: ClaimWords) -> bool:
    """Right behind a title with a capital, in a name that no body has: "President Bush", "Ms. Haley"."""
    before = name - 1
    return (
        before >= 0
        and tree.sentence[before] == tree.sentence[name]
        and tree.is_capital(before)
        and (tree.words[before] in words.titles["before"] or tree.words[before] in words.people["address"])
        and not has_body([name], tree, words)
        and not tree.is_acronym(name)
    )


def _speaks(name: int, tree: Tree, words: ClaimWords) -> bool:
    return tree.deps[name] == "nsubj" and tree.lemmas[tree.heads[name]] in words.inside["verbs"]


def _follows_kin(name: int, tree: Tree, words: ClaimWords) -> bool:
    """As in "his grandfather, Kim Il Sung"."""
    before = name - 1 - (tree.words[name - 1] == ",")
    return before >= 0 and tree.lemmas[before] in words.people["kin"]


def _key(mention: Mention) -> str:
    return mention.id or mention.name.lower()


def _remember(mention: Mention, bearers: Bearers, words: ClaimWords) -> None:
    parts = mention.name.lower().split()
    # "al-Sabah" is also called Sabah
    parts += [end for part in parts for head, _, end in [part.partition("-")] if head in words.people["particles"]]
    for part in {parts[0], parts[-1], *(part for part in parts if len(part) >= LEAST_SURNAME)}:
        bearers.setdefault(part, {})[_key(mention)] = mention
