"""One HTTP connection that stays open: each request ends within a time, and can be ended before."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import NamedTuple

LARGEST = 64_000_000
"""Bytes of an answer; of one paragraph they are some thousands."""

_MOST_TO_CONNECT = 10.0
"""Seconds until a server has to take a connection; nothing can end this wait before."""


class Response(NamedTuple):
    """What a server answers."""

    status: int
    reason: str
    headers: Mapping[str, str | None]
    data: bytes


class Connection:
    """A connection to one server, for one thread; only `end` may be called by another one."""

    def __init__(self, host: str, port: int | None, *, secure: bool, timeout: float) -> None:
        kind = HTTPSConnection if secure else HTTPConnection
        self._timeout = timeout
        self._http = kind(host, port, timeout=min(timeout, _MOST_TO_CONNECT))
        self._taken: socket.socket | None = None
        self._ended = False

    def ask(
        self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]
    ) -> Response:
        """Return the answer to a request; TimeoutError when it is not all there in time, OSError or
        HTTPException when it cannot be had. Behind an error the connection is closed."""
        while True:
            is_used = self._http.sock is not None
            try:
                return self._asked(method, path, body, dict(headers))
            except TimeoutError:
                raise
            except (OSError, HTTPException):
                # The server closed a connection that nobody used for a while: that is no failure.
                if not is_used:
                    raise

    def end(self) -> None:
        """Have the request that is running, if one is, fail at once, and all later ones."""
        self._ended = True
        self._cut()

    def _cut(self) -> None:
        if self._taken is not None:
            with contextlib.suppress(OSError):
                self._taken.shutdown(socket.SHUT_RDWR)

    def _open(self) -> None:
        if self._http.sock is None:
            try:
                self._http.connect()
            except TimeoutError:
                raise ConnectionError("it takes no connection") from None
        # While an answer is read that ends with the connection, `sock` is None already.
        self._taken = self._http.sock
        self._taken.settimeout(self._timeout)
        if self._ended:
            raise ConnectionError("it is not asked any more")

    def _asked(
        self, method: str, path: str, body: bytes | None, headers: dict[str, str]
    ) -> Response:
        try:
            self._open()
            with self._in_time():
                self._http.request(method, path, body, headers)
                answer = self._http.getresponse()
                # Also what stays open is done with: else the next answer could not be read.
                with answer:
                    data = answer.read(LARGEST + 1)
                    if len(data) > LARGEST:
                        raise HTTPException("its answer is too long")
                    if answer.length or (answer.status == 200 and not data):
                        raise HTTPException("its answer ends early")
        except BaseException:
            self._http.close()
            raise
        known = {name: answer.getheader(name) for name in ("Retry-After", "Location")}
        return Response(answer.status, answer.reason, known, data)

    @contextmanager
    def _in_time(self) -> Iterator[None]:
        """Raise TimeoutError when the block takes too long, whatever its errors are: a server that
        sends a byte now and then would hold us up for ever, as each byte has its own time."""
        late = threading.Event()

        def stop() -> None:
            late.set()
            self._cut()

        timer = threading.Timer(self._timeout, stop)
        timer.daemon = True
        timer.start()
        try:
            yield
        except (OSError, HTTPException):
            if late.is_set():
                raise TimeoutError from None
            raise
        finally:
            timer.cancel()
        if late.is_set():
            raise TimeoutError
