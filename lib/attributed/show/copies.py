"""How few origins stand behind how many articles: facts told by several, and articles that repeat other articles."""

from attributed.briefing import Briefing
from attributed.model import Copy, Fact
from attributed.show.chains import kind_label
from attributed.show.naming import fact_title, words_of
from attributed.show.parts import cited, empty, note, shown
from attributed.show.reasons import COPIES
from attributed.show.shown import Shown
from attributed.show.tree import Block, Heading, Inline, Link, Table, Text
from attributed.show.wording import counted

LONGEST_WORDS = 110
HOW_TO_READ = "Articles that tell one source’s words add nothing to it: seven articles with one root are one source."


def copies(briefing: Briefing) -> Shown:
    """Facts that several articles tell, the widest funnel first; then who took words or a story from whom."""
    blocks: list[Block] = []
    funnels = sorted((fact for fact in briefing.facts if len(fact.articles) > 1), key=_width)
    if funnels:
        rows = tuple(_funnel(briefing, fact) for fact in funnels)
        header = tuple((Text(word),) for word in ("What", "Articles", "Independent roots", "Sources", "Claims"))
        caption = f"{counted(len(rows), 'fact')} in several articles"
        blocks += [note(HOW_TO_READ), Table(header, rows, caption=caption, numeric=(1, 2))]
    if briefing.copies:
        header = tuple((Text(word),) for word in ("Article", "Took from", "How", "Share of its words"))
        rows = tuple(_copy(briefing, copy) for copy in briefing.copies)
        table = Table(header, rows, caption=counted(len(rows), "copy or retelling", "copies and retellings"))
        blocks += [Heading(3, (Text("Articles that repeat other articles"),)), table]
    nothing = "No two articles tell the same fact, and none takes words or a story from another."
    return shown(briefing, *(blocks or [empty(nothing)]))


def _width(fact: Fact) -> tuple[int, int]:
    return (-len(fact.articles), fact.independent_roots[1])


def _funnel(briefing: Briefing, fact: Fact) -> tuple[tuple[Inline, ...], ...]:
    few, many = fact.independent_roots
    claim = fact.claims[0]
    words = f"{fact_title(briefing, fact)}: {words_of(briefing, claim, most=LONGEST_WORDS)}"
    articles: dict[str, set[str]] = {}
    for root in fact.roots:
        articles.setdefault(root.name or kind_label(root.kind), set()).update(root.articles)
    through = [f"{name} ({counted(len(told), 'article')})" for name, told in articles.items()]
    return (
        (Text(words),),
        (Text(str(len(fact.articles))),),
        (Text(str(few) if few == many else f"{few}–{many}"),),
        (Text("; ".join(through)),),
        cited(briefing, fact.claims),
    )


def _copy(briefing: Briefing, copy: Copy) -> tuple[tuple[Inline, ...], ...]:
    number, of = (briefing.article_numbers[sha256] for sha256 in (copy.article, copy.of))
    return (
        tuple(_links([number])),
        tuple(_links([of])),
        (Text(COPIES[copy.kind]),),
        (Text(f"{copy.share:.0%}" if copy.share else "–"),),
    )


def _links(articles: list[int]) -> list[Inline]:
    links: list[Inline] = []
    for number in articles:
        links += [Text(", ")] if links else []
        links.append(Link(f"#article-{number}", (Text(str(number)),)))
    return links
