"""A comment that is written for one finding suppresses it, and changes nothing else."""

import tomllib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

from mtcheck.errors import InputError
from mtcheck.formats.file import File
from mtcheck.formats.reading import documents
from mtcheck.gate.ignorelist import add_to_config
from mtcheck.gate.ignoring import meant, with_comment
from mtcheck.gate.result import Located
from opendocument import members, odt, p, packed
from suppressing import checked, settings
from test_epub import epub
from test_suppress_formats import PO, TMX, VTT, XLIFF, XLIFF2
from word import zipped

CROWN, LINE = "A new crown case.", "The middle line holds."


def keys(result):
    return Counter((f.finding.rule, f.shown, f.context) for f in result.found)


def read(name, data):
    [document] = documents(File(name, data))
    return document.text.split(), [block.kind for block in document.blocks]


def ignored(name, data, chosen, pick, reason="a ship"):
    """Ignore the finding that `pick` chooses and return the comment that was written; prove that
    the finding is gone and nothing else is different."""
    before = checked(name, data, chosen)
    located: Located = pick(before.found)
    written = with_comment(File(name, data), chosen, located, reason)
    assert written is not None
    after = checked(name, written.data, chosen)
    gone = keys(before) - keys(after)
    assert not keys(after) - keys(before)
    assert gone.total() == written.suppressed
    assert {rule for rule, _, _ in gone} == {located.finding.rule}
    assert (located.finding.rule, located.shown, located.context) in gone
    assert read(name, written.data) == read(name, data)
    assert {(each.by, each.reason) for each in after.suppressed} == {("comment", reason)}
    return written


WORDS = st.sampled_from(
    [CROWN, LINE, "A new *crown* case.", "It fell.", "The `x` rose.", "“A new\ncrown,” he said."]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=4)


def markdown(paragraphs):
    """Return a Markdown text: paragraphs, each (form, sentences, what stands between them)."""
    made = []
    for form, sentences, between in paragraphs:
        text = between.join(sentences)
        if form in ("# ", "| "):
            text = text.replace("\n", " ")
        elif form != "":
            text = text.replace("\n", "\n" + " >"[form == "> "] + " ")
        made.append(f"| a | b |\n|---|---|\n| {text} | c |" if form == "| " else form + text)
    return "\n\n".join(made)


def page(paragraphs):
    tags = {"": "p", "# ": "h2", "- ": "li", "> ": "blockquote", "| ": "td"}
    made = "\n".join(
        f"<{tags[form]}>{'<br>'.join([between.join(sentences)])}</{tags[form]}>"
        for form, sentences, between in paragraphs
    )
    return f"<html><body>\n{made}</body></html>"


PARAGRAPHS = st.lists(
    st.tuples(st.sampled_from(["", "# ", "- ", "> ", "| "]), SENTENCES, st.sampled_from([" ", "\n"])),
    min_size=1,
    max_size=4,
)  # fmt: skip


@pytest.fixture(scope="module")
def chosen(tmp_path_factory):
    return settings(tmp_path_factory.mktemp("rules"))


@profile(deadline=None)
@given(PARAGRAPHS, st.sampled_from([markdown, page]), st.booleans(), st.data())
def test_a_comment_suppresses_its_finding_and_nothing_else(chosen, paragraphs, form, crlf, data):
    text = form(paragraphs)
    text = text.replace("\n", "\r\n") if crlf else text
    name = "a.md" if form is markdown else "a.html"
    found = checked(name, text, chosen).found
    if not found:
        return
    ignored(
        name, text.encode(), chosen, lambda all_: all_[data.draw(st.integers(0, len(found) - 1))]
    )


@pytest.mark.parametrize(
    ("name", "text", "comment"),
    [
        ("a.md", f"Text.\n\n{CROWN}\n", "<!-- mtcheck: ignore-next-line zh/test/crown -- a ship -->"),
        ("a.md", f"- {CROWN}\n", "<!-- mtcheck: ignore-line zh/test/crown -- a ship -->"),
        ("a.md", f"{CROWN} A\n**new crown** `x\ny`.\n", "<!-- mtcheck: ignore-line zh/test/crown -- a ship -->"),
        ("a.html", f"<div>\n  <p>{CROWN}</p>", "<!-- mtcheck: ignore-next-line zh/test/crown -- a ship -->"),
        ("a.xlf", XLIFF.format("", "", ""), "<!-- mtcheck: ignore-next-line zh/test/crown \N{EM DASH} a ship -->"),
        ("a.xlf", XLIFF.format("", "", "").replace("\n<trans", "<trans"), "<!-- mtcheck: ignore-next-line zh/test/crown \N{EM DASH} a ship -->"),
        ("a.xlf", XLIFF2.format("", ""), "<!-- mtcheck: ignore-next-line zh/test/crown \N{EM DASH} a ship -->"),
        ("a.tmx", TMX.format("", "", ""), "<!-- mtcheck: ignore-next-line zh/test/crown \N{EM DASH} a ship -->"),
        ("a.po", PO.format("", "", ""), "# mtcheck: ignore-next-line zh/test/crown -- a ship"),
        ("a.po", f'msgid "x"\nmsgstr "{CROWN}"\n', "# mtcheck: ignore-next-line zh/test/crown -- a ship"),
        ("a.po", f'# a\n#~ msgid "old"\n# b\nmsgctxt "c"\nmsgid "x"\nmsgstr ""\n"{CROWN}"\nmsgid "y"\nmsgstr "{CROWN}"\n', "# mtcheck: ignore-next-line zh/test/crown -- a ship"),
        ("a.vtt", VTT.format("", "intro\n", ""), "NOTE mtcheck: ignore-next-line zh/test/crown -- a ship"),
        ("a.odt", odt(p(CROWN) + p("x") + p(CROWN)), "<office:annotation><text:p>mtcheck: ignore-line zh/test/crown -- a ship</text:p></office:annotation>"),
        ("a.epub", epub({"a.xhtml": f"<p>{CROWN}</p><p>{CROWN}</p>"}), "<!-- mtcheck: ignore-next-line zh/test/crown \N{EM DASH} a ship -->"),
    ],
)  # fmt: skip
def test_the_form_of_a_comment_is_that_of_its_format(chosen, name, text, comment):
    data = text if isinstance(text, bytes) else text.encode()
    for number in (0, -1):
        written = ignored(name, data, chosen, lambda found, at=number: found[at])
        if number == 0 or name != "a.md":
            assert written.comment == comment
    if name == "a.odt":
        assert written.line == 3


@pytest.mark.parametrize("name", ["a.html", "a.xlf"])
def test_a_reason_cannot_end_a_comment(chosen, name):
    text = f"<p>{CROWN}</p>" if name == "a.html" else XLIFF.format("", "", "")
    reason = "no --> end\n<b>--!>"
    found = checked(name, text, chosen).found
    written = with_comment(File(name, text.encode()), chosen, found[0], reason)
    assert "no \N{EM DASH}> end <b>\N{EM DASH}!>" in written.comment
    [suppressed] = checked(name, written.data, chosen).suppressed
    assert suppressed.reason == "no \N{EM DASH}> end <b>\N{EM DASH}!>"


def test_words_are_named_where_the_place_says_too_much(chosen):
    text = "<p>A new crown, a NEW CROWN and a (new “crown”) case.</p>"
    [first, *_] = checked("a.html", text, chosen).found
    pack_says_two = with_comment(File("a.html", text.encode()), chosen, first, "a")
    assert pack_says_two.suppressed == 2


def test_two_in_one_line_are_told_apart_by_their_words(tmp_path):
    pack = tmp_path / "zh" / "two.yaml"
    pack.parent.mkdir()
    pack.write_text(
        "about: Test.\nrules:\n  - id: crown\n    find: new (crown|king)\n    message: '{found} is wrong.'\n"
        "    severity: error\n    category: style\n    bad: ['A <new crown> case.', 'The <new king>.']\n"
        "    good: ['A crown.', 'A king.']\n"
    )
    chosen = settings(tmp_path / "other")
    chosen = chosen._replace(rules=chosen.rules._replace(packs=(str(tmp_path / "zh"),)))
    data = b'The new king had a new crown.\n\nA "new crown" again.\n'
    written = ignored("a.md", data, chosen, lambda found: found[1])
    assert '"new crown"' in written.comment
    assert written.suppressed == 1


def test_formats_without_comments_get_none(chosen):
    for name, text in (("a.txt", CROWN), ("a.srt", f"1\n00:00:01,000 --> 00:00:02,000\n{CROWN}\n")):
        [one] = checked(name, text, chosen).found
        assert with_comment(File(name, text.encode()), chosen, one, "a") is None
    # What a simple search does not find is not broken.
    parts = members(p(CROWN))
    parts["content.xml"] = parts["content.xml"].replace('office="urn:', 'office="urn&#58;')
    for odd in (odt(f'<text:p text:class-names="a>b">{CROWN}</text:p>'), packed(parts)):
        [one] = checked("a.odt", odd, chosen).found
        assert with_comment(File("a.odt", odd), chosen, one, "a") is None
    inside = zipped({"a.md": f"{CROWN}\n"})
    [one] = checked("archive", inside, chosen).found
    assert with_comment(File("archive", inside), chosen, one, "a") is None
    two = f'{{"text": "{CROWN}"}}\n' * 2
    one = meant(File("a.jsonl", two.encode()), chosen, 2, None, None)
    assert with_comment(File("a.jsonl", two.encode()), chosen, one, "a") is None


@pytest.mark.parametrize(
    ("line", "column", "rule", "wrong"),
    [
        (1, None, None, "a.md:1: there is no finding here; the nearest is in line 3"),
        (3, 1, None, "a.md:3:1: there is no finding here; the nearest is in line 3"),
        (3, None, None, "a.md:3: there are 2, say which one is meant: 3:3 zh/test/crown, 3:23 zh/test/line"),
        (5, None, "zh/test/line", "a.md:5: there is no finding of zh/test/line here; the nearest is in line 3"),
        (1, None, "mtcheck", "a.md:1: there is no finding of mtcheck here"),
        (1, None, "zhh", "there is no rule 'zhh'; did you mean 'zh'?"),
    ],
)  # fmt: skip
def test_which_finding_is_meant_has_to_be_clear(chosen, line, column, rule, wrong):
    file = File("a.md", f"Text.\n\n{CROWN} The middle line.\n\nA new\ncrown.\n".encode())
    with pytest.raises(Exception, match="there") as error:
        meant(file, chosen, line, column, rule)
    assert str(error.value) == wrong


def test_a_finding_is_named_by_line_column_or_rule(chosen):
    file = File("a.md", f"Text.\n\n{CROWN} The middle line.\n\nA new\ncrown.\n".encode())
    assert meant(file, chosen, 3, 5, None).finding.rule == "zh/test/crown"
    assert meant(file, chosen, 3, None, "zh/test/line").finding.rule == "zh/test/line"
    assert meant(file, chosen, 6, None, None).line == 5
    assert meant(File("a.odt", odt(p("x") + p(CROWN))), chosen, 2, 3, "zh").place.paragraph == 2


def test_an_entry_goes_behind_what_a_config_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mtcheck.toml").write_text('# ours\nprofile = "gate" # é', "utf-8")
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    path = add_to_config("a[1].txt", "zh/test/crown", 'the "new crown"\\', "a ship")
    assert path == str(tmp_path / "mtcheck.toml")
    text = (tmp_path / "mtcheck.toml").read_text("utf-8")
    assert text.startswith('# ours\nprofile = "gate" # é\n\n[[ignore]]\n')
    add_to_config("b.txt", "zh", "", "why")
    found = tomllib.loads((tmp_path / "mtcheck.toml").read_text("utf-8"))
    assert found == {
        "profile": "gate",
        "ignore": [
            {
                "paths": ["sub/a[[]1].txt"],
                "rule": "zh/test/crown",
                "text": 'the "new crown"\\',
                "reason": "a ship",
            },
            {"paths": ["sub/b.txt"], "rule": "zh", "reason": "why"},
        ],
    }


def test_a_config_that_has_no_room_stays_as_it_is(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mtcheck.toml").write_text('ignore = ["zh"]\r\n')
    with pytest.raises(InputError, match=r"add it yourself: \[\[ignore\]\] paths = "):
        add_to_config("a.txt", "zh", "", "why")
    assert (tmp_path / "mtcheck.toml").read_text() == 'ignore = ["zh"]\n'
