"""LibreOffice reads what is read here, but for what is listed; and opens what is written here.

It is asked once, for all documents of `test_docx.RUNS`, and for a corrected article.
"""

import shutil
import subprocess

import pytest

from conformance import SAMPLES, bytes_of
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span
from test_docx import RUNS, SECRET
from word import docx, edited, read

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")

OTHERWISE = {
    # It shows tracked deletions until they are accepted.
    "deleted": "a oldb",
    "moved": "was here a b",
    # Its text export has hidden text and prompts.
    "hidden": "a no b",
    "hidden by style": "a no",
    "a prompt": "aClick here",
    # A sign of a symbol font is written as a private character.
    "a picture of a symbol font": "a\uf0e0b",
    # It computes fields anew, and knows fewer of them.
    "a field": "Page 1 of 1",
    "fields in each other": "a  result b",
    "a field that never ends hides nothing": "",
    # It takes every alternative that it knows.
    "the first alternative": "ab",
}
LEFT_OUT = {
    "marks that are no text",  # the note that is referred to is missing: it refuses the file
    *("text in the code of a field", "a simple field"),  # it puts in the date of today
}


@pytest.fixture(scope="module")
def converted(tmp_path_factory):
    """Return what LibreOffice makes of each document, by name; None for one it cannot open."""
    folder = tmp_path_factory.mktemp("office")
    sample = bytes_of(SAMPLES / "docx" / "article.docx")
    document = read(sample)
    new = []
    for old, text in (("new crown pneumonia", "COVID-19 "), ("said to", "said\nto all ")):
        start = document.text.index(old)
        new.append(Edit(Span(start, start + len(old)), text))
    files = {name: docx(body, styles=SECRET) for name, (body, _) in RUNS.items()}
    files |= {"as it was": sample, "corrected": edited(sample, new)}
    paths = {name: folder / f"{number}.docx" for number, name in enumerate(files)}
    for name, path in paths.items():
        path.write_bytes(files[name])
    subprocess.run(
        [
            *(OFFICE, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"),
            *("--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder),
            *paths.values(),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    made = {name: path.with_suffix(".txt") for name, path in paths.items()}
    return {n: p.read_text("utf-8-sig").strip("\n") for n, p in made.items() if p.exists()}


def test_it_reads_the_same(converted):
    expected = {name: text for name, (_, text) in RUNS.items()} | OTHERWISE
    found = {name: converted.get(name) for name in expected}
    assert {n: t for n, t in found.items() if n not in LEFT_OUT} == {
        n: t for n, t in expected.items() if n not in LEFT_OUT
    }


def test_it_opens_what_is_written(converted):
    before, after = converted["as it was"], converted["corrected"]
    changed = before.replace("new crown pneumonia", "COVID-19 ")
    assert changed.replace("said to", "said\nto all ") == after
