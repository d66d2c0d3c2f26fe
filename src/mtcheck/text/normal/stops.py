"""Spaces at stops, commas and brackets: `cold ,wet`, `The end.Then`, `( a man )`, `office(closed`.

Engines split marks from words while they work and do not always join them again; Chinese and
Japanese put no space after a stop, and the wide stop of theirs became a narrow one.
"""

from __future__ import annotations

import re

from mtcheck.text.lazy import lazy
from mtcheck.text.normal.change import Found, Repair, Text

# A word of this kind is an address, a file or code: nothing inside it is a sentence.
_ADDRESS = lazy(r"[@/\\_=<>#$*|{}]|www\.|https?:|\.\w+\.|::|\(\)")
_SITE_ENDINGS = lazy(
    r"(?:com|net|org|gov|edu|info|tv|io|co|cn|uk|ru|jp|de|eu|au|in|js|py|exe|pdf|html?)\b",
    re.IGNORECASE,
)
_NEWS = lazy(r"(?:Today|News|Online|Live|Media) (?:reports?|reported|says?|said|writes?|wrote)\b")
"""The end of a name of a site that news come from, as `Kostroma.Today`."""
_BRANDS = ("yahoo!", "jeopardy!", "kahoot!", "joomla!", "yum!", "oklahoma!")
_LONGEST = 24
_LONGEST_TOKEN = 80
_SPACE = lazy(r"\s")

_STOP = lazy(
    r"[,;](?!\w)|\.(?![.\w]| \.| (?:com|org|net|gov|edu|cn)\b)"
    r"|:(?=\s(?!\d)|\Z)|[!?](?=[\s\"')!?]|\Z)"
)
_BEFORE_SPACE = lazy(r"[\w)\]\"'%]")
_STOP_THEN_CAPITAL = lazy(r"(?<=[a-z][a-z\"')])[.!?](?=[A-Z][a-z]|[AI] )")
_COMMA_THEN_WORD = lazy(
    r"(?<=[\w)\"'][\w)\".'%]),(?=[A-Za-z][a-z]|[AIa] )|(?<=[a-z][a-z]);(?=[A-Za-z]{2})"
    r"|(?<=[a-z][a-z]):(?=[A-Z][a-z]{2}|[a-z]{3})"
)
_PERCENT_THEN_WORD = lazy(r"(?<=\d)%(?=[a-z]{2})")
_DOUBLED = lazy(r"(?<![.,]),(?:,(?!,)|\.(?![.\w]))|(?<=[A-Za-z\")])\.\.(?![./\\\w])")
_OPENED = lazy(r"[(\[] +(?=[\w\"'])")
_CLOSED = lazy(r"[)\]](?!\()")
_AT_BRACKET = lazy(
    r"(?<=[a-z][a-z\d,]|\d\d|[a-z]\")\((?=(?:[A-Z]|\w+ )[^()\n]{3,80}\)(?:[\s.,;:]|\Z))"
)
_BRACKETED = lazy(r"(?:^|(?<=\s))\((?:[^()\n]* [^()\n]*|[A-Z][\w-]{2,})\)(?=[a-z]{2}|[A-Z][a-z])")
_DOTS = lazy(r"(?<!\.)\.{3} ?\.{3}(?! ?\.)(?=[\s\"')\]]|\Z)")
_BROKEN_HYPHEN = lazy(
    r"(?<=[a-z][a-z])-(?: (?!(?:and|or|to|nor|but|as|versus|vs|through|rather|not)\b)(?=[a-z]{2})"
    r"(?!\w+-))|(?<=[a-z][a-z] )-(?=[a-z]{2})"
)


def before_stop(text: Text, at: int) -> Found | None:
    """A space before a comma or stop: `cold ,`; or on its wrong side: `cold ,wet`."""
    plain = text.plain
    first = spaces_before(plain, at)
    if first == at or not first or not _BEFORE_SPACE.match(plain, first - 1):
        return None
    if plain[at] in ",;" and plain[at + 1 : at + 2].isalpha():
        return Found(first - 1, at + 1, f"{text.exact[first - 1]}{plain[at]} ")
    if not _STOP.match(plain, at) or plain[max(0, first - 3) : first] == "www":
        return None
    return Found(first - 1, at + 1, text.exact[first - 1] + plain[at])


def after_stop(text: Text, at: int) -> Found | None:
    """No space between two sentences: `It ended.Then`."""
    return _parted(text.plain, at, _STOP_THEN_CAPITAL)


def after_comma(text: Text, at: int) -> Found | None:
    """No space after a comma, semicolon or colon: `cold,wet`."""
    return _parted(text.plain, at, _COMMA_THEN_WORD)


def after_percent(text: Text, at: int) -> Found | None:
    """No space after a percent sign: `40%of`."""
    if not text.plain[at + 1 : at + 2].islower():
        return None
    return _parted(text.plain, at, _PERCENT_THEN_WORD)


def doubled(text: Text, at: int) -> Found | None:
    """Two commas or stops in a row; of both, the last one stays."""
    if not at or text.plain[at + 1 : at + 2] not in (".", ","):
        return None
    match = _DOUBLED.match(text.plain, at)
    if match is None:
        return None
    return Found(at - 1, match.end(), text.exact[at - 1] + match[0][-1])


def inside_bracket(text: Text, at: int) -> Found | None:
    """A space inside brackets: `( a man )`."""
    plain = text.plain
    if plain[at] in "([":
        match = _OPENED.match(plain, at)
        return Found(at, match.end(), plain[at]) if match else None
    first = spaces_before(plain, at)
    inside = 0 < first < at and (plain[first - 1].isalnum() or plain[first - 1] in "_.%\"'")
    return Found(first, at + 1, plain[at]) if inside and _CLOSED.match(plain, at) else None


def before_bracket(text: Text, at: int) -> Found | None:
    """No space before a bracket: `office(closed since May)`."""
    plain = text.plain
    if _AT_BRACKET.match(plain, at) is None or _is_address(plain, at - 1, at):
        return None
    start, end = _word_around(plain, at, at + 1)
    return Found(start, end, f"{plain[start:at]} {plain[at:end]}")


def after_bracket(text: Text, at: int) -> Found | None:
    """No space after a bracket: `(Xinhua)The`; `(re)open` and formulas have none."""
    plain = text.plain
    opening = plain.rfind("(", max(0, at - _LONGEST_TOKEN), at)
    if opening < 0 or _BRACKETED.match(plain, opening) is None or _is_address(plain, at, at + 1):
        return None
    start, end = _word_around(plain, at, at + 1)
    return Found(start, end, f"{plain[start : at + 1]} {plain[at + 1 : end]}")


def six_dots(text: Text, at: int) -> Found | None:
    """Six dots, as Chinese has them, are three in English."""
    match = _DOTS.match(text.plain, at)
    return Found(*match.span(), "...") if match and at else None


def broken_hyphen(text: Text, at: int) -> Found | None:
    """A space on one side of a hyphen: `long- term`."""
    match = _BROKEN_HYPHEN.match(text.plain, at)
    if match is None:
        return None
    first = at - 1 if text.plain[at - 1] == " " else at
    start, end = _word_around(text.plain, first, match.end())
    return Found(start, end, text.plain[start:first] + "-" + text.plain[match.end() : end])


def spaces_before(plain: str, at: int) -> int:
    """Return where the spaces that end at `at` begin."""
    while at and plain[at - 1] == " ":
        at -= 1
    return at


def _parted(text: str, at: int, pattern: re.Pattern[str]) -> Found | None:
    """Put a space behind a match, and show the words on both sides."""
    match = pattern.match(text, at)
    if match is None:
        return None
    start, end = _word_around(text, match.start(), match.end())
    before, after = text[start : match.end()], text[match.end() : end]
    if before.lower().endswith(_BRANDS) or _is_address(text, start, end):
        return None
    if before[-1] == "." and (_SITE_ENDINGS.match(after) or _NEWS.match(text, match.end())):
        return None
    return Found(start, end, f"{before} {after}")


def _word_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch from the start of the word before `start` to the end of the word after `end`."""
    first, last = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    if start and not text[start - 1].isalnum():
        start -= 1
    while start > first and text[start - 1].isalnum():
        start -= 1
    while end < last and text[end].isalnum():
        end += 1
    return start, end


def _is_address(text: str, start: int, end: int) -> bool:
    """Whether what stands around `[start, end)` up to the next spaces is no prose."""
    low, high = max(0, start - _LONGEST_TOKEN), min(len(text), end + _LONGEST_TOKEN)
    before = _SPACE.split(text[low:start])[-1]
    after = _SPACE.split(text[end:high], maxsplit=1)[0]
    if end - start + len(before) + len(after) > _LONGEST_TOKEN:
        return True
    return bool(_ADDRESS.search(before + text[start:end] + after))


REPAIRS = (
    Repair("doubled-mark", doubled, ((",", "(?=[,.])"), (".", r"(?=\.)"))),
    Repair("before-punctuation", before_stop, ((",;.:!?", r"(?<=\s.)"),)),
    Repair("between-sentences", after_stop, ((".!?", "(?=[A-Z])"),)),
    Repair("after-comma", after_comma, ((",;:", "(?=[A-Za-z])"),)),
    Repair("after-percent", after_percent, (("%", "(?=[a-z]{2})"),)),
    Repair("inside-brackets", inside_bracket, (("([", r"(?=\s)"), (")]", r"(?<=\s.)"))),
    Repair("before-bracket", before_bracket, (("(", r"(?<=[\w,\"].)"),)),
    Repair("after-bracket", after_bracket, ((")", r"(?=[a-zA-Z]{2})"),)),
    Repair("ellipsis", six_dots, ((".", r"(?=\.\. ?\.\.\.)"),)),
    Repair("broken-hyphen", broken_hyphen, (("-", r"(?<=[a-z].)(?=\s)|(?<=\s.)(?=[a-z])"),)),
)
