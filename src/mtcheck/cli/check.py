"""`mtcheck check`: findings on standard output, the verdict as exit status."""

from __future__ import annotations

import click

from mtcheck.cli.configured import Configured, configured
from mtcheck.cli.fixing import Wish, fixing
from mtcheck.cli.inputs import READING
from mtcheck.cli.judging import JUDGING, RUNNING
from mtcheck.cli.options import CHOOSING, paths_or_config


@click.command("check")
@paths_or_config
@configured(CHOOSING, READING, JUDGING, RUNNING)
@click.option("--show-suppressed", is_flag=True, help="List what does not count as well, and why.")
@click.option(
    "-q", "--quiet", is_flag=True, help="Print findings, and what went wrong, but nothing else."
)
@fixing
def command(
    config: Configured, paths: tuple[str, ...], *, show_suppressed: bool, quiet: bool, wish: Wish
) -> int:
    """Check PATHS: files, folders, or - for standard input.

    Of a folder all files in a known format are read, hidden ones left out. Without PATHS, those of
    the config are checked.

    \b
    Exit status: 0 the gate lets all pass, 1 it does not, 2 something could not be read.
    """
    from mtcheck.cli.checking import check
    from mtcheck.cli.known import Known
    from mtcheck.cli.outputs import Outputs
    from mtcheck.gate.run import How

    config.checked()
    files = config.files(paths)
    written = Outputs(config, wish.main(paths), suppressed=show_suppressed, quiet=quiet)
    known = Known(config["baseline"], config["diff-base"])
    how = How(config["jobs"], config["cache"])
    if config["show-timing"]:
        from mtcheck.cli.timing import timed

        how = How(1, keep=False)  # what is kept takes no time, and others have clocks of their own
        written.add(timed(files, config))
    return check(files, config, written, known, how, wish, paths)
