"""Words that a person quotes, found again in a document as rules read it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from mtcheck.engine.view import View
from mtcheck.finding import Finding
from mtcheck.formats.plain import read_text
from mtcheck.text.span import Span


class Phrases:
    """Phrases in one view: case, kinds of quotation marks and white space make no difference."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._known: dict[str, list[Span]] = {}

    def hold(self, phrase: str, finding: Finding) -> bool:
        """Whether a finding lies in a place where the phrase stands."""
        view = self._view
        words = view.offsets.to_new(view.doc.offsets.to_new(finding.span))
        places = self._places(phrase)
        # All are equally long: of those that begin before it, the last reaches farthest.
        last = bisect_right(places, words.start, key=lambda place: place.start) - 1
        return last >= 0 and places[last].covers(words)

    def _places(self, phrase: str) -> list[Span]:
        if phrase not in self._known:
            self._known[phrase] = self._found(" ".join(View(read_text(phrase)).low.split()))
        return self._known[phrase]

    def _found(self, words: str) -> list[Span]:
        places = []
        at = self._low.find(words)
        while at >= 0 and words:
            places.append(Span(at, at + len(words)))
            at = self._low.find(words, at + 1)
        return places

    @cached_property
    def _low(self) -> str:
        return self._view.low.replace("\n", " ")
