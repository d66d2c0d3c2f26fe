"""A server that answers as it is told to, for what no real LanguageTool does on demand."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

Reply = bytes | Callable[["Stub", socket.socket], None]

MATCH: dict[str, Any] = {
    "offset": 4,
    "length": 9,
    "message": "Possible spelling mistake found.",
    "shortMessage": "Spelling mistake",
    "replacements": [{"value": "government"}],
    "rule": {
        "id": "MORFOLOGIK_RULE_EN_US",
        "issueType": "misspelling",
        "category": {"id": "TYPOS", "name": "Possible Typo"},
    },
}
"""What is said of "The goverment …"."""

INFO = {"software": {"name": "LanguageTool", "version": "6.8", "commit": "abc", "premium": False}}


def status(number: int, said: str, *headers: str) -> bytes:
    """Return a whole answer."""
    body = said.encode()
    lines = [f"HTTP/1.1 {number} Said", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


def said(value: Any, *headers: str) -> bytes:
    """Return an answer that holds a value as JSON."""
    return status(200, json.dumps(value), *headers)


def found(*matches: dict[str, Any]) -> bytes:
    """Return the answer to a check."""
    return said({"matches": matches})


def hang(stub: Stub, taken: socket.socket) -> None:
    """Say nothing until the test is over."""
    stub.over.wait()


def trickle(head: bytes, one: bytes) -> Reply:
    """Return a reply that says a byte now and then, and never ends."""

    def reply(stub: Stub, taken: socket.socket) -> None:
        taken.sendall(head)
        while not stub.over.wait(0.02):
            taken.sendall(one)

    return reply


def cut(data: bytes) -> Reply:
    """Return a reply behind which the connection is closed."""

    def reply(stub: Stub, taken: socket.socket) -> None:
        taken.sendall(data)
        taken.shutdown(socket.SHUT_RDWR)

    return reply


class Stub:
    """Answers `replies` in turn, then MATCH to what begins with "The goverment", and nothing to
    all else; what it is it says at any time.

    `asked` are the texts of requests, `paths` their addresses, `connections` how many there were.
    """

    def __init__(self, *replies: Reply, info: Reply | None = None) -> None:
        self._replies = list(replies)
        self._info = info or said(INFO)
        self._lock = threading.Lock()
        self.asked: list[str] = []
        self.paths: list[str] = []
        self.connections = 0
        self.over = threading.Event()
        self.called = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Stub:
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self._listening.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                taken, _ = self._listening.accept()
                self.connections += 1
                threading.Thread(target=self._serve, args=(taken,), daemon=True).start()

    def _serve(self, taken: socket.socket) -> None:
        with contextlib.suppress(OSError, LookupError), taken, taken.makefile("rb") as stream:
            while line := stream.readline():
                path = line.split()[1].decode()
                size = 0
                while (header := stream.readline()) not in (b"\r\n", b""):
                    name, _, value = header.partition(b":")
                    size = int(value) if name.lower() == b"content-length" else size
                reply = self._reply(path, parse_qs(stream.read(size).decode()))
                if isinstance(reply, bytes):
                    taken.sendall(reply)
                else:
                    reply(self, taken)

    def _reply(self, path: str, fields: dict[str, list[str]]) -> Reply:
        with self._lock:
            self.paths.append(path)
            self.called.set()
            if path.endswith("/info"):
                return self._info
            text = fields["text"][0]
            self.asked.append(text)
            usual = found(MATCH) if text.startswith("The goverment ") else found()
            return self._replies.pop(0) if self._replies else usual
