"""How often English words stand in news, roughly: for choosing what a pattern is found by.

The figures are orders of magnitude, counted over a few million words of translated and original
news. A word that is not listed is taken to be rare.
"""

from __future__ import annotations

import re
from functools import lru_cache

_BANDS: dict[float, str] = {
    0.02: """
a and in is of the to
    """,
    0.005: """
also are as at be by for from has have he it new not on said that this was will with
    """,
    0.0017: """
about according after all an been but can cases china chinese city countries day development first
government had his i if into its july more national no one or other out party people so some such
than their there they time two up us we were when which who work world year years you
    """,
    0.0005: """
able activities addition again against agency air already always among announced another any area
areas around attention august back because become before beijing being best between big billion
black both building bureau business capital car case center central close committee companies
company conditions confirmed construction continue control cooperation corona coronavirus could
country county cultural current daily data days defense department did different director disaster
district do domestic down due during each early economic economy emergency end enterprises
epidemic even every exchange exhibition expected family far festival few film financial fire five
flood food foreign found four free full further future game general get global go going good great
group growth half head health held help her high history hit home hong hospital how however
important improve including increase increased industrial industry infection information
international issued just kong large last law left level life light like line liu live local long
look made main major make management many market may measures media medical meeting member members
meters military million minister ministry most must my navy need news next now number off office
old online only open operation order our over own parade part past per person place play points
police power present president prevention production products professional project promote
protection provide province provincial public rate recently red region relations released report
reported reporter reports research residents response right river road russia russian safety same
says school season second secretary security see september series service set several shanghai she
ships should show shows since situation small social south space special sports state states
station still strengthen strong summer sunday support system take team technology them then these
think third those three through times together took total tourism trade training under united
university use used various very wang want water way week well what where while white workers
would xinhua year-old young yuan zhang
    """,
    0.00017: """
above abroad accelerate accident accordance achieve achieved achievements acid across act action
actions actively actually added administration administrative advanced advantages affairs affected
africa afternoon age ago agreement agricultural agriculture aircraft airport alleviation alliance
almost along although am american amount animal animals anniversary annual application april armed
army arrested arrived art article asked assembly association asymptomatic attack attended audience
australia australian authorities autonomous average aviation avoid award away awb ball bank base
based basic basically basis battle beautiful became becoming began beginning behind believe
believes benefits better bill blue board body bottom break bridge bright bring british broadcast
broke brought build built buy cadres call called came can't canada cannot capacity care carried
carry cause caused celebrate cent ceremony chain chairman challenge championship change changes
channel characteristics charge chen chief child children chongqing cities citizens class clear
climate closed cloud club college com combat come comes commerce commission common communist
community compared competition complete completed completely comprehensive conference confidence
consulate consumption contact content continued continues contract contributions core cost council
course court create created crisis crown culture cup currently customers cut dairy damage deal
death deaths december decided decision decline degrees demand departments deputy design despite
develop developed developing didn't died difference difficult difficulties digital direct
direction directly disease disposal distance doctors does doing don't dong draft drama drive
driving earlier earth east ecological education effect effective effectively efforts embassy
employees employment energy engineering enhance enough ensure enter entered entering enterprise
environment environmental equipment equipped era especially established establishment etc european
euros evening event events everyone everything evidence examination example exceeded executive
experience expert experts expo export expressed face facilities fact factors fall farm farmers
federal federation feel fell female field fields fight fighting final finally finance find fine
firmly fishing flag fleet floods flow flowers focus follow following force forces form former
forum forward foundation founding france french friday friends front fruit fully fund funds games
gas gave generation german germany give goal goals golden goods got governance governor gradually
grand greater green ground groups growers growing guangdong guests hand happy hard headquarters
heart heat heavy here high-quality higher highest him himself hold holiday honor hope hot hour
hours house huang human hunan hurricane i'm illegal immediately impact implement implementation
implemented improved incident income increasing industries infected infections infrastructure
initiative injured inning innovation inspection institute institutions interest interests internet
interview introduced investigation investment investors involved involving iran island isolation
issue issues january japan japanese jiangxi job joint jointly june justice keep key killed
kilometers kind know knowledge known korea kronstadt labor lake land large-scale largest later
latest launch launched lead leader leaders leadership leading league learned learning least leave
led legal less let levels lin listed little lives living located long-term longer looking looks
lost lot low lower ltd macao machinery maintain majority makes making man manager manufacturing
march markets masks match material materials matter me means meat meet mental met middle ministers
minutes missile mission modern moment money monitoring month months morning moscow move much
municipal mutual nations natural naval near nearly necessary needs negative net network never
newspaper night ningxia normal north northern nuclear nucleic observation occurred october
officers official officially officials often oil once opened opening operations opportunities
opportunity organization organizations organized original others outbreak outside outstanding
overall overseas paid pandemic paper park participants participate particularly parts pass passed
passenger passengers path patients patrol pay peace percent performance period personal personnel
peter petersburg photo physical picture places plan plane planned planning plans plant plants
platform played players pneumonia point pointed policy political poor population position positive
possible poverty practice prefecture prepared press pressure prevent previous previously price
prices prime private problem problems process professor program progress projects promoting
property protect provided provinces published put putin quality quarantine quarter quickly race
races railway rain rainfall range rapid rates reach reached ready real really reason receive
received recent record recovery reduce reform regional regions regulations related relationship
release relevant relief reporters representatives republic requirements rescue resources
respectively responsibility responsible result results return returned revealed review rich rights
rise risk rmb role round rule rules rural safe sales saturday save say saying scene science
scientific score scored sea seats section seen sent serious services severe share shared shares
sharing shimbun ship short shot showed shown side sides signed significant similar single site six
society soldiers something song soon sound source southern spain speech speed spirit spokesman
spot spread square stability stable staff stage start started starting state-owned stated
statement statistics status stay step stock stop store story strategic street strength stressed
structure student students study successful successfully sun supervision supply suspected
sustainable systems taken taking tax teams television temperature ten terms territory test tested
testing tests texas theme themselves therefore thing things thought thousand thousands threat
tianjin today tokyo told too top tourists tournament towards town trading traditional traffic
transfer transferred transformation transport transportation travel treatment trend trial trump
try trying tunnel tv types understand understanding union unique unit units universities until
urban users using value vehicle vehicles victory video vietnam view village virus visit vladimir
volunteer wants war warning watch waters we're weapons weather website weeks wei went western
wheat whether whole why win wind winning within without woman women won working works xinjiang
yahoo yang yangtze yellow yet your youth yunnan zhou zone
    """,
}
"""Words by the share of all words that each of them is."""

_SHARES = {word: share for share, words in _BANDS.items() for word in words.split()}
_RARE = 1e-5
_COMPANY = 5.0
"""Words that stand in one phrase are found together more often than by chance."""
_WORDS_PER_CHARACTER = 0.165
_WORD = re.compile(r"[\w'-]+")


@lru_cache(maxsize=65_536)
def frequency(literal: str) -> float:
    """Return how often `literal` (lower-case, whole words) is expected, per million code points."""
    share = 1.0
    words: list[str] = _WORD.findall(literal)
    for word in words:
        share *= _SHARES.get(word, _RARE)
    return share * _COMPANY ** (len(words) - 1) * _WORDS_PER_CHARACTER * 1e6
