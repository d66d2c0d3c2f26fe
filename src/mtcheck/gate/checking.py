"""A file becomes results, as its settings say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from mtcheck.checker import Checked, examine
from mtcheck.engine.packs import RuleSet
from mtcheck.engine.view import View
from mtcheck.foreign import with_remarks
from mtcheck.formats.comments import Comment, comments_of
from mtcheck.formats.file import File
from mtcheck.formats.reading import documents
from mtcheck.gate.locate import located
from mtcheck.gate.others import counted, described
from mtcheck.gate.result import Result
from mtcheck.gate.rules import chosen, levels
from mtcheck.gate.settings import Settings
from mtcheck.text.document import Document

if TYPE_CHECKING:
    from mtcheck.engines.languagetool.asking import LanguageTool
    from mtcheck.report import Report


def results(file: File, settings: Settings, other: LanguageTool | None = None) -> Iterator[Result]:
    """Yield the result of each document of a file, in its order; with what an `other` checker has
    to say.

    Raises InputError when the file cannot be read, before or after some of its documents, and what
    `rules.chosen` raises.
    """
    rules = chosen(settings.rules, settings.severities)
    for document in documents(file, settings.reading, settings.form):
        yield _result(document, rules, settings, comments_of(document, file), other)


def _result(
    document: Document,
    rules: RuleSet,
    settings: Settings,
    comments: Sequence[Comment],
    other: LanguageTool | None,
) -> Result:
    view = View(document)
    grave = levels(settings.rules, settings.severities)
    checked = examine(view, rules, settings.source, conclude=settings.reported, levels=grave)
    lacks = None
    if other is not None:
        theirs, lacks = other.findings(view, checked.findings)
        both = (*checked.findings, *counted(theirs, settings))
        in_order = sorted(both, key=lambda f: (f.span.start, f.span.end, f.rule))
        checked = checked._replace(findings=tuple(in_order))
    remarks = with_remarks(document, checked.foreign).notes
    if checked.source and checked.source.why:
        remarks = (*remarks, checked.source.words)
    result = Result(
        document.name,
        document.record,
        document.format,
        located(view, checked.findings),
        remarks,
        lacks=lacks,
    )
    if comments or settings.ignores:
        from mtcheck.gate.suppress import Suppression  # late: most files ignore nothing

        suppression = Suppression(view, comments, settings, complete=lacks is None)
        found, ignored = suppression.applied(result.found)
        result = result._replace(
            found=tuple(found), suppressed=tuple(ignored), used=suppression.used
        )
        left = {each.located.finding for each in ignored}
        checked = checked._replace(
            findings=tuple(each for each in checked.findings if each not in left)
        )
    if settings.measured:
        result = _measured(result, view, checked)
    if settings.reported:
        result = result._replace(report=_report(result, view, checked, rules))
    return result


def _report(result: Result, view: View, checked: Checked, rules: RuleSet) -> Report:
    """Return the report of a result; what stands beside the text is among its remarks."""
    from mtcheck.report import report_of  # late: the scores are slow to import

    report = report_of(view, checked, described(rules, checked.findings))
    beside = [each for each in result.found if each.finding.rule in rules.own]
    told = [f"line {each.line}: {each.finding.message}" for each in beside]
    notes = (*report.document.notes, *told)
    return replace(report, document=report.document._replace(notes=notes)) if told else report


def _measured(result: Result, view: View, checked: Checked) -> Result:
    from mtcheck.scores.counts import words_of  # late: most gates count findings only
    from mtcheck.scores.quality import quality

    words = sum(len(words_of(view.exact[a:b])) for a, b in view.english_sentences)
    return result._replace(words=words, score=quality(checked.findings, words).mqm_raw.value)
