"""What the client makes of a server that is slow, full, half dead, or no LanguageTool at all."""

import socket
import threading

import pytest

from languagetool_stub import MATCH, Stub, cut, found, hang, said, status, trickle
from mtcheck.engines.languagetool import connection
from mtcheck.engines.languagetool.client import Client
from mtcheck.engines.languagetool.service import Fault, Service

OK = b"HTTP/1.1 200 OK\r\n"
TEXT = "The goverment met."
SOON = 30  # seconds that what ends at once may take on a busy machine


class Waits(threading.Event):
    """Ends every wait at once, and keeps how long it would have been."""

    def __init__(self):
        super().__init__()
        self.seconds = []

    def wait(self, timeout=None):
        self.seconds.append(timeout)
        return self.is_set()


def client(url, *, timeout=20.0, retries=0):
    """A client that does not wait, and the waits that it would have made."""
    made = Client(Service(url, timeout, retries))
    made._ended = Waits()
    return made, made._ended.seconds


def fault(stub, **patience):
    """What is wrong with a server's answer."""
    with pytest.raises(Fault) as raised:
        client(stub.url, **patience)[0].matches(TEXT)
    words = str(raised.value)
    assert words
    assert "\n" not in words
    return words


def test_all_requests_of_a_thread_go_over_one_connection():
    with Stub(found(MATCH)) as stub:
        asks, _ = client(stub.url)
        assert asks.version() == "6.8 (abc)"
        assert asks.matches(TEXT) == [MATCH]
        assert [asks.matches(f"{number}") for number in range(5)] == [[]] * 5
        assert stub.asked == [TEXT, *"01234"]  # each once
        assert stub.connections == 1


@pytest.mark.parametrize(
    ("path", "root"),
    [("", "/v2"), ("/", "/v2"), ("/api", "/api/v2"), ("/v2", "/v2"), ("/api/v2/", "/api/v2")],
)
def test_the_address_may_lie_below_a_path(path, root):
    with Stub() as stub:
        asks, _ = client(stub.url + path)
        asks.version()
        asks.matches(TEXT)
        assert stub.paths == [f"{root}/info", f"{root}/check"]


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("\N{GRINNING FACE}&=+%\N{NO-BREAK SPACE}中", None),
        ("half \ud83d and \ude00 half", "half \ufffd and \ufffd half"),
        ("\ud83d\ude00", "\ufffd\ufffd"),  # as many units as before
    ],
)
def test_any_text_can_be_sent(text, sent):
    with Stub() as stub:
        assert client(stub.url)[0].matches(text) == []
        assert stub.asked == [sent or text]


def test_a_connection_that_the_server_closed_meanwhile_is_no_failure():
    with Stub(cut(found(MATCH)), found(MATCH)) as stub:
        asks, waits = client(stub.url)
        assert asks.matches(TEXT) == asks.matches(TEXT) == [MATCH]
        assert stub.connections == 2
        assert waits == []


@pytest.mark.parametrize("number", [426, 429, 500, 502, 503, 504])
def test_a_server_with_too_much_to_do_is_asked_again(number):
    with Stub(*[status(number, "Error: busy\n")] * 2, found(MATCH)) as stub:
        assert client(stub.url, retries=2)[0].matches(TEXT) == [MATCH]
        assert len(stub.asked) == 3
    with Stub(*[status(number, "Error: busy\n")] * 3) as stub:
        assert fault(stub, retries=2) == f"LanguageTool at {stub.url} answers {number}: Error: busy"
        assert len(stub.asked) == 3


@pytest.mark.parametrize("number", [400, 401, 403, 404, 413, 501])
def test_what_cannot_get_better_is_asked_once(number):
    with Stub(status(number, "Error: no")) as stub:
        assert fault(stub, retries=5) == f"LanguageTool at {stub.url} answers {number}: Error: no"
        assert len(stub.asked) == 1


def test_an_empty_refusal_is_told_by_its_reason():
    with Stub(status(404, "")) as stub:
        assert fault(stub).endswith("answers 404: Said")


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ([], [0.5, 1.0, 2.0]),
        (["Retry-After: 7"], [7.0] * 3),
        (["Retry-After: 86400"], [30.0] * 3),
        (["Retry-After: Wed, 21 Oct 2026 07:28:00 GMT"], [0.5, 1.0, 2.0]),
        (["Retry-After: -1"], [0.5, 1.0, 2.0]),
        (["Retry-After: ²"], [0.5, 1.0, 2.0]),
    ],
)
def test_it_waits_as_long_as_the_server_asks_or_ever_longer(headers, seconds):
    with Stub(*[status(429, "", *headers)] * 3) as stub:
        asks, waits = client(stub.url, retries=3)
        assert asks.matches(TEXT) == [MATCH]
        assert waits == seconds


def test_a_redirect_is_told_and_not_followed():
    with Stub(status(301, "", "Location: https://example.org/v2/check")) as stub:
        assert "'https://example.org/v2/check'" in fault(stub, retries=3)
        assert len(stub.asked) == 1
    with Stub(status(308, "gone")) as stub:
        assert fault(stub).endswith("answers 308: gone")


def test_nobody_there():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    asks, waits = client(f"http://127.0.0.1:{port}", retries=1)
    with pytest.raises(Fault, match="cannot be reached: Connection refused"):
        asks.version()
    assert waits == [0.5]


@pytest.mark.parametrize(
    "reply",
    [
        hang,
        trickle(b"HTTP/1.1 200 OK\r\nX: ", b"x"),
        trickle(b"HTTP/1.1 200 OK\r\n", b"A: b\r\n"),
        trickle(OK + b"Content-Length: 100000\r\n\r\n{", b" "),
        trickle(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n \r\n"),
        trickle(OK + b"\r\n", b" "),
    ],
)
def test_an_answer_has_to_be_there_in_time_from_its_first_byte_to_its_last(reply):
    with Stub(reply) as stub:
        asks, _ = client(stub.url, timeout=0.3)
        with pytest.raises(Fault, match="did not answer within 0.3 s"):
            asks.matches(TEXT)
        asks._own.connection._timeout = 20.0
        assert asks.matches(TEXT) == [MATCH]  # over a new connection
        assert stub.connections == 2


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"HTTP/1.1 20",
        OK,
        OK + b"Content-Length: 1000\r\n\r\n" + b'{"matches": [',
        OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\n{",
        OK + b"Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n",
        OK + b"Content-Length: 2\r\n" + b"X: " + b"x" * 70_000 + b"\r\n\r\n{}",
        OK + b"Content-Length: 0\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"\xff\xfe\r\n\r\n",
    ],
)
def test_a_broken_answer_is_asked_for_again(data):
    with Stub(cut(data), found(MATCH)) as stub:
        assert client(stub.url, retries=1)[0].matches(TEXT) == [MATCH]
    with Stub(cut(data)) as stub:
        assert "cannot be reached" in fault(stub)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (status(200, "<html>"), "is no LanguageTool"),
        (status(200, '{"matches": ['), "is no LanguageTool"),
        (status(200, "[" * 200_000), "is no LanguageTool"),
        (said([]), "is no LanguageTool"),
        (said({}), "has no matches"),
        (said({"matches": {}}), "has no matches"),
        (said({"matches": [], "warnings": {"incompleteResults": True}}), "ran out of time"),
    ],
)
def test_what_is_no_answer(answer, words):
    with Stub(answer) as stub:
        assert words in fault(stub, retries=3)
        assert len(stub.asked) == 1


def test_warnings_of_another_kind_are_nothing():
    with Stub(said({"matches": [], "warnings": {"incompleteResults": False}})) as stub:
        assert client(stub.url)[0].matches(TEXT) == []
    with Stub(said({"matches": [], "warnings": None})) as stub:
        assert client(stub.url)[0].matches(TEXT) == []


def test_an_answer_without_end_is_left(monkeypatch):
    monkeypatch.setattr(connection, "LARGEST", 1000)
    with Stub(status(200, " " * 1001)) as stub:
        assert fault(stub).endswith("its answer is too long")
    with Stub(status(200, " " * 985 + '{"matches": []}')) as stub:
        assert client(stub.url)[0].matches(TEXT) == []


@pytest.mark.parametrize(
    ("info", "version"),
    [
        ({"version": "6.8", "commit": "abc", "premium": True}, "6.8 (abc, premium)"),
        ({"version": "6.9-SNAPSHOT", "buildDate": "2026-05-05"}, "6.9-SNAPSHOT (2026-05-05)"),
        ({"version": 6}, None),
        ({}, None),
        ("6.8", None),
    ],
)
def test_a_server_says_what_it_is(info, version):
    with Stub(info=said({"software": info})) as stub:
        asks, _ = client(stub.url)
        if version:
            assert asks.version() == version
        else:
            with pytest.raises(Fault, match="is no LanguageTool"):
                asks.version()


@pytest.mark.parametrize(
    "url",
    [
        *("", "localhost:8081", "localhost", "ftp://localhost", "http://", "http:///v2"),
        *("http://localhost:99999", "http://localhost:x", "http://[::1", "file:///etc/passwd"),
        *("http://a..b", f"http://{'x' * 70}.org", "http://localhost/über", "http://h/a b"),
    ],
)
def test_what_is_no_url_is_quoted(url):
    with pytest.raises(Fault, match="is no URL") as raised:
        Client(Service(url))
    assert str(raised.value).startswith(repr(url))


def test_an_end_ends_what_is_asked_and_what_waits():
    with Stub(hang) as stub:
        asks = Client(Service(stub.url, timeout=600))
        said_last = []

        def ask():
            with pytest.raises(Fault):
                asks.matches(TEXT)
            said_last.append(True)

        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        assert stub.called.wait(SOON)
        asks.end()
        thread.join(SOON)
        assert said_last == [True]
        with pytest.raises(Fault, match="not asked any more"):
            asks.matches(TEXT)
        assert stub.asked == [TEXT]
    with Stub(status(429, "", "Retry-After: 600")) as stub:
        asks = Client(Service(stub.url, timeout=600, retries=5))
        said_last = []
        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        assert stub.called.wait(SOON)
        asks.end()
        thread.join(SOON)
        assert said_last == [True]
