"""A command line for every command, and the folder in which they run.

Run as a program it runs them all in one process: `python every_command.py FOLDER KIND OUT`, with
what was asked for (`KIND`, a JSON object of `Kind`), and writes what each did to OUT as JSON.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

FORMATS = (
    *("text", "concise", "json", "jsonl", "csv", "sarif", "github", "github-sarif"),
    *("github-summary", "gitlab", "checkstyle", "junit", "rdjson"),
)
"""The formats that go to standard output; a test sees to it that none is forgotten."""

FOR_PEOPLE = ("text", "concise")
"""Those that a terminal shows, in its encoding."""


class Line(NamedTuple):
    """A command line: the command's words, its other arguments, its files (whose order makes no
    difference), the exit status, and standard input. With `machine`, the output of a program for
    programs: the same bytes whatever encoding a terminal has."""

    command: str
    arguments: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    status: int = 0
    stdin: str = ""
    machine: bool = False


class Kind(NamedTuple):
    """How the lines are run: with files in another order, with so many processes, or without
    packages for the network."""

    reverse: bool = False
    jobs: int = 1


_TEXTS = ("texts/b.md", "texts/a.txt", "texts")
_GOOD, _BAD = "A crown.", "Cases of <blue crown> rose."
_NEW = ("--good", _GOOD, "--good", "A blue hat.", "--suggest", "COVID-19")
_BOXES = ("--accept", "ok", "--review", "desk", "--reject", "back")
_HELD = ("--reason", "a ship")

LINES: tuple[Line, ...] = (
    Line("apply", ("decisions.json", "texts/a.txt"), machine=True),
    Line("apply", ("-", "texts/a.txt", "-o", "fixed.txt"), stdin='{"mtcheck": 2}', status=2),
    Line("baseline create", ("-b", "new.json"), _TEXTS),
    Line("baseline create", (), _TEXTS, 2),
    Line("baseline show"),
    Line("baseline update", (), _TEXTS),
    *(
        Line(
            "check",
            ("--format", form, "--show-suppressed"),
            _TEXTS,
            1,
            machine=form not in FOR_PEOPLE,
        )
        for form in FORMATS
    ),
    Line("check", ("--format", "html"), _TEXTS, 1),
    Line(
        "check",
        tuple(f"--output={form}:out/{form}" for form in (*FORMATS, "html")),
        (*_TEXTS, "broken.txt", "gone.txt", "article.docx"),
        2,
    ),
    Line("check", ("--format=json", "--baseline=.mtcheck-baseline.json"), _TEXTS, machine=True),
    Line("check", ("--diff-base", "HEAD"), _TEXTS, 0),
    Line("check", ("--max-per-1000-words", "1", "--min-score", "99"), _TEXTS, 1),
    Line("check", ("--statistics",), _TEXTS, 1),
    Line("check", ("--fail-on", "never", "--no-config", "--profile", "audit"), _TEXTS),
    Line("check", ("--no-config", "--format", "json", "--from", "zh"), _TEXTS, 1, machine=True),
    Line(
        "check",
        ("--format", "jsonl", "-"),
        status=1,
        stdin="A new crown case rose.\n",
        machine=True,
    ),
    Line("check", ("--diff",), _TEXTS, 1),
    Line("check", ("--fix", "--unsafe", "--backup"), _TEXTS, 1),
    Line("check", status=2, arguments=("--no-config",)),
    Line("check", status=1),
    Line("config explain", ("texts/b.md",)),
    Line("config schema", machine=True),
    Line("doctor"),
    Line("explain", ("--no-config", "zh/pandemic/new-crown-pneumonia")),
    Line("explain", ("mtcheck/suppression/unused",)),
    Line("gate", ("texts", *_BOXES), status=1),
    Line("ignore", (*_HELD, "texts/a.txt:1", "area/own/crown")),
    Line("ignore", (*_HELD, "texts/b.md:3:4")),
    Line("ignore", (*_HELD, "article.docx:2")),
    *(
        Line("normalize", options, _TEXTS, status, machine="json" in options)
        for options, status in (
            (("--check",), 1),
            (("--diff", "--aggressive"), 0),
            (("--explain",), 0),
            (("--format", "json"), 0),
            (("--in-place", "--backup", "--quotes", "curly"), 0),
        )
    ),
    Line("normalize", ("-",), stdin="Ｆｕｌｌ words.\n", machine=True),
    Line("report", ("-o", "pages"), _TEXTS),
    Line("report", ("--no-config",), _TEXTS),
    Line("rules catalogue", ("rules",)),
    Line("rules lint", ("rules",), status=1),
    Line("rules list"),
    Line("rules list", ("--kinds",)),
    Line("rules measure", ("--texts", "texts", "--kind", "native", "--write", "rules")),
    Line("rules new", ("area/more.yaml", "--bad", _BAD, *_NEW)),
    Line("rules test", ("rules",)),
)
"""All commands; one without a line fails a test."""

_PACK = """
about: Words for tests.
rules:
  - id: crown
    find: new crown
    suggest: [COVID-19]
    message: "{found} is 新冠 word for word; English says {suggest}."
    severity: error
    category: terminology
    bad: ["Cases of <new crown> rose."]
    good: ["A crown.", "A new hat."]
  - id: line
    find: walk the (middle|center) line
    message: "{found} says little."
    severity: warning
    category: overly-literal
    bad: ["They <walk the middle line>."]
    good: ["They walk."]
"""

_TEXT = """Über 😀 alles: the new crown spread, and they walk the middle line.

"The city ,as they say ,has new crown cases," said Li Ming. Ｆｕｌｌ width. â€œQuotedâ€\x9d, said Li Min.
"""

_MARKDOWN = """# Title

A *new crown* case, a new&nbsp;crown again.

<!-- mtcheck: ignore-next-line area -- a ship -->
They walk the middle line.

<!-- mtcheck: ignore "nothing" area -- nothing -->
"""

_FILES = {
    "rules/area/own.yaml": _PACK,
    "texts/a.txt": _TEXT,
    "texts/b.md": _MARKDOWN,
    "texts/feed.jsonl": '{"id": "x", "text": "A new crown case."}\n{"id": "y", "text": "Fine."}\n',
    "texts/table.csv": "id,text\n1,They walk the middle line.\n",
    "texts/sub/page.html": "<html lang=en><p>A <b>new crown</b> case.</p></html>\n",
    "broken.txt": "GIF\0\0",
    "mtcheck.toml": """
rules = ["rules"]
paths = ["texts"]
exclude = ["table.csv"]

[severity]
"area/own/line" = "suggestion"

[[ignore]]
paths = ["page.html"]
rule = "area"
reason = "old"

[[ignore]]
rule = "area/own/line"
text = "nowhere at all"
reason = "old"
""",
}


def make(folder: Path, home: Path) -> None:
    """Write the files of which every command gets a copy; `home` holds no config of git."""
    for name, text in _FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    from word import docx, p

    (folder / "article.docx").write_bytes(docx(p("First.") + p("Cases of new crown rose.")))
    digest = sha256(_TEXT.encode()).hexdigest()
    start = _TEXT.index("new crown")
    one = {"rule": "area/own/crown", "start": start, "end": start + 9, "text": "new crown"}
    decided = {**one, "action": "accept", "replacement": "COVID-19"}
    tree = {"mtcheck": 1, "sha256": digest, "decisions": [decided]}
    (folder / "decisions.json").write_text(json.dumps(tree), "utf-8")
    for words in (
        ["git", "init", "-q"],
        ["git", "add", "."],
        ["git", "-c", "user.name=x", "-c", "user.email=x@y", "commit", "-qm", "x"],
    ):
        subprocess.run(words, cwd=folder, check=True, env={**os.environ, "HOME": str(home)})
    subprocess.run(
        [sys.executable, "-m", "mtcheck", "baseline", "create", "texts"], cwd=folder, check=True
    )


def run_all(folder: Path, kind: Kind) -> list[dict[str, Any]]:
    """Run all lines, each in a copy of `folder` that is made beside it; return what each did."""
    from mtcheck.cli.group import status

    done = []
    for line in LINES:
        here = folder.parent / "copy"
        shutil.copytree(folder, here)
        os.chdir(here)
        files = line.files[::-1] if kind.reverse else line.files
        jobs = (
            ["--jobs", str(kind.jobs)] if line.command == "check" and "-" not in line.files else []
        )
        with (
            open("../in", "w+b") as given,
            open("../out", "w+b") as out,
            open("../err", "w+b") as err,
        ):
            given.write(line.stdin.encode())
            given.seek(0)
            for number, file in enumerate((given, out, err)):
                os.dup2(file.fileno(), number)
            ended = status([*line.command.split(), *jobs, *line.arguments, *files])
            sys.stdout.flush()
            sys.stderr.flush()
            out.seek(0)
            err.seek(0)
            said = [file.read().decode("utf-8", "surrogateescape") for file in (out, err)]
        done.append({"status": ended, "out": said[0], "err": said[1], "files": _tree(here)})
        os.chdir(folder.parent)
        shutil.rmtree(here)
    return done


def _tree(folder: Path) -> dict[str, str]:
    """Return what stands in the files of a folder that git knows nothing of."""
    return {
        str(path.relative_to(folder)): _content(path)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }


def _content(path: Path) -> str:
    if path.suffix == ".docx":  # the part that is text
        with zipfile.ZipFile(path) as parts:
            return parts.read("word/document.xml").decode()
    return path.read_bytes().decode("utf-8", "surrogateescape")


if __name__ == "__main__":
    os.environ["GIT_CEILING_DIRECTORIES"] = os.path.dirname(os.path.dirname(sys.argv[1]))
    found = run_all(Path(sys.argv[1]), Kind(**json.loads(sys.argv[2])))
    with open(sys.argv[3], "w", encoding="utf-8", errors="surrogateescape") as file:
        json.dump(found, file)
