"""matplotlib's SVG, said as shortly as a screen and a printer allow."""

import io
import re

METADATA = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)
DECIMALS = re.compile(r"\b([1-9]\d*\.\d)\d+")  # not those below one: they are scales
UNUSED = re.compile(r"<!--.*?-->| id=\"(?:[a-z]+[0-9]*d?_\d+)\"|(?<=\d)\.0(?= |\")", re.DOTALL)
NUMBER = re.compile(r"-?\d+")
LETTER = re.compile(r'(<use href="#[^"]+") transform="translate\(([\d.-]+) 0\)"/>')
GLYPH = re.compile(r'd="([^"]+)" transform="scale\(0\.015625\)"')  # an outline in 64ths of a font's units
COARSER = 16  # an em is then 256 steps wide: finer than any screen or printer shows it at these sizes
PATH = re.compile(r'(?<= d=")[^"]+')
COMMAND = re.compile(r"([MLQCz])([^MLQCz]*)")
POINTS = {"M": 2, "L": 2, "Q": 4, "C": 6, "z": 1}  # numbers to a step
SPACE = re.compile(r"(?<=[a-z]) ")


def svg_of(buffer: io.StringIO) -> str:
    """The <svg> element alone, without metadata, and as short as it can be said for a screen and for print."""
    text = METADATA.sub("", buffer.getvalue())
    text = " ".join(DECIMALS.sub(r"\1", text[text.index("<svg") :]).split()).replace("> <", "><")
    text = UNUSED.sub("", text).replace("SourceSansPro-Regular-", "g").replace("xlink:href", "href")
    text = GLYPH.sub(coarser, LETTER.sub(lambda letter: f'{letter[1]} x="{round(float(letter[2]))}"/>', text))
    return PATH.sub(lambda path: stepwise(path[0]), text)


def coarser(glyph: re.Match[str]) -> str:
    """A letter's outline in shorter numbers, and the scale that makes up for it."""
    outline = NUMBER.sub(lambda number: str(round(int(number[0]) / COARSER)), glyph[1])
    return f'd="{outline}" transform="scale({COARSER / 64:g})"'


def stepwise(path: str) -> str:
    """A path from point to point, to a tenth of a point: "M 10 10 L 12 13 L 14 15" is "m10 10l2 3 2 2"."""
    at, start, before, told = [0, 0], [0, 0], "", []
    for command, numbers in COMMAND.findall(path):
        places = [round(float(number) * 10) for number in numbers.split()]
        for first in range(0, len(places), POINTS[command]):
            points = places[first : first + POINTS[command]]
            steps = [place - at[number % 2] for number, place in enumerate(points)]
            told.append(("" if command == before else command.lower()) + "".join(map(spaced, steps)))
            at, before = points[-2:], command
        if command == "M":
            start = at
        elif command == "z":
            told.append("z")
            at, before = start, ""
    return SPACE.sub("", "".join(told))


def spaced(tenths: int) -> str:
    """A number as a path has it, in the fewest letters: " 12", " .5", "-3"."""
    shown = f"{tenths / 10:g}".replace("0.", ".", 1) if abs(tenths) < 10 else f"{tenths / 10:g}"
    return shown if shown.startswith("-") else f" {shown}"
