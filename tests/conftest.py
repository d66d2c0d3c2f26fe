"""What many tests need."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from no_skips import pytest_sessionfinish, pytest_terminal_summary

__all__ = ["pytest_sessionfinish", "pytest_terminal_summary"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --update` writes the golden files anew instead of comparing with them."""
    parser.addoption("--update", action="store_true", help="write the golden files anew")


Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep compiled packs of the tests away from the user's."""
    os.environ["MTCHECK_CACHE_DIR"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session", autouse=True)
def _ctrl_c_works() -> None:
    """Let Ctrl-C and a closed terminal end the processes of tests, even where a script runs the
    tests in the background and has these ignored: a process hands on what it ignores."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture
def mtcheck() -> Run:
    """Run the command line as a process of its own; output as bytes."""

    def run(
        *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None, **env: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "mtcheck", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env={**os.environ, **env},
            check=False,
        )

    return run


@pytest.fixture
def pack(tmp_path: Path) -> Callable[[str], Path]:
    """Write a pack of rules into an area of its own; returns its file."""

    def write(text: str, name: str = "own") -> Path:
        path = tmp_path / "area" / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return write
