"""Other people's units: lines and columns, UTF-16 code units, bytes. Computed at the door."""

from __future__ import annotations

from bisect import bisect_right

from mtcheck.text.lazy import lazy

_LINE_END = lazy(r"\r\n|\r|\n")


class LineIndex:
    """Lines of a raw text. A line ends after LF, CRLF or CR, as editors count them.

    The text starts at `line` and `column` of its file, both from 1.
    """

    __slots__ = ("_column", "_line", "_starts", "text")

    def __init__(self, text: str, line: int = 1, column: int = 1) -> None:
        self.text = text
        self._line, self._column = line, column
        self._starts = [0, *(m.end() for m in _LINE_END.finditer(text))]

    def line_column(self, position: int) -> tuple[int, int]:
        """Return (line, column) of a code point, both from 1, the column in code points."""
        line = bisect_right(self._starts, position)
        before = self._column if line == 1 else 1
        return self._line + line - 1, before + position - self._starts[line - 1]

    def utf16(self, position: int) -> int:
        """Return how many UTF-16 code units stand before a code point."""
        return len(self.text[:position].encode("utf-16-le", "surrogatepass")) // 2

    def utf8(self, position: int) -> int:
        """Return how many UTF-8 bytes stand before a code point."""
        return len(self.text[:position].encode("utf-8", "surrogatepass"))
