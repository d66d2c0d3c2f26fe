"""textstat gives its formulas, and nothing else: no counting, no memory, no network."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, NoReturn

import pytest

from mtcheck.errors import MtcheckError
from mtcheck.scores.counts import Counts
from mtcheck.scores.formulas import easy_words, formulas
from mtcheck.scores.readability import readability

COUNTS = Counts(
    sentences=40,
    words=640,
    latin=640,
    characters=3200,
    syllables=1000,
    polysyllables=90,
    hard=64,
    unfamiliar=128,
)

# The formulas as published, written out; Coleman-Liau with textstat's 0.058 (published: 0.0588).
PUBLISHED = {
    "flesch": 206.835 - 1.015 * 640 / 40 - 84.6 * 1000 / 640,
    "flesch-kincaid": 0.39 * 640 / 40 + 11.8 * 1000 / 640 - 15.59,
    "gunning-fog": 0.4 * (640 / 40 + 100 * 64 / 640),
    "smog": 3.1291 + 1.043 * (30 * 90 / 40) ** 0.5,
    "coleman-liau": 0.058 * 100 * 3200 / 640 - 0.296 * 100 * 40 / 640 - 15.8,
    "ari": 4.71 * 3200 / 640 + 0.5 * 640 / 40 - 21.43,
    "dale-chall": 0.1579 * 100 * 128 / 640 + 0.0496 * 640 / 40 + 3.6365,
}

# What textstat counts as we do: no names, no short sentences, only plain listed words or long ones,
# and a hyphenation dictionary that finds all syllables of them.
ALIKE = "the man put his hand on the table after dinner. a child sat under the window for an hour. "
ALIKE_SENTENCES = [part.strip() + "." for part in ALIKE.split(".") if part.strip()] * 20


def refuse(*_args: object, **_more: object) -> NoReturn:
    raise AssertionError("a readability score reached for the network")


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    import nltk

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(nltk, "download", refuse)
    monkeypatch.setattr(nltk.data, "find", refuse)


@pytest.fixture
def fresh() -> Iterator[None]:
    formulas.cache_clear()
    yield
    formulas.cache_clear()


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_formula_is_the_published_one(name: str) -> None:
    assert formulas()[name](COUNTS) == pytest.approx(PUBLISHED[name])


def test_there_are_no_other_formulas() -> None:
    assert list(formulas()) == list(PUBLISHED)


@pytest.mark.filterwarnings("ignore:There is no easy words vocabulary")
@pytest.mark.parametrize(
    ("place", "metric", "language"),
    [
        (1, "flesch_reading_ease", True),
        (2, "flesch_kincaid_grade", True),
        (3, "gunning_fog", True),
        (4, "smog_index", True),
        (5, "coleman_liau_index", False),
    ],
)
def test_scores_are_textstats_where_it_counts_as_we_do(
    place: int, metric: str, language: bool, no_network: None
) -> None:
    from textstat.backend import metrics

    # Under a tag that it does not take for English, textstat asks for no pronouncing dictionary.
    theirs = getattr(metrics, metric)(ALIKE * 20, *(["en-US"] if language else []))
    assert readability(ALIKE_SENTENCES)[place].value == pytest.approx(theirs)


def test_no_score_reaches_for_the_network(no_network: None, fresh: None) -> None:
    easy_words.cache_clear()
    scores = readability(["The representative of the U.S. said nothing about it."] * 40)
    assert [score.why_none for score in scores] == [None] * 8


def test_a_process_without_home_and_network_gives_the_same_scores(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    code = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise AssertionError('network')\n"
        "class Refused(socket.socket): __init__ = refuse\n"
        "socket.socket = Refused\n"
        "socket.create_connection = socket.getaddrinfo = refuse\n"
        "from mtcheck.scores.readability import readability\n"
        "import mtcheck.scores.quality\n"
        "assert not {'textstat', 'nltk', 'pyphen'} & set(sys.modules), 'imported too early'\n"
        f"print([score.value for score in readability({ALIKE_SENTENCES!r})])"
    )
    kept = {
        key: os.environ[key] for key in ("PATH", "SYSTEMROOT", "PYTHONPATH") if key in os.environ
    }
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**kept, "HOME": str(home), "NLTK_DATA": str(home)},
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.strip() == str([score.value for score in readability(ALIKE_SENTENCES)])
    assert list(home.iterdir()) == []


def caches(package: ModuleType) -> dict[str, Any]:
    found = {}
    for name, part in sys.modules.items():
        if name.startswith(package.__name__):
            found |= {key: v for key, v in vars(part).items() if hasattr(v, "cache_info")}
    return found


def test_textstat_keeps_no_text_of_ours_and_is_left_as_it_was() -> None:
    import textstat

    formulas()
    easy_words()
    before = {name: (cached, cached.cache_info()) for name, cached in caches(textstat).items()}
    readability(["Nobody has ever scored this sentence about a photographer before now."] * 40)
    assert before
    assert before == {n: (cached, cached.cache_info()) for n, cached in caches(textstat).items()}


def fetch_dictionary(text: str) -> float:
    raise AssertionError(f"{text!r} reached a counter that mtcheck does not know")


@cache
def knows_more(text: str, lang: str) -> float:
    return fetch_dictionary(text + lang)


def not_memoized(text: str, lang: str) -> float:
    return 0.0


@pytest.mark.parametrize("rebuilt", [knows_more, not_memoized])
def test_a_textstat_that_counts_in_another_way_is_refused(
    rebuilt: object, monkeypatch: pytest.MonkeyPatch, fresh: None
) -> None:
    from textstat.backend import metrics

    monkeypatch.setattr(metrics, "smog_index", rebuilt)
    with pytest.raises(MtcheckError, match=r"computes 'smog_index' in a way .* install textstat"):
        formulas()


def test_a_textstat_without_the_formula_is_refused(
    monkeypatch: pytest.MonkeyPatch, fresh: None
) -> None:
    from textstat.backend import metrics

    monkeypatch.delattr(metrics, "smog_index")
    with pytest.raises(MtcheckError, match=r"install textstat 0\.7\.13"):
        formulas()


def test_the_word_list_is_dale_and_challs() -> None:
    assert {"airplane", "don't", "government"} <= easy_words()
    assert "responsibility" not in easy_words()
