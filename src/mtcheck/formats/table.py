"""The formats that mtcheck reads, and which of them a file is in."""

from __future__ import annotations

import os
from typing import NamedTuple


class Format(NamedTuple):
    """A format: its name in words, the suffixes of its files, and the module that reads it.

    The module has `read(file, options)`, which yields the file's documents in order and between
    them, as bytes, whatever belongs to none. It may have `looks_like(head)`, whether a file that
    begins with these bytes is in this format; `escaped(text)`, how a text is written into it;
    `adjusted(document, edits)`, the edits of the raw text with what else they need; and
    `write(data, document, edits)`, which a container has: its bytes after edits of the raw text;
    and `comments(document, file)`, its comments, as `formats.comments` has it.
    What cannot be written document by document has `rewritten(file, edits_of, options)` instead,
    which is that of `mtcheck.formats.rewrite`. The documents of an archive are in formats of their
    own (`is_folder`).
    """

    title: str
    suffixes: tuple[str, ...]
    module: str
    is_folder: bool = False


FORMATS: dict[str, Format] = {
    "text": Format("plain text", (".txt", ".text"), "mtcheck.formats.plain"),
    "markdown": Format("Markdown", (".md", ".markdown", ".mkd"), "mtcheck.formats.markdown"),
    "srt": Format("SubRip subtitles", (".srt",), "mtcheck.formats.srt"),
    "webvtt": Format("WebVTT subtitles", (".vtt",), "mtcheck.formats.webvtt"),
    "jsonl": Format("JSON Lines", (".jsonl", ".ndjson"), "mtcheck.formats.jsonl"),
    "json": Format("JSON", (".json",), "mtcheck.formats.jsonfile"),
    "csv": Format("CSV or TSV", (".csv", ".tsv", ".tab"), "mtcheck.formats.delimited"),
    "xliff": Format("XLIFF", (".xlf", ".xliff", ".mxliff", ".sdlxliff"), "mtcheck.formats.xliff"),
    "tmx": Format("TMX", (".tmx",), "mtcheck.formats.tmx"),
    "po": Format("PO", (".po", ".pot"), "mtcheck.formats.po"),
    "html": Format("HTML", (".html", ".htm", ".xhtml", ".xht"), "mtcheck.formats.html"),
    "feed": Format("RSS or Atom", (".rss", ".atom"), "mtcheck.formats.feed"),
    "docx": Format("Word", (".docx", ".docm", ".dotx", ".dotm"), "mtcheck.formats.docx"),
    "odt": Format("OpenDocument text", (".odt", ".ott"), "mtcheck.formats.odt"),
    "epub": Format("EPUB", (".epub",), "mtcheck.formats.epub"),
    "parquet": Format("Parquet", (".parquet", ".pq"), "mtcheck.formats.parquet"),
    "zip": Format("zip archive", (".zip",), "mtcheck.formats.ziparchive", is_folder=True),
    "tar": Format(
        "tar archive",
        (".tar", ".tgz", ".tar.gz", ".tbz2", ".tar.bz2", ".txz", ".tar.xz"),
        "mtcheck.formats.tararchive",
        is_folder=True,
    ),
}
"""Every format by its name. Where the suffix does not tell, the first one that a file looks like is
taken, else plain text."""

SUFFIXES: dict[str, str] = {
    suffix: name for name, format_ in FORMATS.items() for suffix in format_.suffixes
}
"""The format of each suffix. These are the files of a folder that are read; a file that is named
itself is read whatever its name."""


def by_suffix(name: str) -> str | None:
    """Return the format that the suffix of a file's name stands for, None when none does."""
    stem, suffix = os.path.splitext(name)
    if suffix.lower() in (".gz", ".bz2", ".xz"):  # a tar archive has two
        suffix = os.path.splitext(stem)[1] + suffix
    return SUFFIXES.get(suffix.lower())
