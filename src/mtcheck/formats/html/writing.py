"""New words in a page, so that they are read as what they are wherever they stand.

Escaping alone does not do it: a quotation mark would end an attribute, a CDATA section knows no
references, and a letter behind a "<" or "&" that was text would make a tag or a reference of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mtcheck.formats.html.references import REFERENCE, escaped_value, reference
from mtcheck.formats.html.tokens import Tokens, attributes
from mtcheck.formats.xml import is_in
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

_NEAR = 40  # code points; no name of a reference is longer
_UNFINISHED = re.compile(r"(?:<|&#?[A-Za-z0-9]*;?)\Z")
_LITERAL = re.compile("<(?:xmp|plaintext)", re.IGNORECASE)
_MARKUP = re.compile(r"<[A-Za-z/!?]")


def fitted(raw: str, edits: Sequence[Edit], *, xml: bool) -> list[Edit]:
    """Return edits of the raw text, escaped already, as they fit where they stand."""
    made = _in_attributes(raw, edits)
    literal = _literal(raw, xml=xml) if made else []
    return [
        _unescaped(edit, section=xml) if is_in(literal, edit.span.start) else _apart(raw, edit)
        for edit in made
    ]


def _literal(raw: str, *, xml: bool) -> list[tuple[int, int]]:
    """Return where text stands as it is, in order: in CDATA sections of XHTML, in two elements of
    old pages."""
    if xml:
        some = "<![CDATA[" in raw
        return (
            [(t.start, t.end) for t in Tokens(raw, xml=True) if t.kind == "cdata"] if some else []
        )
    if not _LITERAL.search(raw):
        return []
    found = (t for t in Tokens(raw, alone=True) if t.kind == "raw")
    return [(t.start, t.end) for t in found if t.name in ("xmp", "plaintext")]


def _unescaped(edit: Edit, *, section: bool) -> Edit:
    """Return an edit of what is not escaped, and what a CDATA section, if it is one, cannot have,
    in two of them."""
    text = edit.text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return Edit(edit.span, text.replace("]]>", "]]]]><![CDATA[>") if section else text)


def _apart(raw: str, edit: Edit) -> Edit:
    """Return an edit that keeps a "<" or "&" before it the text that it is, or the reference."""
    (start, end), text = edit
    found = _UNFINISHED.search(raw, max(0, start - _NEAR), start)
    if found is None:
        return edit
    at = found.start()
    now, after = raw[at : end + _NEAR], raw[at:start] + text + raw[end : end + _NEAR]
    if raw[at] == "<":
        return Edit(Span(at, end), f"&lt;{text}") if _MARKUP.match(after) else edit
    old, new = _reference(now), _reference(after)
    if new == old:
        return edit
    if 0 < old <= start - at:  # an old name without its semicolon, and more letters behind it
        return Edit(Span(at, end), f"{raw[at : at + old]};{raw[at + old : start]}{text}")
    return Edit(Span(at, end), f"&amp;{raw[at + 1 : start]}{text}")


def _reference(text: str) -> int:
    found = REFERENCE.match(text)
    return reference(found.group())[0] if found else 0


def _in_attributes(raw: str, edits: Sequence[Edit]) -> list[Edit]:
    """Return edits of which those within an attribute fit between its quotation marks."""
    made = list(edits)
    if not any(raw.rfind("<", 0, e.span.start) > raw.rfind(">", 0, e.span.start) for e in edits):
        return made
    at = 0
    for token in Tokens(raw, alone=True):
        while at < len(made) and made[at].span.start < token.start:
            at += 1
        if at == len(made):
            break
        if token.kind != "start" or made[at].span.start >= token.end:
            continue
        for attribute in attributes(raw, token):
            while at < len(made) and made[at].span.end <= attribute.end:
                if made[at].span.start >= attribute.start:
                    text = escaped_value(made[at].text, attribute.quote)
                    made[at] = Edit(made[at].span, text)
                at += 1
    return made
