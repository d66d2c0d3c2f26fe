"""Many strings in one: nothing is built of those that nobody asks for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from itertools import accumulate


class Strings:
    """A sequence of strings that lie one after the other in `text`, string i up to `ends[i]`."""

    __slots__ = ("ends", "text")

    def __init__(self, text: str, ends: array[int]) -> None:
        self.text = text
        self.ends = ends

    @classmethod
    def of(cls, strings: Iterable[str]) -> Strings:
        """Return a sequence of `strings`."""
        found = list(strings)
        return cls("".join(found), array("i", accumulate(map(len, found))))

    def __len__(self) -> int:
        return len(self.ends)

    def __getitem__(self, number: int) -> str:
        return self.text[self.ends[number - 1] if number else 0 : self.ends[number]]

    def __iter__(self) -> Iterator[str]:
        start = 0
        for end in self.ends:
            yield self.text[start:end]
            start = end

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Strings) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]
