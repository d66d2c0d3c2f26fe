"""Standard input and output as shells give them: closed, full, ended early, in another encoding."""

import json
import os
import signal
import subprocess
import sys

import pytest

from mtcheck.decisions import digest_of

BAD = "Cases of new crown pneumonia rose in the north of the city on Friday.\n"
MTCHECK = f"{sys.executable} -m mtcheck"


@pytest.fixture
def shell(tmp_path):
    """Run a bash command in a folder that has an article of many findings."""
    (tmp_path / "a.txt").write_text(BAD * 3000)

    def run(command):
        return subprocess.run(
            ["bash", "-c", command], cwd=tmp_path, capture_output=True, check=False
        )

    return run


COMMANDS = [
    "check a.txt",
    "check --format json a.txt",
    "check --format jsonl a.txt",
    "rules list",
    "rules list --kinds",
    "explain zh/pandemic/new-crown-pneumonia",
    "report a.txt",
    "--help",
]


@pytest.fixture
def left(tmp_path):
    """Run mtcheck with an output whose reader has left already; returns status and errors."""

    def run(*arguments):
        reader, writer = os.pipe()
        os.close(reader)
        process = subprocess.Popen(
            [sys.executable, "-m", "mtcheck", *arguments],
            cwd=tmp_path,
            stdout=writer,
            stderr=subprocess.PIPE,
        )
        os.close(writer)
        _, stderr = process.communicate()
        return process.returncode, stderr

    return run


@pytest.mark.parametrize("command", COMMANDS)
def test_a_reader_that_leaves_ends_it_quietly_and_never_as_clean(shell, left, command):
    assert left(*command.split()) == (-signal.SIGPIPE, b"")


def test_what_a_reader_wanted_it_has(shell):
    done = shell(f"{MTCHECK} check a.txt | head -1")
    assert (done.stdout, done.stderr) == (b"a.txt\n", b"")


@pytest.mark.parametrize(
    ("command", "status"), [("check a.txt", 1), ("rules list --kinds", 0), ("--version", 0)]
)
def test_without_any_output_the_status_still_tells(shell, command, status):
    done = shell(f"{MTCHECK} {command} >&- 2>&-")
    assert (done.returncode, done.stdout, done.stderr) == (status, b"", b"")


def test_a_reader_that_leaves_loses_no_page(left, tmp_path):
    (tmp_path / "a.txt").write_text(BAD)
    (tmp_path / "b.txt").write_text(BAD)
    left("report", "a.txt", "b.txt")
    assert {p.name for p in (tmp_path / "reports").iterdir()} == {"a.html", "b.html", "index.html"}


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_one_sentence(shell, command):
    done = shell(f"{MTCHECK} {command} >/dev/full")
    assert done.returncode == 2
    assert done.stderr == b"mtcheck: standard output: No space left on device\n"


def test_no_standard_input(shell):
    done = shell(f"{MTCHECK} check - <&-")
    assert done.returncode == 2
    assert b"mtcheck: -: there is no standard input\n" in done.stderr


def test_nowhere_to_write_a_corrected_article(shell, tmp_path):
    (tmp_path / "b.txt").write_text(BAD)
    tree = {"mtcheck": 1, "sha256": digest_of(BAD), "decisions": []}
    (tmp_path / "d.json").write_text(json.dumps(tree))
    done = shell(f"{MTCHECK} apply d.json b.txt >&-")
    assert done.returncode == 2
    assert b"name a file with --output" in done.stderr
    assert shell(f"{MTCHECK} apply d.json b.txt -o -").stdout == BAD.encode()


def test_ctrl_c_is_no_traceback(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [sys.executable, "-m", "mtcheck", "check", str(pipe)], stderr=subprocess.PIPE
    )
    # Opening waits until the command opens the other end: it is at work then, and waits for text.
    with open(pipe, "wb"):
        process.send_signal(signal.SIGINT)
        _, stderr = process.communicate()
    assert process.returncode == 130
    assert b"Traceback" not in stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8:strict"])
def test_json_is_utf8_and_text_is_written_in_any_encoding(mtcheck, tmp_path, encoding):
    name = os.fsdecode(b"caf\xff.txt")
    (tmp_path / name).write_text(BAD)
    environment = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = mtcheck("check", "--format", "jsonl", ".", cwd=tmp_path, **environment)
    row = json.loads(done.stdout.decode("utf-8"))
    assert (row["file"], row["replacements"]) == (name, ["COVID-19"])
    assert "新冠" in row["message"]
    done = mtcheck("check", ".", cwd=tmp_path, **environment)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"1 error in 1 file." in done.stdout


def test_a_hostile_file_name_cannot_steer_the_terminal(mtcheck, tmp_path):
    name = tmp_path / "a\n\x1b[2Jb.txt"
    done = mtcheck("check", name)
    assert done.stderr.count(b"\n") == 1
    assert b"\x1b" not in done.stderr
    name.write_bytes("caf\xe9 new crown pneumonia, d\xe9j\xe0 vu".encode("cp1252"))
    done = mtcheck("check", name)
    assert done.stderr.count(b"\n") == 1
    assert b"\x1b" not in done.stdout + done.stderr
