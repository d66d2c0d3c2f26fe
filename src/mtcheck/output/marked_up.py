"""Texts inside Markdown, whatever they hold."""

from __future__ import annotations

import re

from mtcheck.output.text import visible

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# What begins a construct of GitHub's Markdown within a line, "://" and "www." of bare links, "@" of
# mentions and "#" of issue numbers among them.
_MARKUP = re.compile(r"""[\\`*_{}\[\]()#!|~$@]|:(?=//)|(?<=www)\.|^[-+=]|^\d+(?=[.)])""")


def escaped(text: str) -> str:
    """Return `text` as Markdown that shows it as it is, in one line, also in a cell of a table."""
    flat = visible(" ".join(text.split()))
    flat = re.sub("[&<>]", lambda one: _ENTITIES[one[0]], flat)
    return _MARKUP.sub(lambda one: f"&#{ord(one[0][0])};{one[0][1:]}", flat)
