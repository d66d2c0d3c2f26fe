"""Suggestions that keep the form of what they replace: inflection, number, capitals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from mtcheck.text.lazy import lazy

_PERFECT = lazy(
    r"(?:\b(?:have|has|had|having|be|been|being|is|are|was|were)|'ve|'d)"
    r"(?: \w+ly| not| also| been)?\s*$",
    re.IGNORECASE,
)
_BARE = lazy(
    r"(?:\b(?:to|will|would|can|could|may|might|must|shall|should|do|does|did|not|let|lets|help"
    r"|helps|helped|please|cannot)|n't|'ll|^|[.!?:\"(])(?: \w+ly| not| also| \w+)?\s*$",
    re.IGNORECASE,
)
"""Before a bare verb: *to*, a modal, *do*, the start of a sentence."""
_AIDED = lazy(r"\b(?:to|will|would|can|could|may|might|must|shall|should|let|not|help)\b", re.I)
_PLURAL = lazy(
    r"\b(?:they|we|you|these|those|both|all|many|people|police|men|women|children|\w*[^sui\W]s"
    r"|and (?:the |his |her |its |their )?\w+)(?: who| which| that)?(?: \w+ly| also)*\s*$",
    re.IGNORECASE,
)
"""Before a verb: what is, or looks like, a plural subject."""
_FIRST_PERSON = lazy(r"\bI(?: \w+ly| also)*\s*$")
_PAST_SIGN = lazy(r"\b(?:was|were|had|did|said|\w{2,}ed)\b", re.IGNORECASE)
_SEVERAL = lazy(
    r"\b(?:these|those|many|several|few|all|both|numerous|various|two|three|four|five|six|seven"
    r"|eight|nine|ten|\d+|hundreds of|thousands of|dozens of)(?: \w+)?\s*$",
    re.IGNORECASE,
)
_ENDS_IN_PLURAL = lazy(
    r"(?:[^sui\W\d]s|(?:ss|x|ch|sh)es|[^aeiou]ies|people|men|children)\W*$", re.I
)
_REACH = 40
"""Code points before a verb that show in which form it stands."""

Part = str | list[Any]
"""Fixed text, or [macro, index, form found -> {name of a form: what to write}].

Of `rest` the last is, for each pattern, whether it has a verb. A fourth one is
[singular, plural], for patterns without that noun."""


def render(parts: list[Part], match: re.Match[str], pattern: int, text: str) -> str | None:
    """Return the suggestion for one match of pattern number `pattern` in `text`.

    None when what it inflects was not found: an optional word, another alternative. `text` has
    the capitals that the matched string may have lost; their places are the same.
    """
    out = []
    for part in parts:
        if isinstance(part, str):
            out.append(part)
            continue
        name, number, table, *by_number = part
        if name == "rest":
            out.append(_rest(match, pattern, text, behind_verb=bool(table[pattern])))
            continue
        group = f"{name}{pattern}_{number}"
        if by_number and (group not in match.re.groupindex or not match[group]):
            out.append(by_number[0][bool(_ENDS_IN_PLURAL.search(match[0]))])
            continue
        start, end = match.span(group)
        if start < 0 and table:
            return None
        found = text[start:end] if start >= 0 else ""
        forms = table.get(found.lower())
        before = text[max(0, start - _REACH) : start].rpartition("\n")[2]
        out.append(_pick(forms, before, text[end : end + _REACH]) if forms else found)
    return re.sub(r"  +", " ", "".join(out)).strip()


def _rest(match: re.Match[str], pattern: int, text: str, *, behind_verb: bool) -> str:
    """Return what was found behind the first verb, or behind the first word."""
    start, end = match.span()
    behind = match.end(f"verb{pattern}_0") if behind_verb else text.find(" ", start, end)
    return text[max(start, behind) : end].strip()


def _pick(forms: dict[str, str], before: str, after: str) -> str:
    """Return what is to be written where a word in one of `forms` stood, by its neighbours.

    Of a past and a participle, the participle after have or be, else the past; of *put*, which is
    bare and past, the bare verb after *to* and the like, the past after a subject that would have
    wanted *puts*; of *was* and *were* the one that the subject wants.
    """
    if "singular" in forms or "plural" in forms:
        several = "plural" in forms and _SEVERAL.search(before)
        return forms["plural"] if several or "singular" not in forms else forms["singular"]
    if "participle" in forms and _PERFECT.search(before):
        return forms["participle"]
    tag = next(iter(forms))
    if "base" in forms and "past" in forms:
        tag = "past" if _is_past(before, after) else "base"
    return _agreeing(forms[tag], tag, before)


def _is_past(before: str, after: str) -> bool:
    if _BARE.search(before):
        return False
    if _PLURAL.search(before) or _FIRST_PERSON.search(before):
        return bool(_PAST_SIGN.search(before) or _PAST_SIGN.search(after))
    return bool(before.strip())


def _agreeing(verb: str, tag: str, before: str) -> str:
    """Return a form of be in the person and number of the subject that ends `before`."""
    if verb == "was":
        return "were" if _PLURAL.search(before) else "was"
    if verb == "be" and tag == "base" and not _BARE.search(before):
        if _FIRST_PERSON.search(before):
            return "am"
        return "are" if _PLURAL.search(before) and not _AIDED.search(before) else verb
    return verb


def keep_capitals(found: str, replacement: str, *, opens: bool = True) -> str:
    """Return `replacement` in the capitals of `found`: ALL, Every Word, or the First.

    A replacement's own capitals are never taken away. `opens` says that `found` opens a sentence:
    elsewhere the capital of its first word is that of a name, and no reason for another one.
    """
    letters = [c for c in found if c.isalpha()]
    if not letters or not replacement:
        return replacement
    if len(letters) > 5 and all(c.isupper() for c in letters):
        return replacement.upper()
    words = re.findall(r"[^\W\d_]{4,}", found)
    if len(words) > 1 and all(w[0].isupper() for w in words):
        return re.sub(r"(?<![\w'])[a-z](?=\w{3})", lambda m: m[0].upper(), _first_up(replacement))
    first = next(c for c in found if c.isalnum())
    return _first_up(replacement) if opens and first.isupper() else replacement


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]


def either(suggestions: Sequence[str]) -> str:
    """Return suggestions in quotation marks as a message gives them: “a”, “b” or “c”."""
    quoted = [f"“{words}”" for words in suggestions]
    return " or ".join(part for part in (", ".join(quoted[:-1]), "".join(quoted[-1:])) if part)
