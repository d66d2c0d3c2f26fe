"""`rules new`: from a bad sentence to a rule that finds it."""

from mtcheck.engine.packs import load

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
