"""What LanguageTool's rules are to us: a category, a severity, and whether they are asked at all.

A rule that was measured is judged by its figures (`verdicts`); these are for the other ones, and
for what is decided by something else than figures. Nothing from LanguageTool is an error: it reads
a sentence at a time and does not know what the article is about.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import cache
from typing import NamedTuple

from mtcheck.finding import Severity

NAME = "name"
"""A verdict: the suspect is judged by itself, see `spelling`."""
KEEP = "keep"
DROP = "drop"


class Family(NamedTuple):
    """Rules of one category of LanguageTool, or whose ids look alike.

    `verdict` is what becomes of their matches when figures say nothing, and `reason` why. With
    `settled` figures are not asked.
    """

    pattern: str
    verdict: str
    category: str
    severity: Severity
    reason: str
    settled: bool = False


_QUOTES = "mtcheck reads all quotation marks of a paragraph as a whole"
_DIALECT = "British and American English are both right"
_HYPHENS = "hyphens in compounds are a matter of style guides, which differ"
_DIACRITICS = "a name without its accents is a matter of house style"
_TASTE = "a matter of taste, not of translation"
_MARKS = "commas that style guides disagree about"
_GRAMMAR = "grammar that no dialect allows"

_SPEECH = "what people say, and quotations hold"
_TODAY = "what it says depends on the day of the check"
_READ = "read in place: mostly right English, or only a hyphen"

_MOSTLY_WRONG = """
ADMIT_ENJOY_VB AGREEMENT_SENT_START ALLOW_TO ALLY_ALLAY ALL_MOST_SOME_OF_NOUN APOSTROPHE_IN_DATES
APOSTROPHE_PLURAL_ APPLY_FOR ARTICLE_ADJECTIVE_OF AS_IS_VBG A_THANK_YOU BACK_ABACK BASE_BASIS
BAYERN BEGINNING_TO_ADDING_BROAD BOTH_AS_WELL_AS BU CAPITALIZATION_NNP_DERIVED CA_BRAND_NEW
CA_FIRST_HAND COLLECTIVE_NOUN_VERB_AGREEMENT_VBP COMPLAIN_FOR_ABOUT COMPOUND_NNP_AGREEMENT
CONSECUTIVE_SPACES DAMAGE_OF_TO DEPEND_ON DOUBLE_NEGATIVE DT_DT EMIGRATE_IMMIGRATE_CONFUSION
ENROLLED_IN_FOR EN_CONTRACTION_SPELLING FEWER_LESS FILL_OF_WITH FR GOING_TO_VBD HAD_HARD
HALO_HALLO IF_OF IN_A_ISLAND IN_THE_MOMENT IN_TO_VBD IT_IS IT_IS_2 LESS_MORE_THEN MANY_NN_U MA_MY
MISSING_ARTICLE MISSING_PAST_TENSE MONTH_OF_XXXX NNP_AGREEMENT NON3PRS_VERB NOW NUMBERS_IN_WORDS
ONE_OF_THE_ONLY ONTO_ON_TO ON_GOING PCT_PLURAL_NOUN_SINGULAR_VERB_AGREEMENT PLURAL_MODIFIER PRP_VB
REPEATED_VERBS SIDE_SITE SUPERLATIVE_THAN TAT THERE_THEIR THE_ONLY_ON THE_PUNCT THE_SUPERLATIVE
THOUSANDS_OF_NN TOO_TO WHITESPACE_RULE WRONG_GENITIVE_APOSTROPHE
"""
READ = frozenset(_MOSTLY_WRONG.split())
"""Rules whose findings on the bench were read, and of which an editor would undo most."""

BY_ID = (
    Family("MORFOLOGIK_*", NAME, "spelling", "warning", "judged by the word, see spelling", True),
    Family("HUNSPELL_*", NAME, "spelling", "warning", "judged by the word, see spelling", True),
    Family("EN_UNPAIRED_QUOTES", DROP, "punctuation", "suggestion", _QUOTES, True),
    Family("*_QUOTES", DROP, "punctuation", "suggestion", _QUOTES, True),
    Family("*_QUOTE", DROP, "punctuation", "suggestion", _QUOTES, True),
    Family("QUOTATION_MARKS_*", DROP, "punctuation", "suggestion", _QUOTES, True),
    Family("UNLIKELY_OPENING_*", DROP, "punctuation", "suggestion", _QUOTES, True),
    Family("EN_CONSISTENT_APOS", DROP, "punctuation", "suggestion", _QUOTES, True),
    Family("THERE_S_*", DROP, "grammar", "suggestion", _SPEECH, True),
    Family("THERE_RE_*", DROP, "grammar", "suggestion", _SPEECH, True),
    Family("THERE_IS_A_LOT_OF", DROP, "grammar", "suggestion", _SPEECH, True),
    Family("*_CURRENTYEAR", DROP, "date-format", "suggestion", _TODAY, True),
    Family("EN_US_SIMPLE_REPLACE*", DROP, "style", "suggestion", _DIALECT, True),
    Family("EN_GB_SIMPLE_REPLACE*", DROP, "style", "suggestion", _DIALECT, True),
    Family("EN_COMPOUNDS*", DROP, "style", "suggestion", _HYPHENS, True),
    Family("*_COMPOUNDS", DROP, "style", "suggestion", _HYPHENS),
    Family("*HYPHEN*", DROP, "style", "suggestion", _HYPHENS),
    Family("EN_A_VS_AN", KEEP, "grammar", "warning", "the article does not fit the sound"),
    Family("ENGLISH_WORD_REPEAT_RULE", KEEP, "duplication", "warning", "a word said twice"),
    Family("EN_DIACRITICS_*", DROP, "spelling", "suggestion", _DIACRITICS),
    Family("*_DIACRITIC", DROP, "spelling", "suggestion", _DIACRITICS),
    Family("*_DIACRITICS", DROP, "spelling", "suggestion", _DIACRITICS),
)
"""By LanguageTool's id; the first pattern that fits counts."""

_NAMES = "names in the way of one style guide; mtcheck has its own facts"
_SPACES = "spaces and signs that no style allows"
_WORDS = "a word where its near-namesake is meant"
_IDIOMS = "prepositions and set phrases that English has otherwise"

BY_CATEGORY = (
    Family("AMERICAN_ENGLISH*", DROP, "style", "suggestion", _DIALECT, True),
    Family("BRITISH_ENGLISH*", DROP, "style", "suggestion", _DIALECT, True),
    Family("CASING", DROP, "spelling", "suggestion", "headlines and house styles decide capitals"),
    Family("COLLOCATIONS", KEEP, "unidiomatic", "warning", _IDIOMS),
    Family("COMPOUNDING", DROP, "style", "suggestion", _HYPHENS),
    Family("CONFUSED_WORDS", KEEP, "spelling", "warning", _WORDS),
    Family("CREATIVE_WRITING", DROP, "style", "suggestion", _TASTE, True),
    Family("FALSE_FRIENDS", DROP, "overly-literal", "suggestion", "right words in most sentences"),
    Family("GRAMMAR", KEEP, "grammar", "warning", _GRAMMAR),
    Family("MISC", DROP, "style", "suggestion", "anything at all"),
    Family("MULTITOKEN_SPELLING", DROP, "spelling", "suggestion", _NAMES),
    Family("NONSTANDARD_PHRASES", KEEP, "unidiomatic", "warning", _IDIOMS),
    Family("PLAIN_ENGLISH", DROP, "style", "suggestion", _TASTE, True),
    Family("PROPER_NOUNS", DROP, "spelling", "suggestion", _NAMES),
    Family("PUNCTUATION", DROP, "punctuation", "suggestion", _MARKS),
    Family("REDUNDANCY", DROP, "style", "suggestion", _TASTE, True),
    Family("REPETITIONS*", DROP, "style", "suggestion", _TASTE, True),
    Family("SEMANTICS", KEEP, "unidiomatic", "warning", _IDIOMS),
    Family("STYLE", DROP, "style", "suggestion", _TASTE, True),
    Family("TEXT_ANALYSIS", DROP, "style", "suggestion", "mtcheck measures readability itself"),
    Family("TON_ACADEMIC", DROP, "style", "suggestion", _TASTE, True),
    Family("TYPOGRAPHY", KEEP, "punctuation", "warning", _SPACES),
    Family("TYPOS", KEEP, "spelling", "warning", _WORDS),
    Family("WIKIPEDIA", DROP, "style", "suggestion", "the rules of Wikipedia"),
)
"""By the id of LanguageTool's category."""

_CATEGORIES: dict[str, tuple[str, Severity]] = {
    "duplication": ("duplication", "warning"),
    "whitespace": ("whitespace", "suggestion"),
    "locale-violation": ("style", "suggestion"),
    "style": ("style", "suggestion"),
}
"""Issue types (ITS 2.0) that say more than the category of a rule."""


@cache
def family(rule: str, category: str, issue: str) -> Family:
    """Return what a rule belongs to, by its id, else its category, as its issue type refines it.

    What no table knows (a newer LanguageTool's, a server's own) is left out.
    """
    if rule in READ:
        return Family(rule, DROP, "style", "suggestion", _READ, True)
    for known in BY_ID:
        if fnmatchcase(rule, known.pattern):
            return known
    for known in BY_CATEGORY:
        if fnmatchcase(category, known.pattern):
            break
    else:
        known = Family("*", DROP, "style", "suggestion", "an unknown category")
    if issue in _CATEGORIES:
        ours, severity = _CATEGORIES[issue]
        return known._replace(category=ours, severity=severity)
    return known
