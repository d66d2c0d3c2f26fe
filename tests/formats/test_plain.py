"""Plain text: encodings, and which lines are what."""

import codecs
import encodings
import pkgutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        (
            codecs.BOM_UTF16_BE + "caf\xe9".encode("utf-16-be"),
            "\N{ZERO WIDTH NO-BREAK SPACE}caf\xe9",
        ),
        (
            codecs.BOM_UTF32_LE + "caf\xe9".encode("utf-32-le"),
            "\N{ZERO WIDTH NO-BREAK SPACE}caf\xe9",
        ),
        (b"a\r\nb\rc", "a\r\nb\rc"),
    ],
)
def test_bytes_are_decoded_and_nothing_changed(data, text):
    assert read_bytes(data, "x").raw == text


def test_a_byte_order_mark_is_not_read_but_counted():
    document = read_bytes(b"\xef\xbb\xbfHello there", "x")
    assert document.text == "Hello there"
    assert document.raw_span(document.blocks[0].span).start == 1


MARKS = {
    "utf-8-sig": codecs.BOM_UTF8,
    "utf-8": codecs.BOM_UTF8,
    "utf-16": codecs.BOM_UTF16_BE,
    "U16": codecs.BOM_UTF16_LE,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32": codecs.BOM_UTF32_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
}


@pytest.mark.parametrize("name", MARKS)
@pytest.mark.parametrize("declared", [True, False])
def test_the_byte_order_mark_is_written_again_and_no_byte_turned_round(name, declared):
    mark = MARKS[name]
    plain = {
        codecs.BOM_UTF8: "utf-8",
        codecs.BOM_UTF16_LE: "utf-16-le",
        codecs.BOM_UTF16_BE: "utf-16-be",
        codecs.BOM_UTF32_LE: "utf-32-le",
        codecs.BOM_UTF32_BE: "utf-32-be",
    }[mark]
    data = mark + "Cafés, 新 and \N{GRINNING FACE}.\r\n".encode(plain)
    document = read_bytes(data, "x", name if declared else None)
    assert document.text == "Cafés, 新 and \N{GRINNING FACE}.\r\n"
    assert document.encode(document.raw) == (data, plain)
    edited = document.raw.replace("新", "new")
    assert document.encode(edited)[0] == mark + edited[1:].encode(plain)


@pytest.mark.parametrize("name", ["utf-16", "utf-32", "utf-8-sig"])
def test_no_byte_order_mark_is_added(name):
    plain = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}[name]
    data = "Cafés.".encode(plain)
    document = read_bytes(data, "x", name)
    assert (document.raw, document.encode("Cafés.")[0]) == ("Cafés.", data)


def _encodings():
    """Every encoding of Python that makes text of bytes."""
    for module in pkgutil.iter_modules(encodings.__path__):
        try:
            "a".encode(module.name)
        except (LookupError, UnicodeError):  # not from text, not on this system; "undefined"
            continue
        yield codecs.lookup(module.name).name


# An escape character in the text itself switches the alphabets of ISO 2022.
TEXTS = st.text(max_size=40).filter(lambda text: "\x1b" not in text)


@given(TEXTS, st.sampled_from(sorted({*_encodings()})), st.booleans())
def test_what_is_read_and_not_edited_is_written_as_it_was(text, encoding, marked):
    try:
        data = ("\N{ZERO WIDTH NO-BREAK SPACE}" * marked + text).encode(encoding, "ignore")
        document = read_bytes(data, "x", encoding)
    except (UnicodeError, InputError):  # some leave nothing out; some then cannot read it
        return
    assert document.encode(document.raw)[0] == data


def test_other_encodings_are_guessed_and_said():
    data = "Le café était fermé à cette heure, où ça ? Déjà vu près de l'hôtel.".encode("cp1252")
    document = read_bytes(data, "x")
    assert document.raw == data.decode("cp1252")
    assert "byte 0xE9 at position 6 is no UTF-8; read as cp" in document.notes[0]


def test_a_declared_encoding_is_used():
    assert read_bytes(b"caf\xe9", "x", "latin-1").raw == "caf\xe9"


CHINESE = "我们的城市昨天举行了一次会议，讨论港口的计划，市长说春天以前不会有决定。"


def test_a_whole_text_in_another_encoding_is_evidence_enough():
    for encoding in ("gb18030", "big5"):
        data = CHINESE.encode(encoding, "ignore")
        assert read_bytes(data, "x").encoding == encoding


@pytest.mark.parametrize(
    "data",
    [
        b"He said it was \x93over\x94, and didn\x92t look back at the town.",
        b"It wasn\x92t him.",
        b"The town \x96 or what was left of it \x97 slept.",
        b"\x91No,\x92 said M\xfcller.",
    ],
)
def test_quotation_marks_of_windows_are_evidence(data):
    document = read_bytes(data, "x")
    assert document.encoding == "cp1252"
    assert document.notes


def test_what_else_speaks_against_windows_wins():
    russian = "«Мир» и ещё раз мир, сказал он. Didn’t he? Завод закрыт до весны."
    assert read_bytes(russian.encode("cp1251"), "x").raw == russian
    spanish = "El niño de Cádiz volvió en otoño con su tía a la montaña más próxima."
    assert read_bytes(spanish.encode("mac_roman"), "x").encoding == "mac_roman"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"Good \xe9 day.", id="one byte"),
        pytest.param(b"The caf\xe9 was na\xefve.", id="two bytes"),
        pytest.param(b"x" * 200_000 + b"\xd5", id="one byte in a long text"),
        pytest.param(
            "“Café,” “naïve” – 新冠 ‘’".encode() + b" and \xe2\x80, \xe2\x80", id="damaged UTF-8"
        ),
    ],
)
def test_no_encoding_is_guessed_from_next_to_nothing(data):
    at = len(data.decode("utf-8", "replace").partition("\N{REPLACEMENT CHARACTER}")[0].encode())
    says = rf"^x: byte 0x{data[at]:02X} at position {at} is no UTF-8, and .*declare it with --encoding$"
    with pytest.raises(InputError, match=says):
        read_bytes(data, "x")
    assert read_bytes(data, "x", "latin-1").raw == data.decode("latin-1")


@pytest.mark.parametrize(
    ("data", "encoding", "says"),
    [
        (b"GIF89a\0\0", None, "x: this is a binary file"),
        (b"caf\xe9", "utf-8", "byte 0xE9 at position 3"),
        (b"cafe", "klingon", "no encoding 'klingon'"),
        (b"", "klingon", "no encoding 'klingon'"),
        (b"cafe", "hex", "no encoding 'hex'"),
        (b"cafe", "", "no encoding ''"),
        (b"cafe", "a\0b", "no encoding"),
        (b"cafe", "undefined", "'undefined' cannot read it"),
        (
            codecs.BOM_UTF16_LE + b"a",
            None,
            "byte 0x61 at position 2 is no utf-16-le; declare another",
        ),
        (codecs.BOM_UTF16_LE + b"a", "utf-16", "byte 0x61 at position 2 is no utf-16; declare"),
    ],
)
def test_what_cannot_be_read(data, encoding, says):
    with pytest.raises(InputError, match=says):
        read_bytes(data, "x", encoding)
