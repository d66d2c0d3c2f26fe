"""What is written is valid for those that read it: schemas, and programs that people use."""

import json

import pytest

from consumers import (
    HERE,
    complaints_of_json_schema,
    complaints_of_sarif_multitool,
    complaints_of_xmllint,
    reviewdog,
    sarif_schema,
)
from output_samples import TEXT, made, written
from test_every_writer import NAMES


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packs")
    return folder, dict(made(folder))


@pytest.fixture
def output(samples, tmp_path):
    folder, known = samples

    def write(name, form):
        written(known[name], folder, form, tmp_path / "out")
        return (tmp_path / "out").read_bytes()

    return write


def found(samples, name):
    return [each for result in samples[1][name].results for each in result.found]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["sarif", "github-sarif"])
def test_sarif_fits_its_schema(output, form, name):
    assert complaints_of_json_schema(sarif_schema(), json.loads(output(name, form))) == []


# What it asks for and there is not: a page about mtcheck, and a line in a container
# (https://github.com/microsoft/sarif-sdk/issues/2909).
NO_PAGE, NO_LINE = "SARIF2005", "SARIF2017"


@pytest.mark.parametrize(("form", "rules"), [("sarif", "Sarif"), ("github-sarif", "Sarif;Ghas")])
def test_microsofts_validator_has_nothing_against_sarif(samples, tmp_path, form, rules):
    folder, known = samples
    for name in ("nothing", "records", "mixed", "controls", "odd names"):
        path = tmp_path / f"{name}.sarif"
        written(known[name], folder, form, path)
        complaints = complaints_of_sarif_multitool(path, rules)
        known_ones = {NO_PAGE} if form == "github-sarif" else {NO_PAGE, NO_LINE}
        assert [each for each in complaints if each.split()[0] not in known_ones] == []


def test_a_broken_sarif_is_noticed(tmp_path):
    broken = {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{}]}]}
    assert complaints_of_json_schema(sarif_schema(), broken)
    (tmp_path / "broken.sarif").write_text(json.dumps(broken))
    assert complaints_of_sarif_multitool(tmp_path / "broken.sarif")


@pytest.mark.parametrize("name", NAMES)
def test_gitlab_fits_what_gitlab_documents(output, name):
    issues = json.loads(output(name, "gitlab"))
    schema = json.loads((HERE / "gitlab-code-quality.schema.json").read_text("utf-8"))
    assert complaints_of_json_schema(schema, issues) == []
    fingerprints = [each["fingerprint"] for each in issues]
    assert len(set(fingerprints)) == len(fingerprints)


@pytest.mark.parametrize("name", NAMES)
def test_junit_fits_the_schema_of_jenkins(output, name):
    assert complaints_of_xmllint(output(name, "junit"), "junit-10.xsd") == ""


@pytest.mark.parametrize("name", NAMES)
def test_checkstyle_is_well_formed(output, name):
    assert complaints_of_xmllint(output(name, "checkstyle")) == ""


def test_xmllint_notices_what_is_broken():
    assert complaints_of_xmllint(b"<a>\x08</a>")
    assert complaints_of_xmllint(b'<testsuites><testsuite name="x"/></testsuites>', "junit-10.xsd")


SEVERITIES = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["rdjson", "checkstyle", "sarif"])
def test_reviewdog_reads_every_finding(output, samples, form, name):
    read = [each for each in reviewdog(form, output(name, form)) if "code" in each]
    wanted = found(samples, name)
    if form == "sarif":
        wanted += [
            each.located
            for result in samples[1][name].results
            for each in result.suppressed
            if each.by != "diff"
        ]
        wanted = [each for each in wanted if not each.place]  # it leaves out what has no line
    assert sorted((each["severity"], _line(each)) for each in read if _rule(each)) == sorted(
        (SEVERITIES[each.finding.severity], 0 if each.place else each.line) for each in wanted
    )


def _rule(diagnostic):
    return diagnostic["code"]["value"] != "mtcheck"


def _line(diagnostic):
    return diagnostic["location"].get("range", {}).get("start", {}).get("line", 0)


def test_reviewdog_writes_the_suggestions_where_they_belong(output, samples):
    """Its columns are bytes: cut there, the line of the file says what was found."""
    [result] = samples[1]["plain"].results
    lines = TEXT.encode().splitlines(keepends=True)
    for each in reviewdog("rdjson", output("plain", "rdjson")):
        where = each["location"]["range"]
        start, end = where["start"], where["end"]
        if start["line"] == end["line"]:
            cut = lines[start["line"] - 1][start["column"] - 1 : end["column"] - 1]
        else:
            cut = (
                lines[start["line"] - 1][start["column"] - 1 :]
                + lines[end["line"] - 1][: end["column"] - 1]
            )
        assert cut.decode() in {located.finding.text for located in result.found}
        for suggestion in each.get("suggestions", ()):
            assert suggestion["range"] == where
            assert suggestion.get("text", "") in ("COVID-19", "")
    assert (
        sum(
            bool(each.get("suggestions")) for each in reviewdog("rdjson", output("plain", "rdjson"))
        )
        == 3
    )
