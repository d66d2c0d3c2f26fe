"""Families of names: Clark and Clarke are two men's names, not two spellings of one man's.

Of two such names in a text nothing tells that one person is meant unless the same other name stands
beside both. Each line is a family, lower-case and without accents. Transliterations (Sergei,
Sergey) are left out: there one person does get two spellings.
"""

from __future__ import annotations

_FIRST_NAMES = """
alan allan allen
alexander aleksander alexandre
alison allison alyson
brian bryan bryon
carlos karlos carlo
caroline carolyn carolin
catherine catharine katherine katharine kathryn cathryn
christian kristian
christina kristina christine kristine kristin
christopher kristofer christoffer
claire clare clair
denis dennis denise
elisabeth elizabeth
ernest ernst
frances francis
frederic frederick fredrick frederik friedrich
gabriel gabriele gabrielle
geoffrey jeffrey jeffery jeffries
gerald gerard gerhard
gregor gregory
hannah hanna
harald harold
isabel isabelle isobel isabella
jacques jaques
joanna johanna
jonathan johnathan
juliet juliette
laurence lawrence
leonard lennard leonhard
lindsay lindsey
madeleine madeline
marcus markus
margaret margret
mario maria
matthew mathew
michael mikael
michel michele michelle mitchell
mohammed mohamed muhammad mohammad muhammed mohamad
monica monika
natalie nathalie
nicholas nicolas nikolas
oliver olivier
patricia patrizia
philip phillip philipp phillipp
rachel rachael
raphael rafael
rebecca rebekah
roger rodger
sidney sydney
sophia sofia sophie
stephen steven stephan stefan
stuart stewart
susanna suzanna susanne suzanne susannah
terence terrence
theresa teresa therese
thomas tomas
victor viktor
vivian vivien vivienne
willem william wilhelm
"""
_SURNAMES = """
anderson andersen andersson
bailey bayley baillie
barclay berkeley
barrett barret
becker bekker
bennett bennet
bergman bergmann
brown browne
byrne byrnes burns
christensen christenson
clark clarke
coleman colman
connor conner connors
cooke cook
davis davies
dickson dixon
doherty dougherty
douglas douglass
edmond edmund edmonds edmunds
elliott elliot eliot
eriksen erikson eriksson erickson ericsson
farrell farrel ferrell
ferguson fergusson
fischer fisher
forsyth forsythe
friedman freedman friedmann
gilmour gilmore
green greene
griffith griffiths
halliday holliday holiday
hansen hanson hansson
harrison harrisson
hartman hartmann
hewitt hewett
hoffman hoffmann hofmann
humphrey humphreys humphries
hutchinson hutchison hutcheson
jameson jamieson
jensen jenson
johnson johnston johnstone jonson jonsson johansson
kaufman kaufmann kauffman
kearney kearny
kelly kelley
knowles noles
koehler kohler
larsen larson larsson
lehman lehmann
lewis louis
lindberg lindbergh
macallister mcallister
macarthur mcarthur
macdonald mcdonald
macgregor mcgregor
macintyre mcintyre
mackay mckay
mackenzie mckenzie
mackinnon mckinnon
maclaren mclaren
maclean mclean
macleod mcleod
macmillan mcmillan
macpherson mcpherson
maddison madison
marshall marshal
matthews mathews
meyer meier maier mayer
montagu montague
montgomery montgomerie
morrison morison
mueller muller moller miller
neuman neumann newman
neville nevill
nicholson nicolson
nielsen nielson nilsen nilsson nelson
olsen olson olsson
oneill oneil oneal
osborne osborn osbourne
patterson paterson pattinson
pearce pierce peirce
pearson pierson
petersen peterson pedersen pettersson
phillips philips
randall randal randell
reilly riley reilley
robertson robinson robison
rogers rodgers
russell russel
sanders saunders
schmidt schmitt schmid
schneider snyder
schroder schroeder
schultz schulz schulze
sharp sharpe
shepherd sheppard shepard
simmons simmonds symonds simonds
smith smythe
spencer spenser
stephens stevens
stephenson stevenson
thompson thomson
tracy tracey
vaughan vaughn
wallace wallis
whitaker whittaker
wolf wolfe wolff woolf
wright wrighte
"""
_FAMILY_OF = {
    name: number
    for number, line in enumerate([*_FIRST_NAMES.split("\n"), *_SURNAMES.split("\n")])
    for name in line.split()
}


def are_relatives(one: str, other: str) -> bool:
    """Whether two different names, lower-case and without accents, are of one family."""
    family = _FAMILY_OF.get(one)
    return family is not None and one != other and family == _FAMILY_OF.get(other)
