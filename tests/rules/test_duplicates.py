"""LL401 beyond arXiv: identities that are one, what the options allow, and the fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from listlint import engine
from listlint.config import load, select
from listlint.text import Source

if TYPE_CHECKING:
    from tests.conftest import Tried

OTHER = "- [Other](https://example.org/other), a thing.\n"


@pytest.mark.parametrize(
    "text",
    [
        "- [Part one](https://example.org/page#one)\n- [Part two](https://example.org/page#two)\n",
        "| Tool |\n| - |\n| [A](https://example.org/a/b) |\n\n- [A](https://example.org/a/b), a tool.\n",
        "- [A](https://openreview.net/forum?id=AbCdEf)\n- [B](https://openreview.net/forum?id=aBcDeF)\n",
        "- [A](https://youtu.be/dQw4w9WgXcQ)\n- [B](https://youtu.be/dQw4w9WgXcq)\n",
        "- [A](https://arxiv.org/abs/2307.14430), after [B](https://doi.org/10.1000/182).\n- [B](https://doi.org/10.1000/182)\n",
    ],
)
def test_what_is_meant_stays(tried: type[Tried], text: str) -> None:
    assert tried("LL401").said(text) == []


@pytest.mark.parametrize(
    ("first", "again", "how"),
    [
        ("https://arxiv.org/abs/2307.14430", "https://huggingface.co/papers/2307.14430", "both are arXiv 2307.14430"),
        ("https://arxiv.org/abs/2307.14430", "https://doi.org/10.48550/arXiv.2307.14430", "both are arXiv 2307.14430"),
        ("https://aclanthology.org/P15-1033", "http://aclweb.org/anthology/P15-1033.pdf", "both are ACL Anthology P15-1033"),
        ("https://youtu.be/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=4", "both are YouTube video dQw4w9WgXcQ"),
        ("https://example.org/a/b?utm_source=x", "http://example.org/a/b/", "both lead to example.org/a/b"),
    ],
)
def test_related_says_how_they_are_the_same(first: str, again: str, how: str) -> None:
    plan = select.plan(load.from_text(""), select.selection(select=["LL401"]))
    found = engine.check(Source("list.md", f"- [A]({first}), a.\n{OTHER}- [A]({again}), b.\n"), plan).diagnostics
    assert [[related.message for related in one.related] for one in found] == [[f"listed here first: {how}"]]


def test_a_paper_known_by_two_names_is_one(tried: type[Tried]) -> None:
    text = (
        "- **A long title**. [[arXiv](https://arxiv.org/abs/2307.14430)] [[DOI](https://doi.org/10.1000/182)]\n"
        "- **Another**. [[arXiv](https://arxiv.org/abs/2307.14431)]\n"
        "- **A long title**. [[Paper](https://doi.org/10.1000/182)]\n"
    )
    assert tried("LL401").said(text) == ["3:22 leads to DOI 10.1000/182, which line 1 lists already"]
    by_name = (
        "## One\n- [A](https://arxiv.org/abs/2307.14430)\n- [B](https://doi.org/10.1000/182)\n\n"
        "## Two\n- **A**. [[arXiv](https://arxiv.org/abs/2307.14430)] [[DOI](https://doi.org/10.1000/182)]\n"
    )
    assert tried("LL401").said(by_name) == ["3:3 leads to DOI 10.1000/182, the same work as arXiv 2307.14430, which line 2 lists already"]


def test_cross_listings_are_an_option(tried: type[Tried]) -> None:
    text = "## One\n- [A](https://example.org/a/b)\n## Two\n- [A](https://example.org/a/b)\n- [Another name](https://example.org/a/b)\n"
    assert tried("LL401").lines(text) == [5]
    assert tried("LL401", "[rules.LL401]\nacross-sections = false").lines(text) == [4, 5]
    assert tried("LL401", "[rules.LL401]\nacross-sections = false\ncross-listings = true").lines(text) == [5]


def test_fragments_and_tables_are_options(tried: type[Tried]) -> None:
    pages = "- [Part one](https://example.org/a/b#one)\n- [Part two](https://example.org/a/b#two)\n"
    assert tried("LL401", "[rules.LL401]\nfragments = false").lines(pages) == [2]
    table = "| Tool |\n| - |\n| [A](https://example.org/a/b) |\n\n- [A](https://example.org/a/b), a tool.\n"
    assert tried("LL401", "[rules.LL401]\nsummary-tables = false").lines(table) == [5]


A = "- [A](https://example.org/a)"
C = "- [C](https://example.org/c)\n"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        (f"{A}, a tool.\n{OTHER}- [A](http://example.org/a/)\n", f"{A}, a tool.\n{OTHER}"),
        (f"{A}\n{OTHER}{A}\n{C}", f"{A}\n{OTHER}{C}"),
        (f"{A}\n\n{A}\n\n{C}", f"{A}\n\n{C}"),
    ],
)
def test_a_repeat_that_says_nothing_goes_on_request(tried: type[Tried], text: str, mended: str) -> None:
    assert tried("LL401").fixed(text) == text
    assert tried("LL401").fixed(text, unsafe=True) == mended


@pytest.mark.parametrize(
    "again",
    [
        "- [A](https://example.org/a), a better tool.\n",
        "- [A](https://example.org/a) [code](https://example.org/code)\n",
        "- [A](https://example.org/a)\n  - with a note\n",
        "- [A](https://example.org/a) ![logo](https://example.org/a.png)\n",
    ],
)
def test_a_repeat_that_says_more_stays(tried: type[Tried], again: str) -> None:
    text = f"- [A](https://example.org/a), a tool.\n{again}"
    assert tried("LL401").lines(text) == [2]
    assert tried("LL401").fixed(text, unsafe=True) == text


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("LLaMA", "LLaMA: open and efficient models", "LL401"),
        ("A survey of large models", "Survey on large models", "LL401"),
        ("Gated recurrent units", "GRU", "LL401"),
        ("DINOv2: learning robust features", "Meta - DINOv2: self-supervision at scale", "LL401"),
        ("一年成为高手", "Master it in a year", "LL401"),
        ("Open and efficient foundation models", "Scaling laws of transfer", "LL402"),
        ("一起学前端", "搭建多人博客", "LL402"),
    ],
)
def test_each_cause_has_its_code(tried: type[Tried], one: str, other: str, code: str) -> None:
    text = f"- [{one}](https://arxiv.org/abs/2302.13971)\n{OTHER}- [{other}](https://arxiv.org/pdf/2302.13971)\n"
    assert [each for each in ("LL401", "LL402") if tried(each).said(text)] == [code]


def test_versions_and_parts_may_share_a_page(tried: type[Tried]) -> None:
    text = "- [A survey, version 8](https://arxiv.org/abs/2303.18223)\n- [A survey, version 11](https://arxiv.org/abs/2303.18223)\n"
    assert tried("LL401").said(text) == tried("LL402").said(text) == []
    assert tried("LL401", "[rules.LL401]\nfront-pages = false").lines(text) == [2]
