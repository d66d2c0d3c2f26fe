"""Many processes give what one gives, and leave nothing behind."""

import os
import signal
import subprocess
import sys
import time

import pytest

from mtcheck.errors import InputError, MtcheckError
from mtcheck.gate.parallel import in_order, processors
from mtcheck.gate.run import How, Run, Unread
from mtcheck.gate.settings import Settings

BAD = "It is a new crown pneumonia case.\n"


def square(number):
    if number < 0:
        raise ValueError("below zero")
    return number * number


def test_results_are_in_order():
    assert list(in_order(square, range(50), 3)) == [n * n for n in range(50)]
    assert list(in_order(square, [], 2)) == []


def test_an_error_comes_in_its_turn_and_ends_the_others():
    numbers = in_order(square, [1, 2, -1, *range(1000)], 2)
    assert [next(numbers), next(numbers)] == [1, 4]
    with pytest.raises(ValueError, match="below zero"):
        next(numbers)


def test_a_caller_may_stop_early():
    numbers = in_order(square, range(100_000), 2)
    assert next(numbers) == 0
    numbers.close()


def suicide(number):
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_killed_process_is_said(monkeypatch):
    # As the command line has it: a broken pipe ends the program.
    before = signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        with pytest.raises(MtcheckError, match="was killed"):
            list(in_order(suicide, range(100), 2))
    finally:
        signal.signal(signal.SIGPIPE, before)


def test_there_is_a_processor():
    assert processors() >= 1


@pytest.fixture
def folder(tmp_path):
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text("Fine.\n" * number + BAD)
    (tmp_path / "03.txt").write_bytes(b"GIF\0\0")
    return tmp_path


def test_a_run_is_the_same_with_one_process_or_many(folder):
    files = [(str(path), None) for path in sorted(folder.iterdir())]
    files[5] = (files[5][0], InputError("no"))
    runs = [Run(files, lambda _: Settings(), how=How(jobs, keep=False)) for jobs in (1, 2, 5)]
    one, two, five = map(list, runs)
    assert one == two == five
    assert isinstance(one[3], Unread)
    assert runs[0].unread == runs[1].unread == runs[2].unread
    assert len(runs[0].unread) == 2


def test_outputs_are_the_same_to_the_byte(mtcheck, folder):
    outputs = {
        (done := mtcheck("check", "--format", "json", "--no-cache", "--jobs", jobs, ".", cwd=folder)).stdout
        + done.stderr
        for jobs in ("1", "2", "4")
    }  # fmt: skip
    assert len(outputs) == 1
    assert done.returncode == 2


def children(pid):
    listed = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True
    )
    return [int(each) for each in listed.stdout.split()]


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    with open(f"/proc/{pid}/stat") as file:
        return file.read().rpartition(")")[2].split()[0] != "Z"


def eventually(condition):
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False


@pytest.mark.skipif(not os.path.exists("/proc/self/stat"), reason="needs the /proc of Linux")
@pytest.mark.parametrize("how", ["ctrl-c", "interrupt", "terminate", "kill"])
def test_an_end_leaves_nothing_behind(tmp_path, how):
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(BAD * 3000)
    process = subprocess.Popen(
        [sys.executable, "-m", "mtcheck", "check", "--no-cache", "--jobs", "2", str(tmp_path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert eventually(lambda: len(children(process.pid)) == 2)
    workers = children(process.pid)
    if how == "ctrl-c":  # a terminal tells the whole group
        os.killpg(process.pid, signal.SIGINT)
    else:
        ways = {"interrupt": signal.SIGINT, "terminate": signal.SIGTERM, "kill": signal.SIGKILL}
        process.send_signal(ways[how])
    _, said = process.communicate(timeout=60)
    assert process.returncode == {"kill": -signal.SIGKILL, "terminate": 143}.get(how, 130)
    assert b"Traceback" not in said
    assert eventually(lambda: not any(map(alive, workers)))
