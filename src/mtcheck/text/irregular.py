"""Words of English that do not inflect by rule, as text that is parsed when first needed."""

from __future__ import annotations

VERBS = """
abide abided/abode | arise arose arisen | awake awoke awoken | babysit babysat
bear bore borne/born | beat beat beaten/beat | become became become | befall befell befallen
beget begot begotten | begin began begun | behold beheld | bend bent | beset beset | bet bet
bid bid bid/bidden | bind bound | bite bit bitten | bleed bled | blow blew blown
break broke broken | breed bred | bring brought | broadcast broadcast/broadcasted | build built
burn burned/burnt | burst burst | bust busted/bust | buy bought | cast cast | catch caught
choose chose chosen | cling clung | come came come | cost cost | creep crept | cut cut | deal dealt
dig dug | dive dived/dove dived | do did done | draw drew drawn | dream dreamed/dreamt
drink drank drunk | drive drove driven | dwell dwelled/dwelt | eat ate eaten | fall fell fallen
feed fed | feel felt | fight fought | find found | fit fitted/fit | flee fled | fling flung
fly flew flown | forbear forbore forborne | forbid forbade forbidden | forecast forecast/forecasted
forget forgot forgotten | forgive forgave forgiven | forgo forwent forgone
forsake forsook forsaken | freeze froze frozen | get got gotten/got | give gave given
go went gone | grind ground | grow grew grown | hamstring hamstrung | hang hung/hanged | have had
hear heard | hew hewed hewn/hewed | hide hid hidden | hit hit | hold held | hurt hurt
inlay inlaid | input input/inputted | keep kept | kneel knelt/kneeled | knit knitted/knit
know knew known | lay laid | lead led | lean leaned/leant | leap leaped/leapt
learn learned/learnt | leave left | lend lent | let let | lie lay/lied lain/lied
light lit/lighted | lose lost | make made | mean meant | meet met | mow mowed mown/mowed
offset offset | output output/outputted | partake partook partaken | pay paid | plead pleaded/pled
prove proved proven/proved | put put | quit quit/quitted | read read | rend rent | rid rid
ride rode ridden | ring rang rung | rise rose risen | run ran run | saw sawed sawn/sawed | say said
see saw seen | seek sought | sell sold | send sent | set set | sew sewed sewn/sewed
shake shook shaken | shear sheared shorn/sheared | shed shed | shine shone/shined | shoe shod
shoot shot | show showed shown/showed | shrink shrank/shrunk shrunk | shut shut | sing sang sung
sink sank/sunk sunk | sit sat | slay slew slain | sleep slept | slide slid | sling slung
slink slunk | slit slit | smell smelled/smelt | smite smote smitten | sow sowed sown/sowed
speak spoke spoken | speed sped/speeded | spell spelled/spelt | spend spent | spill spilled/spilt
spin spun | spit spat/spit | split split | spoil spoiled/spoilt | spread spread
spring sprang/sprung sprung | stand stood | steal stole stolen | stick stuck | sting stung
stink stank/stunk stunk | strew strewed strewn/strewed | stride strode stridden
strike struck struck/stricken | string strung | strive strove/strived striven/strived
sublet sublet | swear swore sworn | sweat sweated/sweat | sweep swept
swell swelled swollen/swelled | swim swam swum | swing swung | take took taken | teach taught
tear tore torn | telecast telecast | tell told | think thought
thrive thrived/throve thrived/thriven | throw threw thrown | thrust thrust
tread trod trodden/trod | typecast typecast | typeset typeset | understand understood
uphold upheld | upset upset | wake woke woken | wear wore worn | weave wove woven | wed wedded/wed
weep wept | wet wetted/wet | win won | wind wound | withdraw withdrew withdrawn | withhold withheld
withstand withstood | wring wrung | write wrote written
backslide backslid | bespeak bespoke bespoken | browbeat browbeat browbeaten
floodlight floodlit/floodlighted | gainsay gainsaid | ghostwrite ghostwrote ghostwritten
intercut intercut | interweave interwove interwoven | proofread proofread
sightsee sightsaw sightseen | spoonfeed spoonfed
spotlight spotlighted/spotlit | troubleshoot troubleshot | waylay waylaid
"""
"""Base, past, and participle if it is another; "/" between spellings, the usual one first."""

DOUBLING = """
abet abhor abut acquit admit airdrop allot annul appal aver babysit backstop befit beget begin
beset commit
compel concur confer control corral debar debug defer demur deter disbar dispel distil eavesdrop
embed emit enrol enthral entrap equip excel expel extol forbid forget format fulfil handicap hobnob
horsewhip impel incur infer input instil inter
intercut kidnap leapfrog misfit nonplus occur offset omit
outfit output outstrip outwit overlap overstep patrol permit prefer program propel readmit rebel
rebut recap recommit recur refer refit regret remit repel reprogram resubmit sandbag sidestep
sublet submit transfer transmit typeset underpin unpin unplug unwrap unzip upset waterlog wiretap
zigzag
"""
"""Verbs of more than one syllable that double their last letter."""
BOTH = "benefit bias bus combat dial duel focus fuel hiccup initial refocus refuel worship"
"""Verbs that do or do not, besides those in a weak vowel and l ("travel")."""

NOUNS = """
child children | person people/persons | ox oxen | die dice | penny pennies/pence | foot feet
tooth teeth | goose geese | mouse mice | louse lice | passerby passersby | passer-by passers-by
calf calves | elf elves | half halves | knife knives | leaf leaves | life lives | loaf loaves
self selves | sheaf sheaves | shelf shelves | thief thieves | wife wives | wolf wolves
hoof hooves/hoofs | scarf scarves/scarfs | wharf wharves/wharfs | dwarf dwarfs/dwarves
midwife midwives | housewife housewives | bookshelf bookshelves | werewolf werewolves
criterion criteria | phenomenon phenomena | datum data | bacterium bacteria | stratum strata
medium media/mediums | memorandum memoranda/memorandums | curriculum curricula/curriculums
erratum errata | millennium millennia/millenniums | stimulus stimuli | nucleus nuclei
alumnus alumni | fungus fungi | locus loci | cactus cacti/cactuses | focus focuses/foci
radius radii/radiuses | syllabus syllabuses/syllabi | index indexes/indices | axis axes
appendix appendices/appendixes | matrix matrices/matrixes | vertex vertices/vertexes
vortex vortices | larva larvae | alga algae | antenna antennas/antennae | formula formulas/formulae
bureau bureaus/bureaux | plateau plateaus/plateaux | chateau chateaux | corps corps | hero heroes
potato potatoes | tomato tomatoes | echo echoes | veto vetoes | embargo embargoes
torpedo torpedoes | cargo cargoes/cargos | volcano volcanoes/volcanos | tornado tornadoes/tornados
mosquito mosquitoes/mosquitos | mango mangoes/mangos | domino dominoes | buffalo buffaloes/buffalo
quiz quizzes | fez fezzes | whiz whizzes | yes yeses | gentleman-at-arms gentlemen-at-arms
consortium consortia/consortiums | symposium symposiums/symposia | spectrum spectra/spectrums
addendum addenda | ovum ova | alumna alumnae | vertebra vertebrae | codex codices
tableau tableaux | gateau gateaux | staff staff/staffs | lay-by lay-bys | stand-by stand-bys
"""
"""Singular and plural; "/" between spellings, the usual one first."""
UNCHANGED = """
advice aircraft baggage barracks belongings binoculars bison cattle chassis clothes cod
congratulations crossroads data deer earnings equipment evidence feedback fish furniture gallows
glasses goods hardware headphones headquarters homework housework hovercraft information jeans
knowledge luggage machinery means momentum money moose music news offspring outskirts pants patois
personnel pliers police premises proceeds progress pyjamas rendezvous research rice rotorcraft
salmon savings scissors series shambles sheep shorts shrimp software spacecraft species squid
surroundings swine swiss thanks tongs traffic trousers trout tuna tweezers watercraft weather
wildlife works
"""
"""Nouns whose plural is the singular, or that have none, or no singular."""
MANS = "ataman brahman caiman german hetman human norman ottoman roman shaman talisman"
"""Nouns in -man that have nothing to do with men."""
GENERALS = """
adjutant attorney auditor consul director governor inspector postmaster procurator prosecutor
secretary solicitor surgeon
"""
"""Their "general" is an adjective: "attorneys general", but "major generals"."""
