"""The kinds of rules: one module and one line of this table each."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from mtcheck.engine.kind import Kind

KINDS: dict[str, str] = {
    "acronym": "an acronym and its expansion that do not fit",
    "entity": "a known thing called by the name of another class of things",
    "figure": "numbers, dates and shares that contradict themselves",
    "grammar": "words in a form that their neighbours forbid",
    "leftover": "what the source text or the web page left behind",
    "names": "one person, place or body under several names",
    "normalization": "characters and spaces that a normalization sets right",
    "phrase": "calques, wrong collocations and wrong terms, found by a pattern",
    "pronoun": "a person who is he and she at once",
    "quotes": "quotation marks that do not pair",
    "repetition": "words, sentences and paragraphs said twice",
    "sentence": "fragments, run-ons and other sentences out of shape",
}


def kind(name: str) -> Kind:
    """Return the module of a kind; imported when first asked for. KeyError when there is none."""
    if name not in KINDS:
        raise KeyError(name)
    return cast(Kind, import_module(f"mtcheck.engine.kinds.{name}"))
