"""What becomes of an article: accepted, held for review, or rejected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from mtcheck.gate.result import Result
from mtcheck.gate.run import Unread
from mtcheck.gate.verdict import Limits, Verdict

Fate = Literal["accept", "review", "reject"]
FATES: tuple[Fate, ...] = ("accept", "review", "reject")
"""From best to worst."""


class Decision(NamedTuple):
    """What becomes of one document of a file, and why in one sentence; `result` is None for what
    could not be read."""

    fate: Fate
    why: str
    result: Result | None = None


def decided(
    found: Iterable[Result | Unread], review: Limits, reject: Limits, *, all_asked: bool = False
) -> list[Decision]:
    """Return a decision about each result of a file: rejected what is over the limits `reject`,
    held for review what is over those of `review`, could not be read or, with `all_asked`, was not
    answered for by LanguageTool."""
    return [_decision(each, review, reject, all_asked) for each in found]


def worst(decisions: Sequence[Decision]) -> Fate:
    """Return the worst fate among the documents of a file; one without any is held for review."""
    return max((d.fate for d in decisions), key=FATES.index, default="review")


def _decision(found: Result | Unread, review: Limits, reject: Limits, all_asked: bool) -> Decision:
    if isinstance(found, Unread):
        return Decision("review", f"it cannot be read: {found.why}")
    for fate, limits in (("reject", reject), ("review", review)):
        verdict = Verdict(limits)
        verdict.add(found)
        if verdict.failed:
            return Decision(fate, verdict.reason, found)  # type: ignore[arg-type]
    if all_asked and found.lacks:
        return Decision("review", f"LanguageTool is required: {found.lacks}", found)
    return Decision("accept", "nothing in it is over the limits", found)
