"""What a paragraph is by the name of its style, in Word and in LibreOffice.

Both give their own styles English names in the file, whatever language they speak; other programs
write the names that they show, so that the commonest languages are known here.
"""

from __future__ import annotations

from collections.abc import Iterable

from mtcheck.text.document import BlockKind
from mtcheck.text.lazy import lazy

_HEADING = lazy(
    r"(?:heading|überschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek"
    r"|nadpis|заголовок|başlık|címsor|标题|標題|見出し|제목)\s*([1-9])"
)
_TABLE_OF_CONTENTS = lazy(r"(?:toc|contents|index|verzeichnis|tdm|目录|目錄|目次|목차)\s*[1-9]")
_NUMBER_BEHIND = lazy(r"(?<=[^\W\d_])(?=[1-9]$)")
_NAMED: dict[BlockKind, str] = {
    "title": """title titel titre titulo titolo tytuł название başlık otsikko
        标题 標題 表題 제목""",
    "caption": """caption beschriftung légende leyenda didascalia podpis 题注 標號 図表番号 캡션
        figure table illustration drawing captioned-figure image-caption table-caption""",
    "quotation": """quote intense-quote zitat intensives-zitat citation citation-intense cita
        cita-destacada citazione citazione-intensa quotations block-text block-quotation
        blockquote citaat цитата выделенная-цитата 引用 明显引用 鮮明引文 引用文 인용 강한-인용""",
    "list-item": """list-bullet list-number list-continue listenabsatz-aufzählung""",
    "code": """source-code code html-preformatted preformatted-text macro-text code-block
        html-vorformatiert preformatted""",
}
_SUBTITLES = {
    *("subtitle", "untertitel", "sous-titre", "subtítulo", "subtitulo", "sottotitolo"),
    *("podtytuł", "подзаголовок", "副标题", "副標題", "副題", "부제"),
}
_KINDS: dict[str, BlockKind] = {n: kind for kind, ns in _NAMED.items() for n in ns.split()}
_LEVELLED = ("title", "list-item")


def name_of_id(id_: str) -> str:
    """Return the name that the id of a style stands for: "Heading1" for "Heading 1"."""
    return _NUMBER_BEHIND.sub(" ", id_)


def kind_by_name(names: Iterable[str]) -> tuple[BlockKind | None, int, bool]:
    """Return kind and level of the first known name, and whether a program wrote the text."""
    for name in names:
        name = " ".join(name.lower().split())
        heading = _HEADING.match(name)
        if heading:
            return "title", int(heading[1]), False
        if _TABLE_OF_CONTENTS.fullmatch(name) or name == "table of figures":
            return None, 0, True
        plain = name.replace(" ", "-")
        if plain in _SUBTITLES:
            return "title", 2, False
        for known in (plain, plain.rstrip("-0123456789"), plain.replace("-", "")):
            if known in _KINDS:
                kind = _KINDS[known]
                level = int(plain[-1]) if plain[-1] in "123456789" else 1
                return kind, level if kind in _LEVELLED else 0, False
    return None, 0, False
