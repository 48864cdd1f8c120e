"""How far an attribution reaches: whole clauses, whole sentences before ", KCNA reported", quotations that run on."""

from collections.abc import Sequence

from attributed.claims.acts import published
from attributed.claims.bounds import (
    background,
    leave_background,
    leave_deeds,
    leave_to_nearest,
    leave_to_others,
    leave_to_sequel,
    leave_when_said,
    paragraphs,
    stay_in_sentence,
    stay_near,
)
from attributed.claims.drafts import Heard
from attributed.claims.nesting import behind_that
from attributed.claims.nouns import said_by_nouns
from attributed.claims.orphans import orphans
from attributed.claims.overlooked import closing_clauses, is_last, opening_clauses, opens_clause
from attributed.claims.owning import owned_deeds
from attributed.claims.quoted import hear_quoted
from attributed.claims.quoting import quoted_as_saying
from attributed.claims.signed import signed_posts
from attributed.claims.source_words import is_day
from attributed.claims.splitting import is_consequence
from attributed.claims.tree import FINITE, OPENING, STRAIGHT, Tree
from attributed.claims.widening import add_named, add_object, complete, open_up
from attributed.claims.words import ClaimWords

ENOUGH_OF_SENTENCE = 0.25


def set_right(heard: list[Heard], allowed: set[int], tree: Tree, words: ClaimWords) -> list[Heard]:
    """The same attributions, each with the whole of what it answers for, and those that were overlooked."""
    heard = list(quoted_as_saying(heard, allowed, tree, words))
    numbers = paragraphs(allowed, tree)
    for one in heard:
        stay_near(one, numbers)
        leave_when_said(one, allowed, tree, words)
        leave_background(one, tree, words)
        _turn_back(one, heard, allowed, tree, words)
        stay_in_sentence(one, tree)
        leave_to_others(one, heard, tree)
        leave_to_nearest(one, heard, tree)
        leave_to_sequel(one, heard, tree, words)
        _begin_behind_colon(one, tree, words)
        _begin_behind_hearers(one, tree, words)
        one.content -= _circumstance(one, tree) | _afterthought(one, tree)
    found = hear_quoted(heard, allowed, tree, words)
    found += closing_clauses(found, allowed, tree, words)
    found += opening_clauses(found, allowed, tree, words)
    found += signed_posts(allowed, tree)
    found += said_by_nouns(found, allowed, tree, words)
    found += owned_deeds(found, allowed, tree, words)
    for one in found:
        complete(one, allowed, tree)
        add_object(one, allowed, tree)
        add_named(one, allowed, tree, words)
        open_up(one, allowed, tree)
        leave_deeds(one, tree)
        one.content -= _manner(one, tree, words) | _when_said(one, tree, words)
    for last in found:
        speaks = any({tree.lemmas[i], tree.words[i]} & words.speech for i in last.cue)
        if last.source and last.content and speaks and _closes_sentence(last, tree, words):
            _take_sentence(last, allowed, tree)
            for other in found:
                if other is not last:
                    _give_way(other, last, allowed, tree)
            if behind := _behind(last, allowed, tree, words):
                found += opening_clauses(found, behind, tree, words)
    return [one for one in [*found, *orphans(found, allowed, tree, words)] if tree.words_in(one.content)]


def _begin_behind_colon(one: Heard, tree: Tree, words: ClaimWords) -> None:
    """To whom and where it was said stands before a colon: "telling reporters at the White House: “…”"."""
    for index in sorted(one.content):
        behind = index + 1
        # a paper may be printed as a paragraph of its own: "posted a note:"
        if behind in one.content and any(published(verb, min(one.content), tree, words) for verb in one.cue):
            behind += tree.parts[behind] == "SPACE"
        if tree.words[index] != ":" or behind not in one.content or tree.words[behind] not in {*OPENING, STRAIGHT}:
            continue
        before = {i for i in one.content if max(one.cue, default=index) < i <= index}
        if not any(tree.tags[i] in FINITE or tree.quoted[i] for i in before):
            one.content -= before
        return


def _begin_behind_hearers(one: Heard, tree: Tree, words: ClaimWords) -> None:
    """Who was told, and where, is no part of what was said: "told members at a briefing that he was dead"."""
    told = words.collecting["tell"] | words.collecting["warn"]
    verbs = [i for i in one.cue if tree.lemmas[i] in told or _is_dated(i, tree)]
    behind = sorted(i for i in one.content if verbs and i > max(verbs))
    if behind and (start := behind_that(behind[0], behind, tree)) in one.content:
        one.content -= {i for i in behind if i < start}


def _circumstance(one: Heard, tree: Tree) -> set[int]:
    """When and where it was said, in front of the speaker: "In an interview aired late on Friday, Lee said he was"."""
    cue, first = max(one.cue, default=-1), min(one.source, default=-1)
    before = {i for i in one.content if i < first}
    behind = {i for i in one.content if i > cue}
    if not (before and tree.words_in(behind)) or first > cue or tree.words[min(cue + 1, len(tree.words) - 1)] == ",":
        return set()
    opens = tree.parts[min(i for i in before if tree.is_word(i))] == "ADP" if tree.words_in(before) else False
    says = any(tree.tags[i] in FINITE or tree.quoted[i] for i in before)
    in_one = tree.sentence[min(before)] == tree.sentence[first]
    return before if opens and in_one and not says else set()


def _afterthought(one: Heard, tree: Tree) -> set[int]:
    """Where and when a quotation was said, behind its cue: "“…,” he said at the briefing when asked about it"."""
    last = max(one.named, default=-1)
    before = {i for i in one.content if i < min(one.named, default=0)}
    behind = {i for i in one.content if i > last and tree.sentence[i] == tree.sentence[last]}
    first = min((i for i in behind if tree.is_word(i)), default=None)
    if before and all(is_day(i, tree) for i in behind if tree.is_word(i)):
        return behind  # "…, the papers reported on Friday"
    if first is None or not before or not all(tree.quoted[i] for i in before if tree.is_word(i)):
        return set()
    tells = tree.parts[first] in {"ADP", "SCONJ"} and tree.words[first] != "that"
    return behind if tells and not any(tree.quoted[i] for i in behind) else set()


def _when_said(one: Heard, tree: Tree, words: ClaimWords) -> set[int]:
    """When it was said, in front of what was said: "said Saturday its army is", "told us this week the talks"."""
    first = min((i for i in one.content if one.cue and i > max(one.cue)), default=0)
    last = first + (tree.words[first] == "on" or tree.words[first] in words.clauses["lately"])
    if not first or not tree.is_word(first - 1) or not _opens_clause(last + 1, tree):
        return set()
    is_span = tree.words[first] in words.clauses["lately"] and tree.lemmas[last] in words.clauses["spans"]
    return set(range(first, last + 1)) if is_span or is_day(last, tree) else set()


def _opens_clause(index: int, tree: Tree) -> bool:
    """Whether a subject may begin at a word: "said Sunday it", not "said Sunday school"."""
    return index < len(tree.parts) and tree.parts[index] in {"PRON", "DET", "PROPN", "ADJ", "NUM", "SCONJ"}


def _is_dated(verb: int, tree: Tree) -> bool:
    """Whether a verb goes on with when or where it was said: "said shortly after the release of the pictures that"."""
    behind = verb + 1
    while behind < len(tree.words) and tree.tags[behind] == "RB":
        behind += 1
    return behind < len(tree.words) and tree.tags[behind] == "IN" and tree.deps[behind] == "prep"


def _turn_back(one: Heard, heard: Sequence[Heard], allowed: set[int], tree: Tree, words: ClaimWords) -> None:
    """A clause that closes its sentence answers for what stands before it: "It left, she said. “He is well.”"."""
    if not (one.source and one.cue and one.content) or min(one.content) < max(one.named):
        return
    first = min(one.named)
    start, stop = tree.sentences[tree.sentence[first]]
    before = allowed.intersection(range(start, first))
    if min(one.content) < stop or not is_last(max(one.cue), stop, tree, words) or not opens_clause(first, tree):
        return
    if any(before & other.content for other in heard if other is not one):
        return
    if any(tree.tags[i] in FINITE for i in before):
        others = {i for other in heard if other is not one for i in (*other.content, *other.named)}
        one.content = before | (one.content - others if not one.content & others else set())


def _manner(one: Heard, tree: Tree, words: ClaimWords) -> set[int]:
    """What tells only to whom, how and to what effect it was said: "told RFA", "speaking on background"."""
    found: set[int] = set()
    for verb in one.cue:
        for child in tree.children[verb]:
            speaks = tree.tags[child] == "VBG" and tree.lemmas[child] in words.collecting["speak"]
            hears = tree.deps[child] in {"dobj", "dative"} and tree.lemmas[verb] in words.collecting["tell"]
            follows = child > verb and tree.deps[child] == "advcl" and is_consequence(child, tree, words)
            is_titled = hears and any(i < verb for i in one.content)  # "“…,” he told “The Evening Show”"
            if (speaks or hears or follows) and (is_titled or not tree.quoted[child]):
                found |= set(range(tree.left[child], tree.right[child] + 1))
    found |= _said_how(one, tree, words) | _stance(one, tree, words)
    return found if tree.words_in(one.content - found) else set()


def _stance(one: Heard, tree: Tree, words: ClaimWords) -> set[int]:
    """What the speaker makes of others' words, wherever the parser hangs it: "insisted it was so, denying talk"."""
    for index in sorted(i for i in one.content if one.named and i > max(one.named)):
        is_one = tree.lemmas[index] in words.clauses["stance"] and tree.tags[index] == "VBG"
        if is_one and tree.words[index - 1] == "," and not tree.quoted[index] and not tree.subjects(index):
            return set(range(index - 1, tree.sentences[tree.sentence[index]][1]))
    return set()


def _said_how(one: Heard, tree: Tree, words: ClaimWords) -> set[int]:
    """Behind the cue and a comma, wherever the parser hangs it: "he said, also speaking on background"."""
    comma = max(one.named, default=len(tree.words)) + 1
    verb = comma + 1
    while verb < len(tree.words) and tree.tags[verb] == "RB":
        verb += 1
    if verb >= len(tree.words) or tree.words[comma] != "," or tree.sentence[verb] != tree.sentence[comma]:
        return set()
    if tree.quoted[verb] or tree.tags[verb] != "VBG" or tree.lemmas[verb] not in words.collecting["speak"]:
        return set()
    stop = tree.sentences[tree.sentence[verb]][1]
    return set(range(comma, next((i for i in range(verb, stop) if tree.words[i] == "," or tree.quoted[i]), stop)))


def _closes_sentence(last: Heard, tree: Tree, words: ClaimWords) -> bool:
    """Whether source and cue are a short clause behind a comma or a quotation that ends the sentence."""
    first, end = min(last.named), max(last.named)
    stop = background(max(last.cue, default=end), tree, words)
    return (
        tree.sentence[first] == tree.sentence[end]
        and min(last.content) < first
        and last.content.isdisjoint(range(first, stop))  # a quotation may go on in the next paragraph
        and (is_last(max(last.cue, default=end), stop, tree, words) or _is_phrase_at_end(last, stop, tree))
        and opens_clause(first, tree)
    )


def _is_phrase_at_end(last: Heard, stop: int, tree: Tree) -> bool:
    """As in "…, according to the agency": a cue that is no verb, with its source, and no word behind them."""
    is_verbal = any(tree.tags[i] in FINITE for i in last.named)
    return bool(last.cue) and not is_verbal and tree.words_in(range(max(last.named) + 1, stop)) == 0


def _take_sentence(last: Heard, allowed: set[int], tree: Tree) -> None:
    """A closing clause that answers for a good part of its sentence answers for all of it."""
    first = min(last.named)
    before = allowed.intersection(range(tree.sentences[tree.sentence[first]][0], first))
    if len(before & last.content) >= ENOUGH_OF_SENTENCE * len(before):
        last.content |= before


def _behind(last: Heard, allowed: set[int], tree: Tree, words: ClaimWords) -> set[int]:
    """What the writer goes on to tell behind a closing clause, where others may speak."""
    verb = max(last.cue)
    return allowed.intersection(range(background(verb, tree, words), tree.sentences[tree.sentence[verb]][1]))


def _give_way(other: Heard, last: Heard, allowed: set[int], tree: Tree) -> None:
    """In "Kim said it was bad, KCNA reported" all of Kim's sentence is KCNA's, and KCNA is no part of Kim's words."""
    number = tree.sentence[min(last.named)]
    if not other.cue or tree.sentence[min(other.cue)] != number or not other.content & (last.content | last.named):
        return
    if max(other.cue) > min(last.named) or any(tree.quoted[i] for i in other.cue):
        return
    other.content -= set(range(min(last.named), tree.sentences[number][1]))
    last.content |= allowed.intersection(range(tree.sentences[number][0], min(last.named)))
