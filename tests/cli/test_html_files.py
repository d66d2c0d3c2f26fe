"""Pages of HTML through check, report and apply."""

import json

import pytest

PAGE = """\
<!DOCTYPE html>
<html lang="zh"><head><title>t</title></head><body>
<nav><a href="/">New crown pneumonia</a></nav>
<main><h1>The visit</h1>
<p title="New crown pneumonia">The city reported two cases of new&nbsp;<b>crown</b> pneumonia on Friday &amp; Sunday.</p></main>
</body></html>
"""
FOUND = "new&nbsp;<b>crown</b> pneumonia"


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "visit.html"
    path.write_text(PAGE, "utf-8")
    return path


def findings(done):
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_check_says_where_it_stands_in_the_file(mtcheck, page):
    only = ("--only", "zh/pandemic", "--format", "jsonl")
    done = mtcheck("check", page, *only)
    assert done.returncode == 1
    [finding] = findings(done)
    assert (finding["text"], finding["line"], finding["column"]) == (FOUND, 5, 63)
    assert PAGE[finding["start"] : finding["end"]] == FOUND
    assert b"left out; --no-whole-page reads all" in done.stderr
    assert len(findings(mtcheck("check", page, *only, "--no-whole-page"))) == 2
    assert len(findings(mtcheck("check", page, *only, "--no-whole-page", "--attributes"))) == 3
    assert len(findings(mtcheck("check", "-", *only, stdin=PAGE.encode()))) == 1


def test_report_and_apply(mtcheck, page):
    assert mtcheck("report", page, "-o", page.parent / "out").returncode == 0
    report = (page.parent / "out" / "visit.html").read_text("utf-8")
    data = json.loads(report.partition('id="data">')[2].partition("</script>")[0])
    finding = next(f for f in data["findings"] if f["rule"].startswith("zh/pandemic/"))
    assert finding["raw"] == FOUND
    decided = {
        "mtcheck": 1,
        "file": "visit.html",
        "sha256": data["sha256"],
        "decisions": [
            {
                **{key: finding[key] for key in ("rule", "start", "end")},
                "text": FOUND,
                "action": "accept",
                "replacement": "COVID-19 “cases”",
            }
        ],
    }
    file = page.parent / "decisions.json"
    file.write_text(json.dumps(decided), "utf-8")
    done = mtcheck("apply", file, page)
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode() == PAGE.replace(FOUND, "COVID-19 “cases”<b></b>")
    outside = PAGE.index("New crown")
    decided["decisions"][0].update(
        start=outside, end=outside + len("New crown"), text="New crown", replacement="x"
    )
    file.write_text(json.dumps(decided), "utf-8")
    done = mtcheck("apply", file, page)
    assert done.returncode == 2
    assert b"is not among what is read of the article" in done.stderr
    done = mtcheck("apply", file, page, "--no-whole-page")
    assert done.stdout.decode() == PAGE.replace("New crown", "x", 1)
    done = mtcheck("check", page.parent / "out", "--format", "jsonl")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"a page that mtcheck wrote" in done.stderr
