"""Where the literals of all rules stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ahocorasick_rs import AhoCorasick, Implementation

from mtcheck.text.lazy import lazy

_SURROGATES = lazy("[\ud800-\udfff]")

BUILD_AFTER = 40_000
"""Code points searched one literal at a time before the automaton is built: building takes as long
as searching about this much text, and most runs from an editor or a hook read less."""


class Literals:
    """Finds every occurrence of every literal, overlapping ones too."""

    def __init__(self, literals: Sequence[str]) -> None:
        self._literals = literals
        self._automaton: AhoCorasick | None = None
        self._searched = 0

    def find(self, low: str) -> Iterable[tuple[int, int, int]]:
        """Return (index of the literal, start, end) for each occurrence in `low`."""
        if not self._literals:
            return ()
        if self._automaton is None:
            self._searched += len(low)
            if self._searched <= BUILD_AFTER:
                return _one_by_one(self._literals, low)
            self._automaton = AhoCorasick(
                self._literals, implementation=Implementation.ContiguousNFA
            )
        try:
            return self._automaton.find_matches_as_indexes(low, overlapping=True)
        except UnicodeEncodeError:
            # Half of a surrogate pair, which no literal holds; the automaton reads UTF-8 only.
            whole = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", low)
            return self._automaton.find_matches_as_indexes(whole, overlapping=True)


def _one_by_one(literals: Sequence[str], low: str) -> Iterator[tuple[int, int, int]]:
    for index, literal in enumerate(literals):
        if literal in low:
            at = low.find(literal)
            while at >= 0:
                yield index, at, at + len(literal)
                at = low.find(literal, at + 1)
