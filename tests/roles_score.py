"""How well the roles of events and the standing of sources are found, on hand marks (data/gold/news_roles.jsonl).

usage: roles_score.py [--half dev|held_out] [--errors]

A line of the marks: doc, half, field, start, end and, where the field has one, a value. The texts stay in
shared/corpora. Right is what overlaps a mark of the same field with the same value. The value of affected and agents
is the event, of count and sources [fewest, most], of outlook its kind. An outlook has no passage of its own: the
claim's words must hold the mark. People and bodies count for events that change somebody's standing only, and only
where they are named.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from attributed import paths
from attributed.claims import extract_claims
from attributed.claims.pronouns import ALONE
from attributed.knowledge import Knowledge, read_knowledge
from attributed.model import Claim, Count, Extraction, Mention
from attributed.reading import article_from_text, read_page_words

CORPORA = paths.PROJECT.parent / "shared/corpora"
SOURCES = ("news/articles.jsonl", "pool/wikinews_2019_2020.jsonl")
FIELDS = (
    "affected", "agents", "count", "charge", "method", "outlook", "horizon", "cause", "access", "condition", "sources",
)  # fmt: skip

Place = tuple[tuple[int, int], Any]  # where it stands, and its value


def found_in(extraction: Extraction, knowledge: Knowledge) -> dict[str, set[Place]]:
    """What the extraction has for each field, each place once."""
    found: dict[str, set[Place]] = defaultdict(set)
    for claim in extraction.claims:
        for field, place in _of_claim(claim, knowledge):
            found[field].add(place)
        for link in claim.chain:
            for field, passage in (("access", link.access), ("condition", link.condition)):
                if passage:
                    found[field].add(((passage.start, passage.end), None))
            if link.count:
                found["sources"].add(_counted(link.count))
    return found


def _of_claim(claim: Claim, knowledge: Knowledge) -> Iterator[tuple[str, Place]]:
    if claim.event and knowledge.events[claim.event].status:
        named = (mention for mention in claim.affected if mention.rule != ALONE)  # pronouns are not marked
        yield from (("affected", _named(mention, claim.event)) for mention in named)
        yield from (("agents", _named(mention, claim.event)) for mention in claim.agents)
    if claim.count:
        yield "count", _counted(claim.count)
    for field, passage in (("charge", claim.charge), ("method", claim.method), ("horizon", claim.horizon.passage)):
        if passage:
            yield field, ((passage.start, passage.end), None)
    if claim.outlook:
        yield ("outlook", ((claim.content[0].start, claim.content[-1].end), claim.outlook.value))
    for cause in claim.causes:
        yield "cause", ((cause.cue.start, cause.cue.end), None)


def _named(mention: Mention, event: str) -> Place:
    return (mention.passage.start, mention.passage.end), event


def _counted(count: Count) -> Place:
    return (count.passage.start, count.passage.end), (count.fewest, count.most)


def _agree(one: Place, other: Place) -> bool:
    (start, end), value = one
    return start < other[0][1] and other[0][0] < end and value == other[1]


def compare(marks: set[Place], found: set[Place]) -> dict[str, set[Place]]:
    """Marks that were found, findings that are marked, and the rest of both."""
    hit = {mark for mark in marks if any(_agree(mark, one) for one in found)}
    right = {one for one in found if any(_agree(mark, one) for mark in marks)}
    return {"marks": marks, "hit": hit, "found": found, "right": right, "missed": marks - hit, "wrong": found - right}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--half", choices=("dev", "held_out"))
    arguments.add_argument("--errors", action="store_true")
    chosen = arguments.parse_args()
    rows = [json.loads(line) for line in (paths.GOLD / "news_roles.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if chosen.half in (None, row["half"])]
    halves = {row["doc"]: row["half"] for row in rows}
    texts = _texts(halves)
    knowledge, page = read_knowledge(), read_page_words()
    totals: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for extraction in extract_claims((article_from_text(doc, texts[doc], page) for doc in sorted(halves)), knowledge):
        doc, found = extraction.article.id, found_in(extraction, knowledge)
        for field in FIELDS:
            marks = {_mark(row) for row in rows if (row["doc"], row["field"]) == (doc, field)}
            result = compare(marks, found[field])
            totals[halves[doc], field].update({name: len(places) for name, places in result.items()})
            if chosen.errors:
                _print_errors(doc, field, result, texts[doc])
    print(f"{'half':9} {'field':10} marks recall  found precision")
    for half, field in sorted(totals, key=lambda key: (key[0], FIELDS.index(key[1]))):
        count = totals[half, field]
        recall, precision = _share(count["hit"], count["marks"]), _share(count["right"], count["found"])
        print(f"{half:9} {field:10} {count['marks']:5} {recall:>6} {count['found']:6} {precision:>9}")


def _texts(docs: Collection[str]) -> dict[str, str]:
    lines = (line for source in SOURCES for line in (CORPORA / source).read_text(encoding="utf-8").splitlines())
    return {row["id"]: row["text"] for row in map(json.loads, lines) if row["id"] in docs}


def _print_errors(doc: str, field: str, result: Mapping[str, set[Place]], text: str) -> None:
    for kind in ("missed", "wrong"):
        for (start, end), value in sorted(result[kind], key=str):
            print(f"{doc} {field} {kind}: {text[start:end][:110]!r} {value or ''}".replace("\n", " "))


def _mark(row: dict[str, Any]) -> Place:
    value = row.get("value")
    return (row["start"], row["end"]), tuple(value) if isinstance(value, list) else value


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "-"


if __name__ == "__main__":
    main()
