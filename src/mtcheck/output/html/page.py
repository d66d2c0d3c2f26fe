"""One report as one HTML file that needs nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import PurePath
from shlex import quote
from typing import TYPE_CHECKING, Any

from mtcheck.finding import SEVERITIES, Finding
from mtcheck.gate.verdict import count_of
from mtcheck.output.html import plots, words
from mtcheck.output.html.article import all_blocks, shown_blocks
from mtcheck.output.html.embed import bundle, embedded_json, policy
from mtcheck.output.html.hidden import plain, visible
from mtcheck.output.html.letters import letter, title
from mtcheck.output.html.payload import SHOWN_PLACES, is_plain, payload, place_in_text
from mtcheck.output.html.units import Places
from mtcheck.report import Report
from mtcheck.text.document import Document

if TYPE_CHECKING:
    from jinja2 import Environment

STYLE = ("theme.css", "bar.css", "article.css", "overview.css", "panel.css", "print.css")
SCRIPT = (
    "open.js",
    "store.js",
    "marks.js",
    "filters.js",
    "card.js",
    "facts.js",
    "export.js",
    "main.js",
    "close.js",
)

FACT_KINDS = {
    "name": "Names",
    "acronym": "Acronyms",
    "number": "Numbers",
    "date": "Dates",
    "quotation": "Quotations",
}

PREVIEW = 160
"""Code points of marked words that a list shows; the article shows all of them."""

_OPEN_BOX = "\N{OPEN BOX}"
_ODD_SPACE = re.compile(r"^\s+|\s+$|\s{2,}")
_LINE_END = re.compile(r"\s*[\r\n]\s*")


@cache
def environment() -> Environment:
    """Return the templates, autoescaped, with the filters that they use."""
    from jinja2 import Environment, PackageLoader, StrictUndefined  # late: only a report needs it

    made = Environment(
        loader=PackageLoader("mtcheck.output.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(visible=visible, plain=plain, preview=preview, count=count_of)
    made.globals.update(letter=letter, title_of=title)
    return made


def render_report(report: Report, catalogue: str | None = None) -> str:
    """Return a report as one self-contained HTML page; rules link to the page `catalogue`.

    The page makes no request, and its own policy forbids it to; whatever the article says is text
    in it. Decisions that are exported from it fit `mtcheck.decisions`.
    """
    findings = sorted(report.findings, key=_position)
    blocks = all_blocks(report)
    places = Places(report.document, tuple(b.span for b in blocks))
    style, script = bundle(*STYLE), bundle(*SCRIPT)
    document = report.document
    in_text = [f._replace(span=place_in_text(f.span, places, document)) for f in findings]
    length = len(document.raw if is_plain(document) else document.text)
    sentences = [replace(s, span=place_in_text(s.span, places, document)) for s in report.sentences]
    page = environment().get_template("report.html.j2")
    return page.render(
        report=report,
        file=PurePath(report.document.name).name or report.document.name,
        findings=findings,
        groups=shown_blocks(report, blocks, findings, places),
        severities=[(s, sum(f.severity == s for f in findings)) for s in SEVERITIES],
        issues=words.issues(report),
        strip=plots.strip(in_text, length),
        skyline=plots.skyline(sentences, length),
        where=words.where(in_text, length),
        lengths=words.sentence_lengths(report.sentences),
        tallest=plots.TALLEST,
        long=plots.LONG,
        facts=_facts(report),
        shown_places=SHOWN_PLACES,
        places=places,
        plain_text=is_plain(document),
        words=[
            f.text if is_plain(document) else shown.span.of(document.text)
            for f, shown in zip(findings, in_text, strict=True)
        ],
        apply=_apply(document),
        data=embedded_json(payload(report, findings, places) | {"catalogue": catalogue}),
        style=style,
        script=script,
        policy=policy(style, script),
    )


def _apply(document: Document) -> str | None:
    """Return the command that makes the decisions, None where the file holds several articles."""
    if document.record or document.name == "-":
        return None
    file = PurePath(document.name).name
    stem = PurePath(file).stem or "article"
    return f"mtcheck apply {quote(stem + '.decisions.json')} {quote(file)}"


def preview(text: str, longest: int = PREVIEW) -> str:
    """Return `text` on one line, its middle left out where it is longer than `longest`.

    White space that a reader would not see (at an end, or doubled) shows as open boxes.
    """
    if len(text) <= longest:
        return _ODD_SPACE.sub(lambda m: _OPEN_BOX * len(m.group()), _line(text))
    half = (longest - 3) // 2
    return f"{_line(text[:half])} … {_line(text[-half:])}"


def _line(text: str) -> str:
    return _LINE_END.sub(" ", text)


def _position(finding: Finding) -> tuple[int, int, int, str]:
    order = SEVERITIES.index(finding.severity)
    return finding.span.start, finding.span.end, order, finding.rule


def _facts(report: Report) -> list[dict[str, Any]]:
    numbered = list(enumerate(report.facts.facts))
    return [
        {
            "kind": kind,
            "title": name,
            "facts": [(number, fact) for number, fact in numbered if fact.kind == kind],
        }
        for kind, name in FACT_KINDS.items()
        if any(fact.kind == kind for _, fact in numbered)
    ]
