"""One run and its server: what is asked, how often, and what becomes of a run when it fails."""

import json
import os
import signal
import socket
import subprocess
import sys

import pytest

from languagetool_stub import MATCH, Stub, cut, found, hang, said, status
from mtcheck.checker import examine, shipped
from mtcheck.engine.view import View
from mtcheck.engines.languagetool.asking import LanguageTool
from mtcheck.engines.languagetool.service import Service
from mtcheck.formats.plain import read_text

TEXT = "The goverment met.\n\nThe the people left.\n\nThe goverment met.\n"
SOON = 60  # seconds that what ends at once may take on a busy machine


@pytest.fixture(autouse=True)
def _own_answers(tmp_path, monkeypatch):
    monkeypatch.setenv("MTCHECK_CACHE_DIR", str(tmp_path / "cache"))


def run(url, *texts, keep=False, timeout=20.0):
    """What is found in texts, one after the other, and what is lacking."""
    tool = LanguageTool(Service(url, timeout, 0), keep=keep)
    try:
        views = [View(read_text(text)) for text in texts]
        told = [tool.findings(view, examine(view, shipped()).findings) for view in views]
    finally:
        tool.close()
    return [([each.text for each in found], lacks) for found, lacks in told]


def other(number):
    """A text that no other number has."""
    return f"Paragraph {number} is short."


def test_equal_paragraphs_are_asked_once():
    with Stub() as stub:
        text = "The goverment met.\n\nA tree.\n\nA tree.\n"
        assert run(stub.url, text) == [(["goverment"], None)]
        assert sorted(stub.asked) == ["A tree.", "The goverment met."]


def test_a_fault_leaves_out_a_text_and_three_in_a_row_the_rest():
    bad = status(400, "Error: no")
    with Stub(bad, found(), bad, bad, bad) as stub:
        told = run(stub.url, *map(other, range(8)))
        assert [bool(lacks) for _, lacks in told] == [True, False, *[True] * 6]
        assert len(stub.asked) == 5
        assert told[-1] == told[-2]


def test_behind_a_fault_nothing_more_of_a_text_is_asked():
    text = "\n\n".join(map(other, range(100)))
    with Stub(*[status(400, "Error: no")] * 100) as stub:
        [(_, lacks)] = run(stub.url, text)
        assert "answers 400" in lacks
        assert len(stub.asked) <= 8


def test_answers_are_kept_although_others_are_lacking():
    with Stub(found(MATCH), status(400, "Error: no")) as stub:  # one paragraph after the other
        first, second = run(stub.url, "The goverment met.", other(1), keep=True)
        assert first == (["goverment"], None)
        assert second[1]
        assert run(stub.url, "The goverment met.", other(1), keep=True) == [first, ([], None)]
        assert len(stub.asked) == 3


def test_nothing_is_kept_where_that_is_not_wanted(tmp_path):
    with Stub() as stub:
        run(stub.url, TEXT)
    assert not (tmp_path / "cache" / "languagetool.sqlite3").exists()


@pytest.mark.parametrize("info", [status(404, "no"), said({}), cut(b""), status(200, "<html>")])
def test_what_is_no_languagetool_is_asked_once(info):
    with Stub(info=info) as stub:
        told = run(stub.url, TEXT, TEXT)
        assert told[0] == told[1]
        assert told[0][0] == []
        assert told[0][1]
        assert stub.asked == []
        assert len(stub.paths) == 1


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    return path


def check(mtcheck, url, article, *options):
    return mtcheck(
        *("check", "--no-config", "--format", "jsonl", "--languagetool", url),
        *("--languagetool-retries", "0", *options, article),
    )


def test_what_is_lacking_is_said_once_and_our_findings_stand(mtcheck, article):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
    done = check(mtcheck, url, article)
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == ["The the"]
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        f"mtcheck: LanguageTool at {url} cannot be reached: Connection refused; "
        "mtcheck's own findings stand",
        "mtcheck: gate: FAIL, 1 error in 1 of 1 file; LanguageTool did not answer for 1 file",
    ]
    again = check(mtcheck, url, article, "--languagetool-required")
    assert (again.stdout, again.returncode) == (done.stdout, 2)


def test_a_clean_text_passes_without_languagetool_unless_it_is_required(mtcheck, article):
    article.write_text("The people left.\n")
    with Stub(*[status(500, "Error: no")] * 9) as stub:
        done = check(mtcheck, stub.url, article)
        assert (done.stdout, done.returncode) == (b"", 0)
        assert b"answers 500: Error: no; mtcheck's own findings stand" in done.stderr
        done = check(mtcheck, stub.url, article, "--languagetool-required")
        assert done.returncode == 2
        assert b"gate: FAIL" in done.stderr


def test_what_was_lacking_is_asked_again(mtcheck, article):
    article.write_text("The goverment met.\n")
    with Stub(status(400, "no")) as stub:
        assert check(mtcheck, stub.url, article).stdout == b""
        row = json.loads(check(mtcheck, stub.url, article).stdout)
        assert (row["text"], row["rule"]) == ("goverment", "languagetool/morfologik-rule-en-us")


def test_a_server_that_closes_its_connections_ends_no_run(mtcheck, tmp_path):
    """A broken pipe ends a program of the command line; not where the pipe is LanguageTool's."""
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text(other(number))
    with Stub(*[cut(found())] * 6) as stub:
        done = check(mtcheck, stub.url, tmp_path)
        assert (done.stdout, done.returncode) == (b"", 0), done.stderr
        assert len(stub.asked) == 6


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_run_that_waits_for_a_server_can_be_ended(article, number):
    with Stub(hang) as stub:
        command = [sys.executable, "-m", "mtcheck", "check", "--no-config", "--no-cache"]
        with subprocess.Popen(
            [*command, "--languagetool", stub.url, "--languagetool-timeout", "600", article],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=os.environ,
        ) as running:
            try:
                while not stub.asked:  # the server says what it is first
                    assert stub.called.wait(SOON)
                    stub.called.clear()
                running.send_signal(number)
                assert running.wait(SOON) in (128 + number, -number)
            finally:
                running.kill()


def test_the_gate_accepts_nothing_that_a_required_languagetool_did_not_answer_for(
    mtcheck, tmp_path
):
    for number in range(2):
        inbox = tmp_path / f"in{number}"
        inbox.mkdir()
        (inbox / "a.txt").write_text("The people left.\n")
        (inbox / "b.txt").write_text("The people left again.\n")
    boxes = [f"--{fate}={tmp_path / fate}" for fate in ("accept", "review", "reject")]
    with Stub(*[status(400, "Error: no")] * 9) as stub:
        asked = ("--no-config", "--languagetool", stub.url)
        done = mtcheck("gate", tmp_path / "in0", *boxes, *asked)
        assert (done.returncode, done.stderr.count(b"own findings stand")) == (0, 1)
        done = mtcheck("gate", tmp_path / "in1", *boxes, *asked, "--languagetool-required")
        assert done.returncode == 1
        assert b"held for review: LanguageTool is required" in done.stdout
    assert {path.name for path in (tmp_path / "accept").iterdir()} == {"a.txt", "b.txt"}
    assert len([*(tmp_path / "review").glob("*.txt")]) == 2
