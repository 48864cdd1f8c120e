"""Which attributions are somebody's words, and whose: the attribution engine's finds, sifted."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from attributed.claims.acts import is_act
from attributed.claims.drafts import Heard
from attributed.claims.parting import part
from attributed.claims.source_words import in_full, speaker_alone, without_front
from attributed.claims.spoken_of import is_aside, is_spoken_of
from attributed.claims.tree import CLOSING, FINITE, OPENING, STRAIGHT, Tree
from attributed.claims.words import ClaimWords
from attributed.model import Attribution

# Below it a cue that is no verb of speech ("the initiative focuses") is the article's own way of putting things.
SURE = 0.75
LIKELY = 0.5  # enough for a verb of speech with somebody who can speak
LEAST_WORDS = 4  # of a content without a verb
QUOTES = OPENING | CLOSING | {STRAIGHT}
MYSELF = frozenset({"i", "we", "you", "me", "us"})


def heard_in(attributions: Iterable[Attribution], allowed: set[int], tree: Tree, words: ClaimWords) -> list[Heard]:
    """The attributions in which somebody speaks or thinks, their contents inside the allowed tokens."""
    return list(_sifted(attributions, allowed, tree, words))


def _sifted(attributions: Iterable[Attribution], allowed: set[int], tree: Tree, words: ClaimWords) -> Iterator[Heard]:
    for one in attributions:
        source = [i for i in tree.tokens_of(one.source) if i in allowed]
        cue = {i for i in tree.tokens_of(one.cue) if i in allowed}
        heard = Heard(
            source=speaker_alone(without_front(source, cue, tree), tree),
            cue=cue,
            content=allowed.intersection(tree.tokens_of(one.content)),
        )
        heard.content -= heard.named
        part(heard, tree)
        heard.source = in_full(heard, allowed, tree, words) if heard.source else set()
        heard.content -= heard.source
        speaks = any(tree.lemmas[i] in words.speech or tree.words[i] in words.speech for i in heard.cue)
        if not tree.words_in(heard.content):
            continue
        if not tree.words_in(heard.source):
            heard.source = set(_speaker_before(heard, tree) or _agent(heard, allowed, tree, words)) if speaks else set()
            heard.content -= heard.source
        if tree.words_in(heard.content) and _is_speech(heard, one.confidence, tree, words, speaks=speaks):
            yield heard


def _is_speech(heard: Heard, confidence: float, tree: Tree, words: ClaimWords, *, speaks: bool) -> bool:
    denies = any(tree.lemmas[i] in words.firmness["deny"] | words.inside["granting"] for i in heard.cue)
    # "she denied the reports": to deny it is enough to name it
    if not (says_something(heard.content, tree) or denies) or _is_citing(heard, tree, words):
        return False
    is_told = (
        _is_topic(heard, tree)
        or names_only(heard.cue, heard.content, tree, words)
        or any(is_act(i, heard.content, tree, words) for i in heard.cue)
    )
    if is_told or _is_asked(heard, tree):
        return False
    if heard.named and min(heard.content) > max(heard.named) and any(is_aside(i, tree) for i in heard.cue):
        return False
    if _is_condition(heard, tree, words) or _is_open_question(heard, tree, words):
        return False
    if not heard.source:
        # a passive without a speaker is read as hearsay with the sentence it stands in
        names = any(tree.deps[i] == "acl" and tree.lemmas[i] in words.inside["titling"] for i in heard.cue)
        return speaks and _is_quoted(heard.content, tree) and not names and tree.words_in(heard.content) >= LEAST_WORDS
    if any(is_unsaid(i, tree, words) for i in heard.cue):
        return False
    if any(is_spoken_of(i, heard.cue, tree, words) for i in heard.source):
        return False
    named = {tree.words[i] for i in heard.source if tree.is_word(i)}
    if (
        named <= MYSELF
        or named <= words.people["nobody"]
        or (named <= words.people["not_pronouns"] and (_is_quoted(heard.named, tree) or _is_turn(heard, tree)))
    ):
        return False
    if speaks:
        somebody = can_speak(heard.source, tree, words)
        is_thing = _is_thing(heard.source, tree) and tree.words[min(heard.cue)] != "according"
        # whatever "said that" is somebody: "the hostage", "the opposition"
        is_thing &= not (tree.lemmas[min(heard.cue)] in words.inside["plain"] and says_clause(heard.content, tree))
        is_thing |= _only_shows(heard, tree, words)
        return confidence >= (LIKELY if somebody else SURE) and (somebody or not is_thing)
    return confidence >= SURE and can_speak(heard.source, tree, words)


def says_something(content: Collection[int], tree: Tree) -> bool:
    """Words in quotation marks, a clause, or at least a long noun phrase."""
    has_verb = any(tree.parts[i] in {"VERB", "AUX"} or tree.words[i] in QUOTES for i in content)
    return has_verb or tree.words_in(content) >= LEAST_WORDS


def _is_turn(heard: Heard, tree: Tree) -> bool:
    """As in "That said, he agreed"."""
    last = max(heard.named)
    is_short = max(heard.named) - min(heard.named) + 1 == len(heard.named) and bool(heard.cue)
    return is_short and tree.words[min(last + 1, len(tree.words) - 1)] == "," and min(heard.content) > last


def _is_topic(heard: Heard, tree: Tree) -> bool:
    """Whether a noun only says what was spoken about: "his comments on the plan"."""
    is_noun = bool(heard.cue) and all(tree.parts[i] in {"NOUN", "PUNCT"} for i in heard.cue)
    first = min((i for i in heard.content if tree.is_word(i)), default=-1)
    is_deed = tree.tags[first] == "TO" and not tree.quoted[first]  # "his promise to leave"
    return is_noun and (is_deed or not says_clause(heard.content, tree))


def names_only(cue: Collection[int], content: Collection[int], tree: Tree, words: ClaimWords) -> bool:
    """Whether nothing is said but whom somebody praises or blames: "they praised President Lee"."""
    said = [i for i in content if tree.is_word(i)]
    is_name = all(tree.parts[i] in {"PROPN", "PRON", "ADJ", "PART"} and tree.tags[i] != "WDT" for i in said)
    return is_name and any(tree.lemmas[i] in words.inside["granting"] - words.firmness["deny"] for i in cue)


def says_clause(content: Collection[int], tree: Tree) -> bool:
    """Words in quotation marks, or a clause with a tense."""
    return any(tree.tags[i] in FINITE or tree.quoted[i] for i in content)


def is_unsaid(verb: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether nothing was said, or only what if: "did not say when", "declined to comment", "if asked"."""
    if tree.lemmas[verb] not in words.speech | words.silence["comment"]:
        return False
    above = tree.heads[verb]
    if tree.deps[verb] == "xcomp" and tree.lemmas[above] in words.silence["verbs"]:
        return True
    is_infinitive = tree.tags[verb] == "VB" and any(tree.tags[c] == "TO" for c in tree.children[verb])
    if is_infinitive and tree.deps[verb] == "xcomp" and tree.lemmas[above] in words.silence["wishes"]:
        return True  # "tried to answer"
    marks = {tree.words[c] for c in tree.children[verb] if tree.deps[c] in {"mark", "neg"}}
    if tree.tags[verb] == "VB" and "for" in marks:  # "it is rare for him to blame anybody"
        return True
    if any(tree.deps[c] == "aux" and tree.words[c] in words.silence["modals"] for c in tree.children[verb]):
        return True  # "it could say more"
    if tree.deps[verb] == "pcomp" and tree.words[above] == "without":  # "it goes without saying"
        return True
    asks = any(tree.deps[c] == "dobj" and tree.tags[c] == "WP" and c < verb for c in tree.children[verb])
    if asks and _is_question(verb, tree):
        return True  # "What was the ministry saying about it?"
    if tree.lemmas[verb] in words.firmness["deny"] | words.firmness["unexcluded"]:
        return False
    if any(tree.deps[c] == "dobj" and tree.words[c] in words.firmness["empty_subjects"] for c in tree.children[verb]):
        return True  # "said nothing about it"
    return bool(marks & (words.firmness["conditional_marks"] | words.firmness["negations"]))


def _is_question(verb: int, tree: Tree) -> bool:
    """Whether a verb is the main one of a question."""
    stop = tree.sentences[tree.sentence[verb]][1]
    return tree.deps[verb] == "ROOT" and any(tree.words[i] == "?" for i in range(max(stop - 3, 0), stop))


def _is_citing(heard: Heard, tree: Tree, words: ClaimWords) -> bool:
    """Citing an official ("citing one", "which cited one") names whose words they are; the words stand elsewhere."""
    cited = [i for i in heard.cue if tree.lemmas[i] in words.relaying["cite"]]
    says = any(tree.tags[i] in FINITE or tree.quoted[i] for i in heard.content)
    return any(tree.tags[i] == "VBG" or (tree.deps[i] == "relcl" and not says) for i in cited)


def _is_condition(heard: Heard, tree: Tree, words: ClaimWords) -> bool:
    """On what condition somebody spoke: "who asked not to be identified"."""
    asks = any(tree.lemmas[i] in words.silence["asking_for"] for i in heard.cue)
    hides = any(tree.lemmas[i] in words.silence["unnamed"] for i in heard.content)
    return asks and hides and any(tree.words[i] == "not" for i in heard.content)


def _is_open_question(heard: Heard, tree: Tree, words: ClaimWords) -> bool:
    """As in "did not specify whom he was paid to shoot"."""
    denied = any(tree.deps[c] == "neg" for verb in heard.cue for c in tree.children[verb])
    denied |= any(tree.lemmas[verb] in words.silence["asking"] for verb in heard.cue)  # "asked what she had seen"
    first = min(heard.content)
    opening = tree.words[first : first + 1 + (tree.parts[first] == "ADP")]  # "to what he was referring"
    return denied and opening[-1] in words.silence["questions"]


def _is_asked(heard: Heard, tree: Tree) -> bool:
    """Whether the writer asks it: "why would the South reveal its plans?"."""
    if not heard.cue or any(tree.quoted[i] for i in (*heard.cue, *heard.content)):
        return False
    start, stop = tree.sentences[tree.sentence[min(heard.cue)]]
    return any(tree.words[i] == "?" for i in range(max(start, stop - 3), stop))


def _only_shows(heard: Heard, tree: Tree, words: ClaimWords) -> bool:
    """Whether a common noun that can say nothing is where the writer reads something off: "the events suggest"."""
    head = next(iter(tree.tops(sorted(heard.source))), min(heard.source))
    says = any(tree.lemmas[i] in words.inside["plain"] or tree.words[i] == "according" for i in heard.cue)
    # "Park Min-in", "Re/code" and "his ex-wives" are somebody, whatever the tags of their parts
    is_part = (head > 0 and tree.starts[head] == tree.ends[head - 1]) or tree.words[head + 1 : head + 2] == ["-"]
    return tree.tags[head] in {"NN", "NNS"} and not (tree.is_capital(head) or is_part or says)


def _is_thing(source: set[int], tree: Tree) -> bool:
    """Whether a single common noun heads a source: "any new test worries"; of an unknown plural, people are likely."""
    head = next(iter(tree.tops(sorted(source))), min(source))
    is_described = tree.parts[min(source)] in {"DET", "ADJ", "PRON", "NUM"}  # and is no name such as "Re/code"
    return tree.tags[head] == "NN" and is_described and not any(tree.parts[i] == "PROPN" for i in source)


def can_speak(source: set[int], tree: Tree, words: ClaimWords) -> bool:
    """Whether somebody, a body, a paper or a document is named, and no "incident" that "highlights"."""
    head = next(iter(tree.tops(sorted(source))), min(source))
    if tree.parts[head] in {"PROPN", "PRON", "NUM", "DET"}:
        return tree.words[head] not in words.people["not_pronouns"]
    lemma = tree.lemmas[head]
    if lemma in words.body_names["words"] or lemma in words.description["groups"]:  # "the university", "the couple"
        return True
    return any(words.kind_of_head(form) for form in (lemma, tree.words[head])) or words.is_person(lemma)


def _is_quoted(content: set[int], tree: Tree) -> bool:
    return sum(tree.quoted[i] for i in content) > len(content) / 2


def _agent(heard: Heard, allowed: set[int], tree: Tree, words: ClaimWords) -> Sequence[int]:
    """By whom or in what document a passive says it was said: "was described in a film as", "was confirmed by two"."""
    for verb in heard.cue:
        if tree.lemmas[verb] in words.silence["asking"] or _follows(verb, heard, tree):
            continue
        for preposition in tree.children[verb]:
            for noun in tree.children[preposition] if tree.words[preposition] in {"by", "in"} else ():
                phrase = {i for i in range(tree.left[noun], noun + 1) if i in allowed}
                is_written = tree.lemmas[noun] in words.heads["document"] | words.heads["other_outlet"]
                if phrase and (is_written or (tree.words[preposition] == "by" and can_speak(phrase, tree, words))):
                    return sorted(phrase)
    return ()


def _follows(verb: int, heard: Heard, tree: Tree) -> bool:
    """Whether all that was said stands behind a passive, where it hardly ever stands: "was said by him"."""
    return min(heard.content) > verb and not any(tree.quoted[i] for i in heard.content)


def _speaker_before(heard: Heard, tree: Tree) -> Sequence[int]:
    """The noun phrase right before an active verb, where the parser hung it elsewhere: ", a source in Hyesan said"."""
    verb = min(heard.cue)
    if tree.tags[verb] not in FINITE or any(tree.deps[c] == "auxpass" for c in tree.children[verb]):
        return ()
    start = tree.sentences[tree.sentence[verb]][0]
    first = verb
    while first > start and tree.words[first - 1] not in {",", ";", ":"} and first - 1 not in heard.content:
        first -= 1
    phrase = [i for i in range(first, verb) if tree.parts[i] != "SPACE"]
    has_noun = any(tree.parts[i] in {"NOUN", "PROPN", "PRON"} for i in phrase)
    has_verb = any(tree.tags[i] in FINITE for i in phrase)
    return phrase if has_noun and not has_verb else ()
