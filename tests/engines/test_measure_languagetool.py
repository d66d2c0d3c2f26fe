"""The tool that decides which of LanguageTool's rules are kept, on a small bench."""

import importlib.util
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs

import pytest

from mtcheck.engines.languagetool.verdicts import Figures
from repository import ROOT

SPEC = importlib.util.spec_from_file_location(
    "measure_languagetool", ROOT / "tools" / "measure_languagetool.py"
)
tool = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(tool)

TEXT = "They is here 😀 and it is late.\nThe goverment fell."
DOCUMENTS = [
    *[(f"{i:02}.txt", "mt", "mqm", f"sys/{i}", [(0, 7), (0, 4)]) for i in range(8)],
    ("90.txt", "native", "news", "x/1", None),
    ("91.txt", "mt", "mqm21-zhen", "sys/1", [(0, 7), (0, 7)]),
]


@pytest.fixture
def bench(tmp_path):
    """A folder as `bench.py export` writes it."""
    with (tmp_path / "manifest.jsonl").open("w", encoding="utf-8") as manifest:
        for name, kind, set_, id_, marked in DOCUMENTS:
            row = {"file": name, "kind": kind, "set": set_, "id": id_, "text": TEXT}
            if marked:
                row["raters"] = 2
                row["spans"] = [
                    {"start": a, "end": b, "rater": r, "category": "x", "severity": "minor"}
                    for r, (a, b) in enumerate(marked)
                ]
            manifest.write(json.dumps(row) + "\n")
    return tmp_path


class Server(BaseHTTPRequestHandler):
    """Finds each "is", and "goverment", in UTF-16 units as LanguageTool counts."""

    asked = 0

    def do_POST(self):
        Server.asked += 1
        data = self.rfile.read(int(self.headers["Content-Length"])).decode()
        text = parse_qs(data)["text"][0]
        units = text.encode("utf-16-le")
        found = []
        for word, rule in (("is", "IS_UNSEEN"), ("goverment", "MORFOLOGIK_RULE_EN_US")):
            at = units.find(word.encode("utf-16-le"))
            while at >= 0:
                found.append(
                    {
                        "offset": at // 2,
                        "length": len(word),
                        "message": "So.",
                        "shortMessage": "",
                        "replacements": [{"value": "are" if word == "is" else "government"}],
                        "rule": {
                            "id": rule,
                            "issueType": "grammar",
                            "category": {"id": "GRAMMAR"},
                        },
                    }
                )
                at = units.find(word.encode("utf-16-le"), at + 2)
        answer = json.dumps({"matches": found}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


@pytest.fixture
def url():
    """The address of a server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_server_is_asked_once_about_each_paragraph(bench, url, tmp_path):
    out = tmp_path / "matches.jsonl"
    Server.asked = 0
    assert tool.main(["ask", str(bench), url, str(out)]) == 0
    matches = tool.read_matches(out)
    assert matches.keys() == {name for name, *_ in DOCUMENTS}
    words = [TEXT[m.start : m.end] for m in matches["00.txt"]]
    assert words == ["is", "is", "goverment"]
    assert Server.asked == 2
    before = out.read_bytes()
    tool.main(["ask", str(bench), url, str(out)])
    assert out.read_bytes() == before
    assert Server.asked == 2


@pytest.fixture
def matches(bench, url):
    """What the server says about the bench."""
    out = bench / "matches.jsonl"
    tool.ask(bench, url, out)
    return tool.read_matches(out)


def test_figures_are_counted_by_halves_without_the_unread_set(bench, matches):
    halves = tool.figures(bench, matches)
    rated = [halves[half].get("IS_UNSEEN", Figures()) for half in tool.HALVES]
    assert sum(row.rated for row in rated) == 16
    assert sum(row.seen for row in rated) == 2
    for row in rated:
        assert row.agreed == 0  # two raters marked "They" together, and only one " is"
        assert 0 < row.chance < row.rated


def test_the_table_and_the_page_are_written_and_what_is_by_hand_stays(
    bench, matches, tmp_path, monkeypatch
):
    monkeypatch.setattr(tool, "TABLE", tmp_path / "rules.tsv")
    monkeypatch.setattr(tool, "PAGE", tmp_path / "page.md")
    tool.PAGE.write_text(f"By hand.\n{tool.GENERATED}\nOld.\n", "utf-8")
    tool.main(["decide", str(bench), str(bench / "matches.jsonl")])
    rows = [line.split("\t") for line in tool.TABLE.read_text("utf-8").splitlines()]
    assert len({len(row) for row in rows}) == 1
    by_rule = {row[0]: row[1] for row in rows[1:]}
    assert by_rule.keys() == {"IS_UNSEEN", "MORFOLOGIK_RULE_EN_US"}
    assert by_rule["MORFOLOGIK_RULE_EN_US"] == "name"
    page = tool.PAGE.read_text("utf-8")
    assert page.startswith(f"By hand.\n{tool.GENERATED}\n\n## Kept\n")
    assert "Old." not in page
    assert "| MORFOLOGIK_RULE_EN_US |" in page


def test_findings_are_written_for_the_bench(bench, matches, tmp_path):
    ours = tmp_path / "ours.jsonl"
    own = {"file": "docs/00.txt", "start": 5, "end": 7, "rule": "a/b/c", "severity": "error"}
    ours.write_text(json.dumps({**own, "category": "grammar", "text": "is"}) + "\n", "utf-8")
    tool.main(["sieve", str(bench), str(bench / "matches.jsonl"), str(ours), str(tmp_path)])
    count = {
        name: len((tmp_path / f"{name}.jsonl").read_text("utf-8").splitlines())
        for name in ("languagetool", "sieved", "added", "both")
    }
    assert count == {"languagetool": 30, "sieved": 30, "added": 29, "both": 30}
    rows = [json.loads(line) for line in (tmp_path / "both.jsonl").open(encoding="utf-8")]
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in rows)


def test_other_words_print_how_it_is_used(capsys):
    assert tool.main([]) == 2
    assert "decide BENCH MATCHES" in capsys.readouterr().out
