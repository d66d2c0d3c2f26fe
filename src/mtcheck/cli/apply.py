"""`mtcheck apply`: an editor's decisions, made on the article."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command("apply")
@click.argument("decisions")
@click.argument("article")
@click.option("-o", "--output", help="Write to this file, not to the screen.")
@click.option("--encoding", help="Encoding of ARTICLE; UTF-8 or what it looks like by default.")
def command(decisions: str, article: str, output: str | None, encoding: str | None) -> None:
    """Apply DECISIONS (a file saved from a report page) to ARTICLE; one of them may be -.

    The corrected article goes to standard output, or to --output. Nothing is done when the
    article has changed since the report was made.
    """
    from mtcheck.decisions import corrected, parse
    from mtcheck.errors import DecisionsError, InputError
    from mtcheck.formats.files import read_file
    from mtcheck.formats.plain import read_bytes
    from mtcheck.output.text import say

    if decisions == article == "-":
        raise DecisionsError("only one of DECISIONS and ARTICLE can be standard input")
    try:
        decided = parse(read_file(decisions).decode("utf-8-sig"), decisions)
    except UnicodeDecodeError as error:
        raise DecisionsError(f"{decisions}: byte {error.start} is no UTF-8") from error
    before = read_file(article)
    document = read_bytes(before, article, encoding)
    for note in document.notes:
        say(f"{article}: {note}")
    if document.encode(document.raw)[0] != before:  # one character in several ways: UTF-7, cp932
        raise InputError(
            f"{article}: writing it as {document.encoding} would change more than was decided; "
            "convert it to UTF-8 and make a new report"
        )
    try:
        text = corrected(document.raw, decided)
    except DecisionsError as error:
        raise DecisionsError(f"{article}: {error}") from error
    data, used = document.encode(text)
    if used != document.encoding:
        say(f"{article}: a replacement does not fit into {document.encoding}; written as {used}")
    _write(data, output)


def _write(data: bytes, output: str | None) -> None:
    from mtcheck.errors import InputError
    from mtcheck.formats.write import write_atomically

    if output is not None and output != "-":
        write_atomically(Path(output), data)
    elif sys.stdout is None:
        raise InputError("there is no standard output to write to; name a file with --output")
    else:
        sys.stdout.buffer.write(data)
