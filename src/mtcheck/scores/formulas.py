"""textstat's readability formulas, run on our counts instead of on a text.

textstat (MIT) knows the formulas and the Dale-Chall word list. What it must not do is count: it
cuts sentences at every "U.S." and "3.5", leaves out sentences of one or two words, keeps whole
texts in its caches, and fetches a pronouncing dictionary from the network before it counts a
syllable.

So only the formula is taken. Each of textstat's metric functions calls counters such as
`words_per_sentence(text)` that its module imported. Here the function's code is given another set
of globals, in which these names count nothing and read a `Counts` that is passed as the text.
Nothing of textstat is changed for others, nothing is memoized, and nothing else can be reached from
there: a formula that asks for a name which is not in `_COUNTERS` is refused instead of run.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping
from functools import cache
from types import FunctionType, ModuleType
from typing import cast

from mtcheck.errors import MtcheckError
from mtcheck.scores.counts import Counts

LANGUAGE = "en_US"

Formula = Callable[[Counts], float]

_METRICS = {
    "flesch": "flesch_reading_ease",
    "flesch-kincaid": "flesch_kincaid_grade",
    "gunning-fog": "gunning_fog",
    "smog": "smog_index",
    "coleman-liau": "coleman_liau_index",
    "ari": "automated_readability_index",
    "dale-chall": "dale_chall_readability_score",
}


def _difficult(counts: Counts, _language: str, syllable_threshold: int) -> int:
    """Answer both formulas that ask for difficult words; each means something else by them."""
    return counts.hard if syllable_threshold else counts.unfamiliar


_COUNTERS: Mapping[str, Callable[..., float]] = {
    "count_sentences": lambda counts: counts.sentences,
    "count_words": lambda counts: counts.words,
    "count_polysyllable_words": lambda counts, _language: counts.polysyllables,
    "count_difficult_words": _difficult,
    "words_per_sentence": lambda counts: counts.words / counts.sentences,
    "sentences_per_word": lambda counts: counts.sentences / counts.words,
    "syllables_per_word": lambda counts, _language: counts.syllables / counts.words,
    "letters_per_word": lambda counts: counts.characters / counts.words,
    "chars_per_word": lambda counts: counts.characters / counts.words,
}

_SETTINGS = ("get_lang_cfg", "get_lang_root")
"""What a formula may still call in textstat: the constants that it has for a language."""


@cache
def formulas() -> Mapping[str, Formula]:
    """Return the formulas by our name for them; each takes counts with at least one word.

    Imports textstat, which takes about 0.2 s. Raises MtcheckError if the installed textstat is
    built in another way than the one this was written for.
    """
    from textstat.backend import metrics

    return {name: _borrow(metrics, metric) for name, metric in _METRICS.items()}


def _borrow(metrics: ModuleType, metric: str) -> Formula:
    plain = getattr(getattr(metrics, metric, None), "__wrapped__", None)
    if not isinstance(plain, FunctionType) or plain.__closure__:
        raise _unknown(metric)
    code, theirs = plain.__code__, plain.__globals__
    names = {name for name in code.co_names if not hasattr(builtins, name)}
    counters = {name: _COUNTERS[name] for name in names if name in _COUNTERS}
    settings = {name: theirs[name] for name in names if name in _SETTINGS}
    if names - counters.keys() - settings.keys():
        raise _unknown(metric)
    formula = cast("Callable[..., float]", FunctionType(code, {**counters, **settings}))
    if code.co_argcount == 1:
        return formula
    return lambda counts: formula(counts, LANGUAGE)


def _unknown(metric: str) -> MtcheckError:
    return MtcheckError(
        f"textstat {textstat_version()} computes {metric!r} in a way that mtcheck does not "
        "know: install textstat 0.7.13"
    )


@cache
def easy_words() -> frozenset[str]:
    """Return the Dale-Chall list of words that pupils of grade 4 know, in lower case."""
    from textstat.backend.utils import get_lang_easy_words

    return frozenset(get_lang_easy_words(LANGUAGE))


def textstat_version() -> str:
    """Return textstat's version, which signatures name."""
    import textstat

    return ".".join(map(str, textstat.__version__))
