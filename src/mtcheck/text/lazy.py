"""Regular expressions that are compiled when they are first used.

Compiling one takes 0.1 to 5 milliseconds, and Python keeps none between two runs. A hook that
checks one short file needs few of them.
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("finditer", "search", "match", "fullmatch", "sub", "findall", "split")


class _Lazy:
    """Stands for a compiled expression; turns into it, method by method, at the first call."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # Python asks this only for what the instance does not have: once.
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile(source, flags)` would, without compiling it yet.

    A wrong expression raises `re.error` at its first use.
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))
