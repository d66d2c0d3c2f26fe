"""The command line as its users meet it: through a real process, with exit statuses and streams."""

import json
import os
import subprocess
import sys

import pytest

BAD = "Cases of new crown pneumonia rose in the north of the city on Friday.\n"
CLEAN = "Three plain words.\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(BAD, "utf-8")
    return path


@pytest.fixture
def clean(tmp_path):
    path = tmp_path / "clean.txt"
    path.write_text(CLEAN, "utf-8")
    return path


def rows(done):
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_findings_have_exact_places(mtcheck, article):
    done = mtcheck("check", "--format", "jsonl", article)
    assert done.returncode == 1
    (row,) = rows(done)
    assert BAD[row["start"] : row["end"]] == row["text"] == "new crown pneumonia"
    assert (row["line"], row["column"], row["file"]) == (1, 10, str(article))
    wanted = {"file", "start", "end", "line", "column", "rule", "severity", "category", "message"}
    assert wanted | {"text", "replacements", "penalty"} <= row.keys()


def test_json_is_one_object(mtcheck, article, clean):
    done = mtcheck("check", "--format", "json", article, clean)
    tree = json.loads(done.stdout)
    assert [len(f["findings"]) for f in tree["files"]] == [1, 0]
    assert tree["unread"] == []


def test_json_says_which_files_could_not_be_read(mtcheck, clean, tmp_path):
    missing = tmp_path / "missing.txt"
    done = mtcheck("check", "--format", "json", clean, missing)
    tree = json.loads(done.stdout)
    assert done.returncode == 2
    assert [f["file"] for f in tree["files"]] == [str(clean)]
    assert tree["unread"] == [{"file": str(missing), "why": "there is no such file or folder"}]


def test_text_names_place_words_message_and_suggestion(mtcheck, article):
    out = mtcheck("check", article).stdout.decode()
    assert "1:10" in out
    assert "new crown pneumonia" in out
    assert "COVID-19" in out
    assert "1 error in 1 file." in out
    assert "\x1b" not in out


def test_standard_input(mtcheck):
    done = mtcheck("check", "--format", "jsonl", "-", stdin=BAD.encode())
    assert rows(done)[0]["file"] == "-"


def test_a_clean_text(mtcheck, clean):
    done = mtcheck("check", clean)
    assert (done.returncode, done.stdout) == (
        0,
        b"No findings in 1 file.\ngate: pass, no errors or warnings in 1 file\n",
    )


@pytest.mark.parametrize(("level", "status"), [("error", 1), ("warning", 1), ("never", 0)])
def test_fail_on(mtcheck, article, level, status):
    assert mtcheck("check", "--fail-on", level, article).returncode == status


@pytest.mark.parametrize("form", ["text", "concise", "jsonl", "html"])
def test_quiet_is_findings_and_errors_only(mtcheck, tmp_path, form):
    (tmp_path / "a.txt").write_bytes("The café had “new crown pneumonia” cases.".encode("cp1252"))
    (tmp_path / "b.txt").write_text(CLEAN)
    options = ("check", "--no-cache", "--format", form)
    loud = mtcheck(*options, "a.txt", "b.txt", cwd=tmp_path)
    done = mtcheck(*options, "--quiet", "--output", "text:all.txt", "a.txt", "b.txt", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, b"")
    findings = loud.stdout
    if form == "text":
        findings = b"".join(loud.stdout.splitlines(keepends=True)[:-2])
        assert findings.endswith(b"\n\n")
    assert done.stdout == findings
    assert b"gate: FAIL" in (tmp_path / "all.txt").read_bytes()
    assert b"cp1252" in loud.stderr
    done = mtcheck(*options, "-q", "b.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    done = mtcheck(*options, "-q", "b.txt", "gone.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == b"mtcheck: gone.txt: there is no such file or folder\n"


def test_quiet_fixes_without_a_word(mtcheck, article):
    done = mtcheck("check", "--fix", "--unsafe", "-q", article)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert "COVID-19" in article.read_text("utf-8")


def test_each_file_is_checked_once(mtcheck, article, tmp_path):
    done = mtcheck("check", "--format", "jsonl", article, tmp_path, tmp_path / "." / article.name)
    assert len(rows(done)) == 1
    assert len(rows(mtcheck("check", "--format", "jsonl", "-", "-", stdin=BAD.encode()))) == 1


def test_rules_are_chosen(mtcheck, article):
    assert mtcheck("check", "--ignore", "zh", article).returncode == 0
    assert mtcheck("check", "--only", "any", article).returncode == 0
    assert mtcheck("check", "--only", "zh", article).returncode == 1


def test_a_rule_is_found_by_its_old_name_and_the_new_one_said(mtcheck, pack, article):
    path = pack(
        "about: x\ndefaults: {severity: error, category: style}\nrules:\n"
        "  - {id: crown, aliases: area/own/king, find: new crown, message: '{found}.'}\n"
    )
    done = mtcheck("check", "--rules", path, "--only", "area/own/king", article)
    assert done.returncode == 1
    assert b"'area/own/king' is now called 'area/own/crown'" in done.stderr


def test_a_folder_is_walked_in_name_order(mtcheck, article, clean, tmp_path):
    (tmp_path / "zz.txt").write_text(BAD)
    found = rows(mtcheck("check", "--format", "jsonl", tmp_path))
    assert [r["file"] for r in found] == [str(article), str(tmp_path / "zz.txt")]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.txt", None, "there is no such file"),
        ("picture.txt", b"GIF\0\0\0", "binary file"),
        ("folder/", None, "no file in this folder is in a format"),
    ],
)
def test_one_bad_input_is_said_and_the_others_still_done(
    mtcheck, article, tmp_path, name, content, says
):
    path = tmp_path / name
    if name.endswith("/"):
        path.mkdir()
    elif content is not None:
        path.write_bytes(content)
    done = mtcheck("check", "--format", "jsonl", path, article)
    assert done.returncode == 2
    assert len(rows(done)) == 1
    errors = done.stderr.decode().splitlines()
    assert len(errors) == 2
    assert errors[1] == "mtcheck: gate: FAIL, 1 error in 1 of 1 file; 1 input could not be read"
    assert str(path).rstrip("/") in errors[0]
    assert says in errors[0]


def test_an_assumed_encoding_is_said(mtcheck, tmp_path):
    path = tmp_path / "old.txt"
    path.write_bytes("The café had “new crown pneumonia” cases.".encode("cp1252"))
    done = mtcheck("check", path)
    assert done.returncode == 1
    assert "byte 0xE9 at position 7 is no UTF-8; read as cp1252" in done.stderr.decode()


def test_an_empty_file_is_clean(mtcheck, tmp_path):
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    assert mtcheck("check", path).returncode == 0
    assert mtcheck("report", path, "-o", tmp_path / "out").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ["check", "--only", "zh/pandemic/new-crwon-pneumonia", "x"],
            "did you mean 'zh/pandemic/new-crown-pneumonia'",
        ),
        (
            ["explain", "zh/pandemic/new-crwon-pneumonia"],
            "did you mean 'zh/pandemic/new-crown-pneumonia'",
        ),
        (["chekc", "x"], "did you mean 'check'"),
        (["check", "--fromat", "json", "x"], "'--format'"),
        (["check"], "Missing argument 'PATHS...'; see `mtcheck check --help`"),
        (["check", "--format", "xml", "x"], "'xml' is not one of 'text', 'concise', 'json'"),
        (["check", "--only", "pandemic", "x"], "did you mean 'zh/pandemic'?"),
        (
            ["check", "--rules", "nowhere", "x"],
            "nowhere: there is no such file, folder or installed",
        ),
        (["check", "--rules", "empty", "x"], "empty: no pack of rules in this folder"),
        (["check", "--only", "zh", "--ignore", "zh", "x"], "leave no rule to run"),
        (["check", ""], "'': there is no such file or folder"),
        (["check", "n" * 300], "cannot be read: File name too long"),
        (["apply", "-", "-"], "only one of DECISIONS and ARTICLE can be standard input"),
        (["apply", "d.json", "x"], "d.json: byte 0 is no UTF-8"),
        (["apply", "missing.json", "x"], "missing.json: there is no such file"),
        (["explain", "zh"], "there is no rule 'zh'"),
    ],
)
def test_mistakes_are_one_sentence_and_status_two(mtcheck, arguments, says, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "d.json").write_bytes(b"\xff")
    done = mtcheck(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("mtcheck: ")
    assert says in line


@pytest.mark.parametrize("group", [[], ["rules"]])
def test_a_command_that_is_left_out_shows_what_there_is(mtcheck, group):
    done = mtcheck(*group)
    assert done.returncode in (0, 2)  # the versions of click differ
    assert b"Commands:" in done.stdout + done.stderr


def test_a_bad_rule_file_is_named_with_its_place(mtcheck, pack, article):
    path = pack("about: x\nrules:\n  - id: a\n    find: new (crown\n")
    done = mtcheck("check", "--rules", path, article)
    assert done.returncode == 2
    assert f"{path}:3:5: the rule 'a' needs `message`" in done.stderr.decode()


def test_colour_only_on_a_terminal_and_not_with_no_color(article):
    def on_terminal(**env):
        import pty

        master, slave = pty.openpty()
        process = subprocess.Popen(
            [sys.executable, "-m", "mtcheck", "check", str(article)],
            stdout=slave,
            stderr=subprocess.DEVNULL,
            env={**{k: v for k, v in os.environ.items() if k != "NO_COLOR"}, **env},
        )
        os.close(slave)
        out = b""
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:
                break
            if not piece:
                break
            out += piece
        process.wait()
        os.close(master)
        return out

    assert b"\x1b[" in on_terminal(TERM="xterm")
    assert b"\x1b[" in on_terminal(TERM="xterm", NO_COLOR="")
    assert b"\x1b[" not in on_terminal(TERM="xterm", NO_COLOR="1")
    assert b"\x1b[" not in on_terminal(TERM="dumb")


def test_hostile_text_cannot_steer_the_terminal(mtcheck, tmp_path):
    path = tmp_path / "x.txt"
    path.write_text(
        "new\x1b[2J crown \x1b]0;x\x07 pneumonia, new crown pneumonia\N{RIGHT-TO-LEFT OVERRIDE}\n"
    )
    assert b"\x1b" not in mtcheck("check", path).stdout


def test_version_and_help(mtcheck):
    assert mtcheck("--version").stdout.startswith(b"mtcheck, version ")
    assert b"Exit status" in mtcheck("--help").stdout
    for command in ("check", "report", "apply", "explain", "rules"):
        assert b"Usage: mtcheck " + command.encode() in mtcheck(command, "--help").stdout


def test_shell_completion_is_offered(mtcheck):
    assert b"_MTCHECK_COMPLETE" in mtcheck(_MTCHECK_COMPLETE="bash_source").stdout


def test_explain_says_what_why_and_how_to_switch_off(mtcheck):
    out = mtcheck("explain", "zh/pandemic/new-crown-pneumonia").stdout.decode()
    for part in (
        "finds:",
        "is silent about:",
        "why:",
        "measured:",
        "--ignore zh/pandemic/new-crown-pneumonia",
    ):
        assert part in out


def test_rules_list_lint_and_test(mtcheck, pack):
    assert len(mtcheck("rules", "list").stdout.splitlines()) >= 300
    assert b"phrase" in mtcheck("rules", "list", "--kinds").stdout
    path = pack(
        "about: x\ndefaults: {severity: error, category: style}\nrules:\n"
        "  - id: a\n    find: new (red|blue) crown\n    message: '{found}.'\n"
        "    bad: ['A <new red crown>.', 'A <new> crown.']\n    good: ['A crown.']\n"
    )
    lint = mtcheck("rules", "lint", path)
    assert lint.returncode == 1
    assert b"no bad example needs the alternative \xe2\x80\x9cblue" in lint.stdout
    assert b"needs 2 near misses" in lint.stdout
    test = mtcheck("rules", "test", path)
    assert test.returncode == 1
    assert "should find “new”, finds nothing" in test.stdout.decode()


def test_an_interrupted_reader_of_one_huge_line(mtcheck, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("new crown pneumonia rose, " * 40_000)
    done = mtcheck("check", "--format", "jsonl", "--only", "zh/pandemic", path)
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 40_000


PACK = """
about: Test.
from: zh
defaults: {category: style, kind: phrase}
rules:
  - {id: sure, find: new crown, severity: warning, message: "{found}."}
  - {id: taste, find: old crown, severity: suggestion, message: "{found}."}
  - {id: waits, find: red crown, severity: warning, needs-source: true, message: "{found}."}
"""


@pytest.mark.parametrize(
    ("options", "status", "found"),
    [
        ([], 1, ["new crown", "old crown"]),
        (["--from", "zh"], 1, ["new crown", "old crown", "red crown"]),
        (["--profile", "gate"], 1, ["new crown"]),
        (["--profile", "gate", "--from", "zh"], 1, ["new crown", "red crown"]),
        (["--profile", "gate", "--show", "suggestion"], 1, ["new crown", "old crown"]),
        (["--profile", "audit"], 0, ["new crown", "old crown", "red crown"]),
        (["--profile", "audit", "--fail-on", "error"], 0, ["new crown", "old crown", "red crown"]),
    ],
)
def test_profiles_choose_tiers_and_what_needs_the_source(mtcheck, tmp_path, options, status, found):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "pack.yaml").write_text(PACK)
    (tmp_path / "a.txt").write_text("A new crown, an old crown and a red crown.")
    done = mtcheck(
        *("check", "--rules", "own", "--format", "jsonl", *options, "a.txt"), cwd=tmp_path
    )
    assert done.returncode == status
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == found


def test_the_source_that_is_concluded_is_said(mtcheck, tmp_path):
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "pack.yaml").write_text(PACK)
    (tmp_path / "a.txt").write_text("Xinhua: Zhang Wei and Li Xiaoming saw a red crown.")
    done = mtcheck("check", "--rules", "own", "a.txt", cwd=tmp_path)
    assert done.returncode == 1
    assert b"a.txt: Taken to be translated from Chinese" in done.stderr
