"""All that decides what is found in a file, and what of it counts."""

from __future__ import annotations

from typing import NamedTuple

from mtcheck.formats.file import Options


class RuleChoice(NamedTuple):
    """Which rules run: `packs` instead of the shipped ones (all shipped ones when empty) and those
    `added`; of these `only` some (all when empty) and none of those to `ignore`, both named by
    rule, pack or area."""

    packs: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class Settings(NamedTuple):
    """The settings of one file.

    `reading` and `form` say how it is read (as `formats.reading.pieces` takes them), `source` is as
    in `checker.examine`. With `measured`, words are counted and a score computed; with `reported`,
    results carry a full report.
    """

    rules: RuleChoice = RuleChoice()
    source: str | None = None
    reading: Options = Options()
    form: str | None = None
    measured: bool = False
    reported: bool = False
