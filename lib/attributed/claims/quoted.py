"""Whoever was quoted as saying what stands before it: "It was late, an officer was quoted as saying by the agency"."""

from collections.abc import Sequence

from attributed.claims.drafts import Heard
from attributed.claims.overlooked import opens_clause
from attributed.claims.tree import FINITE, Tree
from attributed.claims.words import ClaimWords


def hear_quoted(heard: Sequence[Heard], allowed: set[int], tree: Tree, words: ClaimWords) -> list[Heard]:
    """The attributions with those that the engine left out, and those put right that took for said who quoted it."""
    found = list(heard)
    for verb in sorted(i for i in allowed if tree.tags[i] == "VBN" and tree.lemmas[i] in words.relaying["cite"]):
        one = _clause_before(verb, allowed, tree, words)
        if one is None:
            continue
        here = [other for other in heard if other.cue & one.cue]
        if any(min(other.content, default=verb) < verb for other in here):
            continue
        found = [other for other in found if other not in here]
        found.append(one)
    return found


def _clause_before(verb: int, allowed: set[int], tree: Tree, words: ClaimWords) -> Heard | None:
    """What somebody "was quoted as saying", where the sentence begins with it."""
    below = tree.children[verb]
    speaker = next((c for c in below if tree.deps[c] == "nsubjpass" and c < verb), None)
    said = [c for as_ in below if tree.words[as_] == "as" for c in tree.children[as_] if tree.tags[c] == "VBG"]
    if speaker is None or len(said) != 1 or tree.lemmas[said[0]] not in words.inside["verbs"]:
        return None
    # the parser may take whoever is quoted for a gloss: "It tests a ship, an officer was quoted as saying"
    glosses = [c for c in tree.children[speaker] if tree.deps[c] == "appos" and c < verb]
    speaker = glosses[-1] if glosses and not opens_clause(tree.left[speaker], tree) else speaker
    first, start = tree.left[speaker], tree.sentences[tree.sentence[verb]][0]
    content = allowed.intersection(range(start, first))
    objects = {"ccomp"} if tree.lemmas[said[0]] in words.collecting["tell"] else {"ccomp", "dobj"}
    opens = any(tree.deps[c] in objects for c in tree.children[said[0]])  # "as saying that it was late"
    joined = first > start and tree.deps[first - 1] == "cc"  # "…, and the officer was quoted as saying so"
    if (
        tree.quoted[verb]
        or opens
        or joined
        or not opens_clause(first, tree)
        or not any(tree.tags[i] in FINITE for i in content)
    ):
        return None
    return Heard(set(range(first, tree.right[speaker] + 1)) & allowed, {verb, said[0]}, content)
