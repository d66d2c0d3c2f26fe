"""The article as a reader would see it, with the findings marked in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from markupsafe import Markup

from mtcheck.finding import Finding
from mtcheck.output.html.hidden import visible
from mtcheck.output.html.letters import letter
from mtcheck.output.html.marks import Mark, Segment, by_block, cut, segments
from mtcheck.output.html.shapes import groups, headings, link, links_of, nesting
from mtcheck.output.html.units import Places
from mtcheck.report import Report
from mtcheck.text.document import Block, BlockKind, BlockRole, Document, Link
from mtcheck.text.span import Span

HARD_GRADE = 17.0
"""A passage of this US school grade or more is called hard in the margin: beyond college."""

HUGE = 2000
"""A marked segment of more code points shows its focus by colour: Chromium needs seconds to draw
an outline around thousands of lines."""

_NO = Markup("")
_NOTHING = (_NO, _NO)
_UNCHECKED = Markup('<span class="unchecked" title="not checked">{}</span>')
_VALUE = Markup(' value="{}"')
_OWN_BULLET = re.compile(r"\s*([•‣◦▪*–—-]|\(?\d{1,3}[.)])\s")


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """One block of the page: `number` counts all blocks, `level` is that of a heading of the page
    or the row of a cell, `attribute` is what an item of an ordered list says of its number, `role`
    is as in `Block`, `grade` is set where it is hard, `before` and `after` are the lists that begin
    and end with it."""

    number: int
    kind: BlockKind
    html: Markup
    level: int
    attribute: Markup
    role: BlockRole
    own_bullet: bool
    grade: int | None
    before: Markup
    after: Markup


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
    """Yield the article's blocks in order, those of one list, table or quotation in one group.

    `findings` are numbered as they stand in the sequence.
    """
    marks = by_block(_marks(findings, places), len(blocks))
    last = {mark.finding: number for number, here in enumerate(marks) for mark in here}
    links = links_of(report.document.links, [b.span for b in blocks])
    titles = headings(blocks)
    grades = {
        places.shown(p.span).start: round(p.grade)
        for p in report.passages
        if p.grade is not None and p.grade >= HARD_GRADE
    }

    def shown(number: int, around: tuple[Markup, Markup]) -> ShownBlock:
        block, here = blocks[number], marks[number]
        closing = frozenset(mark.finding for mark in here if last[mark.finding] == number)
        writer = _Writer(report.document, segments(here), links[number], findings, closing)
        return ShownBlock(
            number=number,
            kind=block.kind,
            html=writer.block(block.span),
            level=titles.get(number, block.level),
            attribute=_NO if block.number is None else _VALUE.format(block.number),
            role=block.role,
            own_bullet=bool(_OWN_BULLET.match(block.span.of(report.document.text))),
            grade=grades.get(block.span.start),
            before=around[0],
            after=around[1],
        )

    for group in groups(blocks):
        listed = blocks[group[0]].kind == "list-item"
        around = nesting([blocks[n] for n in group]) if listed else [_NOTHING] * len(group)
        yield [shown(number, here) for number, here in zip(group, around, strict=True)]


def _marks(findings: Sequence[Finding], places: Places) -> Iterator[tuple[int, Mark]]:
    for number, finding in enumerate(findings):
        for block, part in places.blocks_of(places.shown(finding.span)):
            yield block, Mark(number, part)


class _Writer:
    """Writes one block: its text, the marks of findings in it, and its links."""

    def __init__(
        self,
        document: Document,
        found: Sequence[Segment],
        links: Sequence[Link],
        findings: Sequence[Finding],
        closing: frozenset[int],
    ) -> None:
        self._text = document.text
        self._unchecked = document.unchecked
        self._links = links
        self._findings = findings
        self._closing = closing
        ends = {at for span, _ in links for at in span}
        self._segments = cut(found, sorted(ends))
        self._next = 0

    def block(self, block: Span) -> Markup:
        """Return the whole block."""
        pieces, at = [], block.start
        for span, target in self._links:
            pieces += [self._stretch(at, span.start), link(self._stretch(*span), target)]
            at = span.end
        pieces.append(self._stretch(at, block.end, last=True))
        return Markup("").join(pieces)

    def _stretch(self, start: int, end: int, *, last: bool = False) -> Markup:
        pieces, at = [], start
        while self._next < len(self._segments):
            segment = self._segments[self._next]
            if segment.span.start > end or (segment.span.start == end and not last):
                break
            self._next += 1
            pieces.append(self._plain(at, segment.span.start))
            pieces.append(_segment(segment.span.of(self._text), segment, self._findings))
            pieces += [_tag(n, self._findings[n]) for n in segment.ends if n in self._closing]
            at = segment.span.end
        pieces.append(self._plain(at, end))
        return Markup("").join(pieces)

    def _plain(self, start: int, end: int) -> Markup:
        """Return text without marks; what is not checked in it is told apart."""
        pieces = []
        number = bisect_right(self._unchecked, start, key=lambda span: span.end)
        for span in islice(self._unchecked, number, None):
            if span.start >= end:
                break
            first, last = max(span.start, start), min(span.end, end)
            pieces.append(visible(self._text[start:first]))
            pieces.append(_UNCHECKED.format(visible(self._text[first:last])))
            start = last
        pieces.append(visible(self._text[start:end]))
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
