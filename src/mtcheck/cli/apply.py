"""`mtcheck apply`: an editor's decisions, made on the article."""

from __future__ import annotations

import click

from mtcheck.cli.configured import Configured, configured
from mtcheck.cli.inputs import READING


@click.command("apply")
@click.argument("decisions")
@click.argument("article")
@click.option("-o", "--output", help="Write to this file, not to the screen.")
@configured(READING)
def command(config: Configured, decisions: str, article: str, output: str | None) -> None:
    """Apply DECISIONS (a file saved from a report page) to ARTICLE; one of them may be -.

    The corrected article goes to standard output, or to --output. Nothing is done when the
    article has changed since the report was made.
    """
    from mtcheck.cli.writing import write_out
    from mtcheck.decisions import edits, parse
    from mtcheck.errors import DecisionsError, InputError
    from mtcheck.formats.file import File
    from mtcheck.formats.files import read_file
    from mtcheck.formats.reading import documents
    from mtcheck.formats.rewrite import encoding_after, rewritten
    from mtcheck.output.text import say

    if decisions == article == "-":
        raise DecisionsError("only one of DECISIONS and ARTICLE can be standard input")
    try:
        decided = parse(read_file(decisions).decode("utf-8-sig"), decisions)
    except UnicodeDecodeError as error:
        raise DecisionsError(f"{decisions}: byte {error.start} is no UTF-8") from error
    file = File(article)
    read = config.read(article)
    found = list(documents(file, *read))
    if len(found) != 1:
        raise DecisionsError(f"{article}: decisions can be applied to a file of one article only")
    [document] = found
    for note in document.notes:
        say(f"{article}: {note}")
    same = b"".join(rewritten(file, lambda _: (), *read))
    if same != file.data:  # one character in several ways: UTF-7, cp932
        raise InputError(
            f"{article}: writing it as {document.encoding} would change more than was decided; "
            "convert it to UTF-8 and make a new report"
        )
    try:
        made = edits(document, decided)
    except DecisionsError as error:
        raise DecisionsError(f"{article}: {error}") from error
    used = encoding_after(document, made)
    if used != document.encoding:
        say(f"{article}: a replacement does not fit into {document.encoding}; written as {used}")
    write_out(b"".join(rewritten(file, lambda _: made, *read)), output)
