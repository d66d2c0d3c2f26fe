"""What a reader has to see of changes to understand them: the words that touch them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from mtcheck.text.normal.change import Change
from mtcheck.text.span import Span

_LONGEST_WORD = 40


def seen(text: str, changes: Sequence[Change]) -> Iterator[tuple[Change, Span, str]]:
    """Yield each of some changes of `text` (in order, apart) with the stretch to show of it, and
    what that becomes. The stretches are apart; a word between two changes belongs to neither.
    """
    done = -1
    for number, change in enumerate(changes):
        last = changes[number + 1].span.start if number + 1 < len(changes) else len(text) + 1
        start, end = change.shown
        first = _word_start(text, start)
        begins = first > done or (first == done and text[first - 1 : first] == "\n")
        start = min(first if begins else max(start, done), change.span.start)
        beyond = _word_end(text, end)
        end = max(beyond if beyond < last else min(end, last), change.span.end)
        done = end
        fixed = text[start : change.span.start] + change.text + text[change.span.end : end]
        yield change, Span(start, end), fixed


def name_of(changed: str) -> str:
    """Return the name of the first character that no keyboard has, "" where there is none."""
    odd = next((c for c in changed if not " " <= c <= "~"), "")
    return unicodedata.name(odd, f"U+{ord(odd):04X}").lower() if odd else ""


def _word_start(text: str, start: int) -> int:
    first = max(0, start - _LONGEST_WORD)
    while start > first and text[start - 1].isalnum():
        start -= 1
    return start


def _word_end(text: str, end: int) -> int:
    if text[end - 1 : end] == "\n":
        return end
    last = min(len(text), end + _LONGEST_WORD)
    while end < last and text[end].isalnum():
        end += 1
    return end
