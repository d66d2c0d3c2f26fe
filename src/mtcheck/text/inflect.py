"""TEMPORARY stand-in until the real module lands (same interface)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VerbForms:
    base: str
    third: str
    past: str
    participle: str
    ing: str
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NounForms:
    singular: str
    plural: str


_IRR = {
    "take": ("took", "taken"),
    "go": ("went", "gone"),
    "do": ("did", "done"),
    "have": ("had", "had"),
    "be": ("was", "been"),
    "make": ("made", "made"),
    "see": ("saw", "seen"),
    "become": ("became", "become"),
}


def verb_forms(base: str) -> VerbForms:
    w, _, rest = base.partition(" ")
    rest = " " + rest if rest else ""
    e = w.endswith("e")
    past, part = _IRR.get(w, (w + ("d" if e else "ed"),) * 2)
    ing = (w[:-1] if e and not w.endswith("ee") else w) + "ing"
    return VerbForms(base, w + "s" + rest, past + rest, part + rest, ing + rest)


def noun_forms(base: str) -> NounForms:
    return NounForms(base, base[:-1] + "ies" if base.endswith("y") else base + "s")
