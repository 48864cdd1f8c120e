"""Speed and memory of the whole extraction beside bare spaCy, on the same articles in the same run.

usage: bench.py [ARTICLES.jsonl] [--articles N] [--rounds N]

Each figure is the median of some rounds taken in turn, in processes of their own (so that peak memory is theirs
alone). Quote the ratios: the words per second are this machine's, today's.
"""

import argparse
import json
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from attributed import paths

Stage = Callable[[list[tuple[str, str]], int], dict[str, float]]
NEWS = paths.PROJECT.parent / "shared/corpora/news/articles.jsonl"


def texts(source: Path | None, most: int) -> list[tuple[str, str]]:
    """The articles of the file given, else of the news corpus beside the checkout, else the seeds again and again."""
    source = source or (NEWS if NEWS.exists() else None)
    if source is None:
        seeds = [(path.name, path.read_text(encoding="utf-8")) for path in sorted(paths.SEEDS.glob("*.txt"))]
        return (seeds * most)[:most]
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    return [(str(row["id"]), row["text"]) for row in rows if row["text"].strip()][:most]


def bare(articles: list[tuple[str, str]], processes: int) -> dict[str, float]:
    """Seconds of nlp.pipe with the pipeline's default components."""
    import spacy

    from attributed.fingerprints import PIPELINE

    nlp = spacy.load(PIPELINE)
    for _ in nlp.pipe(text for _, text in articles[:2]):
        pass
    start = time.perf_counter()
    for _ in nlp.pipe((text for _, text in articles), n_process=processes):
        pass
    return {"all": time.perf_counter() - start}


def ours(articles: list[tuple[str, str]], processes: int) -> dict[str, float]:
    """Seconds of reading, parsing, attributing and claiming, through the public functions."""
    from attributed.claims import extract_claims
    from attributed.knowledge import read_knowledge
    from attributed.reading import article_from_text, read_page_words

    knowledge, page = read_knowledge(), read_page_words()
    for _ in extract_claims([article_from_text(name, text, page) for name, text in articles[:2]], knowledge):
        pass
    start = time.perf_counter()
    for _ in extract_claims((article_from_text(*row, page) for row in articles), knowledge, processes=processes):
        pass
    return {"all": time.perf_counter() - start}


def stages(articles: list[tuple[str, str]], processes: int) -> dict[str, float]:
    """Seconds of each station alone, one after the other over all articles."""
    from attributed.attribution import find_attributions
    from attributed.claims import claims_of
    from attributed.claims.extraction import numerics
    from attributed.knowledge import read_knowledge
    from attributed.parsing import parse
    from attributed.reading import article_from_text, read_page_words

    knowledge, page = read_knowledge(), read_page_words()
    taken = {}

    def timed(name: str, work: Callable[[], Any]) -> Any:
        start = time.perf_counter()
        result = work()
        taken[name] = time.perf_counter() - start
        return result

    list(parse([article_from_text(*articles[0], page)]))
    read = timed("reading", lambda: [article_from_text(*row, page) for row in articles])
    parsed = timed("parsing", lambda: list(parse(read)))
    with numerics().limit(limits=1):  # as extract_claims does
        found = timed("attribution", lambda: [find_attributions(doc) for _, doc in parsed])
    timed("claims", lambda: [claims_of(a, d, f, knowledge) for (a, d), f in zip(parsed, found, strict=True)])
    return taken


def measure(work: Stage, articles: list[tuple[str, str]], processes: int, out: Any) -> None:
    taken = work(articles, processes)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    out.put((taken, peak / 1024))


def alone(work: Stage, articles: list[tuple[str, str]], processes: int) -> tuple[dict[str, float], float]:
    """The result of some work in a process of its own, with that process's peak memory in MiB."""
    context = multiprocessing.get_context("spawn")
    out = context.Queue()
    process = context.Process(target=measure, args=(work, articles, processes, out))
    process.start()
    result: tuple[dict[str, float], float] = out.get(timeout=1800)
    process.join()
    return result


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("source", nargs="?", type=Path)
    arguments.add_argument("--articles", type=int, default=200)
    arguments.add_argument("--rounds", type=int, default=3)
    chosen = arguments.parse_args()
    articles = texts(chosen.source, chosen.articles)
    words = sum(len(text.split()) for _, text in articles)
    print(f"{len(articles)} articles, {words:,} words, medians of {chosen.rounds} rounds")
    for processes in (1, 2):
        rounds = [(alone(bare, articles, processes), alone(ours, articles, processes)) for _ in range(chosen.rounds)]
        for name, column in (("bare nlp.pipe", 0), ("reading to claims", 1)):
            seconds = statistics.median(pair[column][0]["all"] for pair in rounds)
            peak = statistics.median(pair[column][1] for pair in rounds)
            print(f"  {processes} process  {name:18} {words / seconds:8,.0f} words/s   peak {peak:6,.0f} MiB")
        ratio = statistics.median(theirs[0]["all"] / mine[0]["all"] for theirs, mine in rounds)
        print(f"  {processes} process  ratio              {ratio:8.2f} (1 = as fast as bare nlp.pipe)")
    taken, _ = alone(stages, articles, 1)
    for name, seconds in taken.items():
        print(f"  {name:18} {seconds:7.2f} s  {100 * seconds / sum(taken.values()):5.1f} %")


if __name__ == "__main__":
    main()
