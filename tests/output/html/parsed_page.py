"""A page as its parser sees it, for tests that read pages without a browser."""

from __future__ import annotations

import json
from html.parser import HTMLParser

VOID = {"meta", "input", "br", "img", "link", "hr", "path", "circle", "rect", "use"}


class Page(HTMLParser):
    """Elements with their attributes, and the text of each block of the article."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: dict[int, str] = {}
        self.scripts: list[str] = []
        self._open: list[tuple[str, int | None]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given_ = dict(attrs)
        self.elements.append((tag, given_))
        block = given_.get("data-b")
        if block is not None:
            self.blocks[int(block)] = ""
        if tag == "script":
            self.scripts.append("")
        if tag not in VOID:
            self._open.append((tag, int(block) if block is not None else None))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "script":
            self.scripts[-1] += data
        for _, block in self._open:
            if block is not None:
                self.blocks[block] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.elements if name == tag]

    def having(self, name: str) -> list[dict[str, str | None]]:
        return [attrs for _, attrs in self.elements if name in attrs]

    @property
    def data(self) -> dict[str, object]:
        made = json.loads(self.scripts[0])
        assert isinstance(made, dict)
        return made
