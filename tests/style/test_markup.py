"""Which words may become a link's label, and which URLs its destination, as they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.style.markup import destination, label_escapes


@pytest.mark.parametrize(
    ("label", "escapes"),
    [
        ("plain title", ()),
        ("[ICLR 2024] title", ()),
        ("a \\] b", ()),
        ("`a[0]` b", ()),
        ("open [ bracket", (5,)),
        ("close ] and ] twice", (6, 12)),
        ("] before [", (0, 9)),
        ("`a[0` b", None),
        ("<https://x.io/[> b", None),
        ("ends in \\", None),
        ("ends in \\\\", ()),
        ("an ![image](x)", None),
        ("a [link](x)", None),
    ],
)
def test_label_escapes(label: str, escapes: tuple[int, ...] | None) -> None:
    assert label_escapes(label) == escapes


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://x.io/a_b?c=d&e=f#g", "https://x.io/a_b?c=d&e=f#g"),
        ("https://x.io/a(b)", "https://x.io/a(b)"),
        ("https://x.io/中文", "https://x.io/中文"),
        ("https://x.io/a(b", "<https://x.io/a(b>"),
        ("https://x.io/a)b(", "<https://x.io/a)b(>"),
        ("https://x.io/a b", "<https://x.io/a b>"),
        ("www.x.io", None),
        ("x.io/a", None),
        ("https://x.io/a\\_b", None),
        ("https://x.io/a&amp;b", None),
        ("https://x.io/<a>", None),
    ],
)
def test_destination(url: str, written: str | None) -> None:
    assert destination(url) == written


@given(st.text(alphabet="a[]\\`", max_size=30))
def test_escaped_labels_are_balanced(label: str) -> None:
    escapes = label_escapes(label)
    if escapes:
        escaped = "".join(f"\\{char}" if at in escapes else char for at, char in enumerate(label))
        assert label_escapes(escaped) == ()
