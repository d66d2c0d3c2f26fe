"""`quotes`: quotation marks that are lost, moved, doubled or turned round.

What a finding marks: a lost partner, the mark with the quoted word that touches it; a missing
space, the mark with the word outside that it sticks to; a space too many, the space with the mark;
the rest, the marks themselves with the stop or word beside them that the fix changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mtcheck.engine.analysis import quote_stops
from mtcheck.engine.analysis.quote_pairs import CURLY_CLOSE, CURLY_OPEN, MARKS, Mark, read_marks
from mtcheck.engine.kind import QUOTES, Check, Hit, Parameter, Part, Plan
from mtcheck.engine.rule import Rule
from mtcheck.engine.view import View

Faults = dict[str, list[Hit]]

_PAIRING = {
    "unclosed": "an opening mark inside a paragraph that nothing closes",
    "unclosed-paragraph": "a paragraph opens with a mark that neither it nor a later one closes",
    "unopened": "a closing mark that nothing opens",
    "doubled": "the same mark twice",
    "empty": "marks with nothing between them",
    "glued": "no space between a mark and the word outside",
    "spaced": "a space between a mark and the quoted words",
    "shifted": "the space stands on the wrong side of the mark",
    "turned": "a curly mark that points the wrong way",
    "nested": "a quotation inside a quotation with the same marks",
}
_LONGEST_WORD = 24
_LONGEST_NESTED = 60
_ENDINGS = ("s", "es", "ed", "d", "er", "ers", "ing", "th", "ish")


def pairing(view: View) -> Faults:
    """Return what is wrong with how the marks pair and stand; use as `view.once(pairing)`."""
    reading = view.once(read_marks)
    if not reading.marks:
        return {}
    faults: Faults = {problem: [] for problem in _PAIRING}
    done = 0
    for mark in reading.marks:
        if mark.at not in reading.carried:
            problem, hit = _fault(view, mark)
            if hit is not None:
                hit = _after_the_last(hit, done)
                faults[problem].append(hit)
                done = hit.end
    faults["nested"] = list(_nested(view.exact, reading.marks))
    return faults


_SOURCES: dict[Callable[[View], Faults], dict[str, str]] = {
    pairing: _PAIRING,
    quote_stops.stops: quote_stops.PROBLEMS,
}
_ANALYSES = {problem: analyse for analyse, known in _SOURCES.items() for problem in known}

PARAMETERS = {
    "problem": Parameter(
        "text",
        "; ".join(f"{name}: {doc}" for known in _SOURCES.values() for name, doc in known.items()),
        required=True,
        choices=tuple(_ANALYSES),
    )
}


def plan(rule: Rule) -> Plan:
    """A rule about quotation marks looks at every document that has some."""
    return Plan(needs=QUOTES)


def check(rule: Rule, plan: Plan) -> Check:
    """Return which analysis finds the places with the problem of `rule`."""
    problem: str = rule.params["problem"]
    return Part(_ANALYSES[problem], problem)


def _fault(view: View, mark: Mark) -> tuple[str, Hit | None]:
    text, at = view.exact, mark.at
    start, end = mark.block
    if mark.role == "inch":
        return "", None
    if mark.role == "double":
        first = at - 1 if text[at - 1] in MARKS else at - 2
        return "doubled", Hit(first, at + 1, (text[first],))
    if mark.mate is None:
        return _lost(text, mark)
    if mark.role == "open" and not text[at + 1 : mark.mate].strip(" .,"):
        return "empty", Hit(at, mark.mate + 1)
    if mark.role == "close" and mark.mate < at and not text[mark.mate + 1 : at].strip(" .,"):
        return "", None
    right_way = _right_way(text[at], mark.role)
    opens = mark.role == "open"
    spaced = text[at + 1 : at + 2] == " " if opens else text[at - 1 : at] == " "
    word = _before(text, at, start) if opens else _after(text, at + 1, end)
    if not opens and word in _ENDINGS:
        word = ""
    if word and spaced:
        fixed = f"{word} {right_way}" if opens else f"{right_way} {word}"
        return "shifted", _around(at, opens, len(word), 1, fixed)
    if word:
        fixed = f"{word} {right_way}" if opens else f"{right_way} {word}"
        return "glued", _around(at, opens, len(word), 0, fixed)
    if spaced:
        return "spaced", _around(at, opens, 0, 1, right_way)
    if right_way != text[at]:
        return "turned", Hit(at, at + 1, (right_way,))
    return "", None


def _after_the_last(hit: Hit, done: int) -> Hit:
    """`hit` without the word outside that the finding before it has marked: `"War"and"Peace"`."""
    shared = done - hit.start
    if shared <= 0 or done >= hit.end:
        return hit
    return Hit(done, hit.end, tuple(fixed[shared:] for fixed in hit.replacements))


def _nested(text: str, marks: list[Mark]) -> Iterator[Hit]:
    ends = 0
    for mark in marks:
        if mark.role != "open" or mark.mate is None:
            continue
        if mark.depth == 0:
            ends = mark.mate
        elif mark.mate < ends and mark.mate - mark.at < _LONGEST_NESTED:
            yield Hit(mark.at, mark.mate + 1, (_single(text[mark.at : mark.mate + 1]),))


def _around(at: int, opens: bool, outside: int, inside: int, fixed: str) -> Hit:
    if opens:
        return Hit(at - outside, at + 1 + inside, (fixed,))
    return Hit(at - inside, at + 1 + outside, (fixed,))


def _lost(text: str, mark: Mark) -> tuple[str, Hit]:
    at = mark.at
    start, end = mark.block
    if mark.role == "close":
        first = at - 1 if text[at - 1 : at] == " " else at
        word = _before(text, first, start, any_character=True)
        return "unopened", Hit(first - len(word), at + 1)
    first = at + 2 if text[at + 1 : at + 2] == " " else at + 1
    word = _after(text, first, end, any_character=True)
    problem = "unclosed-paragraph" if at == start else "unclosed"
    return problem, Hit(at, first + len(word))


def _before(text: str, at: int, start: int, *, any_character: bool = False) -> str:
    """The word (with its stop) that ends at `at`; empty when what stands there may touch a mark."""
    if not any_character and not (
        at > start and (text[at - 1].isalnum() or text[at - 1] in ".,;:!?%)")
    ):
        return ""
    first = at
    while first > max(start, at - _LONGEST_WORD) and not _parts(text[first - 1]):
        first -= 1
    return text[first:at]


def _after(text: str, at: int, end: int, *, any_character: bool = False) -> str:
    if not any_character and not (at < end and text[at].isalnum()):
        return ""
    last = at
    stop = min(end, at + _LONGEST_WORD)
    while last < stop and (
        not _parts(text[last]) if any_character else text[last].isalnum() or text[last] in "'’-"
    ):
        last += 1
    return text[at:last]


def _parts(character: str) -> bool:
    return character.isspace() or character in MARKS


def _right_way(mark: str, role: str) -> str:
    if mark == '"':
        return mark
    return CURLY_OPEN if role == "open" else CURLY_CLOSE


def _single(quoted: str) -> str:
    """The same words between single marks of the same style."""
    if quoted[0] == '"':
        return f"'{quoted[1:-1]}'"
    return f"\N{LEFT SINGLE QUOTATION MARK}{quoted[1:-1]}\N{RIGHT SINGLE QUOTATION MARK}"
