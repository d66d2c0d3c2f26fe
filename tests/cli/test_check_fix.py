"""`mtcheck check --fix` and `--diff`: what is written, to the byte, and what is said of it."""

import io
import json
import os
import pty
import re
import subprocess
import sys
import zipfile

import pytest

from word import docx, p

SLIPS = "It rose in the the north.\r\nCases of new crown pneumonia , he said, rose.\r\n"
SAFE = "It rose in the north.\r\nCases of new crown pneumonia, he said, rose.\r\n"
ALL = "It rose in the north.\r\nCases of COVID-19, he said, rose.\r\n"
CLEAN = "The ferry sailed on Monday.\n"
FAIL = "gate: FAIL, 1 error in 1 of 1 file"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(SLIPS.encode())
    return path


def said(done):
    return done.stderr.decode().splitlines()


def test_safe_fixes_are_made_and_what_is_left_is_judged(mtcheck, article):
    done = mtcheck("check", "--fix", article)
    assert article.read_bytes() == SAFE.encode()
    assert done.returncode == 1
    assert said(done) == [
        "mtcheck: fixed 2 findings in 1 file; 1 left, 1 of which --unsafe would change"
    ]
    lines = done.stdout.decode().splitlines()
    assert lines[1].startswith("  2:10  error  new crown pneumonia")
    assert lines[-2:] == ["1 error in 1 file.", FAIL]
    assert not list(article.parent.glob("*.bak"))


def test_unsafe_fixes_are_made_when_asked_for(mtcheck, article):
    done = mtcheck("check", "--fix", "--unsafe", "--fail-on", "suggestion", article)
    assert (article.read_bytes(), done.returncode) == (ALL.encode(), 0)
    assert said(done) == ["mtcheck: fixed 3 findings in 1 file; 0 left"]


@pytest.fixture
def words(pack):
    """A pack with an error and a suggestion, both to be fixed when asked for only."""
    rule = (
        "  - {{id: {0}, find: {0}, suggest: [{1}], message: Wrong., severity: {2}, "
        "category: style, bad: ['a <{0}>'], good: ['{0}s']}}\n"
    )
    return pack(
        f"about: Words.\nrules:\n{rule.format('sloop', 'ship', 'error')}"
        f"{rule.format('utilize', 'use', 'suggestion')}"
    )


def test_unsafe_fixes_are_only_of_what_is_shown(mtcheck, article, words):
    article.write_text("To utilize a sloop.\n")
    mtcheck("check", "--fix", "--unsafe", "--profile", "gate", "--rules", words, article)
    assert article.read_text() == "To utilize a ship.\n"
    mtcheck("check", "--fix", "--unsafe", "--rules", words, article)
    assert article.read_text() == "To use a ship.\n"


def test_what_the_config_shows_of_each_file_counts(mtcheck, tmp_path, words):
    (tmp_path / "mtcheck.toml").write_text(
        'show = "error"\n[[overrides]]\npaths = ["b.txt"]\nshow = "suggestion"\n'
    )
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("To utilize a sloop.\n")
    run = ("check", "--fix", "--unsafe", "--rules", words, "a.txt", "b.txt")
    done = mtcheck(*run, cwd=tmp_path)
    assert said(done)[-1] == "mtcheck: fixed 3 findings in 2 files; 0 left"
    assert (tmp_path / "a.txt").read_text() == "To utilize a ship.\n"
    assert (tmp_path / "b.txt").read_text() == "To use a ship.\n"


def test_a_clean_file_is_not_written(mtcheck, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(CLEAN)
    before = path.stat()
    done = mtcheck("check", "--fix", path)
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (done.returncode, said(done)) == (0, ["mtcheck: fixed nothing; 0 left"])


@pytest.mark.parametrize("more", [[], ["--fix"]])
def test_the_diff_changes_nothing_and_can_be_applied(mtcheck, article, more):
    done = mtcheck("check", "--diff", *more, "a.txt", cwd=article.parent)
    assert article.read_bytes() == SLIPS.encode()
    assert done.stdout.decode().split("\n") == [
        "--- a.txt",
        "+++ a.txt\tfixed",
        "@@ -1,2 +1,2 @@",
        *(f"-{line}" for line in SLIPS.split("\n")[:2]),
        *(f"+{line}" for line in SAFE.split("\n")[:2]),
        "",
    ]
    assert said(done) == [
        "mtcheck: would fix 2 findings in 1 file; 1 left, 1 of which --unsafe would change",
        "mtcheck: gate: FAIL, 2 errors in 1 of 1 file",  # the file is what it was
    ]
    assert done.returncode == 1
    subprocess.run(["patch", "--binary", "-s"], input=done.stdout, cwd=article.parent, check=True)
    assert article.read_bytes() == SAFE.encode()


def test_the_diff_is_coloured_on_a_terminal(article):
    main, other = pty.openpty()
    command = [sys.executable, "-m", "mtcheck", "check", "--diff", str(article)]
    env = {**os.environ, "TERM": "xterm"}
    env.pop("NO_COLOR", None)
    subprocess.run(command, stdout=other, stderr=subprocess.DEVNULL, env=env, check=False)
    os.close(other)
    out = os.read(main, 10_000).decode()
    os.close(main)
    assert re.search(r"\+\+\+ \S+\tfixed\x1b", out)
    assert re.search(r"\x1b\[31m(\x1b\[22m)?-It rose in the the north\.", out)
    assert re.search(r"\x1b\[32m(\x1b\[22m)?\+It rose in the north\.", out)


def test_fixed_standard_input_goes_on_and_findings_aside(mtcheck):
    done = mtcheck("check", "--fix", "-", stdin=SLIPS.encode())
    assert (done.stdout, done.returncode) == (SAFE.encode(), 1)
    assert said(done)[-1] == FAIL
    assert "new crown pneumonia" in done.stderr.decode()
    done = mtcheck("check", "--fix", "--format", "jsonl", "-", stdin=SLIPS.encode())
    assert done.stdout == SAFE.encode()
    assert json.loads(said(done)[0])["line"] == 2
    done = mtcheck("check", "--diff", "-", stdin=SLIPS.encode())
    assert done.stdout.startswith(b"--- -\n+++ -\tfixed\n")


def test_standard_input_goes_on_when_there_is_nothing_to_fix(mtcheck):
    done = mtcheck("check", "--fix", "-", stdin=CLEAN.encode())
    assert (done.stdout, done.returncode) == (CLEAN.encode(), 0)
    done = mtcheck("check", "--fix", "-", stdin=b"GIF\0\0")
    assert (done.stdout, done.returncode) == (b"GIF\0\0", 2)


def test_a_backup_is_what_the_file_was(mtcheck, article):
    mtcheck("check", "--fix", "--backup", article)
    assert (article.parent / "a.txt.bak").read_bytes() == SLIPS.encode()
    article.write_bytes(SLIPS.encode())
    mtcheck("check", "--fix", "--backup", "--backup-suffix", ".old", article)
    assert (article.parent / "a.txt.old").read_bytes() == SLIPS.encode()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--unsafe"], "--unsafe needs --fix"),
        (["--backup"], "--backup needs --fix"),
        (["--backup", "--fix", "--diff"], "--backup needs --fix, and no --diff"),
        (["--fix", "--backup", "--backup-suffix", "a/b"], "does not end a file name"),
    ],
)
def test_options_that_do_not_go_together(mtcheck, article, options, words):
    done = mtcheck("check", *options, article)
    assert done.returncode == 2
    assert words in done.stderr.decode()
    assert article.read_bytes() == SLIPS.encode()


def test_findings_of_a_baseline_stay(mtcheck, article):
    run = lambda *more: mtcheck(*more, cwd=article.parent)  # noqa: E731
    run("baseline", "create", ".")
    with article.open("ab") as file:
        file.write(b"It rose in the the south.\r\n")
    done = run("check", "--fix", "--baseline", ".mtcheck-baseline.json", ".")
    assert article.read_bytes() == SLIPS.encode() + b"It rose in the south.\r\n"
    assert (done.returncode, said(done)) == (0, ["mtcheck: fixed 1 finding in 1 file; 0 left"])
    done = run("check", "--diff", "--baseline", ".mtcheck-baseline.json", ".")
    assert (done.stdout, done.returncode) == (b"", 0)


def test_lines_that_did_not_change_stay(mtcheck, article):
    def git(*more):
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *who, *more], cwd=article.parent, check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "Begin")
    with article.open("ab") as file:
        file.write(b"It rose in the the south.\r\n")
    done = mtcheck("check", "--fix", "--diff-base", "HEAD", "a.txt", cwd=article.parent)
    assert article.read_bytes() == SLIPS.encode() + b"It rose in the south.\r\n"
    assert done.returncode == 0


def test_what_cannot_be_written_stays_and_is_said(mtcheck, tmp_path):
    path = tmp_path / "a.txt"  # "\x5c" is one of two ways to write what is read
    path.write_bytes("It rose in the the north.".encode("utf-7") + b" +AGE-")
    before = path.read_bytes()
    done = mtcheck("check", "--fix", "--encoding", "utf-7", path)
    assert (path.read_bytes(), done.returncode) == (before, 2)
    assert "make it UTF-8" in said(done)[0]
    assert b"the the" in done.stdout
    done = mtcheck("check", "--fix", "--encoding", "utf-7", "-", stdin=before)
    assert (done.stdout, done.returncode) == (before, 2)


def test_a_character_that_the_file_cannot_hold_is_left_and_said(mtcheck, tmp_path, pack):
    rules = pack(
        "about: Signs.\nrules:\n  - id: bar\n    find: bar\n    suggest: [\N{EM DASH}]\n"
        '    message: "Wrong."\n    severity: error\n    category: style\n    safe: true\n'
        '    bad: ["a <bar>"]\n    good: ["barge"]\n'
    )
    path = tmp_path / "a.txt"
    path.write_bytes("A bar in an \u00e9t\u00e9.\n".encode("latin-1"))
    done = mtcheck("check", "--fix", "--rules", rules, "--encoding", "latin-1", path)
    assert path.read_bytes() == "A bar in an \u00e9t\u00e9.\n".encode("latin-1")
    assert said(done) == [
        f"mtcheck: {path}: 1 finding cannot be fixed without changing more; do it by hand",
        "mtcheck: fixed nothing; 1 left",
    ]
    assert done.returncode == 1


def test_many_files_and_processes(mtcheck, tmp_path):
    for number in range(6):
        (tmp_path / f"{number}.txt").write_bytes((SLIPS if number % 2 else CLEAN).encode())
    done = mtcheck("check", "--fix", "--jobs", "2", "--no-cache", tmp_path)
    assert said(done) == [
        "mtcheck: fixed 6 findings in 3 files; 3 left, 3 of which --unsafe would change"
    ]
    for number in range(6):
        wanted = SAFE if number % 2 else CLEAN
        assert (tmp_path / f"{number}.txt").read_bytes() == wanted.encode()


def test_outputs_have_what_is_left(mtcheck, article):
    out = article.parent / "out.jsonl"
    mtcheck("check", "--fix", "--output", f"jsonl:{out}", "--min-score", "1", article)
    assert [json.loads(line)["line"] for line in out.read_text().splitlines()] == [2]


HTML = (
    "<!doctype html>\n<title>A &quot;day&quot;</title>\n<p class='x'>It&nbsp;rose in <b>the</b> the "
    "north , caf&eacute; ,\n and &ldquo;there&rdquo; .<script>if (the the) x , y</script><p>Cases "
    "of new\n <i>crown</i> pneumonia rose.\n"
)
XLIFF = (
    '<?xml version="1.0"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
    '<file source-language="zh" target-language="en" datatype="plaintext" original="a"><body>\n'
    '<trans-unit id="1"><source>北方 , 北方</source><target>It rose in the <g id="1">the</g> north '
    "&#38; sank .</target></trans-unit>\n</body></file>\n</xliff>\n"
)


@pytest.mark.parametrize(
    ("name", "before", "fixes"),
    [
        (
            "a.html",
            HTML,
            [
                ("It&nbsp;rose", "It rose"),
                ("<b>the</b> the", "<b>the</b>"),
                ("north ,", "north,"),
                ("&eacute; ,", "&eacute;,"),
                ("&rdquo; .", "&rdquo;."),
            ],
        ),
        (
            "a.md",
            "# It *rose* in the the north\n\n- They did not **knew** it , [she](a--b.html 'the the') "
            "stayed .\n\n```\nthe the , x\n```\n`the the`  \nIt&#39;s an **ship** .\n",
            [
                ("in the the", "in the"),
                ("**knew** it ,", "**know** it,"),
                ("stayed .", "stayed."),
                ("an **ship** .", "a **ship**."),
            ],
        ),
        (
            "a.xlf",
            XLIFF,
            [('the <g id="1">the</g> north', '<g id="1">the</g> north'), ("sank .", "sank.")],
        ),
        (
            "a.srt",
            "1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>It rose in the\r\nhigh north ,</i> she said.\r\n"
            "\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nHe saw an ship.\r\n",
            [("north ,", "north,"), ("an ship", "a ship")],
        ),
        (
            "a.csv",
            'id,text\r\n"1","It rose in the the ""north"" , he said."\r\n2,It rose in the the north.\r\n'
            '3,"They did not knew, she stayed"\r\n',
            [
                ('the the ""north"" ,', 'the ""north"",'),
                ("the the north.", "the north."),
                ("not knew,", "not know,"),
            ],
        ),
    ],
)
def test_nothing_else_of_a_file_changes(mtcheck, tmp_path, name, before, fixes):
    path = tmp_path / name
    path.write_bytes(before.encode())
    done = mtcheck("check", "--fix", path)
    expected = before
    for old, new in fixes:
        assert expected.count(old) == 1
        expected = expected.replace(old, new)
    assert path.read_bytes().decode() == expected
    assert "fixed" in said(done)[-1]


def test_nothing_else_of_a_word_document_changes(mtcheck, tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(docx(p("It rose in the the ", "<w:r><w:t>north</w:t></w:r>", " , he said.")))
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        before = {name: archive.read(name).decode() for name in archive.namelist()}
    assert "--- " in mtcheck("check", "--diff", path).stdout.decode()
    mtcheck("check", "--fix", path)
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        after = {name: archive.read(name).decode() for name in archive.namelist()}
    main = before["word/document.xml"].replace("the the ", "the ").replace("> , he", ">, he")
    assert after == {**before, "word/document.xml": main}


def test_a_record_that_loses_all_its_text_is_in_the_diff(mtcheck, tmp_path, pack):
    rules = pack(
        "about: Words.\nrules:\n  - id: gone\n    find: filler\n    suggest: ['']\n"
        '    message: "Wrong."\n    severity: error\n    category: addition\n    safe: true\n'
        '    bad: ["a <filler>"]\n    good: ["fillers"]\n'
    )
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "a", "text": "filler"}\n{"id": "b", "text": "It is filler."}\n')
    done = mtcheck("check", "--diff", "--rules", rules, path)
    out = done.stdout.decode()
    assert '-{"id": "a", "text": "filler"}\n' in out
    assert '+{"id": "b", "text": "It is ."}\n' in out


def test_what_a_comment_or_the_config_suppresses_stays(mtcheck, tmp_path):
    comment = "<!-- mtcheck: ignore-next-line any/repetition -- a band's name -->\n\n"
    path = tmp_path / "a.md"
    path.write_text(f"{comment}He heard the the sing , twice.\n\nIt rose in the the north.\n")
    done = mtcheck("check", "--fix", path)
    assert path.read_text() == f"{comment}He heard the the sing, twice.\n\nIt rose in the north.\n"
    assert (done.returncode, said(done)[-1]) == (0, "mtcheck: fixed 2 findings in 1 file; 0 left")
