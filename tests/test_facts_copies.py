from dataclasses import replace

from attributed.facts import findings_of
from attributed.facts.copies import copies_of
from attributed.knowledge import read_knowledge
from attributed.model import Article, Copy, CopyKind, Known, Passage, Zone, ZoneKind
from tests.made import article

HEAD = (
    "The army chief was put to death in the capital on charges that he built a faction of his own, an official said. "
    "Soldiers of his guard were sent to a camp in the north, and his deputy took over the command within one day. "
)
TAIL = "The ministry in Seoul could not confirm it, and state media have not named him since the spring of this year. "
OTHER = (
    "Fishing boats returned late to the harbours of the east coast after a storm had broken the masts of many. "
    "Traders in the markets said that squid cost twice as much as in the autumn before, and that few could pay for it. "
)
NOTICE = (
    "Readers who want to support our work can become members and receive a letter every week with the best stories. "
)


def page(name: str, text: str, *, outlet: str | None = None, day: str | None = None) -> Article:
    made = article(text, id=name)
    return replace(
        made,
        outlet=Known(outlet, "given") if outlet else made.outlet,
        published=Known(day, "given") if day else made.published,
    )


def copies(*articles: Article) -> list[tuple[str, str, CopyKind]]:
    names = {one.sha256: one.id for one in articles}
    return [(names[copy.article], names[copy.of], copy.kind) for copy in found(*articles)]


def found(*articles: Article) -> tuple[Copy, ...]:
    return copies_of(articles, read_knowledge())


def test_an_article_with_the_words_of_an_earlier_one_is_its_copy() -> None:
    early, late = page("early", HEAD + TAIL, day="2016-02-10"), page("late", HEAD + TAIL, day="2016-02-12")
    assert copies(late, early) == [("late", "early", CopyKind.SAME_WORDS)]


def test_without_dates_the_first_given_is_taken_for_the_original() -> None:
    assert copies(page("a", HEAD + TAIL), page("b", HEAD + TAIL)) == [("b", "a", CopyKind.SAME_WORDS)]


def test_a_shared_passage_is_found_with_its_place_in_both() -> None:
    a, b = page("a", HEAD + TAIL), page("b", OTHER + HEAD)
    (copy,) = found(a, b)
    assert copy.kind is CopyKind.SHARED_PASSAGES
    assert 0.3 < copy.share < 0.7
    ((ours, theirs),) = copy.passages
    assert ours.of(b.text) == theirs.of(a.text) == HEAD.strip().rstrip(".")


def test_a_changed_word_does_not_hide_a_copy() -> None:
    changed = (HEAD + TAIL).replace("deputy", "vice commander").replace("spring", "winter")
    assert copies(page("a", HEAD + TAIL), page("b", changed)) == [("b", "a", CopyKind.SAME_WORDS)]


def test_articles_about_other_things_are_no_copies() -> None:
    assert copies(page("a", HEAD + TAIL), page("b", OTHER)) == []


def test_a_notice_on_many_pages_of_an_outlet_is_no_copy() -> None:
    own_words = [" ".join(f"{word}{n}" for n in range(90)) + ". " for word in ("rice", "coal", "fish", "steel", "salt")]
    pages = [page(f"p{n}", words + NOTICE, outlet="The Daily") for n, words in enumerate(own_words)]
    assert copies(*pages) == []
    assert copies(*pages[:2]) != []  # on two pages it could be a passage taken over


def test_a_wire_story_printed_by_many_is_a_copy_in_each() -> None:
    pages = [page(f"p{n}", HEAD + TAIL, outlet=f"Paper {n}") for n in range(8)]
    assert [(copy, of) for copy, of, _ in copies(*pages)] == [(f"p{n}", "p0") for n in range(1, 8)]


def test_a_wire_credit_in_both_makes_a_wire_copy() -> None:
    credited = "SEOUL (Yonhap) -- " + HEAD + TAIL
    pages = [page(name, credited, outlet=f"Paper {name}") for name in "ab"]
    assert copies(*pages) == [("b", "a", CopyKind.WIRE)]


def test_a_marked_title_makes_an_update() -> None:
    first = page("a", HEAD + TAIL)
    title = "(2nd LD) Army chief executed"
    text = f"{title}\n{HEAD}{OTHER}"
    zones = (Zone(ZoneKind.TITLE, Passage(0, len(title))), Zone(ZoneKind.BODY, Passage(len(title) + 1, len(text))))
    assert copies(first, replace(page("b", text), zones=zones)) == [("b", "a", CopyKind.UPDATE)]


def test_only_bodies_count() -> None:
    furniture = [replace(one, zones=()) for one in (page("a", HEAD + TAIL), page("b", HEAD + TAIL))]
    assert copies(*furniture) == []


def test_nothing_given_nothing_found() -> None:
    assert findings_of([], read_knowledge()).facts == ()
    assert found() == ()
