"""Slips of each edit and what becomes of them, as (text, repaired); and texts that stay.

Characters that look alike are written by name.
"""

NBSP, ZWSP, SHY = "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}", "\N{SOFT HYPHEN}"
LDQ, RDQ = "\N{LEFT DOUBLE QUOTATION MARK}", "\N{RIGHT DOUBLE QUOTATION MARK}"
LSQ, RSQ = "\N{LEFT SINGLE QUOTATION MARK}", "\N{RIGHT SINGLE QUOTATION MARK}"
LOW = "\N{DOUBLE LOW-9 QUOTATION MARK}"
RLM = "\N{RIGHT-TO-LEFT MARK}"


def misread(text: str) -> str:
    """What a program shows that takes UTF-8 for the encoding of Windows."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode("utf-8"))


REPAIRED: dict[str, list[tuple[str, str]]] = {
    "mojibake": [
        ("The " + misread("caf\u00e9") + " is", "The caf\u00e9 is"),
        (f"It isn{misread(RSQ)}t.", f"It isn{RSQ}t."),
        (misread("\u00e0") + " la carte", "\u00e0 la carte"),
        (misread("\u043c\u043e\u0440\u0435") + " here", "\u043c\u043e\u0440\u0435 here"),
        ("don\x92t \x93so\x94", f"don{RSQ}t {LDQ}so{RDQ}"),
        (misread("\u00c1") + "vila", "\u00c1vila"),
    ],
    "decomposed-letter": [("cafe\u0301s", "caf\u00e9s"), ("\N{ANGSTROM SIGN}", "\u00c5")],
    "html-entity": [
        ("&quot;so&quot; &amp; &#8211;", '"so" & \N{EN DASH}'),
        ("a&nbsp;b &amp;amp;nbsp;c", "a b  c"),
        ("&lt;b&gt; &eacute; &#x27;", "<b> \u00e9 '"),
    ],
    "invisible-character": [
        (f"fer{ZWSP}ry \ufeffis", "ferry is"),
        ("fer\N{ZERO WIDTH JOINER}ry", "ferry"),
    ],
    "soft-hyphen": [(f"fer{SHY}ry", "ferry")],
    "direction-mark": [(f"ferry{RLM} is \u202alate\u202c", "ferry is late")],
    "control-character": [("fer\x07ry\x7f", "ferry"), ("one\x0ctwo", "one\ntwo")],
    "line-separator": [("one\u2028two\u2029three\x85four", "one\ntwo\nthree\nfour")],
    "no-break-space": [(f"a{NBSP}b\u202fc", "a b c")],
    "ideographic-space": [("a\N{IDEOGRAPHIC SPACE}b", "a b")],
    "odd-space": [("a\N{THIN SPACE}b\N{EM SPACE}c", "a b c")],
    "ligature": [("\ufb01ne o\ufb00er", "fine offer")],
    "odd-hyphen": [("well\N{NON-BREAKING HYPHEN}known well\N{HYPHEN}read", "well-known well-read")],
    "odd-dash": [("so \N{HORIZONTAL BAR} he", "so \N{EM DASH} he")],
    "doubled-dash": [("so\N{EM DASH}\N{EM DASH}he", "so\N{EM DASH}he")],
    "ellipsis": [
        ("so\u2026\u2026", "so\u2026"),
        ("so\u2026\u3002", "so\u2026"),
        ("so...... and so ... ...", "so... and so ..."),
    ],
    "foreign-digit": [("in \u0662\u0660\u0662\u0661.", "in 2021.")],
    "full-width": [
        ("Bread\uff0cmilk\uff08cold\uff09too\uff01", "Bread, milk (cold) too!"),
        ("\uff11\uff12\uff05 of \uff34\uff36", "12% of TV"),
        ("at 9\uff1a30, 12\uff0c000 and 1\uff0e5", "at 9:30, 12,000 and 1.5"),
        ("in 2020\uff0c30 men", "in 2020, 30 men"),
        ('so\uff0c"no," he\uff0c"so\uff0c"he', 'so, "no," he, "so,"he'),
    ],
    "cjk-punctuation": [
        ("Bread\u3001milk\u3002", "Bread, milk."),
        ("\u3010Photo\u3011Bread", "[Photo] Bread"),
        ("5 \u3002", "5."),
        ("(News)\u30fbYahoo, the 2nd\u30fbMatch", "(News) - Yahoo, the 2nd - Match"),
        ("singer\u30fbsongwriter, Saint\u30fbMartin", "singer-songwriter, Saint-Martin"),
        (f"\u3010Photo\u3011{LDQ}So{RDQ}", f"[Photo] {LDQ}So{RDQ}"),
    ],
    "look-alike-letter": [
        ("In M\u043escow.", "In Moscow."),
        ("24\u00b0\u0421 and 15 \u00b0 \u0421", "24\u00b0C and 15 \u00b0 C"),
        ("the \u0391BC", "the ABC"),
    ],
    "guillemets": [
        (f"the \u00ab{NBSP}Hope{NBSP}\u00bb here", 'the "Hope" here'),
        ("the \u00bbHope\u00ab here", 'the "Hope" here'),
        ("so \u00ab" + "very " * 20 + "much\u00bb and", 'so "' + "very " * 20 + 'much" and'),
    ],
    "low-marks": [
        (f"the {LOW}Hope{LDQ} here", 'the "Hope" here'),
        (f"{LOW}Hope", '"Hope'),
    ],
    "corner-brackets": [
        ("the\u300cHope\u300dsails", 'the "Hope" sails'),
        ("\u300aThe Sea\u300b", '"The Sea"'),
        ("He left.\u300d", 'He left."'),
        ('"He left." \u300d', '"He left."'),
        ("so \u300c" + "very " * 20 + "much\u300d and", 'so "' + "very " * 20 + 'much" and'),
    ],
    "two-single-marks": [("the ''Hope'' here", 'the "Hope" here'), ("``Hope''", '"Hope"')],
    "accent-for-apostrophe": [
        ("I`ll see O\N{ACUTE ACCENT}Brien, it\N{PRIME}s", "I'll see O'Brien, it's"),
        ("at 5 o`clock", "at 5 o'clock"),
    ],
    "question-mark-for-apostrophe": [
        ("I don?t know, it?s so, you?re", "I don't know, it's so, you're"),
        ("the crew?s ship", "the crew's ship"),
    ],
    "quotation-mark-for-apostrophe": [('I"m here, we can"t', "I'm here, we can't")],
    "apostrophe": [
        ("the crew 's ship, they do n't", "the crew's ship, they don't"),
        (f"the crew {RSQ} s hat", f"the crew{RSQ}s hat"),
    ],
    "mixed-marks": [
        (
            "Anna's Bob's Carl's Dora's Eve's" + f" Fred{RSQ}s",
            "Anna's Bob's Carl's Dora's Eve's Fred's",
        ),
        (f"Anna{RSQ}s " * 6 + "Fred's", f"Anna{RSQ}s " * 6 + f"Fred{RSQ}s"),
        (f"Anna{RSQ}s " * 9 + '"so"', f"Anna{RSQ}s " * 9 + f"{LDQ}so{RDQ}"),
    ],
    "currency": [("US $ 5, HK $4,000, $ 38, US$ 7", "US$5, HK$4,000, $38, US$7")],
    "percent": [("12 % of", "12% of"), ("12  %", "12%")],
    "decimal": [("3. 5 million", "3.5 million")],
    "thousands": [("272, 000 men", "272,000 men")],
    "ordinal": [("the 21 st man", "the 21st man")],
    "time": [("at 9: 30 and (2: 1)", "at 9:30 and (2:1)"), ("from 20 :15", "from 20:15")],
    "number-sign": [("No.5, No .6", "No. 5, No. 6")],
    "split-initials": [
        ("the U. S. and the U. K said", "the U.S. and the U.K. said"),
        ("the U. S. A. and a man", "the U.S.A. and a man"),
    ],
    "ampersand": [("the R & D team of AT & T", "the R&D team of AT&T")],
    "cannot": [("They can not.", "They cannot.")],
    "doubled-mark": [("And,, so..", "And, so.")],
    "before-punctuation": [
        ("cold , wet ; the end .", "cold, wet; the end."),
        ("cold ,wet", "cold, wet"),
        ("Who ? No !", "Who? No!"),
    ],
    "between-sentences": [("It ended.The crew", "It ended. The crew")],
    "after-comma": [("cold,wet;tired", "cold, wet; tired")],
    "after-percent": [("40%of them", "40% of them")],
    "inside-brackets": [("( a man ) and [ b ]", "(a man) and [b]")],
    "before-bracket": [("the office(closed since May).", "the office (closed since May).")],
    "after-bracket": [
        ("the office (POF)says (so it is)That", "the office (POF) says (so it is) That")
    ],
    "broken-hyphen": [("a long- term plan", "a long-term plan")],
    "line-ends": [("a\r\nb\r\nc\n", "a\r\nb\r\nc\r\n"), ("a\nb\nc\r", "a\nb\nc\n")],
    "doubled-space": [("one  two", "one two"), ("one,   two", "one, two")],
    "label-bar": [
        ("War|Peace at last", "War: Peace at last"),
        ("Harbour news | Why no one sails any more", "Harbour news: Why no one sails any more"),
    ],
    "decimal-comma": [("3,5 percent, 12,25 km", "3.5 percent, 12.25 km")],
    "foreign-date": [("on 14.03.2021.", "on 14 March 2021.")],
    "foreign-unit": [
        ("3 Mio. crowns, 2 mlrd", "3 million crowns, 2 billion"),
        ("3 Mio.", "3 million."),
    ],
}

KEPT = [
    "Mr. Li, e.g. at 5 p.m., left the U.S. in 2014. 5 people came.",
    "5 km\u00b2, 30 \u2103, \u00bd, \u2116 5, x\u00b3, H\u2082O, \u2122, \u00a9, \u20ac5 and \u00a35",
    "caf\u00e9, na\u00efve, \u0141\u00f3d\u017a, \u0110\u1eb7ng, Z\u00f6e \u00c5ngstr\u00f6m, \u00e6on",
    f"{LDQ}So,{RDQ} she said. {LDQ}It{RSQ}s {LSQ}over{RSQ}.{RDQ}",
    "\"So,\" she said. \"It's 'over'.\" The boys' '90s.",
    "so \N{EN DASH} he \N{EM DASH} and - on -- and\u2026 on... and . . . on",
    "\u4f60\u597d\uff0c\u4e16\u754c\u3002\u300a\u6d77\u300b\u3010\u4e00\u3011",
    "\u041c\u043e\u0441\u043a\u0432\u0430 is \u0441 here",
    "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN} came",
    f"\u05d0\u05d1{RLM} (1)",
    "Next \u00bb \u2039 back",
    "AT&T, R&D; a &unknown; b, &c.",
    "`ls` and ```x```",
    "Is that what you want? so",
    'two "A"s and 5\'10" and 6" pipes',
    "a|b|c and Harbour strike | Coast Radio",
    "\u2500\u2500\u2500\u2500\u2500\u2500",
    f"an {LDQ}caf\u00e9{RSQ}{RDQ} of \u00c2 and \u00c3",
    "The end.  Two spaces. \t tab\n    indented\n",
    "See www . port . com or the PLUS$ 5 sign",
    "We hear, Kostroma.Today reports.",
    f"\"It's\", \"it's\" \"it's\" 'so'. {RDQ}\" It's 'so', it's 'so'.",
    "(re)open the (inter)national (CH3)2CO and (s)he",
    "a\r\nb\r\n",
    "a\rb\r",
    "a\nb\n\n",
    "",
]
