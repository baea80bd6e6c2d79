"""LL2 to LL4: links, papers, duplicates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Tried


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/a, and more.\n",
        "See https://example.org/a. 代码\n",
        "见 <https://example.org/a>，代码\n",
        "见 [链接](https://example.org/a)，代码\n",
        "`https://example.org/a，代码`\n",
        "[维基](https://zh.wikipedia.org/wiki/蒙特卡洛（消歧义）)\n",
    ],
)
def test_swallowed_text_is_silent_where_a_link_ends_well(tried: type[Tried], text: str) -> None:
    assert tried("LL201").said(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("见https://example.org/a，代码在此\n", "见<https://example.org/a>，代码在此\n"),
        ("（https://example.org/a）。\n", "（<https://example.org/a>）。\n"),
        ("- [a](https://example.org/a)，另见 https://example.org/b。\n", "- [a](https://example.org/a)，另见 <https://example.org/b>。\n"),
    ],
)
def test_swallowed_text_is_given_back(tried: type[Tried], text: str, mended: str) -> None:
    assert tried("LL201").lines(text) == [1]
    assert tried("LL201").fixed(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        "[a](https://arxiv.org/abs/2307.14430v2)\n",
        "[a](https://arxiv.org/list/cs.CL/recent) [b](https://blog.arxiv.org/) [c](https://info.arxiv.org/help)\n",
        "[a](https://ar5iv.org/abs/2307.14430)\n",
        "`https://arxiv.org/pdf/2307.14430.pdf`\n",
        "".join(f"- [a](https://arxiv.org/{'abs' if n % 2 else 'pdf'}/2307.{n:05})\n" for n in range(1, 9)),
        "".join(f"- [a](https://arxiv.org/pdf/2307.{n:05}.pdf)\n" for n in range(1, 9)),
        "".join(f"- [a](https://browse.arxiv.org/abs/2307.{n:05})\n" for n in range(1, 9)),
        "[a](https://arxiv.org/abs/2510.1240)\n",
    ],
)
def test_arxiv_url_is_silent_about_habits_and_other_pages(tried: type[Tried], text: str) -> None:
    assert tried("LL301").said(text) == []


ABS = "".join(f"- [Title](https://arxiv.org/abs/2307.{n:05}), a summary.\n" for n in range(1, 9))


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://arxiv.org/abs//2307.14430", "https://arxiv.org/abs/2307.14430"),
        ("http://arxiv.org/abs/2307.14430", "https://arxiv.org/abs/2307.14430"),
        ("https://www.arxiv.org/abs/2307.14430", "https://arxiv.org/abs/2307.14430"),
        ("https://cn.arxiv.org/abs/2307.14430v1", "https://arxiv.org/abs/2307.14430v1"),
        ("https://arxiv.org/pdf/2307.14430.pdf", "https://arxiv.org/abs/2307.14430"),
        ("https://arxiv.org/html/2307.14430v3", "https://arxiv.org/abs/2307.14430v3"),
        ("https://arxiv.org/pdf/hep-th/9901001.pdf", "https://arxiv.org/abs/hep-th/9901001"),
    ],
)
def test_arxiv_url_takes_the_form_of_the_list(tried: type[Tried], url: str, written: str) -> None:
    for shape in ("[a]({})", "<{}>", "{}", "| {} |\n| - |"):
        text = f"{ABS}\n{shape}\n"
        assert len(tried("LL301").said(text.format(url))) == 1
        assert tried("LL301").fixed(text.format(url)) == text.format(written)


PDF = "".join(f"- [Title](https://arxiv.org/pdf/2307.0000{n}), a summary.\n" for n in range(8))


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (PDF + "- [a](https://arxiv.org/abs/2307.14430)\n", [9]),
        (PDF + "- [a](https://arxiv.org/abs/2307.14430)\n- [b](https://arxiv.org/abs/2307.14431)\n", []),
        (PDF + "- [a](https://arxiv.org/pdf/2307.14430.pdf)\n", []),
        (PDF + PDF.replace("pdf/2307", "pdf/2306") + "- [a](https://arxiv.org/pdf/2307.14430.pdf)\n", [17]),
        ("- [a](https://arxiv.org/pdf/2307.14430.pdf)\n" * 2, []),
    ],
)
def test_arxiv_url_leaves_what_is_no_slip(tried: type[Tried], text: str, lines: list[int]) -> None:
    assert tried("LL301").lines(text) == lines


def test_arxiv_url_is_a_guess_where_there_is_one_of_each(tried: type[Tried]) -> None:
    text = "[a](https://arxiv.org/abs/2307.14430) [b](https://arxiv.org/pdf/2307.14431)\n"
    assert tried("LL301").fixed(text) == text
    assert tried("LL301").fixed(text, unsafe=True) == text.replace("pdf", "abs")


def test_arxiv_url_follows_the_configuration(tried: type[Tried]) -> None:
    rule = tried("LL301", '[style]\narxiv = "pdf"\n[rules.arxiv-url]\nversions = "drop"')
    text = "[a](https://arxiv.org/abs/2307.14430) [b](https://arxiv.org/abs/2307.14431v2)\n"
    assert rule.fixed(text) == text.replace("abs/2307.14430", "pdf/2307.14430")
    assert rule.fixed(text, unsafe=True) == "[a](https://arxiv.org/pdf/2307.14430) [b](https://arxiv.org/pdf/2307.14431)\n"


def test_arxiv_url_in_html_and_definitions_is_reported_and_left(tried: type[Tried]) -> None:
    text = f'{ABS}\n<a href="http://arxiv.org/abs/2307.14430">x</a> [y]\n\n[y]: http://arxiv.org/abs/2307.14431\n'
    assert tried("LL301").lines(text) == [10, 12]
    assert tried("LL301").fixed(text) == text


@pytest.mark.parametrize("url", ["https://arxiv.org/abs/2307.14430", "https://arxiv.org/abs/math/0611800", "https://example.org/abs/1"])
def test_invalid_arxiv_id_is_silent(tried: type[Tried], url: str) -> None:
    assert tried("LL302").said(f"[a]({url})\n") == []


@pytest.mark.parametrize("number", ["2510.1240", "2413.12345", "2506.XXXXX", "1501.0000", "hep-th/9900001"])
def test_invalid_arxiv_id_is_never_mended(tried: type[Tried], number: str) -> None:
    text = f"[a](https://arxiv.org/abs/{number})\n"
    assert tried("LL302").lines(text) == [1]
    assert tried("LL302").fixed(text, unsafe=True) == text


@pytest.mark.parametrize(
    "text",
    [
        "- [a](#a)\n- [b](#a)\n\n## a\n",
        "- [a](https://arxiv.org/abs/2307.14430) [pdf](https://arxiv.org/pdf/2307.14430)\n- [b](https://example.org/b)\n",
        "- [a](https://example.org/a), after [b](https://example.org/b).\n- [b](https://example.org/b)\n",
        "- [a](https://example.org/A)\n- [a](https://example.org/a)\n",
        "## One\n- [a](https://example.org/a)\n## Two\n- [a](https://example.org/a)\n",
        "- One\n  - [a](https://example.org/a)\n- Two\n  - [a](https://example.org/a)\n",
        "- [Model 1](https://example.org)\n- [Model 2](https://example.org/)\n",
        "| m | n |\n| - | - |\n| [Model 1](https://example.org/a/b) | x |\n| [Model 2](https://example.org/a/b) | y |\n",
    ],
)
def test_duplicate_link_is_silent_about_what_is_meant(tried: type[Tried], text: str) -> None:
    assert tried("LL401").said(text) == []


@pytest.mark.parametrize(
    ("first", "again", "work"),
    [
        ("[a](https://arxiv.org/abs/2307.14430)", "[b](http://arxiv.org/pdf/2307.14430v2.pdf)", "arXiv 2307.14430"),
        ("[a](https://example.org/x/)", "[a](http://www.example.org/x)", "example.org/x"),
        ("[a](https://github.com/Foo/Bar)", "[b](https://github.com/foo/bar#readme)", "GitHub foo/bar"),
    ],
)
def test_duplicate_link_names_the_first_place(tried: type[Tried], first: str, again: str, work: str) -> None:
    text = f"- {first}, a summary.\n- [other](https://example.org/other), a summary.\n- {again}, a summary.\n"
    assert tried("LL401").said(text) == [f"3:3 leads to {work}, which line 1 lists already"]
    assert tried("LL401").fixed(text) == text


def test_duplicate_link_compares_sections_on_request(tried: type[Tried]) -> None:
    text = "## One\n- [a](https://example.org/a)\n## Two\n- [a](https://example.org/a)\n"
    assert tried("LL401", "[rules.LL401]\nacross-sections = false").lines(text) == [4]
