"""Sentences and words with their positions.

The splitter is one regular expression that finds the places where a sentence may end, and a judge
that is asked only where the expression cannot know: after a short word, an abbreviation, a number,
a closing quotation mark. Positions are code points; time is linear in the text, whatever it holds.

A stop ends a sentence when something follows that can begin one: a capital, a digit, a sign of
money, a letter of a script without capitals. Before a small letter it never does, because
`"Are you sure?" he asked.` is one sentence, and because a wrong cut makes a false fragment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mtcheck.text import abbreviations as known
from mtcheck.text import stops

_Cut = tuple[int, int]


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence of `text[start:end]`, in code points of `text`.

    The stretch is one block: a line feed in it is white space, unless a blank line or a list item
    follows. Sentences are in order and disjoint, none begins or ends with white space, and all
    other characters lie in one. What stands outside the stretch has no influence.
    """
    stop = len(text) if end is None else min(end, len(text))
    return sentences_of(text, [(start, stop)])


def sentences_of(text: str, stretches: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence of several stretches; see `split_sentences`."""
    marks = [mark for mark in stops.MARKS if mark in text]
    found: list[tuple[int, int]] = []
    for start, stop in stretches:
        # Most paragraphs of news are one sentence, and show it by having no stop before their end.
        for mark in marks:
            if text.find(mark, start, stop - 1) >= 0:
                found += _split(text, start, stop)
                break
        else:
            ink = text[start:stop].strip()
            if ink:
                start = start if len(ink) == stop - start else text.index(ink, start)
                found.append((start, start + len(ink)))
    return found


def _split(text: str, start: int, stop: int) -> list[tuple[int, int]]:
    begin, easy, tails = start, stops.EASY, known.TAILS
    while begin < stop and text[begin].isspace():
        begin += 1
    judge = _Judge(text, begin, stop)
    found: list[tuple[int, int]] = []
    for match in stops.CANDIDATE.finditer(text, begin, stop):
        at = match.start()
        if match.lastindex == easy and at - begin > 3 and text[at - 3 : at] not in tails:
            found.append((begin, at + 1))
            begin = at + 2
        elif at >= begin and (cut := judge.cut(match, begin)):
            found.append((begin, cut[0]))
            begin = cut[1]
    stop = _trim(text, begin, stop)
    if begin < stop:
        found.append((begin, stop))
    return found


def words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return (start, end) of each word of `text[start:end]`, in code points of `text`.

    A word is letters and digits, with apostrophes, hyphens and accents inside ("don't", "e-mail"),
    with the dots of "U.S." (the last one too) and the points and commas of "3.5" and "1,000".
    """
    stop = len(text) if end is None else end
    return [match.span() for match in stops.WORD.finditer(text, start, stop)]


def _trim(text: str, begin: int, end: int) -> int:
    """Return where the ink of `text[begin:end]` ends."""
    while end > begin and text[end - 1].isspace():
        end -= 1
    return end


class _Judge:
    """Decides at one candidate after the other, from left to right, of one stretch of text.

    Of the candidate it looks at, the stops are `[at, run)`, `begin` is where their sentence began,
    `after` where the next would; `word` at `place` is the first word that it would have.
    """

    __slots__ = (
        "_counted",
        "_quoted",
        "after",
        "at",
        "begin",
        "place",
        "run",
        "stop",
        "text",
        "word",
    )

    def __init__(self, text: str, begin: int, stop: int) -> None:
        self.text, self.stop = text, stop
        self._counted, self._quoted = begin, False
        self.begin = self.at = self.run = self.after = self.place = begin
        self.word = ""

    def cut(self, match: re.Match[str], begin: int) -> _Cut | None:
        """Return (end of this sentence, start of the next), or None: the sentence goes on."""
        group, at, after = match.lastindex or 0, match.start(), match.end()
        self.begin, self.at, self.run = begin, at, max(match.end(stops.GLUED), at + 1)
        if group > stops.WIDE_GAP:
            return self._line(group, after)
        end = after if group == stops.GLUED else match.start(group)
        if after - end > 1 or self.text[end : end + 1] in ("\n", "\r"):
            if stops.BLANK.search(self.text, end, after):
                return self._paragraph(end, after)
            if "\n" in self.text[end:after] and stops.LIST_MARK.match(self.text, after, self.stop):
                return end, after
        if self._opens(at):
            return None  # dots that a sentence begins with
        if group == stops.GLUED:
            return self._glued(end)
        end, after = self._absorb(end, after)
        if after < self.stop and self._ends(end, after):
            return end, after
        return None

    def _paragraph(self, end: int, after: int) -> _Cut:
        self._counted, self._quoted = after, False
        return end, after

    def _line(self, group: int, after: int) -> _Cut | None:
        """Judge a line end: a blank line always cuts, a list mark if it is one."""
        text, end = self.text, _trim(self.text, self.begin, self.at)
        if group < stops.LIST:
            return self._paragraph(end, after)
        mark = text[after]
        if mark in stops.BULLETS or text[end - 1] in ":;" + stops.STOPS + stops.CLOSERS:
            return end, after
        if stops.LIST_MARK.match(text, self.begin, self.stop):  # the line above is an item too
            return end, after
        if mark in "-*+":
            self._look(after)
            return None if self.word[:1].islower() else (end, after)
        return (end, after) if text.startswith(("1.", "1)", "(1)"), after) else None

    def _absorb(self, end: int, after: int) -> _Cut:
        """Move both over marks that stand alone after a stop, as in `left. " Then`."""
        for _ in range(4):
            loose = stops.LOOSE.match(self.text, after, self.stop)
            if loose is None:
                loose = stops.LONE_QUOTE.match(self.text, after, self.stop)
                if loose is None or not (loose.end() == self.stop or self._in_quotes(after)):
                    break
            end, after = loose.end(1), loose.end()
        return end, after

    def _in_quotes(self, at: int) -> bool:
        """Whether a straight quotation mark is open at `at`; asked from left to right."""
        self._quoted ^= self.text.count('"', self._counted, at) % 2 == 1
        self._counted = at
        return self._quoted

    def _look(self, after: int) -> None:
        """Read the first word of what begins at `after`."""
        ahead = stops.NEXT.match(self.text, after, self.stop)
        self.after = after
        self.word, self.place = (ahead[1], ahead.start(1)) if ahead else ("", after)

    def _ends(self, end: int, after: int) -> bool:
        """Whether the stops, with what closes up to `end`, end a sentence before `after`."""
        text, at = self.text, self.at
        self._look(after)
        word, place = self.word, self.place
        if not word and not stops.SIGN.match(text, place, self.stop):
            return False
        if word[:1].islower() and not word[1:2].isupper() and not text.startswith(")", place + 1):
            return text[at] in stops.WIDE_FULL_STOPS
        if text[at] in stops.WIDE:
            return True
        if text[at - 1] in "([" and text[self.run] in ")]":
            return False
        if self.run - at == 1 and text[at] == ".":
            return self._after_full_stop()
        if text[at] not in "!?":
            return self._token(at) != word  # "I... I do not know"
        if self.run < end and stops.SPEAKER.match(text, place, self.stop):
            return False
        return self._token(at) not in known.BANG_NAMES or self._starts()

    def _opens(self, at: int) -> bool:
        """Whether nothing but opening marks stands before `at` in its sentence."""
        return at - self.begin < 9 and not self.text[self.begin : at].strip(stops.OPENERS)

    def _token(self, at: int) -> str:
        """Return the letters, digits and dots that end at `at`."""
        found = stops.TOKEN.match(self.text, max(self.begin, at - 24), at)
        return found[1].lstrip(".") if found else ""

    def _before(self, token: str) -> str:
        """Return some text before the token that ends where the stops begin."""
        return self.text[max(self.begin, self.at - 24) : self.at - len(token)]

    def _starts(self) -> bool:
        """Whether the word that follows shows by itself that a sentence begins with it."""
        text, word = self.text, self.word
        if text[self.after] in stops.DASHES:
            return False  # "BOSTON, Mass. - The"
        if word in known.STARTERS:
            return True
        if word in known.WEAK_STARTERS:
            blank = stops.BLANK.search(text, self.at, min(self.stop, self.at + 60))
            past = blank.start() if blank else min(self.stop, self.at + 60)
            return stops.SMALL_WORD.search(text, max(self.begin, self.at - 120), past) is not None
        if word in known.SUBJECTS:
            past = self.place + len(word)
            return past + 1 < self.stop and text[past] == " " and text[past + 1].islower()
        return False

    def _after_full_stop(self) -> bool:
        """Whether one full stop ends a sentence before a word that could begin one."""
        token, word = self._token(self.at), self.word
        if not token:
            return True
        if stops.ITEM.fullmatch(token) and self._opens(self.at - len(token)):
            return False  # "1. Milk"
        if token.isdigit() and len(token) < 3 and self._before(token).endswith(": "):
            return False  # "as follows: 1. Milk"
        if token.lower() in ("a.m", "p.m"):
            return stops.TIME.match(self.text, self.after, self.stop) is None
        if "." in token and token not in known.NEVER_LAST:
            last = token.rpartition(".")[2]
            if stops.SPELT.fullmatch(token) and last not in known.DOMAINS:
                return self._starts()
            token = last
        if token.isdigit():
            return not (
                (word[:1].isdigit() and len(token) < 4)  # "3. 5 percent"
                or (len(token) < 3 and stops.DATE.match(self.text, self.place, self.stop))
            )
        if token in known.TITLES or token in known.NEVER_LAST:
            return False
        if token in known.BEFORE_NUMBER and (
            stops.ORDINAL.fullmatch(word) or (word == "I" and token not in ("No", "no"))
        ):
            return False
        if len(token) == 1:
            return self._after_letter(token)
        if token in known.STATES:
            return not self._before(token).rstrip().endswith(",") or self._starts()
        return token not in known.ENDINGS or self._starts()

    def _after_letter(self, letter: str) -> bool:
        """Whether a sentence ends after one letter, which mostly is someone's initial."""
        before = self._token(_trim(self.text, self.begin, self.at - 1))
        if before.lower() in known.LETTER_NOUNS or (letter == "I" and before in known.BEFORE_I):
            return True
        if self.word in known.ALSO_SURNAMES and (len(before) == 1 or before in ("by", "and")):
            return False
        return self._starts()

    def _glued(self, end: int) -> _Cut | None:
        """Judge a stop that no space follows, as in "ended.The"."""
        text, at = self.text, self.at
        if text[self.run] == '"' and self.run < end and not self._in_quotes(self.run):
            end = self.run  # the quotation mark opens what follows
        self._look(end)
        word, past = self.word, self.place + len(self.word)
        if not stops.WORD_END.match(text, past, self.stop) or word.lower() in known.FILE_ENDINGS:
            return None
        if len(word) == 1 and not (word in "AI" and text[past + 1 : past + 2].islower()):
            return None
        chunk = text[max(self.begin, at - 40) : at].split()
        if not chunk or stops.ADDRESS.search(chunk[-1]):
            return None
        token = self._token(at)
        if text[at] != "." or self.run - at > 1:
            sure = token not in known.BANG_NAMES and token != word
        elif token in known.TITLES or token in known.NEVER_LAST or len(token) == 1:
            sure = False
        else:
            plain = len(token) > 2 and token[-3:].islower() and "." not in token
            plain = plain and token not in known.ANY
            sure = plain or not (token or text[at - 1].isspace()) or word in known.STARTERS
        return (end, end) if sure else None
