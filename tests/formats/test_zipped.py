"""Archives are read within limits and written with nothing else changed."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtcheck.errors import InputError
from mtcheck.formats.file import Options
from mtcheck.formats.zipped import Archive
from word import zipped


def archive(data, **limits):
    return Archive(data, "a.zip", Options(limits=limits))


class Pipe(io.BytesIO):
    """What cannot be gone back in: then sizes are written behind the members."""

    def seekable(self):
        return False

    def seek(self, *_):
        raise OSError

    def tell(self):
        raise OSError


def streamed(members):
    target = Pipe()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return target.getvalue()


NAMES = st.text(st.sampled_from("abé/."), min_size=1, max_size=6).filter(lambda n: n[-1] != "/")
MEMBERS = st.dictionaries(NAMES, st.binary(max_size=300), min_size=1, max_size=4).filter(
    lambda members: len({n.lstrip("/") for n in members}) == len(members)
)


@given(
    members=MEMBERS,
    make=st.sampled_from([zipped, lambda m: zipped(m, zipfile.ZIP_STORED), streamed]),
    before=st.binary(max_size=20),
    data=st.data(),
)
def test_members_are_read_and_replaced(members, make, before, data):
    whole = before + make(members)
    found = archive(whole)
    assert found.names == list(members)
    assert {name: found.read(name) for name in members} == members
    assert found.replaced({}) == whole
    new = data.draw(st.dictionaries(st.sampled_from(list(members)), st.binary(max_size=400)))
    changed = found.replaced(new)
    with zipfile.ZipFile(io.BytesIO(changed)) as other:
        assert other.testzip() is None
        assert {name: other.read(name) for name in other.namelist()} == members | new
        with zipfile.ZipFile(io.BytesIO(whole)) as first:
            for old, now in zip(first.infolist(), other.infolist(), strict=True):
                same = ("filename", "date_time", "compress_type", "comment", "extra", "flag_bits")
                same += ("create_system", "create_version", "extract_version", "external_attr")
                assert [getattr(old, n) for n in same] == [getattr(now, n) for n in same]
    again = archive(changed)
    for name in members:
        if name not in new:
            assert again.packed(name) == found.packed(name)
    assert again.replaced({n: members[n] for n in new}) == whole  # zlib is the same here


def test_names_are_found_as_programs_find_them():
    found = archive(zipped({"Word\\Document.xml": "x"}))
    assert found.read("/word/document.XML") == b"x"
    assert "word/document.xml" in found
    assert "other" not in found


def patched(data, at, new):
    return data[:at] + new + data[at + len(new) :]


PLAIN = zipped({"a": "text " * 50, "b": "more"})
ENTRY = PLAIN.index(b"PK\1\2")
END = PLAIN.index(b"PK\5\6")
LARGE = zipped({"a": b"\0" * 2_000_000})

BROKEN = {
    "nothing": (b"", "a.zip: it is no zip archive, or cut off"),
    "cut off": (PLAIN[:-1], "a.zip: it is no zip archive, or cut off"),
    "a directory that is elsewhere": (
        patched(PLAIN, END + 12, b"\xff\xff"),
        "directory is damaged",
    ),
    "more members than there are": (patched(PLAIN, END + 10, b"\3"), "directory is damaged"),
    "no entry": (patched(PLAIN, ENTRY, b"XX"), "directory is damaged"),
    "a number of ZIP64 that is nowhere": (
        patched(PLAIN, ENTRY + 20, b"\xff" * 4),
        "directory is damaged",
    ),
    "ZIP64 without its end": (patched(PLAIN, END + 12, b"\xff" * 8), "directory is damaged"),
    "encrypted": (patched(PLAIN, ENTRY + 8, b"\1"), "encrypted; save it without a password"),
    "packed otherwise": (patched(PLAIN, ENTRY + 10, b"\x0c"), "a is packed in a way"),
    "another name": (patched(PLAIN, 30, b"c"), "a is damaged"),
    "no header": (patched(PLAIN, 0, b"XX"), "a is damaged"),
    "a header behind the end": (patched(PLAIN, ENTRY + 42, b"\xff\xff"), "a is damaged"),
    "a wrong checksum": (patched(PLAIN, ENTRY + 16, b"\0\0"), "a is damaged"),
    "a larger size": (patched(PLAIN, ENTRY + 24, struct.pack("<I", 251)), "a is damaged"),
    "a smaller size": (patched(PLAIN, ENTRY + 24, struct.pack("<I", 249)), "a is damaged"),
    "damaged bytes": (patched(PLAIN, 32, b"\xff\xff\xff\xff"), "a is damaged"),
    "packed beyond the end": (patched(PLAIN, ENTRY + 20, b"\xff\xff"), "a is damaged"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_damaged(name):
    data, says = BROKEN[name]
    with pytest.raises(InputError, match=says):
        archive(data).read("a")


@pytest.fixture
def wide(monkeypatch):
    """An archive in which ZIP64 has every number of sizes and places."""
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 10)
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)
    return zipped({"a": "text " * 50, "b": "more"})


def test_zip64_is_read_and_not_written(wide):
    assert b"PK\6\6" in wide
    for data in (wide, b"before" + wide):
        found = archive(data)
        assert (found.read("a"), found.read("b")) == (b"text " * 50, b"more")
        assert found.replaced({}) == data
        with pytest.raises(InputError, match="a.zip: it is a ZIP64 archive, which is read but not"):
            found.replaced({"a": b""})


@given(data=st.data())
def test_damaged_zip64_is_read_or_refused(data):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(zipfile, "ZIP64_LIMIT", 10)
        patch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", 1)
        whole = zipped({"a": "text " * 50, "b": "more"})
    at = data.draw(st.integers(0, len(whole) - 1))
    broken = (
        whole[:at] + data.draw(st.binary(max_size=3)) + whole[at + data.draw(st.integers(0, 3)) :]
    )
    try:
        found = archive(broken)
        for name in found.names:
            found.read(name)
    except InputError as error:
        assert str(error).startswith("a.zip: ")


def test_a_zip64_end_that_is_not_needed(wide):
    end = PLAIN.index(b"PK\5\6")
    start, size = struct.unpack_from("<I", PLAIN, end + 16)[0], end - PLAIN.index(b"PK\1\2")
    record = struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, 2, 2, size, start)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, end, 1)
    assert archive(PLAIN[:end] + record + locator + PLAIN[end:]).read("b") == b"more"


def test_limits():
    with pytest.raises(InputError, match="a unpacks to more than 200 times its size"):
        archive(LARGE).read("a")
    assert len(archive(LARGE, ratio=2000).read("a")) == 2_000_000
    with pytest.raises(InputError, match="unpacks to more than 250 bytes; see --limit unpacked"):
        archive(zipped({"a": b"x" * 251}), unpacked=250).read("a")
    both = archive(PLAIN, unpacked=250)
    both.read("a")
    with pytest.raises(InputError, match="unpacks to more than 250 bytes"):
        both.read("b")


def test_a_lying_size_unpacks_no_more_than_it_says():
    data = patched(LARGE, LARGE.index(b"PK\1\2") + 24, struct.pack("<I", 10))
    with pytest.raises(InputError, match="a is damaged"):
        archive(data).read("a")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_refused():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("a", "1")
        made.writestr("A", "2")
        made.writestr("b", "3")
    found = archive(target.getvalue())
    assert found.read("b") == b"3"
    with pytest.raises(InputError, match="it has two members called a"):
        found.read("a")
    with pytest.raises(InputError, match="c is missing"):
        found.read("c")


def test_what_cannot_be_written_is_refused():
    odd = patched(PLAIN, 18, b"\xff\xff")  # the sizes of the header are not the directory's
    with pytest.raises(InputError, match="a is packed in a way that is not written"):
        archive(odd).replaced({"a": b""})
    whole = streamed({"a": b"x"})
    described = whole.index(b"PK\7\x08")
    with pytest.raises(InputError, match="a is packed in a way that is not written"):
        archive(patched(whole, described + 4, b"\0\0")).replaced({"a": b""})
