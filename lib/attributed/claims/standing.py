"""What the words around a name or a noun make of a speaker: a paper, a body, a document, somebody of a role."""

from collections.abc import Sequence

from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.model import SourceKind

ROLES = {
    "sole": SourceKind.NAMED_OFFICIAL,
    "named_official": SourceKind.ANONYMOUS_OFFICIAL,
    "named_expert": SourceKind.ANONYMOUS_EXPERT,
    "weak": SourceKind.ANONYMOUS_EXPERT,
    "journalist": SourceKind.OTHER_OUTLET,
}


def kind_of_gloss(name: int, tokens: Sequence[int], tree: Tree, words: ClaimWords) -> SourceKind | None:
    """What "a magazine based in Tokyo" behind a name makes of it."""
    for gloss in tree.children[name]:
        if tree.deps[gloss] == "appos" and is_asked(gloss, tree, words):
            return SourceKind.NAMED_EXPERT
        kind = words.kind_of_head(tree.lemmas[gloss]) if tree.deps[gloss] == "appos" else None
        if kind == SourceKind.OTHER_OUTLET or (kind and is_medium(gloss, tree, words)):
            return outlet_kind(tokens, tree, words)
        if kind in {SourceKind.OFFICIAL_BODY, SourceKind.DOCUMENT}:
            return SourceKind(kind)
    return None


def kind_of_medium(
    name: int, run: Sequence[int], tokens: Sequence[int], tree: Tree, words: ClaimWords
) -> SourceKind | None:
    """A paper or station by a word of its name or before it, or because it reports: "the website Re/code"."""
    before = [c for c in tree.children[name] if tree.deps[c] in {"compound", "nmod"} and c in tokens and c not in run]
    nouns = {tree.lemmas[i] for i in (*before, *(run if names_medium(run, tree, words) else ()))}
    nouns |= {tree.lemmas[tree.heads[name]]} if tree.deps[name] == "appos" else set()  # "the newspaper Ebtekar"
    nouns -= words.titles["journalist"]
    if nouns & words.heads["document"] - words.heads["other_outlet"]:  # "Resolution 2270"
        return SourceKind.DOCUMENT
    verb = tree.heads[name]
    reports = tree.deps[name] == "nsubj" and tree.lemmas[verb] in words.relaying["report"]
    titled = any(tree.lemmas[i] in words.titles["all"] for i in tokens)
    is_agency = any(is_medium(i, tree, words) for i in before)  # "the news agency Nova"
    is_one = is_agency or bool(nouns & words.heads["other_outlet"]) or (reports and not titled)
    return outlet_kind(tokens, tree, words) if is_one else None


def names_medium(run: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    """Whether a name may be a paper's or station's: not a "Network Center", but a "News Agency"."""
    ends_as_body = tree.words[run[-1]] in words.body_names["words"] - words.heads["other_outlet"]
    return not ends_as_body or any(tree.lemmas[i] in words.state_media["of_media"] for i in run)


def is_medium(head: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether an agency or service is one of news."""
    return any(tree.lemmas[c] in words.state_media["of_media"] for c in tree.children[head])


def is_printed(head: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether a report is a paper's or a station's: "a state television report"."""
    near = [c for c in tree.children[head] if tree.deps[c] in {"compound", "nmod"}]
    media = words.heads["other_outlet"] - words.titles["journalist"]
    return any(tree.lemmas[c] in media or is_medium(c, tree, words) for c in near)


def kind_of_body(run: Sequence[int], tokens: Sequence[int], tree: Tree, words: ClaimWords) -> SourceKind | None:
    """A paper by a word of the name, nothing where a word tells of a firm, else a body of a state."""
    nouns = [words.kind_of_head(tree.lemmas[i]) for i in run]
    if "other_outlet" in nouns and names_medium(run, tree, words):
        return outlet_kind(tokens, tree, words)
    if not words.body_names["private"].isdisjoint(tree.words[i] for i in run):
        return None
    return SourceKind.OFFICIAL_BODY


def kind_of_role(lemma: str, words: ClaimWords) -> SourceKind | None:
    """What a noun makes of a speaker: by the lists of heads, of titles, else somebody by the noun's end."""
    word = words.kind_of_head(lemma)
    if word is not None:
        return SourceKind(word)
    for title, kind in ROLES.items():
        if lemma in words.titles[title]:
            return kind
    return SourceKind.ANONYMOUS_SOURCE if words.is_person(lemma) else None


def kind_of_unnamed(kind: SourceKind, head: int, tokens: Sequence[int], tree: Tree, words: ClaimWords) -> SourceKind:
    """Leaders of protesters hold no office, the Democrats of a senate do."""
    near = {form for i in tokens for form in (tree.lemmas[i], tree.words[i])}
    if tree.lemmas[head] in words.titles["rulers"] and near & words.titles["civil"]:
        return SourceKind.ANONYMOUS_SOURCE
    is_member = tree.lemmas[head] in words.titles["member"] and near & words.heads["official_body"]
    return SourceKind.ANONYMOUS_OFFICIAL if is_member else kind


def is_private(head: int, tokens: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    """Whether who sounds like an official speaks for a firm: "a spokesman for the company"."""
    is_official = kind_of_role(tree.lemmas[head], words) is SourceKind.ANONYMOUS_OFFICIAL
    return is_official and any(tree.words[i] in words.titles["private"] for i in tokens)


def is_asked(noun: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether a body is asked for what it knows: "a Seoul-based think tank"."""
    near = [c for c in tree.children[noun] if tree.deps[c] in {"compound", "amod", "nmod"}]
    return any(f"{tree.words[c]} {tree.lemmas[noun]}" in words.description["asked"] for c in near)


def is_own_page(head: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether a site belongs to somebody of another trade: "the university's website", not "China's Sina site"."""
    named = any(tree.deps[c] in {"compound", "nmod"} and tree.parts[c] == "PROPN" for c in tree.children[head])
    return tree.lemmas[head] in words.documents["pages"] and is_possessed(head, tree) and not named


def is_kin(head: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether kinship says who speaks, a private person and not an unnamed one: "his mother", "the parents of Lee"."""
    near = words.people["kin"] | words.people["kinsfolk"]
    of = [noun for c in tree.children[head] if tree.words[c] == "of" for noun in tree.children[c]]
    is_somebody_s = is_possessed(head, tree) or any(tree.parts[noun] == "PROPN" for noun in of)
    return tree.lemmas[head] in near and is_somebody_s


def is_named_so(head: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether somebody private has a surname after all: "a shopkeeper surnamed Lee"."""
    is_private = kind_of_role(tree.lemmas[head], words) is SourceKind.ANONYMOUS_SOURCE
    called = [c for c in tree.children[head] if tree.words[c] in words.people["called"]]
    return is_private and any(tree.parts[n] == "PROPN" for c in called for n in tree.children[c])


def outlet_kind(tokens: Sequence[int], tree: Tree, words: ClaimWords) -> SourceKind:
    """The state's own medium where a word says so, or where the country has no other."""
    marks = words.state_media["marks"]
    is_state = any(tree.words[i] in marks or tree.lemmas[i] in marks or _is_states(i, tree, words) for i in tokens)
    is_only = any(
        tree.lemmas[i] in words.state_media["mass"]
        and (
            tree.words[i - 1] in words.state_media["closed"]
            or " ".join(tree.words[i - 2 : i]) in words.state_media["closed"]
        )
        for i in tokens
        if i > 0
    )
    return SourceKind.STATE_MEDIA if is_state or is_only else SourceKind.OTHER_OUTLET


def _is_states(index: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether a word says that a state runs something: "government-run", "controlled by the army"."""
    if tree.words[index] not in words.state_media["owned"]:
        return False
    by = [c for c in tree.children[index] if tree.words[c] == "by"]
    owners = [c for b in by for c in tree.children[b]] + ([index - 2] if tree.words[index - 1] == "-" else [])
    return any(tree.lemmas[i] in words.heads["official_body"] for i in owners)


def is_plural(head: int, tree: Tree, words: ClaimWords) -> bool:
    """By the noun, or by the verb where the noun is misprinted: "North Korean source say"."""
    verb = tree.heads[head]
    several = words.description["many"] | words.description["groups"]
    if {tree.words[head], tree.lemmas[head]} & several:  # "all said", "his family said"
        return True
    return tree.tags[head] in {"NNS", "NNPS"} or (tree.deps[head] == "nsubj" and tree.tags[verb] == "VBP")


def is_possessed(head: int, tree: Tree) -> bool:
    """Whether somebody's: "RFA's source"."""
    return any(tree.deps[c] == "poss" for c in tree.children[head])


def is_written(verb: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether something was said in a document: "said in a report"."""
    nouns = words.documents["written"] | words.documents["printed"]
    below = [n for c in tree.children[verb] if tree.words[c] == "in" for n in tree.children[c]]
    return any(tree.lemmas[n] in nouns for n in below)
