"""What a start tag says about the text inside of its element."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from mtcheck.formats.html import elements as of
from mtcheck.formats.html.references import unescaped
from mtcheck.formats.html.tokens import Token, attributes
from mtcheck.text.document import BlockKind

_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_BLOCK = re.compile(
    r"(?:^|;)\s*display\s*:\s*(?:block|flex|grid|list-item|table|flow-root)\b", re.IGNORECASE
)
_PRESERVED = re.compile(
    r"(?:^|;)\s*white-space\s*:\s*(?:pre|pre-wrap|break-spaces)\s*(?:;|$)", re.IGNORECASE
)
_KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(of.HEADINGS, "title"),
    **dict.fromkeys(("li", "dt", "dd"), "list-item"),
    **dict.fromkeys(("figcaption", "caption", "legend"), "caption"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(of.PRESERVED, "code"),
    "blockquote": "quotation",
}
_NUMBER = re.compile(r"-?[0-9]{1,9}")
UNTRANSLATED = "translate"
"""Why something is not checked that is marked so."""
CODE = "code"
"""Why code in a sentence is not checked; another reason is the code of a language."""


class Tag:
    """What the start tag `source` of an element says.

    `asides` are the stretches of `source` that hold texts which stand beside the page's (`alt` and
    `title`); `kind` is that of the blocks in the element, None where it says nothing.
    """

    __slots__ = (
        *("asides", "is_block", "is_plain", "is_preserved", "is_unseen", "kind", "link", "name"),
        *("is_reversed", "number", "why_unchecked"),
    )

    def __init__(self, source: str, name: str) -> None:
        bare = len(source) <= len(name) + 2
        whole = Token("start", 0, len(source), name)
        found = {} if bare else {a.name: a for a in attributes(source, whole)}
        values = {known: source[a.start : a.end] for known, a in found.items()}
        style = values.get("style", "")
        self.name = name
        self.asides = [(a.start, a.end) for a in found.values() if a.name in ("alt", "title")]
        self.kind = _KINDS.get(name)
        self.is_unseen = _is_unseen(name, values) or _UNSEEN.search(style) is not None
        """Whether a reader of the page does not see what is inside. Style sheets are not read, only
        what the tag itself says."""
        self.is_block = name in of.BLOCKS or _BLOCK.search(style) is not None
        """Whether the element stands on lines of its own."""
        self.is_preserved = name in of.PRESERVED or _PRESERVED.search(style) is not None
        """Whether white space inside is as it is written."""
        self.link: str | None = None
        """Where a link leads, None when it is none."""
        if name == "a" and "href" in values:
            self.link = unescaped(values["href"]).strip()
        self.number = _number(values.get({"ol": "start", "li": "value"}.get(name, "")))
        """The number that an ordered list begins with, or that an item has; None where the tag
        does not say."""
        self.is_reversed = name == "ol" and "reversed" in values
        self.why_unchecked = _why_unchecked(name, values)
        """Why what is inside is not checked; None when it is; False when the tag does not say."""
        self.is_plain = (
            self.kind is None
            and not self.is_preserved
            and self.link is None
            and self.why_unchecked is False
            and name not in of.REGIONS
        )
        """Whether the text inside is like that around."""


known_tag = lru_cache(maxsize=2000)(Tag)
"""The same as `Tag`, kept for when it is written again."""


def _number(value: str | None) -> int | None:
    return int(value) if value and _NUMBER.fullmatch(value) else None


def _is_unseen(name: str, values: Mapping[str, str]) -> bool:
    if name in of.UNSEEN or name in of.FOREIGN:
        return True
    return "hidden" in values or (name == "dialog" and "open" not in values)


def _why_unchecked(name: str, values: Mapping[str, str]) -> str | bool | None:
    translate = values.get("translate", "").lower()
    if translate == "no" or "notranslate" in values.get("class", "").split():
        return UNTRANSLATED
    if name in of.CODE:
        return CODE
    language = values.get("lang") or values.get("xml:lang")
    if language:
        main = language.strip().lower().replace("_", "-").partition("-")[0]
        return None if main in ("en", "eng") else main
    return None if translate == "yes" else False
