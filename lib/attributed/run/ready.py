"""The program of a run's kernel: what a briefing needs is imported before the first cell asks for it."""

import matplotlib.backends.backend_svg
import matplotlib.dates
import matplotlib.figure  # noqa: F401
from ipykernel.kernelapp import launch_new_instance

import attributed.making
import attributed.show  # noqa: F401

if __name__ == "__main__":
    launch_new_instance()
