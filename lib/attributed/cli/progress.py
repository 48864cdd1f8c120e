"""Progress on stderr: seen on a terminal, gone when the work is done, nothing in a log."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

Item = TypeVar("Item")


@contextmanager
def step_shown() -> Iterator[Callable[[str], object]]:
    """A line that tells the step at work; give the step to the function that this gives."""
    with Console(stderr=True).status("starting") as status:
        yield status.update


def counted(items: Iterable[Item], *, total: int, what: str) -> Iterator[Item]:
    """The items, with a bar that counts them."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(items, total=total, description=what)
