"""Where a claim's event took place: the places its content names, or the speaker's own where it says "the region"."""

from collections.abc import Sequence

from attributed.claims.drafts import Draft
from attributed.claims.names import Names
from attributed.claims.tree import Tree
from attributed.claims.words import ClaimWords
from attributed.model import Mention, Passage

MODIFIERS = frozenset({"compound", "amod", "nmod"})


def places_of(
    draft: Draft, content: Sequence[Passage], names: Names, tree: Tree, words: ClaimWords
) -> tuple[Mention, ...]:
    """The places of a claim, each once; not those that only say whose official or ministry somebody is."""
    places = (m for passage in content for m in names.all_within("places", passage))
    named: dict[str, Mention] = {}
    for mention in places:
        is_country = mention.id is None or mention.id in names.countries
        tokens = tree.tokens(mention.passage)
        tells_hour = tree.words[tokens[-1] + 1 : tokens[-1] + 2] == ["time"] if tokens else False  # "Tokyo time"
        if (
            not tells_hour
            and not (is_country and _tells_whose(tokens, names, tree, words))
            and not _names_body(tokens, tree, words)
        ):
            named.setdefault(mention.id or mention.name, mention)
    if named or not draft.voices or not any(_points_at_place(i, tree, words) for i in draft.tokens):
        return tuple(named.values())
    return names.within("places", draft.voices[-1].source)[:1]


def _tells_whose(place: Sequence[int], names: Names, tree: Tree, words: ClaimWords) -> bool:
    """Whether a place only says whose something is: "U.S. officials", "Seoul's Unification Ministry", "Syria's Ahmad".

    "A North Korean missile" may be anywhere; "North Korean soil" and "a North Korean prison" lie in North Korea.
    """
    if not place:
        return False
    token = place[-1]
    while tree.deps[token] in MODIFIERS and tree.heads[token] > token:
        token = tree.heads[token]
        if _is_office(token, tree, words) or (tree.parts[token] == "NOUN" and not _is_land(token, tree, words)):
            return True
    if tree.deps[token] != "poss":
        return False
    owned = tree.heads[token]
    chain = [owned, *(c for c in tree.children[owned] if tree.deps[c] in MODIFIERS and c > token)]
    is_body = tree.parts[owned] == "PROPN" and tree.words[owned] in words.body_names["words"]
    is_body = is_body or words.kind_of_head(tree.lemmas[owned]) == "official_body"
    is_theirs = any(owned in tree.tokens(mention.passage) for mention in names.people)
    return is_body or is_theirs or any(tree.lemmas[i] in words.titles["all"] for i in chain)


def _is_land(noun: int, tree: Tree, words: ClaimWords) -> bool:
    """Whether a noun means somewhere: a piece of land, a building; a "city of Ningbo" is told by its name."""
    is_named = any(tree.words[c] == "of" for c in tree.children[noun]) or any(
        tree.deps[c] == "appos" for c in tree.children[noun]
    )
    return tree.lemmas[noun] in words.places["kinds"] | words.places["lands"] and not is_named


def _names_body(tokens: Sequence[int], tree: Tree, words: ClaimWords) -> bool:
    """As in "the University of Virginia"."""
    of = tree.heads[tokens[-1]] if tokens else 0
    body = tree.heads[of]
    is_part = bool(tokens) and tree.deps[tokens[-1]] == "pobj" and tree.words[of] == "of" and of == body + 1
    return is_part and tree.is_capital(body) and tree.words[body] in words.titles["institutes"]


def _is_office(token: int, tree: Tree, words: ClaimWords) -> bool:
    lemma = tree.lemmas[token]
    return (
        lemma in words.titles["all"] | words.people["nouns"]
        or words.kind_of_head(lemma) not in {None, "document"}
        or (tree.parts[token] == "PROPN" and tree.words[token] in words.body_names["words"])
    )


def _points_at_place(token: int, tree: Tree, words: ClaimWords) -> bool:
    """A kind of place with no name of its own: the region, one province."""
    if tree.lemmas[token] not in words.places["kinds"]:
        return False
    children = tree.children[token]
    return any(tree.words[c] in words.places["determiners"] for c in children) and not any(
        tree.parts[c] == "PROPN" for c in children
    )
