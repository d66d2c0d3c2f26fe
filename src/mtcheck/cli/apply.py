"""`mtcheck apply`: an editor's decisions, made on the article."""

from __future__ import annotations

import sys
from pathlib import Path

import click


@click.command("apply")
@click.argument("decisions")
@click.argument("article")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write here, not to the screen."
)
@click.option("--encoding", help="Encoding of ARTICLE; UTF-8 or what it looks like by default.")
def command(decisions: str, article: str, output: Path | None, encoding: str | None) -> None:
    """Apply DECISIONS (a file saved from a report page) to ARTICLE.

    The corrected article goes to standard output, or to --output. Nothing is done when the
    article has changed since the report was made.
    """
    from mtcheck.decisions import corrected, parse
    from mtcheck.errors import DecisionsError
    from mtcheck.formats.files import read_file
    from mtcheck.formats.plain import read_bytes
    from mtcheck.formats.write import write_atomically

    try:
        decided = parse(read_file(decisions).decode("utf-8-sig"), decisions)
    except UnicodeDecodeError as error:
        raise DecisionsError(f"{decisions}: byte {error.start} is no UTF-8") from error
    document = read_bytes(read_file(article), article, encoding)
    try:
        text = corrected(document.raw, decided)
    except DecisionsError as error:
        raise DecisionsError(f"{article}: {error}") from error
    data = document.encode(text)
    if output is None:
        sys.stdout.buffer.write(data)
    else:
        write_atomically(output, data)
