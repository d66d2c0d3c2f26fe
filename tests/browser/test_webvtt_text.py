"""What is read of WebVTT is what Chromium shows of it."""

import base64
import random
import re

import pytest

from mtcheck.formats.file import File
from mtcheck.formats.reading import documents

SHOWN = """async source => {
    const video = document.createElement("video"), track = document.createElement("track");
    track.kind = "captions";
    track.src = source;
    video.append(track);
    document.body.append(video);
    track.track.mode = "hidden";
    await new Promise(done => { track.onload = track.onerror = done; });
    return [...track.track.cues].map(cue => cue.getCueAsHTML().textContent);
}"""
# Without what we read otherwise on purpose: a tag that is never closed swallows the rest of a cue
# in a browser, and ruby text is shown above the line.
PIECES = [
    *("a", "b word", "Word. ", "\n", "é", "新", "- ", "…", "> ", "\t", "  ", "{x}"),
    *("<i>", "</i>", "<c.x>", "</c>", "<v Ann>", "<lang en>", "<00:00:01.000>"),
    *("&amp;", "&lt;", "&gt;", "&nbsp;", "&copy;", "&#33;", "&x;", "& "),
]


def plain(text):
    """Leave out what ends or divides speeches: white space, dashes and signs of a speaker."""
    return re.sub(r"[\s\-…>]", "", text)


@pytest.mark.parametrize("seed", range(20))
def test_cues_read_as_they_are_shown(browser, seed):
    chosen = random.Random(seed)
    cues = [
        re.sub(r"\n\s*\n", "\n", "".join(chosen.choices(PIECES, k=9))).strip() or "x"
        for _ in range(9)
    ]
    text = "WEBVTT\n\n" + "\n\n".join(
        f"00:0{number}.000 --> 00:0{number}.900\n{cue}" for number, cue in enumerate(cues)
    )
    page = browser.new_page()
    source = "data:text/vtt;base64," + base64.b64encode(text.encode()).decode()
    shown = page.evaluate(SHOWN, source)
    page.close()
    [document] = documents(File("x.vtt", text.encode()))
    read = "".join(block.span.of(document.text) for block in document.blocks)
    assert plain(read) == plain("".join(shown))
    assert len(shown) == 9
