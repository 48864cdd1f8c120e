"""Where the project's folders are; nothing else knows."""

import os
from pathlib import Path


def project_folder() -> Path:
    """The folder with data/, seeds/ and notebooks/: $ATTRIBUTED_HOME, else the checkout this package lies in."""
    named = os.environ.get("ATTRIBUTED_HOME")
    return Path(named).resolve() if named else Path(__file__).resolve().parents[2]


PROJECT = project_folder()
DATA = PROJECT / "data"
LANGUAGES = DATA / "language"
SUBJECTS = DATA / "subjects"
MODELS = DATA / "models"
GOLD = DATA / "gold"
REQUESTS = DATA / "briefings"
LEDGER = DATA / "ledger"
NOTEBOOKS = PROJECT / "notebooks"
SEEDS = PROJECT / "seeds"
REPORTS = PROJECT / "reports"
