"""Rules that hold a list to its own style: first what must stay silent, then what is found and mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Tried

UPPER = "".join(f"- [Title {n}](https://example.org/{n}) - A summary of it.\n" for n in range(40))
"""Forty entries on lines 1 to 40: capital, full stop, plain titles, sorted by title in parts."""
NAMES = ["alder", "ash", "aspen", "beech", "birch", "cedar", "cypress", "elm", "fir", "hazel", "larch", "linden"]
NAMES += ["maple", "oak", "palm", "pine", "plane", "poplar", "rowan", "spruce", "walnut", "willow", "yew"]


def sorted_list(names: list[str]) -> str:
    return "".join(f"- [{name}](https://example.org/{len(name)}) - A tree.\n" for name in names)


@pytest.mark.parametrize(
    "summary",
    [
        "`ls` for trees.",
        "npm package.",
        "iOS app.",
        "3 of them.",
        "[a link](https://example.org/x).",
        "统计字数。",
        "“quoted” text.",
        "std::map, but fast.",
    ],
)
def test_summary_case_leaves_names_alone(tried: type[Tried], summary: str) -> None:
    assert tried("LL108").said(f"{UPPER}- [Title](https://example.org/x) - {summary}\n") == []


def test_summary_case_is_silent_without_a_convention(tried: type[Tried]) -> None:
    lower = UPPER.replace("- A", "- a").replace("https://example.org/", "https://example.org/x")
    assert tried("LL108").said(UPPER + lower) == []
    assert tried("LL108").said("- [a](https://example.org/a) - One.\n- [b](https://example.org/b) - two.\n") == []


def test_summary_case_is_found_and_mended_on_demand(tried: type[Tried]) -> None:
    text = f"{UPPER}- [Title](https://example.org/x) - a summary.\n"
    rule = tried("LL108")
    assert rule.said(text) == ['41:36 summary begins with "a", expected a capital, 40 of 41 begin with one']
    assert rule.fixed(text) == text
    assert rule.fixed(text, unsafe=True) == text.replace("- a s", "- A s")


@pytest.mark.parametrize("summary", ["ttyrec to files.", "zlib-like summary.", "a 和 b。"])
def test_summary_case_takes_what_the_list_says_nowhere_else_for_names(tried: type[Tried], summary: str) -> None:
    assert tried("LL108").said(f"{UPPER}- [Title](https://example.org/x) - {summary}\n") == []


def test_neighbours_that_changed_places_are_told_and_put_back(tried: type[Tried]) -> None:
    names = [*NAMES[:5], "json to model", "jsonexport", *NAMES[9:]]
    rows = [f"- [{name}](https://example.org/{at}) - A tree.\n" for at, name in enumerate(sorted(names))]
    text = "".join(rows)
    rows[2], rows[3] = rows[3], rows[2]
    assert len(tried("LL503").said("".join(rows))) == 1
    assert tried("LL503").fixed("".join(rows), unsafe=True) == text


@pytest.mark.parametrize(
    "summary",
    [
        "Is that all?", "That is all!", "And so on…", "And so on...", "See https://example.org/y", "He said “so.”",
        "(That is all.)", "Done etc.", "Good :tada:", "A summary. [MIT]", "See [what it says.](https://example.org/y)",
    ],
)  # fmt: skip
def test_summary_ending_leaves_what_ends_well(tried: type[Tried], summary: str) -> None:
    assert tried("LL109").said(f"{UPPER}- [Title](https://example.org/x) - {summary}\n") == []


def test_summary_ending_is_silent_about_what_follows_a_blank(tried: type[Tried]) -> None:
    assert tried("LL109").said(f"{UPPER}- [Title](https://example.org/x) series\n") == []


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("Text of it", "Text of it."),
        ("Text of it [MIT]", "Text of it. [MIT]"),
        ("Text of `it`", "Text of `it`."),
        ("Text of **it**", "Text of **it**."),
        ("Text of [it](https://example.org/y)", "Text of [it](https://example.org/y)."),
    ],
)
def test_summary_ending_puts_the_stop_behind_the_last_word(tried: type[Tried], line: str, mended: str) -> None:
    text = f"{UPPER}- [Title](https://example.org/x) - {line}\n"
    assert tried("LL109").lines(text) == [41]
    assert tried("LL109").fixed(text) == text
    assert tried("LL109").fixed(text, unsafe=True) == f"{UPPER}- [Title](https://example.org/x) - {mended}\n"


def test_summary_ending_takes_a_stop_away_where_there_are_none(tried: type[Tried]) -> None:
    bare = UPPER.replace("it.", "it")
    text = f"{bare}- [Title](https://example.org/x) - Text of it.\n"
    assert tried("LL109").said(text) == ['41:46 summary ends with ".", expected none, 40 of 41 end so']
    assert tried("LL109").fixed(text, unsafe=True) == f"{bare}- [Title](https://example.org/x) - Text of it\n"


def test_summary_ending_judges_scripts_apart(tried: type[Tried]) -> None:
    chinese = "".join(f"- [题{n}](https://example.org/{n})：一个很好的总结。\n" for n in range(30))
    assert tried("LL109").said(f"{chinese}- [Title](https://example.org/x)：a summary in English\n") == []
    text = f"{chinese}- [题](https://example.org/x)：一个没有句号的总结\n"
    assert tried("LL109").fixed(text, unsafe=True) == f"{chinese}- [题](https://example.org/x)：一个没有句号的总结。\n"


def test_summary_length_is_silent_unless_configured(tried: type[Tried]) -> None:
    assert tried("LL110").said(UPPER) == []


def test_summary_length_counts_what_a_reader_sees(tried: type[Tried]) -> None:
    text = "- [a](https://example.org/a) - One &amp; 2.\n- [b](https://example.org/b)\n"
    assert tried("LL110", "[rules.summary-length]\nmaximum = 8").said(text) == []
    assert tried("LL110", "[rules.summary-length]\nmaximum = 7").lines(text) == [1]
    assert tried("LL110", "[rules.summary-length]\nminimum = 9").lines(text) == [1]


@pytest.mark.parametrize("summary", ["Title is it.", "Titles of trees.", "Title: of trees.", "[Title](https://example.org/y)"])
def test_repeated_title_is_silent_where_more_is_said(tried: type[Tried], summary: str) -> None:
    assert tried("LL111").said(f"{UPPER}- [Title](https://example.org/x) - {summary}\n") == []


def test_repeated_title_is_silent_where_it_is_the_way(tried: type[Tried]) -> None:
    again = "".join(f"- [Name {n}](https://example.org/{n}) - Name {n}\n" for n in range(4))
    assert tried("LL111").said(f"{UPPER}\n## Other\n\n{again}") == []


@pytest.mark.parametrize("summary", ["Title", "Title.", "TITLE"])
def test_repeated_title_is_found(tried: type[Tried], summary: str) -> None:
    assert tried("LL111").lines(f"{UPPER}- [Title](https://example.org/x) - {summary}\n") == [41]


def test_repeated_title_may_be_told_of_labels_and_sentences(tried: type[Tried]) -> None:
    text = f"{UPPER}- [Oak](https://example.org/x) - Oak: a tree.\n- [Elm](https://example.org/y) - Elm is a tree.\n"
    assert tried("LL111", "[rules.repeated-title]\nlabels = true").lines(text) == [41]
    assert tried("LL111", "[rules.repeated-title]\nsentences = true").lines(text) == [41, 42]


@pytest.mark.parametrize(
    "text",
    [
        "- a\n*emphasis* in a note\n",
        "* a\n*emphasis* in a note\n",
        "- a\n-1 is a number\n",
        "- a\n--\n",
        "- a\n->b\n",
        "```\n- a\n-b\n```\n",
        "- a\n\ntext\n-x is an option\n",
        "* a\n  -b is nested otherwise\n",
        "| - a |\n| --- |\n|-b|\n",
        "<pre>\n- a\n-b\n</pre>\n",
        "- a `\n-b\n`\n",
    ],
)
def test_glued_marker_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL112").said(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("- [a](https://example.org/a)\n-[b](https://example.org/b)\n", "- [a](https://example.org/a)\n- [b](https://example.org/b)\n"),
        ("- a\n-word\n- c\n", "- a\n- word\n- c\n"),
        ("*   a\n*word\n", "*   a\n*   word\n"),
        ("-[a](https://example.org/a)\n- b\n", "- [a](https://example.org/a)\n- b\n"),
        (
            "- a\n-[b](https://example.org/b)\n-[c](https://example.org/c)\n",
            "- a\n- [b](https://example.org/b)\n- [c](https://example.org/c)\n",
        ),
        ("- a\n  - b\n  -论文\n", "- a\n  - b\n  - 论文\n"),
    ],
)
def test_glued_marker_gets_its_blank(tried: type[Tried], text: str, mended: str) -> None:
    for newline in ("\n", "\r\n"):
        assert tried("LL112").said(text.replace("\n", newline)) != []
        assert tried("LL112").fixed(text.replace("\n", newline)) == mended.replace("\n", newline)


@pytest.mark.parametrize("text", ["- - a\n  - b\n", "- 1. a\n", "1. - a\n", "- [ ] a\n", "- * * *\n", "* - [ ] a\n", "- `- a`\n"])
def test_doubled_marker_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL113").said(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("- - [a](https://example.org/a)\n- b\n", "- [a](https://example.org/a)\n- b\n"),
        ("* * a word\n* b\n", "* a word\n* b\n"),
        (" * * [a](https://example.org/a) - Text.\n * b\n", " * [a](https://example.org/a) - Text.\n * b\n"),
    ],
)
def test_doubled_marker_goes(tried: type[Tried], text: str, mended: str) -> None:
    for newline in ("\n", "\r\n"):
        assert len(tried("LL113").said(text.replace("\n", newline))) == 1
        assert tried("LL113").fixed(text.replace("\n", newline)) == mended.replace("\n", newline)


@pytest.mark.parametrize(
    "text",
    [
        "- [The Link](https://example.org/a)\n",
        "- Alpha\n  - [link](https://example.org/a)\n  - [here](https://example.org/b)\n",
        "- See [here](https://example.org/a) for more of it.\n",
        "".join(f"- [link](https://example.org/{n}) - A summary.\n" for n in range(6)),
        "- [C](https://example.org/c) - A language.\n- [...](https://example.org/d)\n- [+](https://example.org/d)\n"[:43],
    ],
)
def test_vague_title_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL114").said(text) == []


@pytest.mark.parametrize("title", ["here", "Here", "[link]", "Click here", "link:", "链接", "リンク", "ссылка", "aquí", "ici", "링크"])
def test_vague_title_is_found(tried: type[Tried], title: str) -> None:
    assert tried("LL114").lines(f"{UPPER}- [{title}](https://example.org/x) - Text.\n") == [41]


@pytest.mark.parametrize(
    "line", ["- [`code`](https://example.org/x) - Text.", "- <https://example.org/x> - Text.", "- Words without a link."]
)
def test_title_decoration_is_silent(tried: type[Tried], line: str) -> None:
    assert tried("LL116").said(f"{UPPER}{line}\n") == []


@pytest.mark.parametrize(
    "title", ["[**T**](https://e.org/x)", "**[T](https://e.org/x)**", "[_T_](https://e.org/x)", "*[T](https://e.org/x)*"]
)
def test_title_decoration_is_turned_into_any_other(tried: type[Tried], title: str) -> None:
    wanted = {"plain": "[T](https://e.org/x)", "bold-inside": "[**T**](https://e.org/x)", "bold-outside": "**[T](https://e.org/x)**"}
    for name, mended in wanted.items():
        rule = tried("LL116", f'[style]\ntitle-decoration = "{name}"')
        assert rule.fixed(f"- {title} - Text.\n") == f"- {mended} - Text.\n"


def test_field_order_is_silent_without_an_order(tried: type[Tried]) -> None:
    text = "- 12/03 - [a](https://example.org/a)\n- [b](https://example.org/b) - 11/28\n"
    assert tried("LL117").said(text) == []
    assert tried("LL117", '[style]\nfield-order = ["authors", "title"]').said(text) == []


def test_field_order_is_found(tried: type[Tried]) -> None:
    text = "- 12/03 - [a](https://example.org/a)\n- [b](https://example.org/b) - 11/28\n"
    rule = tried("LL117", '[style]\nfield-order = ["title", "date"]')
    assert rule.said(text) == ["1:12 date stands before title, configured title, date"]


@pytest.mark.parametrize(
    "order", [NAMES, NAMES[::2] + NAMES[1::2], [*NAMES[:3], "The Beech", *NAMES[3:]], [*NAMES[:3], "Beech-tree", *NAMES[4:]]]
)
def test_unsorted_section_is_silent(tried: type[Tried], order: list[str]) -> None:
    assert tried("LL503").said(sorted_list(order)) == []


def test_unsorted_section_names_the_entry_and_its_place(tried: type[Tried]) -> None:
    names = [name for name in NAMES if name != "oak"]
    text = sorted_list([names[0], "oak", *names[1:]])
    assert tried("LL503").said(text) == ['2:4 "oak" belongs behind "maple", 21 of 22 neighbours stand by title']
    assert tried("LL503").fixed(text) == text
    assert tried("LL503").fixed(text, unsafe=True) == sorted_list(NAMES)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_unsorted_section_moves_whole_entries(tried: type[Tried], newline: str, gap: str, end: str) -> None:
    blocks = [
        "- [c](https://example.org/c) - One.\n  - A note.\n    More of it.",
        "- [a](https://example.org/a)",
        "- [b](https://example.org/b)",
    ]
    text = (f"\n{gap}".join(blocks) + end).replace("\n", newline)
    rule = tried("LL503", '[style]\norder = "title"')
    done = (f"\n{gap}".join([blocks[1], blocks[2], blocks[0]]) + end).replace("\n", newline)
    assert rule.fixed(text, unsafe=True) == done


@pytest.mark.parametrize(
    "text",
    [
        "1. [b](https://example.org/b)\n2. [a](https://example.org/a)\n",
        "- [b](https://example.org/b) <!-- listlint: ignore[LL401] -->\n- [a](https://example.org/a)\n",
        "| name |\n| --- |\n| [b](https://example.org/b) |\n| [a](https://example.org/a) |\n",
    ],
)
def test_unsorted_section_leaves_numbers_tables_and_directives_in_place(tried: type[Tried], text: str) -> None:
    assert tried("LL503", '[style]\norder = "title"').fixed(text, unsafe=True) == text


def test_unsorted_section_keeps_groups_below_their_comments(tried: type[Tried]) -> None:
    text = "- [b](https://example.org/b)\n- [a](https://example.org/a)\n<!-- more -->\n- [d](https://example.org/d)\n- [c](https://example.org/c)\n"
    done = "- [a](https://example.org/a)\n- [b](https://example.org/b)\n<!-- more -->\n- [c](https://example.org/c)\n- [d](https://example.org/d)\n"
    assert tried("LL503", '[style]\norder = "title"').fixed(text, unsafe=True) == done


def test_han_latin_spacing_is_silent_without_a_convention(tried: type[Tried]) -> None:
    assert tried("LL604").said("- [a](https://example.org/a)：用Python 写的。\n") == []


@pytest.mark.parametrize("text", ["`用Python写`", "https://example.org/用Python写", "「用Python写」", "[题](https://example.org/用a写)"])
def test_han_latin_spacing_leaves_code_urls_and_names(tried: type[Tried], text: str) -> None:
    assert tried("LL604", '[style]\nhan-latin = "spaced"').said(f"- {text}\n\n# 用Python写\n") == []


def test_han_latin_spacing_is_mended(tried: type[Tried]) -> None:
    spaced, tight = "- 题：用 Python 写 3 个。\n", "- 题：用Python写3个。\n"
    assert tried("LL604", '[style]\nhan-latin = "spaced"').fixed(tight) == spaced
    assert tried("LL604", '[style]\nhan-latin = "tight"').fixed(spaced) == tight


@pytest.mark.parametrize(
    "text",
    [
        "论文, 摘要", "zero-shot,few-shot", "论文,abc", "`论文,摘要`", "https://example.org/论文,摘要", "[题](https://example.org/甲,乙)",
        "[题](https://example.org/a),摘要", "论文，摘要",
    ],
)  # fmt: skip
def test_fullwidth_punctuation_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL605").said(f"- {text}\n") == []


def test_fullwidth_punctuation_is_silent_where_it_is_the_way(tried: type[Tried]) -> None:
    assert tried("LL605").said("- 一,二,三,四,五,六，七\n") == []


def test_fullwidth_punctuation_is_mended(tried: type[Tried]) -> None:
    assert (
        tried("LL605").fixed("- [论文,摘要](https://example.org/a)：数据,模型\n") == "- [论文，摘要](https://example.org/a)：数据，模型\n"
    )
