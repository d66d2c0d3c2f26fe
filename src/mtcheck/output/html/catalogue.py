"""All rules on one page that can be searched: what each finds, why, examples, what was measured."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from markupsafe import Markup, escape

from mtcheck.checker import check
from mtcheck.engine.packs import RuleSet
from mtcheck.engine.rule import Rule
from mtcheck.engine.ruledoc import Example, RuleDoc
from mtcheck.finding import CATEGORIES, SEVERITIES
from mtcheck.output.html.embed import bundle, policy
from mtcheck.output.html.page import environment
from mtcheck.output.html.words import measured
from mtcheck.source import ANY_SOURCE, LANGUAGES

STYLE = ("theme.css", "bar.css", "overview.css", "catalogue.css")
SCRIPT = ("catalogue.js",)

EVERY_LANGUAGE = "any language"


class Entry(NamedTuple):
    """One rule as the page shows it."""

    rule: Rule
    doc: RuleDoc
    category: str
    language: str
    measured: str
    says: str
    write: tuple[str, ...]
    bad: tuple[Markup, ...]


class Pack(NamedTuple):
    """The rules of one pack, and what they are about."""

    name: str
    about: str
    entries: tuple[Entry, ...]


def render_catalogue(rules: RuleSet) -> str:
    """Return all of `rules` as one self-contained HTML page; each has its id as its anchor."""
    packs: dict[str, list[Entry]] = {}
    for rule in rules.rules:
        packs.setdefault(rule.id.rpartition("/")[0], []).append(_entry(rule, rules))
    shown = [Pack(name, found[0].doc.about, tuple(found)) for name, found in sorted(packs.items())]
    entries = [entry for pack in shown for entry in pack.entries]
    style, script = bundle(*STYLE), bundle(*SCRIPT)
    return (
        environment()
        .get_template("catalogue.html.j2")
        .render(
            packs=shown,
            total=len(entries),
            measured=sum(evidence.documents > 0 for evidence in rules.evidence.values()),
            languages=Counter(entry.language for entry in entries),
            severities=[(s, sum(e.rule.severity == s for e in entries)) for s in SEVERITIES],
            style=style,
            script=script,
            policy=policy(style, script),
        )
    )


def _entry(rule: Rule, rules: RuleSet) -> Entry:
    doc = rules.docs[rule.id]
    evidence = rules.evidence.get(rule.id)
    # What it says of its first example is easier to read than a message with placeholders.
    example = check(doc.bad[0].text, rules, source=ANY_SOURCE) if doc.bad else ()
    found = next((finding for finding in example if finding.rule == rule.id), None)
    return Entry(
        rule,
        doc,
        CATEGORIES[rule.category].title,
        LANGUAGES.get(rule.language, rule.language) if rule.language else EVERY_LANGUAGE,
        measured(evidence),
        found.message if found else rule.message,
        found.replacements if found else rule.suggest,
        tuple(map(_marked, doc.bad)),
    )


def _marked(example: Example) -> Markup:
    """Return an example with what is found in it marked."""
    out, at = Markup(), 0
    for start, end in example.marks:
        out += escape(example.text[at:start])
        out += Markup("<mark>%s</mark>") % example.text[start:end]
        at = end
    return out + escape(example.text[at:])
