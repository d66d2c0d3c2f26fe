"""Every reader keeps the laws of `conformance.py`, on its samples and on damaged ones."""

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conformance import (
    BLOCKS,
    NOT_WRITTEN,
    SAMPLES,
    bytes_of,
    listing,
    one_word_changes,
    options_of,
    positions_fit,
    read_all,
    samples,
    unchanged_without_edits,
    words_of,
)
from mtcheck.checker import check
from mtcheck.errors import InputError
from mtcheck.formats.file import File
from mtcheck.formats.rewrite import rewritten
from mtcheck.formats.table import FORMATS
from mtcheck.text.offsets import Edit
from mtcheck.text.span import Span

ALL = samples()
each = pytest.mark.parametrize("sample", ALL, ids=lambda p: f"{p.parent.name}/{p.name}")


@cache
def documents(sample):
    return read_all(sample.name, bytes_of(sample), options_of(sample), sample.parent.name)


def test_every_format_has_samples_and_every_sample_a_format():
    assert {sample.parent.name for sample in ALL} == set(FORMATS)
    files = [path.relative_to(SAMPLES) for path in SAMPLES.rglob("*") if path.is_file()]
    assert {path.parts[0] for path in files} == set(FORMATS)


@each
def test_what_is_read_is_what_was_read(sample):
    expected = sample.with_name(sample.name + BLOCKS).read_text("utf-8")
    assert listing(documents(sample)) == expected


@each
def test_positions_fit(sample):
    for document in documents(sample):
        positions_fit(document)
        form = sample.parent.name
        assert FORMATS[form].is_folder or document.format == form


@each
def test_nothing_changes_without_edits(sample):
    unchanged_without_edits(bytes_of(sample), options_of(sample), sample.parent.name)


@each
def test_a_changed_word_changes_nothing_else(sample):
    data, options, form = bytes_of(sample), options_of(sample), sample.parent.name
    if form in NOT_WRITTEN:
        with pytest.raises(InputError, match="not written"):
            list(rewritten(File("x", data), lambda _: [Edit(Span(0, 1), "X")], options, form))
        return
    for number, document in enumerate(documents(sample)):
        for word in words_of(document):
            one_word_changes(data, options, form, which=number, word=word, name=sample.name)


@each
def test_what_is_found_stands_where_it_says(sample):
    for document in documents(sample):
        for finding in check(document):
            assert finding.span.of(document.raw) == finding.text
            assert document.raw_span(document.offsets.to_new(finding.span)) == finding.span


@each
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(sample, data):
    options, form = options_of(sample), sample.parent.name
    whole = bytes_of(sample)
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(whole)))
        end = data.draw(st.integers(start, min(len(whole), start + 40)))
        copied = data.draw(st.integers(0, len(whole)))
        put = data.draw(
            st.one_of(st.binary(max_size=4), st.just(b"\0"), st.just(whole[copied : copied + 30]))
        )
        whole = whole[:start] + put + whole[end:]
    try:
        found = read_all(sample.name, whole, options, form)
    except InputError as error:
        assert str(error).startswith(sample.name)
        return
    for document in found:
        positions_fit(document)
    unchanged_without_edits(whole, options, form, sample.name)
