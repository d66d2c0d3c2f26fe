"""The article as a reader would see it, with the findings marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mtcheck.finding import Finding
from mtcheck.output.html.hidden import visible
from mtcheck.output.html.letters import letter
from mtcheck.output.html.marks import Mark, Segment, by_block, segments
from mtcheck.output.html.units import Places
from mtcheck.report import Report
from mtcheck.text.document import Block, BlockKind
from mtcheck.text.span import Span

HARD_GRADE = 17.0
"""A passage of this US school grade or more is called hard in the margin: beyond college."""

HUGE = 2000
"""A marked segment of more code points shows its focus by colour: Chromium needs seconds to draw
an outline around thousands of lines."""

_OWN_BULLET = re.compile(r"\s*([•‣◦▪*–—-]|\(?\d{1,3}[.)])\s")


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """One block of the page: `number` counts all blocks, `grade` is set where it is hard."""

    number: int
    kind: BlockKind
    html: Markup
    first_title: bool
    own_bullet: bool
    grade: int | None


def all_blocks(report: Report) -> tuple[Block, ...]:
    """Return the blocks of a report's document, and text outside of them as paragraphs."""
    document, found, at = report.document, [], 0
    for block in (*document.blocks, None):
        end = block.span.start if block else len(document.text)
        if document.text[at:end].strip():
            found.append(Block("paragraph", Span(at, end)))
        if block:
            found.append(block)
            at = block.span.end
    return tuple(found)


def shown_blocks(
    report: Report, blocks: Sequence[Block], findings: Sequence[Finding], places: Places
) -> Iterator[list[ShownBlock]]:
    """Yield the article's blocks in order, list items that follow each other in one group.

    `findings` are numbered as they stand in the sequence.
    """
    marks = by_block(_marks(findings, places), len(blocks))
    last = {mark.finding: number for number, here in enumerate(marks) for mark in here}
    grades = {
        places.shown(p.span).start: round(p.grade)
        for p in report.passages
        if p.grade is not None and p.grade >= HARD_GRADE
    }
    group: list[ShownBlock] = []
    titled = False
    for number, (block, here) in enumerate(zip(blocks, marks, strict=True)):
        text = block.span.of(report.document.text)
        closing = frozenset(mark.finding for mark in here if last[mark.finding] == number)
        shown = ShownBlock(
            number=number,
            kind=block.kind,
            html=_marked(report.document.text, block.span, segments(here), findings, closing),
            first_title=block.kind == "title" and not titled,
            own_bullet=bool(_OWN_BULLET.match(text)),
            grade=grades.get(block.span.start),
        )
        titled = titled or shown.first_title
        if group and not (shown.kind == group[-1].kind == "list-item"):
            yield group
            group = []
        group.append(shown)
    if group:
        yield group


def _marks(findings: Sequence[Finding], places: Places) -> Iterator[tuple[int, Mark]]:
    for number, finding in enumerate(findings):
        for block, part in places.blocks_of(places.shown(finding.span)):
            yield block, Mark(number, part)


def _marked(
    text: str,
    block: Span,
    found: Sequence[Segment],
    findings: Sequence[Finding],
    closing: frozenset[int],
) -> Markup:
    pieces, at = [], block.start
    for segment in found:
        pieces.append(visible(text[at : segment.span.start]))
        pieces.append(_segment(segment.span.of(text), segment, findings))
        pieces += [_tag(n, findings[n]) for n in segment.ends if n in closing]
        at = segment.span.end
    pieces.append(visible(text[at : block.end]))
    return Markup("").join(pieces)


def _segment(text: str, segment: Segment, findings: Sequence[Finding]) -> Markup:
    """Return one segment: nested underlines, the uppermost lane outermost."""
    html = visible(text)
    for lane, number in reversed(segment.lanes[1:]):
        html = Markup('<span class="u {}" data-f="{}">{}</span>').format(
            _classes(findings[number], lane), number, html
        )
    lane, number = segment.lanes[0]
    described = " ".join(f"w{n + 1}" for _, n in segment.lanes)
    extra = Markup("")
    if not text.strip():
        extra += Markup(' aria-label="{}"').format("white space" if text else "here")
    if len(text) > HUGE:
        extra += Markup(" data-huge")
    if segment.depth > len(segment.lanes):
        extra += Markup(' data-depth="{}"').format(segment.depth)
    return Markup(
        '<mark class="m u {}" data-f="{}"{} role="button" tabindex="-1" aria-describedby="{}">'
        "{}</mark>"
    ).format(
        _classes(findings[number], lane),
        number,
        extra,
        described,
        html,
    )


def _classes(finding: Finding, lane: int) -> str:
    empty = "" if len(finding.span) else " point"
    return f"{finding.severity} l{lane}{empty}"


def _tag(number: int, finding: Finding) -> Markup:
    return Markup(
        '<span class="tag {}" id="t{}" data-f="{}" data-t="{}" data-n="{}" '
        'aria-hidden="true"></span>'
    ).format(finding.severity, number + 1, number, letter(finding.category), number + 1)
