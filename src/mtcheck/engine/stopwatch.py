"""How long each rule takes, measured only when somebody asks."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])


class Stopwatch:
    """Adds up seconds and calls by the name of what took them.

    What several rules share (the words that rules are found by, an analysis) is a name of its own;
    what one rule makes and others find made counts for that one.
    """

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.calls: Counter[str] = Counter()

    def timed(self, name: str, function: F) -> F:
        """Return a function that does the same and is measured; what it yields is made at once."""

        @wraps(function)
        def measured(*arguments: Any) -> Any:
            start = time.perf_counter()
            found = function(*arguments)
            if isinstance(found, Iterator):
                found = list(found)
            self.seconds[name] += time.perf_counter() - start
            self.calls[name] += 1
            return found

        return cast(F, measured)
