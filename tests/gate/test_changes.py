"""Only changed lines count with a revision of git to compare with."""

import json
import os
import subprocess
import zipfile

import pytest

from mtcheck.errors import InputError
from mtcheck.gate.changes import Changes, _parsed, changes_since
from test_baseline import located, result

BAD = "It is a new crown pneumonia case.\n"


def git(folder, *arguments):
    environment = {
        **os.environ,
        **{f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
        "GIT_CONFIG_GLOBAL": os.devnull,
    }  # fmt: skip
    subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True
    )


@pytest.fixture
def repository(tmp_path):
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "old.txt").write_text(BAD + "\nFine.\n")
    (tmp_path / 'od"d é.txt').write_text(BAD)
    (tmp_path / "word.bin.txt").write_bytes(BAD.encode("utf-16"))
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "First")
    return tmp_path


def lines(mtcheck, folder, *arguments):
    done = mtcheck("check", "--format", "jsonl", *arguments, cwd=folder)
    assert done.returncode in (0, 1), done.stderr

    return [(row["file"], row["line"]) for row in map(json.loads, done.stdout.splitlines())]


def test_nothing_changed(mtcheck, repository):
    assert len(lines(mtcheck, repository, ".")) == 3
    assert lines(mtcheck, repository, "--diff-base", "HEAD", ".") == []


def test_changed_and_new_lines_and_files_count(mtcheck, repository):
    (repository / "old.txt").write_text("Before.\n\n" + BAD + "\nFine.\n\n" + BAD)
    (repository / 'od"d é.txt').write_text(BAD + "\n" + BAD)
    (repository / "new.txt").write_text(BAD)
    assert lines(mtcheck, repository, "--diff-base", "HEAD", ".") == [
        ("new.txt", 1),
        ('od"d é.txt', 3),
        ("old.txt", 7),
    ]
    inner = repository / "inner"
    inner.mkdir()
    assert lines(mtcheck, inner, "--diff-base", "HEAD", "../old.txt") == [("../old.txt", 7)]


def test_a_renamed_file_is_compared_with_itself(mtcheck, repository):
    git(repository, "mv", "old.txt", "renamed.txt")
    (repository / "renamed.txt").write_text(BAD + "\nFine.\n" + "\n" + BAD)
    assert lines(mtcheck, repository, "--diff-base", "HEAD", "renamed.txt") == [("renamed.txt", 5)]


def test_a_binary_file_counts_in_full(mtcheck, repository):
    (repository / "word.bin.txt").write_bytes(("Fine.\n" + BAD).encode("utf-16"))
    assert lines(mtcheck, repository, "--diff-base", "HEAD", ".") == [("word.bin.txt", 2)]


def test_texts_in_an_archive_count_when_it_changed(mtcheck, repository):
    for name in ("old.zip", "new.zip"):
        with zipfile.ZipFile(repository / name, "w") as archive:
            archive.writestr("a/b.txt", BAD)
        if name == "old.zip":
            git(repository, "add", ".")
            git(repository, "commit", "-q", "-m", "Second")
    assert lines(mtcheck, repository, "--diff-base", "HEAD", ".") == [("new.zip/a/b.txt", 1)]
    assert lines(mtcheck, repository, "--diff-base", "HEAD~1", ".") == [
        ("new.zip/a/b.txt", 1),
        ("old.zip/a/b.txt", 1),
    ]


def test_what_others_changed_since_is_not_ours(mtcheck, repository):
    git(repository, "checkout", "-q", "-b", "side")
    (repository / "side.txt").write_text(BAD)
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "Side")
    git(repository, "checkout", "-q", "main")
    (repository / "old.txt").write_text("Fine.\n")
    git(repository, "commit", "-q", "-a", "-m", "Main")
    git(repository, "checkout", "-q", "side")
    assert lines(mtcheck, repository, "--diff-base", "main", ".") == [("side.txt", 1)]


def test_a_file_outside_counts_in_full(mtcheck, repository, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "x.txt"
    other.write_text(BAD)
    assert lines(mtcheck, repository, "--diff-base", "HEAD", str(other)) == [(str(other), 1)]


@pytest.mark.parametrize("revision", ["nowhere", "--help"])
def test_an_unknown_revision_is_said(repository, monkeypatch, revision):
    monkeypatch.chdir(repository)
    with pytest.raises(InputError, match=f"^--diff-base {revision}: "):
        changes_since(revision)


def test_no_repository_and_no_git_are_said(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(InputError, match="in no git repository"):
        changes_since("HEAD")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(InputError, match="needs git"):
        changes_since("HEAD")


def test_words_of_a_text_are_no_head_of_a_diff():
    diff = (
        "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1,2 @@\n+++ b/y\n+diff\n"
        "diff --git a/z b/z\ndeleted file mode 100644\n--- a/z\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n"
    )
    assert _parsed(diff) == {"x": ((1, 2),)}


def test_a_finding_over_several_lines_counts_when_one_changed():

    one = located("x:one")._replace(line=3, end_line=5, end_column=1)
    found = result("/r/a.txt")._replace(found=(one,))
    for changed, counts in [((2, 2), 0), ((3, 3), 1), ((4, 9), 1), ((5, 5), 0)]:
        assert len(Changes("/r", {"a.txt": (changed,)}).only_changed(found).found) == counts
