"""Inflection: tables of what is right, and laws."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.text import inflect, irregular
from mtcheck.text.inflect import noun_forms, verb_form_of, verb_forms

# base third past participle ing, then the alternatives.
VERBS = """
walk walks walked walked walking
stop stops stopped stopped stopping
plan plans planned planned planning
rob robs robbed robbed robbing
trek treks trekked trekked trekking
rev revs revved revved revving
quiz quizzes quizzed quizzed quizzing
quit quits quit quit quitting quitted
gas gasses gassed gassed gassing
bus buses bused bused busing busses bussed bussing
squat squats squatted squatted squatting
equip equips equipped equipped equipping
refer refers referred referred referring
prefer prefers preferred preferred preferring
transfer transfers transferred transferred transferring
offer offers offered offered offering
suffer suffers suffered suffered suffering
differ differs differed differed differing
occur occurs occurred occurred occurring
commit commits committed committed committing
submit submits submitted submitted submitting
visit visits visited visited visiting
limit limits limited limited limiting
target targets targeted targeted targeting
budget budgets budgeted budgeted budgeting
regret regrets regretted regretted regretting
develop develops developed developed developing
gossip gossips gossiped gossiped gossiping
open opens opened opened opening
control controls controlled controlled controlling
patrol patrols patrolled patrolled patrolling
compel compels compelled compelled compelling
rebel rebels rebelled rebelled rebelling
format formats formatted formatted formatting
kidnap kidnaps kidnapped kidnapped kidnapping
program programs programmed programmed programming
travel travels traveled traveled traveling travelled travelling
cancel cancels canceled canceled canceling cancelled cancelling
label labels labeled labeled labeling labelled labelling
signal signals signaled signaled signaling signalled signalling
equal equals equaled equaled equaling equalled equalling
fuel fuels fueled fueled fueling fuelled fuelling
dial dials dialed dialed dialing dialled dialling
parallel parallels paralleled paralleled paralleling
reveal reveals revealed revealed revealing
call calls called called calling
worship worships worshiped worshiped worshiping worshipped worshipping
focus focuses focused focused focusing focusses focussed focussing
benefit benefits benefited benefited benefiting benefitted benefitting
panic panics panicked panicked panicking
mimic mimics mimicked mimicked mimicking
sync syncs synced synced syncing
play plays played played playing
try tries tried tried trying
deny denies denied denied denying
apply applies applied applied applying
love loves loved loved loving
argue argues argued argued arguing
queue queues queued queued queuing queueing
age ages aged aged aging ageing
die dies died died dying
tie ties tied tied tying
vie vies vied vied vying
agree agrees agreed agreed agreeing
free frees freed freed freeing
dye dyes dyed dyed dyeing
singe singes singed singed singeing
hinge hinges hinged hinged hinging
stymie stymies stymied stymied stymieing
veto vetoes vetoed vetoed vetoing
echo echoes echoed echoed echoing
radio radios radioed radioed radioing
ski skis skied skied skiing
watch watches watched watched watching
push pushes pushed pushed pushing
fix fixes fixed fixed fixing
miss misses missed missed missing
waltz waltzes waltzed waltzed waltzing
show shows showed shown showing
throw throws threw thrown throwing
be is was been being am are were
have has had had having
do does did done doing
go goes went gone going
say says said said saying
get gets got gotten getting
make makes made made making
take takes took taken taking
come comes came come coming
see sees saw seen seeing
give gives gave given giving
find finds found found finding
think thinks thought thought thinking
know knows knew known knowing
begin begins began begun beginning
run runs ran run running
put puts put put putting
let lets let let letting
set sets set set setting
cut cuts cut cut cutting
forget forgets forgot forgotten forgetting
forbid forbids forbade forbidden forbidding
write writes wrote written writing
lie lies lay lain lying lied
lay lays laid laid laying
pay pays paid paid paying
fly flies flew flown flying
learn learns learned learned learning learnt
burn burns burned burned burning burnt
hang hangs hung hung hanging hanged
sink sinks sank sunk sinking
strike strikes struck struck striking stricken
broadcast broadcasts broadcast broadcast broadcasting broadcasted
become becomes became become becoming
overcome overcomes overcame overcome overcoming
undergo undergoes underwent undergone undergoing
undertake undertakes undertook undertaken undertaking
understand understands understood understood understanding
withdraw withdraws withdrew withdrawn withdrawing
mislead misleads misled misled misleading
rebuild rebuilds rebuilt rebuilt rebuilding
rewrite rewrites rewrote rewritten rewriting
rerun reruns reran rerun rerunning
reset resets reset reset resetting
foresee foresees foresaw foreseen foreseeing
uphold upholds upheld upheld upholding
overthrow overthrows overthrew overthrown overthrowing
undo undoes undid undone undoing
relay relays relayed relayed relaying
react reacts reacted reacted reacting
highlight highlights highlighted highlighted highlighting
welcome welcomes welcomed welcomed welcoming
render renders rendered rendered rendering
revel revels reveled reveled reveling revelled revelling
unveil unveils unveiled unveiled unveiling
research researches researched researched researching
hyphen hyphens hyphened hyphened hyphening
outfit outfits outfitted outfitted outfitting
re-elect re-elects re-elected re-elected re-electing
fast-track fast-tracks fast-tracked fast-tracked fast-tracking
co-write co-writes co-wrote co-written co-writing
Google Googles Googled Googled Googling
"""

NOUNS = """
cat|cats
bus|buses
gas|gases
church|churches
dish|dishes
box|boxes
quiz|quizzes
waltz|waltzes
stomach|stomachs
monarch|monarchs
epoch|epochs
march|marches
city|cities
day|days
soliloquy|soliloquies
knife|knives
wife|wives
housewife|housewives
leaf|leaves
thief|thieves
chief|chiefs
belief|beliefs
roof|roofs
bookshelf|bookshelves
hoof|hooves|hoofs
hero|heroes
potato|potatoes
photo|photos
studio|studios
cargo|cargoes|cargos
man|men
woman|women
spokesman|spokesmen
human|humans
German|Germans
child|children
grandchild|grandchildren
person|people|persons
spokesperson|spokespersons|spokespeople
foot|feet
tooth|teeth
goose|geese
mongoose|mongooses
mouse|mice
house|houses
blouse|blouses
penny|pennies|pence
crisis|crises
basis|bases
hypothesis|hypotheses
criterion|criteria
phenomenon|phenomena
bacterium|bacteria
medium|media|mediums
focus|focuses|foci
virus|viruses
index|indexes|indices
matrix|matrices|matrixes
datum|data
sheep|sheep
series|series
species|species
aircraft|aircraft
handicraft|handicrafts
news|news
information|information
headquarters|headquarters
politics|politics
Chinese|Chinese
cheese|cheeses
police|police
NGO|NGOs
CEO|CEOs
Child|Children
point of view|points of view
head of state|heads of state
weapon of mass destruction|weapons of mass destruction
man of the match|men of the match
right of way|rights of way
prime minister|prime ministers
fighter jet|fighter jets
woman driver|women drivers
passer-by|passers-by
passerby|passersby
runner-up|runners-up
cover-up|cover-ups
start-up|start-ups
grown-up|grown-ups
mother-in-law|mothers-in-law
commander-in-chief|commanders-in-chief
attorney general|attorneys general
secretary-general|secretaries-general
major general|major generals
president-elect|presidents-elect
court martial|courts martial
six-year-old|six-year-olds
Secretary of State|Secretaries of State
"""

VERBS += (Path(__file__).parent / "verbs.txt").read_text("utf-8")
NOUNS += (Path(__file__).parent / "nouns.txt").read_text("utf-8")
VERB_CASES = [line.split() for line in VERBS.strip().split("\n")]
NOUN_CASES = [line.split("|") for line in NOUNS.strip().split("\n")]


@pytest.mark.parametrize("case", VERB_CASES, ids=lambda case: case[0])
def test_verb(case: list[str]) -> None:
    forms = verb_forms(case[0])
    assert list(forms[:5]) == case[:5]
    assert set(forms.alternatives) == set(case[5:])


@pytest.mark.parametrize("case", NOUN_CASES, ids=lambda case: case[0])
def test_noun(case: list[str]) -> None:
    forms = noun_forms(case[0])
    assert [forms.singular, forms.plural, *forms.alternatives] == case


@pytest.mark.parametrize(
    ("base", "past", "ing"),
    [
        ("walk out", "walked out", "walking out"),
        ("put up with", "put up with", "putting up with"),
        ("be able to", "was able to", "being able to"),
        ("set off", "set off", "setting off"),
        ("double-check on", "double-checked on", "double-checking on"),
    ],
)
def test_phrasal_verb_changes_its_first_word(base: str, past: str, ing: str) -> None:
    assert (verb_forms(base).past, verb_forms(base).ing) == (past, ing)


def test_alternatives_of_a_phrasal_verb_are_phrases() -> None:
    assert verb_forms("travel on").alternatives == ("travelled on", "travelling on")


@pytest.mark.parametrize(
    ("word", "base", "form"),
    [
        ("walks", "walk", "third"),
        ("walked", "walk", "past"),
        ("Walking", "walk", "ing"),
        ("WALK", "walk", "base"),
        ("went", "go", "past"),
        ("gone", "go", "participle"),
        ("got", "get", "past"),
        ("put", "put", "base"),
        ("are", "be", "base"),
        ("am", "be", "base"),
        ("were", "be", "past"),
        ("been", "be", "participle"),
        ("sunk", "sink", "participle"),
        ("lied", "lie", "past"),
        ("travelling", "travel", "ing"),
        ("walked out", "walk out", "past"),
        ("walked", "walk out", None),
        ("talked", "walk", None),
        ("", "walk", None),
    ],
)
def test_verb_form_of(word: str, base: str, form: str | None) -> None:
    assert verb_form_of(word, base) == form


@pytest.mark.parametrize("empty", ["", " ", "-", " walk"])
def test_what_is_no_word_is_refused(empty: str) -> None:
    with pytest.raises(ValueError, match="is no verb: give its base form"):
        verb_forms(empty)


@pytest.mark.parametrize("empty", ["", " ", "cat "])
def test_what_is_no_noun_is_refused(empty: str) -> None:
    with pytest.raises(ValueError, match="is no noun: give its singular"):
        noun_forms(empty)


def _bases(table: str) -> list[str]:
    return [entry.split()[0] for entry in table.replace("\n", "|").split("|") if entry.strip()]


@pytest.mark.parametrize("table", [irregular.VERBS, irregular.NOUNS])
def test_table_has_each_word_once_and_two_or_three_forms(table: str) -> None:
    entries = [entry.split() for entry in table.replace("\n", "|").split("|") if entry.strip()]
    assert all(2 <= len(entry) <= 3 for entry in entries)
    assert len(_bases(table)) == len(set(_bases(table)))


def test_verb_table_says_participle_only_if_it_differs() -> None:
    entries = [entry.split() for entry in irregular.VERBS.replace("\n", "|").split("|")]
    assert [e[0] for e in entries if len(e) == 3 and e[1] == e[2]] == []


@pytest.mark.parametrize("base", sorted({*_bases(irregular.VERBS), *irregular.DOUBLING.split()}))
def test_every_form_is_recognized(base: str) -> None:
    forms = verb_forms(base)
    for form in (*forms[:5], *forms.alternatives):
        assert verb_form_of(form, base) is not None


BASES = st.from_regex(r"[a-z]{1,8}([ -][a-z]{1,5}){0,2}", fullmatch=True)


@given(BASES)
def test_forms_of_any_word_are_words_and_known_again(base: str) -> None:
    forms = verb_forms(base)
    assert forms.base == base
    assert len(set(forms.alternatives)) == len(forms.alternatives)
    for form in (*forms[:5], *forms.alternatives):
        assert form == form.strip()
        assert verb_form_of(form, base) is not None


@given(BASES)
def test_capitals_are_kept(base: str) -> None:
    upper = base[0].upper() + base[1:]
    assert (
        noun_forms(upper).plural == noun_forms(base).plural[0].upper() + noun_forms(base).plural[1:]
    )


def test_nothing_is_computed_while_importing() -> None:
    tree = ast.parse(Path(inflect.__file__).read_text(encoding="utf-8"))
    calls = {
        ast.unparse(call.func)
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
    }
    assert calls <= {"frozenset"}
