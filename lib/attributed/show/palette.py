"""The colours: one for each voice, each doubled by a line of its own, in light and in dark."""

from dataclasses import dataclass

from attributed.show.tree import Voice


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour on white and on near-black (4.5:1 or better), and the underline that goes with it."""

    light: str
    dark: str
    line: str  # a CSS text-decoration-style
    label: str


VOICES = {
    Voice.STATE: Ink("#8a3b12", "#f0a77e", "solid", "state media"),
    Voice.OFFICIAL: Ink("#1f5a7a", "#8cc4e6", "double", "officials and official bodies"),
    Voice.ANONYMOUS: Ink("#5b3f8c", "#c3adf0", "dashed", "sources who are not named"),
    Voice.EXPERT: Ink("#2f6b3a", "#94d1a0", "dotted", "experts"),
    Voice.OTHER: Ink("#7a4a6a", "#e0afd0", "wavy", "other outlets, documents, others"),
    Voice.OWN: Ink("#5b6470", "#aab4c0", "solid", "the article’s own words"),
}
PAGE = {  # name: on paper, in the dark
    "ink": ("#1b2430", "#e6e9ed"),
    "soft": ("#566170", "#a9b3bf"),
    "line": ("#d9dee4", "#3a434e"),
    "paper": ("#ffffff", "#14181d"),
    "wash": ("#f5f7f9", "#1d232a"),
    "link": ("#0b5394", "#8ab8f0"),
    "mark": ("#fff3c4", "#4d4319"),
    "warn": ("#9a3412", "#f2a27c"),
}


def css_variables(*, dark: bool) -> str:
    """The colours as CSS custom properties."""
    page = (f"--{name}:{pair[dark]}" for name, pair in PAGE.items())
    voices = (f"--{voice}:{ink.dark if dark else ink.light}" for voice, ink in VOICES.items())
    return ";".join([*page, *voices])


def typst_variables() -> str:
    """The colours as Typst definitions, for paper."""
    page = (f'  {name}: rgb("{pair[0]}"),' for name, pair in PAGE.items())
    voices = (f'  {voice}: rgb("{ink.light}"),' for voice, ink in VOICES.items())
    return "\n".join(["#let colours = (", *page, *voices, ")"]) + "\n"
