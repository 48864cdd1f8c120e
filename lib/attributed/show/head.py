"""The head of a briefing: the finding as a title, and what it is built on."""

from attributed.briefing import Briefing
from attributed.show.dates import date_words
from attributed.show.parts import shown
from attributed.show.shown import Shown
from attributed.show.tree import Title
from attributed.show.wording import HEDGES, between, counted, listed, sentence

MOST_FINDINGS = 2


def headline(briefing: Briefing) -> Shown:
    """Title, handling line, as-of date, edition, and counts of what the briefing rests on."""
    request = briefing.request
    facts = (
        f"as of {date_words(request.as_of.isoformat())}",
        f"edition {briefing.edition}",
        article_count(briefing),
        outlet_count(briefing),
        claim_count(briefing),
    )
    title = Title(
        title=request.title or finding(briefing),
        tlp=request.tlp,
        as_of=request.as_of.isoformat(),
        edition=briefing.edition,
        facts=tuple(sentence(fact) for fact in facts if fact),
    )
    return shown(briefing, title)


def finding(briefing: Briefing) -> str:
    """A title with honest counts: "Purge: reported in 1 article, possible in 1 article"."""
    told: dict[str, list[str]] = {}
    for event, hedge, articles in briefing.headline:
        how = HEDGES.get(hedge, hedge)  # type: ignore[call-overload]
        told.setdefault(event, []).append(f"{how} in {counted(articles, 'article')}")
    findings = [
        f"{sentence(briefing.event_labels.get(event, event))}: {', '.join(how)}"
        for event, how in list(told.items())[:MOST_FINDINGS]
    ]
    return "; ".join(findings) or f"What {counted(len(briefing.articles), 'article')} report"


def article_count(briefing: Briefing) -> str:
    """As in "2 articles: 1 of 25 February 2025, 1 without a date"."""
    dated: dict[str, int] = {}
    for article in briefing.articles:
        if article.published.value:
            dated[article.published.value] = dated.get(article.published.value, 0) + 1
    undated = len(briefing.articles) - sum(dated.values())
    told = [f"{number} of {date_words(edtf)}" for edtf, number in sorted(dated.items())]
    if len(dated) > 2:
        told = [f"{sum(dated.values())} from {date_words(min(dated))} to {date_words(max(dated))}"]
    told += [f"{undated} without a date"] if undated else []
    return f"{counted(len(briefing.articles), 'article')}: {listed(told)}"


def outlet_count(briefing: Briefing) -> str:
    """As in "1 outlet named (RFA), 1 article whose outlet is not named"."""
    named = sorted({article.outlet.value for article in briefing.articles if article.outlet.value})
    unnamed = sum(article.outlet.value is None for article in briefing.articles)
    told = [f"{counted(len(named), 'outlet')} named ({listed(named)})"] if named else []
    told += [f"{counted(unnamed, 'article')} whose outlet is not named"] if unnamed else []
    return ", ".join(told)


def claim_count(briefing: Briefing) -> str:
    """As in "58 claims: 17 the articles' own words, 41 from 5 to 7 origins"."""
    own = sum(claim.is_the_articles_own for claim in briefing.claims)
    others = len(briefing.claims) - own
    few, many = briefing.independent_roots
    told = [f"{own} the articles’ own words"] if own else []
    origins = "origin" if many == 1 else "origins"
    told += [f"{others} from {between(few, many)} {origins}"] if others else []
    return f"{counted(len(briefing.claims), 'claim')}: {listed(told)}" if told else "no claims"
