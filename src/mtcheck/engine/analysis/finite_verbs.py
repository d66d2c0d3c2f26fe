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

from mtcheck.engine.analysis.verb_list import VERBS
from mtcheck.engine.analysis.word_shapes import is_adjective
from mtcheck.text.lazy import lazy

TOKEN = lazy(r"[^\W_][\w'.&/-]*[\w']|[^\W_]|[%$€£]|[^\w\s]")
"""A word (with what is glued into it) or one sign."""

_AUXILIARIES_WORDS = """
am is are was were has have had do does did can could may might must shall should will would
cannot ain't ought dare let let's please thank thanks
"""
AUXILIARIES = frozenset(_AUXILIARIES_WORDS.split())
_ALWAYS_SUBJECTS_WORDS = "i he she they we who"
_ALWAYS_SUBJECTS = frozenset(_ALWAYS_SUBJECTS_WORDS.split())
_SUBJECTS = _ALWAYS_SUBJECTS | {"it", "you", "there", "this", "that", "these", "those", "what"}
_CONTRACTION = lazy(
    r".*n't|(?:i|you|he|she|it|we|they|that|there|who|what|this|here|where|how|one)'(?:m|re|ve|ll|d|s)"
    r"|.+'(?:re|ve|ll|d)"
)
_YEAR = lazy(r"(?:19|20)\d\d")
_BLOCKERS_WORDS = """
a an the my your his her its our their whose every no of to in on at by for with from into onto
upon over under about after before between among amid through during within without against across
along around behind beside beyond despite inside near outside per since than toward towards until
unlike via as like very too so
"""
BLOCKERS = frozenset(_BLOCKERS_WORDS.split())
"""Words that no finite verb directly follows."""

_PRONOMINAL_WORDS = "some any each another both few many most much all several one two"
_PRONOMINAL = frozenset(_PRONOMINAL_WORDS.split())
"""Determiners that stand alone as well ("some smashed windows"): a past tense may follow."""

_OBJECTS_WORDS = "a an the my your his her its our their it them this that not"
_OBJECTS = frozenset(_OBJECTS_WORDS.split())

_NOUNISH_WORDS = """
access advance age air aim alarm arm army attack award balance band bank bar base basin battle
beach beam bed bench bill bird block board boat body bomb bond book border bottle bottom bowl box
branch breath brick bridge budget bug building bus business button camp camp campaign cap capture
card cart case cash cast castle cell center centre chain chair chance channel chapter charge chart
circle class clip clock close cloud club coach coast code coin color colour commission company
concern conduct conference content contest contract control copy core corner couple course court
credit crew crop cross crowd culture cup curve cycle damage data date debate debut defence defense
delay deposit design desk detail display district document door down draft drama dress drug dust
effect egg end energy engine evidence exchange exercise exhibit experience experiment export eye
face factor farm fashion father fault favor favour field figure file film finance finger fire fish
flag flight flood floor flow focus fog food foot force form frame front fruit fuel function fund
future gain game gang garden gas gate gear gift goal grade grant ground group growth guard guide
gun hand harbor harbour harm head heat heart highway hit home honor honour host hotel house ice
image impact import income increase index industry influence interest interview iron island issue
item joint journey judge key kid king lab labor labour ladder land landscape lane launch league
lease lecture lesson level light limit line link list load loan lock lot lunch machine mail major
man map march mark market mask mass master match material matter measure media medicine meeting
message metal mine minute mirror model moment motion motor mountain mouth move movement movie
murder museum music name nation  nest net network news night note notice number nurse object offer
office oil open operation order outcome package page pain pair panel paper parade park part
partner party pass past path pattern peace people phase phone photo picture piece pilot pipe place
plan plane plant plate platform plot pocket point police policy poll pool post pound power
practice present press pressure price prince print prize process produce product profile profit
program programme progress project protest province queue quiz race rail rain range rank rate
record region release relief rent report request rescue research reserve resort rest result reward
rice right ring risk river road rock role roll roof room root round route rule rush safety sale
sand scale scene schedule school score screen sea seal season seat second section sense service
set shade shadow shape share shelf shell shelter shift ship shock shoe shop shot shower sight sign
signal silence site size skin slot smoke snow solo song sound source space speech speed spirit
split sponsor sport spot spray spring staff stage stake stamp standard star state station steam
steel step stick stock stone store storm stream street strength stress stretch strike structure
student study stuff style sugar suit summer supply surface surge surprise survey switch system
table tank tape target task tax team test text theater theatre thought tie time tip title tone
tool top total tour tourist tower town toy track trade trail train training transfer transition
transport trap treasure treaty tree trend trial trick trip trouble truck tv twin type uniform
union unit upgrade value vehicle venture view virus voice volume wage wall war water wave way
wealth weapon weather web weight well wheel white wind window wine winter wood word worker world
worth yard year yield youth zone long initial double single
"""
NOUNISH = frozenset(_NOUNISH_WORDS.split())
"""Verbs that are nouns or adjectives far more often."""

_IRREGULAR_WORDS = """
arose ate became began bent bit bled blew bore bought bound bred broke brought built burnt came
caught chose clung crept dealt dove drank dreamt drew drove dug dwelt fed fell felt fled flew
flung forbade forgot forgave fought found froze gave got grew ground held heard hid hung kept
knelt knew laid lay learnt led left lent lit lost made meant met mistook paid proved ran rang rode
rose said sang sank sat saw sent shone shook shot shrank slept slid sold sought spent spoke spoilt
spun sprang sprung spread stood stole struck strove stuck stung swam swept swore swung taught
thought threw told took tore undertook understood upheld went wept withdrew woke won wore wound
wove wrote cost cut hit hurt let put read set shut split burst cast quit bet rid overcame overtook
overthrew oversaw rebuilt remade withheld withstood foresaw outgrew beat bid broadcast forecast
thrust upset shed
"""
IRREGULAR = frozenset(_IRREGULAR_WORDS.split())
_NOT_PAST_WORDS = """
hundred indeed need speed seed feed bed red breed deed weed shed sacred naked rugged wicked exceed
proceed succeed united limited so-called unprecedented unlimited bleed greed embed creed based
related-to sled kindred hatred
"""
NOT_PAST = frozenset(_NOT_PAST_WORDS.split())
_PLURALS_WORDS = """
people police men women children youth staff media data officials cattle they we you i all both
many others some most these those who which that never always often also still not rarely seldom
sometimes usually then now just only even already soon least chinese japanese british french irish
dutch english poor rich
"""
_PLURALS = frozenset(_PLURALS_WORDS.split())


def has_finite_verb(tokens: Sequence[str]) -> bool:
    """Return whether one of `tokens` (see `TOKEN`, capitals as written) could be a finite verb."""
    low = [token.lower() for token in tokens]
    return any(_finite(tokens, low, index) for index in range(len(low)))


def has_sure_verb(tokens: Sequence[str]) -> bool:
    """Return whether one of `tokens` is an auxiliary or a past tense, which no plural noun is."""
    return any(
        token in AUXILIARIES or token in IRREGULAR or (token.endswith("ed") and len(token) > 4)
        for token in map(str.lower, tokens[1:])
    )


def _finite(tokens: Sequence[str], low: Sequence[str], index: int) -> bool:
    word = low[index]
    before = low[index - 1] if index else ""
    if word in AUXILIARIES or _CONTRACTION.fullmatch(word):
        return before != "to"
    if word in _SUBJECTS:
        return word in _ALWAYS_SUBJECTS or not index
    if not index:
        return word in VERBS and _imperative(low)
    so_on = before == "on" and index > 1 and low[index - 2] == "so"
    if (before in BLOCKERS and not so_on) or not word.replace("-", "").isalpha():
        return False
    if tokens[index][0].isupper() and tokens[index - 1].isalpha():
        return False
    if word in IRREGULAR or word.rpartition("-")[2] in ("off", "out", "up"):
        return True
    if word.endswith("ed") and len(word) > 3 and word not in NOT_PAST:
        return before not in ("and", "or") or before in _PRONOMINAL
    if word.endswith("s") and _base(word) in VERBS:
        if is_adjective(before) or "-" in before:
            return False
        list_of_things = before in ("and", "or", "&", "these", "those") or _counted(tokens, index)
        return not list_of_things or _base(word) not in NOUNISH
    if word in VERBS:
        return _bare(tokens, low, index)
    return word.endswith("ing") and before.endswith("'s")


def _bare(tokens: Sequence[str], low: Sequence[str], index: int) -> bool:
    """Whether a bare verb form can be finite where it stands: after a plural, or as a command."""
    word, before = low[index], low[index - 1]
    if _plural(before) or before.endswith("ly"):
        return True
    if word in NOUNISH:
        return "and" in low[:index] and re.fullmatch(r"[A-Z][a-z]+", tokens[index - 1]) is not None
    if is_adjective(before) or before == "-":
        return False
    if before in (",", "and", "or"):
        return True
    return any(_plural(w) or w == "and" for w in low[:index])


def _imperative(low: Sequence[str]) -> bool:
    """Whether a bare verb at the start can be a command: not "Range of …", "Light rain …"."""
    after = low[1] if len(low) > 1 else "of"
    if low[0] in NOUNISH:
        return after in _OBJECTS or after[0].isdigit()
    return after not in ("of", ",", "and", "-", "to", "from", "between")


def _counted(tokens: Sequence[str], index: int) -> bool:
    """Whether a number counts the word: "170 tanks", not "Formula 1 plans", "2020 marks"."""
    if not tokens[index - 1][0].isdigit() or _YEAR.fullmatch(tokens[index - 1]):
        return False
    return index < 2 or not tokens[index - 2][0].isupper()


def _base(word: str) -> str:
    """The verb that `word` is the third person of, if it is one; else the word itself."""
    bases = (word[:-1], word[:-2] if word.endswith("es") else "", word[:-3] + "y")
    return next((base for base in bases if base in VERBS), word)


def _plural(word: str) -> bool:
    return word in _PLURALS or (
        len(word) > 2 and word.endswith("s") and not word.endswith(("'s", "ss", "us", "is"))
    )
