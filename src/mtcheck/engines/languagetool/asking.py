"""The LanguageTool of one run: paragraphs asked in parallel, answers kept, faults told once."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

from mtcheck.engine.view import View
from mtcheck.engines.languagetool.answers import read
from mtcheck.engines.languagetool.client import Client
from mtcheck.engines.languagetool.kept import Kept
from mtcheck.engines.languagetool.match import Match
from mtcheck.engines.languagetool.paragraphs import paragraphs
from mtcheck.engines.languagetool.service import LOCAL, Fault, Service
from mtcheck.engines.languagetool.sieve import sieve
from mtcheck.finding import Finding

AT_ONCE = 4
"""Paragraphs that are asked at the same time. A server has a thread or two for each processor, and
lets the others wait; more would only fill its queue."""

_FAULTS = 3
"""Faults one after the other from which on a server is not asked any more in this run."""


class LanguageTool:
    """Asks one server; what it started ends with `close`.

    `fault` says why it is not asked any more, None while it is. Nothing is asked, or started,
    before it is needed.
    """

    def __init__(self, service: Service, *, keep: bool) -> None:
        self._service = service
        self._keep = keep
        self._open = ExitStack()
        self._client: Client | None = None
        self._kept: Kept | None = None
        self._version: str | None = None
        self._threads: ThreadPoolExecutor | None = None
        self._faults = 0
        self.fault: str | None = None

    @property
    def version(self) -> str | None:
        """What answers, so that what it said can be kept by it; None when nothing does."""
        if self._version is None and self.fault is None:
            try:
                if self._service.url == LOCAL:
                    from mtcheck.engines.languagetool.local import version

                    self._version = version()
                else:
                    self._version = self._pool.submit(self._server().version).result()
            except Fault as fault:
                self.fault = str(fault)
        return self._version

    def findings(self, view: View, ours: Sequence[Finding]) -> tuple[list[Finding], str | None]:
        """Return what LanguageTool finds beyond what we found, and, when it did not answer for all
        paragraphs, why."""
        if self.version is None or self.fault is not None:
            return [], self.fault
        found, fault = self._matches(view)
        self._faults = self._faults + 1 if fault else 0
        if self._faults >= _FAULTS:
            self.fault = fault
        return sieve(view, found, ours), fault

    def close(self) -> None:
        """End what was started for this, and what is being asked."""
        if self._client is not None:
            self._client.end()
            self._client = None
        if self._threads is not None:
            self._threads.shutdown(wait=False, cancel_futures=True)
            self._threads = None
        if self._kept is not None:
            self._kept.close()
            self._kept = None
        self._open.close()

    @property
    def _pool(self) -> ThreadPoolExecutor:
        if self._threads is None:
            self._threads = ThreadPoolExecutor(AT_ONCE, "languagetool", _no_broken_pipes)
        return self._threads

    def _server(self) -> Client:
        if self._client is None:
            service = self._service
            if service.url == LOCAL:
                from mtcheck.engines.languagetool.local import started

                service = service._replace(url=self._open.enter_context(started()))
            self._client = Client(service)
        return self._client

    def _matches(self, view: View) -> tuple[list[Match], str | None]:
        """Return the matches of a document, in its code points, and what went wrong."""
        if self._keep and self._kept is None:
            self._kept = Kept(self._version or "")
        texts = list(paragraphs(view))
        known: dict[str, list[Match]] = {}
        for _, text in texts:
            if text not in known and self._kept and (kept := self._kept.get(text)) is not None:
                known[text] = kept
        new = list(dict.fromkeys(text for _, text in texts if text not in known))
        answers, fault = self._asked(new) if new else ({}, None)
        known.update(answers)
        if self._kept and answers:
            self._kept.put(answers.items())
        found = [
            match._replace(start=match.start + start, end=match.end + start)
            for start, text in texts
            for match in known.get(text, ())
        ]
        return found, fault

    def _asked(self, texts: Sequence[str]) -> tuple[dict[str, list[Match]], str | None]:
        """Return what is said of each text, and why it is not of all of them. Behind the first
        fault no more are asked: the next ones would wait as long for nothing."""
        try:
            client = self._server()
        except Fault as fault:
            return {}, str(fault)
        faults: list[str] = []

        def ask(text: str) -> list[Match] | None:
            if faults:
                return None
            try:
                return read(client.matches(text), text)
            except Fault as fault:
                faults.append(str(fault))
                return None

        answers = zip(texts, self._pool.map(ask, texts), strict=True)
        known = {text: found for text, found in answers if found is not None}
        return known, faults[0] if faults else None


def _no_broken_pipes() -> None:
    """Let this thread get an error for a connection that the server has closed: the command line
    has a pipe that nobody reads end the whole program, which is right for standard output only."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGPIPE})
