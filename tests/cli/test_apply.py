"""`mtcheck apply`: what is written, where, and in which encoding."""

import io
import json
import zipfile

import pytest

from mtcheck.decisions import digest_of

RAW = "Cases of new crown pneumonia at the “caf\xe9”.\r\n"


@pytest.fixture
def decided(tmp_path):
    """Write an article in an encoding, and decisions about it; returns both paths."""

    def write(encoding, replacement):
        article, decisions = tmp_path / "a.txt", tmp_path / "d.json"
        article.write_bytes(RAW.encode(encoding))
        entry = {
            "rule": "x",
            "start": 9,
            "end": 28,
            "text": RAW[9:28],
            "action": "accept",
            "replacement": replacement,
        }
        tree = {"mtcheck": 1, "sha256": digest_of(RAW), "decisions": [entry]}
        decisions.write_text(json.dumps(tree), "utf-8-sig")
        return decisions, article

    return write


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp1252"])
def test_the_encoding_of_the_article_is_kept(mtcheck, decided, encoding):
    done = mtcheck("apply", *decided(encoding, "flu"), "--encoding", encoding)
    assert done.stdout.decode(encoding) == RAW.replace("new crown pneumonia", "flu")
    assert (done.returncode, done.stderr) == (0, b"")


def test_what_would_change_other_bytes_is_refused(mtcheck, decided):
    decisions, article = decided("utf-8", "flu")
    data = RAW.encode("utf-7").replace(b"caf", b"+AGMAYQBm-")
    article.write_bytes(data)
    done = mtcheck("apply", decisions, article, "--encoding", "utf-7", "-o", article)
    assert done.returncode == 2
    assert b"a.txt: writing it as utf-7 would change more than was decided" in done.stderr
    assert article.read_bytes() == data


def test_a_big_endian_file_stays_one(mtcheck, tmp_path):
    raw = "\N{ZERO WIDTH NO-BREAK SPACE}" + RAW
    (tmp_path / "a.txt").write_bytes(raw.encode("utf-16-be"))
    entry = {"rule": "x", "start": 10, "end": 29, "text": RAW[9:28], "action": "edit"}
    tree = {"mtcheck": 1, "sha256": digest_of(raw), "decisions": [entry | {"replacement": "flu"}]}
    (tmp_path / "d.json").write_text(json.dumps(tree))
    done = mtcheck("apply", tmp_path / "d.json", tmp_path / "a.txt")
    expected = raw.replace("new crown pneumonia", "flu").encode("utf-16-be")
    assert (done.stdout, done.stderr) == (expected, b"")


def test_what_does_not_fit_makes_it_utf8_and_is_said(mtcheck, decided):
    done = mtcheck("apply", *decided("cp1252", "\N{GRINNING FACE}"), "--encoding", "cp1252")
    assert done.stdout.decode() == RAW.replace("new crown pneumonia", "\N{GRINNING FACE}")
    assert b"a.txt: a replacement does not fit into cp1252; written as utf-8" in done.stderr


def test_an_assumed_encoding_is_said(mtcheck, decided):
    done = mtcheck("apply", *decided("cp1252", "flu"))
    assert b"is no UTF-8; read as" in done.stderr


def test_decisions_or_article_may_come_from_standard_input(mtcheck, decided):
    decisions, article = decided("utf-8", "flu")
    first = mtcheck("apply", "-", article, stdin=decisions.read_bytes())
    second = mtcheck("apply", decisions, "-", stdin=article.read_bytes())
    assert first.stdout == second.stdout
    assert b"flu" in first.stdout


def test_the_article_itself_can_be_replaced(mtcheck, decided):
    decisions, article = decided("utf-8", "flu")
    assert mtcheck("apply", decisions, article, "-o", article).returncode == 0
    assert b"flu" in article.read_bytes()
    assert mtcheck("apply", decisions, article, "-o", article).returncode == 2


def test_a_file_around_its_only_document_stays(mtcheck, decided, tmp_path):
    decisions, _ = decided("utf-8", "flu")
    feed = tmp_path / "a.rss"
    feed.write_text(f"<rss><item><title>{RAW.strip()}</title></item></rss>\n", "utf-8")
    raw = f"<item><title>{RAW.strip()}</title></item>"
    tree = json.loads(decisions.read_text("utf-8-sig"))
    tree["sha256"] = digest_of(raw)
    tree["decisions"][0] |= {"start": 9 + len("<item><title>"), "end": 28 + len("<item><title>")}
    decisions.write_text(json.dumps(tree))
    done = mtcheck("apply", decisions, feed)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == feed.read_text("utf-8").replace("new crown pneumonia", "flu")
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as target:
        target.write(feed, "in/a.rss")
    packed = mtcheck("apply", decisions, archive).stdout
    assert zipfile.ZipFile(io.BytesIO(packed)).read("in/a.rss") == done.stdout
