"""No text, however hostile, takes more than its length to check: twice the text, twice the work.

Work is counted in calls of functions, Python's and built-in, and in the characters that are cut out
of the text or looked through for others, so that no clock is asked. What one call of a regular
expression does inside is not seen by this; patterns are bounded where they are compiled
(tests/engine/test_ways.py).
"""

import re
from cProfile import Profile
from random import Random

import pytest

from mtcheck.checker import check, examine, shipped
from mtcheck.engine.view import View
from mtcheck.formats.plain import read_text
from mtcheck.source import ANY_SOURCE

MOST = 2.6  # times the work for twice the text: sorting and growing tables take a little more
LONG = 100_000  # code points, and twice as many
SHORT = 3_000  # for texts in which every few characters are a finding, or a sentence

_FIRST = (
    "John",
    "Jon",
    "Johan",
    "Ivan",
    "Iwan",
    "Xi",
    "Shi",
    "Mary",
    "Maria",
    "Olga",
    "Olha",
    "Li",
)
_LAST = (
    "Smith",
    "Smyth",
    "Schmidt",
    "Petrov",
    "Petroff",
    "Jinping",
    "Zelensky",
    "Zelenskyy",
    "Chen",
)


def _variants(random):
    return f"{random.choice(_FIRST)} {random.choice(_LAST)} said so. "


def _strangers(random):
    def name():
        return "".join(random.choice("bdfgklmnprstv") + random.choice("aeiou") for _ in "xxx")

    return f"{name().title()} {name().title()} met him. "


def _bodies(random):
    return f"the World Trade Group ({''.join(random.choices('ABCDEFGH', k=3))}) met. "


LONG_TEXTS = {
    "one sentence": "The mayor of the city said that it was late. ",
    "single quotes": "'",
    "apostrophes": "don't 'tis ",
    "capitals": "ABCDEF",
    "digits": "1234567890",
    "dates": "2023-11-08 ",
    "of the": "the word of the ",
    "of": "violation of ",
    "no space": "a",
    "stops without a space": "word.word,",
    "line feeds": "\n",
    "carriage returns": "\r\n",
    "spaces": " ",
    "no-break spaces": "\N{NO-BREAK SPACE}",
    "zero width": "\N{ZERO WIDTH SPACE}",
    "combining marks": "\N{COMBINING ACUTE ACCENT}",
    "letters with marks": "e\N{COMBINING ACUTE ACCENT}",
    "Chinese": "新冠肺炎",
    "full-width commas": "，",
    "Arabic": "كلمة ",
    "faces": "\N{GRINNING FACE}",
    "U.S. without a space": "U.S.",
    "commas": ",",
    "semicolons": "a; ",
    "one name": "John Smith, ",
    "names": "John and Mary and ",
    "name variants": _variants,
    "hyphens": "-",
    "hyphened words": "well-known-",
    "dashes": "—",
    "slashes": "a/b/",
    "addresses": "https://a.b/c?d=e&f ",
    "mail": "a@b.",
    "less than": "<",
    "twice": "that that ",
    "said": "he said that ",
    "not only": "not only ",
    "verbs": "was have been being had ",
    "the start of a pattern": "at a time when ",
    "many numbers": "one hundred million ",
    "sources": "Source: ",
}
SHORT_TEXTS = {
    "one word": "word ",
    "sentences in lines": "The mayor of the city said that it was late.\n",
    "quotations": '"Yes," he said. ',
    "capitalised words": "World Health Group ",
    "an acronym": "World Health Organisation (WHO) ",
    "acronyms": _bodies,
    "digits with commas": "1,",
    "digits with dots": "1.2.3.4.5.",
    "quotation marks": '"',
    "spaced quotation marks": '" ',
    "curly marks": "“",
    "curly pairs": "“”",
    "nested quotations": '"He said “she said ‘it’” so" ',
    "quotations opened": "“a ‘b ",
    "brackets": "(",
    "brackets and spaces": "( [ ",
    "spaced capitals": "A B C D E F ",
    "letters in lines": "a\n",
    "titles": "A Title\n\n",
    "U.S.": "U.S. ",
    "stops": ". ",
    "question marks": "?! ",
    "spaced hyphens": "a - b ",
    "spaced digits": "1 . 5 , 3 ",
    "percent": "40 % US $ 3 ",
    "only of the": "of the ",
    "Chinese in English": "新 word ",
    "Chinese stops": "新。",
    "Russian": "Слово ",
    "look-alikes": "Раris is аn оld ",
    "look-alikes without a space": "pаypаl",
    "tags": "<p>a</p> ",
    "entities": "&amp; ",
    "strangers": _strangers,
    "bullets": "• a\n",
    "the": "the ",
    "one letter": "a a ",
    "because": "Because of this, ",
    "no verb": "The man who ",
    "a wrong fact": "the Iskander fighter jet ",
    "a wrong term": "new crown pneumonia ",
}
CASES = [
    pytest.param(unit, size, id=name)
    for texts, size in ((LONG_TEXTS, LONG), (SHORT_TEXTS, SHORT))
    for name, unit in texts.items()
]


def text_of(unit, size):
    """`size` code points of one text again and again, or of what a function makes of chance."""
    if isinstance(unit, str):
        return (unit * (size // len(unit) + 1))[:size]
    random = Random(size)
    pieces = [unit(random) for _ in range(size // 20)]
    return "".join(pieces)[:size]


def work(function, *arguments):
    """How many calls one call takes."""
    profile = Profile()
    profile.runcall(function, *arguments)
    return sum(entry.callcount + entry.reccallcount for entry in profile.getstats())


@pytest.mark.parametrize(("unit", "size"), CASES)
def test_twice_the_text_is_twice_the_work(unit, size):
    check(text_of(unit, 2_000), shipped())  # what is compiled once is not counted
    once, twice = (work(check, text_of(unit, n), shipped()) for n in (size, 2 * size))
    assert twice < MOST * once


def test_more_than_that_is_noticed():
    def every_pair(text):
        return sum(a.isupper() for _ in text for a in text)

    assert work(every_pair, "a" * 200) > MOST * work(every_pair, "a" * 100)


class Seen(str):
    """A text that counts how many of its characters its methods look at."""

    count_of_all = 0

    def __getitem__(self, where):
        found = super().__getitem__(where)
        Seen.count_of_all += len(found)
        return found

    def __contains__(self, what):
        Seen.count_of_all += len(self)
        return super().__contains__(what)

    def count(self, what, start=0, end=None):
        end = len(self) if end is None else end
        Seen.count_of_all += end - start
        return super().count(what, start, end)

    def find(self, what, start=0, end=None):
        end = len(self) if end is None else min(end, len(self))
        at = super().find(what, start, end)
        Seen.count_of_all += max(0, (end if at < 0 else at) - start)
        return at

    def rfind(self, what, start=0, end=None):
        end = len(self) if end is None else min(end, len(self))
        at = super().rfind(what, start, end)
        Seen.count_of_all += max(0, end - (start if at < 0 else at))
        return at


def looked_at(text, rules):
    """How many characters rules look at, and how many calls they take."""
    view = View(read_text(text))
    view.exact, view.text, view.low = Seen(view.exact), Seen(view.text), Seen(view.low)
    Seen.count_of_all = 0
    calls = work(examine, view, rules, ANY_SOURCE)
    return Seen.count_of_all, calls


def sorts_of_rules():
    """One rule of each problem of each kind, and one phrase of each set of conditions."""
    sorts = {}
    for rule in shipped().rules:
        sort = rule.params.get("problem")
        if rule.kind == "phrase":
            find = " ".join(rule.params["find"])
            sort = (*sorted(rule.params.keys() - {"find"}), "^" in find, find.endswith("$"))
        sorts.setdefault((rule.kind, sort), rule.id)
    return sorted(sorts.values())


@pytest.mark.parametrize("id_", sorts_of_rules())
def test_no_rule_looks_at_the_text_again_for_each_finding(id_):
    unit = " ".join(example.text.replace("\n", " ") for example in shipped().docs[id_].bad) + " "
    opening = ""
    if shipped()[id_].kind == "phrase":  # all in one sentence, and that in a quotation
        opening, unit = '"', re.sub(r"[.!?;:\"“”]+", "", unit)
    rules = shipped().select([id_])
    looked_at(unit * 2, rules)
    once, twice = (
        looked_at(opening + unit * (size // len(unit)), rules) for size in (4_000, 8_000)
    )
    assert twice[0] < MOST * once[0] + 16_000
    assert twice[1] < MOST * once[1] + 1_000
