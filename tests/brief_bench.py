"""Time of `attributed brief seeds` beside the least that any such run costs, both as whole processes, taken in turn.

usage: brief_bench.py [--rounds N]

The least: papermill executes a notebook without cells and nbconvert writes it as HTML, in one process. Ours runs warm:
the ledger has the claims, and each round makes both files anew in a folder of its own. Quote the ratio of the medians:
the seconds are this machine's, today's.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from attributed import paths

LEAST = """
import sys
import nbformat, papermill
from nbconvert import HTMLExporter
source, target = sys.argv[1:]
nbformat.write(nbformat.v4.new_notebook(), source)
papermill.execute_notebook(source, target, kernel_name="python3", language="python", progress_bar=False)
page, _ = HTMLExporter().from_filename(target)
open(target + ".html", "w", encoding="utf-8").write(page)
"""
BRIEF = "import sys; from attributed.cli import app; sys.argv[0] = 'attributed'; app()"


def seconds(*arguments: str, folder: Path) -> float:
    """How long a Python process takes from its start to its end."""
    environment = {**os.environ, "ATTRIBUTED_LEDGER": str(folder.parent / "ledger")}
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", *arguments], check=True, env=environment, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    least, ours = [], []
    with tempfile.TemporaryDirectory() as name:
        for number in range(rounds + 1):
            folder = Path(name, str(number))
            folder.mkdir()
            empty = seconds(LEAST, str(folder / "in.ipynb"), str(folder / "out.ipynb"), folder=folder)
            brief = seconds(BRIEF, "brief", "seeds", "--out", str(folder / "reports"), folder=folder)
            if number:  # the first round fills the ledger and warms the disk
                least.append(empty)
                ours.append(brief)
        [report] = sorted(Path(name, str(rounds), "reports").glob("seeds/*"))
        sizes = ", ".join(f"{file} {(report / file).stat().st_size:,}" for file in ("index.html", "briefing.pdf"))
    low, high = statistics.median(least), statistics.median(ours)
    print(f"median of {rounds}, in seconds, in {paths.PROJECT.name}")
    print(f"  empty notebook through papermill and nbconvert  {low:6.2f}")
    print(f"  attributed brief seeds, warm                    {high:6.2f}   {high / low:.2f} times")
    print(f"  bytes: {sizes}")


if __name__ == "__main__":
    main()
