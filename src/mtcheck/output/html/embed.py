"""Code, style and data that stand inside a page, and the policy that lets only them run."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from mtcheck.output.html.hidden import HIDDEN

# "<" closes a script, "<!--" hides the rest of the page, line separators end a line of code.
_RISKY = re.compile("[<>&\u2028\u2029\x7f-\x9f\ud800-\udfff]")


def embedded_json(value: Any) -> Markup:
    """Return `value` as JSON that can stand inside `<script type="application/json">`.

    Whatever could end the element or cannot be seen (`hidden.py`) is written as an escape.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(HIDDEN.sub(_escape, _RISKY.sub(_escape, text)))


@cache
def bundle(*names: str) -> Markup:
    """Return files of `static/` one after the other, for an inline style or script element.

    Raises ValueError for a file that would end its element early.
    """
    folder = files("mtcheck.output.html") / "static"
    text = "\n".join((folder / name).read_text(encoding="utf-8").strip() for name in names)
    text = "\n" + text + "\n"
    if re.search(r"</(script|style)|<!--", text, re.IGNORECASE):
        raise ValueError(f"{', '.join(names)} cannot stand inside a page")
    return Markup(text)


def policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy under which this style and this script are all there is.

    No request can leave the page, no other script or style runs, no string becomes code.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'sha256-{_digest(script)}'",
            f"style-src 'sha256-{_digest(style)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")


def _escape(match: re.Match[str]) -> str:
    number = ord(match.group())
    if number < 0x10000:
        return f"\\u{number:04x}"
    number -= 0x10000
    return f"\\u{0xD800 + (number >> 10):04x}\\u{0xDC00 + (number & 0x3FF):04x}"
