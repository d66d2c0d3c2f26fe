"""What elements of HTML are, as far as their text is concerned.

From the standard's parsing rules (<https://html.spec.whatwg.org/multipage/parsing.html>) and its
style sheet for browsers (<https://html.spec.whatwg.org/multipage/rendering.html>).
"""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}

LISTS = frozenset(("ul", "ol", "menu", "dir", "dl"))

VOID = _names(
    "area base basefont bgsound br col embed frame hr img input keygen link meta param source "
    "track wbr"
)
"""Elements without content: their start tag is all there is."""

RAW_TEXT = _names("iframe noembed noframes noscript script style xmp textarea title plaintext")
"""Elements whose content is text until their own end tag, whatever it looks like."""

REFERENCES = _names("textarea title")
"""Those of them in which character references count."""

UNSEEN = _names(
    "area audio base basefont canvas datalist head iframe link meta meter noembed noframes "
    "noscript object param progress rp rt script select style template textarea title video"
)
"""Elements whose content no reader of the page's text sees: what a browser does not draw, what it
shows only when something fails, what the user of a form fills in, the small glosses of ruby."""

FOREIGN = _names("svg math")
"""Drawings and formulas: they are no prose, and have a syntax of their own."""

BLOCKS = _names(
    "address article aside blockquote body button caption center col colgroup dd details dialog "
    "dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup "
    "hr html legend li listing main menu nav ol optgroup option p plaintext pre search section "
    "summary table tbody td tfoot th thead tr ul xmp"
)
"""Elements that begin and end a line of their own; a button is one as well."""

CLOSE_P = _names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext "
    "pre search section summary table ul xmp"
)
"""Elements whose start tag ends a paragraph that is open."""

CLOSED_IN_SCOPE = _names(
    "address applet article aside blockquote button center details dialog dir div dl fieldset "
    "figcaption figure footer header hgroup listing main marquee menu nav object ol pre search "
    "section summary ul"
)
"""Elements whose end tag closes whatever is open inside of them."""

IMPLIED = _names("dd dt li optgroup option p rb rp rt rtc")
"""Elements that end by themselves when a form ends around them."""

FORMATTING = _names("a b big code em font i nobr s small strike strong tt u")
"""Elements whose end tag reaches through blocks that are open, and leaves those open."""

SPECIAL = _names(
    "address applet area article aside base basefont bgsound blockquote body br button caption "
    "center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form "
    "frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link "
    "listing main marquee menu meta nav noembed noframes noscript object ol p param plaintext pre "
    "script search section select source style summary table tbody td template textarea tfoot th "
    "thead title tr track ul wbr xmp"
)
"""Elements that the end tag of an unknown element does not reach through."""

SCOPES = _names("applet caption html marquee object table td template th")
"""Elements that end tags do not reach through, but for those of tables."""

TABLE_PARTS = _names("caption col colgroup tbody td tfoot th thead tr")

BREAKS_OUT = _names(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li "
    "listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
"""Elements that end a drawing or formula which was left open."""

INTEGRATION = _names(
    "foreignobject desc title mi mo mn ms mtext annotation-xml"  # svg title: not the page's
)
"""Elements of drawings and formulas that hold HTML again."""

PRESERVED = _names("listing plaintext pre xmp")
"""Elements in which spaces and line breaks are as they are written."""

CODE = _names("code kbd samp")
"""Elements in a sentence that hold code: a reader sees them, but they are no prose."""

FURNITURE = _names("aside dialog footer nav search")
"""Elements of a page that are not its article."""

REGIONS = FURNITURE | _names("article main header")
"""Elements that are parts of a page."""
