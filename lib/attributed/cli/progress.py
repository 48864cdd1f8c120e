"""Progress on stderr: seen on a terminal, nothing in a log."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

Item = TypeVar("Item")


@contextmanager
def step_shown() -> Iterator[Callable[[str], object]]:
    """Tells each step on a terminal while it is at work, and how long it took when it is done.

    Give a step to the function that this gives: "notebook: cell 3 of 9" is a part of the step "notebook".
    """
    console = Console(stderr=True)
    steps: list[tuple[str, float]] = []

    def done() -> None:
        if steps and console.is_terminal:
            name, began = steps[-1]
            console.print(f"{name}  {monotonic() - began:.1f} s", style="dim", highlight=False)

    with console.status("starting") as status:

        def tell(step: str) -> None:
            name = step.partition(":")[0]
            if not steps or steps[-1][0] != name:
                done()
                steps.append((name, monotonic()))
            status.update(step)

        yield tell
        done()


def counted(items: Iterable[Item], *, total: int, what: str) -> Iterator[Item]:
    """The items, with a bar that counts them."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, total=total, description=what)
