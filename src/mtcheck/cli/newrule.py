"""`mtcheck rules new`: a rule from the sentence that called for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtcheck.cli.options import rules_of
from mtcheck.errors import InputError, RuleError
from mtcheck.finding import CATEGORIES, SEVERITIES
from mtcheck.output import rules as display
from mtcheck.output.text import say, visible
from mtcheck.source import LANGUAGES

if TYPE_CHECKING:
    from mtcheck.engine.packs import RuleSet

_SUFFIXES = (".yaml", ".yml")


@click.command()
@click.argument("pack", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--bad", required=True, help="A sentence with the wrong words in <…>.")
@click.option("--suggest", multiple=True, help="What to write instead; repeatable, best first.")
@click.option("--good", multiple=True, help="A near miss, where they are right; two or more.")
@click.option("--message", help="What to tell the editor; {found} and {suggest} may stand in it.")
@click.option("--severity", type=click.Choice(SEVERITIES), default="warning", show_default=True)
@click.option(
    "--category",
    type=click.Choice(list(CATEGORIES)),
    default="overly-literal",
    show_default=True,
    metavar="TYPE",
    help=f"The kind of fault: {', '.join(CATEGORIES)}.",
)
@click.option(
    "--from",
    "language",
    type=click.Choice(list(LANGUAGES)),
    metavar="LANGUAGE",
    help=f"The language whose translations show it: {', '.join(LANGUAGES)}; of a new PACK only.",
)
def new(
    pack: Path,
    bad: str,
    suggest: tuple[str, ...],
    good: tuple[str, ...],
    message: str | None,
    severity: str,
    category: str,
    language: str | None,
) -> int:
    """Add a rule to PACK (a .yaml file, made when it is not there) and run its examples.

    PACK stays as it was when the rule does not fit into it.
    """
    from mtcheck.cli.main import CLEAN, FOUND
    from mtcheck.newrule import new_pack, new_rule
    from mtcheck.ruletest import lint, run_examples

    if pack.suffix not in _SUFFIXES:
        raise InputError(f"{pack}: a pack of rules is a .yaml file")
    rule = new_rule(bad, suggest, good, severity=severity, category=category, message=message)
    rules = _added(pack, rule, new_pack(f"Rules of {pack.stem}.", language))
    found = [*lint(rules), *run_examples(rules)]
    display.failures(found, "new")
    _say_who_else(rules, language)
    if found:
        name = visible(str(pack))
        say(
            f"the rule stands in {name}; mend there what is said above, then: "
            f"mtcheck rules lint {name} && mtcheck rules test {name}"
        )
        return FOUND
    display.next_steps(pack)
    return CLEAN


def _added(pack: Path, rule: str, head: str) -> RuleSet:
    """Write a rule at the end of a pack and return its rules; what cannot be read is taken back."""
    before = pack.read_bytes() if pack.exists() else None
    pack.parent.mkdir(parents=True, exist_ok=True)
    start = head.encode() if before is None else before
    line_end = b"" if start.endswith(b"\n") else b"\n"
    pack.write_bytes(start + line_end + rule.encode())
    try:
        return rules_of([str(pack)])
    except RuleError:
        if before is None:
            pack.unlink()
        else:
            pack.write_bytes(before)
        say(f"{pack}: the rule was not added, for with it the file would say:")
        raise


def _say_who_else(rules: RuleSet, language: str | None) -> None:
    """Say which shipped rules find in the sentence of the last rule what it marks."""
    from mtcheck.checker import check, shipped

    example = max(rules.docs.values(), key=lambda doc: doc.line).bad[0]
    for finding in check(example.text, shipped(), source=language):
        start, end = finding.span
        if any(start < b and a < end for a, b in example.marks):
            say(f"{finding.rule} finds “{finding.text}” already ({finding.severity})")
