"""Where the words that name a speaker begin and end: with the gloss, without when, where and in what it was said."""

import re
from collections.abc import Sequence
from functools import cache

from attributed.claims.drafts import Heard
from attributed.claims.times import read_time_words
from attributed.claims.tree import CLOSING, FINITE, STRAIGHT, Tree
from attributed.claims.words import ClaimWords

LONGEST = 14  # tokens of somebody whom a relative clause describes
GLOSSES = frozenset({"appos", "prep"})
ADJUNCTS = frozenset({"prep", "npadvmod", "advmod"})
BESIDE = frozenset({"relcl", "acl", "appos"})
MODIFIERS = frozenset({"compound", "amod", "nmod", "det", "poss", "nummod"})
NAMING = frozenset({"NOUN", "PROPN", "PRON"})


def without_front(source: list[int], cue: set[int], tree: Tree) -> list[int]:
    """The speaker whom the parser hangs on what stands in front: "In an interview with Ann Lee, Mayor Bo Park"."""
    for verb in cue:
        if tree.tags[verb] not in FINITE or tree.subjects(verb):
            continue
        fronts = [c for c in tree.children[verb] if c < verb and tree.parts[c] in {"ADP", "SCONJ"} and c not in cue]
        inside = [i for i in source if any(tree.left[c] <= i <= tree.right[c] for c in fronts)]
        behind = [tree.left[i] for i in inside if tree.deps[i] == "appos" and tree.words[tree.left[i] - 1] == ","]
        if behind:
            return [i for i in source if i >= behind[-1]]
    return source


def speaker_alone(source: list[int], tree: Tree) -> set[int]:
    """A source without what stands in front of it and the marks around it: "Speaking to RFA, a trader"."""
    opening = source[0] if source else 0
    while opening in source and tree.tags[opening] == "RB":
        opening += 1
    if opening in source and (tree.tags[opening] == "VBG" or tree.parts[opening] == "ADP"):
        commas = [i for i in source if i > opening and tree.words[i] == ","]
        behind = [i for i in source if commas and i > commas[0]]
        source = behind if any(tree.parts[i] in NAMING for i in behind) else source
    named = [i for i in source if tree.is_word(i)]
    return {i for i in source if named and named[0] <= i <= named[-1]}


def _without_clause(heard: Heard, tree: Tree) -> set[int]:
    """The speaker behind a clause of its own, "Ships have left and Minister Lee" said, or before what he did first."""
    source = sorted(heard.source)
    verbs = [i for i in source if tree.tags[i] in FINITE and not _is_beside(i, tree)]
    if not verbs:
        return heard.source
    if any(tree.deps[i] == "conj" and tree.heads[i] in verbs and not tree.subjects(i) for i in heard.cue):
        subject = tree.subjects(verbs[0])[:1]
        return {i for s in subject for i in range(tree.left[s], tree.right[s] + 1) if i in heard.source}
    joints = [i for i in source if i > verbs[-1] and tree.deps[i] == "cc"]
    behind = {i for i in source if joints and i > joints[-1]}
    return behind if any(tree.parts[i] in NAMING for i in behind) else heard.source


def _is_beside(verb: int, tree: Tree) -> bool:
    """Whether a verb belongs to a clause that describes somebody: "who was dismissed"."""
    while tree.deps[verb] not in BESIDE and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    return tree.deps[verb] in BESIDE


def in_full(heard: Heard, allowed: set[int], tree: Tree, words: ClaimWords) -> set[int]:
    """The words that name a speaker, from the name to the end of what is said of it."""
    if named := _antecedent(heard, allowed, tree, words):
        return named
    source = _without_clause(heard, tree) - _adjuncts(heard, tree)
    if not tree.words_in(source):
        return heard.source
    source -= _dated(sorted(source), tree, words) | _carrier(source, tree, words)
    one = Heard(source, heard.cue, heard.content)
    return (
        source
        | _gloss(one, allowed, tree, words)
        | _name_behind_title(one, allowed, tree, words)
        | _aside(one, allowed, tree, words)
        | _name_before(one, allowed, tree)
        | _beginning(one, allowed, tree)
        | _end_of_word(one, tree)
    )


def _end_of_word(heard: Heard, tree: Tree) -> set[int]:
    """What a hyphen joins to the speaker's last word: "his ex" in "his ex-wives said"."""
    last = max(heard.source)
    stop = last + 1
    while tree.words[stop : stop + 1] == ["-"] and tree.starts[stop + 1 : stop + 2] == [tree.ends[stop]]:
        stop = stop + 2 if tree.starts[stop] == tree.ends[stop - 1] else len(tree.words)
    return set(range(last + 1, stop)) - heard.cue - heard.content if stop < len(tree.words) else set()


def _antecedent(heard: Heard, allowed: set[int], tree: Tree, words: ClaimWords) -> set[int]:
    """Whom "who" or "which" stands for: "Lee, a trader, who said"."""
    relative = min(heard.source)
    clause = tree.heads[relative]
    if len(heard.source) > 1 or tree.tags[relative] not in {"WP", "WDT"} or tree.deps[clause] != "relcl":
        return set()
    noun = tree.heads[clause]
    while tree.deps[noun] == "appos":
        noun = tree.heads[noun]
    named = [i for i in range(tree.left[noun], relative) if i in allowed - heard.content - heard.cue]
    while named and not tree.is_word(named[-1]):
        named.pop()
    is_one = noun in named and len(named) <= LONGEST and named == list(range(named[0], named[-1] + 1))
    return set(named) - _dated(named, tree, words) if is_one else set()


def _adjuncts(heard: Heard, tree: Tree) -> set[int]:
    """What stands behind the speaker and tells only when or where was spoken: "on Friday" in "Trump on Friday said"."""
    found: set[int] = set()
    for index in heard.source:
        if tree.deps[index] in ADJUNCTS and tree.heads[index] not in heard.source:
            phrase = set(range(tree.left[index], tree.right[index] + 1))
            found |= phrase if phrase <= heard.source and min(phrase) > min(heard.source) else set()
    return found


@cache
def _days() -> re.Pattern[str]:
    return re.compile(rf"(?:{read_time_words().slots.patterns['dayname']})$")


def is_day(index: int, tree: Tree) -> bool:
    """Whether a word names a day of the week."""
    return _days().match(tree.text[tree.starts[index] : tree.ends[index]]) is not None


def _dated(source: Sequence[int], tree: Tree, words: ClaimWords) -> set[int]:
    """A day behind the speaker that the parser hangs on the name: "the judge on Friday", "the police late Monday"."""
    last = source[-1]
    is_span = tree.lemmas[last] in words.clauses["spans"] and tree.words[last - 1] in words.clauses["lately"]
    if len(source) < 2 or not (is_day(last, tree) or is_span):
        return set()
    first = last
    while first > source[0] + 1 and tree.parts[first - 1] in {"ADP", "ADJ", "ADV", "DET"}:
        first -= 1
    return set(range(first, last + 1))


def _carrier(source: set[int], tree: Tree, words: ClaimWords) -> set[int]:
    """In what somebody spoke, which the parser hangs on the name: "Lee in his own tweet"."""
    for top in tree.tops(sorted(source)):
        if words.kind_of_head(tree.lemmas[top]) in {"document", "other_outlet"}:
            return set()
        for child in tree.children[top]:
            nouns = tree.children[child] if tree.words[child] == "in" else []
            phrase = set(range(child, tree.right[child] + 1))
            if child > top and phrase <= source and any(tree.lemmas[n] in words.documents["carriers"] for n in nouns):
                return phrase
    return set()


def _gloss(heard: Heard, allowed: set[int], tree: Tree, words: ClaimWords) -> set[int]:
    """What goes on to say who the speaker is: "said Lee, a trader", "said Park, at the Sejong Institute"."""
    found: set[int] = set()
    tops = [i for i in heard.source if tree.heads[i] not in heard.source]
    below = [c for top in tops for c in tree.children[top] if c > top and tree.deps[c] == "appos"]
    # behind the verb the parser hangs "at the institute" on it
    for verb in (i for i in heard.cue if tops and i < tops[0]):
        below += [c for c in tree.children[verb] if tree.words[c] in words.titles["at"]]
    for child in below:
        phrase = set(range(tree.left[child], tree.right[child] + 1))
        is_next = tree.words_in(range(max(heard.source | found) + 1, tree.left[child])) == 0
        is_behind = min(phrase) > max(heard.source) and phrase <= allowed
        if tree.deps[child] in GLOSSES and is_next and is_behind and phrase.isdisjoint(heard.content | heard.cue):
            found |= phrase
    return found


def _name_behind_title(heard: Heard, allowed: set[int], tree: Tree, words: ClaimWords) -> set[int]:
    """The name behind a shortened title, whose full stop the parser takes for the sentence's: "said Cmdr. Lee"."""
    last = max(heard.source, default=-1)
    if last < 0 or last + 2 >= len(tree.words) or not _is_short_title(last, tree, words):
        return set()
    end = last + (tree.words[last + 1] == ".") + 1
    while end < len(tree.words) and (tree.parts[end] == "PROPN" or _is_short_title(end, tree, words)):
        end += 1
    name = set(range(last + 1, end))
    return name if name <= allowed and tree.words_in(name) else set()


def _is_short_title(index: int, tree: Tree, words: ClaimWords) -> bool:
    return f"{tree.words[index]}." in words.titles["all"]


def _describes(clause: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether a clause says who somebody is, and not what he does while he speaks: "Lee, speaking in Rome, said"."""
    told = range(tree.left[clause], tree.right[clause] + 1)
    has_title = any(tree.lemmas[i] in words.titles["all"] for i in told)
    return tree.deps[clause] in {"relcl", "appos"} or (tree.deps[clause] == "acl" and has_title)


def _aside(heard: Heard, allowed: set[int], tree: Tree, words: ClaimWords) -> set[int]:
    """What is said of a speaker between commas before the verb: "Lee, who runs the firm, said"."""
    comma, verb = max(heard.source) + 1, min(heard.cue, default=-1)
    if verb <= comma + 2 or tree.words[comma] != "," or tree.words[verb - 1] != ",":
        return set()
    below = {c for i in heard.source for c in tree.children[i] if _describes(c, tree, words)}
    between = set(range(comma + 1, verb - 1))
    told = {i for c in below for i in range(tree.left[c], tree.right[c] + 1)}
    is_one = between <= told and between <= allowed and between.isdisjoint(heard.content)
    return between | {comma} if is_one else set()


def _beginning(heard: Heard, allowed: set[int], tree: Tree) -> set[int]:
    """What was left of a name or stands right before it: "OVD-Info", "Pentagon chief"."""
    first = min(heard.source)
    free = allowed - heard.content - heard.cue
    while first - 1 in free and (
        _is_hyphened(first, tree)
        or (tree.deps[first - 1] in MODIFIERS and tree.heads[first - 1] in {*heard.source, first})
    ):
        first -= 1
    return set(range(first, min(heard.source)))


def _is_hyphened(index: int, tree: Tree) -> bool:
    """Whether a word and the one before it are one with a hyphen."""
    return "-" in tree.words[index - 1 : index + 1] and tree.starts[index] == tree.ends[index - 1]


def _name_before(heard: Heard, allowed: set[int], tree: Tree) -> set[int]:
    """The name between a quotation and its gloss: "“…,” Lee Sang, a spokesman for the ministry, said"."""
    comma = min(heard.source) - 1
    first = comma
    while first - 1 in allowed and (tree.parts[first - 1] == "PROPN" or tree.words[first - 1] == "-"):
        first -= 1
    is_one = first < comma and tree.words[comma] == "," and not tree.quoted[first]
    return set(range(first, comma + 1)) if is_one and tree.words[first - 1] in {*CLOSING, STRAIGHT} else set()
