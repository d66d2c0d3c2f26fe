"""Answers kept from run to run, by paragraph: of an edited article only what changed is asked."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterable
from hashlib import blake2b

from mtcheck.engine.cache import folder
from mtcheck.engines.languagetool.match import Match
from mtcheck.engines.languagetool.service import LANGUAGE

MOST = 200_000
"""Paragraphs; with what is said of them some 100 MB. The ones that were kept first go first."""

_NAME = "languagetool.sqlite3"
_TABLE = "CREATE TABLE IF NOT EXISTS answers (key BLOB UNIQUE NOT NULL, matches TEXT NOT NULL)"


class Kept:
    """The answers of one version of LanguageTool. What is damaged, or cannot be written, is as if
    it were not there; several processes may share it."""

    def __init__(self, version: str) -> None:
        self._salt = f"{version}\n{LANGUAGE}\n{Match._fields}\n".encode()
        self._base = _opened()

    def get(self, text: str) -> list[Match] | None:
        """Return the matches of a paragraph; None when they are not kept."""
        if self._base is None:
            return None
        try:
            found = self._base.execute(
                "SELECT matches FROM answers WHERE key = ?", (self._key(text),)
            ).fetchone()
            return [_match(row) for row in json.loads(found[0])] if found else None
        except sqlite3.Error as error:
            self._mend(error)
        except (ValueError, TypeError):
            pass
        return None

    def put(self, answers: Iterable[tuple[str, list[Match]]]) -> None:
        """Keep the matches of paragraphs."""
        if self._base is None:
            return
        rows = [(self._key(text), json.dumps(matches)) for text, matches in answers]
        try:
            with self._base as base:
                base.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?)", rows)
        except sqlite3.Error as error:
            self._mend(error)

    def close(self) -> None:
        """Close the file, and make room in it."""
        if self._base is None:
            return
        with contextlib.suppress(sqlite3.Error):
            with self._base as base:
                oldest = "SELECT rowid FROM answers ORDER BY rowid DESC LIMIT -1 OFFSET ?"
                base.execute(f"DELETE FROM answers WHERE rowid IN ({oldest})", (MOST,))
            self._base.close()

    def _mend(self, error: sqlite3.Error) -> None:
        """Begin a new file where the old one is damaged; one that is locked, or cannot be written,
        is left alone."""
        if self._base is not None and type(error) is sqlite3.DatabaseError:
            self._base.close()
            where = folder()
            if where is not None:
                with contextlib.suppress(OSError):
                    os.unlink(os.path.join(where, _NAME))
            self._base = _opened()

    def _key(self, text: str) -> bytes:
        known_by = self._salt + text.encode("utf-8", "surrogatepass")
        return blake2b(known_by, digest_size=20).digest()


def _match(row: list[object]) -> Match:
    match = Match(*row)  # type: ignore[arg-type]
    return match._replace(replacements=tuple(match.replacements))


def _opened() -> sqlite3.Connection | None:
    where = folder()
    if where is None:
        return None
    path = os.path.join(where, _NAME)
    for _ in range(2):
        try:
            os.makedirs(where, exist_ok=True)
            base = sqlite3.connect(path, timeout=10)
            base.execute("PRAGMA synchronous = OFF")  # what is lost is asked again
            base.execute(_TABLE)
            base.commit()
        except sqlite3.OperationalError:  # it cannot be written, or is locked
            return None
        except (sqlite3.DatabaseError, OSError):
            with contextlib.suppress(OSError):
                os.unlink(path)
        else:
            return base
    return None
