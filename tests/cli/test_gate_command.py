"""`mtcheck gate`: what it says, and its status."""

import json

import pytest

BAD = '{"id": "a", "text": "There was a new crown pneumonia case."}\n'
TEXT = (
    "There was a new crown pneumonia case in the town on Monday. Trains to the coast were late for "
    "most of the afternoon, so that few people came to the harbour, and the market closed early."
)
FINE = '{"id": "b", "text": "All is fine."}\n'


@pytest.fixture
def gate(tmp_path, mtcheck):
    """Run the pipeline from `in` to three folders beside it."""
    (tmp_path / "in").mkdir()
    folders = [f"--{name}={name}" for name in ("accept", "review", "reject")]

    def run(*arguments):
        done = mtcheck("gate", "in", *folders, *arguments, cwd=tmp_path)
        return done.returncode, done.stdout.decode().splitlines(), done.stderr.decode()

    return run


def test_articles_are_sent_on_and_said(gate, tmp_path):
    assert gate() == (0, ["nothing to do."], "")
    (tmp_path / "in/a.jsonl").write_text(BAD + FINE + FINE)
    assert gate() == (
        1,
        [
            "in/a.jsonl: accepted (2 records): nothing in it is over the limits -> accept/a.jsonl",
            "in/a.jsonl: rejected (1 record): 1 error -> reject/a.jsonl",
            "2 accepted, 1 rejected.",
        ],
        "",
    )
    about, finding = map(json.loads, (tmp_path / "reject/a.jsonl.reasons").read_text().splitlines())
    assert about == {"record": "a", "fate": "reject", "why": "1 error"}
    assert finding["text"] == "new crown pneumonia"


@pytest.mark.parametrize(
    ("options", "fate"),
    [
        ((), "reject"),
        (("--reject-on", "never"), "review"),
        (("--reject-on", "never", "--review-on", "never"), "accept"),
        (("--reject-over", "500", "--review-over", "1"), "review"),
        (("--reject-over", "500", "--review-over", "500"), "accept"),
        (("--ignore", "zh"), "accept"),
    ],
)
def test_limits_decide(gate, tmp_path, options, fate):
    (tmp_path / "in/a.txt").write_text(TEXT)
    status, _, _ = gate(*options)
    assert status == (fate != "accept")
    assert (tmp_path / fate / "a.txt").exists()


def test_a_low_score_decides(gate, tmp_path):
    (tmp_path / "in/a.txt").write_text(TEXT)
    options = ("--reject-on", "never", "--review-on", "never", "--review-below", "99")
    assert gate(*options)[1][0].startswith("in/a.txt: held for review: in/a.txt scores 86.")


def test_a_run_that_was_ended_is_finished(gate, tmp_path):
    state = tmp_path / "in/.mtcheck-gate"
    state.mkdir()
    target = tmp_path / "accept/a.txt"
    (state / "1.plan").write_text(json.dumps({"accept": [str(target), None, []]}))
    (state / "1.data").write_text("Fine.")
    status, lines, said = gate()
    assert (status, lines) == (0, ["nothing to do."])
    assert said == "mtcheck: finished 1 file of a run that was ended\n"
    assert target.read_text() == "Fine."


def test_what_is_too_fresh_waits(gate, tmp_path):
    (tmp_path / "in/a.txt").write_text("Fine.")
    assert gate("--settle", "3600")[1] == ["nothing to do."]


def test_folders_in_each_other_are_refused(gate):
    status, _, said = gate("--accept", "in/accept")
    assert status == 2
    assert said == "mtcheck: in/accept: this lies in in; name a folder elsewhere\n"
