"""Why origins are one, or may be one: a reason for each step of the range of independent roots."""

from collections.abc import Iterable, Mapping, Sequence

from attributed.facts.bodies import LONG_NAME
from attributed.facts.origins import OUTLETS, UNNAMED, Setting, cited_in, is_report
from attributed.facts.shingles import WORD
from attributed.model import Claim, Ground, Link, SourceKind, Step

AGAIN = "@"  # before where an article describes somebody in the words that it had for another one


def is_hearsay(claim: Claim) -> bool:
    """Whether nobody at all answers for a claim."""
    return claim.source_kind is SourceKind.UNATTRIBUTED_HEARSAY


def summaries(claims: Sequence[Claim]) -> set[str]:
    """The article's own sentences beside what its sources say of the same: a summary is no further origin."""
    sourced = {claim.article for claim in claims if not claim.is_the_articles_own}
    return {claim.id for claim in claims if claim.is_the_articles_own and claim.article in sourced}


def summary_steps(claims: Sequence[Claim], sums: set[str]) -> list[Step]:
    """That articles sum up in their own words what their sources say."""
    steps = []
    for article in dict.fromkeys(claim.article for claim in claims if claim.id in sums):
        here = [claim for claim in claims if claim.article == article]
        own = [claim for claim in here if claim.id in sums]
        steps.append(Step(Ground.SAME_ORIGIN, roots_in(own), ids_of(here), is_certain=True))
    return steps


def copy_steps(taken: Mapping[str, Claim], copies: Sequence[Claim], setting: Setting) -> list[Step]:
    """That claims took their words over; and from where, if only the copy says by which outlet they came."""
    steps = []
    for copy in copies:
        original = taken[copy.id]
        roots = {original.origin.root}
        if original.origin.kind in UNNAMED:
            outlet = setting.through.get(copy.origin.root, "")
            roots |= {outlet} - {"", original.chain[-1].root}
        elif (
            _is_unnamed(original.origin, original) and copy.origin.kind in OUTLETS
        ):  # "a report", in the copy "state TV"
            roots.add(copy.origin.root)
        steps.append(Step(Ground.COPY, tuple(sorted(roots)), (copy.id, original.id), is_certain=True))
    return steps


def certain_steps(claims: Sequence[Claim], copies: Sequence[Claim], setting: Setting) -> list[Step]:
    """Why origins of several articles are one; copies may say more clearly than their original who spoke."""
    return [
        *_same_origin(claims),
        *_same_words(claims, setting),
        *_retellings(claims),
        *_one_report(claims, setting),
        *_one_owner([*claims, *copies], setting),
        *_one_body(claims),
    ]


def _same_origin(claims: Sequence[Claim]) -> list[Step]:
    having: dict[str, list[Claim]] = {}
    for claim in claims:
        for root in dict.fromkeys(link.root for link in claim.speakers):
            having.setdefault(root, []).append(claim)
    return [
        Step(Ground.SAME_ORIGIN, (root,), ids_of(told), is_certain=True)
        for root, told in having.items()
        if len({claim.article for claim in told}) > 1
    ]


def _same_words(claims: Sequence[Claim], setting: Setting) -> list[Step]:
    """Unnamed people whose words came by one outlet, or stood word for word in another article."""
    steps = []
    for claim in claims:
        for link in claim.speakers:
            if (outlet := setting.through.get(link.root)) is not None:
                steps.append(Step(Ground.SAME_REPORT, (link.root, outlet), (claim.id,), is_certain=True))
            if (first := setting.quoted_from.get(link.root)) is not None:
                steps.append(Step(Ground.COPY, (link.root, first), (claim.id,), is_certain=True))
    return steps


def _retellings(claims: Sequence[Claim]) -> list[Step]:
    """A claim that cites an outlet hangs on what that outlet's own article here hangs on."""
    published: dict[str, list[Claim]] = {}
    for claim in claims:
        published.setdefault(claim.chain[-1].root, []).append(claim)
    steps = []
    for retelling in claims:
        for outlet in sorted(cited_in(retelling, {})):
            original = next((c for c in published.get(outlet, ()) if c.article != retelling.article), None)
            if original is not None:
                roots = roots_in([retelling, original])
                steps.append(Step(Ground.RETELLING, roots, (retelling.id, original.id), is_certain=True))
    return steps


def _one_report(claims: Sequence[Claim], setting: Setting) -> list[Step]:
    """People unnamed, in articles that cite an outlet through which another article here has the same: its report."""
    direct: dict[str, list[Claim]] = {}
    for claim in claims:
        for outlet in cited_in(claim, {}) - setting.owners.keys():
            direct.setdefault(outlet, []).append(claim)
    steps = []
    for outlet, told in sorted(direct.items()):
        citing = [claim for claim in claims if _may_cite(claim, outlet, setting)]
        own_words = [claim for claim in citing if cited_in(claim, {}) <= {outlet}]
        roots = {link.root for claim in own_words for link in claim.speakers if _is_unnamed(link, claim)}
        if len({claim.article for claim in (*told, *own_words)}) > 1 and roots:
            steps.append(
                Step(Ground.SAME_REPORT, (outlet, *sorted(roots)), ids_of([*told, *own_words]), is_certain=True)
            )
    return steps


def _may_cite(claim: Claim, outlet: str, setting: Setting) -> bool:
    """Whether a claim's article cites an outlet elsewhere, or prints its name where the claim cites "a report"."""
    if outlet in setting.cited.get(claim.article, ()):
        return not claim.is_the_articles_own
    return is_report(claim.origin, claim) and outlet in setting.named.get(claim.article, ())


def _one_owner(claims: Sequence[Claim], setting: Setting) -> list[Step]:
    """Outlets of one state speak with one voice; those whose name is not given, with the only such voice there is."""
    told: dict[str, list[tuple[str, Claim]]] = {}
    for claim in claims:
        for link in claim.speakers:
            if link.kind == SourceKind.STATE_MEDIA:
                told.setdefault(setting.owners.get(link.root, ""), []).append((link.root, claim))
    unnamed = told.pop("", [])
    if len(told) <= 1:
        told = {"": [pair for pairs in told.values() for pair in pairs] + unnamed}
    groups = [(tuple(dict.fromkeys(r for r, _ in pairs)), [c for _, c in pairs]) for pairs in told.values()]
    return [Step(Ground.SAME_ORIGIN, roots, ids_of(c), is_certain=True) for roots, c in groups if len(roots) > 1]


def _one_body(claims: Sequence[Claim]) -> list[Step]:
    """A body named in short here and in full there, where no other one can be meant: "Joint Chiefs of Staff"."""
    told: dict[str, tuple[frozenset[str], list[Claim]]] = {}
    for claim in claims:
        for link in claim.speakers:
            if link.kind == SourceKind.OFFICIAL_BODY and link.name:
                words = frozenset(WORD.findall(link.name.casefold()))
                told.setdefault(link.root, (words, []))[1].append(claim)
    steps = []
    for root, (words, short) in told.items():
        longer = [other for other, (more, _) in told.items() if words < more]
        if len(words) >= LONG_NAME and len(longer) == 1:
            ids = ids_of([*short, *told[longer[0]][1]])
            steps.append(Step(Ground.SAME_ORIGIN, (root, longer[0]), ids, is_certain=True))
    return steps


def _is_unnamed(link: Link, claim: Claim) -> bool:
    """Whether an article says who speaks without a name that other articles could share."""
    if link.kind in UNNAMED:
        return link.root.startswith(claim.article[:10])  # else they speak for a body
    return is_report(link, claim)


def doubtful_steps(claims: Sequence[Claim], certain: Sequence[set[str]], setting: Setting) -> list[Step]:
    """What may be one origin, and cannot be told."""
    told = [claim for claim in claims if not is_hearsay(claim)]
    undecided = [
        Step(Ground.UNDECIDED, tuple(sorted({link.root, *link.undecided})), (claim.id,), is_certain=False)
        for claim in told
        for link in claim.speakers
        if link.undecided
    ]
    return [*undecided, *_of_one_state(told, certain, setting), *_possibly_one(told, certain, setting)]


def _of_one_state(told: Sequence[Claim], certain: Sequence[set[str]], setting: Setting) -> list[Step]:
    """A government, and each body or outlet of its own that is not known to be one origin with it."""
    spoken = {link.root: claim for claim in told for link in claim.speakers}
    pairs = [(state, root) for root in spoken if (state := setting.state_of(root)) in spoken and state is not None]
    return [
        Step(Ground.SAME_STATE, pair, (spoken[pair[0]].id, spoken[pair[1]].id), is_certain=False)
        for pair in pairs
        if not any(set(pair) <= group for group in certain)
    ]


def _possibly_one(told: Sequence[Claim], certain: Sequence[set[str]], setting: Setting) -> list[Step]:
    """People or papers unnamed, or articles themselves, that tell the same: each with the first it may be."""
    group_of = {root: number for number, group in enumerate(certain) for root in group}
    once = {group_of[claim.origin.root]: claim for claim in reversed(told)}
    unnamed = [c for c in once.values() if c.is_the_articles_own or _is_unnamed(c.origin, c)][::-1]
    steps = []
    for index, claim in enumerate(unnamed):
        grounds = ((other, _possible(claim, other, setting.days)) for other in unnamed[:index])
        first = next(((other, ground) for other, ground in grounds if ground), None)
        if first:
            steps.append(Step(first[1], roots_in([first[0], claim]), (first[0].id, claim.id), is_certain=False))
    return steps


def _possible(one: Claim, other: Claim, days: Mapping[str, int | None]) -> Ground | None:
    """Why two that nobody is named for may have one origin."""
    if one.article == other.article:
        return None
    if _same_description(one, other):
        return Ground.SAME_DESCRIPTION
    left, right = days.get(one.article), days.get(other.article)
    if left is None or right is None or abs(left - right) <= 1:
        return Ground.SAME_MOMENT
    return Ground.OWN_WORDS if one.is_the_articles_own and other.is_the_articles_own else None


def _same_description(one: Claim, other: Claim) -> bool:
    """Whether one outlet describes somebody whom it does not name in the same words."""
    if one.chain[-1].root != other.chain[-1].root or one.origin.kind not in UNNAMED:
        return False
    words, other_words = (claim.origin.root.rpartition(":")[2].partition(AGAIN)[0] for claim in (one, other))
    return words == other_words


def roots_in(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The origins of some claims, each once."""
    return tuple(dict.fromkeys(claim.origin.root for claim in claims))


def ids_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The ids of some claims."""
    return tuple(claim.id for claim in claims)
