"""A document made regular: what is changed, and by which rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.errors import UnknownRuleError, did_you_mean
from mtcheck.text.document import Document
from mtcheck.text.normal.change import Change, Style
from mtcheck.text.normal.document import document_changes
from mtcheck.text.normal.table import DEFAULT, EDITS
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

if TYPE_CHECKING:
    from mtcheck.engine.packs import RuleSet
    from mtcheck.engine.rule import Rule

KIND = "normalization"
FURNITURE = tuple(
    f"any/leftovers/{name}"
    for name in (
        *("time-stamp", "photo-credit", "staff-credit", "source-line", "site-name", "navigation"),
        *("sharing", "copyright", "disclaimer", "teaser"),
    )
)
"""Rules about what is no part of an article: what they find is deleted only when asked for."""


class Choice(NamedTuple):
    """The edits to make, by name, and rules, by id, whose first suggestions are followed."""

    edits: frozenset[str] = DEFAULT
    rules: tuple[str, ...] = ()


def choose(
    wanted: Iterable[str],
    unwanted: Iterable[str],
    rules: Callable[[], RuleSet],
    *,
    aggressive: bool = False,
) -> Choice:
    """Return the edits that are made by default with those `wanted` and without those `unwanted`.

    Each is the name of an edit, or a rule, pack or area of `rules`, which are asked for only then.
    With `aggressive` all edits are made and those rules of FURNITURE followed that are there.
    UnknownRuleError for a name that fits nothing.
    """
    edits = set(EDITS if aggressive else DEFAULT)
    there = {*rules().shelf.ids} if aggressive else set()
    ids = dict.fromkeys(each for each in FURNITURE if each in there)
    for name in wanted:
        some, others = _named(name, rules)
        edits |= some
        ids |= dict.fromkeys(others)
    for name in unwanted:
        some, others = _named(name, rules)
        edits -= some
        for id_ in others:
            ids.pop(id_, None)
    return Choice(frozenset(edits), tuple(ids))


def _named(name: str, rules: Callable[[], RuleSet]) -> tuple[set[str], list[str]]:
    """Return the edits, and the rules beside them, that a name stands for."""
    if name in EDITS:
        return {name}, []
    if "/" not in name:
        hint = did_you_mean(name, sorted(EDITS)) or "; docs/normalization.md lists them"
        raise UnknownRuleError(f"there is no edit {name!r}{hint}")
    found = rules().select(only=[name]).rules
    edits = {rule.params["edit"] for rule in found if rule.kind == KIND}
    return edits, [rule.id for rule in found if rule.kind != KIND]


class Normalizer:
    """What a choice of edits makes of documents, in a style."""

    def __init__(
        self, choice: Choice, rules: Callable[[], RuleSet], style: Style | None = None
    ) -> None:
        self.choice = choice
        self.style = style or Style()
        self._rules = rules

    def changes(self, document: Document) -> list[Change]:
        """Return what is changed, in code points of the text: in order and apart from each other.

        The edit of a change that a further rule asks for is the id of that rule. Rules see the
        document as it is, and the edits what is left of it.
        """
        line_break = "\n" if document.format == "text" else " "
        style = self.style._replace(line_break=line_break)
        made = document_changes(document, self.choice.edits, style)
        if not self.choice.rules:
            return made
        asked = list(self._suggested(document))
        kept = [c for c in made if not any(_meet(c.span, other.span) for other in asked)]
        return sorted([*kept, *asked], key=lambda change: change.span)

    def edits(self, document: Document) -> list[Edit]:
        """Return the changes as what is written back into the file."""
        return [Edit(change.span, change.text) for change in self.changes(document)]

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """The rule behind each change, by its edit: the shipped one where no other is there."""
        from mtcheck.checker import shipped

        return {
            rule.params["edit"] if rule.kind == KIND else rule.id: rule
            for rules in (shipped(), self._rules())
            for rule in rules.rules
            if rule.kind == KIND or rule.id in self.choice.rules
        }

    @cached_property
    def _further(self) -> RuleSet:
        return self._rules().select(only=self.choice.rules)

    def _suggested(self, document: Document) -> Iterable[Change]:
        """Yield the first suggestions of the further rules; of those that overlap, the first."""
        from mtcheck.checker import check  # late: only what is asked for by name needs it

        done = 0
        for finding in check(document, self._further):
            if not finding.replacements:
                continue
            text = finding.replacements[0]
            span = document.offsets.to_new(finding.span)
            if not text:
                span = _with_line_end(document, span)
            if span.start >= done:
                done = span.end
                yield Change(finding.rule, span, text, span)


def _meet(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _with_line_end(document: Document, span: Span) -> Span:
    """Return a stretch with the end of its line where it is a whole line of a plain text."""
    text, (start, end) = document.text, span
    if document.format != "text" or (start and text[start - 1] != "\n"):
        return span
    if text.startswith("\r\n", end):
        return Span(start, end + 2)
    return Span(start, end + 1) if text.startswith("\n", end) else span
