"""What a comment tells us to ignore: `mtcheck: ignore-next-line RULE, RULE -- reason`.

Between quotation marks may stand the words of the findings that are meant, before the rules.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from mtcheck.errors import did_you_mean
from mtcheck.formats.comments import MARK, Comment
from mtcheck.text.lazy import lazy

LINE, NEXT, START, END, FILE, PHRASE = (
    *("ignore-line", "ignore-next-line", "ignore-start", "ignore-end", "ignore-file", "ignore"),
)
VERBS = (NEXT, LINE, START, END, FILE, PHRASE)

_EACH = lazy(rf"^\s*{MARK}", re.MULTILINE)
_DIRECTIVE = lazy(
    r"\s*(?P<verb>[^\s\"“]*)\s*(?:\"(?P<straight>[^\"]*)\"|“(?P<curly>[^”]*)”)?(?P<rest>.*)",
    re.DOTALL,
)
# Word makes a dash of two hyphens, and a comment of XML must not hold them.
_REASON = lazy(r"(?:^|\s)(?:--|[\N{EN DASH}\N{EM DASH}])(?:\s|$)")


class Directive(NamedTuple):
    """One order of a comment: the verb, the words and rules that it names, the reason; and what is
    wrong with it, "" when nothing is."""

    comment: Comment
    verb: str
    phrase: str | None
    rules: tuple[str, ...]
    reason: str
    wrong: str = ""


def directives(comment: Comment) -> list[Directive]:
    """Return the orders of a comment, each of which begins a line with the mark."""
    return [_directive(comment, each) for each in _EACH.split(comment.text)[1:]]


def _directive(comment: Comment, text: str) -> Directive:
    match = _DIRECTIVE.match(text)
    assert match is not None  # everything in it may be empty
    verb, phrase = match["verb"], match["straight"] or match["curly"]
    if match["straight"] == "" or match["curly"] == "":
        phrase = ""
    named, *reason = _REASON.split(match["rest"], maxsplit=1)
    rules = tuple(re.split(r"[\s,]+", named.strip(" \t\r\n,"))) if named.strip(" \t\r\n,") else ()
    said = Directive(comment, verb, phrase, rules, " ".join("".join(reason).split()))
    return said._replace(wrong=_wrong(said))


def _wrong(said: Directive) -> str:
    verb = said.verb
    if verb not in VERBS:
        hint = did_you_mean(verb, list(VERBS)) or f"; known are {', '.join(VERBS)}"
        return f"there is no “{verb}”{hint}"
    if said.phrase is not None and not said.phrase.strip():
        return "there are no words between its quotation marks"
    if verb == END:
        return "“ignore-end” takes rules only" if said.phrase is not None else ""
    if verb == PHRASE and said.phrase is None:
        return "“ignore” needs words between quotation marks; a place is said by ignore-next-line"
    if not said.rules:
        return "name what to ignore: a rule, a pack, an area, or all"
    return ""
