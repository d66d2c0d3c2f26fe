"""Where two sentences, or two words, were joined that do not belong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtcheck.engine.analysis.finite_verbs import TOKEN, has_finite_verb, has_sure_verb
from mtcheck.engine.analysis.sentence_quotes import inside_quotation
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_VERB = (
    "is|are|was|were|has|have|had|will|would|can|could|does|did|do|may|might|must|should|needs?|"
    "became|went|came|took|made|began"
)
_PRONOUNS = "it|they|he|she|we|this|these|there"
_PRONOUN = lazy(
    rf", (?:{_PRONOUNS})(?: also| still| now| then| just| only| already)? "
    rf"(?:{_VERB})\b(?! said| reported| added)"
)
_DETERMINERS = "the|a|an|its|his|her|their|our|some|many|all|each|every"
_NOUN = lazy(
    rf", (?:{_DETERMINERS}) (?:[a-z'-]+ ){{1,4}}?"
    r"(?:is|are|was|were|has|have|will|can|would|could)\b"
)
JOINTS = tuple(f", {word} " for word in f"{_PRONOUNS}|{_DETERMINERS}".split("|"))
"""What a splice begins with, lower-case."""
_NOT_A_CLAUSE = lazy(
    r"(?:if|when|as|in|on|at|after|before|while|although|though|because|since|for|with|by|once|until"
    r"|unless|whether|despite|during|according|to|from|under|given|even|what\w*|who\w*|however|no"
    r"|not|only|so|where\w*|how|why|the more|the \w+er|had|were|should|without|due|thanks|based"
    r"|throughout|between|among|over|through|like|unlike|apart|besides|instead|then|now|but|and|or"
    r"|yet|yes|well|of|about|here|there|just|today|yesterday|tomorrow|last|next|this (?:year|week"
    r"|month|time)|first|second|third|finally|also|regardless|every time|each time|see|look|upon"
    r"|[\w-]+ing|\w+ly|\d[\d,.]*)\b"
)
_SUBORDINATE = lazy(
    r"\b(?:if|when|that|which|who|whom|whose|because|although|though|while|where|said|says|say|as"
    r"|since|until|unless|once|whether|what|how|why|after|before|told|think|thought|believes?|hope"
    r"|know|knew|added|not only|ago|so)\b|[\":;()]|--| - |[\N{EM DASH}\N{EN DASH}]"
)
_LONGEST = 400
"""Code points of a sentence that are looked at on either side of a place."""
_NO_SUBJECT_WORDS = "and or to that second third fourth other others latter rest remaining last"
_NO_SUBJECT = frozenset(_NO_SUBJECT_WORDS.split())
_COORDINATE = lazy(r"[^.]*?, (?:and|or|but) ")
_CONTRAST = lazy(r"\bnot\b|n't\b")
_SMALL_CAPITALS_WORDS = """
And Or But The Of To For With By From Into Is Are Was Were Has Have Had He They We Her Their Its It
This These That Which Who When While If As In After Also Then There Because At On Not What Where How
Why Such Both Each Through During Between Since Until Although However Therefore Many Some She
Should Could Would Than Other Another
"""
# The initial first: nearly all words are past after that one look.
_SMALL_CAPITAL = lazy(
    f" (?=[A-FHIMNOSTUW])({'|'.join(sorted(_SMALL_CAPITALS_WORDS.split()))}) (?=[a-z])"
)
_REVERED = ("He", "His", "Her", "Who")
_REVERENCE = lazy(r"\b(?:God|Allah|Lord|Jesus|Christ|Prophet|Buddha|Holy|Majesty|Highness)\b")
_SURNAME = lazy(r"(?:director|manager|secretary|minister|teacher|professor|doctor|officer|judge) $")
"""What stands before the Chinese family name He."""
_WORK = lazy(
    r"(?:play|musical|opera|drama|film|movie|documentary|book|novel|story|poem|song|hit|single|album"
    r"|show|series|programme|program|game|exhibition|painting|magazine|newspaper|paper|daily|band"
    r"|group|group,|called|named|titled|entitled|ballet|comedy|thriller|memoir|essay) $"
)
"""What stands before the name of a work."""
_BEFORE_CAPITAL = lazy(r"(?<![\w'-])[a-z]{2,},?$")
_SMALL_START = lazy(r"\. ([a-z]{2,})")
_FULL_WORD = lazy(r"(?:(?<![\w.-])([a-z]{4,})|[a-z]\))$")
_ABBREVIATIONS_WORDS = """
bros dept approx prof corp capt assn intl univ sept mass wash tenn calif conn penn inst natl assoc
govt chap illus vols engl
"""
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_WORDS.split())
AS_A = ("as a ", "as an ", "as the ")
_AS_A = lazy(
    r"As (an?|the) ([^,.;:]{3,70}), "
    r"((?:[A-Z][\w.-]+ ){0,3}[A-Z][\w.-]+'s?|its|his|her|their) ([a-z-]+)"
)
_SAME_THING_WORDS = "people citizens"
_PERSON = lazy(
    r".+(?:er|or|ist|ian|ant|ent|man|men)s?|chiefs?|heads?|kings?|team|army|government|company|firm"
    r"|council|party|parliament|committee|ministry|(?:wife|husband|son|daughter|mother|father)s?"
)
_NO_ROLE = lazy(
    r"(?:[a-z]+ ){0,2}(?:result|rule|consequence|whole|matter|precaution|step|reminder|bonus"
    r"|response|reward|gesture|token|sign|example|start|beginning|favou?r|courtesy|compromise|warning|protest)\b"
)
"""What "as a" makes a comment on the whole sentence: no comparison with its subject."""
_SAME_THING = frozenset(_SAME_THING_WORDS.split())


def comma_splices(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield the joint of two whole sentences that only a comma holds together.

    `positions` are those of `JOINTS`.
    """
    low, text = view.low, view.text
    for at in positions:
        pronoun = _PRONOUN.match(low, at)
        match = pronoun or _NOUN.match(low, at)
        if match is None:
            continue
        start, end = view.sentence_at(at)
        if at - start > _LONGEST:
            continue
        first = low[start:at].lstrip("'\" -(")
        if not _whole(first, text[start:at]) or text[at + 2].isupper():
            continue
        # "Prices are down, it is hard to sell, and the state looks on" is a list.
        if _COORDINATE.match(low, match.end(), min(end, match.end() + _LONGEST)):
            continue
        if not pronoun and not _noun_splice(match[0]):
            continue
        if pronoun and _CONTRAST.search(first) and " there " not in match[0]:
            continue
        # "It was cold, it was wet, it was dark" says the same opening three times for effect.
        opening = match[0][2:]
        if first.startswith(f"{opening} ") and low.find(match[0], match.end(), end) >= 0:
            continue
        if view.block_at(start)[0] != "title" and not inside_quotation(view, at):
            yield Hit(at, match.end())


def _whole(first: str, text: str) -> bool:
    """Whether what stands before the comma is one complete clause."""
    if "," in first or _NOT_A_CLAUSE.match(first) or _SUBORDINATE.search(first):
        return False
    tokens = TOKEN.findall(text.lstrip("'\" -("))
    return len(tokens) >= 3 and has_sure_verb(tokens) and has_finite_verb(tokens)


def _noun_splice(joint: str) -> bool:
    """Whether the noun phrase of a joint is a plain subject."""
    words = joint.split()
    # "The first has 20, the second has 34" sets two things against each other.
    if any(word in _NO_SUBJECT or word.endswith("ing") for word in words):
        return False
    return not _SUBORDINATE.search(joint)


def dangling_as(view: View, positions: Sequence[int]) -> Iterator[Hit]:
    """Yield X's N of "As the M, X's N": the comparison says that X's N is the M.

    `positions` are those of `AS_A`.
    """
    for at in positions:
        match = _AS_A.match(view.text, at)
        if match is None or view.sentence_at(at)[0] != at:
            continue
        # "As the sun set, …" is a clause, no comparison.
        clause = has_finite_verb([match[1], *TOKEN.findall(match[2])])
        if clause or match[4] in _SAME_THING or match[4].endswith(("ed", "ly")):
            continue
        # "its owner said", "China's leaders want": persons are what a role is of.
        if not (_NO_ROLE.match(match[2]) or _PERSON.fullmatch(match[4])):
            yield Hit(match.start(3), match.end(), values={"role": f"{match[1]} {match[2]}"})


def capitals_inside(view: View) -> Iterator[Hit]:
    """Yield function words with a capital in mid-sentence: a stop was lost, or a line joined."""
    text = view.text
    for match in _SMALL_CAPITAL.finditer(text):
        at = match.start(1)
        if view.block_at(at)[0] == "title" or not _BEFORE_CAPITAL.search(
            text, max(0, at - 24), at - 1
        ):
            continue
        start, end = view.sentence_at(at)
        start, end = max(start, at - _LONGEST), min(end, at + _LONGEST)
        if _WORK.search(text, max(0, at - 12), at):
            continue
        if match[1] in _REVERED and (
            _REVERENCE.search(text, start, end) or _SURNAME.search(text, max(0, at - 12), at)
        ):
            continue
        words = [word for word in text[start:end].split() if word[0].isalpha()]
        if sum(word[0].isupper() for word in words) * 2 > len(words):
            continue
        if not inside_quotation(view, at):
            yield Hit(at, match.end(1))


def small_starts(view: View) -> Iterator[Hit]:
    """Yield the small first letter of a sentence after a full stop."""
    text = view.text
    for match in _SMALL_START.finditer(text):
        at = match.start()
        before = _FULL_WORD.search(text, max(0, at - 24), at)
        if not before or before[1] in _ABBREVIATIONS or view.block_at(at)[0] == "title":
            continue
        yield Hit(match.start(1), match.end(1), (match[1].capitalize(),))


def word_clashes(view: View, positions: Sequence[int], clashes: Sequence[str]) -> Iterator[Hit]:
    """Yield two articles, possessives or prepositions that cannot follow each other.

    `clashes` are the word sequences, each with a space after it; `positions` are theirs.
    """
    text, low = view.text, view.low
    done = 0
    for start in positions:
        if start < done or (start and (low[start - 1].isalnum() or low[start - 1] in "'-.")):
            continue
        found = max((c for c in clashes if low.startswith(c, start)), key=len, default=" ")
        words = text[start : start + len(found)].split()
        # A capital is a name ("Serie A of", "the IS is"), or a title inside the sentence.
        if not words or words[-1][0].isupper():
            continue
        if words[0][0].isupper() and start > view.sentence_at(start)[0]:
            continue
        done = start + len(found) - 1
        yield Hit(start, done)
