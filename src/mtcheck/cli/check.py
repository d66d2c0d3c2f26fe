"""`mtcheck check`: findings on standard output, the verdict as exit status."""

from __future__ import annotations

import click

from mtcheck.cli.fixing import Wish, fixing
from mtcheck.cli.inputs import Read, reading
from mtcheck.cli.judging import judging
from mtcheck.cli.options import checked_choice, choosing
from mtcheck.finding import SEVERITIES
from mtcheck.gate.verdict import Limits
from mtcheck.output import FORMATS
from mtcheck.profile import PROFILES


@click.command("check")
@click.argument("paths", nargs=-1, required=True)
@choosing
@reading
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help="How findings are written to standard output; html: pages in the folder reports.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT:PATH",
    help="Write them in this format to this file (html: folder) as well; repeatable.",
)
@click.option(
    "--show",
    type=click.Choice(SEVERITIES),
    help="Lowest severity that is written; the profile's by default.",
)
@click.option("--show-suppressed", is_flag=True, help="List what does not count as well, and why.")
@judging
@fixing
@click.option(
    "--baseline",
    metavar="FILE",
    help="Findings in this file were there before and do not count; see `mtcheck baseline`.",
)
@click.option(
    "--diff-base",
    metavar="REVISION",
    help="Count only what stands in lines that changed since this revision of git.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="Share the work among N processes; as many as pay by default.",
)
@click.option("--no-cache", is_flag=True, help="Check again what was checked before.")
def command(
    read: Read,
    paths: tuple[str, ...],
    profile: str,
    source: str | None,
    form: str,
    outputs: tuple[str, ...],
    show: str | None,
    show_suppressed: bool,
    limits: Limits,
    wish: Wish,
    baseline: str | None,
    diff_base: str | None,
    jobs: int | None,
    no_cache: bool,
    **rules: tuple[str, ...],
) -> int:
    """Check PATHS: files, folders, or - for standard input.

    Of a folder all files in a known format are read, hidden ones left out.

    \b
    Exit status: 0 the gate lets all pass, 1 it does not, 2 something could not be read.
    """
    from mtcheck.cli.checking import Outputs, check
    from mtcheck.cli.known import Known
    from mtcheck.gate.run import How
    from mtcheck.gate.settings import RuleChoice, Settings

    chosen = PROFILES[profile]
    limits = limits._replace(fail_on=limits.fail_on or chosen.fail_on)
    main = wish.main(paths)
    written = Outputs(form, outputs, show or chosen.show, main, suppressed=show_suppressed)
    settings = Settings(
        rules=checked_choice(RuleChoice(**rules)),
        source=source or chosen.source,
        reading=read[0],
        form=read[1],
        measured=limits.need_measures,
        reported=written.want_reports,
    )
    known = Known(baseline, diff_base)
    return check(paths, settings, limits, written, known, How(jobs, not no_cache), wish)
