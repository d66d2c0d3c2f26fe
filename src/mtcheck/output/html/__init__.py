"""Reports as HTML pages: one for each document, and an index of many."""

from mtcheck.output.html.index import IndexEntry, entry, render_index
from mtcheck.output.html.page import render_report

__all__ = ["IndexEntry", "entry", "render_index", "render_report"]
