"""Generated articles, and what they look like in the formats that mtcheck reads."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable, Iterator
from html import escape

PLACES = (
    *("harbour", "northern valley", "old station", "fish market", "town hall", "river bank"),
    "second district",
)
PEOPLE = (
    *("the mayor", "a fisherman", "the new director", "Mrs. Halloran", "the ferry company"),
    "two engineers",
)
SENTENCES = (
    "On Tuesday morning {who} told reporters that the work at the {place} would not be finished "
    "before the end of {year}.",
    "“Nobody asked us,” said {who}, who has lived near the {place} for {few} years.",
    "The council’s plan cost {few} million at first; since then the sum has doubled.",
    "It rained for {few} days, and the road to the {place} was closed.",
    "According to a report of {year}, more than {few},400 people cross the {place} each week.",
    "That is why {who} wants to wait — and why the others do not.",
    "Experts at Lund & Partners disagree: the soil under the {place} is soft, they write.",
    "What will happen to the {place} is not known.",
)


def sentence(dice: random.Random) -> str:
    """Return a sentence of an article."""
    return dice.choice(SENTENCES).format(
        who=dice.choice(PEOPLE),
        place=dice.choice(PLACES),
        year=dice.randint(1960, 2024),
        few=dice.randint(2, 90),
    )


Article = list[tuple[str, list[str]]]
"""The kind of each block, "p", "h1", "h2", "li" or "blockquote", and its sentences."""


def articles(size: int) -> Iterator[Article]:
    """Yield articles with about `size` code points of text in all."""
    dice = random.Random(5)
    kinds = ["h1", *"pppp", "h2", *"ppp", "li", "li", "li", "p", "blockquote", *"pppp"]
    while size > 0:
        made = [
            (k, [sentence(dice) for _ in range(dice.randint(2, 6) if k == "p" else 1)])
            for k in kinds
        ]
        size -= sum(len(s) + 1 for _, sentences in made for s in sentences)
        yield made


def marked(article: Article, mark: Callable[[str, int], str]) -> Iterator[tuple[str, str]]:
    """Yield the blocks with some words of each paragraph marked up: `mark(words, which)`."""
    for kind, sentences in article:
        shown = list(sentences)
        if kind == "p":
            for which in range(min(len(shown), 3)):
                words = shown[which].split(" ")
                words[2:4] = [mark(" ".join(words[2:4]), which)]
                shown[which] = " ".join(words)
        yield kind, " ".join(shown)


def markdown(article: Article) -> bytes:
    """Return an article in Markdown, with links, emphasis and code."""
    marks = ("**{}**", "[{}](https://example.org/a?b=1)", "*{}*")
    begin = {"h1": "# ", "h2": "## ", "li": "- ", "blockquote": "> ", "p": ""}
    lines = []
    for kind, text in marked(article, lambda words, which: marks[which].format(words)):
        lines.append(begin[kind] + text + ("\n" if kind != "li" else ""))
    return "\n".join(lines).encode()


def body(article: Article) -> str:
    """Return an article as a piece of HTML as a content system writes it."""
    link = '<a href="https://example.org/a?b=1&amp;c=2">{}</a>'
    marks = ("<strong>{}</strong>", link, "<em>{}</em>")
    lines = []
    for kind, text in marked(
        [(kind, [escape(s, quote=False) for s in sentences]) for kind, sentences in article],
        lambda words, which: marks[which].format(words),
    ):
        inner = f"<li>{text}</li>" if kind == "li" else f'<{kind} class="body-text">{text}</{kind}>'
        lines.append(f"    <ul>{inner}</ul>" if kind == "li" else f"    {inner}")
    return "\n".join(lines)


def page(article: Article) -> bytes:
    """Return an article as a whole page."""
    links = "".join(f'<li><a href="/{place}">{place.title()}</a></li>' for place in PLACES)
    return (
        "<!doctype html><html lang=en><head><title>News</title><script>var a = 1 < 2;</script>"
        f"</head><body><nav><ul>{links}</ul></nav><main><article>\n{body(article)}\n</article>"
        "</main><footer><p>All rights reserved by the paper.</p></footer></body></html>"
    ).encode()


def plain(article: Article) -> str:
    """Return an article as plain text."""
    return "\n\n".join(" ".join(sentences) for _, sentences in article)


def xliff(article: Article) -> bytes:
    """Return an article as XLIFF 1.2, a sentence a unit, some with an inline code."""
    units = []
    for number, text in enumerate(s for _, sentences in article for s in sentences):
        words = escape(text, quote=False).split(" ")
        if number % 3 == 0:
            words[1] = f'<g id="1">{words[1]}</g>'
        target = " ".join(words)
        units.append(
            f'<trans-unit id="{number}"><source xml:lang="de">{target}</source>'
            f'<target state="translated">{target}</target></trans-unit>'
        )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" '
        'source-language="de" target-language="en" datatype="plaintext"><body>\n'
        + "\n".join(units)
        + "\n</body></file></xliff>\n"
    ).encode()


def srt(article: Article) -> bytes:
    """Return an article as subtitles: two lines of some words a cue."""
    words = plain(article).split()
    cues = []
    for number, at in enumerate(range(0, len(words), 12)):
        start, end = (
            f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02},000"
            for s in (2 * number, 2 * number + 2)
        )
        lines = " ".join(words[at : at + 6]), " ".join(words[at + 6 : at + 12])
        text = "\n".join(line for line in lines if line)
        cues.append(f"{number + 1}\n{start} --> {end}\n{text}\n")
    return "\n".join(cues).encode()


def docx(article: Article) -> bytes:
    """Return an article as a Word document."""
    from docx import Document as Word

    word = Word()
    styles = {"h1": "Heading 1", "h2": "Heading 2", "li": "List Bullet", "blockquote": "Quote"}
    for kind, sentences in article:
        paragraph = word.add_paragraph(style=styles.get(kind))
        for number, text in enumerate(sentences):
            paragraph.add_run(text + " ").bold = number == 1 or None
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def jsonl(all_of_them: list[Article]) -> bytes:
    """Return articles as JSON Lines."""
    rows = (
        {"id": n, "url": f"https://example.org/{n}", "title": a[0][1][0], "text": plain(a[1:])}
        for n, a in enumerate(all_of_them)
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def table(all_of_them: list[Article]) -> bytes:
    """Return articles as CSV."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(("id", "title", "text", "views"))
    writer.writerows((n, a[0][1][0], plain(a[1:]), n * 7) for n, a in enumerate(all_of_them))
    return stream.getvalue().encode()


def feed(all_of_them: list[Article]) -> bytes:
    """Return articles as a feed: HTML of one escaped, of the next in a CDATA section."""
    items = []
    for number, article in enumerate(all_of_them):
        content = body(article)
        inside = f"<![CDATA[{content}]]>" if number % 2 else escape(content)
        items.append(
            f"<item><title>{escape(article[0][1][0])}</title><guid>{number}</guid>"
            f"<link>https://news.example/{number}</link>"
            f"<content:encoded>{inside}</content:encoded></item>\n"
        )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>\n'
        f"{''.join(items)}</channel></rss>\n"
    ).encode()
