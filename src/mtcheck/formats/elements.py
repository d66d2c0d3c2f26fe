"""A walk through XML of which some elements are not read: the frame of readers of office files."""

from __future__ import annotations

from collections.abc import Mapping

from mtcheck.formats import xml
from mtcheck.text.span import Span


class Elements:
    """Knows which elements are open, and hands on what is read.

    A reader that sets `_skipped` to how deep the element is that opens does not see what is in it,
    nor its end.
    """

    def __init__(self, raw: str, names: Mapping[str, str]) -> None:
        self.raw = raw
        self._names = names
        self._path: list[str] = []
        self._skipped = 0  # how deep the element is that is not read; 0 for none

    def walk(self, span: Span, depth: int) -> None:
        """Walk through the XML at `span` of the raw text; XmlError when it is broken, or when
        elements lie more than `depth` deep."""
        for token in xml.scan(self.raw, self._names, start=span.start, end=span.end, depth=depth):
            if token.kind == "open":
                self._path.append(token.name)
                if not self._skipped:
                    self._open(token)
            elif token.kind == "close":
                if len(self._path) == self._skipped:
                    self._skipped = 0
                    self._end_skipped()
                elif not self._skipped:
                    self._close(token)
                self._path.pop()
            elif not self._skipped:
                self._content(token)

    def _open(self, token: xml.Token) -> None:
        """An element begins, the last one of `_path`."""
        raise NotImplementedError

    def _close(self, token: xml.Token) -> None:
        """An element ends, the last one of `_path` still."""
        raise NotImplementedError

    def _end_skipped(self) -> None:
        """The last element of `_path`, which was not read, ends."""

    def _content(self, token: xml.Token) -> None:
        """There is text."""
        raise NotImplementedError
