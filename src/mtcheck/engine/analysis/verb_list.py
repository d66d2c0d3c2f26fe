"""English verbs by their base form, many of them nouns as well: for judging what may be a verb."""

from __future__ import annotations

_VERBS_WORDS = """
abandon abate abbreviate abdicate abduct abet abhor abide abolish abort abound abridge absent
absolve absorb abstain abuse accede accelerate accent accentuate accept access acclaim accommodate
accompany accomplish accord accost account accredit accrue accumulate accuse ache achieve
acknowledge acquaint acquiesce acquire acquit act activate actualize adapt add addict address
adhere adjoin adjourn adjudicate adjust administer admire admit admonish adopt adore adorn advance
advertise advise advocate affect affiliate affirm affix afflict afford age aggravate aggregate
agitate agonize agree aid ail aim air alarm alert alienate align allay allege alleviate allocate
allot allow allude ally alter alternate amass amaze amend amount amplify amputate amuse analyse
analyze anchor anger angle anglicize animate annex annihilate annotate announce annoy annul answer
antagonize anticipate apologise apologize appeal appear appease append applaud apply appoint
appraise appreciate apprehend approach appropriate approve approximate arbitrate arch argue arise
arm arouse arrange array arrest arrive articulate ascend ascertain ascribe ask aspire assail
assassinate assault assemble assent assert assess assign assimilate assist associate assort assume
assure astonish astound atone attach attack attain attempt attend attest attract attribute auction
audit audition augment augur authenticate author authorise authorize automate avenge average avert
avoid await awake awaken award awe ax axe babble back backfire backtrack badger baffle bag bail
bait bake balance balk ball balloon ban band bandage bang banish bank bankroll bankrupt banter
baptize bar barbecue bare bargain barge bark barrel barricade base bash bask bat bathe batter
battle bawl bay be beach beam bear beat beautify beckon become bed befall befit befriend beg beget
begin behave behead behold belch belie believe belittle bellow belong bemoan bench bend benefit
bequeath berate bereave beset besiege bestow bet betray better beware bewilder bewitch bias bicker
bid bide bike bill bind birth bite blacklist blackmail blame blanket blare blast blaze bleach
bleed bleep blend bless blight blind blindfold blink blister blitz block blockade bloom blossom
blot blow bluff blunder blunt blur blurt blush board boast bob bode boil bolster bolt bomb bombard
bond boo book boom boost boot border bore borrow bother bottle bottom bounce bound bow bowl box
boycott brace brag braid brainstorm brainwash brake branch brand brandish brave brawl breach break
breakfast breast breathe breed breeze brew bribe brick bridge bridle brief brighten bring bristle
broach broadcast broaden broker brood browse bruise brush brutalize bubble buck buckle bud budge
budget buffer buffet bug build bulge bulldoze bully bump bundle bungle burden burgeon burglarize
burn burnish burp burrow burst bury bus bust bustle busy butcher butt butter button buttress buy
buzz bypass cage cajole calculate calibrate call calm camouflage camp campaign can cancel cap
capitalise capitalize capitulate capsize captain caption captivate capture care caress carpet
carry cart carve cascade case cash cast castigate catalogue catalyze catapult catch categorize
cater caution cave cease cede celebrate cement censor censure center centralize centre certify
chain chair challenge champion chance change channel chant char characterise characterize charge
charm chart charter chase chasten chastise chat chatter cheapen cheat check cheer cherish chew
chide chill chime chip chirp chisel choke choose chop choreograph christen chronicle chuck chuckle
churn circle circulate circumvent cite civilize claim clamber clamor clamour clamp clap clarify
clash clasp class classify claw clean cleanse clear clench click climax climb clinch cling clip
clock clog clone close clothe cloud club clump cluster clutch clutter co-author co-found co-host
co-operate co-ordinate coach coalesce coast coat coax code coerce coexist cohere coil coin
coincide collaborate collapse collate collect collide collude colonise colonize color colour comb
combat combine come comfort command commandeer commemorate commence commend comment commercialize
commission commit communicate commute compare compel compensate compete compile complain
complement complete complicate compliment comply compose compound comprehend compress comprise
compromise compute computerize conceal concede conceive concentrate conceptualize concern conclude
concoct concur condemn condense condition condone conduct confer confess confide configure confine
confirm confiscate conflict conform confound confront confuse congratulate congregate conjure
connect connote conquer conscript consecrate consent conserve consider consign consist console
consolidate conspire constitute constrain constrict construct construe consult consume consummate
contact contain contaminate contemplate contend contest continue contract contradict contrast
contravene contribute contrive control convene converge converse convert convey convict convince
convoke convulse cook cool cooperate coordinate cope copy copyright core corner correct correlate
correspond corroborate corrode corrupt cost cough counsel count counter counteract counterattack
couple course court cover covet cower crack crackle cradle craft cram cramp crane crash crave
crawl creak cream crease create credit creep cremate cripple crisscross criticise criticize
critique croak crop cross crouch crowd crown cruise crumble crumple crunch crusade crush cry
crystallize cuddle cull culminate cultivate curate curb cure curl curse curtail curve cushion
customise customize cut cycle dab dabble damage dampen dance dangle dare darken dart dash date
daunt dawdle dawn dazzle deactivate deal debate debit debunk debut decay deceive decentralize
decide decimate decipher deck declare decline decode decompose decorate decouple decrease decree
decry dedicate deduce deduct deem deepen default defeat defect defend defer defile define deflate
deflect deforest deform defraud defrost defuse defy degenerate degrade dehydrate delay delegate
delete deliberate delight delineate deliver delude deluge delve demand demean demobilize
democratize demolish demonize demonstrate demoralize demote denigrate denote denounce dent deny
depart depend depict deplete deplore deploy deport depose deposit depreciate depress deprive
derail deregulate deride derive descend describe desecrate desert deserve design designate desire
desist despair despise destabilise destabilize destine destroy detach detail detain detect deter
deteriorate determine detest dethrone detonate detour detract devalue devastate develop deviate
devise devolve devote devour diagnose dial dictate die diet differ differentiate diffuse dig
digest digitalize digitise digitize dignify dilate dilute dim diminish dine dip direct disable
disadvantage disagree disallow disappear disappoint disapprove disarm disassemble disavow disband
disburse discard discern discharge discipline disclaim disclose discolor disconnect discontinue
discount discourage discover discredit discriminate discuss disdain disembark disengage disgrace
disguise disgust dish disillusion disinfect disintegrate dislike dislodge dismantle dismay dismiss
dismount disobey disown dispatch dispel dispense disperse displace display displease dispose
disprove dispute disqualify disregard disrespect disrupt dissect disseminate dissent dissipate
dissolve dissuade distance distil distill distinguish distort distract distress distribute
distrust disturb ditch dive diverge diversify divert divest divide divorce divulge dock doctor
document dodge dole dominate don donate doom dope dot double doubt douse down downgrade download
downplay downsize doze draft drag drain dramatize drape draw dread dream dredge dress dribble
drift drill drink drip drive drizzle drone drool droop drop drown drug drum dry dub duck dull dump
dupe duplicate dust dwarf dwell dwindle dye earmark earn ease eat eavesdrop ebb echo eclipse
economize edge edit educate efface effect eject elaborate elapse elate elbow elect electrify
electrocute elevate elicit eliminate elongate elope elucidate elude emanate emancipate embalm
embargo embark embarrass embed embellish embezzle embitter emblazon embody embolden embrace
embroider embroil emerge emigrate emit empathize emphasise emphasize employ empower empty emulate
enable enact encamp encase enchant encircle enclose encode encompass encounter encourage encroach
encrypt end endanger endear endeavor endeavour endorse endow endure energize enforce engage
engender engineer engrave engross engulf enhance enjoin enjoy enlarge enlighten enlist enliven
enquire enrage enrich enrol enroll enshrine enslave ensue ensure entail entangle enter entertain
enthral enthrall enthuse entice entitle entrap entrench entrust enumerate enunciate envelop
envisage envision envy epitomize equal equalise equalize equate equip eradicate erase erect erode
err erupt escalate escape eschew escort espouse establish esteem estimate etch evacuate evade
evaluate evaporate even evict evidence evoke evolve exacerbate exact exaggerate exalt examine
exasperate excavate exceed excel exchange excite exclaim exclude excuse execute exemplify exempt
exercise exert exhale exhaust exhibit exhort exhume exile exist exit exonerate expand expect
expedite expel expend experience experiment expire explain explode exploit explore export expose
expound express extend exterminate extinguish extol extort extract extradite extrapolate extricate
exude exult eye fabricate face facilitate factor fade fail faint fake fall falsify falter
familiarize fan fancy fare farm fascinate fashion fast fasten father fatigue fault favor favour
fax fear feast feature federate feed feel feign fell fence fend ferment ferry fertilise fertilize
fester fetch fete feud fiddle fidget field fight figure file fill film filter finalise finalize
finance find fine finger finish fire firm fish fit fix fizzle flag flank flap flare flash flatten
flatter flaunt flavor flavour flee flesh flex flick flicker flinch fling flip flirt float flock
flog flood flop flounder flourish flout flow fluctuate flush flutter fly foam focus foil fold
follow fool forage forbid force ford forecast foreclose forego foresee foreshadow forestall
forewarn forfeit forge forget forgive forgo fork form formalise formalize formulate forsake
fortify forward foster foul found founder fracture fragment frame fray freak free freeze frequent
fret frighten fringe frolic front frown frustrate fry fuel fulfil fulfill fume function fund
funnel furnish further fuse fuss gag gain gallop galvanise galvanize gamble game gang garner
garnish gasp gather gauge gaze gear generalise generalize generate germinate gesture get giggle
give glamorize glance glare glaze gleam glean glide glimmer glimpse glisten glitter gloat glorify
gloss glow glue gnaw go goad gobble google gossip gouge govern grab grace grade graduate graft
grant grapple grasp grate gravitate graze grease greet grieve grill grimace grin grind grip gripe
grit groan groom grope gross ground group grow growl grudge grumble guarantee guard guess
guest-star guide gulp gun gush guzzle hack haggle hail halt halve hammer hamper hand handcuff
handicap handle hang hanker happen harass harbor harbour harden harm harmonise harmonize harness
harp harvest hasten hatch hate haul haunt have head headline heal heap hear hearten heat heave
heckle hedge heed heighten help herald herd hesitate hide highlight hijack hike hinder hinge hint
hire hiss hit hitch hoard hobble hoist hold hollow home homestead hone honor honour hook hoot hop
hope horrify hospitalise hospitalize host hound house hover howl huddle hug hum humble humiliate
hunch hunt hurdle hurl hurry hurt hurtle hush hustle hydrate hypnotize hypothesize ice identify
idle idolize ignite ignore illuminate illustrate imagine imitate immerse immigrate immobilize
immortalize immunise immunize impact impair impale impart impeach impede impel imperil impersonate
impinge implant implement implicate implore imply import impose impound impoverish impregnate
impress imprint imprison improve improvise inaugurate incapacitate incarcerate incense incite
incline include incorporate increase incriminate incubate incur indemnify index indicate indict
induce induct indulge industrialize infect infer infest infiltrate inflame inflate inflict
influence inform infringe infuriate infuse ingest inhabit inhale inherit inhibit initial initiate
inject injure innovate input inquire inscribe insert insinuate insist inspect inspire install
instil instill institute institutionalize instruct insulate insult insure integrate intend
intensify interact intercede intercept interchange interconnect interest interfere interject
interlock intermingle intern internalize internationalize interpret interrogate interrupt
intersect intertwine intervene interview intimidate intone intoxicate intrigue introduce intrude
inundate invade invalidate invent invert invest investigate invigorate invite invoice invoke
involve iron irradiate irrigate irritate isolate issue itch itemize jab jail jam jangle jar jeer
jeopardise jeopardize jerk jet jettison jingle jockey jog join joke jolt jostle jot journey joust
judge juggle jumble jump justify jut juxtapose keep kick kickstart kid kidnap kill kindle kiss
kneel knife knit knock knot know label labor labour lace lack lag lambast lambaste lament land
landscape languish lap lapse lash last latch laud laugh launch launder lavish lay layer lead leaf
leak lean leap learn lease leave lecture leer legalise legalize legislate legitimize lend lengthen
lessen let level leverage levy liaise liberalise liberalize liberate license lick lie lift light
lighten like liken limit limp line linger link liquidate list listen litigate litter live liven
load loan loathe lob lobby localise localize locate lock lodge log loiter long look loom loop
loosen loot lop lord lose lounge love lower lubricate lull lumber lump lunch lunge lurch lure lurk
lust machine magnify mail maim maintain major make malfunction man manage mandate maneuver mangle
manhandle manifest manipulate manoeuvre manufacture map mar march marginalise marginalize mark
market maroon marry marvel mash mask masquerade mass massacre massage master mastermind match mate
materialise materialize matter mature maul maximise maximize mean meander measure mechanize meddle
mediate medicate meditate meet meld mellow melt memorialize memorise memorize menace mend mention
mentor merchandise merge merit mesh mesmerize mess message metamorphose migrate militarize milk
mimic mince mind mine mingle miniaturize minimise minimize minister mint mirror misbehave
miscalculate misdiagnose misfire misinform misinterpret misjudge mislead mismanage misplace
misread misrepresent miss misspell mistake mistreat mistrust misunderstand misuse mitigate mix
moan mob mobilise mobilize mock model moderate modernise modernize modify mold molest monetize
monitor monopolise monopolize moor mop mope mortgage motion motivate motor mould mount mourn mouth
move mow muddle muddy muffle mug mull multiply mumble murder murmur muse mushroom muster mutate
mute mutilate mutter muzzle mystify nab nag nail name nap narrate narrow nationalise nationalize
naturalize navigate near necessitate need neglect negotiate nest net network neutralise neutralize
nibble nod nominate normalise normalize note notice notify nourish nudge nullify numb number nurse
nurture obey object obligate oblige obliterate obscure observe obsess obstruct obtain occasion
occupy occur offend offer officiate offload offset omit ooze open operate oppose oppress opt
optimise optimize orbit orchestrate ordain order organise organize orient orientate originate
oscillate ostracize oust out outbid outclass outdo outfit outgrow outlast outlaw outline outlive
outnumber outpace outperform outplay outrage outrank outrun outshine outsource outstrip outweigh
outwit overcharge overcome overcrowd overdo overestimate overflow overhang overhaul overhear
overheat overlap overlay overload overlook overpower override overrule overrun oversee overshadow
oversleep overstate overstay overstep overtake overthrow overturn overuse overwhelm overwork owe
own oxidize pace pacify pack package pad paddle page pain paint pair palm pamper pan pander panic
pant paper parachute parade parallel paralyse paralyze paraphrase pardon pare park parody part
participate partition partner pass paste pat patch patrol pattern pause pave pay peak peck pedal
peddle peek peel peep peer peg pelt pen penalise penalize pencil penetrate people pepper perceive
perfect perform perish permeate permit perpetrate perpetuate perplex persecute persevere persist
persuade pertain peruse pervade pester petition phase phone photograph phrase pick picket picture
piece pierce pile pilfer pilot pin pinch pine pinpoint pioneer pipe pique pit pitch pity pivot
placate place plague plan plant plaster plate play plead please pledge plod plot plough plow pluck
plug plummet plunder plunge ply poach pocket point poise poison poke polarize police polish poll
pollute ponder pool pop popularise popularize populate pore portend portray pose posit position
possess post postpone posture pounce pound pour practice practise praise pray preach precede
precipitate preclude predate predict predispose predominate preempt prefer premiere prepare
prescribe present preserve preside press pressure pressurize presume presuppose pretend prevail
prevent preview prey price prick pride prime print prioritise prioritize privatise privatize prize
probe proceed process proclaim procrastinate procure prod produce profess profile profit program
programme progress prohibit project proliferate prolong promise promote prompt promulgate
pronounce proofread prop propagandize propagate propel prophesy propose prosecute prosper protect
protest protrude prove provide provoke prowl prune pry publicise publicize publish pull pulsate
pulse pummel pump punch punctuate puncture punish purchase purge purify purport pursue push put
puzzle quadruple qualify quantify quarantine quarrel quash quell quench query quest question queue
quicken quiet quieten quip quit quiver quiz quote race rack radiate radicalize radio rage raid
rail rain raise rally ram ramble ramp range rank ransack rap rape rate ratify ration rationalize
rattle ravage rave raze re-elect re-enter re-establish reach react reactivate read readjust
readmit reaffirm realign realise realize reap reappear reappoint rear rearrange reason reassemble
reassert reassess reassign reassure rebel rebound rebrand rebuff rebuild rebuke rebut recall
recapture recede receive recharge reciprocate recite reckon reclaim recline recognise recognize
recoil recollect recommend reconcile reconfirm reconnect reconsider reconstruct record recount
recoup recover recreate recruit rectify recuperate recur recycle redden redeem redefine redeploy
redesign redevelop redirect rediscover redistribute redo redouble redraw redress reduce reel
reelect reenact refer referee refill refinance refine reflect reform refrain refresh refrigerate
refuel refund refurbish refuse refute regain regard regenerate register regret regroup regularise
regularize regulate rehabilitate rehearse reign reignite reimburse rein reinforce reinstate
reintroduce reinvent reinvest reinvigorate reissue reiterate reject rejoice rejoin rejuvenate
rekindle relapse relate relax relay release relegate relent relieve relinquish relish relive
relocate rely remain remake remand remark remarry remedy remember remind reminisce remit remodel
remove remunerate rename rend render renege renegotiate renew renounce renovate rent reopen
reorganise reorganize repair repatriate repay repeal repeat repel repent replace replay replenish
replicate reply report repose repossess represent repress reprieve reprimand reprint reproach
reproduce repudiate repulse request require reroute rescind rescue research resell resemble resent
reserve reset resettle reshape reshuffle reside resign resist resolve resonate resort resound
respect respond rest restart restate restock restore restrain restrict restructure result resume
resurface resurrect resuscitate retail retain retaliate retard rethink retire retort retrace
retract retrain retreat retrieve retrofit return reunify reunite reuse revalue revamp reveal revel
revere reverse revert review revise revisit revitalise revitalize revive revoke revolt
revolutionise revolutionize revolve reward rewind rework rewrite rhyme rid riddle ride ridicule
rig right ring rinse riot rip ripen ripple rise risk rival roam roar roast rob rock rocket roll
romp root rope rot rotate rough round rouse rout route row rub ruffle ruin rule rumble rummage
rumor rumour run rupture rush rust rustle sabotage sack sacrifice sadden safeguard sag sail salute
salvage sample sanctify sanction sanitize sap satirize satisfy saturate saunter savage save savor
savour saw say scald scale scan scandalize scar scare scatter scavenge scent schedule scheme
school scoff scold scoop scorch score scorn scour scout scowl scramble scrap scrape scratch scrawl
scream screech screen screw scribble script scroll scrub scrutinise scrutinize sculpt scurry
scuttle seal search season seat secede seclude second secrete secure sedate seduce see seed seek
seem seep segment segregate seize select self-isolate sell send sense sensitize sentence separate
serenade serve service set settle sever sew shade shadow shake shame shampoo shape share sharpen
shatter shave shear shed shell shelter shelve shepherd shield shift shimmer shine ship shirk
shiver shock shoot shop shore shorten shoulder shout shove shovel show showcase shower shred
shriek shrink shrivel shroud shrug shudder shuffle shun shut shuttle sicken side sideline sidestep
siege sift sigh sight sign signal signify silence simmer simplify simulate sin sing single sink
sip siphon sit site situate size sizzle skate sketch ski skid skim skimp skip skirt slack slacken
slam slander slant slap slash slate slaughter slay sleep slice slide slim sling slip slit slog
slope slot slouch slow slug slump slur smack smart smash smear smell smile smoke smooth smother
smoulder smuggle snack snag snake snap snare snarl snatch sneak sneer sneeze sniff snore snow snub
snuff soak soar sob sober socialise socialize soften soil solace sold solder soldier solicit
solidify solve soothe sort sound sour source sow space span spar spare spark sparkle spawn speak
spear spearhead specialise specialize specify speculate speed spell spend spew spice spike spill
spin spiral spit splash splinter split spoil sponsor spook spoon sport spot sprawl spray spread
spring sprinkle sprint sprout spur spurn spy squabble squander square squash squat squeak squeal
squeeze squint squirm stab stabilise stabilize stack staff stage stagger stagnate stain stake
stalk stall stammer stamp stampede stand standardise standardize staple star stare start startle
starve stash state station stay steady steal steam steel steer stem step sterilise sterilize stick
stiffen stifle stigmatize still stimulate sting stipulate stir stitch stock stockpile stoke
stomach stomp stone stoop stop store storm straddle straighten strain strand strangle strap stray
streak stream streamline strengthen stress stretch strew stride strike string strip strive stroke
stroll structure struggle strum strut study stuff stumble stun stunt stutter style subdue subject
submerge submit subordinate subscribe subside subsidise subsidize subsist substantiate substitute
subtract subvert succeed succumb suck sue suffer suffice suffocate suggest suit sum summarise
summarize summon sunbathe superimpose supersede supervise supplant supplement supply support
suppose suppress surf surface surge surpass surprise surrender surround survey survive suspect
suspend sustain swallow swamp swap sway swear sweat sweep sweeten swell swerve swim swindle swing
swipe swirl switch swoop symbolise symbolize sympathise sympathize synchronise synchronize
synthesise synthesize systematize table tackle tag tail tailor taint take talk tally tame tamper
tangle tank tap tape taper target tarnish task taste tattoo taunt tax taxi teach team tear tease
teem telegraph telephone televise tell temper tempt tend tender terminate terrify terrorise
terrorize test testify thank thaw theorize thicken thin think thirst thrash thread threaten thresh
thrill thrive throb throng throttle throw thrust thump thunder thwart tick ticket tickle tidy tie
tighten till tilt time tinker tip tire title toast toil tolerate toll tone top topple torch
torment torpedo torture toss total totter touch tour tout tow tower trace track trade trail train
trample transact transcend transcribe transfer transfix transform transgress translate transmit
transpire transplant transport trap travel traverse tread treasure treat treble trek tremble trend
trick trickle trigger trim trip triple triumph trot trouble truck trudge trump trumpet trust try
tuck tug tumble tune tunnel turn tussle tutor tweak tweet twin twinkle twirl twist twitch type
typify tyrannize unburden uncover undercut underestimate undergo underline undermine underpin
underscore understand understate undertake underwrite undo undress unearth unfold unify unite
unleash unload unlock unmask unnerve unpack unravel unsettle untangle unveil unwind up update
upgrade uphold uplift upload uproot upset upstage urbanize urge urinate use usher usurp utilise
utilize utter vacate vaccinate vacuum validate value vandalise vandalize vanish vanquish vaporize
vary vault veer veil vent ventilate venture verge verify vest vet veto vibrate vie view vilify
vindicate violate visit visualise visualize vitalize voice void volunteer vomit vote vouch vow
voyage wade wag wage wager wail wait waive wake walk wallow wander wane want ward warm warn warp
warrant wash waste watch water wave waver wax weaken wean wear weather weave wed weed weep weigh
welcome weld westernize wet whack wheel whet while whimper whine whip whirl whisk whisper whistle
whiten widen widow wield will win wind wine wink winter wipe wire wish withdraw wither withhold
withstand witness wobble wonder woo word work worry worsen worship worst wound wow wrangle wrap
wreak wreck wrest wrestle wriggle wring wrinkle write writhe wrong x-ray yank yawn yearn yell yelp
yield zap zero zigzag zip zone zoom
"""
VERBS = frozenset(_VERBS_WORDS.split())
