"""Who speaks: each source passage resolved to a speaker of the article, or left open."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from attributed.claims.antecedents import (
    only_one_before,
    only_one_since,
    subject_above,
    subject_behind,
    subject_since,
    subject_told_of,
    subjects_before,
)
from attributed.claims.callings import Callings, nations_of
from attributed.claims.descriptions import Reader
from attributed.claims.drafts import Voice
from attributed.claims.employers import Employers
from attributed.claims.names import Names
from attributed.claims.overlooked import unnamed_speakers
from attributed.claims.pointing import Earlier
from attributed.claims.speaker import (
    BODIES,
    UNNAMED,
    Described,
    Speaker,
    fits,
    form_of,
    initials,
    is_part_of_name,
    pronoun_of,
    pronoun_of_given,
)
from attributed.claims.standing import is_written
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.knowledge import Knowledge
from attributed.model import Article, Mention, Passage, SourceKind

LEAST_LETTERS = 3
THEM = frozenset({"them", "they"})


class Cast:
    """The speakers of one article in the order in which they come on; resolve voices in the order of the text."""

    def __init__(self, article: Article, tree: Tree, names: Names, knowledge: Knowledge, words: ClaimWords) -> None:
        self.article = article
        self.tree = tree
        self.names = names
        self.words = words
        self.callings = Callings.of(names.people, nations_of(names.people, knowledge, words), tree, words)
        kinds = {**self.callings.kinds, **Employers(tree, names, words, knowledge).of_papers()}
        self.reader = Reader(tree, names, knowledge, words, kinds, article.sha256[:10])
        self.speakers: list[Speaker] = []  # the last one to speak stands last
        self.known: dict[tuple[Passage, ...], Speaker] = {}
        self.earlier = Earlier(self.speakers, self.callings, names, tree, words)

    def meet(self, voices: Iterable[Voice]) -> None:
        """Resolve all voices in the order of the text, so that each may point back to those before it."""
        named = [voice for voice in voices if voice.source]
        for voice in sorted((*named, *unnamed_speakers(named, self.tree, self.words)), key=lambda voice: voice.source):
            self.resolve(voice)
        everybody = self._all()
        for pair in everybody:  # what two say together is no second word beside what one of them says
            pair.undecided |= {one.root for one in everybody if one.root in pair.members}

    def resolve(self, voice: Voice) -> Speaker:
        """The speaker of a voice; the same passages always give the same speaker."""
        if voice.source not in self.known:
            self.known[voice.source] = self._resolve(voice)
        speaker = self.known[voice.source]
        verbs = [i for i in self.tree.tokens_of(voice.cue) if self.tree.parts[i] == "VERB"]
        speaker.prints |= any(self.tree.words[i] != "according" for i in verbs)
        speaker.at = voice.source[0].end if voice.source else speaker.at
        speaker.wrote |= any(is_written(i, self.tree, self.words) for i in verbs)
        if speaker in self.speakers:
            self.speakers.remove(speaker)
        self.speakers.append(speaker)
        return speaker

    def _resolve(self, voice: Voice) -> Speaker:
        if not voice.source:
            return self._hearsay()
        described = self.reader.read(voice.source)
        if described.is_pronoun:
            # inside a quotation the speaker is "I"; who "he" is there only the whole conversation tells
            found = None if self.tree.quoted[described.tokens[0]] else self._by_pronoun(described)
            if found is not None and described.head in self.words.back["he_she"]:
                found.pronoun = found.pronoun or form_of(described.head, self.words)
            return found or self._open(described)
        if described.is_named:
            return self._named(described)
        if described.is_member or (described.is_another and not described.is_plural):
            return self._member(described)
        found = self._said_before(described) if described.points_back else None
        if found is not None and found.is_named and found.is_person:
            found.traits |= {described.head}  # so called from here on
        return found or self._new(described)

    def _named(self, described: Described) -> Speaker:
        named = self._by_name(described) or self._by_initials(described) or self._new(described)
        if named.is_person and not named.is_plural:
            around = (*described.tokens, max(described.tokens[0] - 1, 0))
            named.titled = named.titled or pronoun_of({self.tree.words[i] for i in around}, self.words)
            named.titled = named.titled or pronoun_of_given(named.name or "", self.words)
        return named

    def _said_before(self, described: Described) -> Speaker | None:
        found = self.earlier.meant_by(described)
        return self._speaker_at((found.passage,)) if isinstance(found, Mention) else found

    def _hearsay(self) -> Speaker:
        root = f"hearsay:{self.article.sha256[:10]}"
        return Speaker(root, None, SourceKind.UNATTRIBUTED_HEARSAY, None, is_person=False)

    def _open(self, described: Described) -> Speaker:
        """Somebody whom we cannot tell: an origin of its own that may be any of the article's speakers."""
        root = self.scoped(f"open {described.passage.start}")
        others = {s.root for s in self.speakers if s.is_person}
        is_person = described.head not in self.words.back["it"]
        return Speaker(root, described.text, None, described.passage, is_person=is_person, undecided=others)

    def _by_pronoun(self, described: Described) -> Speaker | None:
        """The last to speak where that fits; a person named since, as the subject of a sentence, takes it away."""
        word = described.head
        wanted = [s for s in self.speakers if fits(word, s, self.words)]
        if word in self.words.back["it"]:
            return self._body_before(described) or (wanted[-1] if wanted else None)
        if not wanted and word in self.words.back["they"]:
            return self._body_before(described, BODIES - {SourceKind.DOCUMENT})
        if word not in self.words.back["he_she"]:
            return wanted[-1] if wanted else None
        told = (self._speaker_at((rival.passage,)) for rival in self._rivals(wanted, described) if rival)
        forms = {None, form_of(word, self.words)}
        fitting = (other for other in told if other is not None and (other.titled in forms or len(forms) == 1))
        return next(fitting, None) or (wanted[-1] if wanted else None)

    def _rivals(self, wanted: Sequence[Speaker], described: Described) -> Iterator[Mention | None]:
        """People who may be meant rather than the last to speak, the likeliest first."""
        if (behind := subject_behind(described, self.names, self.tree)) is not None:
            yield behind
        elif wanted:
            yield subject_above(described, self.names, self.tree)
            yield subject_since(wanted[-1].at, described, self.names, self.tree, self.words)
            yield only_one_since(wanted[-1].at, described, self.names, self.tree)
        else:
            yield subject_told_of(described, self.names, self.tree)
            yield only_one_before(described, self.names, self.tree)

    def _body_before(self, described: Described, kinds: Set[SourceKind] = BODIES) -> Speaker | None:
        """The body, paper or document that is the subject of the sentence before: "A dispatch listed … It said"."""
        bodies = (passage for passage in subjects_before(described, self.tree))
        found = next((passage for passage in bodies if self.reader.read((passage,)).kind in kinds), None)
        return self.resolve(Voice((found,), ())) if found is not None else None

    def _speaker_at(self, source: tuple[Passage, ...]) -> Speaker | None:
        described = self.reader.read(source)
        return self._named(described) if described.is_named else None

    def _by_name(self, described: Described) -> Speaker | None:
        """The same name, or the only known one that begins or ends with it: "Amnesty", "Cheong"."""
        named = [speaker for speaker in self._all() if speaker.is_named]
        same = next((speaker for speaker in named if speaker.root == described.root), None)
        if same is not None:
            same.kind = same.kind or described.kind
            return same
        told = [s for s in self._all() if s.is_person and s.traits & self.words.people["called"]]
        told = [s for s in told if described.name.lower() in s.traits and not s.is_named]
        if len(told) == 1:  # "one student, who gave only his surname Noh"
            return told[0]
        part = described.name.lower().split()
        longer = [s for s in named if s.name and not s.is_plural and is_part_of_name(s.name.lower().split(), part)]
        return longer[0] if len(longer) == 1 and described.root and ":" in described.root else None  # ids have none

    def _by_initials(self, described: Described) -> Speaker | None:
        """The body whose first letters a name is: "the JCS" where the Joint Chiefs of Staff were named."""
        letters = described.name.replace(".", "")
        if (
            described.is_person
            or len(letters) < LEAST_LETTERS
            or not letters.isupper()
            or described.kind not in {None, SourceKind.OFFICIAL_BODY}
        ):
            return None
        bodies = [s for s in self._all() if s.is_named and not s.is_person and initials(s.name or "").endswith(letters)]
        if bodies:
            return bodies[-1]
        before = [m for m in self.names.organisations if m.passage.start < described.passage.start]
        called = [m for m in before if initials(m.passage.of(self.tree.text)).endswith(letters)]
        return self._speaker_at((called[-1].passage,)) if called else None

    def _member(self, described: Described) -> Speaker:
        """One of several speakers: a root of its own that may be the same as theirs."""
        group = [s for s in self.speakers if s.is_plural and (s.head == described.head or described.head in THEM)]
        speaker = self._new(
            replace(described, is_plural=False, kind=described.kind or (group[-1].kind if group else None))
        )
        if group:
            speaker.undecided.add(group[-1].root)
            group[-1].undecided.add(speaker.root)
        return speaker

    def _new(self, described: Described) -> Speaker:
        speaker = Speaker(
            root=described.root or self.scoped(" ".join(sorted({described.head, *described.traits}))),
            name=described.name,
            kind=described.kind,
            passage=described.passage,
            head=described.head,
            traits=described.traits,
            is_plural=described.is_plural,
            is_named=described.is_named,
            is_person=described.is_person,
            undecided=set(described.undecided),
            members=described.members,
        )
        if not speaker.is_named and speaker.kind in UNNAMED:
            self._weigh(speaker, is_another=described.is_another)
        wrote = [other for other in self.speakers if other.wrote]
        if wrote and speaker.kind is SourceKind.DOCUMENT and described.points_back:
            speaker.undecided.add(wrote[-1].root)  # "the statement" may be what somebody said in a statement
            wrote[-1].undecided.add(speaker.root)
        self.known.setdefault((described.passage,), speaker)
        return speaker

    def _weigh(self, speaker: Speaker, *, is_another: bool) -> None:
        """The same or fewer words for somebody new may mean somebody old: undecided, on both sides."""
        for other in self._all():
            if other.is_named or other.kind not in UNNAMED or other is speaker:
                continue
            if other.root == speaker.root:
                speaker.root = f"{speaker.root}@{speaker.passage.start if speaker.passage else 0}"
            fewer = speaker.head == other.head and speaker.traits <= other.traits
            if (fewer and not is_another) or self._is_group(speaker) or self._is_group(other):
                speaker.undecided.add(other.root)
                other.undecided.add(speaker.root)

    def _is_group(self, speaker: Speaker) -> bool:
        """Whether this is "sources": they may sum up anybody unnamed whom the article quotes."""
        return speaker.is_plural and speaker.head in self.words.back["anybody"]

    def _all(self) -> list[Speaker]:
        """Every speaker so far, in the order of coming on."""
        found: list[Speaker] = []
        for speaker in self.known.values():
            if speaker not in found:
                found.append(speaker)
        return found

    def scoped(self, words: str) -> str:
        """A root that only this article uses."""
        digest = hashlib.sha256(words.encode()).hexdigest()[:8]
        return f"{self.article.sha256[:10]}:{digest}"
