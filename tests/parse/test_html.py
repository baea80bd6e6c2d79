"""The few things a list says in HTML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.parse import html, parse
from listlint.text import Source, Span


def anchors(text: str) -> list[tuple[str, str, str, str, str]]:
    """Element, destination, URL, label and its text of each anchor."""
    found = html.anchors(text, 0, len(text))
    return [(a.span.of(text), a.destination.of(text), a.url, a.label.of(text), a.label_text) for a in found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a < b > c",
        "<https://x.io>",
        "<a>no destination</a>",
        '<a name="x"></a>',
        "<abbr href=x>a</abbr>",
        "<!-- <a href=x>hidden</a> -->",
        "<!-- <a href=x>hidden",
        '<a href="x"',
        "</a href=x>",
        '<a title="<a href=x>">b</a>',
    ],
)
def test_no_anchor(text: str) -> None:
    assert anchors(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<a href="u">b</a>', ('<a href="u">b</a>', "u", "u", "b", "b")),
        ("<A HREF='u'>b</A>", ("<A HREF='u'>b</A>", "u", "u", "b", "b")),
        ("<a href=u>b</a>", ("<a href=u>b</a>", "u", "u", "b", "b")),
        ("<a href=u?a=b>c</a>", ("<a href=u?a=b>c</a>", "u?a=b", "u?a=b", "c", "c")),
        ('<a href="">b</a>', ('<a href="">b</a>', "", "", "b", "b")),
        ('<a href="u" href="v">b</a>', ('<a href="u" href="v">b</a>', "u", "u", "b", "b")),
        (
            '<a\n  class="x" target=_blank\n  href = " u&amp;v "\n>b\n<b>c</b></a>',
            ('<a\n  class="x" target=_blank\n  href = " u&amp;v "\n>b\n<b>c</b></a>', "u&amp;v", "u&v", "b\n<b>c</b>", "b c"),
        ),
        ('<a href="u?a=1&copy=2">b</a>', ('<a href="u?a=1&copy=2">b</a>', "u?a=1&copy=2", "u?a=1&copy=2", "b", "b")),
        ('<a href="u>v">b</a>', ('<a href="u>v">b</a>', "u>v", "u>v", "b", "b")),
        ('<a href="u"><!-- </a> -->b</a>', ('<a href="u"><!-- </a> -->b</a>', "u", "u", "<!-- </a> -->b", "b")),
        ('<a href="u">b', ('<a href="u">', "u", "u", "", "")),
        ('<a href="u"/>b', ('<a href="u"/>', "u", "u", "", "")),
    ],
)
def test_anchor(text: str, expected: tuple[str, str, str, str, str]) -> None:
    assert anchors(text) == [expected]


def test_an_anchor_that_opens_before_the_last_is_closed_ends_with_its_tag() -> None:
    assert anchors("<a href=u>b <a href=v>c</a>") == [
        ("<a href=u>", "u", "u", "", ""),
        ("<a href=v>c</a>", "v", "v", "c", "c"),
    ]


def test_only_the_range_is_read() -> None:
    text = "<a href=u>b</a><a href=v>c</a>"
    assert [a.url for a in html.anchors(text, 15, len(text))] == ["v"]
    assert [a.span for a in html.anchors(text, 0, 11)] == [Span(0, 10)]


def test_images() -> None:
    text = "<img src='u&amp;v' alt=\"a &lt; b\"/> <img alt=c> <IMG width=9 SRC=w> <!-- <img src=x> --> <image src=y>"
    found = [(i.span.of(text), i.source.of(text), i.url, i.alt) for i in html.images(text, 0, len(text))]
    assert found == [("<img src='u&amp;v' alt=\"a &lt; b\"/>", "u&amp;v", "u&v", "a < b"), ("<IMG width=9 SRC=w>", "w", "w", "")]


def test_headings() -> None:
    text = '<h1 align="center">A <br>\n<b>&amp; B</b></h1><h7>x</h7><h2>open <!-- <h3>x</h3> --><H6 >c</H6><h3>d</h4><header>e</header>'
    found = [(h.level, h.span.of(text), h.title) for h in html.headings(text, 0, len(text))]
    assert found == [(1, '<h1 align="center">A <br>\n<b>&amp; B</b></h1>', "A & B"), (6, "<H6 >c</H6>", "c")]


def test_ids() -> None:
    text = "<a name='a'></a><p id=b>x</p><!-- <p id=c> --><a id=\"\" name=d></a><b data-id=e></b>"
    assert list(html.ids(text, 0, len(text))) == ["a", "b", "d"]


def test_details() -> None:
    text = "<details open>\n<summary><b>A</b>\n (3)</summary>\nx\n<!-- </details> -->\n</details><summary>lost<details>"
    found = [(fold.kind, fold.span.of(text), fold.text) for fold in html.details(text, 0, len(text))]
    assert found == [
        ("open", "<details open>", ""),
        ("summary", "<summary><b>A</b>\n (3)</summary>", "A (3)"),
        ("close", "</details>", ""),
        ("open", "<details>", ""),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("none", []),
        ("a <!-- b --> c <!--d-->", ["<!-- b -->", "<!--d-->"]),
        ("<!--> <!---> <!-- - -- >-->", ["<!-->", "<!--->", "<!-- - -- >-->"]),
        ("<!-- a <!-- b --> c -->", ["<!-- a <!-- b -->"]),
        ("<!-- open", ["<!-- open"]),
    ],
)
def test_comments(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in html.comments(text, 0, len(text))] == expected


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("plain", "plain"),
        (" a\n <b>b</b>c  <i class='>'>d</i> ", "a bc d"),
        ("a<br>b<br/>c", "a b c"),
        ("<td>a</td><td>b</td>", "a b"),
        ("&lt;b&gt; &#65;&#x42; &nbsp;&copy &unknown;", "<b> AB &copy &unknown;"),
        ("a<!-- b -->c", "ac"),
        ("a < b > c", "a < b > c"),
    ],
)
def test_plain(markup: str, expected: str) -> None:
    assert html.plain(markup) == expected


@given(st.text("<>a/!-='\" \nbhref&;1", max_size=60))
def test_whatever_is_read_lies_in_the_text_in_order(text: str) -> None:
    at = 0
    for tag in html.tags(text, 0, len(text)):
        assert at <= tag.span.start < tag.span.end <= len(text)
        assert text[tag.span.start] == "<"
        assert text[tag.span.end - 1] == ">"
        assert all(tag.span.contains(span) for _, span, _ in tag.attributes)
        at = tag.span.end
    for anchor in html.anchors(text, 0, len(text)):
        assert anchor.span.contains(anchor.label)
        assert anchor.span.contains(anchor.destination)
        assert html.decoded(anchor.destination.of(text)) == anchor.url
    html.plain(text)


def test_the_worst_texts_are_read_to_their_end() -> None:
    for bit in ("<", "<a ", "<a b", '<a b="', "<a b='", "<a href=u>", "<!--", "<a \n", "<a /", "&", "&#1", "<summary>", "<a b = "):
        text = bit * (100_000 // len(bit))
        list(html.anchors(text, 0, len(text)))
        list(html.details(text, 0, len(text)))
        html.plain(text)
        html.plain(f"<a {bit[-1] * 100_000}")
        html.plain(f'{bit}"{" " * 100_000}')


def test_blanks_before_an_anchor_are_read_once() -> None:
    """Each blank could be matched in two ways: 24 of them took eleven seconds."""
    text = f"<p>\nword{' ' * 200}see<a href='https://a.io'>Tin</a> - Cuts.</p>\n"
    assert list(parse(Source("list.md", text)).items) == []
