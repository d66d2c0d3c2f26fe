"""Annotations and the summary of a job, as GitHub's runner reads them."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from mtcheck.gate.verdict import count_of
from mtcheck.output import github, github_summary
from mtcheck.output.github import _command
from mtcheck.output.marked_up import escaped
from mtcheck.output.text import visible
from output_samples import Sample, checked, written

LINE = "They walk the middle line. "


def annotations(text):
    """The commands that the runner obeys, as (name, properties, data); it trims each line, and
    obeys none while commands are stopped."""
    stopped, found = None, []
    for line in text.splitlines():
        command = re.match(r"::([\w-]+)( [^:]*)?::(.*)", line.strip(), re.S)
        if stopped:
            stopped = None if line == f"::{stopped}::" else stopped
        elif command and command[1] == "stop-commands":
            stopped = command[3]
        elif command:
            pairs = [pair.split("=", 1) for pair in (command[2] or "").strip().split(",") if pair]
            found.append((command[1], {k: back(v) for k, v in pairs}, back(command[3])))
    assert stopped is None
    return found


def back(value):
    for code, char in ("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"):
        value = value.replace(code, char)
    return value


@pytest.fixture
def run(tmp_path, capfdbinary):
    checked(tmp_path, "x", "")  # writes the pack

    def run(form, *texts, unread=(), path=None, fail_on="warning"):
        results = [
            each
            for number, text in enumerate(texts)
            for each in checked(tmp_path, f"{number}.txt", text)
        ]
        sample = Sample(tuple(results), dict.fromkeys(unread, "gone"), fail_on)
        written(sample, tmp_path, form, path)
        return capfdbinary.readouterr().out.decode()

    return run


def test_severities_are_kept(run):
    text = "They actively walk the middle line of the new crown."
    assert [name for name, *_ in annotations(run("github", text))] == ["notice", "warning", "error"]


@pytest.mark.parametrize(("number", "shown"), [(9, 9), (10, 10), (11, 10), (500, 10)])
def test_no_more_annotations_than_github_shows(run, number, shown):
    text = run("github", LINE * number)
    said = annotations(text)
    assert sum(name == "warning" for name, *_ in said) == shown
    rest = [data for name, _, data in said if name == "notice"]
    over = number - shown
    if over:
        assert rest[0].startswith(f"{count_of(over, 'finding')} more. GitHub shows 10 annotations")
    assert len(rest) == bool(over)
    assert len(re.findall(r"(?m)^0\.txt:\d+:\d+: warning: ", text)) == over
    assert ("::group::" in text) == bool(over)


@pytest.mark.parametrize(("number", "shown"), [(9, 9), (10, 10), (11, 9), (12, 9)])
def test_the_last_notice_makes_room_for_the_summary(run, number, shown):
    said = annotations(run("github", "They actively help. " * number))
    notices = [properties for name, properties, _ in said if name == "notice"]
    assert len(notices) <= 10
    assert sum(each["title"] == "test/words/actively" for each in notices) == shown


def test_what_could_not_be_read_is_an_error(run):
    said = annotations(run("github", unread=("a", "b,c:d")))
    assert [(p["file"], d) for name, p, d in said] == [("a", "gone"), ("b,c:d", "gone")]
    said = annotations(run("github", unread=[str(n) for n in range(12)]))
    assert [name for name, *_ in said].count("error") == 10


def test_no_text_is_obeyed_as_a_command(run, monkeypatch):
    monkeypatch.setattr(github, "line", lambda name, located: "::error::boo")
    said = annotations(run("github", LINE * 20))
    assert [name for name, *_ in said] == [*["warning"] * 10, "notice", "group", "endgroup"]


PLAIN = st.text(
    st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]) | st.sampled_from("%:,\n\r")
)


@given(said=PLAIN.filter(lambda t: "\x85" not in t), value=PLAIN.filter(str.strip))
def test_what_is_escaped_comes_back(said, value):
    line = _command("error", said, file=value)
    assert "\n" not in line
    assert "\r" not in line
    command = re.fullmatch(r"::error file=([^:,]*)::(.*)", line, re.S)
    assert (back(command[1]), back(command[2])) == (value, said)


def test_a_summary_has_the_verdict_and_a_row_a_finding(run):
    text = run("github-summary", LINE, "Fine.")
    assert "**gate: FAIL, 1 warning in 1 of 2 files**" in text
    assert text.count("\n| ") == 2  # with the head


def test_a_long_summary_tells_the_worst(run):
    some = run("github-summary", "They actively help. " * 300, "A new crown. " * 150, LINE * 100)
    rows = re.findall(r"(?m)^\| (\d)\.txt\S+ \| (\w+) \|", html.unescape(some))
    assert rows == [("1", "error")] * 150 + [("2", "warning")] * 50
    assert "350 findings more." in some
    assert len(some.encode()) < 1 << 20


def test_a_summary_stands_behind_those_of_other_programs(run, tmp_path, monkeypatch):
    path = tmp_path / "summary.md"
    for before, wanted in [(b"", b"## mt"), (b"# X", b"# X\n\n## mt"), (b"# X\n", b"# X\n\n## mt")]:
        path.write_bytes(before)
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
        run("github-summary", LINE, path=path)
        assert path.read_bytes().startswith(wanted)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    run("github-summary", LINE, path=path)
    assert path.read_bytes().startswith(b"## mt")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "new.md"))
    run("github-summary", LINE, path=tmp_path / "new.md")
    assert (tmp_path / "new.md").read_bytes().startswith(b"## mt")


def test_cells_are_cut():
    assert github_summary._short("x" * 300) == "x" * 199 + "…"


GFM = MarkdownIt("gfm-like", {"linkify": False})


@given(
    text=st.text(st.sampled_from("a1 .-+#*_`~|[](){}<>&@!$\\/:w=") | st.characters(), max_size=20)
)
def test_escaped_text_is_shown_as_it_is(text):
    page = GFM.render(f"| a |\n|---|\n| {escaped(text)} |\n")
    [cell] = re.findall(r"<td>(.*)</td>", page, re.S)
    assert "<" not in cell
    assert html.unescape(cell) == visible(" ".join(text.split()))


@pytest.mark.parametrize("text", ["see https://a.b", "www.a.b", "@someone", "#12"])
def test_nothing_becomes_a_link(text):
    assert html.unescape(escaped(text)) == text
    assert not re.search(r"://|www\.|@|#1", escaped(text))
