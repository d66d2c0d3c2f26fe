"""What a rule is, each kind of rule, and how all of them run over a document in one pass."""
