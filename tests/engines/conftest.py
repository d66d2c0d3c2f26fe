"""The real LanguageTool, started once for all tests that ask it."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

START = 180  # seconds, on a machine that is busy


@pytest.fixture(scope="session")
def languagetool_folder() -> Path:
    """Where `tools/languagetool/install.py` put LanguageTool, as LTP_PATH says."""
    if shutil.which("java") is None:
        pytest.skip("LanguageTool needs Java 17")
    jar = Path(os.environ.get("LTP_PATH", ""), "LanguageTool-6.8", "languagetool-server.jar")
    if not jar.is_file():
        pytest.skip("LanguageTool is not installed; `make test` does it where Maven is")
    return jar.parent


@pytest.fixture(scope="session")
def languagetool(languagetool_folder: Path) -> Iterator[str]:
    """The URL of a server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["java", "-Xmx2g", "-cp", str(languagetool_folder / "languagetool-server.jar")]
    command += ["org.languagetool.server.HTTPServer", "--port", str(port)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet) as server:
        try:
            _wait(server, port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.kill()


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until:
        assert server.poll() is None, "LanguageTool ended by itself"
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/v2/healthcheck")
            if connection.getresponse().read() == b"OK":
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("LanguageTool does not start")
