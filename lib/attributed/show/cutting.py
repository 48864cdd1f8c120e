"""A long section made usable: what is beyond a size is folded, what is beyond a larger one is left to the exports."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from attributed.show.tree import (
    Block,
    Card,
    Citation,
    Figure,
    Folded,
    Inline,
    Items,
    Manner,
    Paragraph,
    Table,
    Text,
)

OPEN, MOST = 50, 120  # cards, rows, items, entries: shown openly, shown at all
MOST_CITED = 24  # numbers of claims in a row
Part = TypeVar("Part")


def cut_blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks of one section with what is long folded and what is very long cut; cutting again changes nothing."""
    entries = [place for place, block in enumerate(blocks) if _kind(block)]
    if len(entries) > MOST:
        blocks = (*blocks[: entries[MOST]], Paragraph((Text(statement(len(entries), "entries")),), Manner.EMPTY))
    yield from _cut_runs(blocks)


def _cut_runs(section: Sequence[Block]) -> Iterator[Block]:
    for kind, run in groupby(section, key=_kind):
        blocks = list(run)
        if kind is None:
            for block in blocks:
                yield from _cut_block(block)
        else:
            yield from _cut_run([_without_long_rows_of_numbers(block) for block in blocks], "entries")


def _kind(block: Block) -> str | None:
    """Blocks that come in long runs: cards, and one-line entries."""
    if isinstance(block, Card):
        return "card"
    return "entry" if isinstance(block, Paragraph) and block.manner is Manner.ENTRY else None


def _cut_run(blocks: Sequence[Block], what: str) -> Iterator[Block]:
    shown, folded, rest = _parts(blocks)
    yield from shown
    if folded:
        yield Folded(
            (Text(f"{_numbers(len(shown) + 1, len(shown) + len(folded))} of {len(blocks):,} {what}"),), tuple(folded)
        )
    if rest:
        yield Paragraph((Text(statement(len(blocks), what)),), Manner.EMPTY)


def _cut_block(block: Block) -> Iterator[Block]:
    match block:
        case Table():
            yield from _cut_table(block)
        case Items(items):
            shown, folded, rest = _parts(items)
            yield replace(block, items=tuple(shown))
            if folded:
                summary = f"{_numbers(len(shown) + 1, len(shown) + len(folded))} of {len(items):,} items"
                yield Folded((Text(summary),), (replace(block, items=tuple(folded)),))
            if rest:
                yield Paragraph((Text(statement(len(items), "items")),), Manner.EMPTY)
        case Figure(table=Table() as table) if len(table.rows) > MOST:
            caption = f"{table.caption}. {statement(len(table.rows), 'rows')}"
            yield replace(block, table=_short_cells(replace(table, rows=table.rows[:MOST], caption=caption)))
        case _:
            yield _without_long_rows_of_numbers(block)


def _cut_table(table: Table) -> Iterator[Block]:
    shown, folded, rest = _parts(table.rows)
    yield _short_cells(replace(table, rows=tuple(shown)))
    if folded:
        summary = f"{_numbers(len(shown) + 1, len(shown) + len(folded))} of {len(table.rows):,} rows"
        yield Folded((Text(summary),), (_short_cells(replace(table, rows=tuple(folded), caption=summary)),))
    if rest:
        yield Paragraph((Text(statement(len(table.rows), "rows")),), Manner.EMPTY)


def _parts(things: Sequence[Part]) -> tuple[list[Part], list[Part], list[Part]]:
    return list(things[:OPEN]), list(things[OPEN:MOST]), list(things[MOST:])


def _numbers(first: int, last: int) -> str:
    return f"{first} to {last}"


def statement(count: int, what: str) -> str:
    """What a reader is told where something is left out."""
    return f"The first {MOST} of {count:,} {what} are printed; all are in facts.csv and claims.csv beside this file."


def _short_cells(table: Table) -> Table:
    rows = (tuple(_short_numbers(cell) for cell in row) for row in table.rows)
    return replace(table, rows=tuple(rows))


def _without_long_rows_of_numbers(block: Block) -> Block:
    match block:
        case Paragraph(parts):
            return replace(block, parts=_short_numbers(parts))
        case Card(blocks) | Folded(blocks=blocks):
            return replace(block, blocks=tuple(_without_long_rows_of_numbers(inner) for inner in blocks))
        case Table():
            return _short_cells(block)
        case _:
            return block


def _short_numbers(parts: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Some words in which no more than a few numbers of claims stand in a row."""
    kept: list[Inline] = []
    for is_number, run in groupby(parts, key=lambda part: isinstance(part, Citation) and part.id is None):
        found = list(run)
        kept += found[:MOST_CITED] if is_number else found
        if is_number and len(found) > MOST_CITED:
            kept.append(Text(f" and {len(found) - MOST_CITED:,} more "))
    return tuple(kept)
