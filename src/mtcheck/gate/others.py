"""Findings of another checker: named, chosen and weighed like ours."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from mtcheck.errors import UnknownRuleError
from mtcheck.finding import PENALTIES, SEVERITIES, Finding
from mtcheck.gate.settings import Settings
from mtcheck.text.lazy import lazy

if TYPE_CHECKING:
    from mtcheck.engine.packs import RuleSet

AREA = "languagetool"
"""What the ids of LanguageTool's rules begin with. Which there are only its server knows."""

_NAME = lazy(r"languagetool(?:/[a-z0-9-]+)?/?")


def is_other(name: str) -> bool:
    """Whether a name is that of another checker, or of a rule of it; UnknownRuleError for one that
    cannot be."""
    if name.partition("/")[0] != AREA:
        return False
    if not _NAME.fullmatch(name):
        raise UnknownRuleError(
            f"there is no rule {name!r}; LanguageTool's are called like languagetool/en-a-vs-an"
        )
    return True


def covers(name: str, rule: str) -> bool:
    """Whether a name means a rule: it is its own, or that of its area."""
    return rule == name or rule.startswith(name.rstrip("/") + "/")


def is_asked(name: str, settings: Settings) -> bool:
    """Whether all that a name means is asked; else nobody knows what it would have found."""
    only, ignore = settings.rules.only, settings.rules.ignore
    if settings.languagetool is None or (only and not any(covers(each, name) for each in only)):
        return False
    return not any(covers(each, name) or covers(name, each) for each in ignore)


def is_among(finding: Finding, rules: Container[str]) -> bool:
    """Whether a finding is of one of these rules; AREA stands for all of the other checker."""
    return finding.rule in rules or (finding.origin is not None and AREA in rules)


def described(rules: RuleSet, findings: Iterable[Finding]) -> RuleSet:
    """Return rules that know those, too, which other checkers found these findings by."""
    theirs = [each for each in findings if each.origin]
    if not theirs:
        return rules
    from mtcheck.engines.languagetool.about import of_findings

    about = of_findings(theirs)
    own = {id_: (each.rule, each.doc) for id_, each in about.items()}
    evidence = {id_: each.evidence for id_, each in about.items() if each.evidence}
    return rules.with_own({**rules.own, **own}, evidence)


def counted(found: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    """Yield the findings of another checker that the settings choose, as grave as they say."""
    only, ignore = settings.rules.only, settings.rules.ignore
    for each in found:
        if only and not any(covers(name, each.rule) for name in only):
            continue
        if any(covers(name, each.rule) for name in ignore):
            continue
        level = _level(each.rule, settings.severities)
        if level in SEVERITIES and level != each.severity:
            each = each._replace(severity=level, penalty=PENALTIES[level])
        if level != "off":
            yield each


def _level(rule: str, severities: Sequence[tuple[str, str]]) -> str | None:
    """Return what is said of a rule: under the most specific name, and there the last time."""
    said = [
        (name.rstrip("/").count("/"), level) for name, level in severities if covers(name, rule)
    ]
    return max(reversed(said), key=lambda each: each[0])[1] if said else None
