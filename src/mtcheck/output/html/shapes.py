"""The shapes of an article: which blocks are one list, table or quotation, and how deep they are.

A document says of a block its kind and how deep a title or a list item stands, or in which row a
cell; of an item of an ordered list its number. A number that was written is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from mtcheck.output.html.hidden import plain
from mtcheck.text.document import Block, BlockKind, Link
from mtcheck.text.span import Span

_TOGETHER: tuple[BlockKind, ...] = ("list-item", "quotation", "cell")
_TOP = 2
"""The page's own heading has level 1, the article's has this one."""
_DEEPEST = 6
_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f-\xa0]+", re.IGNORECASE)


def groups(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Yield the numbers of the blocks, those of one list, quotation or table together.

    A table ends where the number of the row goes down.
    """
    group: list[int] = []
    for number, block in enumerate(blocks):
        before = blocks[number - 1]
        joins = block.kind == before.kind and block.kind in _TOGETHER
        if group and not (joins and not (block.kind == "cell" and block.level < before.level)):
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def headings(blocks: Sequence[Block]) -> dict[int, int]:
    """Return the level on the page of each title, by the number of its block.

    The headline is the first one of level 1, or the first of all where none says its level; the
    others stand below it, none more than one level deeper than the title before it.
    """
    titles = [number for number, block in enumerate(blocks) if block.kind == "title"]
    if not titles:
        return {}
    headline = next((n for n in titles if blocks[n].level == 1), titles[0])
    found: dict[int, int] = {}
    level = _TOP
    for number in titles:
        wanted = max(_TOP + 1, blocks[number].level + 1)
        level = _TOP if number == headline else min(wanted, level + 1, _DEEPEST)
        found[number] = level
    return found


def nesting(items: Sequence[Block]) -> list[tuple[Markup, Markup]]:
    """Return what to write before and behind each item of a list, by how deep they stand.

    An item that stands deeper than the one before it is in a list of its own inside of that one.
    Items with numbers and without are in different lists.
    """
    before: list[Markup] = []
    behind: list[Markup] = []
    open_: list[str] = []
    for item, depth in zip(items, _depths([item.level for item in items]), strict=True):
        tag = "ul" if item.number is None else "ol"
        closing = Markup("")
        while len(open_) > depth:
            closing += Markup("</li></{}>").format(open_.pop())
        if len(open_) == depth:
            closing += Markup("</li>")
            if open_[-1] != tag and item.role != "more":
                closing += Markup("</{}>").format(open_.pop())
        opens = len(open_) < depth
        if opens:
            open_.append(tag)
        before.append(Markup("<{}>").format(tag) if opens else Markup(""))
        behind.append(closing)
    behind.append(Markup("").join(Markup("</li></{}>").format(tag) for tag in reversed(open_)))
    return list(zip(before, behind[1:], strict=True))


def _depths(levels: Sequence[int]) -> list[int]:
    """Return levels without gaps: 2, 4, 3 is 1, 2, 2."""
    open_: list[int] = []
    depths = []
    for level in levels:
        while len(open_) > 1 and open_[-1] > level:
            open_.pop()
        if not open_ or open_[-1] < level:
            open_.append(level)
        elif open_[-1] > level:
            open_[-1] = level
        depths.append(len(open_))
    return depths


def links_of(links: Sequence[Link], blocks: Sequence[Span]) -> list[list[Link]]:
    """Return the links of each block, those that run through several in parts."""
    found: list[list[Link]] = [[] for _ in blocks]
    number = 0
    for (start, end), target in links:
        while number < len(blocks) and blocks[number].end <= start:
            number += 1
        for at in range(number, len(blocks)):
            block = blocks[at]
            if block.start >= end:
                break
            first = max(start, block.start, found[at][-1].span.end if found[at] else 0)
            last = min(end, block.end)
            if first < last:
                found[at].append(Link(Span(first, last), target))
    return found


def link(inside: Markup, target: str) -> Markup:
    """Return the words of a link; where it leads stands in its title.

    Only addresses on the web get a sign that can be followed, in a window of its own that knows
    nothing of this page: the words themselves are marks that open cards.
    """
    shown = plain(target)
    words = Markup('<span class="link" title="{}">{}</span>').format(shown, inside)
    if not _ADDRESS.fullmatch(target):
        return words
    return words + Markup(
        '<a class="out" href="{}" target="_blank" rel="noopener noreferrer nofollow" '
        'aria-label="Open {}"></a>'
    ).format(target, shown)
