"""The readers of formats, beside the libraries that others would read the same files with.

    python benchmarks/readers.py [NAME…]

The files are generated articles, about 1 MB of text in each format. A reader and the library beside
it take turns in one process; figures are MB (10**6 bytes) per second of CPU time, the best of some
runs: "MB/s" of the files (of a Word document its XML), "text/s" of what a reader reads of them. The
ratio is the speed of ours by that of the other. Machines are noisy: read the ratios. NAME picks
rows.
"""

from __future__ import annotations

import csv
import io
import json
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from html.parser import HTMLParser
from typing import NamedTuple

from articles import articles, body, docx, feed, jsonl, markdown, page, plain, srt, table, xliff

from mtcheck.checker import check, shipped
from mtcheck.engine.packs import RuleSet
from mtcheck.formats.file import File, Options
from mtcheck.formats.reading import pieces
from mtcheck.text.document import Document

RUNS = 4
SIZE = 1_000_000


class Case(NamedTuple):
    """A row: the files, the name of one, what the user says, and another library."""

    name: str
    files: list[bytes]
    library: str
    other: Callable[[bytes], object]
    whole_page: bool | None = None


def parsed_by_markdown_it() -> Callable[[bytes], object]:
    """Return the parser of markdown-it with tables and strikethrough, as ours has them."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    return lambda data: parser.parse(data.decode())


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def by_html_parser(data: bytes) -> object:
    """Return the text of a page by the parser of the standard library."""
    parser = _Text()
    parser.feed(data.decode())
    parser.close()
    return parser.texts


def by_trafilatura(data: bytes) -> object:
    """Return the article of a page by trafilatura."""
    from trafilatura import bare_extraction

    return bare_extraction(data.decode(), include_comments=False, include_tables=True)


def by_python_docx(data: bytes) -> object:
    """Return the paragraphs of a Word document by python-docx."""
    from docx import Document as Word

    return [(p.style, p.text) for p in Word(io.BytesIO(data)).paragraphs]


def by_lxml(data: bytes) -> object:
    """Return the text of an XML file by lxml."""
    from lxml import etree

    return list(etree.fromstring(data).itertext())


def cases() -> list[Case]:
    """Return the rows of the table."""
    made = list(articles(SIZE))
    pages = [page(a) for a in made]
    return [
        Case("a.txt", [plain(a).encode() for a in made], "bytes.decode", bytes.decode),
        Case("a.md", [markdown(a) for a in made], "markdown-it-py", parsed_by_markdown_it()),
        Case("piece.html", [body(a).encode() for a in made], "html.parser", by_html_parser),
        Case("page.html", pages, "html.parser", by_html_parser, whole_page=False),
        Case("article.html", pages, "trafilatura", by_trafilatura),
        Case(
            "a.jsonl",
            [jsonl(made)],
            "json.loads",
            lambda data: [json.loads(line) for line in data.splitlines()],
        ),
        Case("a.csv", [table(made)], "csv", lambda d: list(csv.reader(io.StringIO(d.decode())))),
        Case("a.docx", [docx(a) for a in made[:60]], "python-docx", by_python_docx),
        Case("a.xlf", [xliff(a) for a in made], "lxml", by_lxml),
        Case("a.rss", [feed(made)], "lxml", by_lxml),
        Case("a.srt", [srt(a) for a in made], "str.split", lambda d: d.decode().split("\n\n")),
    ]


def read(case: Case) -> list[Document]:
    """Return the documents of the files of a row."""
    options = Options(whole_page=case.whole_page)
    return [
        piece
        for data in case.files
        for piece in pieces(File(case.name, data), options)
        if isinstance(piece, Document)
    ]


def read_by_other(case: Case) -> list[object]:
    """Return what the other library makes of the files of a row."""
    return [case.other(data) for data in case.files]


def spent(work: Callable[[], object]) -> float:
    """Return the CPU seconds of a call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measured(case: Case) -> tuple[str, Sequence[Document]]:
    """Return a line of the table, and the documents that were read."""
    documents = read(case)
    size = sum(map(len, case.files)) / 1e6
    if documents[0].parts:
        size = sum(len(document.raw.encode()) for document in documents) / 1e6
    text = sum(len(document.text.encode()) for document in documents) / 1e6
    ours = theirs = float("inf")
    for _ in range(RUNS):
        ours = min(ours, spent(partial(read, case)))
        theirs = min(theirs, spent(partial(read_by_other, case)))
    line = (
        f"{case.name:13}{size:6.2f}{text:6.2f}{size / ours:8.2f}{text / ours:8.2f}  "
        f"{case.library:15}{size / theirs:9.2f}{theirs / ours:7.2f}"
    )
    return line, documents


def main() -> None:
    """Measure and print."""
    print("file             MB  text    MB/s  text/s  beside it           MB/s  ratio")
    for case in cases():
        if len(sys.argv) > 1 and case.name not in sys.argv[1:]:
            continue
        line, documents = measured(case)
        print(line, flush=True)
        if case.name == "a.txt":
            rules = shipped()
            check("A word.", rules)
            checking = spent(partial(_check_all, documents, rules))
            text = sum(len(document.text.encode()) for document in documents) / 1e6
            print(f"{'':13}their check  {text / checking:12.2f}", flush=True)


def _check_all(documents: Sequence[Document], rules: RuleSet) -> None:
    for document in documents:
        check(document, rules)


if __name__ == "__main__":
    main()
