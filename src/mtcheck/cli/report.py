"""`mtcheck report`: an annotated page for each article, and an index of many."""

from __future__ import annotations

from pathlib import Path

import click

from mtcheck.cli.asking import ASKING
from mtcheck.cli.configured import Configured, configured
from mtcheck.cli.inputs import READING
from mtcheck.cli.options import CHOOSING, paths_or_config


def _address(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Return an address that a page may link to: on the web, or relative."""
    if value and ":" in value.partition("/")[0] and not value.startswith(("https:", "http:")):
        raise click.BadParameter("expected https://…, http://… or a relative address")
    return value


@click.command("report")
@paths_or_config
@configured(CHOOSING, READING, ASKING)
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("reports"),
    show_default=True,
    help="Folder of the pages.",
)
@click.option(
    "--catalogue",
    metavar="URL",
    callback=_address,
    help="Page of all rules that findings link to; rules.html in the folder, if it is there.",
)
def command(config: Configured, paths: tuple[str, ...], folder: Path, catalogue: str | None) -> int:
    """Write an annotated HTML page for each of PATHS (files, folders, or -; without any, those of
    the config).

    Several inputs get an index.html as well. Standard output says where the pages are.
    """
    from mtcheck.cli.main import CLEAN, USER_ERROR
    from mtcheck.cli.told import Told
    from mtcheck.output import summary
    from mtcheck.output.html.write import Pages
    from mtcheck.report import Summary

    config.checked()
    results = Told(config.files(paths), lambda name: config.settings(name, reported=True))
    pages = Pages(folder, catalogue)
    total = Summary()
    report = None
    for result in results:
        report = result.report
        assert report is not None
        pages.add(report)
        total += Summary.of(report)
    written = pages.close()  # before anything is printed: the reader of a pipe may leave
    if report is not None and total.documents == 1:
        summary.one(report)
    elif report is not None:
        summary.many(total)
    summary.where(written)
    lacking = results.lacking and config["languagetool-required"]
    return USER_ERROR if results.unread or lacking else CLEAN
