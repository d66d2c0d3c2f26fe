"""The words of a text in a row, and where words come again a few words on.

Most analyses of repetition look for one shape of it in every word of a text and find none. What
all shapes need, a word that begins as the word so many words on does, is computed here once: the
initials of all words are one long number, which is compared with itself shifted.
"""

from __future__ import annotations

from functools import cache, cached_property

from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

FARTHEST = 10
"""Words from a stretch to the same stretch again, at most."""
_WORD = lazy(r"\S+")
_LEAST = {lag: bytes(max(lag - 1, 2)) for lag in range(1, FARTHEST + 1)}


class Row:
    """The lower-case words of a text, without commas, full stops and double marks.

    `words` are what stands between white space and these three marks.
    """

    def __init__(self, low: str) -> None:
        self._text = low.replace(",", " ").replace(".", " ").replace('"', " ")
        self.words = words = self._text.split()
        # Beyond Latin-1 all letters are one: what is alike is compared word by word afterwards.
        self._initials = "".join([word[0] for word in words]).encode("latin-1", "replace")
        self._number = int.from_bytes(self._initials, "little")
        self._alike: dict[tuple[int, bytes], list[int]] = {}

    def alike(self, lag: int, after: bytes = b"") -> list[int]:
        """Return the numbers of the words that have the initial of the word `lag` on.

        `after` are the initials that the word after them may have; any when there are none.
        """
        found = self._alike.get((lag, after))
        if found is None:
            found = self._alike[lag, after] = []
            # A byte for each word: zero where the initials are one.
            number, size = self._number, len(self._initials)
            differences = number ^ number >> 8 * lag
            if after:
                others = self._initials.translate(_zero_for(after))
                differences |= int.from_bytes(others, "little") >> 8
            find, last = differences.to_bytes(size, "little").find, max(0, size - lag)
            at = find(0, 0, last)
            while at >= 0:
                found.append(at)
                at = find(0, at + 1, last)
        return found

    @cached_property
    def runs(self) -> list[tuple[int, int, int]]:
        """Which words equal the word so many words on: (how many, first, last + 1), as long as can
        be. There are two in a run at least, and no fewer than all words between the two but one.
        """
        words, number, size = self.words, self._number, len(self._initials)
        found: list[tuple[int, int, int]] = []
        for lag, least in _LEAST.items():
            last = size - lag
            if last < len(least):
                break
            differences = (number ^ number >> 8 * lag).to_bytes(size, "little")
            at = differences.find(least, 0, last)
            while at >= 0:
                end = at
                while end < last and words[end] == words[end + lag]:
                    end += 1
                if end - at >= len(least):
                    found.append((lag, at, end))
                at = differences.find(least, max(at + 1, end), last)
        return found

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where the words stand: (start, end) in code points of the view."""
        return [match.span() for match in _WORD.finditer(self._text)]


@cache
def _zero_for(initials: bytes) -> bytes:
    """Return the table of `bytes.translate` that makes zeros of `initials`, ones of the rest."""
    return bytes(byte not in initials for byte in range(256))


def row_of(view: View) -> Row:
    """Return the words of a text; computed once a view."""
    return view.once(_row)


def _row(view: View) -> Row:
    return Row(view.low)
