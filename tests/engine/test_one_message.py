"""One message a cause: a rule that yields to another is silent where both run, and says the fault where it runs alone."""

from __future__ import annotations

import pytest

from listlint import engine
from listlint.config import load, select
from listlint.text import Source

ROWS = "- [Words](#words)\n- [Lines](#line)\n- [Bytes](#bytes)\n- [Gone](#gone)\n"
HEADS = "".join(f"\n## {name}\n\n- [{name} of it](https://example.org/{name})\n" for name in ("Words", "Lines", "Bytes"))
LIST = f"# List\n\n{ROWS}{HEADS}"


def said(text: str, *codes: str) -> list[tuple[str, int]]:
    plan = select.plan(load.from_text(""), select.selection(select=list(codes)) if codes else select.selection())
    found = engine.check(Source("list.md", text), plan).diagnostics
    return [(one.code, text.count("\n", 0, one.span.start) + 1) for one in found]


@pytest.mark.parametrize("codes", [("LL209",), ("LL504",)])
def test_either_rule_alone_says_it(codes: tuple[str, ...]) -> None:
    assert said(LIST, *codes) == [(codes[0], 4), (codes[0], 6)]


@pytest.mark.parametrize("codes", [("LL209", "LL504"), ()])
def test_both_say_it_once(codes: tuple[str, ...]) -> None:
    assert said(LIST, *codes) == [("LL504", 4), ("LL504", 6)]


def test_a_place_beside_the_contents_is_told() -> None:
    assert ("LL209", 4) in said(f"{LIST}\n[back](#line)\n")
    text = f"{LIST}\n[back](#nowhere)\n".replace("(#line)", "(#lines)")
    assert said(text) == [("LL504", 6), ("LL209", 20)]


def test_what_tracks_in_an_arxiv_link_is_said_once() -> None:
    text = "- [A](https://arxiv.org/abs/2305.16960?utm_source=x)\n- [B](https://arxiv.org/abs/2305.16961?fbclid=x)\n"
    assert said(text, "LL202", "LL301") == [("LL301", 1), ("LL202", 2)]
    assert said(text, "LL202") == [("LL202", 1), ("LL202", 2)]
