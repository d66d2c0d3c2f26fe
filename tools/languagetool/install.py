"""Fetch LanguageTool 6.8 from Maven Central, laid out as language-tool-python looks for it.

    python tools/languagetool/install.py [FOLDER]

FOLDER (by default $LTP_PATH, else ~/.cache/language_tool_python) gets a folder LanguageTool-6.8:
the libraries that Maven brings (250 MB) and a `languagetool-server.jar` that only names them.
Nothing is done when it is there. Maven asks the repository that its own settings name, so a mirror
will do; for a machine without a network, copy the folder. Needs Java 17 and Maven, and no package
of Python.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

VERSION = "6.8"
JAR = "languagetool-server.jar"
_WIDTH = 70  # bytes of a manifest's line, of at most 72 with its end


def manifest(names: list[str]) -> str:
    """Return a manifest whose class path are these files, as Java wants it: lines are cut, and go
    on behind a space."""
    path = "Class-Path: " + " ".join(f"libs/{name}" for name in names)
    lines = [path[:_WIDTH]]
    lines += [f" {path[at : at + _WIDTH - 1]}" for at in range(_WIDTH, len(path), _WIDTH - 1)]
    return "\r\n".join(["Manifest-Version: 1.0", *lines, "", ""])


def install(folder: Path) -> str:
    """Install into a folder, and return what was done in a sentence; SystemExit with one when it
    cannot be done."""
    folder = folder.absolute()  # Maven takes a path as seen from its pom.xml
    target = folder / f"LanguageTool-{VERSION}"
    if (target / JAR).is_file():
        return f"LanguageTool {VERSION} is in {target} already"
    for program, package in (("java", "openjdk-17-jre-headless"), ("mvn", "maven")):
        if shutil.which(program) is None:
            raise SystemExit(f"install: there is no {program}; on Debian, install {package}")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".languagetool-") as work:
        libraries = Path(work) / "libs"
        pom = Path(__file__).with_name("pom.xml")
        done = subprocess.run(
            [
                *("mvn", "--batch-mode", "--quiet", "--file", str(pom)),
                "dependency:copy-dependencies",
                *(f"-DoutputDirectory={libraries}", "-DincludeScope=runtime"),
            ],
            stdout=sys.stderr,
            check=False,
        )
        if done.returncode:
            raise SystemExit("install: Maven could not fetch LanguageTool; see its lines above")
        names = sorted(path.name for path in libraries.glob("*.jar"))
        with zipfile.ZipFile(Path(work) / JAR, "w") as jar:
            jar.writestr("META-INF/MANIFEST.MF", manifest(names))
        whole = Path(work) / target.name
        whole.mkdir()
        for path in (libraries, Path(work) / JAR):
            path.rename(whole / path.name)
        if target.exists():  # a part of one, from elsewhere
            shutil.rmtree(target)
        whole.rename(target)
    return f"LanguageTool {VERSION} is in {target}"


def default_folder() -> Path:
    """Return where language-tool-python looks."""
    own = os.environ.get("LTP_PATH")
    return Path(own) if own else Path.home() / ".cache" / "language_tool_python"


if __name__ == "__main__":
    print(install(Path(sys.argv[1]) if len(sys.argv) > 1 else default_folder()))
