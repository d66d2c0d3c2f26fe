"""Findings fixed: in which order, how often, and nothing beside them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtcheck.checker import shipped
from mtcheck.errors import InputError
from mtcheck.finding import Finding
from mtcheck.formats.file import File
from mtcheck.formats.rewrite import rewritten
from mtcheck.gate.checking import results
from mtcheck.gate.fixing import ROUNDS, Fixes, fixed
from mtcheck.gate.result import Located, Result, Suppressed
from mtcheck.gate.settings import RuleChoice, Settings
from mtcheck.normalize import KIND, Choice, Normalizer
from mtcheck.text.span import Span

SETTINGS = Settings()


def found(text, *patterns):
    """A result: each pattern is (what it finds, its replacement, severity, safe, rule)."""
    located = []
    for pattern, new, severity, safe, rule in patterns:
        for match in re.finditer(pattern, text):
            span = Span(*match.span())
            made = Finding(rule, span, severity, "style", "Wrong.", match[0], (new,), safe)
            located.append(
                Located(made, *span, 1, span.start + 1, 1, span.end + 1, match[0], match[0])
            )
    located.sort(key=lambda each: each.finding.span)
    return Result("a.txt", "", "text", tuple(located))


def a(pattern, new, severity="warning", safe=True, rule="x/y/z"):
    return pattern, new, severity, safe, rule


def run(text, *patterns, fixes=Fixes()):  # noqa: B008
    """Fix a plain text by patterns; returns what `fixed` does."""
    again = lambda data: [found(data.decode(), *patterns)]  # noqa: E731
    file = File("a.txt", text.encode())
    return fixed(file, [found(text, *patterns)], fixes, SETTINGS, again)


@pytest.mark.parametrize(
    ("patterns", "after", "count"),
    [
        ([a("two", "2")], "one 2 three four", 1),
        ([a("one", "1"), a("four", "4")], "1 two three 4", 2),
        ([a("two three", "x"), a("three four", "y")], "one x four", 1),  # the earlier
        ([a("two three", "x"), a("three four", "y", "error")], "one two y", 1),  # the severer
        ([a("two", "x"), a("two three", "y")], "one y four", 1),  # the longer
        ([a("two", "x"), a(" three", "y")], "one xy four", 2),  # they only touch
        ([a("(?<=two)(?!!)", "!")], "one two! three four", 1),
        ([a("(?<=two)(?!!)", "!"), a("two(?!!)", "2")], "one 2 three four", 1),
        ([a("one", "two"), a("two", "three")], "three three three four", 3),
        ([a("two ", "")], "one three four", 1),
    ],
)
def test_fixes(patterns, after, count):
    done = run("one two three four", *patterns)
    assert (done.data.decode(), done.fixed, done.endless) == (after, count, ())


def test_nothing_to_fix():
    for pattern in (a("two", "2"), a("one", "1", safe=False)):
        done = run("one", pattern)
        assert (done.data, done.fixed, done.stuck, done.endless) == (None, 0, 0, ())
    assert run("one", a("one", "one")).stuck == 1


def test_unsafe_fixes_are_of_what_is_shown():
    patterns = a("one", "1", "error", False), a("two", "2", "suggestion", False, "x/y/taste")
    assert run("one two", *patterns, fixes=Fixes(True, ("error",))).data == b"1 two"
    assert run("one two", *patterns, fixes=Fixes(True)).data == b"1 2"


def test_the_same_slip_as_a_suggestion_is_fixed_with_it():
    patterns = a("one", "1", "warning", False), a("two", "2", "suggestion", False)
    assert run("one two", *patterns, fixes=Fixes(True, ("error", "warning"))).data == b"1 2"


def test_what_undoes_itself_ends_and_is_said():
    done = run("one", a("one", "two"), a("two", "one", rule="x/y/other"))
    assert (done.data, done.fixed, done.endless) == (b"two", 1, ("x/y/other",))


def test_what_grows_for_ever_ends_and_is_said():
    done = run("one", a("one", "one one"))
    assert done.endless == ("x/y/z",)
    assert done.data.count(b"one") == 2**ROUNDS


def test_what_takes_all_rounds_is_no_failure():
    text = "x" * ROUNDS
    done = run(text, a("x(?=y*$)", "y"))
    assert (done.data.decode(), done.endless) == ("y" * ROUNDS, ())
    assert run(text + "x", a("x(?=y*$)", "y")).endless == ("x/y/z",)


def test_what_is_suppressed_is_not_fixed_in_later_rounds_either():
    text, patterns = "one two", (a("one", "1"), a("two", "2", rule="x/y/known"))
    whole = found(text, *patterns)
    left = whole._replace(
        found=whole.found[:1], suppressed=(Suppressed(whole.found[1], "baseline"),)
    )
    again = lambda data: [found(data.decode(), *patterns)]  # noqa: E731
    done = fixed(File("a.txt", text.encode()), [left], Fixes(), SETTINGS, again)
    assert done.data == b"1 two"


def test_what_is_suppressed_leaves_others_of_its_kind():
    whole = found("one one", a("one", "1"))
    known = Suppressed(whole.found[0], "baseline")
    left = whole._replace(found=whole.found[1:], suppressed=(known,))
    after = found("one 1", a("one", "1"))._replace(found=(), suppressed=(known,))
    file = File("a.txt", b"one one")
    assert fixed(file, [left], Fixes(), SETTINGS, lambda data: [after]).data == b"one 1"


def test_the_encoding_stays():
    patterns = a("apres", "apr\u00e8s"), a("--", "\N{EM DASH}")
    read = Settings(reading=SETTINGS.reading._replace(encoding="iso-8859-1"))
    text = "apres -- \u00e9t\u00e9"
    again = lambda data: [found(data.decode("iso-8859-1"), *patterns)]  # noqa: E731
    file = File("a.txt", text.encode("iso-8859-1"))
    done = fixed(file, [found(text, *patterns)], Fixes(), read, again)
    assert done.data.decode("iso-8859-1") == "apr\u00e8s -- \u00e9t\u00e9"
    assert (done.fixed, done.stuck) == (1, 1)


def test_lines_stay_where_lines_count():
    patterns = a("\n", " "), a("two", "2")
    assert run("one\ntwo", *patterns).data == b"one 2"
    assert run("one\ntwo", *patterns, fixes=Fixes(keep_lines=True)).data == b"one\n2"


@pytest.mark.parametrize("data", [b"two one", b""])
def test_a_file_that_has_changed_since_stays(data):
    with pytest.raises(InputError, match="changed while it was checked"):
        fixed(File("a.txt", data), [found("one two", a("one", "1"))], Fixes(), SETTINGS, list)


def test_a_file_that_has_more_documents_since_stays():
    rows = b'{"text": "one"}\n'
    file = File("a.jsonl", rows)
    [result] = results(file, SETTINGS)
    one = found('"one"', a("one", "1")).found[0]
    result = result._replace(found=(one,))
    with pytest.raises(InputError, match="changed while it was checked"):
        fixed(File("a.jsonl", rows * 2), [result], Fixes(), SETTINGS, list)


SLIPS = {
    "It rose in the the north.": "It rose in the north.",
    "The crew , who were tired , left.": "The crew, who were tired, left.",
    "The crew left ,and nobody knew.": "The crew left, and nobody knew.",
    "He saw an ship in the harbour.": "He saw a ship in the harbour.",
    "They did not knew the island.": "They did not know the island.",
    "It\N{ACUTE ACCENT}s a long way home.": "It's a long way home.",
    "It was the 22th of the month.": "It was the 22nd of the month.",
    "Nothing is wrong with  this line.": None,
    "The ferry sailed on Monday.": None,
    "  Two sailors (and a dog) stayed. ": None,
}


def checked(data, settings=SETTINGS, name="a.txt"):
    return list(results(File(name, data), settings))


def after_fixes(data, fixes=Fixes(), settings=SETTINGS, name="a.txt"):  # noqa: B008
    first = checked(data, settings, name)
    again = lambda new: checked(new, settings, name)  # noqa: E731
    return fixed(File(name, data), first, fixes, settings, again)


@pytest.mark.parametrize("slip", [slip for slip, right in SLIPS.items() if right])
def test_each_slip_of_these_tests_is_one(slip):
    assert after_fixes(slip.encode()).data.decode() == SLIPS[slip]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(sorted(SLIPS)), max_size=8), st.sampled_from(["\n\n", "\r\n\r\n"]))
def test_only_the_slips_change(lines, end):
    lines = [line.replace("  this", " this") for line in lines]
    expected = end.join(SLIPS.get(line) or line for line in lines)
    done = after_fixes(end.join(lines).encode())
    assert (done.data or end.join(lines).encode()).decode() == expected


WORDS = (
    "the the a an apple ship did went have go ; , . ... ?! !! 22th 1 000 8 % \" ' “ ” « » ( ) － ， "
    "。 It´s km² and and new crown pneumonia U. S. A. &amp; â€™s \N{ZERO WIDTH SPACE} Two Upholds"
)
SOUP = st.lists(st.sampled_from([*WORDS.split(" "), "\N{NO-BREAK SPACE}", " ", "\n"]), max_size=40)


@settings(max_examples=150, deadline=None)
@given(SOUP, st.sampled_from(["", " "]), st.booleans())
def test_nothing_is_left_to_fix_or_it_is_said(words, space, unsafe):
    data = space.join(words).encode()
    done = after_fixes(data, Fixes(unsafe))
    assert done.left == checked(data if done.data is None else done.data)
    left = sum(len(Fixes(unsafe).wanted(result)) for result in done.left)
    assert left == done.stuck or done.endless


NORMAL = [rule for rule in shipped().rules if rule.kind == KIND and rule.safe]
BY_RULES = Settings(RuleChoice(only=tuple(rule.id for rule in NORMAL)))
NORMALIZER = Normalizer(Choice(frozenset(rule.params["edit"] for rule in NORMAL)), shipped)


@settings(max_examples=150, deadline=None)
@given(SOUP, st.sampled_from(["", " "]))
def test_fixes_and_the_normalizer_agree(words, space):
    data = space.join(words).encode()
    normal = b"".join(rewritten(File("a.txt", data), NORMALIZER.edits))
    done = after_fixes(data, settings=BY_RULES)
    assert (data if done.data is None else done.data) == normal
