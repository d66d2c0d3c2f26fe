"""The marks and patterns that `mtcheck.text.segment` finds and judges sentence ends with.

Classes of characters are spelt by name where they look alike. Every quantifier that could make a
search slow on hostile text is possessive (`*+`) or, a group, atomic (`(?>…)`): what it took it
never gives back.
"""

from __future__ import annotations

import re
from typing import Final

from mtcheck.text import abbreviations as known
from mtcheck.text.lazy import lazy

WIDE_FULL_STOPS: Final = "\N{IDEOGRAPHIC FULL STOP}\N{HALFWIDTH IDEOGRAPHIC FULL STOP}"
WIDE: Final = WIDE_FULL_STOPS + "\N{FULLWIDTH EXCLAMATION MARK}\N{FULLWIDTH QUESTION MARK}"
_NARROW: Final = ".!?\N{HORIZONTAL ELLIPSIS}"
STOPS: Final = _NARROW + WIDE
# Marks that look the same on both sides are closing when they touch a stop.
CLOSERS: Final = (
    "\"')]}*\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
    "\N{RIGHT CORNER BRACKET}\N{RIGHT WHITE CORNER BRACKET}\N{RIGHT DOUBLE ANGLE BRACKET}"
    "\N{RIGHT BLACK LENTICULAR BRACKET}\N{FULLWIDTH RIGHT PARENTHESIS}"
    "\N{SUPERSCRIPT ONE}\N{SUPERSCRIPT TWO}\N{SUPERSCRIPT THREE}"
)
_LEFT_QUOTES: Final = (
    "\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
    "\N{DOUBLE LOW-9 QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    "\N{LEFT CORNER BRACKET}\N{LEFT DOUBLE ANGLE BRACKET}"
)
DASHES: Final = "\N{HYPHEN-MINUS}\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}"
BULLETS: Final = "•▪▫‣◦●○■□►▶◆◇·∙★☆✓✔➢➤"
OPENERS: Final = (
    "\"'([{*`¿¡.\N{HORIZONTAL ELLIPSIS}\N{FULLWIDTH LEFT PARENTHESIS}"
    # Machines open quotations with closing marks too, and so do people who write "'Tis".
    "\N{LEFT BLACK LENTICULAR BRACKET}\N{RIGHT SINGLE QUOTATION MARK}"
    "\N{RIGHT DOUBLE QUOTATION MARK}" + _LEFT_QUOTES + DASHES + BULLETS
)
SIGN: Final = lazy("[$€£¥₽₹₩#@§№]")
"""Signs that a sentence may begin with."""


def _set(characters: str) -> str:
    """Return the inside of a character class that holds `characters`."""
    return "".join("\\" + c if c in "[]\\^-" else c for c in characters)


_STOP: Final = f"[{_set(STOPS)}]"
# A quotation mark that opens in English closes in German, if it touches a stop and then nothing.
_CLOSER: Final = rf"(?:[{_set(CLOSERS)}]|[{_LEFT_QUOTES}](?=[\s{_set(CLOSERS)}]|\Z)|\[\d{{1,3}}\])"
_BREAKS: Final = r"\f\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
_MARK: Final = rf"(?:[{BULLETS}]|[{_set(DASHES)}*+]|\(?\d{{1,3}}[.)]|[A-Za-z][.)])[ \t]"
# White space that is no part of a blank line.
_SPACE: Final = rf"(?:[^\S\r\n{_BREAKS}]|(?:\r\n|[\r\n])(?![^\S\r\n]*[\r\n]))"
_LETTER: Final = r"[^\W\d_]"

MARKS: Final = STOPS + "\n\r\f\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
"""What a candidate begins with."""
CANDIDATE: Final = lazy(
    rf"""[{_set(STOPS)}\n\r{_BREAKS}](?:
        # 1: three small letters, one stop, one space, a capital
        (?<=[a-z]{{3}}[.!?])([ \n])(?=[A-Z])
        # 2, 3: stops and closing marks; then white space and no small letter (but "iPhone", "b)"),
        #       or else no space and a word
      | (?<={_STOP})(?<!{_STOP}{_STOP})({_STOP}*+)(?>{_CLOSER}*)
        (?:(\s++)(?=\S)(?![a-z](?![A-Z)])) | (?=[{_LEFT_QUOTES}(]?[A-Z][a-z\s]))
        # 4: stops of Chinese and Japanese, which no space follows
      | (?<={_STOP})(?<!{_STOP}{_STOP})(?:(?<=[{WIDE}])|[{_NARROW}]*+[{WIDE}])
        {_STOP}*+(?>{_CLOSER}*)(\s*+)(?=\S)
        # 5, 6, 7: a blank line
      | (?<=\n)[^\S\r\n]*+[\r\n]\s*+() | (?<=\r)[^\S\r\n]*+\r\s*+() | (?<=[{_BREAKS}])\s*+()
        # 8: a line that begins with a list mark
      | (?<=[\n\r])[\ \t]*+(?={_MARK.replace(" ", chr(92) + " ")})()
    )""",
    re.VERBOSE,
)
EASY, GLUED, GAP, WIDE_GAP, LIST = 1, 2, 3, 4, 8
"""The groups of `CANDIDATE`; the last one that matched says what was found."""

BLANK: Final = lazy(rf"\n[^\S\r\n]*[\r\n]|\r[^\S\r\n]*\r|[{_BREAKS}]")
LIST_MARK: Final = lazy(_MARK)
LOOSE: Final = lazy(
    r"([)\]}\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}]"
    r"(?=\s|\Z)|\.{1,6}(?=\s|\Z)|[\u2600-\u27bf\ufe0f\u200d\U0001f300-\U0001faff]++)"
    rf"(?>{_SPACE}*)"
)
"""What may stand alone between a stop and the next sentence and still belong to the first."""
LONE_QUOTE: Final = lazy(rf'(")(?=\s|\Z)(?>{_SPACE}*)')
NEXT: Final = lazy(rf"(?>(?:[{_set(OPENERS)}]|{_SPACE}){{0,12}})([^\W_]*+)")
"""What a sentence may open with, and its first word; bounded, or a row of dots costs its square."""
TOKEN: Final = lazy(r"(?:.*[^\w.])?([\w.]*)\Z", re.DOTALL)
SPELT: Final = lazy(rf"(?:{_LETTER}{{1,2}}\.)+{_LETTER}{{1,3}}")
"""Letters with dots, without the last one: "U.S", "Ph.D"."""
ITEM: Final = lazy(r"\d{1,3}|\d{1,2}(?:\.\d{1,2})+|[A-Za-z]|[IVX]+")
ORDINAL: Final = lazy(r"\d.*|[IVXLC]{2,}|[B-HJ-Z]", re.DOTALL)
"""What follows "No." or "Fig.": a number, a Roman number, a letter (but "No. I did not")."""
SMALL_WORD: Final = lazy(r"\W[a-z]{4}")
ADDRESS: Final = lazy(r"[/@\\_]|www\.")
WORD_END: Final = lazy(
    r"""[\s,;:!?'"\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK})]|\.(?:\s|\Z)|\Z"""
)
_MONTH: Final = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
DATE: Final = lazy(rf"{_MONTH} \d{{4}}")
TIME: Final = lazy(
    rf"(?:[(\[]|[{_set(DASHES)}]*+ ?(?:\d{{1,2}}(?:[:.]\d\d)? ?[ap]\.?m|\d+(?:st|nd|rd|th))"
    rf"|(?:{_MONTH} \d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Pacific|Central)"
    r"|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
    r"|(?:[ACEMPW][ECS]?[SD]?T|GMT|UTC|BST|CEST|EEST|MSK|JST|KST|HKT|(?:[A-Z]\w+ ){1,3}[Tt]ime)"
    r"(?!\w))"
)
"""What follows "5 p.m." in the same sentence."""
SPEAKER: Final = lazy(rf"(?:[A-Z][\w.'-]*+[ ]){{1,4}}(?:{known.SAYING})(?!\w)")

_HYPHENS: Final = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}-"
WORD: Final = lazy(
    rf"""[^\W_]++(?:(?=[ ]) | (?>(?:
        ['\N{{RIGHT SINGLE QUOTATION MARK}}{_HYPHENS}][^\W_]++  # don't, e-mail
      | (?<=\d)[.,](?=\d)[^\W_]++  # 3.5, 1,000
      | (?:(?<=\b{_LETTER})|(?<=\bPh))(?:\.{_LETTER}(?![^\W_]))+\.?  # U.S., a.m.
      | [\u0300-\u036f\N{{SOFT HYPHEN}}\N{{ZERO WIDTH JOINER}}]+[^\W_]*  # accents of their own
    )*))""",
    re.VERBOSE,
)
