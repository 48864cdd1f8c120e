"""What a chain strip says when it is read aloud, and as plain text."""

from attributed.show import tree
from attributed.show.wording import counted


def chain(strip: tree.Chain) -> str:
    """A sentence: "Kim Jong Un, through KCNA, in an article whose outlet is not named; 1 root"."""
    origins = " and ".join(hop.label for hop in strip.origins)
    hops = "".join(f", {hop.aloud or hop.label}" for hop in strip.hops)
    return f"{origins}{hops}" + (f"; {roots(strip)}" if strip.roots else "")


def way(hop: tree.Hop) -> str:
    """What an arrow says: how a strip comes to the next box, "through" or "published by"."""
    if hop.is_word:
        return "then"
    if hop.aloud and not hop.aloud.endswith(hop.label):
        return "in an article"
    return hop.aloud.removesuffix(hop.label).strip() or "through"


def roots(strip: tree.Chain) -> str:
    """How many origins: "1 root", "together 1–2 roots"."""
    few, many = strip.roots or (0, 0)
    of_all = "together " if strip.together else ""
    if (few, many) == (0, 1):
        return f"{of_all}1 root, perhaps another source’s"
    return of_all + (counted(few, "root") if few == many else f"{few}–{many} roots")
