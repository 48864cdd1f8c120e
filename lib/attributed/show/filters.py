"""Filters on what a cell shows in JupyterLab: lists to choose from and rules of style, no program, no kernel asked."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

FEWEST = 2  # labels to choose between


@dataclass(frozen=True, slots=True)
class Filter:
    """A question to choose an answer to, and which answers hold for an element of the display, by its id."""

    name: str
    labels: Mapping[str, Collection[str]]

    @property
    def choices(self) -> list[str]:
        return sorted({label for labels in self.labels.values() for label in labels}, key=_in_order)


def _in_order(label: str) -> list[tuple[int, str]]:
    """By letters, and numbers by their size."""
    return [(int(part) if part.isdecimal() else 0, part) for part in re.split(r"(\d+)", label)]


def tokens(filters: Sequence[Filter]) -> dict[str, str]:
    """For each element the choices that it fits, as words of an attribute."""
    found: dict[str, list[str]] = {}
    for number, one in enumerate(filters):
        places = {label: place for place, label in enumerate(one.choices)}
        for name, labels in one.labels.items():
            found.setdefault(name, []).extend(f"{number}-{places[label]}" for label in labels)
    return {name: " ".join(dict.fromkeys(fitting)) for name, fitting in found.items()}


def bar(filters: Sequence[Filter]) -> str:
    """The lists, with the rules that hide what does not fit; nothing where there is nothing to choose."""
    lists = list(_lists(filters))
    if not lists:
        return ""
    rules = "".join(_rule(f"{n}-{place}") for n, one in enumerate(filters) for place in range(len(one.choices)))
    # JupyterLab would take the arrow keys for its own, were it not told to leave them.
    return (
        f'<style>{rules}</style><div class="filters" role="group" aria-label="Filter" '
        f'data-lm-suppress-shortcuts="true">{"".join(lists)}</div>'
    )


def _lists(filters: Sequence[Filter]) -> Iterator[str]:
    for number, one in enumerate(filters):
        if len(one.choices) >= FEWEST:
            options = "".join(
                f'<option value="{number}-{place}">{escape(label)}</option>' for place, label in enumerate(one.choices)
            )
            yield f"<label>{escape(one.name)} <select><option>all</option>{options}</select></label>"


def _rule(token: str) -> str:
    fits = f'[data-f~="{token}"]'
    return (
        f'.attributed.lab:has(option[value="{token}"]:checked){{'
        f":is(.claim,.card,.number,details)[data-f]:not({fits}),.card:has(.claim):not(:has({fits})){{display:none}}"
        f"mark[data-f]:not({fits}){{text-decoration-color:transparent}}}}"
    )
