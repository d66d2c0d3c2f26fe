"""Words that keep a full stop from ending a sentence, and words that show that it did.

Each set answers one question of `mtcheck.text.segment`, so a new abbreviation belongs in exactly
one of them. Words are written without their last full stop and as they are spelt in print. The
lists were gathered from the style guides of news agencies and from what news really prints.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    """
    Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Profs Gen Gens Lt Lieut Col Cols Maj Capt Cmdr Cdr
    Comdr Cpl Sgt Pvt Pfc Brig Adm Adml Gov Govs Sen Sens Rep Reps Rev Revd Fr Msgr Mgr
    Supt Insp Amb Atty Ft Mt Sts Spc Ens Bp Abp Ald Cllr
    MR MRS MS DR PROF GEN LT COL CAPT SGT GOV SEN REP REV ADM MAJ
    mr mrs ms dr prof col capt sgt lt gen maj adm messrs med jur phil rer
    """
)
"""Stand before a name: a capital after them is that name, never a new sentence ("Mr. He")."""

NEVER_LAST = _words("vs v cf viz approx ca e.g i.e a.k.a eg ie E.g I.e Cf Approx Pty Pte Sdn")
"""Always want something after them: no sentence ends here."""

BEFORE_NUMBER = _words(
    """
    No Nos no nos Fig Figs fig figs Eq Eqs Vol Vols vol vols p pp Ch ch Art Arts Para Paras
    para paras Pt pt Pts Ref Refs Op op Nr nr Sect sect c d b ver Ver Ex Exh ft lb lbs Rs
    """
)
"""Stand before a number or a lone letter ("No. 5", "Fig. B"); before a word they are words."""

ENDINGS = _words(
    """
    Inc Ltd Co Corp Cos Bros Cie Plc plc LLC Bhd Assn Assoc Dept Univ Inst Intl Natl Govt Mfg
    Jr Sr Esq Hon Pres Sec Supp Det Ph Hons St Ave Blvd Rd Hwy Sq Pkwy Bldg Apt Ste Dist
    Tel Ed Est est Dept dept ext Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue
    Tues Wed Thu Thur Thurs Fri al ibid Ibid JR SR ST INC LTD CORP
    rep pres sen gov rev inc ltd co corp sq
    """
)
"""End a sentence only if the next word is one that begins sentences ("Apple Inc. It ...")."""

STATES = _words(
    """
    Ala Ariz Ark Ca Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb
    Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Alta
    """
)
"""Like ENDINGS, but only after a comma ("Boston, Mass."): many are words otherwise."""

STARTERS = _words(
    """
    The He She It They We You I This That These Those There Here Its His Her Their Our My Your
    But However Although Though While When Where Why What Who How Which If Because Since Meanwhile
    Moreover Furthermore Nevertheless Nonetheless Instead Thus Hence Therefore Yet Still Also
    Then Now Today Yesterday Tomorrow Later Earlier Once Until Unless Despite According Even
    Perhaps Maybe Indeed Likewise Otherwise Nor Such Let Please Yes Another Each Every Nobody
    Everyone Someone Something Nothing Everything
    """
)
"""Begin a sentence when they follow an abbreviation with a capital."""

WEAK_STARTERS = _words(
    """
    A An In On At For From With By After Before As And Or So To Of Under Over During Through
    Between Among Into About Against Without Within Some Many Most All Both Several Few More
    Only Just Not No One Two Three
    """
)
"""Like STARTERS, but capitals in a headline too: they count where the text has small words."""

SUBJECTS = _words(
    """
    Officials Police Analysts Experts Critics Supporters Residents Researchers Scientists Shares
    Authorities Prosecutors Investigators Investors Others People Doctors Lawyers Soldiers Troops
    Workers Students Protesters Economists Historians Sources Reports Prices Sales Witnesses
    """
)
"""Begin a sentence after an abbreviation when a small letter follows ("Corp. Shares fell")."""

ALSO_SURNAMES = _words("He You So An No In We Yet Her Let Now Then One")
"""Starters that are surnames as well: after a person's initials they are the name."""

LETTER_NOUNS = _words(
    """
    vitamin vitamins hepatitis plan group type grade class category section part option appendix
    figure table exhibit team series war block zone area building terminal point level phase
    article model influenza
    """
)
"""Are followed by a letter that is no initial ("Plan B.", "World War I."), in small letters."""

BEFORE_I = _words(
    """
    than as am was were do did can could will would have had
    Elizabeth Nicholas Charles Peter Alexander George James Francis Paul Pavel Wilhelm Napoleon
    """
)
"""Words after which "I." is the pronoun or a number, not an initial."""

BANG_NAMES = _words("Yahoo oOh Jeopardy Wham Bulaga Ahoy Oklahoma Panic Airplane E Jackass Joomla")
"""Names spelt with an exclamation mark."""

DOMAINS = _words(
    """
    com org net gov edu mil int info biz io ru cn uk eu jp kr fr ua by kz de it tv co us ai cc hk
    tw htm html php asp aspx js css py pdf doc docx xls xlsx ppt txt csv xml json zip exe jpg jpeg
    png gif mp mp3 mp4 avi mov apk
    """
)
"""Last parts of an address or a file name, in small letters."""

FILE_ENDINGS = _words(
    """
    com org net gov edu mil info biz ru cn uk eu jp tv htm html php asp aspx js css pdf doc docx
    xls xlsx ppt txt csv xml json zip exe jpg jpeg png gif apk co
    """
)
"""The same after a stop without a space, less those that are words ("ended.It")."""

SAYING = "said|asked|says|asks|wrote|writes|added|adds|replied|shouted|cried|wondered|quipped"
"""What a speaker's name is followed by after a quoted question, as alternatives of a pattern."""

ANY = TITLES | NEVER_LAST | BEFORE_NUMBER | ENDINGS | STATES | BANG_NAMES
"""Every word after which a stop has to be looked at twice."""

TAILS = frozenset(w[-3:] for w in ANY if len(w) > 2 and w[-3:].isalpha() and w[-3:].islower())
"""The last three letters of those. Most English words have other ones and need no second look."""
