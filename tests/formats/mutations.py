"""Damaged files, made at random from the samples: what the fuzzer (`fuzzing.py`) reads.

A sample is cut into tokens, some of which are dropped, doubled, moved, repeated thousands of times
or replaced by what its format stumbles over. Of a container a member is damaged, or its bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from conformance import bytes_of, options_of, samples
from fuzztokens import HOSTILE, KEPT, SOUND, TOKENS
from mtcheck.formats.file import Options

_TOKEN = re.compile(rb"<[^<>]{0,300}>|[A-Za-z0-9\x80-\xff]+|[ \t]+|\r?\n|.", re.DOTALL)
_LONGEST = 400_000  # bytes of a file; more only costs time


class Input(NamedTuple):
    """A file to read: its name, its bytes, and what is said about reading it."""

    name: str
    data: bytes
    options: Options


@cache
def _sources(form: str) -> list[tuple[Path, bytes]]:
    return [(path, bytes_of(path)) for path in samples() if path.parent.name == form]


def mutated(rng: Random, form: str) -> Input:
    """Return a damaged sample of a format."""
    path, data = rng.choice(_sources(form))
    other = rng.choice(_sources(form))[1]
    if zipfile.is_zipfile(io.BytesIO(data)):
        data = _container(rng, form, data, other)
    else:
        data = _damaged(rng, form, data, other)
        if rng.random() < 0.05:
            data = _recoded(rng, data)
    options = options_of(path)
    if rng.random() < 0.03:
        options = options._replace(encoding=rng.choice(["cp1252", "utf-16", "utf-8", "gb18030"]))
    if form == "html" and rng.random() < 0.8:  # finding the article takes its time
        options = options._replace(whole_page=False)
    return Input(path.name, data, options)


def _damaged(rng: Random, form: str, data: bytes, other: bytes) -> bytes:
    """Return a text with some of its tokens dropped, doubled, moved, repeated, or odd."""
    if form in SOUND and rng.random() < 0.6:
        data = _woven(rng, data, *SOUND[form])
        if rng.random() < 0.7:
            return data
    tokens = _TOKEN.findall(data)
    for _ in range(rng.choice((1, 1, 2, 3, 5, 8))):
        change = rng.choice(_CHANGES)
        change(rng, tokens, TOKENS[form], other)
    if rng.random() < 0.02:
        ends = rng.choice((b"\r", b"\r\n", b"\n"))
        tokens = [ends if token in (b"\r\n", b"\n") else token for token in tokens]
    return b"".join(tokens)[:_LONGEST]


def _woven(rng: Random, data: bytes, where: bytes, pieces: list[str]) -> bytes:
    """Return a text in which some stretches of `where` hold pieces that are allowed there."""

    def new(match: re.Match[bytes]) -> bytes:
        old = match[0]
        if rng.random() < 0.8 or old.lower() in KEPT:
            return old
        made = "".join(rng.choice(pieces) for _ in range(rng.choice((0, 1, 2, 4, 9))))
        inner = old[1:-1] if rng.random() < 0.5 else b""
        return old[:1] + made.encode() + inner + old[-1:]

    return re.sub(where, new, data)


def _some(rng: Random, tokens: list[bytes], most: int) -> slice:
    start = rng.randint(0, len(tokens))
    return slice(start, min(len(tokens), start + rng.randint(1, most)))


def _drop(rng: Random, tokens: list[bytes], _: list[bytes], __: bytes) -> None:
    del tokens[_some(rng, tokens, 12)]


def _copy(rng: Random, tokens: list[bytes], _: list[bytes], __: bytes) -> None:
    piece = tokens[_some(rng, tokens, 30)]
    at = rng.randint(0, len(tokens))
    tokens[at:at] = piece


def _put(rng: Random, tokens: list[bytes], odd: list[bytes], _: bytes) -> None:
    known = odd if odd and rng.random() < 0.7 else HOSTILE
    at = rng.randint(0, len(tokens))
    piece = [rng.choice(known) for _ in range(rng.choice((1, 1, 1, 2, 4)))]
    tokens[at : at + rng.choice((0, 0, 1, 2))] = piece


def _flip(rng: Random, tokens: list[bytes], _: list[bytes], __: bytes) -> None:
    if tokens:
        at = rng.randrange(len(tokens))
        changed = bytearray(tokens[at])
        changed[rng.randrange(len(changed))] = rng.randrange(256)
        tokens[at] = bytes(changed)


def _repeat(rng: Random, tokens: list[bytes], odd: list[bytes], _: bytes) -> None:
    """Repeat a token, or a few in turn, up to some thousand times; seldom, as it takes its time."""
    most = 3 if rng.random() < 0.8 else rng.choice((50, 300, 1_500, 6_000))
    piece = tokens[_some(rng, tokens, 3)]
    if rng.random() < 0.5:
        piece = [rng.choice(odd or HOSTILE)]
    if sum(map(len, piece)) * most < _LONGEST:
        at = rng.randint(0, len(tokens))
        tokens[at:at] = piece * most


def _cut(rng: Random, tokens: list[bytes], _: list[bytes], __: bytes) -> None:
    if rng.random() < 0.3:
        del tokens[rng.randint(0, len(tokens)) :]


def _splice(rng: Random, tokens: list[bytes], _: list[bytes], other: bytes) -> None:
    start = rng.randint(0, len(other))
    at = rng.randint(0, len(tokens))
    tokens.insert(at, other[start : start + rng.choice((5, 40, 400))] or b" ")


def _swap(rng: Random, tokens: list[bytes], _: list[bytes], __: bytes) -> None:
    if tokens:
        one, two = rng.randrange(len(tokens)), rng.randrange(len(tokens))
        tokens[one], tokens[two] = tokens[two], tokens[one]


Change = Callable[[Random, list[bytes], list[bytes], bytes], None]
_CHANGES: list[Change] = [_drop, _copy, _put, _put, _put, _flip, _repeat, _cut, _splice, _swap]


def _recoded(rng: Random, data: bytes) -> bytes:
    """Return a text in another encoding, or half of it."""
    encoding = rng.choice(["utf-16", "utf-16-le", "utf-8-sig", "cp1252", "utf-32", "latin-1"])
    half = rng.choice((0, 0, len(data) // 2))
    text = data[half:].decode("utf-8", "replace")
    return data[:half] + text.encode(encoding, "replace")


def _container(rng: Random, form: str, data: bytes, other: bytes) -> bytes:
    """Return an archive with a damaged member, or damaged itself."""
    if rng.random() < 0.1:
        changed = bytearray(data)
        for _ in range(rng.randint(1, 4)):
            changed[rng.randrange(len(changed))] = rng.randrange(256)
        return bytes(changed)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        members = old.infolist()
        texts = [m for m in members if m.filename.endswith(("xml", "html", "opf", "rels"))]
        body = max(texts, key=lambda member: member.file_size)
        chosen = body if rng.random() < 0.7 else rng.choice(texts)
        for member in members:
            content = old.read(member)
            if member is chosen:
                content = _damaged(rng, form, content, content)
            if member is not chosen or rng.random() < 0.98:
                new.writestr(member, content)
    return target.getvalue()
