"""What holds of every writer, whatever it is given."""

import csv
import io
import json
import os
import re
import xml.etree.ElementTree as ET
from urllib.parse import unquote_to_bytes

import pytest

from mtcheck.output import FORMATS
from output_samples import Sample, made, written

NAMES = (
    *("nothing", "clean", "plain", "records", "container", "unread", "suppressed"),
    *("odd names", "controls", "many", "languagetool", "mixed"),
)
PRINTED = sorted(set(FORMATS) - {"html"})


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packs")
    return folder, dict(made(folder))


def test_the_samples_are_all_of_them(samples):
    assert tuple(samples[1]) == NAMES


@pytest.fixture
def output(samples, capfdbinary):
    folder, known = samples

    def write(name, form):
        written(known[name], folder, form, None)
        return capfdbinary.readouterr().out

    return write


def _suggested(severity):
    return {"info": "suggestion", "INFO": "suggestion", "note": "suggestion"}.get(
        severity, severity.lower()
    )


def _concise(text, sample):
    found = re.findall(r"(?m)^.*?:(\d+):(\d+): (\w+): .* \[(\S+)\]$", text)
    assert len(text.splitlines()) == sum(len(result.found) for result in sample.results)
    return [(int(line), int(column), severity, rule) for line, column, severity, rule in found]


def _json(text, _):
    rows = [row for file in json.loads(text)["files"] for row in file["findings"]]
    return [(r["line"], r["column"], r["severity"], r["rule"]) for r in rows if "place" not in r]


def _jsonl(text, _):
    rows = [json.loads(line) for line in text.split("\n") if line]
    return [(r["line"], r["column"], r["severity"], r["rule"]) for r in rows if "place" not in r]


def _csv(text, _):
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return [(int(r["line"]), int(r["column"]), r["severity"], r["rule"]) for r in rows if r["line"]]


def _sarif(text, _):
    found = []
    for each in json.loads(text)["runs"][0]["results"]:
        region = each["locations"][0]["physicalLocation"].get("region", {})
        if "startColumn" in region and not each.get("suppressions"):
            severity = _suggested(each["level"])
            found.append((region["startLine"], region["startColumn"], severity, each["ruleId"]))
    return found


def _checkstyle(text, _):
    return [
        (int(e.get("line")), int(e.get("column")), _suggested(e.get("severity")), rule)
        for e in ET.fromstring(text).iter("error")
        if e.get("line") and (rule := e.get("source").removeprefix("mtcheck."))
    ]


def _junit(text, _):
    return [
        (int(line), int(column), part.get("type"), rule)
        for case in ET.fromstring(text).iter("testcase")
        for part in case
        if part.tag in ("failure", "skipped") and part.get("type")
        for where, rule in [case.get("name").rsplit(" ", 1)]
        if "," not in where
        for line, column in [where.split(":")]
    ]


def _rdjson(text, _):
    return [
        (where["line"], None, _suggested(each["severity"]), each["code"]["value"])
        for each in json.loads(text)["diagnostics"]
        if (where := each["location"].get("range", {}).get("start"))
    ]


def _gitlab(text, _):
    severities = {"major": "error", "minor": "warning", "info": "suggestion"}
    return [
        (each["location"]["lines"]["begin"], None, severities[each["severity"]], each["check_name"])
        for each in json.loads(text)
        if each["check_name"] != "unread" and "paragraph" not in each["description"]
    ]


READERS = {
    "concise": _concise,
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "sarif": _sarif,
    "github-sarif": _sarif,
    "checkstyle": _checkstyle,
    "junit": _junit,
    "rdjson": _rdjson,
    "gitlab": _gitlab,
}


def findings(sample: Sample):
    return [
        (each.line, each.column, each.finding.severity, each.finding.rule)
        for result in sample.results
        for each in result.found
        if each.place is None
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", READERS)
def test_what_is_written_can_be_read_back(output, samples, form, name):
    sample = samples[1][name]
    read = READERS[form](output(name, form).decode(), sample)
    wanted = findings(sample)
    if form in ("rdjson", "gitlab"):  # columns in bytes; none
        wanted = [(line, None, *rest) for line, _, *rest in wanted]
    assert sorted(map(str, map(tuple, read))) == sorted(map(str, wanted))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", PRINTED)
def test_output_is_text_that_ends_its_lines_and_is_the_same_in_a_file(
    output, samples, tmp_path, form, name
):
    printed = output(name, form)
    assert printed.decode() == "" or printed.endswith(b"\n")
    assert os.getcwd() not in printed.decode()
    folder, known = samples
    written(known[name], folder, form, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == printed


@pytest.mark.parametrize("form", sorted({*PRINTED} - {"json", "jsonl"}))
def test_no_control_character_reaches_a_reader(output, form):
    for name in ("controls", "odd names", "unread"):
        assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", output(name, form))


@pytest.mark.parametrize("form", sorted({*PRINTED} - {"json", "jsonl"}))
def test_no_half_character_reaches_a_reader(output, form):
    text = output("odd names", form).decode()  # no byte that is no UTF-8
    assert r'"\udcff' not in text
    assert not re.search(r"(?<!\\)(\\\\)*\\ud[89a-f][0-9a-f]{2}", text) or form in ESCAPED


ESCAPED = {"concise", "text", "csv", "github", "checkstyle", "junit"}
"""The formats where a backslash is a backslash."""


@pytest.mark.parametrize("form", ["sarif", "github-sarif"])
def test_a_uri_is_the_bytes_of_its_path(output, samples, form):
    uris = {
        each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for each in json.loads(output("odd names", form))["runs"][0]["results"]
    }
    wanted = {
        os.path.normpath(each.file).encode(
            "utf-8", "surrogatepass" if "\ud800" in each.file else "surrogateescape"
        )
        for each in samples[1]["odd names"].results
    }
    assert {unquote_to_bytes(uri) for uri in uris} == wanted
    assert all(re.fullmatch(r"[\w./~%-]+", uri, re.ASCII) for uri in uris)
