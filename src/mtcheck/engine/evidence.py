"""What was measured of a rule, as a generated file beside its pack says."""

from __future__ import annotations

from typing import NamedTuple


class Evidence(NamedTuple):
    """Counts from real translations that professionals annotated, and from original English.

    `documents`: source documents in which the rule fired. Of its findings on annotated machine
    translations, `rated` were looked at, in `marked` some rater saw an error (`chance`: the share
    that findings of these lengths, placed at random, would have); `rated_by_two` findings lie in
    documents with two raters or more, and in `agreed` of them two saw an error. Rates are findings
    per million words of original English, of human translation and of machine translation.
    """

    documents: int = 0
    rated: int = 0
    marked: int = 0
    chance: float | None = None
    rated_by_two: int = 0
    agreed: int = 0
    native_per_million: float = 0.0
    human_per_million: float = 0.0
    mt_per_million: float = 0.0

    def raters(self) -> str:
        """Return in words with how many findings professionals agreed."""
        if self.rated_by_two:
            return (
                f"two professional raters agreed with {self.agreed} of {self.rated_by_two} findings"
            )
        if self.rated:
            return f"a professional rater agreed with {self.marked} of {self.rated} findings"
        return "no finding lies in a translation that professionals rated"

    def in_words(self) -> str:
        """Return one sentence an editor can read."""
        if not self.documents:
            return "It found nothing in the texts that it was measured on."
        raters = self.raters()
        rate = f"{self.native_per_million:.1f}".removesuffix(".0")
        return (
            f"{raters[0].upper()}{raters[1:]}; it fires {rate} times per million words of "
            "original English."
        )
