"""What must hold of every document: every span slices to what it claims, every item has one place, blocks cover the text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from listlint.model import Kind
from listlint.parse import parse
from listlint.text import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.model import Document, Item, Link

CORPUS = Path(__file__).parents[2] / "../shared/corpus"
LISTS = sorted(path for path in CORPUS.glob("*.md") if path.name != "README.md") if CORPUS.is_dir() else []
MARKUP = re.compile(r"[\\`*_~<>&\[\]()!#|\u200b\u2060\ufeff\ufffc]")
LETTERS = re.compile(r"[^\W_]")


def spans_of(item: Item) -> Iterator[Span]:
    yield item.span
    yield item.head
    if item.marker is not None:
        yield item.marker
    for part in (item.title, item.separator, item.summary, item.tail, *item.fields):
        if part is not None:
            yield part.span
    for link in item.links:
        yield link.span


def letters(text: str) -> str:
    return "".join(LETTERS.findall(text))


def is_within(needle: str, hay: str) -> bool:
    """Whether the letters of `needle` stand in `hay` in their order."""
    rest = iter(hay)
    return all(char in rest for char in needle)


def hold(document: Document) -> None:
    """Asserts all of it."""
    text = document.text
    whole = Span(0, len(text))
    for link in (*document.links, *document.images):
        hold_link(link, text, whole)
    for definition in document.definitions:
        assert definition.destination.of(text) == definition.url
        assert definition.span.contains(definition.destination)
    for spans in ([block.span for block in document.blocks], list(document.opaque), list(document.breaks)):
        hold_order(spans, whole)
    covered = list(text)
    for block in document.blocks:
        covered[block.span.start : block.span.end] = " " * len(block.span)
    assert not "".join(covered).strip(" \t\r\n\v\f")
    for span in document.breaks:
        assert not span.of(text).strip(" \t")
        assert len(span) >= 2
    hold_sections(document, whole)
    seen: set[int] = set()
    for item in document.items:
        assert id(item) not in seen
        seen.add(id(item))
        hold_item(item, text, whole)
    assert len(seen) == len(document.items)


def hold_order(spans: list[Span], whole: Span) -> None:
    end = 0
    for span in spans:
        assert whole.contains(span)
        assert span.start >= end, (span, end)
        assert span.end >= span.start
        end = span.end


def hold_link(link: Link, text: str, whole: Span) -> None:
    assert whole.contains(link.span)
    assert link.span.contains(link.label)
    if link.destination is not None:
        assert link.destination.of(text) == link.url
        assert link.span.contains(link.destination)
    if link.kind in {"autolink", "bare"}:
        assert link.text in {link.label.of(text), link.url}


def hold_sections(document: Document, whole: Span) -> None:
    starts = [section.span.start for section in document.all_sections]
    assert starts == sorted(starts)
    for section in document.all_sections:
        assert whole.contains(section.span)
        for inner in section.sections:
            assert section.span.contains(inner.span)
        if section.heading is not None:
            assert section.heading.start == section.span.start
        assert (section.heading is None) == (section.level == 0)
        hold_order([block.span for block in section.blocks], whole)
        hold_order([item.span for item in section.items], whole)


def hold_item(item: Item, text: str, whole: Span) -> None:
    for span in spans_of(item):
        assert whole.contains(span)
        assert item.span.contains(span), (item, span)
    hold_order([child.span for child in item.children], item.span)
    assert item.span.of(text) == item.span.of(text).strip(" \t\r\n")
    if item.title is not None:
        hold_title(item.title.text, item.title.span.of(text))
    if item.separator is not None:
        assert item.separator.text == item.separator.span.of(text)
    if item.tail is not None:
        assert item.tail.text == item.tail.span.of(text)
    for part in (item.title, item.summary):
        if part is not None:
            assert part.text == part.text.strip()
            assert part.text
    if item.link is not None and not item.verbatim:
        assert item.link in [link for each in item.walk() for link in each.links]
    if item.kind is Kind.ENTRY:
        assert item.form is not None
        assert item.title is not None or item.link is not None
        if item.summary is not None and item.separator is not None and item.separator.span.start < item.summary.span.start:
            assert item.separator.span.end <= item.summary.span.start
    else:
        assert item.form is None
        assert item.link is None


def hold_title(shown: str, written: str) -> None:
    assert shown
    if MARKUP.search(written) is None:
        assert "".join(shown.split()) == "".join(written.split())
    elif "&" not in written:
        assert is_within(letters(shown), letters(written))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem[:30])
def test_holds_of_real_lists(path: Path) -> None:
    hold(parse(Source.decode(path.name, path.read_bytes())))


WORDS = st.sampled_from(
    [
        *(
            "Alpha",
            "beta gamma",
            "Deep Learning: A Survey",
            "将代码",
            "工具，",
            "。",
            ", ",
            "，",
            " - ",
            " – ",
            ": ",
            "：",
            " | ",
            "|",
            " ",
        ),
        *("  ", "\t", "\\", "https://a.io/b", "https://arxiv.org/abs/2301.00001,", "<https://b.io>", "www.c.io", "[t](https://d.io/e)"),
        *("[t](u 'x')", "[**b**](<v w>)", "[[pdf](p)]", "([code](c))", "[ref]", "[ref][]", "[x][ref]", "![i](s.png)", "[![b](s)](l)"),
        *("[](e)", "[#](#top)", "**bold title**", "*em*", "__x__", "`code`", "``a`b``", "<kbd>k</kbd>", "<br>", "<br/>", "<b>", "</b>"),
        *("<!-- c -->", "<a href='z'>q</a>", "<img src=s>", "&amp;", "&nbsp;", "😀", ":zap:", "(2015)", "et al.", "J. Smith", "[MIT]"),
        *("(ICML 2020)", "05/16 - ", "Paper: ", "by Ann Lee", "[", "]", "(", ")", "*", "_", "~~s~~", "“Quoted Title Here”", "\u200b", "1."),
    ]
)
STARTS = st.sampled_from(
    [
        *("", "", "- ", "- ", "* ", "1. ", "+ ", "  - ", "    - ", "\t- ", "  ", "    ", "> ", "> - ", "# ", "## ", "### ", "| ", "- - "),
        *("- [ ] ", "* - [x] ", "-[", "```", "<details>", "</details>", "<summary>S</summary>", "<div>", "</div>", "<h2>H</h2>", "---"),
        *("===", "|---|---|", "[ref]: https://r.io/x", "[^1]: note", "<!-- listlint: ignore[LL1] -->", "\r", "**B**", "- Code: "),
    ]
)
LINES = st.builds(lambda start, words: start + "".join(words), STARTS, st.lists(WORDS, max_size=5))
DOCUMENTS = st.builds(
    lambda lines, newline: newline.join(lines), st.lists(LINES, max_size=14), st.sampled_from(["\n", "\n", "\n\n", "\r\n"])
)


@given(DOCUMENTS)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_holds_of_any_list(text: str) -> None:
    hold(parse(Source("list.md", text)))


@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=80))
@settings(max_examples=200, deadline=None)
def test_holds_of_any_text(text: str) -> None:
    hold(parse(Source("list.md", text)))
