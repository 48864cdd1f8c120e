"""Attributions -> claims: who said it through whom, how firmly, when, where, about whom."""

from attributed.claims.extraction import claims_of, extract_claims

__all__ = ["claims_of", "extract_claims"]
