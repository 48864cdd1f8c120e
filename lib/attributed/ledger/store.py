"""Adding and reading extractions: idempotent, safe under several writers, no half-written article."""

import itertools
import os
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deltalake.exceptions import CommitFailedError, DeltaError

from attributed import paths
from attributed.errors import AttributedError, BadRequest
from attributed.ledger import rows
from attributed.ledger.tables import LedgerTable, append
from attributed.model import Claim, Extraction

BATCH = 200  # articles a commit: a killed run loses at most these
ATTEMPTS = 60


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did, as sha256 of articles in the order given."""

    new: tuple[str, ...]
    held: tuple[str, ...]


class Ledger:
    """Articles and their claims, kept by content hash and extractor fingerprint.

    Claims are written first and the article's row last; a reader sees only claims whose article is there. The folder is
    the argument, else $ATTRIBUTED_LEDGER, else data/ledger; it is made by the first `add`.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or Path(os.environ.get("ATTRIBUTED_LEDGER") or paths.LEDGER)
        self._articles = LedgerTable(self.folder / "articles", rows.ARTICLES, key="sha256")
        self._claims = LedgerTable(self.folder / "claims", rows.CLAIMS, key="article")

    def add(self, extractions: Iterable[Extraction], *, fingerprint: str) -> Added:
        """Take in what is not held yet; what is held stays as it is, and where all is held no version is made."""
        new: dict[str, None] = {}
        given: dict[str, None] = {}
        stream = iter(extractions)
        while batch := list(itertools.islice(stream, BATCH)):
            once = {extraction.article.sha256: extraction for extraction in batch}
            given |= dict.fromkeys(once)
            new |= dict.fromkeys(self._persist(list(once.values()), fingerprint))
        return Added(tuple(new), tuple(sha256 for sha256 in given if sha256 not in new))

    def holds(self, sha256: str, fingerprint: str) -> bool:
        """Whether this extractor's reading of the article is held."""
        return not self.missing([sha256], fingerprint)

    def missing(self, sha256s: Iterable[str], fingerprint: str) -> list[str]:
        """Those not held, in the order given, each once: only these need to be extracted."""
        asked = list(dict.fromkeys(sha256s))
        held = self._articles.held(asked, fingerprint)
        return [sha256 for sha256 in asked if sha256 not in held]

    def extractions(
        self, sha256s: Iterable[str] | None, fingerprint: str, version: Mapping[str, int] | None = None
    ) -> list[Extraction]:
        """Articles with their claims, in the order asked for (all by hash for None), as they stood at a version.

        Raises BadRequest for an article that the ledger does not hold at that version.
        """
        at = version or self.version()
        asked = None if sha256s is None else list(dict.fromkeys(sha256s))
        columns = ["sha256", "claims", "record"]
        held = {row["sha256"]: row for row in self._articles.rows(columns, asked, fingerprint, at["articles"])}
        asked = sorted(held) if asked is None else asked
        if absent := [sha256 for sha256 in asked if sha256 not in held]:
            raise BadRequest(f"{self.folder}: no article {absent[0][:12]}… at version {at['articles']}; add it first")
        claims = self._claims_of(asked, fingerprint, at["claims"])
        return [self._joined(held[sha256], claims[sha256]) for sha256 in asked]

    def version(self) -> dict[str, int]:
        """The newest version of each table; 0 is an empty one."""
        # Articles first: claims are written before them, so the later look at claims misses none.
        return {"articles": self._articles.version(), "claims": self._claims.version()}

    def version_holding(self, sha256s: Iterable[str], fingerprint: str) -> dict[str, int]:
        """The oldest version that has these articles whole: it stays the same however much is added later."""
        asked = list(dict.fromkeys(sha256s))
        newest = self.version()
        return {
            "articles": self._articles.oldest_with(asked, fingerprint, newest["articles"]),
            "claims": self._claims.oldest_with(asked, fingerprint, newest["claims"]),
        }

    def _persist(self, batch: Sequence[Extraction], fingerprint: str) -> list[str]:
        for attempt in range(ATTEMPTS):
            try:
                return self._write(batch, fingerprint)
            except CommitFailedError:  # another writer was first: look again at what is held
                time.sleep(min(0.01 * 1.3**attempt, 0.5))
            except (DeltaError, OSError) as error:
                raise AttributedError(f"{self.folder}: the ledger cannot be written: {error}") from error
        raise AttributedError(f"{self.folder}: other writers kept the ledger busy; add again, nothing is half-written")

    def _write(self, batch: Sequence[Extraction], fingerprint: str) -> list[str]:
        articles, claims = self._articles.create(), self._claims.create()
        asked = [extraction.article.sha256 for extraction in batch]
        held = self._articles.held(asked, fingerprint, articles.version())
        new = [extraction for extraction in batch if extraction.article.sha256 not in held]
        # Claims without an article are those of a run that was killed in between, or of a writer at work right now.
        begun = self._claims.held(asked, fingerprint, claims.version())
        unwritten = [extraction for extraction in new if extraction.article.sha256 not in begun]
        append(claims, rows.claim_rows(unwritten, fingerprint))
        append(articles, rows.article_rows(new, fingerprint))
        return [extraction.article.sha256 for extraction in new]

    def _claims_of(self, asked: Sequence[str], fingerprint: str, version: int) -> dict[str, list[Claim]]:
        columns = ["article", "position", "record"]
        found = sorted(self._claims.rows(columns, asked, fingerprint, version), key=lambda row: row["position"])
        claims: dict[str, list[Claim]] = defaultdict(list)
        for row in found:
            claims[row["article"]].append(rows.claim_of(row["record"]))
        return claims

    def _joined(self, row: Mapping[str, Any], claims: Sequence[Claim]) -> Extraction:
        if len(claims) != row["claims"]:
            raise AttributedError(
                f"{self.folder}: article {row['sha256'][:12]}… has {len(claims)} claims, its row says {row['claims']}: "
                "the claims table is damaged; add the articles to a new ledger"
            )
        return Extraction(rows.article_of(row["record"]), tuple(claims))
