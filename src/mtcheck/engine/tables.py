"""The shapes of tables in rules: each check names the key and says what was expected.

A pack's YAML gives tables as dicts, lists and texts; what is none of the expected ones is refused
when the rule is compiled, as a RuleProblem, and never met at run time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mtcheck.engine.kind import RuleProblem


def as_table(value: Any, field: str, what: str = "a table of keys") -> Mapping[str, Any]:
    """Return `value` when it is a table; raises RuleProblem(field) otherwise."""
    if not isinstance(value, Mapping):
        raise RuleProblem(field, f"expected {what}")
    return value


def as_texts(value: Any, field: str, what: str) -> tuple[str, ...]:
    """Return a list of texts, none of them empty; raises RuleProblem(field) for anything else."""
    is_list = isinstance(value, Sequence) and not isinstance(value, str)
    if not is_list or not all(isinstance(text, str) and text.strip() for text in value):
        raise RuleProblem(field, f"expected {what}")
    return tuple(value)


def as_table_of_texts(value: Any, field: str, example: str) -> Mapping[str, tuple[str, ...]]:
    """Return a table whose values are lists of texts; `example` shows one such entry."""
    what = f"a table of lists: `{example}`"
    return {key: as_texts(item, field, what) for key, item in as_table(value, field, what).items()}


def as_text(value: Any, field: str, what: str) -> str:
    """Return one text that is not empty; raises RuleProblem(field) for anything else."""
    if not isinstance(value, str) or not value.strip():
        raise RuleProblem(field, f"expected {what}")
    return value


def only_keys(value: Mapping[str, Any], known: Sequence[str], field: str, what: str) -> None:
    """Raise RuleProblem(field) when `value`, which messages call `what`, has other keys."""
    for key in value:
        if key not in known:
            raise RuleProblem(field, f"{what} has no key `{key}`; it knows {', '.join(known)}")
