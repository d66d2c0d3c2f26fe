"""Analyses of a document that kinds of rules share; each runs once a view (`View.once`)."""
