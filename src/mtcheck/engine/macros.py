"""What the macros of the pattern language stand for."""

from __future__ import annotations

from dataclasses import dataclass

from mtcheck.text.inflect import noun_forms, verb_form_of, verb_forms

FINITE: dict[str, tuple[str, ...]] = {
    "a": ("a", "an", "the"),
    "det": (
        *("a", "an", "the", "this", "that", "these", "those", "some", "any", "every", "each"),
        *("no", "my", "your", "his", "her", "its", "our", "their"),
    ),
    "poss": ("my", "your", "his", "her", "its", "our", "their"),
    "be": ("be", "is", "are", "was", "were", "been", "being", "am"),
    "have": ("have", "has", "had", "having"),
    "month": (
        *("january", "february", "march", "april", "may", "june", "july", "august"),
        *("september", "october", "november", "december"),
        *("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"),
    ),
    "weekday": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    "currency": (
        *("yuan", "rmb", "renminbi", "dollars", "dollar", "euros", "euro", "pounds", "pound"),
        *("yen", "won", "rubles", "roubles", "ruble", "rouble", "rupees", "rupee", "francs"),
        *("hryvnias", "hryvnia", "pesos", "peso", "dong", "baht", "ringgit", "lira", "riyals"),
    ),
}
"""Macros that stand for a fixed list of words."""


@dataclass(frozen=True, slots=True)
class SlotForm:
    """A stretch of text as a regular expression of bounded width, in code points."""

    regex: str
    least: int
    most: int


_WORD = r"[^\W_](?:[\w'-]{0,28}[^\W_])?"
_CAPITAL = r"[A-Z](?:\.|[\w-]{0,24}(?:'(?!s\b)[\w-]{1,20})?)"
_NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "hundred|thousand|million|billion|trillion|dozen|several|half"
)

SLOTS: dict[str, SlotForm] = {
    "word": SlotForm(_WORD, 1, 30),
    "name": SlotForm(rf"(?-i:{_CAPITAL}(?: (?:of |the )?{_CAPITAL}){{0,3}})", 1, 130),
    "number": SlotForm(
        rf"(?:\d{{1,15}}(?:[.,]\d{{1,9}}){{0,4}}|(?:{_NUMBER_WORDS}))"
        rf"(?:[ -](?:{_NUMBER_WORDS})){{0,3}}",
        1,
        100,
    ),
    "gap": SlotForm(_WORD, 1, 30),
}
"""Macros that stand for what is not a fixed list; `most` bounds one word of a gap."""


def inflected(name: str, bases: tuple[str, ...]) -> list[str]:
    """Return all forms of the verbs or nouns `bases`, without repeats, longest first."""
    forms: dict[str, None] = {}
    for base in bases:
        forms.update(dict.fromkeys(tags_of(name, base)))
    return sorted(forms, key=lambda f: (-len(f), f))


def tags_of(name: str, base: str) -> dict[str, list[str]]:
    """Return form -> names of the form ("past", "participle", "plural" …) of one word."""
    pairs: list[tuple[str, str]]
    if name == "noun":
        noun = noun_forms(base)
        pairs = [(noun.singular, "singular"), (noun.plural, "plural")]
        pairs += [(form, "plural") for form in noun.alternatives]
    else:
        verb = verb_forms(base)
        pairs = [(getattr(verb, tag), tag) for tag in _VERB_TAGS]
        pairs += [(form, verb_form_of(form, base) or "base") for form in verb.alternatives]
    table: dict[str, list[str]] = {}
    for form, tag in pairs:
        tags = table.setdefault(form, [])
        if tag not in tags:
            tags.append(tag)
    return table


_VERB_TAGS = ("base", "third", "past", "participle", "ing")
