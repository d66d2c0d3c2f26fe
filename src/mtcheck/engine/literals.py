"""Where the literals of all rules stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, Implementation

from mtcheck.engine.index import WORD, Index
from mtcheck.text.lazy import lazy

_SURROGATES = lazy("[\ud800-\udfff]")

BUILD_AFTER = 20_000
"""Code points searched word by word before the automaton is built: building takes as long as
searching about this much text, and most runs from an editor or a hook read less."""


class Literals:
    """Finds every occurrence of every literal, overlapping ones too."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._automaton: AhoCorasick | None = None
        self._searched = 0
        self._ranges: dict[str, tuple[int, int]] = {}

    def find(self, low: str) -> Iterable[tuple[int, int, int]]:
        """Return (index of the literal, start, end) for each occurrence in `low`."""
        if not self._index.literals:
            return ()
        if self._automaton is None:
            self._searched += len(low)
            if self._searched <= BUILD_AFTER:
                return self._by_words(low)
            self._automaton = AhoCorasick(
                list(self._index.literals), implementation=Implementation.ContiguousNFA
            )
        try:
            return self._automaton.find_matches_as_indexes(low, overlapping=True)
        except UnicodeEncodeError:
            # Half of a surrogate pair, which no literal holds; the automaton reads UTF-8 only.
            whole = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", low)
            return self._automaton.find_matches_as_indexes(whole, overlapping=True)

    def _by_words(self, low: str) -> Iterator[tuple[int, int, int]]:
        """Yield what `find` returns, looking only for literals whose word stands in the text."""
        index = self._index
        if not self._ranges:
            self._ranges = dict(
                zip(index.words, zip([0, *index.ends[:-1]], index.ends, strict=True), strict=True)
            )
        literals = index.literals
        for word in self._ranges.keys() & {"", *WORD.findall(low)}:
            for number in range(*self._ranges[word]):
                literal = literals[number]
                at = low.find(literal)
                while at >= 0:
                    yield number, at, at + len(literal)
                    at = low.find(literal, at + 1)
