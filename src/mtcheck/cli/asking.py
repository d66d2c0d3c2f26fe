"""Options about the other checker that is asked."""

from __future__ import annotations

import click

from mtcheck.cli.options import Option

ASKING: dict[str, Option] = {
    "languagetool": click.option(
        "--languagetool",
        metavar="off|local|URL",
        help="Ask LanguageTool as well: one that is started for this run, or a server; off by "
        "default.",
    ),
    "languagetool-required": click.option(
        "--languagetool-required/--languagetool-optional",
        default=None,
        help="Whether a run that LanguageTool did not answer fails; it does not by default.",
    ),
    "languagetool-timeout": click.option(
        "--languagetool-timeout",
        type=click.FloatRange(min=0.1),
        metavar="SECONDS",
        help="How long one request to LanguageTool may take; 60 by default.",
    ),
    "languagetool-retries": click.option(
        "--languagetool-retries",
        type=click.IntRange(min=0),
        metavar="N",
        help="How often a request is made again when LanguageTool does not answer; 2 by default.",
    ),
}
"""Whether LanguageTool is asked, and how patiently."""
