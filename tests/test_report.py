"""The report: everything about one article, the committed sample, and sums over many."""

import subprocess
import sys
from fractions import Fraction
from functools import reduce

import pytest

from mtcheck.formats.plain import read_bytes, read_text
from mtcheck.report import Summary, make_report
from repository import ROOT

SAMPLE = ROOT / "examples" / "strait-visit.txt"

TEXT = """A day at the harbour

Sergei Holm met the OPEC board on March 3, 2021 and paid $3.5 million for 40% of it. "We are glad,"
he said. Sergey Holm left in 2022. The new crown pneumonia came.
"""


@pytest.fixture(scope="module")
def report():
    return make_report(read_text(TEXT, name="a.txt"))


def test_every_span_is_of_the_raw_text(report):
    for finding in report.findings:
        assert finding.span.of(TEXT) == finding.text
    for fact in report.facts.facts:
        for place in fact.places:
            assert " ".join(place.of(TEXT).split()) == fact.text
    for sentence in report.sentences:
        assert sentence.span.of(TEXT).strip() == sentence.span.of(TEXT)


def test_the_fact_sheet_lists_what_an_editor_checks(report):
    def texts(kind):
        return [fact.text for fact in report.facts.of(kind)]

    assert texts("date") == ["March 3, 2021", "2022"]
    assert texts("quotation") == ['"We are glad,"']
    assert "OPEC" in texts("acronym")
    assert texts("number") == ["$3.5 million", "40%"]
    (name,) = [f for f in report.facts.of("name") if f.text == "Sergei Holm"]
    assert name.variants == ("Sergey",)


def test_words_add_up(report):
    assert report.words == sum(s.words for s in report.sentences)
    assert report.words == sum(p.words for p in report.passages)
    assert report.quality.words == report.words


def test_rules_that_fired_are_explained(report):
    assert {f.rule for f in report.findings} == set(report.rules)


def test_an_empty_text_has_a_report():
    report = make_report(read_text(""))
    assert report.words == 0
    assert report.findings == ()
    assert all(score.value is None and score.why_none for score in report.readability)


def test_summaries_add_up_in_any_order():
    texts = [TEXT, SAMPLE.read_text("utf-8"), "", "Plain words."]
    parts = [Summary.of(make_report(read_text(t))) for t in texts]
    total = reduce(Summary.__add__, parts)
    assert total == parts[0] + (parts[1] + (parts[2] + parts[3]))
    assert total == reduce(Summary.__add__, reversed(parts))
    assert total.documents == 4
    assert total.words == sum(p.words for p in parts)


def test_the_committed_sample_is_what_the_code_makes():
    done = subprocess.run([sys.executable, ROOT / "tools" / "sample.py", "--check"], check=False)
    assert done.returncode == 0, "run `make sample` and look at what changed"


def test_the_sample_shows_every_kind_of_rule():
    from mtcheck.checker import shipped

    kinds = {rule.id: rule.kind for rule in shipped().rules}
    report = make_report(read_bytes(SAMPLE.read_bytes(), "x"))
    assert {kinds[f.rule] for f in report.findings} == set(kinds.values())


def test_pages_and_index_are_written(mtcheck, tmp_path):
    (tmp_path / "sub").mkdir()
    for place in (tmp_path / "a b.txt", tmp_path / "sub" / "a b.txt", tmp_path / "index.txt"):
        place.write_text(TEXT)
    out = tmp_path / "out"
    done = mtcheck("report", tmp_path, "-o", out)
    assert done.returncode == 0, done.stderr
    names = sorted(p.name for p in out.iterdir())
    assert names == ["a-b-2.html", "a-b.html", "index-2.html", "index.html"]
    assert b"3 texts" in done.stdout
    assert f"Open {out / 'index.html'}".encode() in done.stdout


def test_one_article_is_summed_up(mtcheck, tmp_path):
    (tmp_path / "a.txt").write_text("Cases of new crown pneumonia rose.")
    done = mtcheck("report", "a.txt", "missing.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == b"mtcheck: missing.txt: there is no such file or folder\n"
    first, *_, last = done.stdout.decode().splitlines()
    assert first.startswith("a.txt: too short. ")
    assert b"     1  Wrong term\n" in done.stdout
    assert last == "Open reports/a.html"


def test_nothing_to_report_writes_nothing(mtcheck, tmp_path):
    done = mtcheck("report", "missing.txt", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, b"")
    assert list(tmp_path.iterdir()) == []


def test_points_add_up_exactly_in_any_order():
    parts = [Summary(points=Fraction(n)) for n in (0.1, 0.2, 0.3, 1e16)]
    assert reduce(Summary.__add__, parts) == reduce(Summary.__add__, reversed(parts))


def test_decisions_are_applied(mtcheck, tmp_path):
    import json

    from mtcheck.decisions import digest_of

    article = tmp_path / "a.txt"
    article.write_bytes(TEXT.replace("\n", "\r\n").encode())
    raw = article.read_bytes().decode()
    at = raw.index("new crown pneumonia")
    entry = {"rule": "x", "start": at, "end": at + 19, "text": "new crown pneumonia"}
    tree = {
        "mtcheck": 1,
        "sha256": digest_of(raw),
        "decisions": [{**entry, "action": "edit", "replacement": "flu"}],
    }
    decided = tmp_path / "d.json"
    decided.write_text(json.dumps(tree))
    done = mtcheck("apply", decided, article)
    assert (done.returncode, done.stdout) == (0, raw.replace("new crown pneumonia", "flu").encode())
    out = tmp_path / "new" / "b.txt"
    assert mtcheck("apply", decided, article, "-o", out).returncode == 0
    assert out.read_bytes() == done.stdout
    article.write_text("Something else.")
    changed = mtcheck("apply", decided, article)
    assert changed.returncode == 2
    assert changed.stdout == b""
    assert b"not the one decided about" in changed.stderr


def test_a_folder_that_cannot_be_written(mtcheck, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "file").write_text("")
    done = mtcheck("report", tmp_path / "a.txt", "-o", tmp_path / "file" / "x")
    assert done.returncode == 2
    assert b"cannot be written" in done.stderr


def test_a_page_is_the_same_every_time():
    from mtcheck.output.html import render_report

    document = read_bytes(SAMPLE.read_bytes(), "x")
    assert render_report(make_report(document)) == render_report(make_report(document))


def test_a_long_file_name_has_a_page(mtcheck, tmp_path):
    (tmp_path / ("新" * 80 + ".txt")).write_text("Three plain words.")
    done = mtcheck("report", tmp_path, "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "out").iterdir())) == 1
