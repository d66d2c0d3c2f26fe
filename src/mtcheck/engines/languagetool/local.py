"""LanguageTool started for one run, by the package language-tool-python.

That package is under the GPL, so it is an extra, and imported only when somebody asks for `local`.
It would fetch what it does not find: it is not called before all is there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any

from mtcheck.engines.languagetool.service import LANGUAGE, Fault

VERSION = "6.8"
"""The LanguageTool that its rules were measured with."""

_PATIENCE = 120
"""Seconds for a server to start; five to ten are usual, the package's own 15 too few for a machine
that is busy."""
_SETTINGS = {"pipelineCaching": True, "cacheSize": 2000}
"""They change the speed, and nothing else."""


def folder() -> str:
    """Return where language-tool-python looks for LanguageTool."""
    own = os.environ.get("LTP_PATH")
    home = own or os.path.join(os.path.expanduser("~"), ".cache", "language_tool_python")
    return os.path.join(home, f"LanguageTool-{VERSION}")


def version() -> str:
    """Return what would answer; Fault, with what to do, when something is missing."""
    if find_spec("language_tool_python") is None:
        raise Fault(
            "--languagetool local needs language-tool-python: pip install mtcheck[languagetool]"
        )
    if not os.path.isfile(os.path.join(folder(), "languagetool-server.jar")):
        raise Fault(
            f"LanguageTool {VERSION} is not in {folder()}; tools/languagetool/install.py brings it "
            "there, or name a server: --languagetool URL"
        )
    return f"local {VERSION}"


@contextmanager
def started() -> Iterator[str]:
    """Start a server and give its URL; it ends with the block, and with the process. Fault when it
    does not start."""
    version()
    tool = _started()
    try:
        yield str(tool.url)
    finally:
        tool.close()


def _started() -> Any:
    from language_tool_python import LanguageTool
    from language_tool_python.exceptions import LanguageToolError

    class Patient(LanguageTool):  # type: ignore[misc]
        """Waits longer: a second server would be started on another port, and the first one
        forgotten."""

        def _wait_for_server_ready(self, timeout: int = _PATIENCE) -> None:
            super()._wait_for_server_ready(timeout)

    try:
        return Patient(LANGUAGE, language_tool_download_version=VERSION, config=dict(_SETTINGS))
    except (LanguageToolError, OSError, ValueError) as error:
        raise Fault(f"LanguageTool does not start: {' '.join(str(error).split())}") from None
