"""The English word lists of a claim's particulars: counts, access, deeds, outlook, causes; checked when read."""

from functools import cache

from attributed import paths
from attributed.knowledge.tables import Strict, read_toml

Words = frozenset[str]


class Count(Strict):
    """counts.toml: numbers, vague quantities, and the phrases that bound a number."""

    numbers: dict[str, int]
    units: dict[str, int]
    fewest: dict[str, int]
    none: dict[str, Words]
    before: dict[str, Words]
    behind: dict[str, Words]
    ranges: dict[str, Words]
    measures: dict[str, Words]


class Access(Strict):
    """access.toml: how a source can know, why it is not named, for how many people it stands."""

    access: dict[str, Words]
    condition: dict[str, Words]


class Governed(Strict):
    """Nouns or verbs that count only together with a preposition or a place beside them."""

    verbs: Words = frozenset()
    nouns: Words = frozenset()
    prepositions: Words = frozenset()
    words: Words = frozenset()
    never_by: Words = frozenset()


class Charge(Strict):
    """What something is done for."""

    verbs: Words
    nouns: Words
    with_anything: Words
    of: Governed
    with_: Governed
    on: Governed
    never: Governed


class Method(Strict):
    """By what means something is done."""

    verbs: Words
    nouns: Words
    by: Governed
    in_: Governed
    manner: Governed


class Deeds(Strict):
    """deeds.toml."""

    does: Governed
    owned: Governed
    undergoes: Governed
    takes: Governed
    gives: Governed
    causes: Governed
    behind: Governed
    charge: Charge
    method: Method


class Outlook(Strict):
    """outlook.toml: what is to come, by when, and what is a sign of something."""

    forecast: dict[str, Words]
    horizon: dict[str, Words]
    sign: dict[str, Words]


class Unrealised(Strict):
    """unrealised.toml: what makes an event one that did not happen, or is only wanted."""

    undone: Words
    undone_before: Words
    undone_beside: Words
    intended: Words
    intended_nouns: Words
    aimed: Words
    supposed: Words
    came_about: Words


class Verbs(Strict):
    """Verbs of causing, with the preposition before the other thing where they need one."""

    forward: Words
    never: Words
    forward_with: dict[str, str]
    backward_with: dict[str, str]


class Causes(Strict):
    """causes.toml."""

    verbs: Verbs
    phrases: dict[str, Words]


@cache
def count_words() -> Count:
    """counts.toml, read once; raises BadKnowledge."""
    return read_toml(paths.LANGUAGES / "english/counts.toml", Count)


@cache
def access_words() -> Access:
    """access.toml, read once; raises BadKnowledge."""
    return read_toml(paths.LANGUAGES / "english/access.toml", Access)


@cache
def deed_words() -> Deeds:
    """deeds.toml, read once; raises BadKnowledge."""
    return read_toml(paths.LANGUAGES / "english/deeds.toml", Deeds)


@cache
def outlook_words() -> Outlook:
    """outlook.toml, read once; raises BadKnowledge."""
    return read_toml(paths.LANGUAGES / "english/outlook.toml", Outlook)


@cache
def unrealised_words() -> Unrealised:
    """unrealised.toml, read once; raises BadKnowledge."""
    return read_toml(paths.LANGUAGES / "english/unrealised.toml", Unrealised)


@cache
def cause_words() -> Causes:
    """causes.toml, read once; raises BadKnowledge."""
    return read_toml(paths.LANGUAGES / "english/causes.toml", Causes)
