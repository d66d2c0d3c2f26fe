"""Findings that the file itself, or the settings, say to ignore; and what is wrong with saying so.

Where a comment acts:
- `ignore-next-line`: on what the format ties to it as next (an entry, a cue); else on the block
  that begins next after the comment, or after the paragraph that it hangs at. A comment inside of a
  block acts on the next line of this block, where there is one.
- `ignore-line`: on what the format ties it to (a paragraph, an entry, a cue); else on the lines of
  the block in which the comment stands; outside of a block on the one that ends before it in its
  line, or begins after it there.
- `ignore-start`: up to the next `ignore-end` that names the same rules, or none.
- `ignore-file`, and `ignore "words"`: on the whole document.
A finding belongs where it begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mtcheck.checker import message
from mtcheck.engine.view import View
from mtcheck.errors import UnknownRuleError
from mtcheck.finding import Finding
from mtcheck.formats.comments import Comment
from mtcheck.formats.places import place_of
from mtcheck.gate import directives as say
from mtcheck.gate.directives import Directive, directives
from mtcheck.gate.others import AREA, is_among, is_asked, is_other
from mtcheck.gate.own import MALFORMED, NO_REASON, OWN, UNCLOSED, UNKNOWN, UNUSED
from mtcheck.gate.phrases import Phrases
from mtcheck.gate.result import Located, Suppressed
from mtcheck.gate.rules import chosen, could_find, ids_of, levels, loaded
from mtcheck.gate.scopes import Scopes
from mtcheck.gate.settings import Settings
from mtcheck.text.document import Document
from mtcheck.text.lines import LineIndex
from mtcheck.text.span import Span

ALL = "all"


@dataclass(slots=True)
class _Order:
    """Which findings are ignored: of these rules, that begin in this stretch of the raw text and,
    with a phrase, lie in these words; by whom and why. `used` says whether there were any."""

    rules: set[str]
    scope: Span
    phrase: str | None
    by: str
    reason: str
    said: Directive | None = None
    used: bool = False


class Suppression:
    """What the comments and the settings of one document ignore.

    `problems` are what is wrong with the comments, as findings. `complete` says that all checkers
    answered: else nobody knows what they would have found.
    """

    def __init__(
        self, view: View, comments: Sequence[Comment], settings: Settings, *, complete: bool
    ) -> None:
        self._is_asked = lambda name: complete and is_asked(name, settings)
        self._document = view.doc
        self._phrases = Phrases(view)
        self._scopes = Scopes(view.doc)
        self._all = loaded(settings.rules.packs, settings.rules.added)
        self._chosen = chosen(settings.rules, settings.severities)
        self._levels = levels(settings.rules, settings.severities)
        self._need_reason = settings.require_reason
        self.problems: list[Located] = []
        self._known: dict[str, set[str]] = {}
        self._unknown: dict[str, str] = {}  # what is wrong, by name
        whole = Span(0, len(view.doc.raw) + 1)
        self._listed = [
            _Order(self._named(rule), whole, text or None, "config", reason)
            for rule, text, reason in settings.ignores
        ]
        self._orders = [*self._of_comments(comments), *self._listed]

    def applied(self, found: Sequence[Located]) -> tuple[list[Located], list[Suppressed]]:
        """Return the findings that count, in order with the problems, and those that do not."""
        kept: list[Located] = []
        ignored: list[Suppressed] = []
        waiting = sorted(self._orders, key=lambda order: -order.scope.start)
        begun: list[_Order] = []
        for located in found:  # in text order, so that orders come and go
            at = located.finding.span.start
            while waiting and waiting[-1].scope.start <= at:
                begun.append(waiting.pop())
            begun = [order for order in begun if at < order.scope.end]
            orders = [order for order in begun if self._matches(order, located.finding)]
            for order in orders:
                order.used = True
            if orders:
                ignored.append(Suppressed(located, orders[0].by, orders[0].reason))
            else:
                kept.append(located)
        for order in self._orders:
            if order.said and not order.used and self._could_be_used(order):
                self._tell(UNUSED, order.said, ", ".join(self._understood(order.said)))
        kept += self._counting(ignored)
        return sorted(kept, key=lambda f: (f.start, f.end, f.finding.rule)), ignored

    @property
    def used(self) -> tuple[int, ...]:
        """The numbers of those `ignores` of the settings that ignored something."""
        return tuple(number for number, order in enumerate(self._listed) if order.used)

    def _counting(self, ignored: list[Suppressed]) -> Iterator[Located]:
        """Yield the problems, but for those that the settings ignore."""
        for located in self.problems:
            rule, words = located.finding.rule, located.shown
            orders = (order for order in self._listed if rule in order.rules)
            order = next(
                (o for o in orders if not o.phrase or o.phrase.split() == words.split()), None
            )
            if order is None:
                yield located
            else:
                order.used = True
                ignored.append(Suppressed(located, order.by, order.reason))

    def _matches(self, order: _Order, finding: Finding) -> bool:
        """Whether an order means a finding in its stretch."""
        if not is_among(finding, order.rules):
            return False
        return order.phrase is None or self._phrases.hold(order.phrase, finding)

    def _could_be_used(self, order: _Order) -> bool:
        """Whether all that an order names are rules that were asked; else nobody knows what they
        would find."""
        ours = {id_ for id_ in order.rules if not is_other(id_)}
        others = [*filter(is_other, self._understood(order.said))] if order.said else []
        if not all(map(self._is_asked, others)):
            return False
        return could_find(ours, self._chosen) if ours else bool(others)

    @cached_property
    def _lines(self) -> LineIndex:
        return self._document.lines

    def _of_comments(self, comments: Sequence[Comment]) -> Iterator[_Order]:
        opened: list[tuple[Directive, set[str]]] = []
        for said in (each for comment in comments for each in directives(comment)):
            if said.wrong:
                self._tell(MALFORMED, said, said.wrong)
            elif said.verb == say.END:
                yield from self._closed(said, opened)
            else:
                rules = self._rules(said)
                if self._need_reason and not said.reason:
                    self._tell(NO_REASON, said, "")
                elif said.verb == say.START:
                    opened.append((said, rules))
                    continue
                else:
                    yield self._order(said, rules, self._scopes.of(said))
        for said, _ in opened:
            self._tell(UNCLOSED, said, "")

    def _closed(self, end: Directive, opened: list[tuple[Directive, set[str]]]) -> Iterator[_Order]:
        """Yield what an `ignore-end` closes: the last that is open, or the last of its rules."""
        for number in reversed(range(len(opened))):
            said, rules = opened[number]
            if not end.rules or set(end.rules) == set(said.rules):
                del opened[number]
                scope = Span(said.comment.span.end, end.comment.span.start)
                yield self._order(said, rules, scope)
                return
        self._tell(MALFORMED, end, "there is no “ignore-start” that it ends")

    @staticmethod
    def _order(said: Directive, rules: set[str], scope: Span) -> _Order:
        return _Order(rules, scope, said.phrase, "comment", said.reason, said)

    def _rules(self, said: Directive) -> set[str]:
        """Return the ids that a comment names; what is no rule is told."""
        found: set[str] = set()
        for name in said.rules:
            try:
                if name not in self._unknown:
                    found = found | self._named(name) if found else self._named(name)
            except UnknownRuleError as error:
                self._unknown[name] = str(error)
            if name in self._unknown:
                self._tell(UNKNOWN, said, self._unknown[name])
        return found

    def _understood(self, said: Directive) -> list[str]:
        return [name for name in said.rules if name not in self._unknown]

    def _named(self, name: str) -> set[str]:
        """Return the ids that a name stands for; UnknownRuleError when it fits nothing."""
        if name not in self._known:
            is_all = name == ALL
            named = {*self._all.shelf.ids, AREA} if is_all else ids_of(self._all, name)
            self._known[name] = named
        return self._known[name]

    def _tell(self, id_: str, said: Directive, what: str) -> None:
        """Add a problem, where its rule is one of those chosen."""
        if id_ in self._chosen.own:
            problem = _problem(self._document, self._lines, id_, said, what)
            level = self._levels.get(id_, problem.finding.severity)
            self.problems.append(problem._replace(finding=problem.finding._replace(severity=level)))


def _problem(document: Document, lines: LineIndex, id_: str, said: Directive, what: str) -> Located:
    rule, _ = OWN[id_]
    span = said.comment.span
    text = span.of(document.raw)
    words = message(rule, text, (), {"found": what}).replace("?.", "?")
    finding = Finding(
        id_, span, rule.severity, rule.category, words[:1].upper() + words[1:], text, penalty=0.0
    )
    shown = " ".join(said.comment.text.split())
    before = document.first.code_point
    return Located(
        finding,
        before + span.start,
        before + span.end,
        *lines.line_column(span.start),
        *lines.line_column(span.end),
        shown,
        shown,
        place_of(document, span.start) if document.parts else None,
    )
