"""`normalization`: characters and spaces that `mtcheck normalize` sets right.

The mechanism is `mtcheck.text.normal`; a rule gives one of its edits a message and a weight. A
finding marks what changes with the words that touch it, a word between two changes aside.
"""

from __future__ import annotations

from collections import defaultdict

from mtcheck.engine.kind import Check, Hit, Parameter, Part, Plan
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View
from mtcheck.text.normal.document import noticed_in
from mtcheck.text.normal.seen import name_of, seen
from mtcheck.text.normal.table import DEFAULT, EDITS, REPORTED

PARAMETERS = {
    "edit": Parameter(
        "text",
        "the edit of the normalization, as docs/normalization.md explains it",
        required=True,
        choices=tuple(sorted(EDITS)),
    )
}


def plan(rule: Rule) -> Plan:
    """A slip of characters can stand in any document."""
    return Plan()


def check(rule: Rule, plan: Plan) -> Check:
    """Return the share of the rule in the one analysis of all edits."""
    return Part(slips, rule.params["edit"])


def slips(view: View) -> dict[str, list[Hit]]:
    """Return what a normalization would change, and what it would only show, by edit; use as
    `view.once(slips)`."""
    made, aside = noticed_in(view.doc, DEFAULT, REPORTED)
    found: dict[str, list[Hit]] = defaultdict(list)
    if made or aside:
        changes = sorted([*made, *aside], key=lambda change: change.span)
        text = view.doc.text
        for change, shown, fixed in seen(text, changes):
            values = {"character": name_of(change.span.of(text))}
            found[change.edit].append(Hit(*shown, (fixed,), values, of_document=True))
    return found
