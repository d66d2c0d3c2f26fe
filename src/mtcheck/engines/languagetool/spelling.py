"""Which suspected misspellings are worth an editor's time.

LanguageTool suspects every word that its dictionary lacks: in news, names above all. What an editor
wants to hear of is a common word mistyped ("goverment"), or a name in small letters ("tokyo"). So a
suspect has to be near to what LanguageTool would write instead, and must not be a word that the
article itself establishes: used twice, quoted, explained in parentheses, part of a name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence

from mtcheck.engine.analysis.name_pinyin import syllables_of
from mtcheck.engine.analysis.name_words import CALENDAR, STARTERS
from mtcheck.engine.frequency import frequency
from mtcheck.engine.view import View
from mtcheck.engines.languagetool.dialects import same_word
from mtcheck.engines.languagetool.typos import is_typo
from mtcheck.text.lazy import lazy

Known = Callable[[], Collection[str]]
"""Words of names that are spelled right, in lower case; asked only when it matters."""

_WORDS = lazy(r"[^\W\d_]+")
_WORD = lazy(r"[A-Za-zÀ-ÖØ-öø-ɏ]+(?:[-'][A-Za-zÀ-ÖØ-öø-ɏ]+)*")
_OWNER = lazy(r"'s?\Z")
_FORM = lazy(r"(?:s|es|ed|ing|er|ers)\Z")
_FORMS = ("", "s", "es", "ed", "ing", "er", "ers")
_BESIDE_PROSE = frozenset("\"'`*_@#/\\.:=&<>{}[]|~^-0123456789()«»")
_STOPS = (".", ":")
_CAPITAL_BEFORE = lazy(r"\b([A-Z][\w'-]*)[.,]? \Z")
_CAPITAL_AFTER = lazy(r",? [A-Z]")
_CONTEXT = 30  # code points
_SHORTEST_NAME = 4
_SHORTEST_CAPITALISED = 6
_MOST = 3
_CONSIDERED = 5
_COMMON = 2.0  # per million code points; what is not listed counts as less


def spelling(
    view: View, start: int, end: int, suggested: Sequence[str], known: Known
) -> tuple[str, ...]:
    """Return what to write instead of `view[start:end]`, the best first; nothing where it is no
    misspelling, or none that is worth speaking of.

    `suggested` are LanguageTool's replacements.
    """
    written = view.text[start:end]
    word = _OWNER.sub("", written)
    if not _WORD.fullmatch(word) or _is_apart(view.text, start, end):
        return ()
    near: list[str] = []
    if word.islower():
        near = _small_name(view, word, suggested, known)
        if not near:
            slips = _mistyped(view, word, suggested)
            near = slips if slips and not _is_established(view, word, known) else []
    elif word[0].isupper() and word[1:].islower() and len(word) >= _SHORTEST_CAPITALISED:
        near = _mistyped_capitalised(view, start, end, word, suggested, known)
    return tuple(other + written[len(word) :] for other in near[:_MOST])


def words_of(view: View) -> Counter[str]:
    """Return how often each word stands in a text, in lower case; use it with `view.once`."""
    return Counter(_WORDS.findall(view.low))


def _exact_words_of(view: View) -> Counter[str]:
    return Counter(_WORDS.findall(view.text))


def _is_established(view: View, word: str, known: Known) -> bool:
    """Whether the article uses the word, in any of its forms, more than once, or a name has it."""
    counts = view.once(words_of)
    stem = _FORM.sub("", word)
    forms = {stem + ending for ending in _FORMS} | {word}
    return sum(counts[form] for form in forms) > 1 or word in known()


def _is_common(view: View, word: str) -> bool:
    return frequency(word) > _COMMON or word in view.once(words_of)


def _small_name(view: View, word: str, suggested: Sequence[str], known: Known) -> list[str]:
    """Return the name that lacks its capital here: one that the article writes with it elsewhere,
    or that is known."""
    first = suggested[0] if suggested else ""
    if len(word) < _SHORTEST_NAME or not first.istitle() or first.lower() != word:
        return []
    counts = view.once(_exact_words_of)
    if counts[word] > 1:
        return []
    return [first] if counts[first] or first in CALENDAR or word in known() else []


def _mistyped(view: View, word: str, suggested: Sequence[str]) -> list[str]:
    """Return the words that `word` likely is a slip of the fingers for; none if it may be right:
    British English, two words in one ("tailwater"), Chinese."""
    if syllables_of(word) or any(same_word(word, other) for other in suggested):
        return []
    near = [
        other
        for other in suggested[:_CONSIDERED]
        if is_typo(word, other, lambda slip: _is_common(view, slip))
    ]
    if any(other.replace(" ", "") == word for other in suggested if other not in near):
        return []
    return near


def _mistyped_capitalised(
    view: View, start: int, end: int, word: str, suggested: Sequence[str], known: Known
) -> list[str]:
    """Return the names of the article, or outside names the common words, that `word` is with one
    letter wrong. Of the words of a name, only those that the article has elsewhere can be told."""
    low = word.lower()
    same_case = [new.lower() for new in suggested if new[:1] == word[0]]
    slips = [new for new in _mistyped(view, low, same_case) if is_typo(low, new, lambda _: False)]
    if not slips or _is_established(view, low, known):
        return []
    counts = view.once(_exact_words_of)
    names = [new.capitalize() for new in slips if counts[new.capitalize()] > 1]
    if names or _is_in_name(view.text, start, end):
        return names
    return [new.capitalize() for new in slips if _is_common(view, new)]


def _is_apart(text: str, start: int, end: int) -> bool:
    """Whether a word is quoted, bracketed, explained, or a piece of something that is no prose."""
    before, after, next_ = text[start - 1 : start], text[end : end + 1], text[end + 1 : end + 2]
    if before in _BESIDE_PROSE or text.startswith((" (", " ="), end):
        return True
    return next_.isalnum() if after in _STOPS else after in _BESIDE_PROSE


def _is_in_name(text: str, start: int, end: int) -> bool:
    """Whether the word beside a capitalised one is capitalised as well."""
    before = _CAPITAL_BEFORE.search(text, max(0, start - _CONTEXT), start)
    if before and before[1].lower() not in STARTERS:
        return True
    return bool(_CAPITAL_AFTER.match(text, end))
