"""English inflection for rule macros and suggestions: "walk out" -> "walked out".

The rules are those of the spelling chapters of Quirk et al., *A Comprehensive Grammar of the
English Language* (3.5-3.20 for verbs, 5.73-5.103 for nouns), the tables are the common irregular
words. Where spellings differ the American one is first and the others are `alternatives`. The
tables of `mtcheck.text.irregular` stay plain text until the first word is asked for, so that
importing this costs nothing.
"""

# No `from __future__ import annotations` here: NamedTuple compiles annotations that are text, which
# takes longer than all the rest of the import.
import re
from functools import cache
from typing import Literal, NamedTuple

from mtcheck.text import irregular

VerbForm = Literal["base", "third", "past", "participle", "ing"]


class VerbForms(NamedTuple):
    """All spellings of a verb; `alternatives` are the further ones, "travelled" and "were"."""

    base: str
    third: str
    past: str
    participle: str
    ing: str
    alternatives: tuple[str, ...] = ()


class NounForms(NamedTuple):
    """Singular and plural of a noun; `alternatives` are further plurals, "foci"."""

    singular: str
    plural: str
    alternatives: tuple[str, ...] = ()


_PREFIXES = ("re", "un", "over", "under", "out", "mis", "fore")
_REGULAR = frozenset({"relay", "reprove", "outfit"})  # despite what they seem to be made of
_KEEP_E = frozenset({"singe", "tinge", "whinge", "binge", "swinge"})
_ING_TOO = {"age": "ageing", "queue": "queueing", "cue": "cueing", "route": "routeing"}
_AFTER_HEAD = "of in at for to on by from with without de du"
_DOERS = frozenset({"runner", "passer", "hanger", "looker", "listener", "diner"})
_ADJECTIVE_LAST = frozenset({"court martial", "court-martial", "notary public", "heir apparent"})
_HARD_CH = r"(?:stoma|[nigr]ar|epo|te|eunu|cze)ch$|^loch$"


@cache
def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


@cache
def _table(text: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return word -> its other forms, each with all its spellings."""
    entries = (entry.split() for entry in text.replace("\n", "|").split("|"))
    return {e[0]: tuple(tuple(form.split("/")) for form in e[1:]) for e in entries if e}


def verb_forms(base: str) -> VerbForms:
    """Return the forms of a verb in its base form; of a phrasal verb the first word changes.

    Raises ValueError for an empty base.
    """
    forms = _verb_phrase(base)
    base, third, past, participle, ing = best = [s[0] for s in forms.values()]
    others = dict.fromkeys(s for spellings in forms.values() for s in spellings[1:])
    more = tuple(s for s in others if s not in best)
    return VerbForms(base, third, past, participle, ing, more)


def verb_form_of(word: str, base: str) -> VerbForm | None:
    """Return which form of `base` the word is, None if it is none; capitals do not matter.

    A word that is two forms is the first of base, third, past, participle, ing ("put": base); a
    usual spelling goes before an alternative one. "am" and "are" count as base, "were" as past.
    """
    forms = _verb_phrase(base.lower())
    low = word.lower()
    usual = (form for form, spellings in forms.items() if spellings[0] == low)
    any_of = (form for form, spellings in forms.items() if low in spellings)
    return next(usual, None) or next(any_of, None)


def _verb_phrase(base: str) -> dict[VerbForm, tuple[str, ...]]:
    first, space, rest = base.partition(" ")
    front, hyphen, word = first.rpartition("-")
    if not word:
        raise ValueError(f"“{base}” is no verb: give its base form without spaces around it")
    front, rest = front + hyphen, space + rest
    return {
        form: tuple(front + _cased(word, spelling) + rest for spelling in spellings)
        for form, spellings in _verb(word[0].lower() + word[1:]).items()
    }


@cache
def _verb(base: str) -> dict[VerbForm, tuple[str, ...]]:
    """Return all spellings of each form of one word in small letters."""
    if base == "be":
        return {
            "base": ("be", "am", "are"),
            "third": ("is",),
            "past": ("was", "were"),
            "participle": ("been",),
            "ing": ("being",),
        }
    past, participle = _past(base)
    return {
        "base": (base,),
        "third": ("has",) if base == "have" else _third(base),
        "past": past,
        "participle": participle,
        "ing": _ing(base),
    }


def _past(base: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    prefix, root = _root(base)
    if root:
        past, *rest = _table(irregular.VERBS)[root]
        participle = rest[0] if rest else past
        return tuple(prefix + s for s in past), tuple(prefix + s for s in participle)
    if base.endswith("e"):
        regular: tuple[str, ...] = (base + "d",)
    elif re.search(r"(?:[^aeiou]|qu)y$", base):
        regular = (base[:-1] + "ied",)
    else:
        regular = tuple(stem + "ed" for stem in _stems(base))
    return regular, regular


def _root(base: str) -> tuple[str, str]:
    """Return (prefix, irregular verb) that `base` is made of, or two empty strings."""
    for prefix in ("", *_PREFIXES):
        root = base.removeprefix(prefix)
        if base.startswith(prefix) and root in _table(irregular.VERBS) and base not in _REGULAR:
            return prefix, root
    return "", ""


def _third(base: str) -> tuple[str, ...]:
    if re.search(r"[^aeiou]o$", base):
        return (base + "es",)
    if base[-1] in "sz":
        return tuple(stem + "es" for stem in _stems(base))
    return (_with_s(base),)


def _ing(base: str) -> tuple[str, ...]:
    if base.endswith("ie") and base != "stymie":
        return (base[:-2] + "ying",)
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye", "ie")) and base not in _KEEP_E:
        other = (_ING_TOO[base],) if base in _ING_TOO else ()
        return (base[:-1] + "ing", *other)
    return tuple(stem + "ing" for stem in (_stems(base) if base[-1] != "e" else (base,)))


def _stems(word: str) -> tuple[str, ...]:
    """Return what stands before -ed and -ing: "stop" -> "stopp", "travel" -> both."""
    plain = word.replace("qu", "qw")
    double = word + word[-1]
    if re.search(r"[aeiou]c$", plain):
        return (word + "k",)
    if word in _set(irregular.BOTH):
        return word, double
    short = r"y?[^aeiouy]*[aeiou][bdfgjklmnprstvz]"
    if word in _set(irregular.DOUBLING) or re.fullmatch(short, plain):
        return (double,)
    root = _root(word)[1]
    if root and re.fullmatch(short, root.replace("qu", "qw")):
        return (double,)
    if re.search(r"[^aeiou][aeiou]l$", plain) and word != "parallel":
        return word, double
    return (word,)


def noun_forms(base: str) -> NounForms:
    """Return singular and plural of a noun; of a phrase the head changes ("points of view").

    A noun that has no plural, or is one, is given unchanged ("news"). Raises ValueError for an
    empty base.
    """
    if not base or base != base.strip():
        raise ValueError(f"“{base}” is no noun: give its singular without spaces around it")
    plural, *others = _plurals(base)
    return NounForms(base, plural, tuple(others))


def _plurals(base: str) -> tuple[str, ...]:
    parts = re.split(r"([ -])", base)
    places = range(0, len(parts), 2)
    head = places[-1]
    if base.lower() in _table(irregular.NOUNS):
        return _plurals_of_word(base)
    for place in places[1:-1]:
        if parts[place].lower() in _set(_AFTER_HEAD):
            head = place - 2
            break
    if len(parts) == 3:
        first, gap, last = parts[0].lower(), parts[1], parts[2].lower()
        if last == "general" and first in _set(irregular.GENERALS):
            head = 0
        elif gap == "-" and first in _DOERS:
            head = 0  # "runner-up", but "start-up"
        elif last in ("elect", "designate") or base.lower() in _ADJECTIVE_LAST:
            head = 0
    front, end = "".join(parts[:head]), "".join(parts[head + 1 :])
    if head == 2 and parts[1] == " " and parts[0].lower() == "woman":
        front = _plurals_of_word(parts[0])[0] + " "  # "women drivers"
    return tuple(front + plural + end for plural in _plurals_of_word(parts[head]))


def _plurals_of_word(word: str) -> tuple[str, ...]:
    if len(word) > 1 and word.isupper():
        return (word + "s",)  # "NGOs"
    low = word.lower()
    found = _table(irregular.NOUNS).get(low)
    if found:
        plurals = found[0]
    elif low in _set(irregular.UNCHANGED) or re.search(r"....ics$|(?:[nlm]|gu)ese$", low):
        plurals = (low,)
    elif low.endswith("man") and low not in _set(irregular.MANS):
        plurals = (low[:-2] + "en",)
    elif low.endswith("person"):
        plurals = (low + "s", low[:-6] + "people")
    elif low.endswith("sis"):
        plurals = (low[:-2] + "es",)
    else:
        tail = re.search(r"(?:child|foot|tooth|(?<!mon)goose|mouse|wife|shelf|knife)$", low)
        if tail:
            stem = low[: tail.start()]
            plurals = tuple(stem + p for p in _table(irregular.NOUNS)[tail[0]][0])
        else:
            plurals = (_with_s(low),)
    return tuple(word + p[len(low) :] if p.startswith(low) else _cased(word, p) for p in plurals)


def _cased(word: str, form: str) -> str:
    return form[0].upper() + form[1:] if word[:1].isupper() else form


def _with_s(word: str) -> str:
    """Add the s of the third person and of the plural."""
    if re.search(r"(?:[^aeiou]|qu)y$", word):
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")) and not re.search(_HARD_CH, word):
        return word + "es"
    return word + "s"
