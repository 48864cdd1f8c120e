"""Listed names written in the reader's style, wherever we print them; an article's words stay as they are."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from attributed.briefing import Briefing, Source
from attributed.model import Article, Link, Mention, Root

NAMED = (Link, Mention, Root, Source)


def in_style(briefing: Briefing, names: Mapping[str, str]) -> Briefing:
    """The briefing with some canonical names replaced by others; ids, passages and texts are untouched."""
    if not names:
        return briefing
    known: dict[int, Any] = {}

    def written(value: Any) -> Any:
        if id(value) not in known:
            known[id(value)] = _rewritten(value)
        return known[id(value)]

    def _rewritten(value: Any) -> Any:
        if isinstance(value, tuple):
            parts = tuple(map(written, value))
            return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
        if not is_dataclass(value) or isinstance(value, Article | type):
            return value
        held = {field.name: getattr(value, field.name) for field in fields(value)}
        changed = {name: new for name, old in held.items() if (new := written(old)) is not old}
        if isinstance(value, NAMED) and value.name and value.name in names:
            changed["name"] = names[value.name]
        return replace(value, **changed) if changed else value

    styled: Briefing = written(briefing)
    return styled
