"""What a start tag says about the text inside of its element."""

from __future__ import annotations

import re

from mtcheck.formats.html import elements as of
from mtcheck.formats.html.references import unescaped
from mtcheck.formats.html.tokens import Attribute, Token, attributes

_UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_BLOCK = re.compile(
    r"(?:^|;)\s*display\s*:\s*(?:block|flex|grid|list-item|table|flow-root)\b", re.IGNORECASE
)
_PRESERVED = re.compile(
    r"(?:^|;)\s*white-space\s*:\s*(?:pre|pre-wrap|break-spaces)\s*(?:;|$)", re.IGNORECASE
)
UNTRANSLATED = "translate"
"""Why something is not checked that is marked so."""
CODE = "code"
"""Why code in a sentence is not checked; another reason is the code of a language."""


class Tag:
    """A start tag of a page, its attributes read when they are asked for."""

    def __init__(self, raw: str, token: Token, name: str) -> None:
        self.name = name
        self._raw = raw
        bare = token.end - token.start <= len(name) + 2
        self.attributes: dict[str, Attribute] = (
            {} if bare else {a.name: a for a in attributes(raw, token)}
        )

    def value(self, name: str) -> str:
        """Return the value of an attribute as it is written, "" without one."""
        attribute = self.attributes.get(name)
        return self._raw[attribute.start : attribute.end] if attribute else ""

    @property
    def is_unseen(self) -> bool:
        """Whether a reader of the page does not see what is inside.

        Style sheets are not read, only what the tag itself says.
        """
        if self.name in of.UNSEEN or self.name in of.FOREIGN:
            return True
        if self.name == "dialog" and "open" not in self.attributes:
            return True
        return "hidden" in self.attributes or self._styled(_UNSEEN)

    @property
    def is_block(self) -> bool:
        """Whether the element stands on lines of its own."""
        return self.name in of.BLOCKS or self._styled(_BLOCK)

    @property
    def is_preserved(self) -> bool:
        """Whether white space inside is as it is written."""
        return self.name in of.PRESERVED or self._styled(_PRESERVED)

    @property
    def link(self) -> str | None:
        """Where a link leads, None when it is none."""
        if self.name != "a" or "href" not in self.attributes:
            return None
        return unescaped(self.value("href")).strip()

    @property
    def why_unchecked(self) -> str | bool | None:
        """Why what is inside is not checked; None when it is; False when the tag does not say."""
        if not self.attributes:
            return CODE if self.name in of.CODE else False
        translate = self.value("translate").lower()
        if translate == "no" or "notranslate" in self.value("class").split():
            return UNTRANSLATED
        if self.name in of.CODE:
            return CODE
        language = self.value("lang") or self.value("xml:lang")
        if language:
            main = language.strip().lower().replace("_", "-").partition("-")[0]
            return None if main in ("en", "eng") else main
        return None if translate == "yes" else False

    def _styled(self, wanted: re.Pattern[str]) -> bool:
        return "style" in self.attributes and wanted.search(self.value("style")) is not None
