"""`mtcheck normalize`: what is shown, what is written, and nothing else."""

import json

import pytest

from mtcheck.gate.config.files import NAME

SLIPS = "The crew , tired ,left.\r\nIt\N{ACUTE ACCENT}s 8 % of it.\r\n"
CLEAN = "The crew, tired, left.\r\nIt's 8% of it.\r\n"


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(SLIPS.encode())
    return path


def test_the_text_goes_to_standard_output(mtcheck, article):
    done = mtcheck("normalize", article)
    assert (done.stdout.decode(), done.stderr, done.returncode) == (CLEAN, b"", 0)
    assert article.read_bytes() == SLIPS.encode()


def test_standard_input_is_read(mtcheck):
    done = mtcheck("normalize", "-", stdin=SLIPS.encode())
    assert (done.stdout.decode(), done.returncode) == (CLEAN, 0)


def test_check_says_how_much_and_by_its_status(mtcheck, article, tmp_path):
    done = mtcheck("normalize", "--check", article)
    assert (done.stdout.decode(), done.returncode) == (f"{article}: 4 edits\n", 1)
    (tmp_path / "b.txt").write_bytes(CLEAN.encode())
    done = mtcheck("normalize", "--check", tmp_path / "b.txt")
    assert (done.stdout, done.returncode) == (b"", 0)


def test_the_diff_is_one_that_patch_understands(mtcheck, article):
    done = mtcheck("normalize", "--diff", article.name, cwd=article.parent)
    assert done.stdout.decode().split("\n") == [
        "--- a.txt",
        "+++ a.txt\tnormalized",
        "@@ -1,2 +1,2 @@",
        "-The crew , tired ,left.\r",
        "-It\N{ACUTE ACCENT}s 8 % of it.\r",
        "+The crew, tired, left.\r",
        "+It's 8% of it.\r",
        "",
    ]
    assert done.returncode == 0


def test_the_last_line_may_have_no_end(mtcheck, tmp_path):
    (tmp_path / "a.txt").write_text("So ,\nno ,")
    out = mtcheck("normalize", "--diff", "a.txt", cwd=tmp_path).stdout.decode()
    assert out.endswith(
        "-So ,\n-no ,\n\\ No newline at end of file\n+So,\n+no,\n\\ No newline at end of file\n"
    )


def test_each_edit_is_explained(mtcheck, article):
    done = mtcheck("normalize", "--explain", article.name, cwd=article.parent)
    lines = done.stdout.decode().splitlines()
    assert lines[0] == "a.txt"
    assert lines[1] == "  1:9  crew , \N{RIGHTWARDS ARROW} crew,  any/spacing/before-punctuation"
    assert "There is a space before the mark" in lines[2]
    assert len(lines) == 9


def test_json_gives_every_edit_with_its_place_in_the_file(mtcheck, article):
    done = mtcheck("normalize", "--format", "json", article, article.parent / "no.txt")
    tree = json.loads(done.stdout)
    assert done.returncode == 2
    assert [row["file"] for row in tree["unread"]] == [str(article.parent / "no.txt")]
    text = SLIPS
    for row in reversed(tree["edits"]):
        assert SLIPS[row["start"] : row["end"]] == row["text"]
        text = text[: row["start"]] + row["replacement"] + text[row["end"] :]
    assert text == CLEAN
    assert {row["rule"] for row in tree["edits"]} >= {"any/spacing/percent"}
    done = mtcheck("normalize", "--format", "json", "-", stdin=b"So.\n")
    assert json.loads(done.stdout) == {"edits": [], "unread": []}


def test_in_place_keeps_mode_and_line_ends_and_a_backup_if_asked(mtcheck, article):
    article.chmod(0o640)
    done = mtcheck("normalize", "--in-place", "--backup", "--backup-suffix", "~", article)
    assert (done.stdout, done.returncode) == (b"", 0)
    assert article.read_bytes() == CLEAN.encode()
    assert article.stat().st_mode & 0o777 == 0o640
    assert (article.parent / "a.txt~").read_bytes() == SLIPS.encode()
    assert (article.parent / "a.txt~").stat().st_mode & 0o777 == 0o640
    before = article.stat().st_mtime_ns
    mtcheck("normalize", "--in-place", "--backup", article)
    assert article.stat().st_mtime_ns == before
    assert not (article.parent / "a.txt.bak").exists()


def test_a_folder_is_changed_with_backups_and_shown_if_asked(mtcheck, article):
    done = mtcheck("normalize", "--in-place", "--backup", "--diff", article.parent)
    assert (done.returncode, done.stdout.count(b"\n-")) == (0, 2)
    assert article.read_bytes() == CLEAN.encode()
    assert (article.parent / "a.txt.bak").read_bytes() == SLIPS.encode()


def test_only_the_bytes_of_edits_change_in_every_format(mtcheck, tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"id": 7,  "text": "So , \\u00e9 \\"no\\"" }\n{"text":"Well."}\n')
    mtcheck("normalize", "--in-place", path)
    assert path.read_bytes() == b'{"id": 7,  "text": "So, \\u00e9 \\"no\\"" }\n{"text":"Well."}\n'


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_and_the_byte_order_mark_stay(mtcheck, tmp_path, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes("The caf\u00e9 , open .".encode(encoding))
    mtcheck(
        "normalize", "--in-place", path, *(["--encoding", "cp1252"] if encoding == "cp1252" else [])
    )
    assert path.read_bytes() == "The caf\u00e9, open.".encode(encoding)


def test_output_goes_to_the_file_that_is_named(mtcheck, article, tmp_path):
    assert mtcheck("normalize", article, "-o", tmp_path / "b.txt").stdout == b""
    assert (tmp_path / "b.txt").read_bytes() == CLEAN.encode()


def test_house_style_and_edits_are_chosen(mtcheck):
    text = b'"It\'s 8 %, they can not."\n'
    out = mtcheck("normalize", "-", "--quotes", "curly", "--no-edit", "percent", stdin=text).stdout
    assert out.decode() == (
        "\N{LEFT DOUBLE QUOTATION MARK}It\N{RIGHT SINGLE QUOTATION MARK}s 8 %, they can not."
        "\N{RIGHT DOUBLE QUOTATION MARK}\n"
    )
    out = mtcheck("normalize", "-", "--edit", "any/spacing/cannot", stdin=text).stdout
    assert out == b'"It\'s 8%, they cannot."\n'
    out = mtcheck("normalize", "-", "--no-edit", "any/spacing", stdin=text).stdout
    assert out == text


PAGE = b"The crew left at noon on Friday.\nPhoto: Reuters\nThey came back on 14.03.2021 .\n"


def test_what_is_only_reported_is_changed_when_it_is_asked_for(mtcheck):
    run = lambda *options: mtcheck("normalize", "-", *options, stdin=PAGE).stdout  # noqa: E731
    assert run() == PAGE.replace(b"2021 .", b"2021.")
    assert run("--aggressive") == (
        b"The crew left at noon on Friday.\nThey came back on 14 March 2021.\n"
    )
    assert run("--edit", "any/leftovers/photo-credit") == (
        b"The crew left at noon on Friday.\nThey came back on 14.03.2021.\n"
    )
    assert run("--aggressive", "--no-edit", "any/leftovers", "--no-edit", "foreign-date") == run()
    told = mtcheck("normalize", "-", "--aggressive", "--explain", stdin=PAGE).stdout.decode()
    assert "any/leftovers/photo-credit" in told
    page = b"Photo: Reuters\nIt\xc2\xb4s late.\n"
    told = mtcheck("normalize", "-", "--aggressive", "--explain", stdin=page).stdout.decode()
    assert "It\N{ACUTE ACCENT}s \N{RIGHTWARDS ARROW} It's" in told


def test_the_config_says_it_once_and_has_profiles(mtcheck, article):
    (article.parent / NAME).write_text(
        '[normalize]\nno-edit = ["percent"]\n[normalize.profiles.house]\nquotes = "curly"\n'
    )
    run = lambda *options: mtcheck("normalize", *options, "a.txt", cwd=article.parent)  # noqa: E731
    assert run().stdout.decode() == CLEAN.replace("8%", "8 %")
    curly = CLEAN.replace("8%", "8 %").replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
    assert run("--profile", "house").stdout.decode() == curly
    assert run("--profile", "house", "--quotes", "straight").stdout.decode() == (
        CLEAN.replace("8%", "8 %")
    )
    done = run("--profile", "hose")
    assert (done.returncode, b"did you mean 'house'" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--edit", "percnt"], b"there is no edit 'percnt'; did you mean 'percent'"),
        (["--edit", "any/spacing/percnt"], b"there is no rule 'any/spacing/percnt'; did you mean"),
        (["--in-place", "-o", "b"], b"--in-place and --output exclude each other"),
        (["--in-place", "--check"], b"--in-place and --check exclude each other"),
        (["--backup"], b"--backup needs --in-place"),
        (["--in-place", "--backup", "--backup-suffix", ""], b"--backup-suffix '' does not end"),
        (["-"], b"2 files: name one, or add --in-place"),
        (["no.txt", "--in-place"], b"no.txt: there is no such file"),
    ],
)
def test_what_is_wrong_is_one_sentence_and_status_two(mtcheck, article, options, says):
    done = mtcheck("normalize", article, *options, cwd=article.parent)
    assert (done.returncode, says in done.stderr) == (2, True), done.stderr
    assert done.stderr.count(b"\n") == 1


def test_standard_input_is_nothing_to_change_in_place(mtcheck):
    done = mtcheck("normalize", "-", "--in-place", stdin=b"So ,")
    assert (done.returncode, done.stdout) == (2, b"")


def test_a_file_that_would_not_stay_the_same_elsewhere_is_refused(mtcheck, tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"caf+AOk- , +AGMAYQBm-")
    done = mtcheck("normalize", "--in-place", "--encoding", "utf-7", path)
    assert (done.returncode, path.read_bytes()) == (2, b"caf+AOk- , +AGMAYQBm-")


def test_an_edit_that_does_not_fit_the_encoding_is_said(mtcheck):
    text = "It's caf\u00e9.".encode("latin-1")
    done = mtcheck("normalize", "-", "--encoding", "latin-1", "--quotes", "curly", stdin=text)
    assert b"an edit does not fit iso8859-1; written as utf-8" in done.stderr
    assert done.stdout.decode() == "It\N{RIGHT SINGLE QUOTATION MARK}s caf\u00e9."
