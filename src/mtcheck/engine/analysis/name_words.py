"""Small vocabularies that tell names from other words with a capital letter."""

from __future__ import annotations

_STARTERS = """
a an the this that these those such some any each every all both either neither no none nobody
nothing everyone everybody everything someone somebody something anyone anything one another
other others many much more most few fewer less several various half i me my mine we us our ours
you your yours he him his she her hers it its they them their theirs myself himself herself
itself ourselves themselves who whom whose which what when where why how whoever whatever
whenever wherever however i'm i've i'd i'll we're we've we'll you're you'll he's she's it's
they're that's there's here's what's who's let's don't doesn't didn't isn't can't won't and but
or nor so yet for as at by in on of off to up out into onto upon over under above below after
afterwards again against ago along alongside also although always amid among amongst around
aside away back because before behind being beneath beside besides between beyond concerning
considering consequently currently despite down due during earlier else elsewhere especially
eventually even ever except excluding far finally first firstly following formerly from further
furthermore gradually hardly hence here hereby if immediately including increasingly indeed
initially inside instead just last lastly lately later like likewise long luckily maybe
meanwhile moreover mostly namely near nearly never nevertheless next nonetheless not notably now
nowadays obviously occasionally often once only opposite originally otherwise outside overall
owing particularly past perhaps plus presently previously probably provided quite rarely rather
recently regarding regardless respectively right sadly second secondly seeing seldom shortly
similarly simultaneously since sometimes soon specifically still subsequently suddenly surely
than thanks then thereafter thereby therefore third thirdly though through throughout thus till
today together tomorrow tonight too toward towards traditionally ultimately underneath
undoubtedly unfortunately unless unlike until usually very via well whereas whether while whilst
with within without yesterday am is are was were be been do does did done has have had having
can could may might must shall should will would let get got go going come coming make making
take taking see look looking say says said saying according based given compared born asked
speaking talking using thank please sorry yes yeah ok okay oh hello hi dear hey wow welcome two
three four five six seven eight nine ten eleven twelve hundred hundreds thousand thousands
million millions dozens new old good great big small young local recent national international
foreign official officials people police experts analysts authorities reporters journalists
residents citizens students doctors scientists researchers women men children workers photo
photos video source author editor read click share related image images
"""
STARTERS = frozenset(_STARTERS.split())
"""Words with which a sentence starts though no name does (lower-case)."""

_CALENDAR = """
January February March April May June July August September October November December Jan Feb
Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday
Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun Christmas Easter Ramadan
"""
CALENDAR = frozenset(_CALENDAR.split())
"""Months, weekdays and feasts."""

_TITLES = """
Mr Mrs Ms Miss Dr Sir Dame Lord Lady Professor Prof President Presidents Vice-President Premier
Prime Minister Ministers Deputy Chancellor Secretary Ambassador Governor Senator Congressman
Congresswoman Representative Rep Sen Gov Mayor Judge Justice King Queen Prince Princess Emperor
Pope Cardinal Archbishop Bishop Father Rabbi Imam Ayatollah Sheikh General Colonel Major Captain
Lieutenant Sergeant Corporal Admiral Marshal Commander Brigadier Gen Col Lt Maj Capt Sgt Adm
Commander-in-Chief Chairman Chairwoman Chair Chief Director Manager Coach Officer Inspector
Detective Superintendent Commissioner Speaker Spokesman Spokeswoman Spokesperson Editor Reporter
Correspondent Author Comrade Councillor Councilor Academician Attorney Prosecutor Defendant
Saint St Hon
"""
TITLES = frozenset(_TITLES.split())
"""Titles and offices that stand before a person's name."""

_HEADS = """
Academy Administration Agency Alliance Army Assembly Association Authority Bank Board Brigade
Bureau Cabinet Center Centre Chamber Church Club College Command Commission Committee
Commonwealth Community Company Confederation Conference Congress Convention Corporation Corps
Council Court Department Directorate District Division Duma Federation Festival Fleet Force
Forces Forum Foundation Front Fund Government Group Guard Hospital House Institute Institution
Library Ministry Mission Movement Museum Network Office Organisation Organization Parliament
Party Police Programme Program Project Region Republic School Senate Service Services Society
Stadium Station Street Summit Territory Theatre Theater Treaty Tribunal Union University
"""
HEADS = frozenset(_HEADS.split())
"""Head nouns of the names of bodies."""

_COMMON = """
Able Academic Accord Account Acting Action Active Affair Affairs Africa African Agenda Agreement
Agriculture Agricultural Aid Air Airline Airlines Airport Airways American Americans Analysis
Analytics Ancient Animal Annual Anti Appeal Archive Area Arena Arms Art Article Arts Asian
Assistant Atlantic Audit Avenue Award Awards Aviation Baby Badge Bay Beach Big Bill Biology Black
Block Blood Blue Board Body Book Books Border Bridge British Broadcast Broadcasting Budget Build
Building Buildings Bulletin Business Campaign Campus Canal Cancer Cape Capital Car Care Carrier
Case Castle Cathedral Catholic Cell Cells Central Century Champion Champions Championship
Championships Change Channel Chapter Charter Chemical Child Children Chinese Christian Chronicle
Cinema Circuit Cities City Civil Class Classic Clean Climate Clinic Clinical Coal Coast Coastal
Code Collection Commerce Commercial Commissioners Common Commons Communication Communications
Communist Companies Complex Computer Concert Conservation Conservative Conservatives Constitution
Constitutional Construction Consul Consulate Consumer Contact Control Cooperation Cooperative
Cotton Council County Countries Country Course Creek Crime Criminal Crisis Cross Crown Cultural
Culture Cup Currency Customs Cyber Daily Dam Data Day Days Dead Death Decade Declaration Deep
Defence Defense Delegation Delta Democracy Democrat Democratic Democrats Design Development Digital
Diplomatic Disease Doctor Doctors Dollar Double Drama Dream Drive Drug Drugs Dynasty Early Earth
East Eastern Ecology Economic Economics Economy Education Election Elections Electric Electronic
Elementary Embassy Emergency Empire Employment Energy Engineering England English Enterprise
Entertainment Environment Environmental Era Estate Ethics Euro Europe European Europeans Event
Events Exchange Executive Exhibition Experience Expo Export Express Expressway External Facebook
Faculty Fair Faith Family Farm Farmers Fashion Father Federal Field Fifth Film Films Final Finals
Finance Financial Fire First Fish Fisheries Fishing Flag Flight Flood Food Foods Football Foreign
Forest Forestry Fourth Free Freedom French Friend Friends Friendship Fruit Future Galaxy Gallery
Game Games Garden Gardens Gas Gate Gazette German Germans Global Gold Golden Good Grain Grains
Grand Great Greater Green Ground Groups Growth Guardian Guards Guide Gulf Hall Harbour Harbor Head
Heads Health Healthcare Heart Heavy Herald Heritage Hero Heroes High Higher Highway Hill Hills
Historic History Holding Holdings Holiday Holy Home Homes Hope Horse Hotel Housing Human Hundred
Idea Image Imperial Independence Independent Index Industrial Industries Industry Information
Infrastructure Initiative Inland Innovation Insurance Integrated Intelligence Interior Internal
International Internet Investment Investments Investor Investors Iron Island Islands Japanese
Jewish Jews Joint Journal Journalist Journalists Judicial Junior Kingdom Knowledge Labor Labour
Lake Lakes Land Lands Language Large Last Late Law Laws League Legal Legislative Lesson Level
Liberal Liberals Liberty Life Light Limited Line Lines Link Lion Lions Literature Live Living Local
London Long Lower Machine Magazine Magic Mail Main Major Majority Man Management Manufacturing Map
Marathon Marine Maritime Mark Market Markets Martial Mass Master Masters Material Materials Matter
Meat Media Medical Medicine Medium Member Members Memorial Men Mental Merchant Message Metal
Meteorological Metro Metropolitan Middle Military Mining Minister Ministers Minority Mobile Model
Modern Monetary Money Monitor Month Monument Moon Morning Mother Motor Motors Mount Mountain
Mountains Mouth Movie Municipal Museums Music Muslim Muslims Mutual Name National Nations
Nationwide Native Natural Nature Naval Navy News Newspaper Newspapers Night Ninth Nobel North
Northeast Northeastern Northern Northwest Northwestern Nuclear Number Ocean Oceanic Office Officers
Official Offshore Oil Old Olympic Olympics Online Open Opera Operation Operations Opposition Order
Oriental Outer Overseas Oxford Pacific Page Painting Palace Panel Paper Park Parks Parliamentary
Parties Partner Partners Partnership Pass Patent Path Patriot Peace Peninsula People Peoples Person
Personal Petroleum Pharmaceutical Pharmaceuticals Philosophy Photo Physical Physics Pilot Place
Plan Planet Planning Plans Plant Plants Plateau Platform Player Players Plaza Poetry Point Poland
Pole Policy Political Politics Poll Pool Poor Popular Population Port Ports Position Post Power
Practice Press Price Prices Primary Prime Private Prize Process Product Production Products
Professional Program Programme Progressive Project Projects Property Protection Protestant Protocol
Province Provinces Provincial Provisional Public Publication Publishing Quality Quarter Race Racing
Radio Rail Railway Railways Rain Real Record Recovery Red Reform Regional Regions Register
Regulation Relations Relief Religion Religious Remote Renewable Report Reporter Reporters Reports
Republican Republicans Republics Research Reserve Reservoir Resource Resources Response
Responsibility Restaurant Review Revolution Revolutionary Right Rights Rise Rising River Rivers
Road Roads Rock Role Roman Romans Room Round Route Royal Rule Rules Rural Russian Russians Safety
Sales Sanctuary Satellite Scene Scheme Schools Science Sciences Scientific Scientists Scout Sea
Seas Season Seasons Second Secondary Section Sector Secretariat Securities Security Senate Senators
Senior Series Session Seventh Shadow Share Sharing Sheep Ship Shopping Shore Show Sign Silk Silver
Sister Site Sixth Sky Small Smart Social Socialism Socialist Society Software Soil Solar Solidarity
Solution Solutions Song South Southeast Southeastern Southern Southwest Southwestern Soviet Space
Special Sport Sporting Sports Spring Square Stage Standard Standards Star Stars Start State States
Statement Station Statistics Steel Stock Stone Storage Store Stores Storm Strategic Strategy Stream
Streets Strong Student Students Studies Studio Studios Study Subject Summer Sun Super Supply
Support Supreme Surface Survey Sustainable Symphony System Systems Table Talent Task Tax Taxes
Teacher Teachers Team Teams Tech Technical Technologies Technology Television Temple Tennis Tenth
Test Theory Think Third Thousand Thousands Tiger Tigers Time Times Top Tour Tourism Tower Town
Towns Township Track Trade Traditional Traffic Trail Train Training Transit Transport
Transportation Travel Treasury Tree Trees Trial Tribune Trip Tropical Trust Truth Tunnel Under
United Unity Universal Universities Unit Upper Urban Valley Value Vehicle Vessel Veterans Vice
Video Village Villages Vision Voice Volunteer Volunteers Vote Wall War Warriors Wars Waste Watch
Water Waters Wave Way Ways Weather Website Week Weekend Weekly Welfare Welsh West Western Wheat
White Wild Wildlife Wind Wine Winter Wolf Woman Women Wood Wool Work Worker Workers Working Works
World Writers Year Years Yellow Yesterday Young Youth Zone Zones
"""
COMMON = frozenset(_COMMON.split())
"""Everyday words that take a capital inside names and headlines."""

TWINS = frozenset(
    {
        ("angels", "angeles"),
        ("colombia", "columbia"),
        ("shaanxi", "shanxi"),
        ("austria", "australia"),
        ("frances", "francis"),
        ("corona", "coruna"),
        ("guinea", "guiana"),
        ("georgia", "giorgia"),
        ("julian", "julien"),
        ("britain", "briton"),
        ("mexico", "mexica"),
        ("argentina", "argentine"),
        ("catalan", "catalonia"),
        ("russia", "rossiya"),
        ("torino", "turin"),
        ("businessman", "businessmen"),
        ("moldova", "moldavia"),
        ("slovenia", "slavonia"),
    }
)
"""Names that look like spellings of each other and are not (lower-case, without accents)."""
