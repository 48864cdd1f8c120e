"""Facts of a large ledger: seconds and memory of each step from 1,000 to 10,000 articles, and of one topic and year.

usage: scale.py [--real N] [--sizes N ...] [--ledger FOLDER]

Real articles (news and pool of the corpora beside the checkout) are extracted into a ledger folder and kept there, as
extraction takes a second or two for each. The others are made of them: paragraphs of real claims drawn at random from
the articles of one outlet and put together under a new id, with a date of the outlet's span. So words, names and events
are as common as in the real ones; what is not real is which of them stand together, and no made article retells
another's story but in the sentences that it was given.
"""

import argparse
import gzip
import hashlib
import json
import random
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from attributed import paths
from attributed.facts import findings, findings_of, joining
from attributed.knowledge import Knowledge, read_knowledge
from attributed.ledger import Ledger
from attributed.model import UNKNOWN, Article, Claim, Extraction, Known, Passage, Zone, ZoneKind

CORPORA = paths.PROJECT.parent / "shared/corpora"
SOURCES = (CORPORA / "news/articles.jsonl", CORPORA / "pool/allsides_9k.jsonl.gz")
CLAIMS = 25  # of a made article, at most
TOPIC = frozenset({"detention", "sentence", "execution", "purge"})
SEED = 20
STEPS = {  # where findings_of calls each
    "copies": (findings, "copies_of"),
    "slots": (findings, "tellings_of"),
    "repeats": (findings, "repeats_in"),
    "joining": (joining.Groups, "join"),
    "origins": (findings, "setting_of"),
    "roots": (findings, "roots_of_fact"),
    "backward": (findings, "taken_up"),
    "conflicts": (findings, "conflicts_between"),
    "leads": (findings, "unsupported_in"),
}


def rows() -> Iterator[dict[str, Any]]:
    for source in SOURCES:
        with (
            gzip.open(source, "rt", encoding="utf-8") if source.suffix == ".gz" else source.open(encoding="utf-8") as f
        ):
            yield from map(json.loads, f)


def real_extractions(count: int, folder: Path, knowledge: Knowledge) -> list[Extraction]:
    """The first real articles with their claims, extracted where the ledger in the folder lacks them."""
    from attributed.claims import extract_claims
    from attributed.fingerprints import extractor_fingerprint
    from attributed.reading import article_from_text, read_page_words

    page, fingerprint = read_page_words(), extractor_fingerprint(knowledge.fingerprint)
    articles: dict[str, Article] = {}
    for row in rows():
        day = row["date"] if str(row.get("date") or "")[:2] in {"19", "20"} else None
        article = article_from_text(row["id"], row["text"], page, outlet=row.get("outlet"), published=day)
        articles[article.sha256] = article
        if len(articles) == count:
            break
    store = Ledger(folder)
    lacking = [articles[sha256] for sha256 in store.missing(articles, fingerprint)]
    store.add(extract_claims(lacking, knowledge), fingerprint=fingerprint)
    return store.extractions(articles, fingerprint)


@dataclass(frozen=True)
class Drawn:
    """A real claim and the article that has it."""

    claim: Claim
    article: Article


def made_extractions(real: Sequence[Extraction], count: int) -> Iterator[Extraction]:
    """Articles put together of real outermost claims of one outlet, a few in the words that others have as well."""
    chance = random.Random(SEED)  # noqa: S311 - repeatable, no secret
    by_outlet: dict[str | None, list[Drawn]] = {}
    days: dict[str | None, list[Known]] = {}
    for extraction in real:
        outlet = extraction.article.outlet.value
        drawn = [Drawn(claim, extraction.article) for claim in extraction.claims if claim.nested_in is None]
        by_outlet.setdefault(outlet, []).extend(drawn)
        days.setdefault(outlet, []).append(extraction.article.published)
    outlets = [outlet for outlet, drawn in by_outlet.items() if len(drawn) > 4 * CLAIMS]
    weights = [len(by_outlet[outlet]) for outlet in outlets]
    for number in range(count):
        (outlet,) = chance.choices(outlets, weights)
        parts = chance.sample(by_outlet[outlet], chance.randint(5, CLAIMS))
        yield _made(f"made-{number}", parts, chance.choice(days[outlet]))


def _made(name: str, parts: Sequence[Drawn], published: Known) -> Extraction:
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    text, claims = "", []
    for number, part in enumerate(parts):
        whole = Passage(part.claim.content[0].start, part.claim.content[-1].end)
        moved = _moved(part.claim, len(text) - whole.start, whole)
        claims.append(replace(moved, id=f"c{sha256[:6]}{number}", article=sha256))
        text += whole.of(part.article.text) + "\n"
    zones = (Zone(ZoneKind.BODY, Passage(0, len(text))),)
    outlet = parts[0].article.outlet
    return Extraction(
        Article(name, sha256, text, Known("utf-8", "made"), zones, replace(published, passage=None), outlet),
        tuple(claims),
    )


def _moved(claim: Claim, by: int, whole: Passage) -> Claim:
    """A claim at another place; passages outside its own words are left out."""

    def move(passage: Passage) -> Passage:
        return Passage(passage.start + by, passage.end + by)

    kinds: dict[str, Any] = {
        kind: tuple(replace(m, passage=move(m.passage)) for m in getattr(claim, kind) if whole.covers(m.passage))
        for kind in ("people", "places", "organisations", "affected", "agents")
    }
    return replace(
        claim,
        source=(),
        cue=(),
        content=tuple(map(move, claim.content)),
        chain=tuple(replace(link, passage=None, access=None, condition=None) for link in claim.chain),
        time=Known(claim.time.value, claim.time.basis),
        count=None,
        charge=None,
        method=None,
        horizon=UNKNOWN,
        causes=(),
        **kinds,
    )


def timed(step: Callable[[], Any]) -> tuple[float, Any]:
    start = time.process_time()
    found = step()
    return time.process_time() - start, found


@contextmanager
def clocks() -> Iterator[dict[str, float]]:
    """Processor seconds of each step of findings_of while it runs, by name."""
    spent = dict.fromkeys(STEPS, 0.0)

    def clocked(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **options: Any) -> Any:
            def whole() -> Any:  # a generator works only when it is read
                found = step(*given, **options)
                return list(found) if isinstance(found, Iterator) else found

            seconds, found = timed(whole)
            spent[name] += seconds
            return found

        return run

    with ExitStack() as patches:
        for name, (place, function) in STEPS.items():
            patches.enter_context(patch.object(place, function, clocked(name, getattr(place, function))))
        yield spent


def steps_of(extractions: Sequence[Extraction], knowledge: Knowledge) -> dict[str, float]:
    """Processor seconds of each step, and of all together."""
    with clocks() as spent:
        whole, findings = timed(lambda: findings_of(extractions, knowledge))
    return {
        "articles": len(extractions),
        "claims": sum(len(extraction.claims) for extraction in extractions),
        "facts": len(findings.facts),
        "largest": max(len(fact.claims) for fact in findings.facts),
        **{f"{name} s": seconds for name, seconds in spent.items()},
        "other s": whole - sum(spent.values()),
        "all s": whole,
        "ms each": 1000 * whole / len(extractions),
        "peak MB": peak(),
    }


def peak() -> float:
    """The most memory that the process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def on_topic(extraction: Extraction, year: str) -> bool:
    """Whether an article of a year has a claim about the topic."""
    published = extraction.article.published.value or ""
    return published.startswith(year) and any(claim.event in TOPIC for claim in extraction.claims)


def show(figures: dict[str, float], *, with_names: bool) -> None:
    if with_names:
        print(*(f"{name:>10}" for name in figures))
    print(
        *(f"{value:>10,.1f}" if name.endswith(" s") else f"{value:>10,.0f}" for name, value in figures.items()),
        flush=True,
    )


def measured(extractions: Sequence[Extraction], sizes: Sequence[int], knowledge: Knowledge, year: str = "2017") -> None:
    """Print the figures of a topic and year first (its peak memory holds the extractions of all), then growth."""
    chosen = [extraction for extraction in extractions if on_topic(extraction, year)]
    taken, findings = timed(lambda: findings_of(chosen, knowledge))
    claims = sum(len(extraction.claims) for extraction in chosen)
    print(
        f"one topic in {year}: {len(chosen)} of {len(extractions)} articles, {claims} claims, "
        f"{len(findings.facts)} facts: {taken:.2f} s, peak {peak():,.0f} MB"
    )
    for number, size in enumerate(sizes):
        show(steps_of(extractions[:size], knowledge), with_names=number == 0)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--real", type=int, default=1500)
    asked.add_argument("--sizes", type=int, nargs="+", default=[1000, 2000, 4000, 10000])
    asked.add_argument("--ledger", type=Path, default=paths.LEDGER)
    options = asked.parse_args()
    knowledge = read_knowledge()
    real = real_extractions(options.real, options.ledger, knowledge)
    made = made_extractions(real, max(options.sizes) - len(real))
    print(f"{len(real)} real articles, the others made of their claims")
    measured(_mixed([*real, *made]), options.sizes, knowledge)


def _mixed(extractions: list[Extraction]) -> list[Extraction]:
    """Real and made ones in one order, so that every size has its share of both."""
    random.Random(SEED).shuffle(extractions)  # noqa: S311 - repeatable, no secret
    return extractions


if __name__ == "__main__":
    main()
