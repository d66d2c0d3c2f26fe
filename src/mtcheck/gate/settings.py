"""All that decides what is found in a file, and what of it counts."""

from __future__ import annotations

from typing import NamedTuple

from mtcheck.engines.languagetool.service import Service
from mtcheck.formats.file import Options


class RuleChoice(NamedTuple):
    """Which rules run: `packs` instead of the shipped ones (all shipped ones when empty) and those
    `added`; of these `only` some (all when empty) and none of those to `ignore`, both named by
    rule, pack or area."""

    packs: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class Ignore(NamedTuple):
    """Findings that do not count: of this rule, pack or area ("all": of any), where `text` is not
    empty only those of these words; and why."""

    rule: str
    text: str
    reason: str


class Settings(NamedTuple):
    """The settings of one file.

    `reading` and `form` say how it is read (as `formats.reading.pieces` takes them), `source` is as
    in `checker.examine`. With `measured`, words are counted and a score computed; with `reported`,
    results carry a full report. `ignores` are findings that do not count; a comment in the file
    that says so needs a reason, unless not `require_reason`. `severities` are names of rules, packs
    or areas with the severity of their findings, or "off" or "on" (their own one); the most
    specific name wins, and of the same the last one. `languagetool` is what is asked as well.
    """

    rules: RuleChoice = RuleChoice()
    source: str | None = None
    reading: Options = Options()
    form: str | None = None
    measured: bool = False
    reported: bool = False
    ignores: tuple[Ignore, ...] = ()
    require_reason: bool = True
    severities: tuple[tuple[str, str], ...] = ()
    languagetool: Service | None = None
