"""What a reader is given: a file, and what the user said about it."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cached_property
from typing import BinaryIO, NamedTuple

from mtcheck.formats.files import open_file, read_file


class File:
    """One input: a path, `-` for standard input, or bytes that are there already."""

    def __init__(self, name: str, data: bytes | None = None) -> None:
        self.name = name
        if data is not None:
            self.data = data

    @cached_property
    def data(self) -> bytes:
        """All bytes of the file; InputError when it cannot be read."""
        return read_file(self.name)

    def stream(self) -> BinaryIO:
        """Return the file opened for one reading from its beginning, for readers that keep little
        of it; InputError when it cannot be read."""
        if "data" in self.__dict__ or self.name == "-":
            return io.BytesIO(self.data)
        return open_file(self.name)


class Options(NamedTuple):
    """What the user said about reading; a reader looks at what concerns it.

    `encoding` is a declared one. `text_fields` and `id_field` name the fields of records.
    `attributes` adds the attributes of HTML that are read (`alt`, `title`). `whole_page` says
    whether the article has to be found in a web page: yes, no, or None for what it looks like.
    `limits` are those of `mtcheck.formats.limits` that the user changed, by name.
    """

    encoding: str | None = None
    text_fields: tuple[str, ...] = ()
    id_field: str | None = None
    attributes: bool = False
    whole_page: bool | None = None
    limits: Mapping[str, int] = {}
