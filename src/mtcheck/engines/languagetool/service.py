"""Which LanguageTool is asked, and how patiently: all that its answers depend on."""

from __future__ import annotations

from typing import NamedTuple

OFF = "off"
LOCAL = "local"
"""A server that is started for this run, and ended with it."""

LANGUAGE = "en-US"
"""The language asked for: the sieve lets British spelling pass as well."""


class Service(NamedTuple):
    """A server by its `url` (LOCAL: one that is started).

    A request may take `timeout` seconds, and is made up to `retries` times more when the server is
    overloaded or does not answer. When `required`, a run that it did not answer fails.
    """

    url: str
    timeout: float = 60.0
    retries: int = 2
    required: bool = False


class Fault(Exception):
    """LanguageTool did not answer as it should: one sentence that says why."""
