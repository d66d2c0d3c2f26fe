"""The fuzzer of the readers: damaged files are read, changed at one place, and read again.

`tools/fuzz.py` runs it for as long as one likes, `test_fuzz.py` for a while.
"""

from __future__ import annotations

import re
import signal
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from random import Random
from typing import NamedTuple

from conformance import one_word_changes, positions_fit, read_all, unchanged_without_edits, words_of
from mtcheck.errors import InputError
from mtcheck.formats.file import File
from mtcheck.formats.rewrite import rewritten
from mtcheck.text.document import Document
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span
from mutations import Input, mutated
from oracles import lost

_SECONDS, _SECONDS_PER_BYTE = 15.0, 120e-6  # of the processor, for one input
_INSIDE = {
    "json": 'q"\\/\n\t\0\u2028é😀q',
    "jsonl": 'q"\\/\n\t\0\u2028é😀q',
    "csv": 'q",;\t|q""q',
    "po": 'q"\\\t%q',
    "xliff": "q<&>\"']]>q&amp;q",
    "tmx": "q<&>\"']]>q&amp;q",
    "webvtt": "q<&>q&amp;q",
    "html": "q<&>\"'q&amp;q",
    "epub": "q<&>\"']]>q&amp;q",
    "docx": "q<&>\"']]>q&amp;q",
    "odt": "q<&>\"']]>q&amp;q",
}
"""What has to be read again as it was put inside a word, for each format that escapes."""


_REFUSED = ("cannot be written", "would change more", "is not written")
"""What is said where something cannot be written into a file."""


_SIGN = re.compile(r"[<&][\w#;]*\Z")


class Hang(AssertionError):
    """An input took longer than its size allows."""


class Failure(NamedTuple):
    """An input that broke a law: which one it was, and what was broken."""

    form: str
    seed: int
    number: int
    what: str
    input: Input


def inputs(form: str, seed: int) -> Iterator[tuple[int, Input]]:
    """Yield damaged files without end, each with its number; the same ones for the same seed."""
    number = 0
    while True:
        yield number, mutated(Random(f"{seed}:{form}:{number}"), form)
        number += 1


def failure_of(form: str, seed: int, number: int, made: Input) -> Failure | None:
    """Return what law of the readers an input breaks, None when it breaks none."""
    try:
        with time_for(len(made.data)):
            obeys(form, made, Random(f"{seed}:{form}:{number}:edit"))
    except Exception:
        return Failure(form, seed, number, traceback.format_exc(), made)
    return None


def obeys(form: str, made: Input, rng: Random) -> bool:
    """Prove the laws of `conformance.py` on one file, with one word of it changed; returns whether
    it was read at all."""
    name, data, options = made
    try:
        found = read_all(name, data, options, form)
    except InputError as error:
        assert str(error).startswith(name), error
        return False
    for document in found:
        positions_fit(document)
    assert not (gone := lost(form, made, found)), f"lost: {gone!r}"
    unchanged_without_edits(data, options, form, name)
    if found and form not in ("docx", "odt", "epub"):
        # What an encoding is guessed from changes with the text.
        options = options._replace(encoding=found[0].encoding)
        made = made._replace(options=options)
    chosen = _word(rng, form, found, options.attributes)
    if chosen is None:
        return True
    which, word = chosen
    first = word.of(found[which].text)[0]
    new = first + "x" if form in ("srt", "webvtt") else "X"  # a capital may begin a speech
    try:
        one_word_changes(data, options, form, which=which, word=word, name=name, new=new)
    except InputError as error:
        assert any(what in str(error) for what in _REFUSED), error
        return True
    if form in _INSIDE and len(word) > 1:
        _put_inside(form, made, found, which, word.start + 1)
    return True


def _word(
    rng: Random, form: str, found: Sequence[Document], attributes: bool
) -> tuple[int, Span] | None:
    """Return a word of some documents, and which one's it is, for which the laws hold; None when
    there is none."""
    words = [
        (number, word)
        for number, document in enumerate(found)
        for word in words_of(document)
        if word.of(document.text).strip("_")
    ]
    # Which part of a page is its article depends on its words.
    if not words or any("outside the article" in note for note in found[0].notes):
        return None
    which, word = rng.choice(words)
    document = found[which]
    has_markup = document.raw_span(word).of(document.raw) != word.of(document.text)
    if has_markup and (form == "markdown" or attributes):
        return None  # emphasis that is left empty goes, and so may the end of a sentence
    if form == "markdown" and any(link.span.overlaps(word) for link in document.links):
        return None  # a link that is found by its text gets its target written
    start = document.raw_span(word).start
    if form in ("html", "epub") and _SIGN.search(document.raw, max(0, start - 40), start):
        return None  # what was a sign before it is escaped, so that it is one still
    return which, word


def _put_inside(form: str, made: Input, found: Sequence[Document], which: int, at: int) -> None:
    """Prove that what is put inside a word is read there, whatever signs it has."""
    name, data, options = made
    new = _INSIDE[form]
    numbers = iter(range(len(found)))
    edit = Edit(Span(at, at), new)
    try:
        changed = b"".join(
            rewritten(File(name, data), lambda _: [edit] * (next(numbers) == which), options, form)
        )
    except InputError as error:
        assert any(what in str(error) for what in _REFUSED), error
        return
    after = read_all(name, changed, options, form)
    text = found[which].text
    assert after[which].text == text[:at] + new + text[at:]
    assert [d.text for d in after[:which]] == [d.text for d in found[:which]]
    assert [d.text for d in after[which + 1 :]] == [d.text for d in found[which + 1 :]]


@contextmanager
def time_for(size: int) -> Iterator[None]:
    """Raise Hang inside when the processor takes longer than a file of `size` bytes should."""
    allowed = _SECONDS + _SECONDS_PER_BYTE * size

    def stop(*_: object) -> None:
        raise Hang(f"more than {allowed:.1f} s for {size:,} bytes")

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, allowed)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def run(form: str, seed: int, *, seconds: float = 0, count: int = 0) -> tuple[int, list[Failure]]:
    """Read damaged files of a format for some seconds, or so many; returns how many were read, and
    what was broken."""
    failures: list[Failure] = []
    end = time.monotonic() + seconds
    for number, made in inputs(form, seed):
        if number >= count and time.monotonic() >= end:
            return number, failures
        found = failure_of(form, seed, number, made)
        if found is not None:
            failures.append(found)
    raise AssertionError("there is no last input")


def smaller(failure: Failure, seconds: float = 20) -> Failure:
    """Return a failure of the same kind whose file is as short as some seconds can make it."""
    end = time.monotonic() + seconds
    kind = _kind(failure)
    data = failure.input.data
    size = len(data) // 2
    while size and time.monotonic() < end:
        at = 0
        while at < len(data) and time.monotonic() < end:
            made = failure.input._replace(data=data[:at] + data[at + size :])
            other = failure_of(failure.form, failure.seed, failure.number, made)
            if other is not None and _kind(other) == kind:
                failure, data = other, made.data
            else:
                at += size
        size //= 2
    return failure


def _kind(failure: Failure) -> tuple[str, str]:
    lines = failure.what.strip().splitlines()
    places = [line for line in lines if line.startswith("  File ")]
    return places[-1] if places else "", lines[-1].split(":")[0]
