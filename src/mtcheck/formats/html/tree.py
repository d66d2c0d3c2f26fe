"""Which elements are open where: enough of the standard's tree building for the text of a page.

Nothing is built and nothing recurses. Each element that is open is one entry of a list, and for
each name it is known where the innermost one stands, so that any end tag is found, or known to
have no start, in constant time: ten thousand elements in each other cost no more than side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mtcheck.formats.html import elements as of
from mtcheck.formats.html.tokens import lower

_NO_BARRIER_FOR_ITEMS = frozenset(("address", "div", "p"))
_NOWHERE = -1
_ENDING = (
    of.CLOSE_P
    | of.TABLE_PARTS
    | frozenset(("input", "textarea", "select", "button", "a", "nobr", "option", "optgroup"))
)
"""Elements whose start tags end others."""


@dataclass(slots=True)
class Element:
    """An element that is open. `undo` takes back what it set; a dead one was ended while something
    inside of it stayed open, and no end tag finds it. `lists` hold its place."""

    name: str
    foreign: bool
    lists: Sequence[list[int]]
    undo: Sequence[Callable[[], object]] = ()
    dead: bool = False


class OpenElements:
    """The elements that are open, outermost first.

    `started` and `ended` do what the standard does to this list at a tag; they call `undo` of
    every element that ends.
    """

    def __init__(self, *, xml: bool = False) -> None:
        self._xml = xml
        self._open: list[Element] = []
        self._where: defaultdict[str, list[int]] = defaultdict(list)
        self._special: list[int] = []
        self._barriers: list[int] = []  # special, but for those that items reach through
        self._scopes: list[int] = []
        self._html: list[int] = []
        self._lists: dict[str, Sequence[list[int]]] = {}
        self._in_form = False  # until an end tag, even if the form has ended with its cell
        self.top_is_foreign = False
        """Whether the innermost element is one of a drawing or formula."""
        self.in_foreign = False
        """Whether what comes next belongs to a drawing or formula, not to HTML in it."""

    def innermost(self, *names: str) -> int:
        """Return where the innermost open element of these names stands, -1 where none does."""
        found = _NOWHERE
        for name in names:
            places = self._where.get(name)
            if places and places[-1] > found:
                found = places[-1]
        return found

    def count(self, *names: str) -> int:
        """Return how many elements of these names are open."""
        return sum(len(self._where.get(name, ())) for name in names)

    def push(self, name: str, undo: Sequence[Callable[[], object]] = ()) -> None:
        """Open an element; the steps of `undo` are taken when it ends."""
        foreign = not self._xml and (self.in_foreign or name in of.FOREIGN)
        lists = None if foreign else self._lists.get(name)
        if lists is None:
            lists = self._lists_of(name, foreign=foreign)
        index = len(self._open)
        self._open.append(Element(name, foreign, lists, undo))
        self._where[name].append(index)
        for places in lists:
            places.append(index)
        if foreign or self.top_is_foreign:
            self._look_at_top()

    def _lists_of(self, name: str, *, foreign: bool) -> Sequence[list[int]]:
        """Return the lists that hold the places of elements of a name."""
        if foreign:
            return [self._scopes] if name in of.INTEGRATION else []
        lists = self._lists[name] = [self._html]
        if name in of.SPECIAL:
            lists.append(self._special)
            if name not in _NO_BARRIER_FOR_ITEMS:
                lists.append(self._barriers)
        if name in of.SCOPES:
            lists.append(self._scopes)
        return lists

    def _look_at_top(self) -> None:
        top = self._open[-1] if self._open else None
        self.top_is_foreign = top is not None and top.foreign
        self.in_foreign = self.top_is_foreign and lower(self._top()) not in of.INTEGRATION

    def pop_to(self, index: int) -> None:
        """End all elements from the one at `index` on (none when it is negative), and dead ones in
        which nothing is open."""
        opened = self._open
        while (index >= 0 and len(opened) > index) or (opened and opened[-1].dead):
            element = opened.pop()
            for places in element.lists:
                places.pop()
            if not element.dead:
                self._where[element.name].pop()
            if element.foreign or (opened and opened[-1].foreign):
                self._look_at_top()
            for step in element.undo:
                step()

    def started(self, name: str) -> bool:
        """Make room for a start tag: end what it ends. False when the tag does not count."""
        if self._xml:
            return True
        if self.in_foreign:
            if name not in of.BREAKS_OUT:
                return True
            self.pop_to(self._first_foreign())
        if name not in _ENDING:
            return True
        if name == "form":
            if self._in_form:
                return False
            self._in_form = True
        if name in ("input", "textarea", "select"):
            self.pop_to(self._in_scope("select"))
        if name in of.TABLE_PARTS:
            return self._table_part(name)
        if name in of.CLOSE_P:
            self._start_block(name)
        elif name == "button":
            self.pop_to(self._in_scope(name))
        elif name in ("a", "nobr"):
            self._end_formatting(self._in_scope(name))
        elif name in ("option", "optgroup") and self._top() == "option":
            self.pop_to(len(self._open) - 1)
        return True

    def _start_block(self, name: str) -> None:
        if name == "li":
            self._close_item("li")
        elif name in ("dd", "dt"):
            self._close_item("dd", "dt")
        self.pop_to(self._in_scope("p", "button"))
        if name in of.HEADINGS and self._top() in of.HEADINGS:
            self.pop_to(len(self._open) - 1)
        elif name == "table" and self._top() in ("table", "tbody", "tfoot", "thead", "tr"):
            self.pop_to(self.innermost("table"))

    def _table_part(self, name: str) -> bool:
        table = self.innermost("table", "template")
        if table < 0:
            return False
        ended = ["td", "th", "caption", "colgroup"]
        if name not in ("td", "th"):
            ended.append("tr")
            if name != "tr":
                ended += ["tbody", "tfoot", "thead"]
        opened = [at for other in ended if (at := self.innermost(other)) > table]
        if opened:
            self.pop_to(min(opened))
        else:  # what stands in a table but in none of its cells ends with the next part
            part = self.innermost("tr", "tbody", "tfoot", "thead")
            self.pop_to(max(table, part) + 1)
        return True

    def ended(self, name: str) -> None:
        """End what an end tag ends."""
        if self._xml:
            self.pop_to(self.innermost(name))
        elif self.top_is_foreign and self._ends_foreign(name):
            pass
        elif name in ("p", "li"):
            self.pop_to(self._in_scope(name, *(("button",) if name == "p" else ("ol", "ul"))))
        elif name in of.FORMATTING:
            self._end_formatting(self._in_scope(name))
        elif name in of.HEADINGS:
            self.pop_to(max(map(self._in_scope, of.HEADINGS)))
        elif name in of.TABLE_PARTS or name in ("table", "template"):
            around = [n for n in ("table", "template") if name not in (n, "template")]
            at = self.innermost(name)
            self.pop_to(at if at > self.innermost(*around) else _NOWHERE)
        elif name in of.CLOSED_IN_SCOPE or name in ("dd", "dt", "select"):
            self.pop_to(self._in_scope(name))
        elif name == "form":
            self._end_form()
        else:
            at = self.innermost(name)
            if at >= 0 and (not self._special or at >= self._special[-1]):
                self.pop_to(at)

    def _ends_foreign(self, name: str) -> bool:
        if name in ("p", "br"):
            self.pop_to(self._first_foreign())
            return False
        at = self.innermost(name)
        if at >= self._first_foreign():
            self.pop_to(at)
            return True
        return False

    def _end_formatting(self, at: int) -> None:
        """End one element, and those inside of it unless a block is open there."""
        if at < 0:
            return
        if not self._special or self._special[-1] <= at:
            self.pop_to(at)
            return
        element = self._open[at]
        element.dead = True
        self._where[element.name].pop()
        for step in element.undo:
            step()
        element.undo = ()

    def _end_form(self) -> None:
        """End a form: no end tag finds it any more, but what is open in it stays in it."""
        self._in_form = False
        at = self._in_scope("form")
        if at < 0:
            return
        while self._top() in of.IMPLIED:
            self.pop_to(len(self._open) - 1)
        self._open[at].dead = True
        self._where["form"].pop()
        self.pop_to(_NOWHERE)

    def _first_foreign(self) -> int:
        return (self._html[-1] if self._html else _NOWHERE) + 1

    def _in_scope(self, name: str, *more: str) -> int:
        """Return where the innermost element of a name stands that an end tag reaches, or -1."""
        places = self._where.get(name)
        if not places:
            return _NOWHERE
        at = places[-1]
        scope = self._scopes[-1] if self._scopes else 0
        return at if at >= scope and at > self.innermost(*more) else _NOWHERE

    def _close_item(self, *names: str) -> None:
        at = self.innermost(*names)
        if at >= 0 and (not self._barriers or at >= self._barriers[-1]):
            self.pop_to(at)

    def _top(self) -> str:
        return self._open[-1].name if self._open else ""
