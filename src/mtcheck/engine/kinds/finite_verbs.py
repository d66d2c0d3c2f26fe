"""Whether a sentence can have a finite verb at all, judged without a tagger.

The question is asked generously: a word counts as a finite verb when it could be one where it
stands. Only when the answer is no for every word is a sentence called verb-less, so that a false
alarm needs a verb that `VERBS` does not know. What cannot be finite: whatever follows an article,
a possessive or a preposition; a third person or a past tense with no subject before it; a bare
verb form without a plural, a pronoun or an adverb before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from mtcheck.engine.kinds.verb_list import VERBS

TOKEN = re.compile(r"[^\W_][\w'.&/-]*[\w']|[^\W_]|[%$€£]|[^\w\s]")
"""A word (with what is glued into it) or one sign."""

AUXILIARIES = frozenset(
    """
    am is are was were has have had do does did can could may might must shall should will would
    cannot ain't ought dare let let's please thank thanks
    """.split()
)
_SUBJECTS = frozenset("i he she they we who it you there this that which what".split())
_CONTRACTION = re.compile(
    r".*n't|(?:i|you|he|she|it|we|they|that|there|who|what|this|here|where|how|one)'(?:m|re|ve|ll|d|s)"
    r"|.+'(?:re|ve|ll|d)"
)
BLOCKERS = frozenset(
    """
    a an the this that these those my your his her its our their whose some any each every no
    another both few many most much more less several such other same own
    of to in on at by for with from into onto upon over under about after before between among amid
    through during within without against across along around behind beside beyond despite inside
    near outside per since than toward towards until unlike via as like
    one two three four five six seven eight nine ten very too so
    """.split()
)
"""Words that no finite verb directly follows."""

IRREGULAR = frozenset(
    """
    arose ate became began bent bit bled blew bore bought bound bred broke brought built burnt came
    caught chose clung crept dealt dove drank dreamt drew drove dug dwelt fed fell felt fled flew
    flung forbade forgot forgave fought found froze gave got grew ground held heard hid hung kept
    knelt knew laid lay learnt led left lent lit lost made meant met mistook paid proved ran rang
    rode rose said sang sank sat saw sent shone shook shot shrank slept slid sold sought spent spoke
    spoilt spun sprang sprung spread stood stole struck strove stuck stung swam swept swore swung
    taught thought threw told took tore undertook understood upheld went wept withdrew woke won wore
    wound wove wrote cost cut hit hurt let put read set shut split burst cast quit bet rid
    overcame overtook overthrew oversaw rebuilt remade withheld withstood foresaw outgrew beat bid
    broadcast forecast thrust upset shed
    """.split()
)
_NOT_PAST = frozenset(
    """
    hundred indeed need speed seed feed bed red breed deed weed shed sacred naked rugged wicked
    exceed proceed succeed united limited so-called unprecedented unlimited bleed greed embed creed
    based related-to sled kindred hatred
    """.split()
)
_PLURALS = frozenset(
    """
    people police men women children youth staff media data officials cattle they we you i all both
    many others some most these those who which that and never always often also still not rarely
    seldom sometimes usually then now just only even already soon
    """.split()
)
_ENDS_SENTENCE = frozenset(".!?…")


def has_finite_verb(tokens: Sequence[str]) -> bool:
    """Return whether one of `tokens` (see `TOKEN`, capitals as written) could be a finite verb."""
    low = [token.lower() for token in tokens]
    return any(_finite(tokens, low, index) for index in range(len(low)))


def _finite(tokens: Sequence[str], low: Sequence[str], index: int) -> bool:
    word = low[index]
    before = low[index - 1] if index else ""
    if word in AUXILIARIES or _CONTRACTION.fullmatch(word):
        return before != "to"
    if word in _SUBJECTS:
        return not (word in ("this", "that", "it", "you") and before in BLOCKERS) and word not in (
            "this",
        )
    if not word.isalpha() or before in BLOCKERS:
        return False
    if not index:
        return word in VERBS and _imperative(low)
    capital = tokens[index][0].isupper()
    if capital and not tokens[0].isupper():
        return False
    if word in IRREGULAR:
        return True
    if word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST:
        return before not in ("and", "or") or len(low) > 12
    if word.endswith("s") and _base(word) in VERBS:
        return before not in ("and", "or", "&")
    if word in VERBS:
        return _plural(before) or before.endswith("ly")
    return False


def _imperative(low: Sequence[str]) -> bool:
    """Whether a bare verb at the start can be a command: not "Range of …"."""
    return len(low) > 1 and low[1] not in ("of", ",", "and", "-")


def _base(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("es") and word[:-1] not in VERBS:
        return word[:-2]
    return word[:-1]


def _plural(word: str) -> bool:
    return word in _PLURALS or (word.endswith("s") and not word.endswith(("'s", "ss", "us", "is")))
