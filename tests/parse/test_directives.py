"""Comments that speak to listlint."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.model import Directive
from listlint.parse.directives import find
from listlint.text import Span

Told = tuple[str, str, tuple[str, ...], str]


def read(text: str) -> list[Told]:
    """Comment, action, rules and reason of each directive, the whole text being HTML."""
    found = find(text, [Span(0, len(text))])
    assert all(part.span.of(text) == part.text for directive in found for part in directive.rules)
    return [(d.span.of(text), d.action, tuple(part.text for part in d.rules), d.reason) for d in found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "listlint: ignore",
        "<!-- a comment -->",
        "<!-- listlint -->",
        "<!-- listlint-disable -->",
        "<!-- see listlint: ignore -->",
        "<!-- markdownlint: ignore -->",
        "<p>listlint: ignore</p>",
        "<!-- a <!-- listlint: ignore -->",
    ],
)
def test_no_directive(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("inside", "action", "rules", "reason"),
    [
        (" listlint: ignore[LL102] ", "ignore", ("LL102",), ""),
        (" listlint: ignore[LL102, mixed-separator] as it came ", "ignore", ("LL102", "mixed-separator"), "as it came"),
        (" listlint: ignore ", "ignore", (), ""),
        (" listlint: ignore it is [sic] ", "ignore", (), "it is [sic]"),
        (" listlint: ignore-next[LL1] a\n  b ", "ignore-next", ("LL1",), "a b"),
        (" listlint: disable[ LL1,LL2 LL3, ] ", "disable", ("LL1", "LL2", "LL3"), ""),
        (" listlint: enable ", "enable", (), ""),
        (" listlint: ignore-file [LL4] all of it ", "ignore-file", ("LL4",), "all of it"),
        ("listlint:ignore[LL1]", "ignore", ("LL1",), ""),
        ("\n listlint : ignore \n", "ignore", (), ""),
        # malformed ones keep what stands there, so that a rule can say it
        (" listlint: ignroe[LL1] ", "ignroe", ("LL1",), ""),
        (" listlint: ignore[LL1 why ", "ignore[LL1 why", (), ""),
        (" listlint: ignore[] why ", "ignore[] why", (), ""),
        (" listlint: ignore[[LL1]] ", "ignore[[LL1]]", (), ""),
        (" listlint: ", "", (), ""),
        (" listlint: [LL1] ", "", ("LL1",), ""),
        (" listlint: IGNORE ", "IGNORE", (), ""),
    ],
)
def test_directive(inside: str, action: str, rules: tuple[str, ...], reason: str) -> None:
    comment = f"<!--{inside}-->"
    assert read(f"<p> {comment} x -->") == [(comment, action, rules, reason)]


def test_all_of_them_in_order() -> None:
    text = "<!-- listlint: disable --><!-- a --> `<!-- listlint: enable -->` <!-- listlint: enable -->"
    assert find(text, [Span(0, 36), Span(65, len(text))]) == (
        Directive(Span(0, 26), "disable", ()),
        Directive(Span(65, len(text)), "enable", ()),
    )


def test_a_comment_that_is_not_closed_reaches_the_end_of_its_html() -> None:
    assert find("<!-- listlint: ignore[a] b", [Span(0, 24)])[0].span == Span(0, 24)


@given(st.text("<!->listlint: ignore[a,]\n", max_size=80))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    at = 0
    for directive in find(text, [Span(0, len(text))]):
        assert at <= directive.span.start < directive.span.end <= len(text)
        assert all(directive.span.contains(part.span) for part in directive.rules)
        at = directive.span.end
