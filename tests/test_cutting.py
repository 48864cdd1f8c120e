"""A long document stays usable: folded beyond a size, cut beyond a larger one, and it says so."""

from attributed.publish.cutting import cut
from attributed.publish.document import Document, document_of
from attributed.show.cutting import MOST, MOST_CITED, OPEN
from attributed.show.tree import (
    Block,
    Card,
    Citation,
    Folded,
    Heading,
    Items,
    Manner,
    Paragraph,
    Table,
    Text,
    plain,
    walk,
)


def document(*blocks: Block) -> Document:
    return document_of([Heading(2, (Text("What is reported"),)), *blocks], name="x")


def words(number: int, manner: Manner = Manner.PLAIN) -> Paragraph:
    return Paragraph((Text(f"thing {number}"),), manner)


def told(document: Document) -> list[str]:
    return [node.text for node in walk(document.blocks) if isinstance(node, Text)]


def test_a_short_document_stays_as_it_is() -> None:
    short = document(*(Card((words(n),)) for n in range(OPEN)), Table(((Text("a"),),), (((Text("1"),),),)))
    assert cut(short) == short


def test_a_long_run_of_cards_is_folded() -> None:
    [section] = cut(document(*(Card((words(n),)) for n in range(OPEN + 5)))).sections
    assert len(section.blocks) == OPEN + 1
    folded = section.blocks[-1]
    assert isinstance(folded, Folded)
    assert plain(folded.summary) == f"{OPEN + 1} to {OPEN + 5} of {OPEN + 5} entries"
    assert len(folded.blocks) == 5


def test_a_very_long_run_is_cut_and_says_where_the_rest_is() -> None:
    shortened = cut(document(*(Card((words(n),)) for n in range(5000))))
    assert len([node for node in walk(shortened.blocks) if isinstance(node, Card)]) == MOST
    assert told(shortened)[-1].startswith(f"The first {MOST} of 5,000 entries are printed")


def test_entries_under_many_headings_are_counted_together() -> None:
    blocks: list[Block] = []
    for number in range(MOST + 50):
        blocks += [Heading(3, (Text(f"article {number}"),)), words(number, Manner.ENTRY)]
    shortened = cut(document(*blocks))
    assert f"thing {MOST - 1}" in told(shortened)
    assert f"thing {MOST}" not in told(shortened)
    assert any(line.startswith(f"The first {MOST} of {MOST + 50} entries") for line in told(shortened))


def test_a_long_table_and_a_long_list_are_folded_and_cut() -> None:
    rows = tuple(((Text(f"row {n}"),),) for n in range(MOST + 1))
    items = tuple((words(n),) for n in range(MOST + 1))
    shortened = cut(document(Table(((Text("a"),),), rows), Items(items)))
    assert [len(node.rows) for node in walk(shortened.blocks) if isinstance(node, Table)] == [OPEN, MOST - OPEN]
    assert [len(node.items) for node in walk(shortened.blocks) if isinstance(node, Items)] == [OPEN, MOST - OPEN]
    assert sum(line.startswith(f"The first {MOST} of {MOST + 1}") for line in told(shortened)) == 2


def test_numbers_of_claims_in_a_row_are_counted_beyond_a_few() -> None:
    numbers = tuple(Citation(number, f"#claim-{number}") for number in range(1, MOST_CITED + 11))
    shortened = cut(document(Paragraph((Text("Told "), *numbers)), Table(((Text("a"),),), ((numbers,),))))
    assert len([node for node in walk(shortened.blocks) if isinstance(node, Citation)]) == 2 * MOST_CITED
    assert told(shortened).count(" and 10 more ") == 2
