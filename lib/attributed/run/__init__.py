"""A request to a finished report: the notebook is executed, rendered and put in its folder."""

from attributed.run.editions import brief
from attributed.run.notebook import FailedRun
from attributed.run.request import read_request

__all__ = ["FailedRun", "brief", "read_request"]
