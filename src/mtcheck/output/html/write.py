"""Pages on disk: a name for each that no other page has, and the index."""

from __future__ import annotations

import re
from pathlib import Path, PurePath
from urllib.parse import quote

from mtcheck.errors import InputError
from mtcheck.formats.write import write_atomically
from mtcheck.output.html.index import IndexEntry, entry, render_index
from mtcheck.output.html.page import render_report
from mtcheck.report import Report
from mtcheck.text.document import Document

CATALOGUE = "rules.html"
"""The page of all rules, as `mtcheck rules catalogue` names it."""

_LONGEST_NAME = 60  # characters; file systems allow 255 bytes, and some characters take four
_ODD = re.compile(r"[^\w.-]+")


class Pages:
    """Writes a page a report into `folder`, and an index when there are several.

    Rules link to the page `catalogue`, by default to the one that lies in the folder, if it does.
    """

    def __init__(self, folder: Path, catalogue: str | None = None) -> None:
        self.folder = folder
        self._catalogue = catalogue or (CATALOGUE if (folder / CATALOGUE).is_file() else None)
        self._entries: list[IndexEntry] = []
        self._taken = {"index", PurePath(CATALOGUE).stem}

    def add(self, report: Report) -> Path:
        """Write the page of one report; returns where it is."""
        path = self.folder / f"{self._name(report.document)}.html"
        article = Path(report.document.name)
        if path.exists() and article.exists() and path.samefile(article):
            raise InputError(
                f"{article}: the report would be written over the article; name another folder "
                "with --output"
            )
        write_atomically(path, render_report(report, self._catalogue).encode("utf-8", "replace"))
        self._entries.append(entry(report, quote(path.name)))
        return path

    def close(self) -> list[Path]:
        """Write the index, if there is more than one page; returns what to open."""
        if len(self._entries) < 2:
            return [self.folder / e.href for e in self._entries]
        path = self.folder / "index.html"
        write_atomically(path, render_index(self._entries).encode("utf-8", "replace"))
        return [path]

    def _name(self, document: Document) -> str:
        stem = PurePath(document.name).stem if document.name != "-" else "standard-input"
        if document.record:
            stem += f"-{document.record}"
        name = _ODD.sub("-", stem).strip("-.")[:_LONGEST_NAME] or "article"
        unique, number = name, 1
        while unique.lower() in self._taken:
            number += 1
            unique = f"{name}-{number}"
        self._taken.add(unique.lower())
        return unique
