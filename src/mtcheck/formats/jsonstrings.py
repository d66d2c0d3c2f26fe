"""Where the texts of a JSON value stand, to the character."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtcheck.errors import InputError
from mtcheck.formats.fields import Value, chosen, compose, record_name
from mtcheck.formats.file import Options
from mtcheck.text.document import Document
from mtcheck.text.lazy import lazy
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

_TOKEN = lazy(r'["{}\[\],:]|[^\s{}\[\],:"]+')
_DECODED = json.JSONDecoder(strict=False).raw_decode
"""Returns the value that begins at a place of a text, and where it ends."""
_LONGEST_NAME = 200  # code points of a value that can be the name of a record
_ESCAPE = lazy(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.")

_SAID = {r"\n": "\n", r"\"": '"', r"\t": "\t", r"\/": "/", r"\\": "\\"}


class Scalar(NamedTuple):
    """A text, number or word of a JSON value: its stretch (without quotation marks for a text), the
    number of the record that it belongs to, and the keys that lead to it from there."""

    path: tuple[str, ...]
    span: Span
    is_text: bool
    record: int | None


class Scalars(NamedTuple):
    """All scalars of a JSON value in order, and its records: the outermost objects in arrays."""

    scalars: list[Scalar]
    records: list[Span]


def scalars(text: str, deepest: int, where: str) -> Scalars:
    """Return the scalars of a text that is valid JSON.

    InputError, saying `where`, when more than `deepest` objects and arrays lie in each other.
    """
    found: list[Scalar] = []
    records: list[Span] = []
    stack: list[str] = []  # "{" or "[" of what is open
    keys: list[str] = []  # the key in each open object that has one
    outer: int | None = None  # how many were open where the record that is open began
    begun = outside = 0  # where that is, and how many keys lead there
    expecting = False  # a key
    end = 0
    while token := _TOKEN.search(text, end):
        (start, end), first = token.span(), text[token.start()]
        if first in "{[":
            if first == "{" and stack[-1:] == ["["] and outer is None:
                outer, begun, outside = len(stack), start, len(keys)
            stack.append(first)
            if len(stack) > deepest:
                raise InputError(f"{where}: more than {deepest} levels deep; see --limit depth")
            if first == "{":
                keys.append("")
            expecting = first == "{"
        elif first in "}]":
            stack.pop()
            if first == "}":
                keys.pop()
            if outer == len(stack):
                records.append(Span(begun, end))
                outer = None
            expecting = False
        elif first == ",":
            expecting = stack[-1] == "{"
        elif expecting and first == '"':
            keys[-1], end = _DECODED(text, start)
            expecting = False
        elif first != ":":
            quoted = first == '"'
            if quoted:
                _, end = _DECODED(text, start)
            span = Span(start + quoted, end - quoted)
            record = None if outer is None else len(records)
            path = tuple(filter(None, keys[0 if outer is None else outside :]))
            found.append(Scalar(path, span, quoted, record))
    return Scalars(found, records)


def escapes(text: str, content: Span) -> Iterator[Edit]:
    """Yield the escapes in the content of a JSON text, as edits that decode them."""
    for found in _ESCAPE.finditer(text, content.start, content.end):
        said = _SAID.get(found[0])
        yield Edit(Span(*found.span()), json.loads(f'"{found[0]}"') if said is None else said)


def written(text: str) -> str:
    """Return `text` as it stands between the quotation marks of a JSON text."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def adjusted(document: Document, edits: Sequence[Edit]) -> list[Edit]:
    """Return edits of a record's raw text in which what its encoding does not have is an escape."""
    return [edit._replace(text=_encodable(edit.text, document.encoding)) for edit in edits]


def _encodable(text: str, encoding: str) -> str:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        if len(text) == 1:
            return json.dumps(text)[1:-1]
        return "".join(_encodable(character, encoding) for character in text)
    return text


def checked(text: str, where: str) -> None:
    """Prove that a text is JSON; InputError, saying `where` and the place, when it is not."""
    try:
        json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        at = f"line {error.lineno}, column {error.colno}"
        raise InputError(f"{where}: this is no JSON: {error.msg} ({at})") from None
    except RecursionError:
        raise InputError(f"{where}: nested too deeply to be read as JSON") from None


def moved(found: list[Scalar], by: int) -> list[Scalar]:
    """Return scalars of a text that starts `by` code points later."""
    if not by:
        return found
    return [s._replace(span=Span(s.span.start + by, s.span.end + by)) for s in found]


def _shown(scalar: Scalar, raw: str) -> str:
    """Return what a scalar says; its escapes stay if there is one for what cannot be shown."""
    written = scalar.span.of(raw)
    if not scalar.is_text or "\\" not in written:
        return written
    said: str = json.loads(f'"{written}"', strict=False)
    return said if said.isprintable() else written


def record_of(raw: str, found: Sequence[Scalar], options: Options, number: int) -> Document | None:
    """Return the document of a record whose raw text is `raw`, None when it has no text.

    Name, place and encoding are the file's; the reader adds them.
    """
    values = [
        Value(s.path, s.span, tuple(escapes(raw, s.span)))
        for s in found
        if s.is_text and (chosen(s.path, options.text_fields) or not s.path)
    ]
    if not values:
        return None
    named = ((s.path, _shown(s, raw)) for s in found if len(s.span) <= _LONGEST_NAME)
    return compose(raw, values, record_name(list(named), options, number))
