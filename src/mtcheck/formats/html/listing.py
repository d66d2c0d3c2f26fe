"""Numbers of the items of ordered lists (HTML, section 4.4.5 and 4.4.8)."""

from __future__ import annotations

from collections.abc import Iterable

from mtcheck.formats.html.flow import Passage
from mtcheck.formats.html.tag import Tag


class ListNumbers:
    """Counts the items of a list that is open.

    One that counts down from the number of its items has none here: they are not known before it
    ends.
    """

    def __init__(self, tag: Tag) -> None:
        self._is_ordered = tag.name == "ol"
        self._step = -1 if tag.is_reversed else 1
        self._next = 1 if tag.number is None and not tag.is_reversed else tag.number

    def next(self, tag: Tag) -> int | None:
        """Return the number of the item that begins with a tag, None where it has none."""
        if not self._is_ordered or tag.name != "li":
            return None
        number = self._next if tag.number is None else tag.number
        self._next = None if number is None else number + self._step
        return number


def settle_items(passages: Iterable[Passage]) -> None:
    """Say of the second block of an item, and of those behind it, that the item goes on."""
    seen: set[int] = set()
    for passage in passages:
        context = passage.context
        if context.kind == "list-item":
            if id(context) in seen:  # one was made for the item
                passage.context = context._replace(number=None, role="more")
            seen.add(id(context))
