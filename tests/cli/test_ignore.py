"""`mtcheck ignore`, and what `check` says of what is suppressed, as processes."""

import tomllib

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
