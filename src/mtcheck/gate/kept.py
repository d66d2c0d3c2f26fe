"""Results kept from run to run: a file that did not change is not checked again.

They are kept by what they depend on: the file's content, its format, the settings, the rules, and
the programs that made them. What is damaged, or cannot be written, is as if it were not there.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any
from zlib import crc32

from mtcheck.engine.cache import folder, put_file
from mtcheck.finding import Finding, Origin
from mtcheck.formats.file import File
from mtcheck.formats.places import ContainerPlace
from mtcheck.formats.reading import format_of
from mtcheck.formats.table import FORMATS
from mtcheck.gate.result import Located, Result, Suppressed
from mtcheck.gate.rules import chosen
from mtcheck.gate.settings import Settings
from mtcheck.text.span import Span
from mtcheck.version import __version__

if TYPE_CHECKING:
    from mtcheck.engines.languagetool.asking import LanguageTool

LARGEST = 8_000_000
"""Bytes of a file whose results are kept; a larger one is read bit by bit, not as a whole."""

_KEPT = 200  # files in each of 256 folders
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def key_of(file: File, settings: Settings, other: LanguageTool | None = None) -> str | None:
    """Return what the results of a file are kept by; None when they are not to be kept, as when the
    `other` checker does not say what it is.

    InputError when the file cannot be read.
    """
    if settings.reported or folder() is None:
        return None
    if file.name != "-" and os.path.isfile(file.name) and os.path.getsize(file.name) > LARGEST:
        return None
    rules = chosen(settings.rules).key
    if rules is None or len(file.data) > LARGEST:
        return None
    form = format_of(file, settings.form)
    if FORMATS[form].is_folder:  # its documents have names of their own
        return None
    version = None
    if other is not None:
        version = other.version
        if version is None:
            return None
    # Of the other checker counts what it is, not where it is or how patiently it is asked.
    content = settings._replace(form=None, languagetool=None)
    depends = repr((_programs(), rules, form, content, version))
    digest = blake2b(depends.encode("utf-8", "surrogatepass"), digest_size=20)
    digest.update(file.data)
    return digest.hexdigest()


def get(key: str, name: str) -> list[Result] | None:
    """Return the results kept by a key, for a file of this name; None when there are none."""
    try:
        with open(_path(key), "rb") as file:
            check, data = file.readline(), file.read()
        if int(check, 16) != crc32(data):
            return None
        return [_result(row, name) for row in json.loads(data)]
    except (OSError, ValueError, TypeError, IndexError, RecursionError):
        return None


def put(key: str, results: Sequence[Result]) -> None:
    """Keep results; those that carry a report are refused (ValueError)."""
    if any(result.report is not None for result in results):
        raise ValueError("reports are not kept")
    data = json.dumps(results, separators=(",", ":")).encode("ascii")
    put_file(_path(key), b"%x\n%s" % (crc32(data), data), _KEPT)


def _path(key: str) -> str:
    where = folder()
    if where is None:
        raise FileNotFoundError("no place for a cache")
    return os.path.join(where, "results", key[:2], f"{key[2:]}.json")


@cache
def _programs() -> tuple[Any, ...]:
    """What tells one installation from another: versions, and when packages were last installed;
    of a source tree, when its files were last written."""
    installed = sorted({path for path in sys.path if path.endswith(("site-packages", "-packages"))})
    stamps = [_written(path) for path in installed]
    if _PACKAGE.startswith(tuple(installed)):
        return __version__, sys.version, stamps
    modules = (
        _written(os.path.join(place, name))
        for place, _, names in os.walk(_PACKAGE)
        for name in names
        if name.endswith((".py", ".tsv"))
    )
    return __version__, sys.version, stamps, max(modules, default=0)


def _written(path: str) -> int:
    with contextlib.suppress(OSError):
        return os.stat(path).st_mtime_ns
    return 0


def _result(row: list[Any], name: str) -> Result:
    _, record, form, found, remarks, suppressed, words, score, _, used, _ = row
    return Result(
        name,
        record,
        form,
        tuple(map(_located, found)),
        tuple(remarks),
        tuple(Suppressed(_located(each), by, reason) for each, by, reason in suppressed),
        words,
        score,
        used=tuple(used),
    )


def _located(row: list[Any]) -> Located:
    finding, *places, shown, context, place, written, byte_columns = row
    rule, span, severity, category, message, text, replacements, safe, penalty, origin = finding
    kept = Finding(rule, Span(*span), severity, category, message, text)
    kept = kept._replace(origin=Origin(*origin) if origin else None)
    start, end, line, column, end_line, end_column = places
    return Located(
        kept._replace(replacements=tuple(replacements), safe_fix=safe, penalty=penalty),
        *(start, end, line, column, end_line, end_column),
        shown=shown,
        context=context,
        place=ContainerPlace(*place) if place else None,
        written=tuple(written),
        byte_columns=(byte_columns[0], byte_columns[1]) if byte_columns else None,
    )
