"""British and American spelling are both right."""

from __future__ import annotations

from mtcheck.text.lazy import lazy

_PAIRS_WORDS = """
aeroplane/airplane ageing/aging aluminium/aluminum artefact/artifact benefitt/benefit biass/bias
cancelation/cancellation centre/center cheque/check cosy/cozy draught/draft enquir/inquir
fibre/fiber focuss/focus furore/furor gaol/jail grey/gray jewellery/jewelry kerb/curb metre/meter
mould/mold moult/molt moustache/mustache omelette/omelet plough/plow programme/program
pyjama/pajama sceptic/skeptic smoulder/smolder specialities/specialties
speciality/specialty storey/story sulph/sulf targett/target theatre/theater tonne/ton tyre/tire
whisky/whiskey yoghurt/yogurt
"""
_PAIRS = dict(pair.split("/") for pair in _PAIRS_WORDS.split())
_LISTED = lazy("|".join(_PAIRS))

# Each pair of spellings becomes one; what this does to other words does not matter, for it is done
# to both words that are compared.
_AE = lazy(r"[ao]e")
_OUR = lazy(r"our")
_ISE = lazy(r"(?<=[iy])s(?=(?:e|ed|es|er|ers|ing|able|ation|ations|ational)\b)")
_RE = lazy(r"(?<=[bcghptv])re(?=[sd]?\b)")
_RING = lazy(r"(?<=[bt])ring\b")
_LL = lazy(r"ll(?=(?:ed|en|ing|er|ers|or|ors|ous|ously|ist|ists|ment|ments|ful|fully|s)?\b)")
_OGUE = lazy(r"(?<=og)ue(?=s?\b)")
_ENCE = lazy(r"(?<=lic|def|off)enc|(?<=pret)enc")
_PRACTISE = lazy(r"(?<=practi)s")
_MUTE_E = lazy(r"(?<=dg)e(?=ment)|e(?=able)")


def same_word(word: str, other: str) -> bool:
    """Whether two words are the British and the American spelling of one; capitals do not count."""
    return _plain(word.lower()) == _plain(other.lower())


def _plain(word: str) -> str:
    word = _LISTED.sub(lambda m: _PAIRS[m.group()], word)
    word = _PRACTISE.sub("c", word)
    word = _AE.sub("e", word)
    word = _OUR.sub("or", word)
    word = _ISE.sub("z", word)
    word = _RE.sub("er", word).replace("erd", "ered")
    word = _RING.sub("ering", word)
    word = _LL.sub("l", word)
    word = _OGUE.sub("", word)
    word = _ENCE.sub("ens", word)
    return _MUTE_E.sub("", word)
