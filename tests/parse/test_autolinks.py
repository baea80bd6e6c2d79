"""Bare URLs: what GitHub links, asked of its own renderer, and what the author meant."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import quote

import cmarkgfm
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from listlint.parse.autolinks import BareUrl, find, within
from listlint.text import Span

CORPUS = Path(__file__).parents[2] / "../shared/corpus"
ANCHOR = re.compile(r'<a href="([^"]*)"[^>]*>(.*?)</a>')
MARKUP = re.compile(r"<(?:em|strong|del|code|img|!--)")
PUNCTUATION = "-_.!~*'();/?:@&=+$,%#"
"""What cmark leaves as it is in a destination, letters and digits apart."""


def bare(text: str) -> list[BareUrl]:
    content = Span(0, len(text))
    return list(within(text, content, [content]))


def rendered(text: str) -> list[tuple[str, str]]:
    """Destination and visible text of each bare URL, as we say GitHub has them."""
    spans = [(url.prefix, url.rendered.of(text)) for url in bare(text)]
    return [(quote(prefix + shown, safe=PUNCTUATION), shown) for prefix, shown in spans]


def on_github(text: str) -> list[tuple[str, str]]:
    """Destination and visible text of each link GitHub makes."""
    page = cmarkgfm.github_flavored_markdown_to_html(text)
    return [(html.unescape(url), html.unescape(shown)) for url, shown in ANCHOR.findall(page)]


SILENT = [
    "no URL at all",
    "abchttps://x.io",
    "https:/x.io",
    "https://",
    "https:// x.io",
    "https://.x.io",
    "https://_x.io",
    "https://，",
    "https://x.y_z.io",
    "https://x.y.i_o",
    "xwww.x.io",
    "，www.x.io",
    "'www.x.io",
    "WWW.x.io",
    "www",
    "www.",
    "file://x.io",
    "git@x",
    "@x.io",
    "a@b.c1",
    "a@b..io",
    "[open https://x.io",
    "![open https://x.io",
    "[a [b] https://x.io",
]

FOUND = [
    # text, rendered, meant
    ("https://x.io", "https://x.io", "https://x.io"),
    ("HTTPS://x.io/A", "HTTPS://x.io/A", "HTTPS://x.io/A"),
    ("ftp://x.io", "ftp://x.io", "ftp://x.io"),
    ("https://localhost:80/a", "https://localhost:80/a", "https://localhost:80/a"),
    ("1https://x.io", "https://x.io", "https://x.io"),
    ("：https://x.io", "https://x.io", "https://x.io"),
    ("éhttps://x.io", "https://x.io", "https://x.io"),
    ("_https://x.io", "https://x.io", "https://x.io"),
    ("https://x_y.a.io", "https://x_y.a.io", "https://x_y.a.io"),
    ("https://例子.测试/路径", "https://例子.测试/路径", "https://例子.测试/路径"),
    ("https://x.io/。", "https://x.io/。", "https://x.io/"),
    ("https://x.io/，代码是 action", "https://x.io/，代码是", "https://x.io/"),
    ("https://x.io/a）。", "https://x.io/a）。", "https://x.io/a"),
    ("(https://x.io/a)，b", "https://x.io/a)，b", "https://x.io/a"),
    ("https://x.io/\u00a0b", "https://x.io/\u00a0b", "https://x.io/"),
    ("https://x.io/\u3000b", "https://x.io/\u3000b", "https://x.io/"),
    ("https://x.io/”b", "https://x.io/”b", "https://x.io/"),
    ("https://x.io/深度学习", "https://x.io/深度学习", "https://x.io/深度学习"),
    ("https://x.io, b", "https://x.io", "https://x.io"),
    ("https://x.io/a?b=c!. d", "https://x.io/a?b=c", "https://x.io/a?b=c"),
    ("https://x.io/a_*~'\":; d", "https://x.io/a", "https://x.io/a"),
    ("https://x.io/&amp;", "https://x.io/", "https://x.io/"),
    ("https://x.io/a&b;c;", "https://x.io/a&b;c", "https://x.io/a&b;c"),
    ("https://x.io/a(b)c)", "https://x.io/a(b)c", "https://x.io/a(b)c"),
    ("(https://x.io/(a))", "https://x.io/(a)", "https://x.io/(a)"),
    ("https://x.io/a]}", "https://x.io/a]}", "https://x.io/a]}"),
    (r"https://x.io/a\_b", r"https://x.io/a\_b", r"https://x.io/a\_b"),
    ("https://x.io<b", "https://x.io", "https://x.io"),
    ("www.x.io/a.", "www.x.io/a", "www.x.io/a"),
    ("(www.x.io)", "www.x.io", "www.x.io"),
    ("www.x", "www.x", "www.x"),
    ("a@b.io.", "a@b.io", "a@b.io"),
    ("：a.b+c-d_e@x-y.io，f", "a.b+c-d_e@x-y.io", "a.b+c-d_e@x-y.io"),
    ("mailto:a@b.io", "mailto:a@b.io", "mailto:a@b.io"),
    ("xmpp:a@b.io/c d", "xmpp:a@b.io/c", "xmpp:a@b.io/c"),
    ("[a] https://x.io", "https://x.io", "https://x.io"),
    (r"\[a https://x.io", "https://x.io", "https://x.io"),
    ("] https://x.io", "https://x.io", "https://x.io"),
    ("[open a@b.io", "a@b.io", "a@b.io"),
]


@pytest.mark.parametrize("text", SILENT)
def test_no_link(text: str) -> None:
    assert bare(text) == []
    assert on_github(text) == []


@pytest.mark.parametrize(("text", "shown", "meant"), FOUND)
def test_link(text: str, shown: str, meant: str) -> None:
    assert [(url.rendered.of(text), url.meant.of(text)) for url in bare(text)] == [(shown, meant)]
    assert rendered(text) == on_github(text)


def test_what_goes_before_the_text_to_make_the_destination() -> None:
    assert [url.prefix for url in bare("https://x.io www.x.io a@b.io mailto:a@b.io")] == ["", "http://", "mailto:", ""]


def test_only_the_range_is_scanned_and_what_stands_before_it_counts() -> None:
    text = "ahttps://x.io/b |www.y.io"
    assert list(find(text, 1, 13)) == []
    assert list(find(text, 17, 25)) == []
    assert list(find(text, 17, 25, origin=17)) == [BareUrl(Span(17, 25), Span(17, 25), "http://")]


def test_a_url_reaches_over_what_looks_like_markup() -> None:
    text = "https://x.io/[a](b) `www.y.io` www.z.io"
    runs = [Span(0, 13), Span(19, 20), Span(30, 39)]
    assert [url.rendered.of(text) for url in within(text, Span(0, 39), runs)] == ["https://x.io/[a](b)", "www.z.io"]


def test_the_worst_texts_are_read_to_their_end() -> None:
    size = 100_000
    for text in ("https://", "_www.a_", "a@", "xmpp:a@b/c@", "mailto:", "[", "&a", ";", ")", "\\", "，", "a@b."):
        bare("https://x.io/" + text * (size // len(text)))
        bare(text * (size // len(text)) + "@x.io")


WORDS = """http:// https:// ftp:// HTTPS:// www. :// a b1 x.io a.b _ - . , ; &amp; &a; &#38; ( ) ? ! ~ ' " 代码 ， é 。 🎉 @ a@b.io
mailto: xmpp: m@x.org / %20 # + = | { } ^ $ : ] 例子.测试 · \\"""
BITS = st.sampled_from([*WORDS.split(), "\u00a0", "\u3000", "\x01", "\x0b", " ", " ", "\nx "])


@given(st.lists(BITS, max_size=16))
def test_github_links_the_same(bits: list[str]) -> None:
    text = "x" + "".join(bits).rstrip()
    page = cmarkgfm.github_flavored_markdown_to_html(text)
    assume(not MARKUP.search(page))
    assume("@" not in text or not re.search(r"\\[!-/:-@\[-`{-~]", text))  # an address may hold an escape: not looked for
    assert rendered(text) == on_github(text)


@given(st.text("ahtps:/w.x@_，)& \\[]", max_size=40))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    at = 0
    for url in bare(text):
        assert at <= url.rendered.start == url.meant.start < url.meant.end <= url.rendered.end <= len(text)
        at = url.rendered.end


def test_github_links_the_same_in_real_lists() -> None:
    if not CORPUS.is_dir():
        pytest.skip("no corpus")
    texts = [path.read_text("utf-8-sig") for path in sorted(CORPUS.glob("*.md")) if path.name != "README.md"]
    words = sorted({word for text in texts for word in re.split(r"[\s<>`\[\]]+", text) if re.search(r"://|www\.|.@.", word)})
    pages = cmarkgfm.github_flavored_markdown_to_html("\n\n".join(f"x {word}" for word in words)).split("</p>\n")[:-1]
    assert len(pages) == len(words)
    for word, page in zip(words, pages, strict=True):
        if not MARKUP.search(page):
            assert rendered(f"x {word}") == [(html.unescape(a), html.unescape(b)) for a, b in ANCHOR.findall(page)]
