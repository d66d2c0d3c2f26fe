"""Entries `[[ignore]]` of a config that ignore nothing any more.

Only entries of the config itself are looked at: those that it extends are for other texts, too. And
only where all is checked that an entry means: the whole folder of the config, or each file that it
names; else what it ignores may stand in another file.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache

from mtcheck.errors import InputError
from mtcheck.finding import Finding
from mtcheck.formats.files import read_file
from mtcheck.gate.config.effective import Config
from mtcheck.gate.config.parse import Listed
from mtcheck.gate.own import OWN, UNUSED
from mtcheck.gate.result import Located, Result
from mtcheck.gate.rules import chosen, could_find, ids_of, levels, loaded
from mtcheck.gate.settings import RuleChoice, Settings
from mtcheck.text.lines import LineIndex
from mtcheck.text.span import Span

_SAID = "This ignores nothing, because no file that it means has a finding of {}; delete it."


class Unused:
    """The entries of a config, with what a run of checks shows of them.

    `paths` are the files and folders that the command line names; none: those of the config.
    """

    def __init__(self, config: Config, paths: Sequence[str]) -> None:
        self._config = config
        self._paths = [os.path.abspath(path) for path in paths if path != "-"]
        self._is_whole = not paths
        self._own = {id(each) for each in config.own_ignores}
        self._fitting: dict[int, Listed] = {}  # those of which a file was checked
        self._used: set[int] = set()
        self._silent: set[int] = set()  # of which not all rules were asked
        self._checked: dict[str, Sequence[Listed]] = {}

    def add(self, result: Result, settings_of: Callable[[str], Settings]) -> None:
        """Take the result of a document into account; `settings_of` its file it was made by."""
        if result.file not in self._checked:
            settings = settings_of(result.file)
            self._checked[result.file] = self._config.at(result.file).ignores
            for each in self._checked[result.file]:
                if id(each) in self._own:
                    self._fitting[id(each)] = each
                    if not _asked(each.ignore.rule, settings.rules, settings.severities):
                        self._silent.add(id(each))
        entries = self._checked[result.file]
        self._used.update(id(entries[number]) for number in result.used)

    def found(self, unread: Collection[str]) -> Result | None:
        """Return the entries that ignored nothing, as findings in the config; None without any.
        `unread` are files that could not be read."""
        for name in unread:
            self._silent.update(id(each) for each in self._config.at(name).ignores)
        checked = {os.path.abspath(name) for name in self._checked}
        left = [
            each
            for number, each in self._fitting.items()
            if number not in self._used | self._silent and self._is_all(each, checked)
        ]
        if not left:
            return None
        file, _, _ = left[0].origin.rpartition(":")
        settings = self._config.at(file).settings()
        if UNUSED not in chosen(settings.rules, settings.severities).own:
            return None
        found = tuple(_located(file, left, settings))
        return Result(file, "", "text", found, words=0 if settings.measured else None)

    def _is_all(self, entry: Listed, checked: Collection[str]) -> bool:
        """Whether all that an entry means was checked."""
        folder = os.path.dirname(os.path.abspath(self._config.names[-1]))
        if self._is_whole or self._named(folder):
            return True
        meant = [glob.path for glob in entry.globs]
        return bool(meant) and all(
            path is not None and (path in checked or self._named(path)) for path in meant
        )

    def _named(self, path: str) -> bool:
        """Whether the command line names a path, or a folder that it lies in."""
        return any(
            path == given or path.startswith(given.rstrip(os.sep) + os.sep) for given in self._paths
        )


@cache
def _asked(name: str, choice: RuleChoice, severities: tuple[tuple[str, str], ...]) -> bool:
    """Whether all rules were asked that an entry names."""
    rules = loaded(choice.packs, choice.added)
    wanted = {*rules.shelf.ids} if name == "all" else ids_of(rules, name)
    return could_find(wanted, chosen(choice, severities))


def _located(file: str, entries: Sequence[Listed], settings: Settings) -> Iterator[Located]:
    try:
        text = read_file(file).decode("utf-8", "replace")
    except InputError:  # it was there a moment ago
        text = ""
    index = LineIndex(text)
    rule, _ = OWN[UNUSED]
    level = levels(settings.rules, settings.severities).get(UNUSED, rule.severity)
    lines = text.split("\n")
    for entry in sorted(entries, key=_line):
        line = min(_line(entry), len(lines))
        start = sum(len(each) + 1 for each in lines[: line - 1])
        shown = lines[line - 1].strip()
        span = Span(start, start + len(lines[line - 1].rstrip()))
        finding = Finding(
            UNUSED, span, level, rule.category, _SAID.format(_what(entry)), shown, penalty=0.0
        )
        where = (*index.line_column(span.start), *index.line_column(span.end))
        yield Located(finding, *span, *where, shown or "[[ignore]]", f"{shown} {_what(entry)}")


def _what(entry: Listed) -> str:
    rule, text, _ = entry.ignore
    words = f"“{' '.join(text.split())}”" if text else ""
    return " ".join(filter(None, ("" if rule == "all" else rule, words)))


def _line(entry: Listed) -> int:
    _, _, line = entry.origin.rpartition(":")
    return int(line) if line.isdecimal() else 1
