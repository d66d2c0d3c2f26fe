"""`python -m mtcheck` is the same as `mtcheck`."""

from mtcheck.cli.main import run

if __name__ == "__main__":
    run()
