"""Brackets that were meant as links, and parentheses that are open."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listlint import engine
from listlint.config import load, select
from listlint.parse import parse
from listlint.style.nearlinks import near_links
from listlint.style.parentheses import is_open
from listlint.text import Source

BITS = st.sampled_from(
    (*"[]()（）! \n`\\x中", "[a]", "](", "][", "- ", "https://example.org/a", "http//x.org", "<!--", "-->", "[b]: https://x.org/?fbclid=1")
)
TEXTS = st.lists(BITS, max_size=30).map("".join)


def found(text: str) -> list[tuple[str, str, str | None]]:
    document = parse(Source("list.md", text))
    return [(near.kind, near.span.of(text), near.meant) for near in near_links(document)]


@pytest.mark.parametrize(
    "text", ["[a](https://x.org)", "[a][b]\n\n[b]: https://x.org", "`[a](https://x.org b)`", "[a](b c)", "[] (https://x.org)"]
)
def test_links_and_mere_brackets_are_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("[a](https://x.org/b c)", ("blank", "[a](https://x.org/b c)", None)),
        ("[a](https://x.org/ c)", ("blank", "[a](https://x.org/ c)", "https://x.org/c")),
        ("[a] (https://x.org/b) c", ("apart", "[a] (https://x.org/b)", "https://x.org/b")),
        ("[a][https://x.org/b] c", ("square", "[a][https://x.org/b]", "https://x.org/b")),
        ("[a]（https://x.org/b） c", ("wide", "[a]（https://x.org/b）", "https://x.org/b")),
        ("[a](https://x.org/b_(c) d", ("unclosed", "[a](https://x.org/b_(c)", "https://x.org/b_(c)")),
        ("[a][b] c", ("reference", "[a][b]", None)),
    ],
)
def test_near_links_are_told_by_kind(text: str, near: tuple[str, str, str | None]) -> None:
    assert found(text) == [near]


@settings(deadline=None)
@given(TEXTS)
def test_near_links_stand_apart_and_in_order(text: str) -> None:
    spans = [near.span for near in near_links(parse(Source("list.md", text)))]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@settings(deadline=None)
@given(TEXTS)
def test_whatever_the_url_rules_mend_stays_mended(text: str) -> None:
    plan = select.plan(load.from_text(""), select.selection(select=["LL202", "LL204", "LL207", "LL208", "LL209", "LL210", "LL303"]))
    done = engine.fix(Source("list.md", text), plan, unsafe=True)
    assert done.failure is None
    again = engine.fix(done.after.document.source, plan, unsafe=True)
    assert again.after.document.text == done.after.document.text


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("a (b", True),
        ("a (b) c", False),
        ("- a (b\n  c", True),
        ("- a (b\n- c", False),
        ("(a\n\nb", False),
        ("1) a", False),
        ("a) (b", True),
    ],
)
def test_parentheses_are_counted_from_where_the_text_begins(text: str, opened: bool) -> None:  # noqa: FBT001 - a table
    assert is_open(text, len(text)) is opened
