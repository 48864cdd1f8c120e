"""Importing without what is optional, slow and not used."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def left_out(*modules: str) -> Iterator[None]:
    """Meanwhile these modules cannot be imported; whoever can do without them does."""
    absent = [module for module in modules if module not in sys.modules]
    # What Python takes for "known not to exist"; typed as a module nonetheless.
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for module in absent:
            del sys.modules[module]
