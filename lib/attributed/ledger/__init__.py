"""The store of articles and claims: what has been read once is not read again, and every state can be read again."""

from attributed.ledger.store import Added, Ledger

__all__ = ["Added", "Ledger"]
