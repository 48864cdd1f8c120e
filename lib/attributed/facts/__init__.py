"""Claims to facts: what is said to be one thing, and how many origins it really has."""

from attributed.facts.findings import findings_of
from attributed.facts.roots import independent_roots

__all__ = ["findings_of", "independent_roots"]
