"""The nouns around a name: what the text says that the name is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from mtcheck.text.lazy import lazy

_INVARIANT = ("craft", "bacteria", "artillery", "series", "people")
_LEFT = 90  # code points that are looked at before a name
_NATIONS = (
    r"russian|chinese|american|soviet|ukrainian|british|german|french|israeli|iranian|turkish"
    r"|north korean"
)
NATION = lazy(_NATIONS)
"""Adjectives of those who make what facts are about."""
_ADJECTIVE = (
    r"(?:new|modern|advanced|tactical|strategic|stealth|supersonic|hypersonic|multirole|multipurpose"
    rf"|nuclear-capable|nuclear|heavy|light|main|combat|{_NATIONS}|[a-z]+-(?:made|built|era))"
)
_LINKING = "of|to|and|or|nor|but|for|with|that|which|who|in|on|by|from|at|as|than|against|after"
_FILLER = rf"(?:(?!(?:{_LINKING})\b)[\w-]+ )"
# What follows a noun that says what the name before it is. An apostrophe is mostly a possessor's:
# "Mount Fuji, the country's highest peak".
_CLOSES = (
    r"(?=[.,;:!?)\"]|'(?=[.,;:!?)\n]|\Z)|\Z|\n| (?:that|which|capable|with|designed|used|made"
    r"|developed|built|able|equipped|armed|of|from|in|for|by)\b)"
)
# What may follow a name that says which one a noun before it means, besides the clause's verb.
_AFTER_NAME = lazy(
    r"[\"']?(?:[^\w\s'-]|\Z|\n| (?:[^\w\s]|(?:in|on|at|of|to|from|with|by|for|as|over|near|into"
    r"|under|above|across|along|around|during|before|after|until|since|against|and|or|but|nor|while"
    r"|when|where|which|who|that|than|because|if|also|again|itself|alone|today|yesterday|there|here)\b))"
)
_CLAUSE_OPENS = lazy(
    r"(?:\A|[.!?:;\n] *|, (?:and|but|while|when|as) "
    r"|\b(?:that|say|says|said|reports|reported|claims|claimed|because|when|while) )"
    rf"[\"']?(?:(?:an?|the) (?:{_ADJECTIVE} )+)?\Z"
)
_SAYS = lazy(r" (?:said|says|told|announced)\b")
# "the paper CNN cited denied it", "the town Beijing relied on for grain": the noun is an object.
_GAP = lazy(
    r" (?!(?:is|are|was|were|be|been|has|had|have|will|would|can|could|may|must|did|does)\b)"
    r"(?:\w+(?: \w+)?(?: (?:on|upon|for|from|with|about|to|at|in|of|by))?"
    r"(?: (?:for|as|was|were|is|are|has|had|have|will|would|can|could|may|did|does|said|went|came"
    r"|fell|rose|sank|became|ran|lost|won|made|took|left|gave|held|began|stood|lay|met|\w+ed)\b)"
    r"|\w+ (?:on|upon|for|from|with|about|to|at|in|of|by)[.,;!?])"
)
_COUNTED = lazy(r"(?:\ban?|\d|\btwo|\bthree|\bseveral) \Z")
_LIST = lazy(r"\"?,? (?:and|or)\b|, (?:an?|the|two|three|several|\d+) ")


class Called(NamedTuple):
    """A noun that a text uses of a name, and how.

    `form`: "compound" (Iskander fighter jet), "before" (the fighter jet Iskander), "named" (a
    fighter jet called Iskander) or "apposition" (Iskander, a fighter jet). `start` and `end` hold
    the noun with its article where the form has one.
    """

    noun: str
    noun_class: str
    plural: bool
    form: Literal["compound", "before", "named", "apposition"]
    start: int
    end: int
    article: str = ""

    @property
    def indefinite(self) -> bool:
        """Whether the article is "a" or "an"."""
        return self.article in ("a", "an")


class Nouns:
    """Classes of nouns, found around names in lower-cased text."""

    def __init__(self, classes: Mapping[str, Sequence[str]]) -> None:
        self._known: dict[str, tuple[str, str, bool]] = {}
        for name, nouns in classes.items():
            for noun in nouns:
                self._known[plural(noun)] = (noun, name, True)
                self._known[noun] = (noun, name, False)
        forms = "|".join(re.escape(n) for n in sorted(self._known, key=len, reverse=True))
        noun = rf"(?P<noun>{forms})(?![\w-])"
        self._compound = re.compile(rf"[\"']? (?:{_ADJECTIVE} ){{0,2}}?{noun}")
        self._more = re.compile(rf" {_FILLER}{{0,2}}?{noun}")
        link = r"(?:\"?,\"? | [-–—]+ |\"? \(|\"? (?:is|was|are|were) (?:also )?)"
        self._apposition = re.compile(
            rf"(?P<between>{link})(?P<article>an?|the) {_FILLER}{{0,3}}?{noun}{_CLOSES}"
        )
        article = r"(?:(?<!\w)(?P<article>an?|the) )?"
        self._before = re.compile(rf"{article}(?<![\w-])(?P<noun>{forms}) [\"']?\Z")
        named = r",? (?:called|named|dubbed|known as|code-?named|designated) (?:the )?[\"']?"
        self._named = re.compile(rf"{article}(?<![\w-])(?P<noun>{forms}){named}\Z")

    def around(self, low: str, start: int, end: int, own: frozenset[str]) -> Iterator[Called]:
        """Yield what `low` calls the name at `[start, end)`, of which `own` are the classes.

        Nothing is said where a noun of its own stands: "the Stinger aircraft missile".
        """
        compound = self._compound.match(low, end)
        if compound is not None:
            if not self._head_is_own(low, compound, own):
                yield self._called(compound, "compound", end)
            return
        apposition = self._apposition.match(low, end)
        if apposition is not None and not _is_listed(low, start, apposition):
            yield self._called(apposition, "apposition", end)
        left = max(0, start - _LEFT)
        for pattern, form in ((self._before, "before"), (self._named, "named")):
            found = pattern.search(low[left:start])
            if found is not None and (form == "named" or _is_appositive(low, found, left, end)):
                yield self._called(found, form, left)

    def _head_is_own(self, low: str, found: re.Match[str], own: frozenset[str]) -> bool:
        if self._known[found["noun"]][1] in own:
            return True
        more = self._more.match(low, found.end())
        return more is not None and self._known[more["noun"]][1] in own

    def _called(self, found: re.Match[str], form: str, offset: int) -> Called:
        noun, noun_class, is_plural = self._known[found["noun"]]
        groups = found.re.groupindex
        article = (found["article"] or "") if "article" in groups else ""
        first = "article" if article else "noun"
        shift = 0 if form in ("compound", "apposition") else offset
        return Called(
            noun=noun,
            noun_class=noun_class,
            plural=is_plural and noun != plural(noun),
            form=form,  # type: ignore[arg-type]
            start=found.start(first) + shift,
            end=found.end("noun") + shift,
            article=article,
        )


def _is_appositive(low: str, found: re.Match[str], left: int, end: int) -> bool:
    """Whether a name says which one the noun before it means: "the fighter jet Iskander, which".

    It does not where it is the subject of a clause about the noun ("a province Beijing claims"), or
    the first part of what follows ("from the helicopter Stinger teams were seen").
    """
    if _AFTER_NAME.match(low, end):
        return True
    first = "article" if found["article"] else "noun"
    before = low[max(0, left + found.start(first) - _LEFT) : left + found.start(first)]
    opens = _CLAUSE_OPENS.search(before) or _SAYS.match(low, end)
    if opens is None or (found["article"] in ("a", "an") and opens[0].startswith(",")):
        return False
    return not _GAP.match(low, end)


def _is_listed(low: str, start: int, apposition: re.Match[str]) -> bool:
    """Whether the two are members of a list: "an Iskander, a fighter jet, and a tank"."""
    if "," not in apposition["between"]:
        return False
    return bool(_COUNTED.search(low[max(0, start - 9) : start])) or bool(
        _LIST.match(low, apposition.end())
    )


def plural(noun: str) -> str:
    """Return the plural of one of the nouns in the tables ("aircraft" stays)."""
    if noun.endswith(_INVARIANT):
        return noun
    if noun.endswith("bacterium"):
        return noun[:-2] + "a"
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def with_article(noun: str) -> str:
    """Return a noun phrase with "a" or "an" before it."""
    return f"{'an' if noun[:1].lower() in tuple('aeiou') else 'a'} {noun}"
