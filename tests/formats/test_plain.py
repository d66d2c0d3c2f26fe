"""Plain text: encodings, and which lines are what."""

import pytest

from mtcheck.errors import InputError
from mtcheck.formats.plain import read_bytes, read_text


def blocks(text):
    document = read_text(text)
    return [(b.kind, b.span.of(document.text)) for b in document.blocks]


PROSE = "It was a long day for all who had come to the harbour to see the ships."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("One line without a stop", [("paragraph", "One line without a stop")]),
        (f"A headline\n\n{PROSE}", [("title", "A headline"), ("paragraph", PROSE)]),
        (f"Will they come?\n{PROSE}", [("title", "Will they come?"), ("paragraph", PROSE)]),
        (f"{PROSE}\nWill they come?", [("paragraph", PROSE), ("paragraph", "Will they come?")]),
        (f"{PROSE}\n{PROSE}\n", [("paragraph", PROSE), ("paragraph", PROSE)]),
        (
            f"{PROSE}\r\n\r\nNext town\r\n{PROSE}",
            [("paragraph", PROSE), ("title", "Next town"), ("paragraph", PROSE)],
        ),
        (
            f"{PROSE}\n\n- one thing\n2. another",
            [("paragraph", PROSE), ("list-item", "- one thing"), ("list-item", "2. another")],
        ),
        (f"{PROSE}\n(Reuters)", [("paragraph", PROSE), ("caption", "(Reuters)")]),
        (
            "It was a long day for all who had come to the harbour\nto see the ships that were\nlate.\n\nThe end came.",
            [
                (
                    "paragraph",
                    "It was a long day for all who had come to the harbour\nto see the ships that were\nlate.",
                ),
                ("paragraph", "The end came."),
            ],
        ),
    ],
)
def test_blocks(text, expected):
    assert blocks(text) == expected


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("caf\xe9".encode(), "caf\xe9"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "\N{ZERO WIDTH NO-BREAK SPACE}caf\xe9"),
        ("caf\xe9".encode("utf-16"), "caf\xe9"),
        (b"a\r\nb\rc", "a\r\nb\rc"),
    ],
)
def test_bytes_are_decoded_and_nothing_changed(data, text):
    assert read_bytes(data, "x").raw == text


def test_a_byte_order_mark_is_not_read_but_counted():
    document = read_bytes(b"\xef\xbb\xbfHello there", "x")
    assert document.text == "Hello there"
    assert document.raw_span(document.blocks[0].span).start == 1


def test_other_encodings_are_guessed_and_said():
    data = "Le café était fermé à cette heure, où ça ? Déjà vu près de l'hôtel.".encode("cp1252")
    document = read_bytes(data, "x")
    assert document.raw == data.decode("cp1252")
    assert "byte 0xE9 at position 6 is no UTF-8; read as cp" in document.notes[0]


def test_a_declared_encoding_is_used():
    assert read_bytes(b"caf\xe9", "x", "latin-1").raw == "caf\xe9"


@pytest.mark.parametrize(
    ("data", "encoding", "says"),
    [
        (b"GIF89a\0\0", None, "x: this is a binary file"),
        (b"caf\xe9", "utf-8", "byte 0xE9 at position 3"),
        (b"cafe", "klingon", "no encoding 'klingon'"),
        (b"cafe", "undefined", "'undefined' cannot read it"),
    ],
)
def test_what_cannot_be_read(data, encoding, says):
    with pytest.raises(InputError, match=says):
        read_bytes(data, "x", encoding)
