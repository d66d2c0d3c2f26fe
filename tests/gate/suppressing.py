"""A pack of two rules, and documents of each format that has comments."""

from __future__ import annotations

from mtcheck.formats.file import File
from mtcheck.gate.checking import results
from mtcheck.gate.settings import RuleChoice, Settings

PACK = """
about: Test.
defaults: {severity: error, category: terminology}
rules:
  - id: crown
    find: new crown
    message: "{found} is wrong."
    bad: ["A <new crown> case."]
    good: ["A crown.", "Anew, crowns."]
  - id: line
    find: middle line
    message: "{found} is wrong."
    bad: ["The <middle line> holds."]
    good: ["A line.", "The middle lines."]
"""


def settings(folder, **more):
    """Return settings that run the pack, which is written into a folder as zh/test."""
    pack = folder / "packs" / "zh" / "test.yaml"
    pack.parent.mkdir(parents=True, exist_ok=True)
    pack.write_text(PACK)
    return Settings(RuleChoice((str(folder / "packs"),), **more.pop("choice", {})), **more)


def checked(name, content, settings):
    """Return the result of the one document of a file."""
    data = content if isinstance(content, bytes) else content.encode()
    [result] = results(File(name, data), settings)
    return result


def counted(result):
    """Return what counts as (line, the last part of the rule's id)."""
    return [(each.line, each.finding.rule.rpartition("/")[2]) for each in result.found]
