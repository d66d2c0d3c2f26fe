"""A person who is he and she at once: "he hurt herself"; "the spokeswoman said … He added …".

Chinese, Turkish, Finnish and Hungarian have one word for *he* and *she*; an engine guesses. Only
what nobody else in the text can be meant by is found: a pronoun that refers back to its own
subject, and the speaker of the sentence before where no other person, name or pronoun could be the
speaker.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

SELVES = ("herself", "himself")
_WOMEN = (
    "spokeswoman|policewoman|businesswoman|chairwoman|congresswoman|councilwoman|actress|housewife"
)
_MEN = "spokesman|policeman|businessman|chairman|congressman|councilman"
SPEAKERS = (
    *_WOMEN.split("|"),
    *_MEN.split("|"),
    "ms ",
    "ms. ",
    "mrs ",
    "mrs. ",
    "mr ",
    "mr. ",
    "miss ",
)
"""What begins the name of a person of known gender, lower-case."""
_SELF = lazy(
    r"\b(he|she|He|She) (?:(?:has|had|will|would|could|can|did|not|also|never|then|often|once|"
    r"already) ){0,3}([a-z]+)(?: (?:at|to|for|with|by|on|about|of|in|up))? \Z"
)
_NOT_VERBS_WORDS = "and or but as than like who whom that the his her is was thinks"
_NOT_VERBS = frozenset(_NOT_VERBS_WORDS.split())
_WOMAN = lazy(rf"\b(?:{_WOMEN}|Ms|Mrs|Miss)\b", 0)
_MAN = lazy(rf"\b(?:{_MEN}|Mr)\b")
_SHE = lazy(
    r"\b(?:[Ss]he|[Hh]er|[Hh]ers|woman|women|wife|mother|daughter|sister|girl|lady|queen|actress"
    rf"|Ms|Mrs|Miss|{_WOMEN})\b"
)
_HE = lazy(
    r"\b(?:[Hh]e|[Hh]im|[Hh]is|man|men|husband|father|son|brother|boy|king|president|minister|Mr|Sir"
    rf"|{_MEN})\b"
)
_SAID = lazy(r"\b(?:said|told|says|stated|announced|confirmed|explained|noted|stressed|wrote)\b")
_NEXT = lazy(
    r"(He|She) (?:also |further |then )?(added|said|told|noted|stressed|continued|explained)\b"
)
_NAME = lazy(r"\.? (?:[A-Z][\w-]+ ){0,3}[A-Z][\w'-]+")
_CAPITAL = lazy(
    r"(?<=[a-zA-Z,] )(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March"
    r"|April|May|June|July|August|September|October|November|December|Foreign|Defence|Defense"
    r"|Interior|Health|Ministry|Department|Company|State|Chinese|Russian|Turkish|Iranian|German"
    r"|French|Japanese)\b)"
    r"[A-Z]"
)
_LONGEST = 400


def selves(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield *herself* after *he*, *himself* after *she*; `positions` are those of `SELVES`."""
    for at in positions:
        start = max(view.sentence_at(at)[0], at - 80)
        subject = _SELF.search(view.text[start:at])
        if subject is None or subject[2] in _NOT_VERBS or view.low[at + 7 : at + 8].isalnum():
            continue
        he, own = subject[1].lower() == "he", view.low.startswith("himself", at)
        if he != own:
            right = "himself" if he else "herself"
            yield Hit(at, at + 7, (right,), {"subject": subject[1]})


def speakers(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield the *He* that goes on after "the spokeswoman said"; `positions` are of `SPEAKERS`."""
    done = -1
    for at in positions:
        index = view.sentence_index(at)
        if index == done or index + 1 >= len(view.sentences):
            continue
        start, end = view.sentences[index]
        following, stop = view.sentences[index + 1]
        block, first, _ = view.block_at(at)
        same_block = view.block_at(following)[1] == first and start <= at < end
        if not same_block or block == "title" or end - start > _LONGEST:
            continue
        done = index
        text = view.text
        goes_on = _NEXT.match(text, following, stop)
        woman, man = _WOMAN.search(text, start, end), _MAN.search(text, start, end)
        if goes_on is None or (woman is None) == (man is None) or following - first > 2 * _LONGEST:
            continue
        marker = woman or man
        wrong = goes_on[1] == ("He" if woman else "She")
        if marker is None or not wrong or not _SAID.search(text, marker.end(), end):
            continue
        # Anyone of the other gender before: he may be meant.
        if (_HE if woman else _SHE).search(text, first, end) or text.count(
            '"', first, following
        ) % 2:
            continue
        if len(_SAID.findall(text, start, end)) > 1 or _others(text, start, marker.end(), end):
            continue
        right = "She" if woman else "He"
        yield Hit(following, following + len(goes_on[1]), (right,), {"speaker": marker[0]})


def _others(text: str, start: int, marker: int, end: int) -> bool:
    """Whether a sentence names anyone or anything else than the speaker."""
    name = _NAME.match(text, marker, end)
    after = name.end() if name else marker
    title = text.rfind(" ", start, marker) + 1
    return bool(_CAPITAL.search(text, after, end) or _CAPITAL.search(text, start, title))
