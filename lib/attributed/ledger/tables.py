"""One Delta table of the ledger: opening it at a version, reading rows of some articles, appending in turn."""

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from arro3.core import Schema, Table
from deltalake import CommitProperties, DeltaTable, Transaction, write_deltalake
from deltalake.exceptions import DeltaError

from attributed.errors import AttributedError

# An edition names the version it read, however old: neither the log nor a file that it needs may expire.
FOREVER = {
    "delta.logRetentionDuration": "interval 36500 days",
    "delta.deletedFileRetentionDuration": "interval 36500 days",
}
# Delta lets two appends pass side by side. A transaction of one and the same name makes the later one fail instead,
# so that its writer looks again at what is held by now.
TRANSACTION = "attributed.ledger"
LONGEST_IN_LIST = 1000  # beyond it, reading all rows is quicker than so long a condition


class LedgerTable:
    """A Delta table whose rows belong to articles; `key` is the column with the article's sha256."""

    def __init__(self, folder: Path, schema: Schema, *, key: str) -> None:
        self.folder = folder
        self.schema = schema
        self.key = key

    def create(self) -> DeltaTable:
        """The table as it stands now, made empty where there is none."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return self.open() or DeltaTable.create(self.folder, self.schema, mode="ignore", configuration=FOREVER)

    def open(self, version: int | None = None) -> DeltaTable | None:
        """The table at a version, by default the newest; None where nothing was ever added."""
        try:
            return DeltaTable(self.folder, version=version) if DeltaTable.is_deltatable(str(self.folder)) else None
        except (DeltaError, OSError) as error:
            at = "" if version is None else f" at version {version}"
            raise AttributedError(f"{self.folder}: the ledger cannot be read{at}: {error}") from error

    def version(self) -> int:
        """The newest version; 0 is an empty table."""
        table = self.open()
        return table.version() if table else 0

    def rows(
        self, columns: list[str], asked: Collection[str] | None, fingerprint: str, version: int | None = None
    ) -> Iterator[dict[str, Any]]:
        """The rows of some articles, or of all for None, in no order."""
        table = self.open(version)
        if table is None or (asked is not None and not asked):
            return
        # The engine that deltalake brings: reading through pyarrow datasets aborts the process at exit now and then.
        found = table.scan(columns=columns, predicate=self._condition(asked, fingerprint)).read_all()
        wanted = None if asked is None else set(asked)
        for batch in found.to_batches():
            for place in range(batch.num_rows):
                row = {column: batch.column(column)[place].as_py() for column in columns}
                if wanted is None or row[self.key] in wanted:
                    yield row

    def held(self, asked: Collection[str] | None, fingerprint: str, version: int | None = None) -> set[str]:
        """Those of the articles that have a row here."""
        return {row[self.key] for row in self.rows([self.key], asked, fingerprint, version)}

    def oldest_with(self, asked: Collection[str], fingerprint: str, newest: int) -> int:
        """The oldest version with all the rows that the articles have at the newest; rows are only ever added."""

        def count(version: int) -> int:
            return sum(1 for _ in self.rows([self.key], asked, fingerprint, version))

        whole = count(newest)
        low, high = 0, newest
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if count(middle) == whole else (middle + 1, high)
        return low

    def _condition(self, asked: Collection[str] | None, fingerprint: str) -> str:
        condition = f"fingerprint = {_quoted(fingerprint)}"
        if asked is None or len(asked) > LONGEST_IN_LIST:
            return condition
        return f"{condition} AND {self.key} IN ({', '.join(_quoted(sha256) for sha256 in asked)})"


def append(table: DeltaTable, rows: Table) -> None:
    """Add rows in one commit; CommitFailedError where somebody else wrote since the table was opened."""
    if not rows.num_rows:
        return
    turn = Transaction(TRANSACTION, table.version() + 1)
    write_deltalake(table, rows, mode="append", commit_properties=CommitProperties(app_transactions=[turn]))


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
