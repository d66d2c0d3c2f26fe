"""Examples as packs write them: a sentence with `<marks>` around what must be found."""

from __future__ import annotations

import re

from mtcheck.engine.ruledoc import Example

_TOKEN = re.compile(r"\\([<>\\])|([<>])")


def parse_example(text: str, fix: str | None = None) -> Example:
    r"""Return the example written as `text`; `\<` and `\>` stand for themselves.

    Raises ValueError when a mark is empty, nested or not closed.
    """
    plain: list[str] = []
    marks: list[tuple[int, int]] = []
    opened: int | None = None
    at = length = 0
    for token in _TOKEN.finditer(text):
        plain.append(text[at : token.start()])
        length += token.start() - at
        at = token.end()
        if token[1]:
            plain.append(token[1])
            length += 1
        elif token[2] == "<":
            if opened is not None:
                raise ValueError("a mark is opened inside a mark")
            opened = length
        else:
            if opened is None or opened == length:
                raise ValueError("'>' closes no mark" if opened is None else "a mark is empty")
            marks.append((opened, length))
            opened = None
    if opened is not None:
        raise ValueError("a mark is never closed; write \\< for the character")
    plain.append(text[at:])
    return Example("".join(plain), tuple(marks), fix)
