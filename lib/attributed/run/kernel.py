"""The kernel that notebooks run in: this very interpreter, on sockets in a folder of its own, quiet."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.utils import run_sync

from attributed import handover

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
        self.handed = folder / "handed"  # what the kernel leaves for the run
        self.handed.mkdir()
        # A user's start-up files and history are no part of a briefing.
        own = {"IPYTHONDIR": str(folder / "ipython"), handover.VARIABLE: str(self.handed)}
        self._environment = ENVIRONMENT | own

    async def _async_start_kernel(self, **kwargs: Any) -> None:
        # What cells print comes back in messages; what is left is the kernel's own log.
        await super()._async_start_kernel(**kwargs, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    start_kernel = _async_start_kernel

    def client(self, **kwargs: Any) -> AsyncKernelClient:  # type: ignore[override]  # typed for the blocking manager
        self._client: AsyncKernelClient = super().client(**kwargs)
        return self._client

    def stop(self) -> None:
        """End the kernel and let go of its sockets; it cannot be started again."""
        if hasattr(self, "_client"):
            self._client.stop_channels()
        if self.has_kernel:
            run_sync(self.shutdown_kernel)(now=True)

    def clear(self) -> None:
        """Remove the folder with its sockets and with what was handed over."""
        self._folder.cleanup()

    @property
    def kernel_spec(self) -> KernelSpec:
        # -P: nothing that lies beside a notebook is taken for a module of ours.
        argv = [sys.executable, "-P", "-m", "attributed.run.ready", "-f", "{connection_file}"]
        argv += ["--HistoryManager.enabled=False"]
        return KernelSpec(argv=argv, env=self._environment, display_name="Python 3", language="python")


@contextmanager
def running_kernel(folder: Path) -> Iterator[ThisInterpreter]:
    """A kernel in a folder; it starts at once, so that its imports and those of the run are made side by side."""
    kernel = ThisInterpreter()
    try:
        run_sync(kernel.start_kernel)(cwd=str(folder))
        yield kernel
    finally:
        kernel.stop()
        kernel.clear()
