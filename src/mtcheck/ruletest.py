"""`rules test` and `rules lint`: whether rules do what their examples say, and have enough."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mtcheck.checker import check
from mtcheck.engine.alternatives import alternatives
from mtcheck.engine.glossary import GLOSSARY_SUFFIXES
from mtcheck.engine.packs import RuleSet
from mtcheck.engine.pattern import Pattern
from mtcheck.engine.phrase_plan import patterns_of
from mtcheck.engine.regex import regex_of
from mtcheck.engine.rule import Rule
from mtcheck.engine.ruledoc import Example, RuleDoc
from mtcheck.engine.view import View
from mtcheck.finding import Finding
from mtcheck.formats.plain import read_text
from mtcheck.source import ANY_SOURCE
from mtcheck.text.offsets import Edit, apply_edits

_ARTICLE = re.compile(r"(?:an?|the)\s+[\"'“‘]?", re.IGNORECASE)
_UNFILLED = re.compile(
    r"(?!\A…\Z)…|\.{2,}|_{2,}|\b(?:sb|sth|smb|smth|so-and-so|one's|oneself|(?:someone|somebody)(?:'s)?"
    r"|something)\b(?! else)|(?<![\w-])[XYZN](?![\w-])"
)
"""What stands for words that whoever reads a suggestion has to put in its place."""
LEAST_BAD = 1
LEAST_GOOD = 2


@dataclass(frozen=True, slots=True)
class Failure:
    """One way in which a rule is not as it says: `line` is the rule's, from 1."""

    rule: str
    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.rule}: {self.what}"


def run_examples(rules: RuleSet) -> list[Failure]:
    """Run every example of `rules` with all of `rules`; returns what did not come out as said."""
    return [
        Failure(rule.id, doc.file, doc.line, what)
        for rule in rules.rules
        for doc in (rules.docs[rule.id],)
        for what in _failures(rule, doc, rules)
    ]


def _failures(rule: Rule, doc: RuleDoc, rules: RuleSet) -> Iterator[str]:
    for example in doc.bad:
        yield from _bad(rule, example, rules)
    for example in doc.good:
        for finding in _findings(example.text, rules):
            if finding.rule == rule.id:
                yield f"finds “{finding.text}” in its good example: {example.text}"
            elif finding.severity != "suggestion" and _speaks(rules[finding.rule], rule):
                yield f"{finding.rule} finds “{finding.text}” in the good example: {example.text}"
    for example in doc.missed:
        if any(f.rule == rule.id for f in _findings(example.text, rules)):
            yield f"now finds a known miss; make it a bad example: {example.text}"


def _bad(rule: Rule, example: Example, rules: RuleSet) -> Iterator[str]:
    found = [f for f in _findings(example.text, rules, keep=rule.id) if f.rule == rule.id]
    spans = [(f.span.start, f.span.end) for f in found]
    if not _are_marked(example, spans):
        said = ", ".join(f"“{example.text[a:b]}”" for a, b in example.marks) or "nothing"
        got = ", ".join(f"“{f.text}”" for f in found) or "nothing"
        yield f"should find {said}, finds {got}: {example.text}"
        return
    if example.fix is None and not rule.safe:
        return
    fixed = apply_first(example.text, found)
    if example.fix is not None and fixed != example.fix:
        yield f"its fix gives: {fixed}"
    if rule.safe and any(f.rule == rule.id for f in _findings(fixed, rules)):
        yield f"still finds something after its safe fix: {fixed}"


def _speaks(other: Rule, of: Rule) -> bool:
    """Whether `other` may not find anything in a good example `of` a rule: one that has to know
    the source language says nothing about what is right in texts from another."""
    return not other.needs_source or other.language == of.language


def _are_marked(example: Example, spans: list[tuple[int, int]]) -> bool:
    """Whether the findings are the marks; the article that a replacement takes in may be left out
    of a mark (see `engine.in_place`)."""
    return len(spans) == len(example.marks) and all(
        end == mark[1]
        and (start == mark[0] or _ARTICLE.fullmatch(example.text[start : mark[0]]) is not None)
        for (start, end), mark in zip(spans, example.marks, strict=True)
    )


def _findings(text: str, rules: RuleSet, keep: str | None = None) -> Iterable[Finding]:
    # A rule is tested alone first: another rule that says more of the same words may hide it.
    chosen = rules if keep is None else rules.select(only=[keep])
    return check(read_text(text), chosen, source=ANY_SOURCE)


def apply_first(text: str, findings: Iterable[Finding]) -> str:
    """Return `text` with the first replacement of every finding; later ones that overlap wait."""
    edits: list[Edit] = []
    for finding in sorted(findings, key=lambda f: f.span):
        if finding.replacements and (not edits or finding.span.start >= edits[-1].span.end):
            edits.append(Edit(finding.span, finding.replacements[0]))
    return apply_edits(text, edits)[0]


def lint(rules: RuleSet) -> list[Failure]:
    """Return what every rule should have and some lack: examples, and one for each alternative."""
    out = []
    for rule in rules.rules:
        doc = rules.docs[rule.id]
        out += [Failure(rule.id, doc.file, doc.line, what) for what in _lacks(rule, doc)]
    return out


def _lacks(rule: Rule, doc: RuleDoc) -> Iterator[str]:
    if doc.file.endswith(GLOSSARY_SUFFIXES):
        return  # its terms are their own examples
    if len(doc.bad) < LEAST_BAD:
        yield "has no bad example"
    if len(doc.good) < LEAST_GOOD:
        yield f"has {len(doc.good)} good examples; it needs {LEAST_GOOD} near misses"
    if any(not e.marks for e in doc.bad):
        yield "has a bad example without a mark; write <…> around what must be found"
    if any(e.marks for e in (*doc.good, *doc.missed)):
        yield "has a good or missed example with a mark; there is nothing to be found"
    for name in _placeholders(rule.message) - {"found", "suggest"}:
        if rule.kind == "phrase":
            yield f"its message has {{{name}}}; a phrase knows only {{found}} and {{suggest}}"
    if "{suggest}" in rule.message and not rule.suggest and rule.kind == "phrase":
        yield "its message has {suggest}, but there is no suggestion"
    for words in rule.suggest:
        if gap := _UNFILLED.search(words):
            yield (
                f"its suggestion “{words}” leaves “{gap[0]}” to be filled in; write what can stand "
                "in the text, or give the advice in the message"
            )
    if rule.kind == "phrase":
        yield from _unused(rule, doc)


def _placeholders(message: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", message))


def _unused(rule: Rule, doc: RuleDoc) -> Iterator[str]:
    """Alternatives whose loss no bad example would notice."""
    patterns = patterns_of(rule)
    flags = 0 if rule.params.get("case") else re.IGNORECASE
    marked: list[tuple[str, tuple[int, int]]] = []
    for example in doc.bad:
        text = View(read_text(example.text)).text
        for mark in example.marks:
            # One that is not found at all is for `rules test` to say, and needs no alternative.
            own = [(text, m) for m in _own_marks(text, mark)]
            marked += [one for one in own if _all_found([one], patterns, flags)][:1]
    if not marked:
        return
    for index, pattern in enumerate(patterns):
        others = patterns[:index] + patterns[index + 1 :]
        if others and _all_found(marked, others, flags):
            yield f"no bad example needs the pattern {pattern.source!r}"
            continue
        for label, body in alternatives(pattern.body):
            smaller = [*others, Pattern(pattern.source, body, pattern.at_start, pattern.at_end)]
            if _all_found(marked, smaller, flags):
                yield f"no bad example needs the alternative “{label}” of {pattern.source!r}"


def _all_found(
    marked: list[tuple[str, tuple[int, int]]], patterns: list[Pattern], flags: int
) -> bool:
    """Whether `patterns` match every mark of the (text, mark) pairs exactly."""
    regex = re.compile(regex_of(patterns), flags)
    return all(
        any(m.span() == mark for m in regex.finditer(text, max(0, mark[0] - 1), mark[1] + 1))
        for text, mark in marked
    )


def _own_marks(text: str, mark: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the mark, and what is left of it without the article that a replacement takes in."""
    article = _ARTICLE.match(text, *mark)
    return [mark, (article.end(), mark[1])] if article else [mark]
