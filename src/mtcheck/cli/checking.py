"""A run of checks: what was found goes to the outputs, and the verdict becomes the exit status."""

from __future__ import annotations

from collections.abc import Sequence

from mtcheck.cli.configured import Configured
from mtcheck.cli.fixing import Wish
from mtcheck.cli.known import Known
from mtcheck.cli.main import USER_ERROR
from mtcheck.cli.outputs import Outputs
from mtcheck.cli.told import Told
from mtcheck.finding import Finding
from mtcheck.formats.files import Found
from mtcheck.gate.others import described
from mtcheck.gate.run import How
from mtcheck.gate.verdict import Verdict
from mtcheck.output import Ended


def check(
    files: Sequence[Found],
    config: Configured,
    outputs: Outputs,
    known: Known,
    how: How,
    wish: Wish,
    paths: Sequence[str] = (),
) -> int:
    """Check files and return the exit status; what cannot be read is said. `paths` are those that
    the command line names."""
    verdict = Verdict(config.limits())
    told = Told(
        files,
        lambda name: config.settings(name, reported=outputs.want_reports),
        how,
        known.over,
        quiet=outputs.quiet,
    )
    fixing = None
    if wish.any:
        from mtcheck.cli.fixrun import FixRun  # late: most runs only look

        fixing = FixRun(wish, outputs.shown, known, told.clear)
        told.over = fixing.over
    unused = None
    if config.config.own_ignores and not known.by_lines:
        from mtcheck.gate.unused import Unused

        unused = Unused(config.config, paths)
    others: dict[str, Finding] = {}
    for each in told:
        verdict.add(each, config.limits(each.file))
        others.update((f.rule, f) for f in each.findings if f.origin)
        outputs.result(each)
        if unused:
            unused.add(each, config.settings)
    if left := unused and unused.found(told.unread):
        verdict.add(left, config.limits(left.file))
        outputs.result(left)
    verdict.unread = len(told.unread)
    verdict.lacking = len(told.lacking)
    verdict.lacking_fails = config["languagetool-required"]
    if not outputs.quiet:
        known.end()
        if fixing:
            fixing.end()
    ended = Ended(told.unread, described(config.rules(), others.values()), verdict)
    outputs.end(ended)
    return USER_ERROR if fixing and fixing.failed else ended.status
