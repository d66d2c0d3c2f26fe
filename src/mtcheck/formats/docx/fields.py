"""Fields of a Word document: what a program computes (the code), and what it came to (the result).

A link can be a field, and so are a table of contents and the number of a page.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from mtcheck.text.lazy import lazy

_LINK = lazy(r"\s*HYPERLINK\s+(?:\"([^\"]*)\"|([^\s\\]\S*))?(?:\s*\\l\s+\"([^\"]*)\")?")
_GENERATED = ("TOC", "INDEX", "TOA")
"""Fields whose result repeats what stands elsewhere in the document."""


@dataclass(slots=True)
class Field:
    """A field. What stands in its code is no text, unless the field never ends: then it is none."""

    code: str = ""
    in_result: bool = False
    unread: bool = False
    link: str | None = None
    closed: bool = False
    hidden_by: Field | None = None  # the outermost one around it that hides what is in it
    link_around: str | None = None

    @property
    def hiding(self) -> Field | None:
        """The outermost field that hides what stands in this one, None when all show it."""
        return self.hidden_by or (self if self.unread or not self.in_result else None)

    def begin_result(self) -> None:
        """What comes is the result; the code is known."""
        self.in_result = True
        words = self.code.split(maxsplit=1)
        self.unread = bool(words) and words[0].upper() in _GENERATED
        match = _LINK.match(self.code)
        if match:
            anchor = f"#{match[3]}" if match[3] else ""
            self.link = (match[1] or match[2] or "") + anchor or None


@dataclass(slots=True)
class Fields:
    """The fields that are open at a place, the innermost last."""

    _open: list[Field] = field(default_factory=list)

    def begin(self) -> None:
        """A field begins, with its code."""
        self._open.append(Field(hidden_by=self.hiding, link_around=self.link))

    def add_code(self, text: str) -> None:
        """Take a piece of the code of the innermost field."""
        if self._open:
            self._open[-1].code += text

    def separate(self) -> None:
        """The code of the innermost field ends, its result begins."""
        if self._open:
            self._open[-1].begin_result()

    def end(self) -> None:
        """The innermost field ends."""
        if self._open:
            self._open.pop().closed = True

    @property
    def hiding(self) -> Field | None:
        """The outermost field that hides what stands here, None when all of them show it."""
        return self._open[-1].hiding if self._open else None

    @property
    def link(self) -> str | None:
        """Where the innermost link leads that is a field."""
        return self._open[-1].link or self._open[-1].link_around if self._open else None
