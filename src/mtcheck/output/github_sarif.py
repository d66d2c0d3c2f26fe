"""SARIF as GitHub's code scanning wants it.

GitHub opens an alert for every result, whatever its suppressions say
(https://github.com/github/codeql-action/issues/1230), and refuses a place without a line
(https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#region-object).
"""

from __future__ import annotations

from mtcheck.output import sarif


class Writer(sarif.Writer):
    """Writes SARIF with what counts only; findings in a container stand in its first line."""

    suppressed = False
    line_in_containers = 1
