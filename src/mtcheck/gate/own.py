"""The rules that no pack holds: what is wrong with the comments by which findings are suppressed.

They are chosen, explained and written out like all others.
"""

from __future__ import annotations

from mtcheck.engine.rule import Rule
from mtcheck.engine.ruledoc import Example, RuleDoc

PACK = "mtcheck/suppression"
NO_REASON, UNUSED, UNKNOWN, MALFORMED, UNCLOSED = (
    f"{PACK}/{name}" for name in ("no-reason", "unused", "unknown-rule", "malformed", "unclosed")
)
_ABOUT = "Comments that tell mtcheck to ignore findings."


def _own(id_: str, message: str, why: str, bad: str, good: str) -> tuple[Rule, RuleDoc]:
    bad, good = (f"<!-- mtcheck: {text} -->" for text in (bad, good))
    doc = RuleDoc(
        id_, _ABOUT, why=why, bad=(Example(bad, ((0, len(bad)),)),), good=(Example(good),)
    )
    return Rule(id_, "suppression", message, "warning", "markup", penalty=0.0), doc


OWN: dict[str, tuple[Rule, RuleDoc]] = {
    rule.id: (rule, doc)
    for rule, doc in (
        _own(
            NO_REASON,
            "This ignores nothing, because it does not say why; add the reason behind “--”.",
            "Whoever reads the file next has to know why a finding was wrong.",
            "ignore-next-line zh",
            "ignore-next-line zh -- the name of the ship",
        ),
        _own(
            UNUSED,
            "This ignores nothing, because there is no finding of {found} here; delete it.",
            "Left behind, it would hide the next real finding.",
            "ignore-file zh/pandemic -- names of drinks",
            "ignore-file zh/pandemic -- the drinks “New Crown” and “New Corona”",
        ),
        _own(
            UNKNOWN,
            "{found}.",
            "A misspelt name ignores nothing.",
            "ignore-file zh/pandemics -- names of drinks",
            "ignore-file zh/pandemic -- names of drinks",
        ),
        _own(
            MALFORMED,
            "This ignores nothing: {found}.",
            "What cannot be read is not guessed.",
            "ignore-nextline zh -- the name of the ship",
            "ignore-next-line zh -- the name of the ship",
        ),
        _own(
            UNCLOSED,
            "This ignores nothing, because “ignore-end” is missing; add it where the block ends.",
            "An open end would hide everything that is ever written behind it.",
            "ignore-start zh -- quoted from a translation",
            "ignore-end",
        ),
    )
}
"""Each rule by its id, with what there is to read about it."""
