"""Two people, or two governments, who speak with one voice: "Lee and Park said" is nobody's word alone."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from attributed.claims.names import Names
from attributed.claims.speaker import Described
from attributed.claims.tree import Tree
from attributed.model import Mention, Passage

JOINED = frozenset({"conj", "appos"})


def as_pair(
    described: Described, source: Sequence[Passage], names: Names, tree: Tree, root_of: Callable[[Mention], str]
) -> Described:
    """A named speaker as one of all those named with it."""
    people = [m for m in names.within("people", source) if _is_joined(tree.tokens(m.passage)[-1], described, tree)]
    if len(people) < 2 or not described.is_person:
        return described
    return as_one_voice([replace(described, name=mention.name, root=root_of(mention)) for mention in people])


def as_one_voice(several: Sequence[Described]) -> Described:
    """Some who are named together as one speaker, who has the words and the kind of the first."""
    roots = tuple(dict.fromkeys(one.root for one in several if one.root))
    if len(roots) < 2:
        return several[0]
    called = [one.name for one in several]
    name = " and ".join([", ".join(called[:-1]), called[-1]])
    return replace(several[0], name=name, root=" + ".join(sorted(roots)), is_plural=True, members=roots)


def _is_joined(name: int, described: Described, tree: Tree) -> bool:
    """Whether a name stands at the head of a source or beside it, behind "and"."""
    conjoined = False
    while tree.deps[name] in JOINED and tree.heads[name] in described.tokens:
        conjoined |= tree.deps[name] == "conj"
        name = tree.heads[name]
    # "Lee, an adviser to Park and Baker" speaks for neither
    is_other = tree.deps[name] == "pobj" and tree.heads[name] in described.tokens
    return name in described.tokens and not is_other and (tree.heads[name] not in described.tokens or conjoined)
