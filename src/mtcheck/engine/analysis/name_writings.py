"""What two spellings of a name differ in: letters, only hyphens and spaces, or only capitals.

"Zaluzhnyi" beside "Zaluzhny", and "Wei Li" beside "Weili", is a fault whatever the house style.
"Kim Jong Un" beside "Kim Jong-un" is a matter of style, and "LeGend" beside "Legend" mostly two
things: brands write capitals as they like.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from mtcheck.engine.analysis.name_pinyin import syllables_of
from mtcheck.engine.analysis.name_spellings import Places, Variants, variants_of
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

Difference = Literal["letters", "joints", "parted", "capitals", "slip"]

_PARTICLES = frozenset({"le", "la", "de", "di", "du", "da", "lo"})
"""Syllables of pinyin with which names of other languages begin: "Le Maire"."""
_GLOSS_REACH = 90
_GLOSS = lazy(
    r"(?:[,(] ?or|\baka|\b(?:known|written|spelled|spelt|transliterated|rendered)(?: \w+){0,3} as"
    r"|\b(?:spelled|spelt|misspel\w+)\b[^.;:\n]{1,60} as"
    r"|\b(?:spelled|spelt|formerly|n[ée]e|i\.e\.|misspel\w+)),? [\"'(]*(?:[A-Z][\w.-]* )?\Z"
)
_SPOKEN_OF = lazy(r"[^.;\n]{0,80}?\b(?:is|been|was|are|were)(?: often| variously)? spel(?:led|t)\b")
"""What follows spellings that a text is about: "Gaddafi, Qadhafi: it has been spelled …"."""
_JOINTS = str.maketrans("", "", "-–' ’")
_SLIP = lazy(r"[A-Z]{2}[a-z]{3,}|Mc[a-z]+")
"""Capitals that nobody chooses: "VIetnam", "Mcdonald"."""


def difference(main: str, other: str) -> Difference:
    """Return what two spellings differ in.

    `slip` is a capital that is one too many or few, `parted` pinyin in one word and in two: Chinese
    given names are one word ("Weili").
    """
    if main.lower() == other.lower():
        return "slip" if _SLIP.fullmatch(other) and not _SLIP.fullmatch(main) else "capitals"
    if main.lower().translate(_JOINTS) == other.lower().translate(_JOINTS):
        parted = (" " in main) != (" " in other) and main.isascii() and other.isascii()
        return "parted" if parted and _is_pinyin(main) and _is_pinyin(other) else "joints"
    return "letters"


def _is_pinyin(name: str) -> bool:
    if not _PARTICLES.isdisjoint(name.lower().split(" ")):
        return False
    return name.replace(" ", "").isalpha() and all(map(syllables_of, name.split(" ")))


def spelling_hits(
    view: View, wanted: Collection[Difference], known: Collection[str]
) -> Iterator[Hit]:
    """Yield the rarer spellings of names that differ from the main one in what is `wanted`.

    A word of `known` is the main spelling however rare it is; two of them are two names.
    """
    for variants in variants_of(view):
        main, others = _ranked(variants, known)
        values = {"main": main.text, "count": str(len(main.spans))}
        for other in others:
            if other.text not in known and difference(main.text, other.text) in wanted:
                for start, end in other.spans:
                    if not is_glossed(view.text, start):
                        yield Hit(start, end, (main.text,), values)


def is_glossed(text: str, start: int) -> bool:
    """Whether a text says that a name is another form: "Kishida Fumio, or Fumio Kishida"."""
    before = _GLOSS.search(text, max(0, start - _GLOSS_REACH), start)
    return before is not None or _SPOKEN_OF.match(text, start) is not None


def _ranked(variants: Variants, known: Collection[str]) -> tuple[Places, list[Places]]:
    every = [variants.main, *variants.others]
    main = next((places for places in every if places.text in known), variants.main)
    if difference(variants.main.text, main.text) == "letters":
        return main, [places for places in every if places is not main]
    # Of "Mcdonald" and "McDonald" the one that is no slip is right, however rare.
    sound = next((p for p in every if difference(p.text, main.text) == "slip"), main)
    return sound, [places for places in every if places is not sound]
