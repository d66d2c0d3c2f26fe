"""What the server says, in our units: LanguageTool counts UTF-16, we count code points."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from mtcheck.engines.languagetool.match import Match
from mtcheck.engines.languagetool.service import Fault
from mtcheck.text.lazy import lazy

_MOST_REPLACEMENTS = 20
_RULE = lazy(r"(?=.*[A-Za-z0-9])[\w.\[\]-]{1,200}")
_WEB = lazy(r"https?://[!#-;=?-~]+")


def read(answer: Iterable[Any], text: str) -> list[Match]:
    """Return the matches of a `text` by what the server said of it; Fault when that makes no sense.

    Java counts a character outside of the basic plane as two, so both the offset and the length
    are counted anew.
    """
    point = _points(text)
    try:
        return [_match(each, point) for each in answer]
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise Fault(f"LanguageTool's answer cannot be read: {error!r}") from None


def _points(text: str) -> Callable[[int], int]:
    """Return the function from UTF-16 code units of a text to its code points; ValueError outside
    of it and inside of a pair."""
    starts: dict[int, int] | range
    if text.isascii() or max(text) < "\U00010000":
        starts = range(len(text) + 1)
    else:
        starts, units = {}, 0
        for at, character in enumerate(text):
            starts[units] = at
            units += 2 if character > "\uffff" else 1
        starts[units] = len(text)

    def point(unit: int) -> int:
        if type(unit) is not int or unit not in starts:
            raise ValueError(f"there is no character at {unit!r}")
        return starts[unit]

    return point


def _match(said: dict[str, Any], point: Callable[[int], int]) -> Match:
    rule = said["rule"]
    offset, length = said["offset"], said["length"]
    start, end = point(offset), point(offset + length)
    if end < start:
        raise ValueError(f"a match has the length {length!r}")
    urls = rule.get("urls") or [{}]
    return Match(
        start,
        end,
        _id(rule["id"]),
        None if rule.get("subId") is None else str(rule["subId"]),
        _text(rule["category"]["id"]),
        _text(rule.get("issueType") or "uncategorized"),
        _text(said["message"]),
        _text(said.get("shortMessage") or ""),
        tuple(_text(each["value"]) for each in said["replacements"][:_MOST_REPLACEMENTS]),
        _address(urls[0].get("value")),
    )


def _id(value: Any) -> str:
    """Return the name of a rule; ValueError for one under which no finding could be chosen."""
    if not _RULE.fullmatch(_text(value)):
        raise ValueError(f"{value!r} is no name of a rule")
    return str(value)


def _address(value: Any) -> str | None:
    """Return an address on the web; None for whatever else a server may say: reports link to it."""
    return value if isinstance(value, str) and _WEB.fullmatch(value) else None


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected a text, found {value!r}")
    return value
