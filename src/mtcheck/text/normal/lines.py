"""Line ends, runs of spaces, and bars between the label and the words of a headline."""

from __future__ import annotations

from collections.abc import Iterator

from mtcheck.text.lazy import lazy
from mtcheck.text.normal.change import Found, OddRepair, Repair, Text, WholeRepair

_END = lazy(r"\r\n|\r|\n")
_RETURN = lazy(r"\r\n?")
_ENDS = {"lf": "\n", "crlf": "\r\n"}
_SPACES = lazy(r"(?<=[\w,;)\]\"']) {2,}(?=[\w(\[\"'$€£])")
_BARS = "丨ㅣ｜"
_BAR = lazy(rf"[|{_BARS}](?:(?<=[\w.!?)\"'].)(?=[\w\"'“‘(])|(?<=[\w.!?)\"'] .)(?= [\w\"'“‘(]))")
_LONGEST_LABEL = 4  # words
_FARTHEST = 80  # code points that a label has
_SECTIONS = frozenset(
    {"Opinion", "Analysis", "Perspective", "Editorial", "Review", "Live", "Video", "Podcast"}
)
"""What newspapers in English set before a headline with a bar: "Opinion | The case for tips"."""
_LEAST_WORDS = 4  # of a headline whose bar has spaces beside it


def line_ends(text: Text) -> Iterator[Found]:
    """Line ends that are not those of the house, or of most of the text."""
    exact, wanted = text.exact, text.style.line_ends
    if "\r" not in exact and wanted != "crlf":
        return
    if wanted == "keep":
        double = exact.count("\r\n")
        lone = exact.count("\r") - double
        if not lone and double in (0, exact.count("\n")):
            return
        if lone and not exact.count("\n"):
            return  # as old Macintoshes have it, throughout
        wanted = "crlf" if double > exact.count("\n") - double else "lf"
    end = _ENDS[wanted]
    for match in _END.finditer(exact):
        if match[0] != end:
            yield Found(*match.span(), end)


def doubled_space(text: Text) -> Iterator[Found]:
    """Several spaces inside a sentence."""
    if "  " in text.plain:
        for match in _SPACES.finditer(text.plain):
            start = match.start() - 1
            yield Found(start, match.end(), text.exact[start] + " ")


def bar(text: Text, at: int) -> Found | None:
    """A bar between the label and the words of a headline: `Opinion|Who may sail`."""
    exact = text.exact
    match = _BAR.match(exact, at)
    if match is None:
        return None
    start = exact.rfind("\n", max(0, at - _FARTHEST), at) + 1
    if (not start and at > _FARTHEST) or exact.count(" ", start, at - 1) >= _LONGEST_LABEL:
        return None
    label = exact[start:at].rstrip()
    end = exact.find("\n", at)
    end = len(exact) if end < 0 else end
    if sum(exact.count(each, start, end) for each in "|" + _BARS) != 1:
        return None
    spaced = exact[at - 1] == " "
    if spaced and label in _SECTIONS:
        return None
    if spaced and exact.count(" ", at, end) < max(_LEAST_WORDS, 2 * label.count(" ") + 2):
        return None  # the name of the site stands behind a headline
    return Found(at - spaced, at + 1, ":" if spaced else ": ")


REPAIRS = (
    WholeRepair("line-ends", line_ends),
    WholeRepair("doubled-space", doubled_space),
    Repair("label-bar", bar, (("|", r"(?=.)(?<=[^\s|].)|(?<=[^\s|] .)(?= )"),)),
    OddRepair("label-bar", bar, _BARS),
)
