"""HTML that shows: `&quot;`, `&amp;nbsp;`, `&#8211;`."""

from __future__ import annotations

import re
from functools import lru_cache

from mtcheck.text.lazy import lazy
from mtcheck.text.normal.change import Found, Repair, Text

_ENTITY = lazy(r"&(?:amp;)*(#\d{1,6}|#x[0-9a-f]{1,5}|[a-z]{2,8}\d?);", re.IGNORECASE)


def entity(text: Text, at: int) -> Found | None:
    """The character that an entity stands for; escaped twice, too."""
    match = _ENTITY.match(text.exact, at)
    if match is None:
        return None
    written = f"&{match[1]};"
    meant = _meant(written)
    if meant == written or not (len(meant) == 1 or match[1].startswith("#")):
        return None
    if not meant.isprintable() and not meant.isspace() and meant not in "\u00ad\u200b\u200c\u200d":
        return None
    return Found(at, match.end(), " " if meant.isspace() else meant)


@lru_cache(1_000)
def _meant(entity: str) -> str:
    from html import unescape  # late: its table is long, and few texts need it

    return unescape(entity)


REPAIRS = (Repair("html-entity", entity, (("&", "(?=[#a-zA-Z])"),)),)
