"""Incoming articles go where their findings say, and none is lost or doubled."""

import json
import multiprocessing
import os
import random
import signal
import time
from collections import Counter

import pytest

from mtcheck.errors import InputError
from mtcheck.gate.decide import decided, worst
from mtcheck.gate.outboxes import REASONS, STATE, Outboxes, Part
from mtcheck.gate.pipeline import found, send, waiting
from mtcheck.gate.run import How, Run, Unread
from mtcheck.gate.settings import RuleChoice, Settings
from mtcheck.gate.verdict import Limits

BAD = "There was a new crown pneumonia case."
DOUBTFUL = "He smiled with the deadline."
FINE = "All is fine."
FOLDERS = ("accept", "review", "reject")
PACK = """
about: Test.
rules:
  - id: crown
    find: new crown
    message: No.
    severity: error
    category: style
    bad: ["A <new crown>."]
    good: ["A crown.", "A new hat."]
  - id: deadline
    find: deadline
    message: No.
    severity: warning
    category: style
    bad: ["A <deadline>."]
    good: ["A line.", "A dead man."]
"""


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "y.yaml").write_text(PACK)
    return folder


def boxes(inbox):
    return Outboxes(inbox, {name: inbox.parent / name for name in FOLDERS})


def lines(*texts):
    return "".join(json.dumps({"id": str(n), "text": t}) + "\n" for n, t in enumerate(texts))


def work(inbox):
    """One run of the pipeline, without its command line."""
    settings = Settings(RuleChoice((str(inbox.parent / "x" / "y.yaml"),)))
    with boxes(inbox) as open_:
        open_.finish()
        files = {file.name: file for file in waiting(inbox, 0, time.time())}
        results = []

        def on_file(name):
            decisions = decided(results, Limits(), Limits("error"))
            results.clear()
            send(files[name], decisions, open_, lambda d: [d.why], settings.reading)

        run = Run(found(list(files.values())), lambda _: settings, on_file, How(1, keep=False))
        for each in run:
            results.append(each)


def everything(parent):
    """What lies in the folders: names and contents."""
    return {
        str(path.relative_to(parent)): path.read_text("latin-1")
        for name in FOLDERS
        for path in sorted((parent / name).rglob("*"))
        if path.is_file()
    }


def test_files_go_where_their_worst_finding_says(inbox):
    (inbox / "sub").mkdir()
    (inbox / "sub" / "bad.txt").write_text(BAD)
    (inbox / "doubtful.txt").write_text(DOUBTFUL)
    (inbox / "fine.md").write_text(FINE)
    (inbox / "picture.txt").write_bytes(b"GIF\0\0")
    (inbox / "other.bin").write_bytes(b"left alone")
    work(inbox)
    assert everything(inbox.parent) == {
        "accept/fine.md": FINE,
        "review/doubtful.txt": DOUBTFUL,
        "review/doubtful.txt.reasons": "1 warning\n",
        "review/picture.txt": "GIF\0\0",
        "review/picture.txt.reasons": "it cannot be read: this is a binary file, not a text\n",
        "reject/sub/bad.txt": BAD,
        "reject/sub/bad.txt.reasons": "1 error\n",
    }
    assert [p.name for p in inbox.rglob("*") if p.is_file()] == ["other.bin", "lock"]


def test_records_of_json_lines_go_their_own_ways(inbox):
    text = "\n" + lines(FINE, BAD) + '{"id": "no text"}\n\n' + lines(DOUBTFUL, FINE).rstrip()
    (inbox / "a.jsonl").write_text(text)
    work(inbox)
    there = everything(inbox.parent)
    one, two, three, blank, four, five = text[1:].splitlines(keepends=True)
    assert there["accept/a.jsonl"] == "\n" + one + five
    assert there["review/a.jsonl"] == four
    assert there["reject/a.jsonl"] == two + three + blank
    assert there["reject/a.jsonl" + REASONS] == "1 error\n"
    assert "accept/a.jsonl" + REASONS not in there


def test_a_damaged_file_of_records_is_held_as_a_whole(inbox):
    text = lines(FINE, BAD) + "{"
    (inbox / "a.jsonl").write_text(text)
    work(inbox)
    there = everything(inbox.parent)
    assert there["reject/a.jsonl"] == text
    assert "it cannot be read" in there["reject/a.jsonl" + REASONS]


def test_nothing_is_written_over(inbox):
    for text in (BAD, BAD + "2", BAD + "3"):
        (inbox / "a.txt").write_text(text)
        work(inbox)
    there = everything(inbox.parent)
    assert [there[f"reject/a{n}.txt"][len(BAD) :] for n in ("", "-2", "-3")] == ["", "2", "3"]


def test_what_changes_while_it_is_checked_stays(inbox):
    path = inbox / "a.txt"
    path.write_text(FINE)
    with boxes(inbox) as open_:
        [file] = waiting(inbox, 0, time.time())
        path.write_text(BAD)
        assert send(file, [], open_, lambda d: [], Settings().reading) is None
        path.unlink()
        assert send(file, [], open_, lambda d: [], Settings().reading) is None
    assert everything(inbox.parent) == {}


def test_files_that_may_still_grow_wait(inbox):
    (inbox / "a.txt").write_text(FINE)
    os.utime(inbox / "a.txt", (1000, 1000))
    assert list(waiting(inbox, 60, 1059)) == []
    assert len(list(waiting(inbox, 60, 1060))) == 1


def test_two_runs_do_not_share_an_inbox(inbox):
    with boxes(inbox), pytest.raises(InputError, match="another run"), boxes(inbox):
        pass
    with boxes(inbox):
        pass


def test_folders_lie_apart(inbox):
    for folder in (inbox, inbox / "accept"):
        with pytest.raises(InputError, match="name a folder elsewhere"):
            Outboxes(inbox, {"accept": folder})
    with pytest.raises(InputError, match="same folder"):
        Outboxes(inbox, {"accept": inbox.parent / "a", "reject": inbox.parent / "a"})
    (inbox.parent / "file").write_text("")
    with pytest.raises(InputError, match="cannot be written"), Outboxes(inbox, {"accept": inbox.parent / "file"}):  # fmt: skip
        pass


def test_a_file_without_any_document_is_held():
    assert worst([]) == "review"
    [decision] = decided([Unread("a", "why")], Limits(), Limits())
    assert (decision.fate, decision.result) == ("review", None)


class Killed(BaseException):
    """Stands for the end of the program: no `except Exception` sees it."""


STEPS = ("rename", "replace", "unlink", "fsync", "mkdir")


def killed_at(monkeypatch, step):
    """Let the program end before the `step`-th operation on a file; returns what was counted."""
    count = [0]

    def counting(real):
        def call(*arguments, **named):
            count[0] += 1
            if count[0] == step:
                raise Killed
            return real(*arguments, **named)

        return call

    for name in STEPS:
        monkeypatch.setattr(os, name, counting(getattr(os, name)))
    return count


def filled(inbox, rounds=1):
    for number in range(rounds):
        (inbox / f"{number}.jsonl").write_text(lines(FINE, BAD, DOUBTFUL, BAD + str(number)))
        (inbox / f"{number}.txt").write_text(BAD + str(number))


def test_whenever_it_is_killed_the_next_run_ends_the_work(inbox, monkeypatch):
    filled(inbox)
    work(inbox)
    wanted = everything(inbox.parent)
    assert len(wanted) == 7
    for step in range(1, 200):
        for path in wanted:
            (inbox.parent / path).unlink()
        filled(inbox)
        with monkeypatch.context() as patch:
            count = killed_at(patch, step)
            try:
                work(inbox)
            except Killed:
                pass
            else:
                break
        work(inbox)
        assert everything(inbox.parent) == wanted, step
        assert sorted(p.name for p in (inbox / STATE).iterdir()) == ["lock"]
    assert 15 < step < 200, count


def test_a_hundred_kills_lose_nothing_and_double_nothing(inbox):
    rounds = 60
    filled(inbox, rounds)
    context, random_ = multiprocessing.get_context("fork"), random.Random(1)
    kills = 0
    while kills < 100:
        process = context.Process(target=work, args=(inbox,))
        process.start()
        time.sleep(random_.uniform(0.001, 0.02))
        if process.is_alive():
            os.kill(process.pid, signal.SIGKILL)
            kills += 1
        process.join()
        if kills < 100 and not any(p.suffix in (".txt", ".jsonl") for p in inbox.iterdir()):
            filled(inbox, rounds)
    work(inbox)
    there = everything(inbox.parent)
    assert not [path for path in there if path.endswith(".new")]
    records = Counter(
        line
        for path, text in there.items()
        if not path.endswith(REASONS)
        for line in text.splitlines()
    )
    times = records[json.dumps({"id": "3", "text": BAD + "0"})]
    assert times >= 1
    one = Counter(lines(FINE, BAD, DOUBTFUL).splitlines())
    wanted = Counter({line: n * rounds * times for line, n in one.items()})
    for number in range(rounds):
        wanted[json.dumps({"id": "3", "text": BAD + str(number)})] = times
        wanted[BAD + str(number)] = times
    assert records == wanted


def test_a_part_that_is_all_of_a_file_goes_as_it_is(inbox):
    path = inbox / "a.txt"
    path.write_text("é\r\n")
    with boxes(inbox) as open_:
        targets = open_.send(path, {"accept": Part(None, [])})
    assert targets["accept"].read_text() == "é\n"
    assert not path.exists()
