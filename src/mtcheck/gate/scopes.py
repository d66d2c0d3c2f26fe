"""Which stretch of a document a comment is about; `suppress` says the rules in words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from mtcheck.formats.comments import Comment
from mtcheck.gate.directives import LINE, NEXT, Directive
from mtcheck.text.document import Document
from mtcheck.text.span import Span

_NOTHING = Span(0, 0)


class Scopes:
    """The stretches of one document's raw text that comments are about."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def of(self, said: Directive) -> Span:
        """Return the stretch that an order is about."""
        comment = said.comment
        if said.verb == NEXT:
            return comment.after or self._next(comment)
        if said.verb == LINE:
            return comment.own or self._line(comment.span)
        return Span(0, len(self._document.raw) + 1)

    def _next(self, comment: Comment) -> Span:
        end = comment.span.end
        around = self._around(comment.span)
        if comment.own:
            end = comment.own.end
        elif around is not None:
            start = self._line_end(end)
            if start < around.end:
                return Span(start, min(around.end, self._line_end(start)))
        after = bisect_left(self._blocks, Span(end, end))
        return self._blocks[after] if after < len(self._blocks) else _NOTHING

    def _line(self, comment: Span) -> Span:
        line = Span(self._line_start(comment.start), self._line_end(comment.end))
        block = self._around(comment)
        if block is None:
            at = bisect_left(self._blocks, comment)
            beside = [*self._blocks[max(0, at - 1) : at], *self._blocks[at : at + 1]]
            block = next((b for b in beside if line.start < b.end and b.start < line.end), None)
        if block is None:
            return _NOTHING
        return Span(max(block.start, line.start), min(block.end, line.end))

    def _around(self, comment: Span) -> Span | None:
        """Return the block that a comment stands in."""
        at = bisect_right(self._blocks, comment) - 1
        return self._blocks[at] if at >= 0 and comment.end < self._blocks[at].end else None

    @cached_property
    def _blocks(self) -> list[Span]:
        """The blocks as stretches of the raw text, in order."""
        return [self._document.raw_span(block.span) for block in self._document.blocks]

    def _line_start(self, at: int) -> int:
        raw = self._document.raw
        return max(raw.rfind("\n", 0, at), raw.rfind("\r", 0, at)) + 1

    def _line_end(self, at: int) -> int:
        """Return where the line behind the one of a place begins."""
        raw = self._document.raw
        ends = [end for end in (raw.find("\n", at), raw.find("\r", at)) if end >= 0]
        end = min(ends, default=len(raw))
        return end + 2 if raw.startswith("\r\n", end) else min(end + 1, len(raw))
