"""Other people's checkers as further sources of findings."""
