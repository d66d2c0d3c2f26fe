"""A half-open stretch of a text, counted in code points."""

from __future__ import annotations

from typing import NamedTuple


class _Ends(NamedTuple):
    start: int
    end: int


class Span(_Ends):
    """`text[start:end]`, in code points of the text it belongs to.

    Raises ValueError for a negative start or an end before the start: such a span cannot exist.
    """

    __slots__ = ()

    def __new__(cls, start: int, end: int) -> Span:
        """Return the span; every block and run of a text has one, so this is kept short."""
        if not 0 <= start <= end:
            raise ValueError(f"no span goes from {start} to {end}")
        return tuple.__new__(cls, (start, end))

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the stretch of `text` that this span names."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether every code point of `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end
