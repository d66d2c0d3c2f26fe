"""LanguageTool's HTTP interface: a text in, its matches out, over connections that stay open."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

from mtcheck.engines.languagetool.service import LANGUAGE, Fault, Service
from mtcheck.version import __version__

_OVERLOADED = (429, 426, 500, 502, 503, 504)
"""Too many requests (the public server says 426), a time limit of the server, or a queue that is
full: it may answer in a moment."""
_LONGEST_WAIT = 30.0  # seconds, whatever a server asks for
_FIRST_WAIT = 0.5
_LARGEST = 64_000_000  # bytes of an answer; of one paragraph they are some thousands


class Client:
    """Asks one server; may be used by several threads, each of which has its own connection."""

    def __init__(self, service: Service, sleep: Callable[[float], None] = time.sleep) -> None:
        """Fault when the URL is none."""
        self._service = service
        self._sleep = sleep
        try:
            parts = urlsplit(service.url)
            self._port = parts.port
        except ValueError as error:
            raise Fault(f"{service.url!r} is no URL: {error}") from None
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise Fault(f"{service.url!r} is no URL of a server, as http://localhost:8081")
        self._connect = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        self._host = parts.hostname
        path = parts.path.rstrip("/")
        self._root = path if path.endswith("/v2") else f"{path}/v2"
        self._own = threading.local()

    def version(self) -> str:
        """Return what the server says it is, as "6.8 (f558ce3)"; Fault when it does not answer."""
        about = self._asked("GET", "/info", None, self._service.retries)
        software = about.get("software")
        if not isinstance(software, dict) or not isinstance(software.get("version"), str):
            raise Fault(f"what answers at {self._service.url} is no LanguageTool")
        build = software.get("commit") or software.get("buildDate")
        premium = ", premium" if software.get("premium") else ""
        return f"{software['version']} ({build}{premium})"

    def matches(self, text: str) -> list[dict[str, Any]]:
        """Return the matches of a text as the server gives them; Fault when it does not."""
        body = urlencode({"language": LANGUAGE, "text": text}).encode("ascii", "replace")
        answer = self._asked("POST", "/check", body, self._service.retries)
        found = answer.get("matches")
        if not isinstance(found, list):
            raise Fault("LanguageTool's answer has no matches")
        warnings = answer.get("warnings")
        if isinstance(warnings, dict) and warnings.get("incompleteResults"):
            raise Fault("LanguageTool ran out of time and answered for a part of a paragraph only")
        return found

    def close(self) -> None:
        """Close the connection of this thread."""
        connection = getattr(self._own, "connection", None)
        if connection is not None:
            connection.close()
            self._own.connection = None

    def _asked(self, method: str, action: str, body: bytes | None, retries: int) -> dict[str, Any]:
        wait = _FIRST_WAIT
        while True:
            try:
                return self._once(method, action, body)
            except _MayPass as problem:
                if retries <= 0:
                    raise Fault(str(problem)) from None
                retries -= 1
                self._sleep(min(_LONGEST_WAIT, problem.after or wait))
                wait *= 2

    def _once(self, method: str, action: str, body: bytes | None) -> dict[str, Any]:
        """Return the answer to one request; _MayPass for what another one may get past, Fault for
        what it cannot."""
        url = self._service.url
        try:
            response, data = self._sent(method, action, body)
        except TimeoutError:
            self.close()
            seconds = f"{self._service.timeout:g}"
            raise _MayPass(f"LanguageTool at {url} did not answer within {seconds} s") from None
        except (OSError, HTTPException) as error:
            self.close()
            why = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise _MayPass(f"LanguageTool at {url} cannot be reached: {why}") from None
        if response.status != 200:
            said = " ".join(data[:200].decode("utf-8", "replace").split())
            what = f"LanguageTool at {url} answers {response.status}: {said or response.reason}"
            if response.status in _OVERLOADED:
                raise _MayPass(what, _seconds(response.getheader("Retry-After")))
            raise Fault(what)
        try:
            answer = json.loads(data)
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict):
            raise Fault(f"what answers at {url} is no LanguageTool")
        return answer

    def _sent(self, method: str, action: str, body: bytes | None) -> tuple[HTTPResponse, bytes]:
        connection = getattr(self._own, "connection", None)
        is_new = connection is None
        timeout = self._service.timeout
        if connection is None:
            connection = self._connect(self._host, self._port, timeout=timeout)
            self._own.connection = connection
        headers = {"User-Agent": f"mtcheck/{__version__}", "Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, f"{self._root}{action}", body, headers)
            response = connection.getresponse()
            data = _whole(response, time.monotonic() + timeout)
        except TimeoutError:
            raise
        except (OSError, HTTPException):
            if is_new:
                raise
            # The server closed a connection that nobody used for a while: that is no failure.
            self.close()
            return self._sent(method, action, body)
        return response, data


def _whole(response: HTTPResponse, until: float) -> bytes:
    """Return the body of a response; TimeoutError when it is not all there in time: a server that
    sends a byte now and then would hold us up for ever. HTTPException when it ends early."""
    data = bytearray()
    while piece := response.read1(1 << 16):
        data += piece
        if time.monotonic() > until:
            raise TimeoutError
        if len(data) > _LARGEST:
            raise HTTPException("its answer is too long")
    if response.length:
        raise HTTPException("its answer ends early")
    return bytes(data)


class _MayPass(Exception):
    """What another try may get past; the server may have said after how many seconds."""

    def __init__(self, what: str, after: float | None = None) -> None:
        super().__init__(what)
        self.after = after


def _seconds(said: str | None) -> float | None:
    """Return what Retry-After says, in seconds; None for a date, which few servers send."""
    return float(said) if said and said.isascii() and said.isdigit() else None
