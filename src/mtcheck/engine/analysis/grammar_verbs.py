"""Verbs in a form that the word before forbids: "did not went", "to sang", "has already reach".

The words before decide, and they are few: *did not*, *to*, *has already*, *can to*, *will be*. The
words after must be forms that can be nothing else: a past tense that is no participle, no noun and
no other verb's base ("did not found the firm", "must saw the wood", "a can opened" are English).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtcheck.engine.analysis.finite_verbs import NOUNISH
from mtcheck.engine.analysis.verb_list import VERBS
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.inflect import verb_form_of, verb_forms
from mtcheck.text.lazy import lazy

_PAST_ONLY_WORDS = """
arose:arise ate:eat became:become began:begin broke:break built:build bought:buy brought:bring
came:come caught:catch chose:choose did:do drank:drink drove:drive flew:fly forgot:forget
forgave:forgive fought:fight gave:give got:get grew:grow had:have heard:hear held:hold kept:keep
knew:know left:leave lost:lose made:make meant:mean met:meet paid:pay rang:ring sang:sing sank:sink
said:say sent:send sold:sell slept:sleep spent:spend spoke:speak stole:steal swam:swim
swore:swear taught:teach thought:think threw:throw told:tell took:take understood:understand
undertook:undertake was:be went:go were:be withdrew:withdraw woke:wake won:win wore:wear wrote:write
"""
_PAST = dict(pair.split(":") for pair in _PAST_ONLY_WORDS.split())
"""Past tenses that are the base of no other verb, with their own base."""
_PARTICIPLES_WORDS = """
built bought brought caught fought got had heard held kept left lost made meant met paid said sent
sold slept spent taught thought told understood won came
"""
_ADJECTIVES = frozenset(_PARTICIPLES_WORDS.split())
"""Those that are participles too: "to lost time", "to broke families" may be meant."""
_PURE_WORDS = """
achieve accept announce appear arrive become begin believe bring build choose complain confirm
consist contain continue contribute create decide defeat deliver depend describe destroy develop
die discover eliminate emerge encourage establish exceed exist expand explain fail forget give go
happen hold identify implement improve include inform introduce invade invest invite join launch
learn lose make occur organise organize overcome participate persuade postpone prepare prevent
propose prove provide publish reach realise realize receive recognise recognize reduce refuse
reject remain remove replace require resign resolve select sell send solve speak strengthen
succeed suffer suggest survive take tell think understand warn win write
"""
_PURE = frozenset(_PURE_WORDS.split())
"""Bases that are hardly ever a noun or an adjective, nor their own past or participle."""
_MODALS = "would|could|should|must|cannot|can't|won't|couldn't|wouldn't|shouldn't|mustn't"
_SUBJECTS = "i|he|she|it|we|they|you|who|which|also|not"
_ADVERBS = "(?:also|already|just|recently|never|always|even|really|only|ever|still|not) "
_AFTER_DO = lazy(rf"(?:did|does|do)(?: not|n't) (?:{_ADVERBS})?(?P<verb>[a-z]{{2,}})(?![\w'-])")
_AFTER_MODAL = lazy(rf"(?:{_MODALS})(?: not)? (?:{_ADVERBS})?(?P<verb>[a-z]{{2,}})(?![\w'-])")
_MODAL_TO = lazy(r"(?P<modal>can|could|must|should|cannot) (?P<verb>to [a-z]{2,})(?![\w'-])")
_TO = lazy(r"to (?:also )?(?P<verb>[a-z]{2,})(?![\w'-])")
_HAVE = lazy(
    r"(?:has|have|had|having) (?:(?:also|already|just|recently|never|always|not yet|now|not) ){1,2}"
    r"(?P<verb>[a-z]{2,})(?![\w'-])"
)
_BEEN = lazy(r"(?:be|been|being) (?P<verb>[a-z]{2,})(?![\w'-])")
_BEFORE_BE = lazy(
    r"\b(?:will|would|can|could|must|should|may|might|to|not|has|have|had|is|are|was|were)"
    r"(?: also| not| already| soon| now)? $"
)
AFTER = {
    "after-do": ("did not ", "didn't ", "does not ", "doesn't ", "do not ", "don't "),
    "after-modal": tuple(f"{modal} " for modal in _MODALS.split("|")),
    "modal-to": ("can to ", "could to ", "must to ", "should to ", "cannot to "),
    "after-to": tuple(f"to {past} " for past in _PAST if past not in _ADJECTIVES),
    "after-have": tuple(
        f"{have} {adverb} "
        for have in ("has", "have", "had", "having")
        for adverb in ("also", "already", "just", "recently", "never", "always", "now")
    ),
    "after-be": tuple(f"{be} {verb} " for be in ("be", "been", "being") for verb in _PURE),
}
"""The literals of each problem, lower-case."""
_ELLIPSIS = lazy(
    r"\b(?:all|those|everything|everyone|anything|anyone|whatever|what|as|than|best|much|hard|little"
    r"|where|if|when|how|whoever|people|do|did|done|way|nothing)\b[^.;]{0,60}$"
)
"""Before rows like "he could went" that are English: "all who could fled", "all he can to help"."""
_DETERMINER = lazy(r"\b(?:an?|the|no) $")
_RELATIVE = lazy(r"\b(?:what|whatever|whoever|all|those|everything)\b[^.;,]{0,40}$")
_SUBJECT_BEFORE = lazy(rf"\b(?:{_SUBJECTS}) (?:also )?$")
_THE_NEXT = lazy(
    r" (?:the|a|an|its|his|her|their|our|to|that|in|on|by|with|into|all|this|any|\d)\b"
)
_NOT_PAST_ED_WORDS = "indeed need feed seed speed embed bleed heed breed shed wed weed bed used"
_NOT_PAST_ED = frozenset(_NOT_PAST_ED_WORDS.split())


def verbs_after(view: View, positions: Sequence[int], problem: str) -> Iterator[Hit]:
    """Yield verbs in the wrong form; `positions` are those of `AFTER[problem]`.

    The hit is the verb alone, or with the *to* that must go; the replacement is its right form.
    """
    pattern, right = _RULES[problem]
    low = view.low
    for at in positions:
        if at and (low[at - 1].isalnum() or low[at - 1] in "'-"):
            continue
        match = pattern.match(low, at)
        # A capital inside is a name: "did not Left Front win".
        if not match or view.text[match.start("verb")].isupper():
            continue
        fixed = right(view, match)
        if fixed:
            yield Hit(match.start("verb"), match.end("verb"), fixed)


def _base(word: str) -> str | None:
    """The base of a word that can only be a past tense; None for any other word."""
    if word in _PAST:
        return _PAST[word]
    if not word.endswith("ed") or word in _NOT_PAST_ED or word in VERBS:
        return None
    stems = (word[:-1], word[:-2], word[:-3] + "y" if word.endswith("ied") else word[:-3])
    return next((s for s in stems if s in VERBS and verb_form_of(word, s) == "past"), None)


def _after_do(view: View, match: re.Match[str]) -> tuple[str, ...]:
    word = match["verb"]
    base = _base(word)
    if _RELATIVE.search(view.low, max(0, match.start() - 60), match.start()):
        return ()
    if base is None and not match[0].startswith("do ") and word.endswith("s"):
        # "does not goes"; "what it does not means" has no other reading either.
        base = next((b for b in (word[:-1], word[:-2]) if b in VERBS and b not in NOUNISH), None)
        base = None if word in VERBS else base
    return (base,) if base else ()


def _after_modal(view: View, match: re.Match[str]) -> tuple[str, ...]:
    base = _base(match["verb"])
    start = max(0, match.start() - 70)
    # At a start, or after a comma, it is turned round: "should built objects stand here".
    if not view.text[max(0, match.start() - 2) : match.start() - 1].isalpha():
        return ()
    if base is None or _ELLIPSIS.search(view.low, start, match.start()):
        return ()
    return () if _DETERMINER.search(view.low, start, match.start()) else (base,)


def _modal_to(view: View, match: re.Match[str]) -> tuple[str, ...]:
    start = max(view.sentence_at(match.start())[0], match.start() - 70)
    if match["verb"][3:] not in VERBS or not _SUBJECT_BEFORE.search(view.low, start, match.start()):
        return ()
    return () if _ELLIPSIS.search(view.low, start, match.start()) else (match["verb"][3:],)


def _after_to(view: View, match: re.Match[str]) -> tuple[str, ...]:
    base = _PAST.get(match["verb"])
    before = view.low[max(0, match.start() - 12) : match.start()]
    # "What it used to was", "the bank he went to had": the verb of the next clause.
    following = _THE_NEXT.match(view.low, match.end())
    if base is None or match["verb"] in ("was", "were", "had", "did", "became", "came", "got"):
        return ()
    return (f"{base}",) if following and not _ends_clause(before) else ()


def _ends_clause(before: str) -> bool:
    """Whether the verb before *to* may have its *to* for itself: "the man he spoke to went"."""
    word = before.split()[-1] if before.split() else ""
    return word in _TAKES_TO or word.endswith("ed")


_TAKES_TO_WORDS = """
spoke talked went back said wrote referred belonged close next up home talk speak talking speaking
gone given listened moved sold sent responded according thanks due similar
"""
_TAKES_TO = frozenset(_TAKES_TO_WORDS.split())


_PLURAL_PREDICATES_WORDS = """
become overcome include contain provide remain exist continue give make take suggest prove exceed
appear depend consist require begin bring create contribute encourage build hold help go
"""
_PLURAL_PREDICATES = frozenset(_PLURAL_PREDICATES_WORDS.split())
"""Verbs of "the tools they have also include a saw"."""


def _after_have(view: View, match: re.Match[str]) -> tuple[str, ...]:
    word = match["verb"]
    if word not in _PURE or word in _PLURAL_PREDICATES:
        return ()
    return (verb_forms(word).participle,) if _THE_NEXT.match(view.low, match.end()) else ()


def _after_be(view: View, match: re.Match[str]) -> tuple[str, ...]:
    word = match["verb"]
    if word not in _PURE or word in ("become", "overcome", "go"):
        return ()
    if not _BEFORE_BE.search(view.low, max(0, match.start() - 16), match.start()):
        return ()
    if not _THE_NEXT.match(view.low, match.end()):
        return ()
    return (verb_forms(word).participle,)


_RULES = {
    "after-do": (_AFTER_DO, _after_do),
    "after-modal": (_AFTER_MODAL, _after_modal),
    "modal-to": (_MODAL_TO, _modal_to),
    "after-to": (_TO, _after_to),
    "after-have": (_HAVE, _after_have),
    "after-be": (_BEEN, _after_be),
}
