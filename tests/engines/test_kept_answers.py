"""Answers kept by paragraph: what is damaged, locked or not to be written is as if not there."""

import json
import sqlite3
import subprocess
import sys

import pytest

from mtcheck.engines.languagetool import kept
from mtcheck.engines.languagetool.kept import Kept
from mtcheck.engines.languagetool.match import Match

TEXT = "The goverment \N{GRINNING FACE} met. \ud800"
MATCH = Match(4, 13, "MORFOLOGIK", None, "TYPOS", "misspelling", "No.", "", ("a", "b"), "https://x")


@pytest.fixture
def base(tmp_path, monkeypatch):
    monkeypatch.setenv("MTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache" / "languagetool.sqlite3"


@pytest.fixture
def answers(base):
    made = Kept("6.8 (abc)")
    made.put([(TEXT, [MATCH]), ("Nothing.", [])])
    yield made
    made.close()


def again(version="6.8 (abc)"):
    """What is kept of the text, as another run sees it."""
    made = Kept(version)
    found = made.get(TEXT)
    made.close()
    return found


def test_answers_come_back_as_they_were(answers):
    assert answers.get(TEXT) == [MATCH]
    assert answers.get("Nothing.") == []
    assert answers.get("Nothing") is None
    assert again() == [MATCH]


def test_another_version_and_another_language_say_something_else(answers, monkeypatch):
    assert again("6.9 (abc)") is None
    monkeypatch.setattr(kept, "LANGUAGE", "en-GB")
    assert again() is None


@pytest.mark.parametrize("row", ["", "[", "3", "[3]", "[[]]", "[[1, 2]]", json.dumps([[1] * 11])])
def test_a_damaged_row_is_asked_again(answers, base, row):
    with sqlite3.connect(base) as other:
        other.execute("UPDATE answers SET matches = ?", (row,))
    assert answers.get(TEXT) is None
    answers.put([(TEXT, [MATCH])])
    assert answers.get(TEXT) == [MATCH]


def test_a_file_that_is_no_base_is_replaced(base):
    base.parent.mkdir()
    base.write_bytes(b"no base" * 1000)
    made = Kept("6.8 (abc)")
    made.put([(TEXT, [MATCH])])
    made.close()
    assert again() == [MATCH]


def test_a_base_that_is_broken_inside_is_replaced(base):
    made = Kept("6.8 (abc)")
    made.put((f"{number}", [MATCH] * 9) for number in range(500))
    made.put([(TEXT, [MATCH])])
    made.close()
    data = bytearray(base.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    base.write_bytes(data)
    made = Kept("6.8 (abc)")
    assert made.get(TEXT) is None
    made.put([(TEXT, [MATCH])])
    assert made.get(TEXT) == [MATCH]
    made.close()
    assert again() == [MATCH]


def test_a_base_that_somebody_holds_is_left_alone(answers, base, monkeypatch):
    connect = sqlite3.connect
    monkeypatch.setattr(kept.sqlite3, "connect", lambda path, timeout: connect(path, timeout=0))
    with connect(base, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        made = Kept("6.8 (abc)")
        made.put([(TEXT, [])])
        assert made.get(TEXT) is None
        made.close()
        other.execute("ROLLBACK")
    assert again() == [MATCH]


def test_no_place_to_keep_them(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("MTCHECK_CACHE_DIR", str(tmp_path / "file" / "below"))
    made = Kept("6.8 (abc)")
    made.put([(TEXT, [MATCH])])
    assert made.get(TEXT) is None
    made.close()
    monkeypatch.setattr(kept, "folder", lambda: None)
    assert again() is None


def test_a_base_that_cannot_be_written_is_still_read(answers, base):
    """Opened as SQLite opens a file without rights: root may write everything."""
    answers.close()
    code = (
        "import sqlite3\n"
        "from mtcheck.engines.languagetool import kept\n"
        "real = sqlite3.connect\n"
        "kept.sqlite3.connect = lambda path, timeout: real(f'file:{path}?mode=ro', uri=True)\n"
        "made = kept.Kept('6.8 (abc)')\n"
        "made.put([('new', [])])\n"
        "print(made.get('new'), made.get('Nothing.'))\n"
        "made.close()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "None []\n"


def test_what_was_kept_first_goes_first(base, monkeypatch):
    monkeypatch.setattr(kept, "MOST", 3)
    made = Kept("6.8 (abc)")
    made.put((f"{number}", []) for number in range(5))
    made.put([("0", [MATCH])])  # kept anew
    made.close()
    made = Kept("6.8 (abc)")
    assert [made.get(f"{number}") for number in range(5)] == [[MATCH], None, None, [], []]
    made.close()


def test_several_processes_keep_answers_in_one_base(base):
    code = (
        "import sys\n"
        "from mtcheck.engines.languagetool.kept import Kept\n"
        "made = Kept('6.8 (abc)')\n"
        "for number in range(50):\n"
        "    made.put([(f'{sys.argv[1]} {number}', [])])\n"
        "made.close()\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, name]) for name in "abc"]
    assert [each.wait() for each in running] == [0, 0, 0]
    made = Kept("6.8 (abc)")
    assert all(made.get(f"{name} {n}") == [] for name in "abc" for n in range(50))
    made.close()
