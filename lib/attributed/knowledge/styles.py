"""How a reader wants listed names written: the styles that a subject's romanisation.toml gives for people's names."""

from collections.abc import Mapping

from attributed import paths
from attributed.errors import BadRequest
from attributed.knowledge.records import RomanisationFile, WritingStyle
from attributed.knowledge.subject import Person
from attributed.knowledge.tables import read_toml

AS_LISTED = "listed"


def names_in_style(style: str, subject: str, people: Mapping[str, Person]) -> Mapping[str, str]:
    """Listed names that a style writes otherwise: "Kim Jong Un" -> "Kim Jong-un"; BadRequest for an unknown style."""
    path = paths.SUBJECTS / subject / "romanisation.toml"
    rules = read_toml(path, RomanisationFile) if path.is_file() else RomanisationFile()
    known = {AS_LISTED: WritingStyle(), **rules.styles}
    if style not in known:
        raise BadRequest(f"romanisation is {style!r}; the subject {subject} has: {', '.join(known)}")
    listed = (person.name for person in people.values() if person.country in rules.countries)
    written = {name: _written(name, known[style]) for name in listed}
    return {name: other for name, other in written.items() if other != name}


def _written(name: str, style: WritingStyle) -> str:
    """The surname stands first and apart; only the syllables of a given name are joined."""
    surname, *given = name.split()
    first, *later = given or [""]
    syllables = [first, *(syllable.lower() if style.is_lower else syllable for syllable in later)]
    return f"{surname} {style.joint.join(syllables)}".rstrip()
