"""LanguageTool's HTTP interface: a text in, its matches out, over connections that stay open."""

from __future__ import annotations

import json
import threading
from http.client import HTTPException
from typing import Any
from urllib.parse import urlencode, urlsplit

from mtcheck.engines.languagetool.connection import Connection, Response
from mtcheck.engines.languagetool.service import LANGUAGE, Fault, Service
from mtcheck.text.lazy import lazy
from mtcheck.version import __version__

_OVERLOADED = (429, 426, 500, 502, 503, 504)
"""Too many requests (the public server says 426), a time limit of the server, or a queue that is
full: it may answer in a moment."""
_REDIRECTS = (301, 302, 303, 307, 308)
_LONGEST_WAIT = 30.0  # seconds, whatever a server asks for
_FIRST_WAIT = 0.5
_HALF = lazy("[\ud800-\udfff]")
_PATH = lazy("[!-~]*")


class Client:
    """Asks one server; may be used by several threads, each of which has its own connection."""

    def __init__(self, service: Service) -> None:
        """Fault when the URL is none."""
        self._service = service
        try:
            parts = urlsplit(service.url)
            self._port = parts.port
            self._host = (parts.hostname or "").encode("idna").decode("ascii")
        except ValueError as error:
            raise Fault(f"{service.url!r} is no URL: {error}") from None
        path = parts.path.rstrip("/")
        if parts.scheme not in ("http", "https") or not self._host or not _PATH.fullmatch(path):
            raise Fault(f"{service.url!r} is no URL of a server, as http://localhost:8081")
        self._is_secure = parts.scheme == "https"
        self._root = path if path.endswith("/v2") else f"{path}/v2"
        self._own = threading.local()
        self._connections: list[Connection] = []
        self._ended = threading.Event()

    def version(self) -> str:
        """Return what the server says it is, as "6.8 (f558ce3)"; Fault when it does not answer."""
        about = self._asked("GET", "/info", None)
        software = about.get("software")
        if not isinstance(software, dict) or not isinstance(software.get("version"), str):
            raise Fault(f"what answers at {self._service.url} is no LanguageTool")
        build = software.get("commit") or software.get("buildDate")
        premium = ", premium" if software.get("premium") else ""
        return f"{software['version']} ({build}{premium})"

    def matches(self, text: str) -> list[dict[str, Any]]:
        """Return the matches of a text as the server gives them; Fault when it does not."""
        # Half a surrogate pair cannot be sent; this is one unit of UTF-16 as well.
        whole = _HALF.sub("\N{REPLACEMENT CHARACTER}", text)
        body = urlencode({"language": LANGUAGE, "text": whole}).encode("ascii")
        answer = self._asked("POST", "/check", body)
        found = answer.get("matches")
        if not isinstance(found, list):
            raise Fault("LanguageTool's answer has no matches")
        warnings = answer.get("warnings")
        if isinstance(warnings, dict) and warnings.get("incompleteResults"):
            raise Fault("LanguageTool ran out of time and answered for a part of a paragraph only")
        return found

    def end(self) -> None:
        """End all requests, those of other threads too: they fail at once, and no more are made."""
        self._ended.set()
        for connection in self._connections:
            connection.end()

    def _asked(self, method: str, action: str, body: bytes | None) -> dict[str, Any]:
        wait, retries = _FIRST_WAIT, self._service.retries
        while not self._ended.is_set():
            try:
                return self._once(method, action, body)
            except _MayPass as problem:
                if retries <= 0:
                    raise Fault(str(problem)) from None
                retries -= 1
                self._ended.wait(min(_LONGEST_WAIT, problem.after or wait))
                wait *= 2
        raise Fault("LanguageTool is not asked any more")

    def _once(self, method: str, action: str, body: bytes | None) -> dict[str, Any]:
        """Return the answer to one request; _MayPass for what another one may get past, Fault for
        what it cannot."""
        url = self._service.url
        headers = {"User-Agent": f"mtcheck/{__version__}", "Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            response = self._connection().ask(method, f"{self._root}{action}", body, headers)
        except TimeoutError:
            seconds = f"{self._service.timeout:g}"
            raise _MayPass(f"LanguageTool at {url} did not answer within {seconds} s") from None
        except (OSError, HTTPException) as error:
            why = getattr(error, "strerror", None) or str(error) or type(error).__name__
            why = " ".join(why.split())[:200]  # it may be what the server said
            raise _MayPass(f"LanguageTool at {url} cannot be reached: {why}") from None
        if response.status != 200:
            raise self._refused(response)
        try:
            answer = json.loads(response.data)
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict):
            raise Fault(f"what answers at {url} is no LanguageTool")
        return answer

    def _refused(self, response: Response) -> Exception:
        url, status = self._service.url, response.status
        if status in _REDIRECTS and (there := response.headers["Location"]):
            return Fault(f"LanguageTool at {url} is elsewhere now: {there!r}; name the new URL")
        said = " ".join(response.data[:200].decode("utf-8", "replace").split())
        what = f"LanguageTool at {url} answers {status}: {said or response.reason}"
        if status in _OVERLOADED:
            return _MayPass(what, _seconds(response.headers["Retry-After"]))
        return Fault(what)

    def _connection(self) -> Connection:
        """Return the connection of this thread."""
        if not hasattr(self._own, "connection"):
            self._own.connection = Connection(
                self._host, self._port, secure=self._is_secure, timeout=self._service.timeout
            )
            self._connections.append(self._own.connection)
        connection: Connection = self._own.connection
        return connection


class _MayPass(Exception):
    """What another try may get past; the server may have said after how many seconds."""

    def __init__(self, what: str, after: float | None = None) -> None:
        super().__init__(what)
        self.after = after


def _seconds(said: str | None) -> float | None:
    """Return what Retry-After says, in seconds; None for a date, which few servers send."""
    return float(said) if said and said.isascii() and said.isdigit() else None
