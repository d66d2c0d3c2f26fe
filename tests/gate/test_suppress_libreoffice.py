"""LibreOffice keeps the comments that are written here, and they mean the same in its files."""

import shutil
import subprocess

import pytest

from mtcheck.formats.file import File
from mtcheck.gate.ignoring import with_comment
from opendocument import odt, p
from suppressing import checked, settings

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed")


def test_a_comment_survives_the_way_to_word_and_back(tmp_path):
    chosen = settings(tmp_path)
    data = odt(p("The new crown fell.") + p("The new crown rose.") + p("The new crown fell."))
    located = checked("a.odt", data, chosen).found[1]
    (tmp_path / "a.odt").write_bytes(
        with_comment(File("a.odt", data), chosen, located, "a ship & a drink").data
    )
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for name, form in (("a.odt", "docx"), ("a.docx", "odt")):
        subprocess.run(
            [
                OFFICE,
                "--headless",
                profile,
                "--convert-to",
                form,
                "--outdir",
                tmp_path,
                tmp_path / name,
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        made = f"a.{form}"
        result = checked(made, (tmp_path / made).read_bytes(), chosen)
        assert [each.place.paragraph for each in result.found] == [1, 3]
        assert [each.reason for each in result.suppressed] == ["a ship & a drink"]
