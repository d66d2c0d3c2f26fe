"""A file becomes results, as its settings say."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.checker import Checked, examine
from mtcheck.engine.packs import RuleSet
from mtcheck.engine.view import View
from mtcheck.foreign import with_remarks
from mtcheck.formats.file import File
from mtcheck.formats.reading import documents
from mtcheck.gate.locate import located
from mtcheck.gate.result import Result
from mtcheck.gate.rules import chosen, levels
from mtcheck.gate.settings import Settings
from mtcheck.text.document import Document


def results(file: File, settings: Settings) -> Iterator[Result]:
    """Yield the result of each document of a file, in its order.

    Raises InputError when the file cannot be read, before or after some of its documents, and what
    `rules.chosen` raises.
    """
    rules = chosen(settings.rules, settings.severities)
    for document in documents(file, settings.reading, settings.form):
        yield _result(document, rules, settings)


def _result(document: Document, rules: RuleSet, settings: Settings) -> Result:
    view = View(document)
    grave = levels(settings.rules, settings.severities)
    checked = examine(view, rules, settings.source, conclude=settings.reported, levels=grave)
    remarks = with_remarks(document, checked.foreign).notes
    if checked.source and checked.source.why:
        remarks = (*remarks, checked.source.words)
    result = Result(
        document.name,
        document.record,
        document.format,
        located(view, checked.findings),
        remarks,
    )
    if settings.measured:
        result = _measured(result, view, checked)
    if settings.reported:
        from mtcheck.report import report_of  # late: the scores are slow to import

        result = result._replace(report=report_of(view, checked, rules))
    return result


def _measured(result: Result, view: View, checked: Checked) -> Result:
    from mtcheck.scores.counts import words_of  # late: most gates count findings only
    from mtcheck.scores.quality import quality

    words = sum(len(words_of(view.exact[a:b])) for a, b in view.english_sentences)
    return result._replace(words=words, score=quality(checked.findings, words).mqm_raw.value)
