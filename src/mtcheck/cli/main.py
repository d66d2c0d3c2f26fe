"""The `mtcheck` command: its exit statuses, and the door through which it is entered and left."""

import sys

CLEAN, FOUND, USER_ERROR, BUG = 0, 1, 2, 3
INTERRUPTED = 130  # what shells call a process that Ctrl-C ended


def run() -> None:
    """Run the command line of this process and leave with its exit status."""
    try:
        # Everything else is imported here, where a Ctrl-C that comes as early ends us quietly.
        from mtcheck.cli.group import status

        ended = status(sys.argv[1:])
    except KeyboardInterrupt:
        ended = INTERRUPTED
    sys.exit(ended)
