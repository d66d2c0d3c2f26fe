"""Characters that cannot be seen, shown: a bidi control must not reorder a report.

A right-to-left override in an article ("\N{RIGHT-TO-LEFT OVERRIDE}") turns around everything after
it, a zero-width space hides inside a word. The page keeps the character where it stands, so that
copied text is the article's text, but inside a box of its own that isolates it and shows its name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from markupsafe import Markup, escape

_SHORT = {
    "\N{NULL}": "NUL",
    "\N{SOFT HYPHEN}": "SHY",
    "\N{ARABIC LETTER MARK}": "ALM",
    "\N{ZERO WIDTH SPACE}": "ZWSP",
    "\N{LEFT-TO-RIGHT MARK}": "LRM",
    "\N{RIGHT-TO-LEFT MARK}": "RLM",
    "\N{LINE SEPARATOR}": "LS",
    "\N{PARAGRAPH SEPARATOR}": "PS",
    "\N{LEFT-TO-RIGHT EMBEDDING}": "LRE",
    "\N{RIGHT-TO-LEFT EMBEDDING}": "RLE",
    "\N{POP DIRECTIONAL FORMATTING}": "PDF",
    "\N{LEFT-TO-RIGHT OVERRIDE}": "LRO",
    "\N{RIGHT-TO-LEFT OVERRIDE}": "RLO",
    "\N{WORD JOINER}": "WJ",
    "\N{LEFT-TO-RIGHT ISOLATE}": "LRI",
    "\N{RIGHT-TO-LEFT ISOLATE}": "RLI",
    "\N{FIRST STRONG ISOLATE}": "FSI",
    "\N{POP DIRECTIONAL ISOLATE}": "PDI",
    "\N{ZERO WIDTH NO-BREAK SPACE}": "BOM",
}

# Controls, bidi and format characters, lone surrogates, non-characters and tags. The zero-width
# joiner and the variation selectors stay: emoji are made of them.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
# What an HTML parser would drop, replace or refuse: named, not kept.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")


def short_name(character: str) -> str:
    """Return a few letters that stand for a hidden character: "RLO", or "U+0007"."""
    return _SHORT.get(character) or f"U+{ord(character):04X}"


def full_name(character: str) -> str:
    """Return the Unicode name of a character in lower case, or its number where it has none."""
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()


def visible(text: str) -> Markup:
    """Return `text` escaped for HTML, every hidden character in a box that names it."""
    pieces, at = [], 0
    for match in HIDDEN.finditer(text):
        pieces += [_escaped(text[at : match.start()]), _box(match.group())]
        at = match.end()
    return Markup("").join([*pieces, _escaped(text[at:])])


def plain(text: str) -> str:
    """Return `text` with every hidden character replaced by its short name in brackets."""
    return HIDDEN.sub(lambda m: f"[{short_name(m.group())}]", text)


def hidden_names(texts: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return the hidden characters of `texts`, each with its short and its full name."""
    found: set[str] = set()
    for text in texts:
        found.update(HIDDEN.findall(text))
    return {c: (short_name(c), full_name(c)) for c in sorted(found)}


def _escaped(text: str) -> Markup:
    # A parser turns CR LF into LF, and positions behind it would be off by one.
    return Markup(escape(text).replace("\r", Markup("&#13;")))


def _box(character: str) -> Markup:
    kept = "" if _UNSAFE.match(character) else character
    return Markup('<span class="ctl" role="img" aria-label="{}" data-name="{}">{}</span>').format(
        full_name(character), short_name(character), kept
    )
