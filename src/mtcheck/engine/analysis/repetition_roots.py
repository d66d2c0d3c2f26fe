"""Two words of one root side by side: "documents documented", "valley valleys", "hopeful hope"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from mtcheck.engine.analysis.verb_list import VERBS
from mtcheck.engine.analysis.word_rows import Row, row_of
from mtcheck.engine.analysis.word_shapes import is_adjective, is_small
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

Pair = tuple[str, str, int, int]

# Two neighbours that begin with the same four letters.
_NEIGHBOURS = lazy(r" (([a-z]{4})[a-z]*+) (\2[a-z]*+)(?![\w'-])")
_AGENT = lazy(r".+(?:er|or|ar|ant|ist|ee)s?")
_BEFORE = lazy(r"([a-z'-]+)$")
_ARTICLES_WORDS = "the a an this that his her its their our my every each"
_ARTICLES = frozenset(_ARTICLES_WORDS.split())
_NOUN_ENDINGS = (
    ("s", ""),
    ("ment", ""),
    ("ments", ""),
    ("ation", "e"),
    ("ations", "e"),
    ("ion", ""),
    ("ions", ""),
    ("ion", "e"),
    ("ions", "e"),
    ("ing", ""),
    ("ings", ""),
    ("age", ""),
)
_OBJECTS = ("ees", "ings", "ment", "ments", "ation", "ations", "ion", "ions")
_ADJECTIVES = ("ful", "al", "ly", "ous", "ic", "ed", "d", "ing", "ive")


def same_root(view: View, shape: str, exempt: frozenset[str]) -> Iterator[Hit]:
    """Yield pairs of one shape, in text order.

    `plural`: a noun and its own plural ("valley valleys"); `participle`: a plural noun and the
    participle of its verb ("documents documented"); `predicate`: a noun and its verb ("the passage
    passes"); `modifier`: a word and what is derived from it ("hopeful hope").
    """
    for first, second, start, end in view.once(_pairs)[shape]:
        if not {first, second, f"{first} {second}"} & exempt:
            yield Hit(start, end)


def _pairs(view: View) -> dict[str, list[Pair]]:
    found: dict[str, list[Pair]] = defaultdict(list)
    if not _has_neighbours(row_of(view)):
        return found
    low, text = view.low, view.text
    for match in _NEIGHBOURS.finditer(low):
        first, second = match[1], match[3]
        start, end = match.start(1), match.end()
        # A capital on the second alone begins a name: "Trade trades", but not "angels Angeles".
        if first == second or (text[match.start(3)].isupper() and not text[start].isupper()):
            continue
        before = _BEFORE.search(low, max(0, start - 20), start - 1)
        shape = _shape(first, second, before[1] if before else "")
        if shape is not None:
            found[shape].append((first, second, start, end))
    return found


def _has_neighbours(row: Row) -> bool:
    """Whether two words side by side begin with the same four letters and go on differently."""
    words = row.words
    return any(
        words[at][:4] == words[at + 1][:4] and words[at] != words[at + 1] and words[at].isalpha()
        for at in row.alike(1)
    )


def _shape(first: str, second: str, before: str) -> str | None:
    if second in (first + "s", first + "es", first[:-1] + "ies"):
        # "the patrol patrols" may be a subject and its verb; "of patrol patrols" is not.
        verb = first in VERBS and not (is_adjective(before) or is_small(before))
        return "predicate" if verb or (first in VERBS and before in _ARTICLES) else "plural"
    if _AGENT.fullmatch(first):
        return None
    verb_of_first = _verb(first)
    if second == _past(verb_of_first):
        return "participle" if first.endswith("s") else "predicate"
    if second in (verb_of_first + "s", verb_of_first + "es"):
        return "predicate"
    derived = first in VERBS and any(second == first + ending for ending in _OBJECTS)
    return "modifier" if derived or _modifies(first, second) else None


def _modifies(first: str, second: str) -> bool:
    """Whether `first` is an adjective or participle made of `second`."""
    noun = second.removesuffix("s")
    bases = (noun, _verb(noun))
    return first in {base + ending for base in bases for ending in _ADJECTIVES} and len(noun) > 3


def _verb(noun: str) -> str:
    """The verb that a noun is made of, or the noun itself."""
    for ending, tail in _NOUN_ENDINGS:
        if noun.endswith(ending) and noun.removesuffix(ending) + tail in VERBS:
            return noun.removesuffix(ending) + tail
    return noun


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if verb.endswith("y") else verb + "ed"
