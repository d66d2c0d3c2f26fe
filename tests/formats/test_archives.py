"""Archives are read as the folders they hold; what is in the way is said, and the rest still read."""

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conformance import positions_fit
from mtcheck.errors import InputError
from mtcheck.formats.file import File, Options
from mtcheck.formats.files import find_files
from mtcheck.formats.reading import documents, format_of
from mtcheck.formats.rewrite import rewritten
from mtcheck.formats.table import SUFFIXES
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span
from word import docx, p, r


def zipped(members):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            member = zipfile.ZipInfo(name)
            member.compress_type = zipfile.ZIP_DEFLATED
            if content is None:
                member.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(member, "target.txt" if content is None else content)
    return target.getvalue()


def tarred(members, mode="w"):
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=mode) as archive:
        for name, content in members:
            member = tarfile.TarInfo(name)
            data = content.encode() if isinstance(content, str) else content or b""
            member.size = len(data)
            if content is None:
                member.type, member.linkname = tarfile.SYMTYPE, "target.txt"
            archive.addfile(member, io.BytesIO(data))
    return target.getvalue()


BOTH = pytest.mark.parametrize(("name", "pack"), [("a.zip", zipped), ("a.tar", tarred)])


def read(name, data, **limits):
    """Return what is read, as (name, text), and the error at the end."""
    found = []
    try:
        for document in documents(File(name, data), Options(limits=limits)):
            positions_fit(document)
            found.append(document)
    except InputError as error:
        return [(d.name, d.text) for d in found], str(error)
    return [(d.name, d.text) for d in found], None


@BOTH
def test_members_are_those_of_a_folder_in_its_order(name, pack, tmp_path, monkeypatch):
    names = ["b.txt", "a/z.TXT", "./a/b/c.md", "a.txt", "a/x.png", ".git/d.txt", "a/.e.txt"]
    names += ["a/~$x.docx", "__MACOSX/._b.txt", "a-b.txt"]
    found, error = read(name, pack([(n, "x") for n in names]))
    for inside in names:
        path = tmp_path / inside
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    assert [n for n, _ in found] == [f"{name}/{n}" for n, _ in find_files(["."])]
    assert len(found) == 5
    assert error is None


@BOTH
def test_each_member_is_read_as_what_it_is(name, pack):
    word = docx(p(r("Typed by hand.")))
    members = [("a.docx", word), ("b.html", "<p>A &amp; b</p>"), ("c.jsonl", '{"text": "c"}\n' * 2)]
    found = list(documents(File(name, pack(members)), Options()))
    assert [(d.format, d.text, d.record) for d in found] == [
        *(("docx", "Typed by hand.", ""), ("html", "A & b", "")),
        *(("jsonl", "c", "1"), ("jsonl", "c", "2")),
    ]


@BOTH
@pytest.mark.parametrize(
    ("members", "says"),
    [
        ([("../e.txt", "e")], "../e.txt (its name leads out of the archive)"),
        ([("/e.txt", "e")], "/e.txt (its name leads out of the archive)"),
        ([("x/..\\..\\e.txt", "e")], "x/..\\..\\e.txt (its name leads out of the archive)"),
        ([("C:\\e.txt", "e")], "C:\\e.txt (its name leads out of the archive)"),
        ([("n.zip", "e")], "n.zip (it is an archive in an archive; unpack it)"),
        ([("n.tar.gz", "e")], "n.tar.gz (it is an archive in an archive; unpack it)"),
        ([("e.txt", "1"), ("./e.txt", "2")], "e.txt (there are several of this name)"),
        ([("e.json", "{")], "e.json (this is no JSON"),
        ([("e.txt", b"\0\0")], "e.txt (this is a binary file, not a text)"),
    ],
)
def test_what_is_in_the_way_is_said_and_the_rest_read(name, pack, members, says):
    found, error = read(name, pack([("a.txt", "a"), *members, ("z.txt", "z")]))
    assert [text for _, text in found] == ["a", "z"]
    assert error.startswith(f"{name}: 1 file in it is not read: {says}")


@BOTH
def test_many_faults_are_one_sentence(name, pack):
    found, error = read(name, pack([(f"{n}.zip", "x") for n in range(7)]))
    assert not found
    assert error.startswith(f"{name}: 7 files in it are not read: 0.zip (")
    assert error.endswith("4.zip (it is an archive in an archive; unpack it), and 2 more")


@BOTH
def test_links_are_said_with_the_first_document(name, pack):
    data = pack([("link.txt", None), ("a.txt", "a"), ("b.txt", "b")])
    one, two = documents(File(name, data))
    assert one.notes == (f"links in {name} are not followed: link.txt",)
    assert not two.notes


@BOTH
def test_an_archive_without_texts(name, pack):
    for members in ([], [("a.png", "x"), ("folder.txt/", "")]):
        kinds = ", ".join(sorted(SUFFIXES))
        assert read(name, pack(members)) == ([], f"{name}: no text in this archive ({kinds})")


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, bytes])
def test_packed_tar_archives_by_name_and_content(pack):
    data = pack(tarred([("b.txt", "b" * 9000), ("a.txt", "a")]))
    for name in ("a.tar.gz", "-"):
        found, error = read(name, data)
        assert ([text[:1] for _, text in found], error) == (["a", "b"], None)
    damaged = data[:-20] if pack is not bytes else data[:2000]
    assert read("a.tgz", damaged)[1].startswith("a.tgz: ")


@pytest.mark.parametrize("name", ["a.tar", "a.TAR.GZ", "a.tgz", "a.tar.bz2", "a.txz", "x.tar.xz"])
def test_suffixes_of_tar_archives(name):
    assert format_of(File(name, b"")) == "tar"


def test_what_is_no_archive():
    assert format_of(File("a.gz", b"")) == "text"
    assert format_of(File("a", zipped([("a.txt", "a")]))) == "zip"
    assert format_of(File("a", docx(""))) == "docx"
    for name in ("a.zip", "a.tar", "a.tgz"):
        assert read(name, b"nothing like it" * 100)[1].startswith(f"{name}: it is no ")
        assert read(name, b"")[1].startswith(f"{name}: it is no ")


def test_what_is_no_file_in_a_tar_archive():
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w") as archive:
        pipe = tarfile.TarInfo("pipe.txt")
        pipe.type = tarfile.FIFOTYPE
        archive.addfile(pipe)
        sparse = tarfile.TarInfo("sparse.txt")
        sparse.type = tarfile.GNUTYPE_SPARSE
        archive.addfile(sparse)
        archive.addfile(tarfile.TarInfo("a.txt"))
    found, error = read("a.tar", target.getvalue())
    assert found == [("a.tar/a.txt", "")]
    assert "sparse.txt (it is packed in a way that is not read)" in error


def test_bombs():
    whole = tarred([("a.txt", b" " * 30_000_000)])
    for data in (gzip.compress(whole), lzma.compress(whole)):
        assert (
            "unpacks to more than 200 times its size; see --limit ratio" in read("a.tgz", data)[1]
        )
        error = read("a.tgz", data, ratio=10**6, archive=20_000_000)[1]
        assert error == "a.tgz: it unpacks to more than 20,000,000 bytes; see --limit archive"
    data = zipped([("a.txt", b" " * 3_000_000), ("b.txt", "b")])
    found, error = read("a.zip", data)
    assert [text for _, text in found] == ["b"]
    assert "a.txt (unpacks to more than 200 times its size; see --limit ratio)" in error
    for name, pack in (("a.zip", zipped), ("a.tar", tarred)):
        data = pack([("a.txt", "x" * 300), ("b.txt", "y" * 300)])
        found, error = read(name, data, archive=500)
        assert len(found) == 1
        assert "b.txt (it unpacks to more than 500 bytes; see --limit archive)" in error


def test_an_encrypted_member_is_said():
    data = bytearray(zipped([("a.txt", "a"), ("b.txt", "b")]))
    data[data.index(b"PK\1\2") + 8] |= 1
    found, error = read("a.zip", bytes(data))
    assert found == [("a.zip/b.txt", "b")]
    assert (
        error
        == "a.zip: 1 file in it is not read: a.txt (it is encrypted; save it without a password)"
    )


def test_a_damaged_tar_archive_loses_nothing_in_silence():
    data = bytearray(tarred([("a.txt", "a"), ("b.txt", "b"), ("c.txt", "c")]))
    data[1024 + 150] ^= 1  # the second header's checksum
    found, error = read("a.tar", bytes(data))
    assert [text for _, text in found] == ["a"]
    assert error == "a.tar: from byte 1,024 on, it is damaged"
    cut = tarred([("a.txt", "a"), ("b.txt", "b" * 2000)])[:2400]
    found, error = read("a.tar", cut)
    assert [text for _, text in found] == ["a"]
    assert "1 file in it is not read: b.txt (it is damaged or cut off" in error
    assert read("a.tar", tarred([("a.txt", "a")])[:1024]) == ([("a.tar/a.txt", "a")], None)


# Writing


def edits(document):
    at = document.text.find("old")
    return [Edit(Span(at, at + 3), "new & <i>")] if at >= 0 else []


def test_only_members_with_edits_are_packed_anew():
    members = [("a.html", "<p>old</p>"), ("b/c.txt", "old"), ("d.txt", "kept"), ("x.bin", "old")]
    whole = zipped(members)
    [changed] = rewritten(File("a.zip", whole), edits)
    with zipfile.ZipFile(io.BytesIO(changed)) as found:
        assert {n: found.read(n) for n in found.namelist()} == {
            "a.html": b"<p>new &amp; &lt;i&gt;</p>",
            "b/c.txt": b"new & <i>",
            "d.txt": b"kept",
            "x.bin": b"old",
        }
    assert list(rewritten(File("a.zip", whole), lambda _: [])) == [whole]


def test_an_archive_with_faults_is_not_written():
    with pytest.raises(InputError, match=r"a.zip: 1 file in it is not read: b.json"):
        list(rewritten(File("a.zip", zipped([("a.txt", "old"), ("b.json", "{")])), edits))


def test_tar_archives_are_not_written():
    whole = tarred([("a.txt", "old")])
    with pytest.raises(InputError, match="a tar archive is not written; unpack it, and name the"):
        list(rewritten(File("a.tar", whole), edits))
    assert list(rewritten(File("a.tar", whole), lambda _: [])) == [whole]


def test_commands_take_archives(mtcheck, tmp_path):
    path = tmp_path / "in" / "news.zip"
    path.parent.mkdir()
    path.write_bytes(zipped([("b.txt", "Cases of new crown pneumonia rose ."), ("n.zip", "x")]))
    done = mtcheck("check", path.parent)
    assert done.returncode == 2
    assert b"in/news.zip/b.txt\n  1:10  error  new crown pneumonia" in done.stdout
    assert b"n.zip (it is an archive in an archive; unpack it)" in done.stderr
    path.write_bytes(zipped([("b.txt", "Cases rose .")]))
    assert mtcheck("normalize", "--in-place", path).returncode == 0
    assert zipfile.ZipFile(path).read("b.txt") == b"Cases rose."
    path.with_suffix(".tar").write_bytes(tarred([("b.txt", "Cases rose .")]))
    done = mtcheck("normalize", "--in-place", path.with_suffix(".tar"))
    assert done.returncode == 2
    assert b"a tar archive is not written" in done.stderr


# Laws

NAMES = st.lists(
    st.sampled_from(["a", "b", "é", ".", "..", ".c", "~$d", "x.txt", "y.md"]), max_size=4
)
MEMBERS = st.lists(
    st.tuples(
        st.builds(
            lambda folders, name: "/".join([*folders, name]),
            NAMES,
            st.sampled_from(["m.txt", "n.md", "o.srt", "p.png", ".q.txt"]),
        ),
        st.text("ab \n*.", max_size=20) | st.none(),
    ),
    max_size=5,
    unique_by=lambda member: member[0],
)


@given(members=MEMBERS)
def test_both_kinds_of_archives_say_the_same(members):
    one, other = read("a", zipped(members)), read("a", tarred(members))
    assert one == other
