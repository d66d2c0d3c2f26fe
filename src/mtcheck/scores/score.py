"""A score: a number that says what it was computed with, and refuses to be compared blindly.

The idea of the signature is sacrebleu's (Post 2018, "A Call for Clarity in Reporting BLEU Scores"):
two numbers under one name are only comparable when everything they depend on is the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mtcheck.errors import MtcheckError

_FIELD = re.compile(r"[^|:\s]+")


@dataclass(frozen=True, slots=True)
class Signature:
    """What a score is and every setting that it depends on, in a fixed order.

    `str(signature)` is one line without spaces: the name, then `|key:value` for each field, as in
    `flesch|words:mtcheck|sentences:mtcheck|syllables:mtcheck|textstat:0.7.13|v:0.1.0`. Raises
    ValueError for a name, key or value that would make that line ambiguous, and for a key used
    twice.
    """

    name: str
    fields: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        for part in (self.name, *(part for field in self.fields for part in field)):
            if not _FIELD.fullmatch(part):
                raise ValueError(f"{part!r} cannot be part of a signature")
        if len(dict(self.fields)) != len(self.fields):
            raise ValueError(f"a key of the signature of {self.name!r} is used twice")

    def __str__(self) -> str:
        return "|".join((self.name, *(f"{key}:{value}" for key, value in self.fields)))

    def differences(self, other: Signature) -> list[str]:
        """Return one phrase for each thing that differs, such as `textstat 0.7.13 / 0.7.14`."""
        mine, theirs = dict(self.fields), dict(other.fields)
        keys = [*mine, *(key for key in theirs if key not in mine)]
        found = [] if self.name == other.name else [f"score {self.name} / {other.name}"]
        return found + [
            f"{key} {mine.get(key, 'none')} / {theirs.get(key, 'none')}"
            for key in keys
            if mine.get(key) != theirs.get(key)
        ]


@dataclass(frozen=True, slots=True)
class Score:
    """One number about a text.

    `name` is what a reader calls it ("Flesch reading ease"). `value` is in `unit`, not rounded; it
    is None when the text cannot be scored, and then `why_none` says why in a phrase. `interval` is
    a 95 % interval around the value, where one can be given. `words` says in plain language what
    the value means. Raises ValueError when these do not fit together.
    """

    name: str
    value: float | None
    unit: str
    interval: tuple[float, float] | None
    signature: Signature
    why_none: str | None
    words: str

    def __post_init__(self) -> None:
        if (self.value is None) == (self.why_none is None):
            raise ValueError(f"{self.name!r} needs either a value or a reason why it has none")
        if self.interval is not None:
            low, high = self.interval
            if self.value is None or not low <= self.value <= high:
                raise ValueError(f"{self.value} of {self.name!r} is not inside {self.interval}")

    def compare(self, other: Score) -> float:
        """Return how much larger this value is than `other`'s, in their unit.

        Raises MtcheckError when the two were not computed alike, or when one has no value.
        """
        if self.signature.differences(other.signature):
            raise MtcheckError(
                f"{self.name!r} and {other.name!r} cannot be compared, they were computed "
                f"differently ({'; '.join(self.signature.differences(other.signature))}): "
                "compute both with the same version and settings"
            )
        if self.value is None or other.value is None:
            raise MtcheckError(
                f"two values of {self.name!r} cannot be compared, one text has none "
                f"({self.why_none or other.why_none}): take longer texts"
            )
        return self.value - other.value
