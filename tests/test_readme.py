"""What the README shows is what happens."""

import re

import pytest

from repository import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def test_the_library_example_prints_what_it_says(capsys):
    code, output = re.search(r"```python\n(.*?)```\n```text\n(.*?)```", README, re.S).groups()
    exec(code, {})
    assert capsys.readouterr().out == output


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#]+)\)", README))
def test_links_lead_somewhere(link):
    assert (ROOT / link).exists()


def test_the_two_commands_stand_first():
    head = "\n".join(README.splitlines()[:15])
    assert "make report" in head
    assert "make test" in head


def test_the_figures_of_what_it_finds_are_found():
    import mtcheck

    for text in (
        "He wants to walk the middle line.",
        "The Iskander fighter jet came.",
        "The Institute of War Studies (ISW) said so.",
        "They saw violations of violations.",
    ):
        assert mtcheck.check(text), text
