"""What the shape of an English word says about its part of speech, without a dictionary.

Endings decide ("-tion" makes a noun, "-ous" an adjective); the words that matter and have no
telling ending are listed. Every answer is a likelihood that rules lean on, never a parse.
"""

from __future__ import annotations

from mtcheck.text.lazy import lazy

_SMALL_WORDS = """
a an the this that these those my your his her its our their whose some any each every no of to in
on at by for with from into onto upon over under about after before between among through during
within without against across along around behind beside beyond despite down except inside near
off out outside per past since than toward towards until till unlike up via and or but nor so yet
as if because although though while whereas unless whether i you he she it we they me him us them
who whom which what where when why how am is are was were be been being do does did has have had
having can could may might must shall should will would not there here then also only just such
both either neither all more most much many few other another own same very too now even still
already again
"""
SMALL = frozenset(_SMALL_WORDS.split())
"""Function words: articles, prepositions, conjunctions, pronouns, auxiliaries, particles."""

_ADJECTIVE = lazy(
    r".{2,}(?:al|ful|ive|ous|ic|able|ible|less|ary|ish|ical|[^e]ed|ern|some)|"
    r".{3,}(?:ent|ant)"
)
_NOT_ADJECTIVE = lazy(
    r".*(?:ment|tual|vival|posal|roval|mal|nal|ital|rival)|.*(?:animal|hospital|capital|journal|"
    r"festival|arrival|metal|signal|terminal|student|president|agent|talent|client|patient|parent|"
    r"event|accident|incident|resident|plant|restaurant|giant|merchant|tenant|music|clinic|traffic|"
    r"fabric|topic|public|republic|vegetable|table|cable|detective|executive|relative|initiative|"
    r"objective|motive|library|salary|secretary|diary|boundary|summary|century|dish|fish|content|"
    r"extent|percent|accent|descent|consent|intent|deal|goal|meal|steal|seal|appeal|trial|material|"
    r"official|memorial|tutorial|editorial|steel|need|seed|feed|speed|breed|weed|deed)"
)
_ADJECTIVES_WORDS = """
peaceful simple safe clean clear calm happy healthy heavy light strong weak high large small green
dark warm cold cool dry wet rich poor young open close deep wide narrow broad tight loose famous
common rare brave smart quick slow quiet loud soft sharp smooth rough pure fresh sweet solemn firm
solid stable steady severe serious critical complex modern ancient sincere honest fair just equal
harmonious prosperous wealthy tired weary angry sad proud kind gentle warm tense intense rigid
strict thorough complete entire whole accurate precise exact correct proper distinct true false
real fake bright brilliant beautiful pretty lovely elegant grand great huge vast
"""
_ADJECTIVES = frozenset(_ADJECTIVES_WORDS.split())
_TERM = lazy(
    r".{3,}(?:tion|sion|ment|ness|ity|ance|ence|ship|ism|logy|ics|graphy|dom|hood|ure|"
    r"al|ive|ous|ical|able|ing|ary|ory|ist)s?"
)
_TERMS_WORDS = """
administration agriculture airport army award bank branch bridge bureau business center centre
city civil code college commission committee community company conference council country county
culture department design district drought economic education energy enterprise epidemic film
finance fire flood food force forest foundation fund global government group health heritage
highway home hospital hotel house industry institute internet island lake market media medical
medicine migrant military mountain music national network office official online park people
personnel photovoltaic police power press prize province public railway republic research resource
river road rural school science screen security service social society sports state station steel
street student system tax team technology theatre theater tourism tower town township trade
traffic training transport travel union university urban village water weather welfare work world
"""
_TERMS = frozenset(_TERMS_WORDS.split())
_COMPARATIVES_WORDS = """
better worse more less fewer later sooner older younger longer shorter higher lower larger smaller
bigger greater stronger weaker faster slower quicker closer nearer further farther deeper wider
broader narrower tighter looser harder softer easier richer poorer cheaper dearer fiercer hotter
colder warmer cooler wetter drier brighter darker lighter heavier thicker thinner louder quieter
steeper taller fatter leaner tougher rougher smoother sharper newer fresher cleaner dirtier
clearer busier happier sadder angrier safer riskier healthier sicker crazier uglier prettier
smarter wiser bolder braver calmer finer fuller emptier earlier scarcer rarer denser hungrier
hazier shakier sleepier lonelier bleaker bitter grander stranger stricter
"""
_COMPARATIVES = frozenset(_COMPARATIVES_WORDS.split())


def is_small(word: str) -> bool:
    """Whether a lower-case word is a function word."""
    return word in SMALL


def is_comparative(word: str) -> bool:
    """Whether a lower-case word is the comparative of a short adjective or adverb."""
    return word in _COMPARATIVES or word.endswith("ier")


def is_adjective(word: str) -> bool:
    """Whether a lower-case word is most likely an adjective or a participle."""
    if word in _ADJECTIVES:
        return True
    return bool(_ADJECTIVE.fullmatch(word)) and not _NOT_ADJECTIVE.fullmatch(word)


def is_term(word: str) -> bool:
    """Whether a lower-case word is an ordinary word even when it has a capital in a name."""
    return word in _TERMS or bool(_TERM.fullmatch(word))
