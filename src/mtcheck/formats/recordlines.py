"""The lines of a file that is too long to be kept, decoded one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mtcheck.errors import InputError
from mtcheck.formats.encoding import BYTE_ORDER_MARK, decode, marked_as
from mtcheck.formats.file import File, Options
from mtcheck.formats.limits import limit
from mtcheck.text.document import Place

_HEAD = 65_536


class Line(NamedTuple):
    """A line with its end: text, bytes, place in the file and encoding; `start` is 1 behind a
    byte-order mark, else 0."""

    text: str
    data: bytes
    first: Place
    encoding: str

    @property
    def start(self) -> int:
        """Where what is not a byte-order mark begins."""
        return int(self.first.code_point == 0 and self.text.startswith(BYTE_ORDER_MARK))


def lines_of(file: File, options: Options) -> Iterator[Line]:
    """Yield the lines of a file, each decoded by itself.

    Lines end with LF. InputError for a line that is longer than the limit `record`, and for bytes
    that cannot be decoded: what a long file is encoded in is not guessed from one of its lines.
    """
    longest = limit(options, "record")
    with file.stream() as stream:
        head = stream.read(_HEAD)
    wide = marked_as(head) or _wide(options.encoding)
    whole = file.data if wide else head[: head.rfind(b"\n") + 1] or head  # no half characters
    encoding = decode(whole, file.name, options.encoding).encoding
    # A line feed is no byte in a wide encoding.
    data = _decoded_whole(file, encoding) if wide else _stream(file, encoding, longest)
    place, number = 0, 1
    for text, raw in data:
        yield Line(text, raw, Place(place, number), encoding)
        place += len(text)
        number += 1


def _stream(file: File, encoding: str, longest: int) -> Iterator[tuple[str, bytes]]:
    at = 0
    with file.stream() as stream:
        while data := stream.readline(longest + 1):
            if len(data) > longest:
                raise InputError(
                    f"{file.name}: a record is longer than {longest:,} bytes; see --limit record"
                )
            try:
                yield data.decode(encoding), data
            except UnicodeDecodeError as error:
                raise InputError(
                    f"{file.name}: byte 0x{data[error.start]:02X} at position {at + error.start} "
                    f"is no {encoding}; declare another encoding with --encoding"
                ) from None
            at += len(data)


def _decoded_whole(file: File, encoding: str) -> Iterator[tuple[str, bytes]]:
    text = decode(file.data, file.name, encoding).text
    at = 0
    while at < len(text):
        end = text.find("\n", at) + 1 or len(text)
        yield text[at:end], text[at:end].encode(encoding, "surrogatepass")
        at = end


def _wide(declared: str | None) -> bool:
    try:
        return declared is not None and "a".encode(declared) != b"a"
    except LookupError:
        return False  # `decode` says what is wrong with it
