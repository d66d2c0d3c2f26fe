"""The article of a whole web page: which of its blocks belong to it.

Trafilatura finds it (the extra `web`). It gives text without positions, so that its lines are laid
on ours: the longest common sequence of lines that are equal but for white space. Where it is not
installed, the page itself may say what its article is; whichever way was taken is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from mtcheck.errors import InputError
from mtcheck.formats.html.elements import FURNITURE
from mtcheck.formats.html.flow import Passage
from mtcheck.formats.html.walk import Region, Walked

if TYPE_CHECKING:
    from collections.abc import Iterable

_INSTALL = "pip install 'mtcheck[web]'"
_INLINE = frozenset(("hi", "ref", "del", "ins", "graphic", "span"))
_MOST_PAIRS = 1_000_000_000  # lines of ours times lines of the article: some 100 MB
_ALIKE = 85.0  # of 100: lines that differ by a footnote's number or a symbol
_NEAR = 40  # lines that are compared in the gap between two that are equal
_SHORTEST = 25  # code points of a line that is worth saying that it was not found


class Chosen(NamedTuple):
    """The passages that are read, and remarks on those that are not."""

    passages: list[Passage]
    notes: tuple[str, ...] = ()


class _Line(NamedTuple):
    passage: int
    text: str


def article_of(name: str, raw: str, walked: Walked, whole_page: bool | None) -> Chosen:
    """Return the passages of the article, or all where the file is no whole page.

    `whole_page` is what the user says, None when it is to be seen from the file. Raises InputError
    when the user asks for the article and trafilatura is not installed.
    """
    passages = walked.passages
    if whole_page is False or (whole_page is None and not walked.is_page):
        return Chosen(passages)
    try:
        found = _extracted(raw)
    except ImportError:
        if whole_page:
            raise InputError(
                f"{name}: finding the article of a page needs trafilatura; install it with "
                f"{_INSTALL}"
            ) from None
        why = f"trafilatura, which finds the article of a page, is not installed ({_INSTALL})"
        return _as_marked(walked, why)
    chosen, lost = _placed(raw, passages, found)
    if not chosen:
        return _as_marked(walked, "trafilatura found no article on the page")
    # Of a short page it takes all text there is, navigation too.
    own = {n for n in chosen if not _in_furniture(passages[n].region, walked.regions)}
    chosen = own or chosen
    numbers = _with_heading_and_captions(passages, walked.regions, chosen)
    notes = _left_out(passages, numbers, "outside the article")
    if lost:
        lines = "1 line" if lost == 1 else f"{lost:,} lines"
        notes += (f"{lines} of the article could not be placed on the page and may be missing",)
    return Chosen([passages[number] for number in sorted(numbers)], notes)


def _extracted(raw: str) -> list[str]:
    """Return the lines of the article, without white space; ImportError without trafilatura."""
    import logging

    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        # The parser it uses takes no text that declares an encoding, and wants no NUL.
        found = bare_extraction(
            raw.replace("\0", ""), include_comments=False, include_tables=True, deduplicate=False
        )
    except (ValueError, RecursionError):
        return []
    body = getattr(found, "body", None)
    return [] if body is None else list(_lines_of(body))


def _lines_of(body: Any) -> Iterator[str]:
    from lxml import etree

    pieces: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if element.tag not in _INLINE and not _is_code_in_a_line(element):
            yield from _joined(pieces)
        pieces.append((element.text if event == "start" else element.tail) or "")
    yield from _joined(pieces)


def _is_code_in_a_line(element: Any) -> bool:
    around = element.getparent() if element.tag == "code" else None
    return around is not None and around.tag != "body"


def _joined(pieces: list[str]) -> Iterator[str]:
    text = "".join(pieces)
    pieces.clear()
    yield from filter(None, map(_bare, text.split("\n")))  # code has lines of its own


def _bare(text: str) -> str:
    return "".join(text.split())


def _placed(raw: str, passages: Sequence[Passage], found: Sequence[str]) -> tuple[set[int], int]:
    """Return the numbers of the passages whose lines were found, and how many lines are in none."""
    ours = [
        _Line(number, bare)
        for number, passage in enumerate(passages)
        for line in passage.text(raw).split("\n")
        if (bare := _bare(line))
    ]
    matched: dict[int, int] = {}
    for a, b in _common([line.text for line in ours], found):
        matched[a] = b
    for a, b in _alike(ours, found, matched):
        matched[a] = b
    chosen = {ours[at].passage for at in matched}
    placed = set(matched.values())
    lost = sum(len(t) >= _SHORTEST for at, t in enumerate(found) if at not in placed)
    return chosen, lost


def _common(ours: Sequence[str], found: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of a longest common sequence in both."""
    from rapidfuzz.distance import LCSseq

    if len(ours) * len(found) > _MOST_PAIRS:
        known = {text: at for at, text in enumerate(found)}
        yield from ((at, known[text]) for at, text in enumerate(ours) if text in known)
        return
    for code in LCSseq.opcodes(ours, found):
        if code.tag == "equal":
            yield from zip(
                range(code.src_start, code.src_end),
                range(code.dest_start, code.dest_end),
                strict=True,
            )


def _alike(
    ours: Sequence[_Line], found: Sequence[str], matched: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield pairs of lines between two that match: nearly equal, or one a part of ours."""
    from rapidfuzz.fuzz import ratio

    last_ours = last_found = -1
    for a, b in [*sorted(matched.items()), (len(ours), len(found))]:
        free: Iterable[int] = islice(range(last_found + 1, b), _NEAR)
        left = [at for at in free if len(found[at]) >= _SHORTEST]
        for mine in islice(range(last_ours + 1, a), _NEAR):
            text = ours[mine].text
            for at in left:
                if found[at] in text or ratio(text, found[at]) >= _ALIKE:
                    left.remove(at)
                    yield mine, at
                    break
        last_ours, last_found = a, b


def _with_heading_and_captions(
    passages: Sequence[Passage], regions: Sequence[Region], chosen: set[int]
) -> set[int]:
    """Return the chosen passages with the page's heading, where it stands before them, and the
    captions among them, which trafilatura leaves out."""
    first, last = min(chosen), max(chosen)
    made = set(chosen)
    for number in range(first, last):
        passage = passages[number]
        if passage.context.kind == "caption" and not _in_furniture(passage.region, regions):
            made.add(number)
    if not any(_is_heading(passages[number]) for number in chosen):
        before = [
            number
            for number in range(first)
            if _is_heading(passages[number]) and not _in_furniture(passages[number].region, regions)
        ]
        made.update(before[-1:])
    return made


def _is_heading(passage: Passage) -> bool:
    return passage.context.kind == "title" and passage.context.level == 1


def _in_furniture(region: int | None, regions: Sequence[Region]) -> bool:
    while region is not None:
        if regions[region].name in FURNITURE:
            return True
        region = regions[region].around
    return False


def _as_marked(walked: Walked, why: str) -> Chosen:
    """Return what stands in the page's one `article`, or its one `main`, else all."""
    for name in ("article", "main"):
        marked = [n for n, region in enumerate(walked.regions) if region.name == name]
        if len(marked) == 1:
            inside = [n for n, p in enumerate(walked.passages) if _is_in(p, marked[0], walked)]
            if inside:
                notes = _left_out(walked.passages, inside, f"outside <{name}>")
                said = (f"{why}; what stands in <{name}> is read",)
                return Chosen([walked.passages[n] for n in inside], said + notes)
    return Chosen(walked.passages, (f"{why}; all of the page is read",))


def _is_in(passage: Passage, wanted: int, walked: Walked) -> bool:
    region: int | None = passage.region
    while region is not None and region != wanted:
        if walked.regions[region].name in FURNITURE:
            return False
        region = walked.regions[region].around
    return region == wanted


def _left_out(
    passages: Sequence[Passage], kept: set[int] | list[int], where: str
) -> tuple[str, ...]:
    number = len(passages) - len(kept)
    if not number:
        return ()
    blocks = "1 block" if number == 1 else f"{number:,} blocks"
    return (f"{blocks} {where} left out; --no-whole-page reads all",)
