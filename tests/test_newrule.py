"""`rules new`: from a bad sentence to a rule that finds it."""

import re
import shlex

from mtcheck.engine.packs import load
from repository import ROOT

BAD = "The two sides <walk the (middle) line> again: “yes”."
GOOD = ("--good", "They walk the line.", "--good", "It is in the middle.")


def test_a_rule_is_made_from_its_sentence(mtcheck, tmp_path):
    done = mtcheck(
        *("rules", "new", "own/words.yaml", "--bad", BAD, "--suggest", "steer a middle course"),
        *(*GOOD, "--from", "zh"),
        cwd=tmp_path,
    )
    assert (done.returncode, done.stdout) == (0, b"")
    (rule,) = load([tmp_path / "own" / "words.yaml"]).rules
    assert (rule.id, rule.language) == ("own/words/walk-the-middle-line", "zh")
    done = mtcheck(
        "rules", "new", "own/words.yaml", "--bad", "He <ate vinegar>.", *GOOD, cwd=tmp_path
    )
    assert done.returncode == 0
    assert len(load([tmp_path / "own"])) == 2


def test_what_is_missing_is_said(mtcheck, tmp_path):
    done = mtcheck("rules", "new", "own/words.yaml", "--bad", BAD, cwd=tmp_path)
    assert done.returncode == 1
    assert b"needs 2 near misses" in done.stdout
    done = mtcheck("rules", "new", "own/more.yaml", "--bad", "No mark.", cwd=tmp_path)
    assert done.returncode == 2
    assert b"mark the words" in done.stderr
    assert not (tmp_path / "own" / "more.yaml").exists()


def test_capitals_count_where_they_are_all_that_is_wrong(mtcheck, tmp_path):
    done = mtcheck(
        *("rules", "new", "own/style.yml", "--bad", "He sold his <Playstation>."),
        *("--suggest", "PlayStation", "--category", "inconsistency"),
        *("--good", "He sold his PlayStation.", "--good", "The play station was wet."),
        cwd=tmp_path,
    )
    assert (done.returncode, done.stdout) == (0, b"")
    (rule,) = load([tmp_path / "own" / "style.yml"]).rules
    assert rule.message == "Write {suggest}, not {found}."


def test_the_message_can_be_ones_own(mtcheck, tmp_path):
    done = mtcheck("rules", "new", "a.yaml", "--bad", BAD, *GOOD, "--message", "No.", cwd=tmp_path)
    assert done.returncode == 0
    assert load([tmp_path / "a.yaml"]).rules[0].message == "No."


def test_a_pack_that_a_rule_does_not_fit_into_stays_as_it_was(mtcheck, tmp_path):
    new = ("rules", "new", "own/words.yaml", "--bad", BAD, *GOOD)
    assert mtcheck(*new, cwd=tmp_path).returncode == 0
    path = tmp_path / "own" / "words.yaml"
    before = path.read_bytes()
    done = mtcheck(*new, cwd=tmp_path)
    assert done.returncode == 2
    assert b"was not added" in done.stderr
    assert b"is used in own/words.yaml:3 too" in done.stderr
    assert path.read_bytes() == before
    done = mtcheck("rules", "new", "own/more.yaml", "--bad", "A <(b>.", *GOOD, cwd=tmp_path)
    assert done.returncode == 2
    assert not (tmp_path / "own" / "more.yaml").exists()
    done = mtcheck("rules", "new", "own/more.txt", "--bad", BAD, cwd=tmp_path)
    assert b"a pack of rules is a .yaml file" in done.stderr


def test_a_shipped_rule_that_finds_it_already_is_named(mtcheck, tmp_path):
    bad = "Cases of <new crown pneumonia> rose."
    done = mtcheck("rules", "new", "a.yaml", "--bad", bad, *GOOD, "--from", "zh", cwd=tmp_path)
    said = done.stderr.decode()
    assert "zh/pandemic/new-crown-pneumonia finds “new crown pneumonia” already (error)" in said


def test_what_fails_is_to_be_mended_first(mtcheck, tmp_path):
    good = ("--good", "They walk the (middle) line.", "--good", "A line.")
    done = mtcheck("rules", "new", "a.yaml", "--bad", BAD, *good, cwd=tmp_path)
    assert done.returncode == 1
    assert b"in its good example" in done.stdout
    assert b"mend there what is said above" in done.stderr
    assert b"write more" not in done.stderr


GUIDE = (ROOT / "docs" / "writing-rules.md").read_text("utf-8")


def test_the_guide_does_what_it_says(mtcheck, tmp_path):
    # The first command, then its find, suggest, message and bad as the second step writes them.
    commands = re.findall(r"^\$ (mtcheck rules new (?:.*\\\n)*.*)$", GUIDE, re.M)
    assert len(commands) == 2
    for command in commands:
        done = mtcheck(*shlex.split(command.replace("\\\n", ""))[1:], cwd=tmp_path)
        assert (done.returncode, done.stdout, b"already" in done.stderr) == (0, b"", False)
    path = tmp_path / "house" / "words.yaml"
    written = path.read_text("utf-8")
    (wider,) = re.findall(r"```yaml\n(    find:.*?)```", GUIDE, re.S)
    find, bad = wider.split("    bad:\n")
    start, rest = written.split("    find:")
    _, ours = rest.split("    bad:\n")
    middle = rest[rest.index("    severity") : rest.index("    bad:")]
    good = ours[ours.index("    #") :]
    path.write_text(f"{start}{find}{middle}    bad:\n{bad}{good}", "utf-8")
    assert mtcheck("rules", "lint", "house/words.yaml", cwd=tmp_path).returncode == 0
    assert mtcheck("rules", "test", "house/words.yaml", cwd=tmp_path).returncode == 0
