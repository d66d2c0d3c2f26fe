"""What holds for every reader, whatever its format, as functions of one file.

A sample is a file in `samples/<format>/`; a container is a folder there, with its members as files,
so that they can be read and compared. Beside it may lie `<file>.options.json` (fields of
`Options`, for a reader that has to be told something) and `<file>.blocks` (what is read of it, one
line a block, as `listing` writes it; made anew by `python tests/formats/conformance.py`). Damaging a
sample (`test_conformance.py` does) has to end in documents for which the same holds, or InputError.
"""

from __future__ import annotations

import io
import json
import re
import tarfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from mtcheck.formats import reading
from mtcheck.formats.file import File, Options
from mtcheck.formats.rewrite import is_markup, rewritten
from mtcheck.text.document import Document
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

SAMPLES = Path(__file__).resolve().parent / "samples"
OPTIONS, BLOCKS = ".options.json", ".blocks"
NOT_WRITTEN = ("tar", "parquet")
"""Formats that are read only."""
_WORD = re.compile(r"\w+")


def samples() -> list[Path]:
    """Return all samples, in order of format and name."""
    return [
        path for path in sorted(SAMPLES.glob("*/*")) if not path.name.endswith((OPTIONS, BLOCKS))
    ]


def bytes_of(sample: Path) -> bytes:
    """Return the bytes of a sample; a container is packed, `mimetype` first and as it is."""
    if sample.is_file():
        return sample.read_bytes()
    target = io.BytesIO()
    if sample.parent.name == "tar":
        packing = sample.name.rpartition(".")[2].replace("tar", "")
        with tarfile.open(fileobj=target, mode=f"w:{packing}") as archive:
            archive.add(sample, ".")
        return target.getvalue()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        paths = [path for path in sample.rglob("*") if path.is_file()]
        for path in sorted(paths, key=lambda path: (path.name != "mimetype", path)):
            member = zipfile.ZipInfo(path.relative_to(sample).as_posix(), (2024, 5, 6, 7, 8, 10))
            stored = zipfile.ZIP_STORED if path.name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(member, path.read_bytes(), stored)
    return target.getvalue()


def options_of(sample: Path) -> Options:
    """Return what is said about reading a sample."""
    path = sample.with_name(sample.name + OPTIONS)
    if not path.exists():
        return Options()
    said = json.loads(path.read_text("utf-8"))
    return Options(**{k: tuple(v) if isinstance(v, list) else v for k, v in said.items()})


def read_all(name: str, data: bytes, options: Options, form: str) -> list[Document]:
    """Return the documents of a file's bytes."""
    return list(reading.documents(File(name, data), options, form))


def positions_fit(document: Document) -> None:
    """The map is one of this raw text onto this text, and blocks are in order and apart."""
    raw, text = document.raw, document.text
    assert document.offsets.old_length == len(raw)
    assert document.offsets.new_length == len(text)
    for run in document.offsets.runs:
        if run.verbatim:
            assert run.old.of(raw) == run.new.of(text), run
    at = 0
    for block in document.blocks:
        assert at <= block.span.start < block.span.end <= len(text), block
        assert block.span.of(text).strip(), block
        assert block.level >= 0, block
        at = block.span.end
    at = 0
    for link in document.links:
        assert at <= link.span.start <= link.span.end <= len(text), link
        at = link.span.start
    starts = [part.start for part in document.parts]
    assert starts == sorted(starts)
    assert not starts or (starts[0] == 0 and starts[-1] <= len(raw))


def unchanged_without_edits(data: bytes, options: Options, form: str, name: str = "x") -> None:
    """Writing a file without edits gives its bytes."""
    assert b"".join(rewritten(File(name, data), lambda _: (), options, form)) == data


def words_of(document: Document) -> Iterator[Span]:
    """Yield the words of a document's blocks, code included, in order."""
    for block in document.blocks:
        for match in _WORD.finditer(document.text, block.span.start, block.span.end):
            yield Span(*match.span())


def one_word_changes(
    data: bytes,
    options: Options,
    form: str,
    *,
    which: int,
    word: Span,
    name: str = "x",
    new: str = "X",
) -> None:
    """Writing `new` for one word of the document number `which` changes that word and nothing else.

    What is read afterwards is the text with that word replaced; the raw text around the word is
    the same, and so is the markup inside it; the other documents of the file are the same.
    """
    before = read_all(name, data, options, form)
    document = before[which]

    def edits(seen: Document) -> Sequence[Edit]:
        asked.append(seen)
        return [Edit(word, new)] if len(asked) == which + 1 else []

    asked: list[Document] = []
    changed = b"".join(rewritten(File(name, data), edits, options, form))
    after = read_all(name, changed, options, form)
    assert len(after) == len(before)
    assert after[which].text == document.text[: word.start] + new + document.text[word.end :]
    whole = document.raw_span(word)
    tail = len(document.raw) - whole.end
    raw = after[which].raw
    assert raw[: whole.start] == document.raw[: whole.start]
    assert raw[len(raw) - tail :] == document.raw[whole.end :]
    changed_to = Span(whole.start, max(whole.start, len(raw) - tail))
    assert _markup(document, whole) == _markup(after[which], changed_to)
    for number, (one, other) in enumerate(zip(before, after, strict=True)):
        if number != which:
            assert (one.raw, one.text, one.record) == (other.raw, other.text, other.record)


def _markup(document: Document, raw: Span) -> str:
    """Return the markup that lies within a stretch of the raw text; a Word document says where the
    outer spaces of a text count, when it has any."""
    found = "".join(
        document.raw[max(run.old.start, raw.start) : min(run.old.end, raw.end)]
        for run in document.offsets.runs
        if run.old.overlaps(raw) and is_markup(document, run)
    )
    return found.replace(' xml:space="preserve"', "")


def listing(documents: Sequence[Document]) -> str:
    """Return what was read, one line a block: its kind, its level, its number and role if it has
    any, and its text as JSON; then the links and the remarks."""
    lines = []
    for document in documents:
        lines.append(f"= {document.record}".rstrip())
        for kind, span, level, number, role in document.blocks:
            shown = json.dumps(span.of(document.text), ensure_ascii=False)
            counted = "" if number is None else f"no. {number} "
            lines.append(f"{kind} {level} {counted}{role} {shown}".replace("  ", " ", 1))
        for span, target in document.links:
            lines.append(f"-> {json.dumps(span.of(document.text), ensure_ascii=False)} {target}")
        lines += [f"# {note}" for note in document.notes]
    return "\n".join(lines) + "\n"


def _renew() -> None:
    for sample in samples():
        name = sample.parent.name
        found = read_all(sample.name, bytes_of(sample), options_of(sample), name)
        sample.with_name(sample.name + BLOCKS).write_text(listing(found), "utf-8")


if __name__ == "__main__":
    _renew()
