"""How far hedges and polarity of our claims agree with how far readers hold the writer to a clause (CommitmentBank).

usage: commitment.py

A row of shared/corpora/hedging/commitmentbank.jsonl is a sentence whose clause stands under a negation, a modal, a
question or a condition, with the mean of readers' marks: 3 the writer is sure that it is so, -3 that it is not.
Ours is the claim whose words are nearest to the clause: so, not so, or open where it is hedged or nobody claims it.
That claim is often the whole sentence: in "she did not know that he left" it is negated, and readers hold that he
left. Conversation and fiction for the most part, so this is no measure of news.
"""

import json
from collections import Counter
from collections.abc import Iterator

from attributed import paths
from attributed.claims import extract_claims
from attributed.knowledge import read_knowledge
from attributed.model import Article, Claim, Hedge, Polarity
from attributed.reading import article_from_text, read_page_words

ROWS = paths.PROJECT.parent / "shared/corpora/hedging/commitmentbank.jsonl"
SURE = 1.0  # a mean beyond it, on either side, is a reading; what lies between is open
LEAST_SHARED = 0.5  # of the clause's words that stand in a claim of it
READINGS = ("so", "not so", "open")


def reading_of(mean: float) -> str:
    """What readers take from the sentence."""
    return "so" if mean >= SURE else "not so" if mean <= -SURE else "open"


def ours(clause: str, article: Article, claims: tuple[Claim, ...]) -> str:
    """What the claim nearest to a clause says of it: of those that hold most of its words, the shortest."""
    wanted = set(clause.lower().split())
    told = [(set(claim.text_in(article).lower().split()), claim) for claim in claims]
    near = [(len(words), claim) for words, claim in told if len(wanted & words) >= LEAST_SHARED * len(wanted)]
    if not near:
        return "open"
    claim = min(near, key=lambda one: one[0])[1]
    if claim.hedge not in (Hedge.ASSERTED, Hedge.REPORTED):
        return "open"
    return "so" if claim.polarity is Polarity.AFFIRMED else "not so"


def pairs() -> Iterator[tuple[str, str, str]]:
    """Environment, the readers' reading, ours."""
    page, knowledge = read_page_words(), read_knowledge()
    rows = [json.loads(line) for line in ROWS.read_text(encoding="utf-8").splitlines()]
    articles = [article_from_text(row["id"], row["target"], page) for row in rows]
    for row, extraction in zip(rows, extract_claims(articles, knowledge), strict=True):
        yield row["environment"], reading_of(row["mean"]), ours(row["claim"], extraction.article, extraction.claims)


def main() -> None:
    """Print how often each reading meets each of ours, and the share of opposites among those that both decide."""
    found = Counter(pairs())
    for environment in sorted({environment for environment, _, _ in found}):
        print(environment)
        for theirs in READINGS:
            print(f"  readers {theirs:7}", *(f"ours {mine} {found[environment, theirs, mine]:4}" for mine in READINGS))
    same = sum(count for (_, theirs, mine), count in found.items() if theirs == mine)
    decided = {key: count for key, count in found.items() if "open" not in key[1:]}
    opposite = sum(count for (_, theirs, mine), count in decided.items() if theirs != mine)
    print(f"same: {same} of {found.total()}; opposite: {opposite} of {sum(decided.values())} that both decide")


if __name__ == "__main__":
    main()
