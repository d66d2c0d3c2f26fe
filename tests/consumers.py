"""Those that read what mtcheck writes: real programs and schemas, as `make test` installs them.

A test that needs one that is not there says so and skips.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent / "output" / "consumers"
_MICROSOFT = HERE / "node_modules" / "@microsoft"


def _there(path: Path) -> Path:
    if not path.exists():
        pytest.skip(f"{path.name} is not there: `make test` installs it (npm, go, pip)")
    return path


def complaints_of_json_schema(schema: dict[str, Any], value: Any) -> list[str]:
    """Return what a JSON Schema has against a value."""
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    kind = jsonschema.validators.validator_for(schema)
    checked = kind(schema, format_checker=jsonschema.FormatChecker())
    return [f"{each.json_path}: {each.message}" for each in checked.iter_errors(value)]


@cache
def sarif_schema() -> dict[str, Any]:
    """Return the schema of SARIF 2.1.0."""
    path = _there(_MICROSOFT / "jest-sarif" / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json")
    return json.loads(path.read_text("utf-8"))


def complaints_of_sarif_multitool(path: Path, rules: str = "Sarif") -> list[str]:
    """Return the identifiers of what Microsoft's validator has against a SARIF file."""
    tool = _there(_MICROSOFT / "sarif-multitool-linux" / "Sarif.Multitool")
    said = path.with_suffix(".validated")
    run = subprocess.run(
        [tool, "validate", path, "--rule-kind", rules, "--output", said],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.exists(), run.stdout + run.stderr
    results = json.loads(said.read_text("utf-8-sig"))["runs"][0]["results"]
    return [f"{each['ruleId']} {each['message']}" for each in results]


def reviewdog(form: str, data: bytes) -> list[dict[str, Any]]:
    """Return what reviewdog's parser of a format reads, as its diagnostics."""
    run = subprocess.run(
        [_there(HERE / "reviewdog" / "reviewdog"), form], input=data, capture_output=True
    )
    assert run.returncode == 0, run.stderr.decode()
    return [json.loads(line) for line in run.stdout.splitlines()]


def complaints_of_xmllint(data: bytes, schema: str | None = None) -> str:
    """Return what xmllint has against a file of XML; `schema` is the name of one that is there."""
    tool = shutil.which("xmllint")
    if tool is None:
        pytest.skip("xmllint is not installed: apt-get install libxml2-utils")
    more = ["--schema", str(_there(HERE / schema))] if schema else []
    run = subprocess.run(
        [tool, "--noout", "--nonet", *more, "-"], input=data, capture_output=True, check=False
    )
    return "" if run.returncode == 0 else run.stderr.decode()
