"""The names of a text: runs of capitalised words that are not merely the start of a sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from mtcheck.engine.kinds.name_words import CALENDAR, COMMON, HEADS, STARTERS, TITLES
from mtcheck.engine.view import View

Name = tuple[str, int, int]
"""A name as it stands in the text, with its start and end in code points of the view."""

_UPPER = "[A-ZÀ-ÖØ-ÞŁŚŞŠŤŽŹŻĆČĐĞİŌŪ]"
_REST = r"[^\W_]*(?:['–-](?!s\b|[A-Z]\b)[^\W_]+)*"
_LINK = (
    r"(?:(?:of|for|on)(?: the)?|de(?: la)?|del|della|der|den|van(?: der)?|von|bin|ibn|al|el"
    r"|da|do|dos|du|di|le|la)"
)
# A letter, hyphen or point before the capital means that it does not start a word.
_RUN = re.compile(
    rf"{_UPPER}(?<![\w.@#-].){_REST}(?:(?: (?:{_LINK} )?|(?<=\b[A-Z])\. ){_UPPER}{_REST})*"
)
_OF = re.compile(r" (?:of|for|on)(?: the)? ")
_OPENERS = frozenset("\n\"'([{•*|…")
_STOPS = frozenset(".!?:;•*|…\n\"')")
_HEADLINE_LENGTH = 200
_HEADLINE_SHARE = 0.6


def names_of(view: View) -> list[Name]:
    """Return the names of a document in text order, without the titles before persons.

    A name is one to about eight words: "Sergei Shoigu", "University of Warsaw", "Le Maire".
    Pure acronyms, months, weekdays and bare titles are none. A capital that only starts a
    sentence, or stands in a headline written in capitals, counts when the same word stands as a
    name elsewhere in the text. Computed once a view, in linear time.
    """
    return view.once(_names)


def _names(view: View) -> list[Name]:
    sure: list[Name] = []
    first: list[Name] = []
    shown: list[Name] = []
    for name, where in _runs(view):
        (sure, first, shown)[where].append(name)
    sure = [piece for name in sure for piece in _pieces(name)]
    seen = {word for text in {name[0] for name in sure} for word in text.split(" ")}
    for name in first:
        kept = _after_opener(name, seen)
        if kept is not None:
            sure += _pieces(kept)
    for name in shown:
        sure += _seen_stretches(name, seen)
    found = [named for name in sure if (named := _without_title(name)) is not None]
    found.sort(key=lambda name: name[1])
    return found


def _runs(view: View) -> Iterator[tuple[Name, int]]:
    """Yield every run of capitalised words and where it stands: 1 where a sentence may start,
    2 in a headline of capitalised words, 0 elsewhere."""
    text = view.text
    for kind, start, end in view.blocks:
        if kind == "code":
            continue
        runs = [(m.group(), m.start(), m.end()) for m in _RUN.finditer(text, start, end)]
        if end - start < _HEADLINE_LENGTH and _is_headline(runs, text.count(" ", start, end) + 1):
            yield from ((run, 2) for run in runs)
            continue
        for run in runs:
            at = run[1]
            opens = at == start or text[at - 1] in _OPENERS or text[at - 2] in _STOPS
            yield run, int(opens)


def _is_headline(runs: list[Name], words: int) -> bool:
    capitalised = sum(text.count(" ") + 1 for text, _, _ in runs)
    return words >= 4 and capitalised >= _HEADLINE_SHARE * words


def _pieces(name: Name) -> Iterator[Name]:
    """Yield `name`, cut at "of" and "for" unless a body's head noun stands before them."""
    text, start, end = name
    if " of " in text or " for " in text or " on " in text:
        link = _OF.search(text)
        while link is not None:
            if not HEADS.intersection(text[: link.start()].split(" ")):
                yield text[: link.start()], start, start + link.start()
                start += link.end()
                text = text[link.end() :]
                link = _OF.search(text)
            else:
                link = _OF.search(text, link.end())
    yield text, start, end


def _after_opener(name: Name, seen: Collection[str]) -> Name | None:
    """Return what of a run at the start of a sentence is a name, or None."""
    text, _, end = name
    word, space, rest = text.partition(" ")
    if word.lower() in STARTERS or (word in COMMON and not space):
        while rest and rest.split(" ", 1)[0] in _LINKING:
            rest = rest.partition(" ")[2]
        return (rest, end - len(rest), end) if rest else None
    if not space and word not in seen:
        return None
    known = word in seen or word in TITLES or not word.endswith(("ing", "ed", "ly"))
    if not known and rest.split(" ", 1)[0] in seen:
        # "Meeting Putin, …": the rest is a name of this text, the opener is known from nowhere.
        return rest, end - len(rest), end
    return name


_LINKING = frozenset({"of", "for", "on", "the", "de", "la", "le", "al", "el", "van", "von"})


def _seen_stretches(name: Name, seen: Collection[str]) -> Iterator[Name]:
    """Yield the longest stretches of a headline's run whose words are names elsewhere."""
    text, start, _ = name
    at = start
    taken: list[tuple[str, int]] = []
    for word in [*text.split(" "), ""]:
        if word in seen and word not in COMMON:
            taken.append((word, at))
        elif taken:
            first = taken[0][1]
            last = taken[-1][1] + len(taken[-1][0])
            yield text[first - start : last - start], first, last
            taken = []
        at += len(word) + 1


def _without_title(name: Name) -> Name | None:
    """Return a name without the offices and titles before it; None where nothing is left."""
    text, start, end = name
    words = text.split(" ")
    if len(words) == 1:
        if text in TITLES or text in CALENDAR or len(text) < 2 or text.isupper():
            return None
        return name
    if text.isupper():
        return None
    titled = [i for i, word in enumerate(words) if word in TITLES]
    if titled and not HEADS.intersection(words):
        last = titled[-1]
        if last + 1 == len(words):
            return None
        following = words[last + 1]
        if following[0].isupper() and following not in COMMON:
            cut = sum(len(word) + 1 for word in words[: last + 1])
            return text[cut:], start + cut, end
    return name
