"""The laws of normalization on the bench's 5,129 real documents, where the bench is at hand.

It lies beside the repository, not in it; without it there is nothing here to run.
"""

import gzip
import json
import unicodedata

from mtcheck.checker import check
from mtcheck.engine.packs import load
from mtcheck.formats.plain import read_text
from mtcheck.text.normal.changes import applied, changes, normalized
from mtcheck.text.normal.document import document_changes
from mtcheck.text.normal.table import DEFAULT
from repository import ROOT
from text.normal.test_laws import REWRITES, words

BENCH = sorted((ROOT.parent / "shared" / "bench").glob("dev*.jsonl.gz"))
NATIVE_SLIPS = {
    *("native-abc-rural/0170", "native-abc-rural/0261", "native-abc-rural/0292"),
    *("native-news21/abcnews.420117", "native-news21/standard.co.uk.57768"),
    *("native-news21/express.co.uk.44141", "native-news21/en.ndtv.com.75109"),
}
"""Original English that is changed, each read: a space before a stop or comma, two stops."""


SHARE = 5
"""Every so many documents are checked with all rules."""


def fixed(text, fixes):
    """A text after replacements, which are in order and apart."""
    at, out = 0, ""
    for span, new in fixes:
        out += text[at : span.start] + new
        at = span.end
    return out + text[at:]


def documents():
    for path in BENCH:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


if BENCH:

    def test_every_document_is_normalized_once_and_keeps_its_words():
        wrong = []
        for document in documents():
            text = document["text"]
            once = normalized(text)
            if normalized(once) != once or not unicodedata.is_normalized("NFC", once):
                wrong.append((document["id"], "not regular"))
            if once != text and words(normalized(text, DEFAULT - REWRITES)) != words(text):
                wrong.append((document["id"], "other words"))
        assert wrong == []

    def test_changes_of_every_document_are_apart():
        for document in documents():
            ends = 0
            for change in changes(document["text"]):
                assert change.span.start >= ends, document["id"]
                ends = change.span.end

    def test_check_reports_what_normalize_repairs_and_nothing_else():
        """Each edit is a finding of its own rule with a safe fix. Beside all other rules one may
        give way, to a finding that says more about the same characters."""
        everything = load([ROOT / "rules"])
        edits = {r.id: r.params["edit"] for r in everything.rules if r.kind == "normalization"}
        alone = everything.select(only=[rule for rule, edit in edits.items() if edit in DEFAULT])
        for number, document in enumerate(documents()):
            text = read_text(document["text"])
            made = document_changes(text)
            found = check(text, alone)
            assert [edits[f.rule] for f in found] == [c.edit for c in made], document["id"]
            fixes = [(f.span, f.replacements[0]) for f in found if f.safe_fix]
            assert fixed(text.raw, fixes) == applied(text.text, made), document["id"]
            if found and not number % SHARE:
                spans = [(f.rule, f.span) for f in check(text, everything)]
                for finding in found:
                    assert any(
                        (rule, span) == (finding.rule, finding.span) or span.overlaps(finding.span)
                        for rule, span in spans
                    ), (document["id"], finding)

    def test_clean_original_english_stays_as_it_is():
        native = [d for d in documents() if d["set"].startswith("native")]
        changed = {d["id"] for d in native if changes(d["text"])}
        assert len(native) == 399
        assert changed == NATIVE_SLIPS
