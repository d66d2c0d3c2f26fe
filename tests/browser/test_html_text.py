"""What is read of a page of HTML is what Chromium shows of it, line by line."""

import re

import pytest
from html_pages import ALIKE, DIFFERENT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mtcheck.formats.file import File, Options
from mtcheck.formats.html import read

STANDARD = "<!DOCTYPE html>"
WRITE = """html => {
  document.open(); document.write(html); document.close();
  return document.body ? document.body.innerText : "";
}"""


def lines(text):
    return [line for part in re.split(r"[\n\t\r]+", text) if (line := part.strip(" "))]


def ours(html, name="x.html"):
    (document,) = read(File(name, html.encode()), Options(encoding="utf-8", whole_page=False))
    return lines(document.text)


@pytest.fixture(scope="module")
def shown(browser):
    """What Chromium shows of a page, as lines; it is the same window for all pages."""
    page = browser.new_page()
    page.goto("about:blank")
    yield lambda html: lines(page.evaluate(WRITE, html))
    page.close()


@pytest.mark.parametrize("html", ALIKE)
def test_nasty_pages(shown, html):
    if not html.startswith("<!DOCTYPE"):
        html = STANDARD + html
    assert ours(html) == shown(html)


@pytest.mark.parametrize(("html", "read_", "seen", "why"), DIFFERENT)
def test_known_differences(shown, html, read_, seen, why):
    assert ours(STANDARD + html) == read_
    assert shown(STANDARD + html) == seen


XHTML = (
    '<p>a<span class="x"/>b</p><div/>c<p>d<br/>e</p>',
    "<p>&amp; &#233; <![CDATA[<b>x</b> & y]]></p>",
    "<title>t</title><script src='a'/><style/>x<?pi a > b?>y<!-- > -->z",
    "<p>a<svg xmlns='http://www.w3.org/2000/svg'><title/><path/></svg>b</p>",
    "<p><p>a</p>b</p><a id='x'/>c",
    "<table><tbody><tr><td>a</td></tr></tbody></table><textarea>t</textarea>d",
)


@pytest.mark.parametrize("body", XHTML)
def test_xhtml(browser, tmp_path, body):
    html = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>'
    path = tmp_path / "a.xhtml"
    path.write_text(html, "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    seen = lines(page.evaluate("document.body.innerText"))
    page.close()
    assert ours(html, "a.xhtml") == seen


INLINE = ("span", "b", "i", "a", "em", "strong", "code", "sup", "u", "font", "del", "label", "tt")
BLOCKS = (
    *("p", "p", "div", "div", "ul", "ol", "li", "li", "dl", "dt", "dd", "h1", "h2", "h3", "pre"),
    *(
        "blockquote",
        "section",
        "article",
        "nav",
        "header",
        "figure",
        "figcaption",
        "form",
        "center",
    ),
    *("fieldset", "legend", "address", "main", "summary", "hgroup", "listing"),
)
TEXTS = (
    *("a", "b c", " d ", "\n", "\n e\n  f ", " ", "\t", "&amp;", "&nbsp;", "&notit;", "&#10;", "&"),
    *("&lt;p>", "&#x20;", "<!-- c -->", "<!x>", "<!-->", "<3", "</>", "<?x?>", "x\0y", "é", 'b">'),
    *("<script>x</script>", "<style>p</style>", "<template><p>t</p></template>", "<br>", "<hr>"),
)
marked = st.sampled_from(("", "", ' title="a>b"', " class='x y'", " a=b/", " id=x "))
hidden = st.sampled_from(("", "", "", " hidden", ' style="display:none"'))
starts = st.one_of(
    st.tuples(st.sampled_from(BLOCKS), st.one_of(marked, hidden)),
    st.tuples(st.sampled_from(INLINE), marked),
).map(lambda tag: f"<{tag[0]}{tag[1]}>")
ends = st.sampled_from((*INLINE, *BLOCKS)).map(lambda name: f"</{name}>")
texts = st.sampled_from(TEXTS)
soup = st.lists(st.one_of(texts, starts, ends), max_size=20).map("".join)


def element(inner):
    return st.tuples(starts, inner, st.booleans()).map(
        lambda made: (
            made[0] + made[1] + (f"</{re.match('<([a-z0-9]+)', made[0])[1]}>" if made[2] else "")
        )
    )


def table(inner):
    row = st.lists(inner.map(lambda text: f"<td>{text}"), min_size=1, max_size=3)
    rows = st.lists(row.map(lambda cells: "<tr>" + "".join(cells)), min_size=1, max_size=3)
    return rows.map(lambda made: f"<table>{''.join(made)}</table>")


nested = st.recursive(
    texts,
    lambda inner: st.one_of(
        element(inner), table(inner), st.lists(inner, min_size=1, max_size=4).map("".join)
    ),
    max_leaves=20,
)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(soup, nested))
def test_any_page(shown, html):
    assert ours(STANDARD + html) == shown(STANDARD + html)
