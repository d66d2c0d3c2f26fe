"""The other checker of one file that is checked outside of a run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mtcheck.engines.languagetool.service import Service

if TYPE_CHECKING:
    from mtcheck.engines.languagetool.asking import LanguageTool


@contextmanager
def asked(service: Service | None) -> Iterator[LanguageTool | None]:
    """Give what is asked besides mtcheck, None when nothing is; what it started ends with it."""
    if service is None:
        yield None
        return
    from mtcheck.engines.languagetool.asking import LanguageTool

    other = LanguageTool(service, keep=True)
    try:
        yield other
    finally:
        other.close()
