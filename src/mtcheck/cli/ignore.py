"""`mtcheck ignore`: a comment, or an entry of the config, that lets one finding pass."""

from __future__ import annotations

import re

import click

from mtcheck.cli.asking import ASKING
from mtcheck.cli.configured import Configured, configured
from mtcheck.cli.inputs import READING
from mtcheck.cli.options import CHOOSING

_PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d+)(?::(?P<column>\d+))?", re.DOTALL)


@click.command("ignore")
@click.argument("place")
@click.argument("rule", required=False)
@click.option("--reason", required=True, help="Why the finding is wrong, or may stay.")
@click.option("--in-config", is_flag=True, help="Add an entry to the config, and no comment.")
@configured(CHOOSING, READING, ASKING)
def command(config: Configured, place: str, rule: str | None, reason: str, in_config: bool) -> None:
    """Let the finding at PLACE pass: FILE:LINE or FILE:LINE:COLUMN, as `mtcheck check` says it.

    In a Word document, an OpenDocument text or a book the line is the number of the paragraph.
    RULE says which finding is meant where there are several.

    A comment is written into the file, in the form that its format has; where it has none, an entry
    is added to the nearest mtcheck.toml.
    """
    from pathlib import Path

    from mtcheck.errors import InputError
    from mtcheck.formats.file import File
    from mtcheck.formats.write import write_atomically
    from mtcheck.gate.asked import asked
    from mtcheck.gate.ignorelist import add_to_config
    from mtcheck.gate.ignoring import meant, with_comment
    from mtcheck.output import ignoring as show

    match = _PLACE.fullmatch(place)
    if match is None:
        raise InputError(f"{place}: name a place as FILE:LINE or FILE:LINE:COLUMN")
    if not reason.strip():
        raise InputError("--reason is empty; say why the finding may stay")
    file = File(match["file"])
    if file.name == "-":
        raise InputError("-: standard input cannot be changed; name a file")
    config.checked()
    settings = config.settings(file.name)
    line, column = int(match["line"]), int(match["column"] or 0) or None
    with asked(settings.languagetool) as other:
        located = meant(file, settings, line, column, rule, other)
        written = None if in_config else with_comment(file, settings, located, reason, other)
    if written is not None:
        write_atomically(Path(file.name), written.data)
        show.commented(file.name, written)
    else:
        finding = located.finding
        path = add_to_config(file.name, finding.rule, located.shown, reason)
        show.listed(path, file.name, located)
