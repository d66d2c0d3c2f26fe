"""What a file holds, found by other people's readers or in another way: nothing of it may be lost.

Each oracle returns the texts that have to be read, or None where it cannot say: of a file that is
too damaged for it.
"""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from mtcheck.formats.fields import chosen, is_title
from mtcheck.formats.file import Options
from mtcheck.text.document import Document
from mutations import Input

Path = tuple[str, ...]


def lost(form: str, made: Input, found: Sequence[Document]) -> str | None:
    """Return some of what a file holds and its documents do not, None when nothing is lost."""
    for document in found:
        at = 0
        for start, end in [b.span for b in document.blocks] + [(len(document.text),) * 2]:
            if document.text[at:start].strip():
                return f"in no block: {document.text[at:start]!r}"
            at = end
    oracle = _ORACLES.get(form)
    if oracle is None or not found:
        return None
    try:
        whole = made.data.decode(found[0].encoding, "surrogatepass")
    except (UnicodeDecodeError, LookupError):
        return None
    expected = oracle(whole.removeprefix("\ufeff"), made)
    if expected is None:
        return None
    missing = Counter(_ink(expected)) - Counter(_ink(d.text for d in found))
    return " ".join(missing) or None


def _ink(texts: Sequence[str] | Iterator[str]) -> list[str]:
    return [word for text in texts for word in re.findall(r"[^\W_]+", text)]


def _json(whole: str, made: Input) -> list[str] | None:
    try:
        value = json.loads(whole, strict=False, object_pairs_hook=_Pairs)
    except (ValueError, RecursionError):
        return None
    outside = [(path, text) for path, text, inside in _walk(value, (), 0, False) if not inside]
    options = made.options
    if any(chosen(p, options.text_fields) and not is_title(p) for p, _ in outside):
        return _chosen(((p, t) for p, t, _ in _walk(value, (), 0, False)), options)
    inside = [(path, text) for path, text, record in _walk(value, (), 0, False) if record]
    return _chosen(inside, options) if inside else None


def _jsonl(whole: str, made: Input) -> list[str] | None:
    texts: list[str] = []
    for line in filter(str.strip, whole.split("\n")):
        try:
            value = json.loads(line, strict=False, object_pairs_hook=_Pairs)
        except (ValueError, RecursionError):
            return None
        texts += _chosen(
            ((path, text) for path, text, _ in _walk(value, (), 0, False)), made.options
        )
    return texts


class _Pairs(list[tuple[str, object]]):
    """An object with all that it holds, keys twice included."""


def _walk(value: object, path: Path, depth: int, record: bool) -> Iterator[tuple[Path, str, bool]]:
    """Yield the texts of a JSON value: their path, and whether they stand in a record."""
    if isinstance(value, _Pairs):
        for key, inner in value:
            yield from _walk(inner, (*path, key) if key else path, 0, record)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner, path, depth + 1, record or isinstance(inner, _Pairs))
    elif isinstance(value, str):
        yield path, value, record


def _chosen(
    texts: Sequence[tuple[Path, str]] | Iterator[tuple[Path, str]], options: Options
) -> list[str]:
    return [text for path, text in texts if not path or chosen(path, options.text_fields)]


def _csv(whole: str, made: Input) -> list[str] | None:
    rows = list(csv.reader(io.StringIO(whole, newline=""))) if '"' not in whole else []
    if not rows or made.name.endswith(".tsv") or "\r" in whole.replace("\r\n", "\n"):
        return None
    if max(",;\t|", key=rows and whole.split("\n")[0].count) != "," or "\0" in whole:
        return None
    names = [name.strip() for name in rows[0]]
    return [
        cell
        for row in rows[1:]
        for name, cell in zip(names, row, strict=False)
        if chosen((name,), made.options.text_fields)
    ]


def _subtitles(whole: str, made: Input) -> list[str] | None:
    """Return the lines of words behind the first times; what has signs and digits may be markup."""
    cues = re.split(r"(?m)^[ \t]*\d\d:\d\d:\d\d,\d{3} --> \d\d:\d\d:\d\d,\d{3}[ \t]*$", whole)
    lines = "".join(cues[1:]).replace("\r", "\n").split("\n") if len(cues) > 1 else []
    return [
        line for line in lines if re.fullmatch(r"[\w ,.!?]+", line) and not re.search(r"\d", line)
    ]


def _target(whole: str, made: Input) -> list[str] | None:
    """Return the texts of targets, or of English segments, that have no codes in them."""
    if "<!DOCTYPE" in whole or "CDATA" in whole:
        return None
    try:
        root = ET.fromstring(re.sub(r"^<\?xml[^>]*\?>", "", whole))
    except (ET.ParseError, ValueError):
        return None
    return list(_targets(root))


def _targets(element: ET.Element) -> Iterator[str]:
    space, _, name = element.tag.rpartition("}")
    if name in ("alt-trans", "matches", "notes", "note", "originalData", "source", "ph", "bpt"):
        return
    if element.get("translate") == "no":
        return
    if name == "tuv":
        language = element.get("{http://www.w3.org/XML/1998/namespace}lang", "")
        if not language.lower().startswith("en"):
            return
    if name in ("target", "seg") and not len(element) and _is_known(space):
        yield element.text or ""
    for child in element:
        yield from _targets(child)


def _is_known(space: str) -> bool:
    return space in ("", "{http://www.lisa.org/tmx14") or space.startswith(
        "{urn:oasis:names:tc:xliff"
    )


_ORACLES: dict[str, Callable[[str, Input], list[str] | None]] = {
    "text": lambda whole, made: [whole],
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "srt": _subtitles,
    "xliff": _target,
    "tmx": _target,
}
