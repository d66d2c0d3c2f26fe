"""What a text is normalized to: small repairs of its characters that leave its words alone.

A topic a module. Each brings repairs: where to look for a slip, and how to set it right there.
`scan` looks for the places of all of them in one pass, `changes` repeats that until nothing is left
to repair, so that what it gives needs no second normalization.
"""
