"""`mtcheck check`: findings on standard output, the verdict as exit status."""

from __future__ import annotations

import click


@click.command("check")
@click.argument("paths", nargs=-1, required=True)
@click.option("--format", "form", default="text", help="text, json or jsonl.")
def command(paths: tuple[str, ...], form: str) -> int:
    """Check PATHS (files, folders, or - for standard input)."""
    from mtcheck.checker import check, shipped
    from mtcheck.formats.files import find_files, read_file
    from mtcheck.formats.plain import read_bytes
    from mtcheck.output import jsonl

    found = 0
    rules = shipped()
    for name in find_files(paths):
        if isinstance(name, Exception):
            raise name
        document = read_bytes(read_file(name), name)
        findings = check(document, rules)
        found += len(findings)
        jsonl.write(document, findings)
    return 1 if found else 0
