"""Short ways to claims and articles for tests: sentences in, model objects out."""

from attributed.model import (
    UNKNOWN,
    Article,
    Claim,
    Form,
    Hedge,
    Known,
    Link,
    Passage,
    Polarity,
    Role,
    SourceKind,
    Zone,
    ZoneKind,
)


def article(text: str, *, id: str = "a.txt", sha256: str = "") -> Article:  # noqa: A002 - the field's name
    """An article whose whole text is body."""
    return Article(
        id=id,
        sha256=sha256 or f"sha-of-{id}",
        text=text,
        encoding=Known("utf-8", "decodes"),
        zones=(Zone(ZoneKind.BODY, Passage(0, len(text))),),
        published=UNKNOWN,
        outlet=UNKNOWN,
    )


def speaker(root: str, *, role: Role = Role.ORIGIN, undecided: tuple[str, ...] = ()) -> Link:
    return Link(role=role, name=root, kind=SourceKind.ANONYMOUS_SOURCE, root=root, undecided=undecided)


def claim(
    id: str,  # noqa: A002 - the field's name
    *chain: Link,
    nested_in: str | None = None,
    event: str | None = None,
    kind: SourceKind = SourceKind.ANONYMOUS_SOURCE,
    article: str = "sha-of-a.txt",
    content: tuple[int, int] = (0, 1),
) -> Claim:
    """A claim with this chain, about nothing in particular."""
    return Claim(
        id=id,
        article=article,
        source=(),
        cue=(),
        content=(Passage(*content),),
        form=Form.INDIRECT,
        chain=chain,
        source_kind=kind,
        hedge=Hedge.REPORTED,
        polarity=Polarity.AFFIRMED,
        time=UNKNOWN,
        nested_in=nested_in,
        event=event,
    )
