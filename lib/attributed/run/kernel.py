"""The kernel that notebooks run in: this very interpreter, on sockets in a folder of its own, quiet."""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager

ENVIRONMENT = {
    "PYTHONHASHSEED": "0",  # a set that a cell prints comes out the same each time
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",  # else the debugger prints a warning that is nobody's concern
}


class ThisInterpreter(AsyncKernelManager):
    """Starts ipykernel with the Python we run in, whatever kernels the user has under the name python3.

    Over ipc there is no port to open and ipykernel has no warning to give.
    """

    def __init__(self, **kwargs: Any) -> None:
        # Socket paths may have about 100 characters, so not in a report's folder.
        self._folder = tempfile.TemporaryDirectory(prefix="attributed-")
        folder = Path(self._folder.name)
        super().__init__(transport="ipc", connection_file=str(folder / "kernel.json"), **kwargs)
        # A user's start-up files and history are no part of a briefing.
        self._environment = ENVIRONMENT | {"IPYTHONDIR": str(folder / "ipython")}

    async def _async_start_kernel(self, **kwargs: Any) -> None:
        # What cells print comes back in messages; what is left is the kernel's own log.
        await super()._async_start_kernel(**kwargs, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    start_kernel = _async_start_kernel

    @property
    def kernel_spec(self) -> KernelSpec:
        argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}", "--HistoryManager.enabled=False"]
        return KernelSpec(argv=argv, env=self._environment, display_name="Python 3", language="python")
