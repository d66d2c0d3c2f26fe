"""The same word twice: side by side, around a conjunction or preposition, in a list, in a name.

English doubles words too: "more and more", "neck and neck", "New York, New York", "Duran Duran",
"it is very, very cold". What a rule must leave alone as words is in its `exempt` list; what must be
left alone because of its shape (comparatives, names, rhetoric in threes) is here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.engine.analysis.name_signs import runs_of
from mtcheck.engine.analysis.name_words import HEADS
from mtcheck.engine.analysis.word_rows import Row, row_of
from mtcheck.engine.analysis.word_shapes import is_adjective, is_comparative, is_small, is_term
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

Words = frozenset[str]

# Anchored by one space and possessive: about 50 MB/s, twice what a look-behind takes.
_SAME = lazy(
    r" ([a-z][a-z'-]*+)( | and | or | of (?:the |an? )?| to |, )\1(?![\w'-]|\.\w)",
)
_JOINTS = (
    (1, frozenset[str]()),
    (2, frozenset({"and", "or", "of", "to"})),
    (3, frozenset({"of"})),
)
"""How many words on the same word can stand, and what stands between, by its first word."""
_INITIALS = {lag: "".join(word[0] for word in joints).encode() for lag, joints in _JOINTS}
_BRACKETED = lazy(rf"\((?:(?<=\S\()|{_SAME.pattern[1:]})")
_NAME = lazy(r" ([A-Z][a-z]{3,}+) (?:[A-Z][a-z]+ ){1,4}\1(?![\w'-])")
_FEW = 8  # words that are looked for one by one
_NEXT = lazy(r" ([A-Za-z][A-Za-z'-]*+)")
_BEFORE = lazy(r"([\w'-]+)[ ,\"(]* $")
_PLAIN = lazy(r"(?<![\w'-])[a-z]{5,}(?![\w'-])")
_PRONOUNS_WORDS = "it this that these those there he she we they you i what who"
_PRONOUNS = frozenset(_PRONOUNS_WORDS.split())
_VERBS = frozenset({"is", "are", "was", "were", "has", "have", "will", "would"})
_CLAUSE = lazy(r"\b(?:what|where|how|why|when|whether)(?:ever)? [^,.;:!?\n]*\Z")
"""A clause that may be the subject of the second verb: "where a country is is a matter of …"."""
_CLAUSE_REACH = 80
_PARTICLES = frozenset({"at", "in", "on", "for", "by", "after", "until"})
_WHEN = lazy(
    r" (?:the (?:moment|time|end|start|beginning|weekend|morning|evening|afternoon|past|last|first"
    r"|next|coming)|present|once|night|noon|midnight|last|least|life|now|good|years?|months|weeks"
    r"|days|decades|ages|(?:19|20)\d\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february"
    r"|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn"
    r"|winter)\b"
)
_OF_A = (" of a ", " of an ")
_LEAST = 4
_FOREIGN = lazy(r"[a-z]*[^e][aiou]")
_ENDS_IN_VOWEL_WORDS = """
agenda also area camera data do drama extra formula go idea media menu no nova photo radio schema
so stigma studio taxi to trauma two video visa who you zero into onto
"""
_ENDS_IN_VOWEL = frozenset(_ENDS_IN_VOWEL_WORDS.split())


_NOUN_NEXT = lazy(
    r"family|supply|assembly|reply|monopoly|anomaly|butterfly|ally|rally|tally|bully|belly|fly|lily"
    r"|.*(?:eed|bed|shed)"
)
"""Nouns that end as adverbs and past tenses do."""
_NOUNS_TOO_WORDS = "military public chemical criminal individual professional native"
_NOUNS_TOO = frozenset(_NOUNS_TOO_WORDS.split())
"""Adjectives that are nouns too: "military and military contractors"."""
_PEOPLE = frozenset({"poor", "rich", "young", "elderly"})
"""Adjectives that are people after "the"."""
_ARTICLES = ("the", "a", "an")
_LIMITING = frozenset(("that", "who", "which", "whose", "whom", "where", "not", "like", "within"))


class Same(NamedTuple):
    """One word twice: its first and second place, and whether they begin with a capital."""

    word: str
    start: int
    first_end: int
    second: int
    end: int
    capitals: tuple[bool, bool]


def _same(view: View) -> dict[str, list[Same]]:
    """Every word that stands on both sides of a join, by join (side by side is "")."""
    found: dict[str, list[Same]] = defaultdict(list)
    for match in _matches(view):
        start, first_end = match.start(1) - 1, match.end(1) - 1
        end = match.end() - 1
        second = end - len(match[1])
        if "\n" in view.low[start:end] or '"' in view.low[start:end]:
            continue
        # "shares of A shares": a class of shares, not an article.
        if match[2] == " of a " and view.text[second - 2] == "A":
            continue
        join = match[2].split()
        capitals = (view.text[start].isupper(), view.text[second].isupper())
        found[join[0] if join else ""].append(
            Same(match[1], start, first_end, second, end, capitals)
        )
    return found


def _matches(view: View) -> Iterator[re.Match[str]]:
    """Yield where `_SAME` matches a text with a space before it, so that its first word counts."""
    words, low = _twice(row_of(view)), view.low
    # A bracket before a word is no white space: to look for the words is not enough.
    bracketed = "(" in low and _BRACKETED.search(low) is not None
    if not (words or bracketed):
        return
    text = " " + low.replace("\n", " ").replace('"', " ").replace("(", " ")
    if bracketed or len(words) > _FEW:
        yield from _SAME.finditer(text)
        return
    done = 0
    for at in sorted(at for word in words for at in _starts(text, f" {word}")):
        if at >= done and (match := _SAME.match(text, at)):
            done = match.end()
            yield match


def _starts(text: str, sought: str) -> Iterator[int]:
    at = text.find(sought)
    while at >= 0:
        yield at
        at = text.find(sought, at + 1)


def _twice(row: Row) -> set[str]:
    """Return the words that stand, or begin another one, one to three words on, as in `_SAME`."""
    words = row.words
    found = set()
    for lag, joints in _JOINTS:
        for at in row.alike(lag, _INITIALS[lag]):
            if joints and words[at + 1] not in joints:
                continue
            word, other = words[at], words[at + lag]
            if other.startswith(word) and not other[len(word) :][:1].isalnum():
                found.add(word)
    return found


def doubled(view: View, only: Words, exempt: Words, *, small: bool) -> Iterator[Hit]:
    """Yield words that stand side by side twice; `small` asks for function words alone."""
    for same in view.once(_same)[""]:
        word = same.word
        if is_small(word) != small or _refused(view, same, only, exempt):
            continue
        if small and (same.capitals == (True, True) or _is_meant(view, same)):
            continue
        if not small and (not word.isalpha() or len(word) < 3 or _foreign(word)):
            continue
        yield Hit(same.start, same.end, (view.text[same.start : same.first_end],))


def joined(view: View, joins: tuple[str, ...], only: Words, exempt: Words) -> Iterator[Hit]:
    """Yield words of four letters and more that stand on both sides of one of `joins`."""
    places = view.once(_same)
    for join in joins:
        for same in places[join]:
            if len(same.word) < _LEAST or not same.word.replace("-", "").isalpha():
                continue
            # "a friend of a friend"; "the board and Board members" are two things too.
            if same.capitals == (False, True) or view.low.startswith(_OF_A, same.first_end):
                continue
            if _refused(view, same, only, exempt) or not _fits(view, same, join):
                continue
            once = (view.text[same.start : same.first_end],) if join in ("and", "or") else ()
            yield Hit(same.start, same.end, once)


def listed(view: View, only: Words, exempt: Words) -> Iterator[Hit]:
    """Yield words that stand twice in a list: "an open, friendly, friendly and lasting peace"."""
    low = view.low
    for same in view.once(_same)[","]:
        if len(same.word) < _LEAST or not same.word.isalpha() or any(same.capitals):
            continue
        if _refused(view, same, only, exempt):
            continue
        before, after = low[max(0, same.start - 24) : same.start], low[same.end : same.end + 24]
        in_list = after.startswith((",", " and ", " or ")) or before.endswith(", ")
        # Three times is rhetoric: "location, location, location".
        thrice = re.match(rf"(?:,| and| or) {same.word}\b", after) or before.endswith(
            (f" {same.word}, ", f" {same.word} ")
        )
        clause = re.match(r"(?:, (?:and |but )?|\s)(?:he|she|it|they|we|i|who|which)\b", after)
        if in_list and not thrice and not clause:
            yield Hit(same.start, same.end, (view.text[same.start : same.first_end],))


def named(view: View, only: Words, exempt: Words) -> Iterator[Hit]:
    """Yield runs of capitalised words whose first is their last ("National X National")."""
    if not any(map(_holds_twice, runs_of(view))):
        return
    for match in _NAME.finditer(view.text):
        start, end = match.start(1), match.end()
        word = match[1].lower()
        if word in exempt or view.block_at(start)[0] != "paragraph" or not is_term(word):
            continue
        first, last = view.sentence_at(start)
        if not _headline(view.text[max(first, start - 200) : min(last, end + 200)]):
            yield Hit(start, end)


def _holds_twice(run: str) -> bool:
    """Whether a word stands twice in a run of capitalised words."""
    if run.count(" ") < 2:
        return False
    words = run.replace("–", " ").split(" ")
    return len(set(words)) < len(words)


def _refused(view: View, same: Same, only: Words, exempt: Words) -> bool:
    """Whether a place stays silent for a reason that holds whatever stands between."""
    if only and same.word not in only:
        return True
    if same.word in exempt or view.low[same.start : same.end] in exempt:
        return True
    first, second = same.capitals
    if not second:
        return False
    if view.block_at(same.start)[0] == "title":
        return True
    # "the The": fine to report. Two capitals are a name unless the word is an ordinary one.
    return first and not (is_term(same.word) or _ordinary(view, same.word))


def _is_meant(view: View, same: Same) -> bool:
    """Whether a doubled small word closes one clause and opens the next ("what it is is a mess",
    "the ones I look at at the moment"), or one of the two is shouted ("an OR or AND gate")."""
    word, text = same.word, view.text
    if text[same.start : same.first_end].isupper() != text[same.second : same.end].isupper():
        return len(word) > 1
    before = _BEFORE.search(view.low, max(0, same.start - 12), same.start)
    if before is not None and before[1] in _PRONOUNS and word not in _ARTICLES:
        return True  # an article ends no clause: "said that the the bridge"
    if word == "but":  # "but but for him it was lost"
        return view.low.startswith(" for ", same.end)
    if word in _VERBS:
        return _CLAUSE.search(view.low, max(0, same.start - _CLAUSE_REACH), same.start) is not None
    return word in _PARTICLES and _WHEN.match(view.low, same.end) is not None


def _ordinary(view: View, word: str) -> bool:
    """Whether a capitalised word stands elsewhere in the text in lower case."""
    return len(word) > 4 and word in view.once(_plain_words)


def _plain_words(view: View) -> frozenset[str]:
    return frozenset(_PLAIN.findall(view.text))


def _foreign(word: str) -> bool:
    """Whether a word ends as English ones seldom do: saba saba, boda boda, piri piri."""
    return bool(_FOREIGN.fullmatch(word)) and word not in _ENDS_IN_VOWEL


def _fits(view: View, same: Same, join: str) -> bool:
    low, word = view.low, same.word
    after = _NEXT.match(view.text, same.end)
    following = after[1].lower() if after else ""
    before = _BEFORE.search(view.text[max(0, same.start - 30) : same.start])
    previous = before[1] if before else ""
    if join == "to":
        return previous.lower() != "from" and bool(following) and is_adjective(word)
    if join == "of":
        return following != word
    if is_comparative(word) or previous.lower() == word or following in ("and", "or", word):
        return False
    # "entries and entries that are new", "it does or does not", "version and version 2".
    if following in _LIMITING or low[same.end + 1 : same.end + 2].isdigit():
        return False
    if previous and previous.lower() == following:  # "rest for work and work for rest"
        return False
    # "petroleum and petroleum products": the second is the first part of a compound.
    if not following or is_small(following):
        return True
    if after and after[1][0].isupper():
        return is_adjective(word) or (previous[:1].isupper() and after[1] in HEADS)
    if word in _NOUNS_TOO or (word in _PEOPLE and previous.lower() == "the"):
        return is_verbal_next(following)
    return is_adjective(word) or is_verbal_next(following)


def is_verbal_next(word: str) -> bool:
    """Whether a word after a noun is more likely its verb than the rest of a compound."""
    return word.endswith(("ed", "ly")) and not _NOUN_NEXT.fullmatch(word)


def _headline(text: str) -> bool:
    """Whether most words of a stretch begin with a capital."""
    words = [word for word in text.split() if len(word) > 3]
    return sum(word[0].isupper() for word in words) * 5 > len(words) * 3
