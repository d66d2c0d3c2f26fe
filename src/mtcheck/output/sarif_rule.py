"""A rule as SARIF tells of it, with help that a reviewer sees beside a finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mtcheck.engine.evidence import Evidence
from mtcheck.engine.rule import Rule
from mtcheck.engine.ruledoc import Example, RuleDoc
from mtcheck.finding import CATEGORIES
from mtcheck.output.marked_up import escaped

LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}
_PROBLEM = {"error": "error", "warning": "warning", "suggestion": "recommendation"}
_EXAMPLES = 3


def descriptor(rule: Rule, doc: RuleDoc, evidence: Evidence | None) -> dict[str, Any]:
    """Return the `reportingDescriptor` of a rule; its help in plain text and in Markdown."""
    category = CATEGORIES[rule.category]
    return {
        "id": rule.id,
        "shortDescription": {"text": f"{category.title}: {doc.about}"},
        "fullDescription": {"text": doc.why or doc.about},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "help": {
            "text": "\n".join(_help(rule, doc, evidence, plain=True)),
            "markdown": "\n\n".join(_help(rule, doc, evidence, plain=False)),
        },
        "properties": {
            "tags": ["translation", rule.category],
            "problem.severity": _PROBLEM[rule.severity],
        },
    }


def _help(rule: Rule, doc: RuleDoc, evidence: Evidence | None, *, plain: bool) -> Iterator[str]:
    said = str if plain else escaped
    yield said(doc.about)
    if doc.why:
        yield said(f"Why: {doc.why}")
    if doc.source:
        yield said(f"Source expression: {doc.source}")
    if rule.suggest:
        yield said(f"Write: {'; '.join(rule.suggest)}")
    for title, examples in (("Finds", doc.bad), ("Is silent about", doc.good)):
        for example in examples[:_EXAMPLES]:
            yield said(f"{title}: ") + _marked(example, plain=plain)
    yield said(f"Measured: {evidence.in_words() if evidence else 'not yet.'}")
    switch = f"mtcheck check --ignore {rule.id}"
    yield f"Switch off: {switch}" if plain else f"Switch off: `{switch}`"


def _marked(example: Example, *, plain: bool) -> str:
    """Return an example with what is found in it in pointed brackets, or bold."""
    said = str if plain else escaped
    before, behind = ("<", ">") if plain else ("<b>", "</b>")
    out, at = [], 0
    for start, end in example.marks:
        out += [said(example.text[at:start]), before, said(example.text[start:end]), behind]
        at = end
    return "".join(out) + said(example.text[at:])
