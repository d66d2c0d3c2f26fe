"""A comment written into a file, so that one finding in it does not count.

What is written is read again first: a comment stands only where it changes no text and suppresses
nothing else, or as little of the same rule as can be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from mtcheck.errors import InputError
from mtcheck.formats.comments import MARK
from mtcheck.formats.file import File
from mtcheck.formats.places import place_of
from mtcheck.formats.reading import documents, format_of
from mtcheck.formats.rewrite import raw_written
from mtcheck.formats.slots import Slot, slots
from mtcheck.gate.checking import results
from mtcheck.gate.directives import LINE, NEXT
from mtcheck.gate.others import is_among
from mtcheck.gate.result import Located, Result
from mtcheck.gate.rules import ids_of, loaded
from mtcheck.gate.settings import Settings
from mtcheck.text.document import Document
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

if TYPE_CHECKING:
    from mtcheck.engines.languagetool.asking import LanguageTool


class Written(NamedTuple):
    """A file with a comment more: its bytes, the comment with its marks, the line it is in (in a
    container the paragraph), and how many findings it suppresses."""

    data: bytes
    comment: str
    line: int
    suppressed: int = 1


def meant(
    file: File,
    settings: Settings,
    line: int,
    column: int | None,
    rule: str | None,
    other: LanguageTool | None = None,
) -> Located:
    """Return the finding at a line and a column of a file, as outputs count them: in a container
    the line is that of the paragraph.

    `rule` is a rule, pack or area, `other` a checker that is asked as well. InputError when there
    is none, or more than one.
    """
    found = [each for result in results(file, settings, other) for each in result.found]
    if rule is not None:
        named = ids_of(loaded(settings.rules.packs, settings.rules.added), rule)
        found = [each for each in found if is_among(each.finding, named)]
    here = [each for each in found if _line(each) == line]
    here = here or [each for each in found if each.line <= line <= each.end_line]
    here = [each for each in here if column is None or _holds(each, column)]
    if len(here) == 1:
        return here[0]
    where = f"{file.name}:{line}" + (f":{column}" if column else "")
    if not here:
        near = min(found, key=lambda each: abs(_line(each) - line), default=None)
        unit = "paragraph" if near and near.place else "line"
        hint = f"; the nearest is in {unit} {_line(near)}" if near else ""
        raise InputError(f"{where}: there is no finding{f' of {rule}' if rule else ''} here{hint}")
    listed = ", ".join(f"{_line(each)}:{_column(each)} {each.finding.rule}" for each in here)
    raise InputError(f"{where}: there are {len(here)}, say which one is meant: {listed}")


def _line(located: Located) -> int:
    return located.place.paragraph if located.place else located.line


def _column(located: Located) -> int:
    return located.place.column if located.place else located.column


def _holds(located: Located, column: int) -> bool:
    start = _column(located)
    return start <= column < start + max(1, len(located.shown))


def with_comment(
    file: File,
    settings: Settings,
    located: Located,
    reason: str,
    other: LanguageTool | None = None,
) -> Written | None:
    """Return a file with a comment because of which one of its findings does not count.

    None when its format has no comments, or none would do just that.
    """
    found = list(documents(file, settings.reading, settings.form))
    if len(found) != 1 or found[0].format != format_of(file, settings.form):
        return None  # records, or files in an archive
    [document] = found
    [before] = results(file, settings, other)
    best: Written | None = None
    for written in _proposals(file, document, located, reason):
        try:
            gone = _gone(File(file.name, written.data), settings, document, before, other)
        except InputError:  # it broke the file
            continue
        rules = {rule for rule, _, _ in gone}
        if _key(located) in gone and rules == {located.finding.rule}:
            if best is None or gone.total() < best.suppressed:
                best = written._replace(suppressed=gone.total())
            if best.suppressed == 1:
                break
    return best


def _proposals(file: File, document: Document, located: Located, reason: str) -> Iterator[Written]:
    places = list(slots(document, located.finding.span))
    quoted = f'"{located.shown.replace(chr(34), chr(0x201D))}" '
    for phrase in ("", quoted):  # words only where the place alone says too much
        for slot in places:
            yield _proposal(file, document, slot, f"{phrase}{located.finding.rule}", reason)


def _proposal(file: File, document: Document, slot: Slot, what: str, reason: str) -> Written:
    verb = NEXT if slot.is_next else LINE
    # Two hyphens would end the comment of a page, or not be allowed in it.
    why = " ".join(reason.split()).replace("--", "\N{EM DASH}")
    text = slot.escape(f"{MARK} {verb} {what} {slot.dash} {why}")
    comment = f"{slot.before}{text}{slot.after}"
    data = raw_written(file, document, [Edit(Span(slot.at, slot.at), comment)])
    line = document.lines.line_column(slot.at)[0]
    if document.parts:
        line = place_of(document, slot.at).paragraph
    return Written(data, comment.strip(), line)


def _gone(
    file: File,
    settings: Settings,
    document: Document,
    before: Result,
    other: LanguageTool | None,
) -> Counter[tuple[str, str, str]]:
    """Return the findings that are suppressed in a file as it would be; none, if anything else is
    different in it."""
    [now] = documents(file, settings.reading, settings.form)
    [after] = results(file, settings, other)
    gone = Counter(map(_key, before.found))
    gone.subtract(Counter(map(_key, after.found)))
    same = now.text.split() == document.text.split() and not -gone
    return +gone if same else Counter()


def _key(located: Located) -> tuple[str, str, str]:
    return located.finding.rule, located.shown, located.context
