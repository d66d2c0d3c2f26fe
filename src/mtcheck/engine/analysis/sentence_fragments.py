"""Sentences without a verb, without a subject, or without a main clause."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from mtcheck.engine.analysis.finite_verbs import (
    AUXILIARIES,
    BLOCKERS,
    IRREGULAR,
    NOT_PAST,
    TOKEN,
    has_finite_verb,
)
from mtcheck.engine.analysis.sentence_quotes import inside_quotation
from mtcheck.engine.kind import Hit
from mtcheck.engine.view import View
from mtcheck.text.lazy import lazy

_LEAST, _MOST = 3, 28
"""Words of a fragment; what is longer has a verb that we do not see, or is a list."""
_SURE_WORDS = """
he she they we i said says told went came took made became began gave knew saw thought wrote want
wants know think say don't didn't doesn't isn't wasn't aren't can't couldn't won't it's he's she's
that's there's i'm they're we're you're i've we've they've
"""
_AMBIGUOUS = {"let", "have", "do", "dare", "may", "might", "will", "can", "must"}
_SURE = (AUXILIARIES - _AMBIGUOUS) | set(_SURE_WORDS.split())
"""Words that settle the question at once: nine sentences of ten have one."""
_LONGEST = 180
"""Code points of a fragment."""
_ASIDE = 7
"""Words after its article that an aside has at most."""
_QUOTED = lazy(r'"[^"]*"')
_LABELS = lazy(
    r"[:;|@\N{COPYRIGHT SIGN}=<>\[\]{}#*/\\]|\.\.|\N{HORIZONTAL ELLIPSIS}|www"
    r"|\b(?:Agency|News|Reuters|AFP|AP|TASS|Xinhua|Photos?|[Rr]eporters?|[Cc]orrespondents?"
    r"|[Ee]ditors?|Source|By|Image|Video|File|Pictured?|Figure)\b|\d[ap]m\b|\b[ap]\.m\b"
)
_ENDS = lazy(r"[a-z)%\d][a-z)%\d\"]\.\)?$")
_DATED = lazy(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_ABBREVIATED = lazy(r"(?:\b(?:etc|vs|al|approx|dept|est|ext|max|min|no|vol|[a-z]\.[a-z]))\.$")
_REPLIES_WORDS = """
yes no not never neither nor well oh okay ok sure right maybe perhaps possibly probably thanks
sorry welcome hello hi good happy congratulations why how what who where when which and but or so
then now just even especially particularly hence thus more less much enough nothing something
anything everything everyone nobody none same too also first second third finally next last ever
absolutely exactly hardly almost nearly quite simply definitely certainly obviously apparently
best better worse another only period again still yet bravo great wow alas bye goodbye
"""
_REPLIES = frozenset(_REPLIES_WORDS.split())
"""First words of the fragments that good writers write."""
_NOT_PARTICIPLES_WORDS = """
morning evening nothing something anything everything during king spring string thing wing ring
ceiling building beijing according regarding concerning including following excluding
"""
_NOT_PARTICIPLES = frozenset(_NOT_PARTICIPLES_WORDS.split())
_SUBJECTLESS = lazy(
    r"(?:Said (?=[A-Z][a-z]|the |a |his |her )"
    r"|(?:Is|Are|Was|Were|Has|Have) (?:also |now |already |not |been |to be )*(?:[a-z]+ed|been|held"
    r"|made|built|set|put|given|taken|seen|known|said|issued|one|expected|obligatory|scheduled)\b"
    r"|(?:Will|Would|Can|Could|Should|Must) (?:also |soon )?be\b"
    r"|(?:Refers|Consists|Belongs|Contains|Believes|Requires|Enables|Says|Becomes) "
    r"(?:to |of |the |a |an |that |its )"
    r"|(?:[A-Z][a-z]+ed) (?:the|a|an|that|his|her|its|their) )"
)
_NO_SUBJECT_NEEDED_WORDS = "indeed need speed feed seed based given provided united"
_NO_SUBJECT_NEEDED = frozenset(_NO_SUBJECT_NEEDED_WORDS.split())
_MAIN_CLAUSE = lazy(
    r", (?:[\w'-]+ ){1,8}?(?:is|are|was|were|has|have|had|will|would|can|could|did|does|[a-z]+ed|"
    r"said|says|went|came|took|made|became|began|gave|won|lost|found|held|left|felt)\b"
)


def fragments(view: View) -> dict[str, list[Hit]]:
    """Return the verb-less sentences by shape; use as `view.once(fragments)`.

    `participles`: begins with a participle ("Joking and singing."); `phrase`: with a preposition
    or an infinitive; `verbless`: with a noun phrase; `aside`: a short one that begins with an
    article ("A splendid summer."), or any that opens its paragraph: a caption or a writer's
    flourish is possible there.
    """
    found: dict[str, list[Hit]] = defaultdict(list)
    sentences = view.sentences
    verbless = dict.fromkeys(_verbless(view))
    for index in verbless:
        # Two in a row are style, or a list: "One house. Two cars."
        if index - 1 in verbless or index + 1 in verbless:
            continue
        start, end = sentences[index]
        kind, block_start, _ = view.block_at(start)
        if kind != "paragraph" or inside_quotation(view, start):
            continue
        shape = _shape(view.text[start:end])
        after_stop = view.text[start - 2] == "." or view.text[start - 3 : start - 1] == '."'
        if start <= block_start + 1 or (shape == "aside" and after_stop):
            found["aside"].append(Hit(start, end))
        elif after_stop:
            found[shape].append(Hit(start, end))
    return found


def _verbless(view: View) -> Iterator[int]:
    """Yield the numbers of the sentences that have no verb."""
    low = view.low
    for index, (start, end) in enumerate(view.sentences):
        if end - start > _LONGEST or low[end - 1] not in '."':
            continue
        sentence = low[start:end]
        if '"' in sentence:
            sentence = _QUOTED.sub(" q ", sentence)
        # Three sentences of four are out after these few searches, which cost next to nothing.
        if (
            " is " in sentence
            or " was " in sentence
            or " said" in sentence
            or " are " in sentence
            or " has " in sentence
            or " have " in sentence
            or " will " in sentence
            or " were " in sentence
        ):
            continue
        words = sentence.split()
        if len(words) > _MOST or not _SURE.isdisjoint(words) or len(words) < _LEAST:
            continue
        if not _past_tense(words) and _judge(view.text[start:end]):
            yield index


def _past_tense(words: list[str]) -> bool:
    """A quick first look: a past tense with a subject before it."""
    before = "the"
    for word in words:
        if (
            (word.endswith("ed") or word in IRREGULAR)
            and before not in BLOCKERS
            and before not in ("and", "or")
            and word not in NOT_PAST
        ):
            return True
        before = word
    return False


def _judge(sentence: str) -> bool:
    """Whether a sentence is a verb-less piece of running text."""
    if not (sentence[0].isascii() and sentence[0].isupper()) or " - " in sentence:
        return False
    if not _ENDS.search(sentence.rstrip('"')[-5:]):
        return False
    quotes = '"' in sentence
    if quotes and (sentence.count('"') % 2 or _predicate_quoted(sentence)):
        return False
    tokens = TOKEN.findall(_QUOTED.sub(" q ", sentence) if quotes else sentence)
    words = [token for token in tokens if token[0].isalnum()]
    if len(words) < 2 or words[0].lower() in _REPLIES:
        return False
    capitals = len([word for word in words if word[0].isupper()])
    digits = len([word for word in words if word[0].isdigit()])
    if capitals * 2 > len(words) + 1 or digits * 3 > len(words):
        return False
    if has_finite_verb(tokens) or _LABELS.search(sentence) or _ABBREVIATED.search(sentence.lower()):
        return False
    return len(words) > 8 or not _DATED.search(sentence)


def _predicate_quoted(sentence: str) -> bool:
    """Whether a quotation may hold the verb: the firm "cut all ties" with him."""
    for match in _QUOTED.finditer(sentence):
        before = sentence[: match.start()].rstrip()
        if not before.endswith(("ing", "that", ",", ":")) and has_finite_verb(
            ["x", *TOKEN.findall(match[0][1:-1])]
        ):
            return True
    return False


def _shape(sentence: str) -> str:
    first, _, rest = sentence.lower().partition(" ")
    if first.endswith(("ing", "ed")) and first not in _NOT_PARTICIPLES and "," not in first:
        noun_follows = first.endswith("ed") and not rest.startswith(("by ", "in ", "on ", "to "))
        return "verbless" if noun_follows else "participles"
    if first in IRREGULAR and rest.startswith("by "):
        return "participles"
    if first in ("a", "an", "the", "one") and rest.count(" ") < _ASIDE:
        return "aside"
    return "phrase" if first in BLOCKERS and first not in ("a", "an", "the") else "verbless"


def subjectless(view: View) -> Iterator[Hit]:
    """Yield sentences that begin with a finite verb and are no question and no command."""
    text = view.text
    for start, end in view.sentences:
        match = _SUBJECTLESS.match(text, start, end)
        if not match or text[end - 1] != "." or view.block_at(start)[0] != "paragraph":
            continue
        first = match[0].split()[0].lower()
        if first in _NO_SUBJECT_NEEDED:
            continue
        rest = text[match.end() - 1 : end]
        if first.endswith("ed") and (", " in rest or _finds_verb(rest)):
            continue
        if not _MAIN_CLAUSE.search(rest) and "?" not in rest:
            yield Hit(start, match.end() - (text[match.end() - 1] == " "))


def _finds_verb(rest: str) -> bool:
    """Whether what follows an article has a finite verb."""
    return has_finite_verb(["the", *TOKEN.findall(rest)])


def unfinished(view: View, positions: Sequence[int], openers: Sequence[str]) -> Iterator[Hit]:
    """Yield openers that never reach a main clause: "Among them, including …", "Such as …"."""
    for at in positions:
        start, end = view.sentence_at(at)
        if start != at or view.text[end - 1] != "." or view.block_at(at)[0] == "title":
            continue
        opener = max((o for o in openers if view.low.startswith(o, at)), key=len, default="")
        if opener and not view.low[at + len(opener)].isalnum():
            yield Hit(at, at + len(opener))
