"""`mtcheck ignore`, and what `check` says of what is suppressed, as processes."""

import io
import tomllib
import zipfile

import pytest

from word import docx, p

PACK = """
about: Test.
rules:
  - id: crown
    find: new crown
    message: "{found} is wrong."
    severity: error
    category: style
    bad: ["A <new crown> case."]
    good: ["A crown."]
"""
TEXT = "# Title\n\nA new crown case.\n\nA new crown again.\n"


def test_one_finding_after_the_other_until_the_gate_passes(mtcheck, pack, tmp_path):
    rules = pack(PACK)
    article = tmp_path / "a.md"
    article.write_text(TEXT)
    done = mtcheck("ignore", "--rules", rules, "--reason", "a ship", "a.md:3", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    comment = "<!-- mtcheck: ignore-next-line area/own/crown -- a ship -->"
    assert done.stdout.decode() == f"a.md:3: {comment}\n"
    assert article.read_text() == TEXT.replace("A new crown case", f"{comment}\nA new crown case")
    done = mtcheck("check", "--rules", rules, "a.md", cwd=tmp_path)
    assert done.returncode == 1
    assert "\n1 error in 1 file; suppressed: 1 by comments.\n" in done.stdout.decode()
    done = mtcheck("ignore", "--rules", rules, "--reason", "a ship", "a.md:6:4", cwd=tmp_path)
    assert done.returncode == 0
    done = mtcheck("check", "--rules", rules, "--show-suppressed", "a.md", cwd=tmp_path)
    assert done.returncode == 0
    lines = done.stdout.decode().splitlines()
    assert lines[:3] == [
        "a.md",
        "  4:3  new crown  area/own/crown",
        "      suppressed by comments: a ship",
    ]
    assert lines[-2] == "No findings in 1 file; suppressed: 2 by comments."


def test_a_text_without_comments_gets_an_entry_of_the_config(mtcheck, pack, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    done = mtcheck("ignore", "--rules", pack(PACK), "--reason", "a ship", "a.txt:3", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode() == (
        "mtcheck.toml: added [[ignore]] for “new crown” (area/own/crown) in a.txt\n"
    )
    assert (tmp_path / "a.txt").read_text() == TEXT
    assert tomllib.loads((tmp_path / "mtcheck.toml").read_text()) == {
        "ignore": [
            {
                "paths": ["./a.txt"],
                "rule": "area/own/crown",
                "text": "new crown",
                "reason": "a ship",
            }
        ]
    }


def test_an_entry_can_be_asked_for(mtcheck, pack, tmp_path):
    (tmp_path / "a.md").write_text(TEXT)
    where = ("a.md:3", "area", "--in-config")
    done = mtcheck("ignore", "--rules", pack(PACK), "--reason", "a ship", *where, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "a.md").read_text() == TEXT


def test_mistakes_are_said_in_a_sentence(mtcheck, pack, tmp_path):
    (tmp_path / "a.md").write_text(TEXT)
    rules = pack(PACK)
    for arguments, said in (
        (("x", "a.md"), "a.md: name a place as FILE:LINE or FILE:LINE:COLUMN"),
        ((" ", "a.md:3"), "--reason is empty; say why the finding may stay"),
        (("x", "a.md:1"), "a.md:1: there is no finding here; the nearest is in line 3"),
        (("x", "b.md:1"), "b.md: there is no such file or folder"),
        (("x", "--", "-:3"), "-: standard input cannot be changed; name a file"),
    ):
        done = mtcheck("ignore", "--rules", rules, "--reason", *arguments, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode() == f"mtcheck: {said}\n"
    assert (tmp_path / "a.md").read_text() == TEXT


def test_problems_of_comments_fail_the_gate_and_are_explained(mtcheck, pack, tmp_path):
    (tmp_path / "a.md").write_text("<!-- mtcheck: ignore-file area -->\n\nText.\n")
    done = mtcheck("check", "--rules", pack(PACK), "--format", "json", "a.md", cwd=tmp_path)
    assert done.returncode == 1
    assert b'"rule": "mtcheck/suppression/no-reason"' in done.stdout
    assert b'"mtcheck/suppression/no-reason": {' in done.stdout
    done = mtcheck("explain", "mtcheck/suppression/no-reason")
    assert done.returncode == 0
    assert b"Whoever reads the file next" in done.stdout


SRT = "1\n00:00:01,000 --> 00:00:02,000\nA new crown case.\n"
RSS = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>News</title>\n"
    "<item><title>First</title><description>A new crown case.</description></item>"
    "</channel></rss>\n"
)


def zipped(name, text):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("a.docx", docx(p("First.") + p("A new ", "crown case.")), 2),
        ("a.srt", SRT, 3),
        ("a.jsonl", '{"text": "Fine."}\n{"text": "A new crown case."}\n', 2),
        ("a.json", '[{"text": "Fine."},\n {"text": "A new crown case."}]\n', 2),
        ("a.csv", "id,text\n1,Fine.\n2,A new crown case.\n", 3),
        ("a.tsv", "id\ttext\n1\tA new crown case.\n", 2),
        ("a.rss", RSS, 2),
        ("a.zip", zipped("sub/b.docx", docx(p("A new crown case."))), 1),
        ("a.zip", zipped("b.txt", "A new crown case.\n"), 1),
        ("odd [a]*{b}.txt", "A new crown case.\n", 1),
    ],
)
def test_where_no_comment_can_be_written_an_entry_does_the_same(
    mtcheck, pack, tmp_path, name, content, line
):
    data = content.encode() if isinstance(content, str) else content
    (tmp_path / name).write_bytes(data)
    rules = ("--rules", pack(PACK))
    assert mtcheck("check", *rules, name, cwd=tmp_path).returncode == 1
    done = mtcheck("ignore", *rules, "--reason", "a ship", f"{name}:{line}", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().startswith("mtcheck.toml: added [[ignore]] for “new crown”")
    assert (tmp_path / name).read_bytes() == data
    done = mtcheck("check", *rules, ".", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"suppressed: 1 by the config" in done.stdout


def test_a_useless_comment_may_stay(mtcheck, pack, tmp_path):
    rules = ("--rules", pack(PACK))
    (tmp_path / "a.md").write_text("<!-- mtcheck: ignore-file area -- later -->\n\nText.\n")
    done = mtcheck("ignore", *rules, "--reason", "a template", "a.md:1", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert mtcheck("check", *rules, ".", cwd=tmp_path).returncode == 0
