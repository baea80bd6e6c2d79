"""LL1: first what must stay silent, then what is found and mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Tried

LINKED = "".join(f"- [Title {n}](https://example.org/{n}), a summary of it.\n" for n in range(1, 7))
"""Six entries that begin with their link, on lines 1 to 6."""


@pytest.mark.parametrize(
    "line",
    [
        "- A sentence that ends in https://example.org/x.",
        "- A title (https://example.org/x), in brackets.",
        "- See [here](https://example.org/a), https://example.org/x, a summary.",
        "- Title, <ftp://example.org/x y>, a summary.",
        "- Title, www.example.org, a summary.",
        "- https://example.org/x, a summary.",
        "- `a[0` title, https://example.org/x, a summary.",
        "- `- Title, https://example.org/x, a summary.`",
    ],
)
def test_unlinked_title_is_silent_where_title_and_url_are_not_apart(tried: type[Tried], line: str) -> None:
    assert tried("LL101").said(f"{LINKED}{line}\n") == []


def test_unlinked_title_is_silent_where_the_list_does_not_link_titles(tried: type[Tried]) -> None:
    bare = "".join(f"- Title {n}, https://example.org/{n}, a summary.\n" for n in range(7))
    assert tried("LL101").said(LINKED + bare) == []


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("- Title，https://example.org/x, a summary", "- [Title](https://example.org/x), a summary"),
        ("- Title, https://example.org/x, a summary", "- [Title](https://example.org/x), a summary"),
        ("- Title: https://example.org/x a summary", "- [Title](https://example.org/x), a summary"),
        ("- Title - <https://example.org/x> - a summary", "- [Title](https://example.org/x), a summary"),
        ("- Title，https://example.org/x，总结", "- [Title](https://example.org/x), 总结"),
        ("- Title，https://example.org/x", "- [Title](https://example.org/x)"),
        ("- **Title**, https://example.org/x, a summary", "- [**Title**](https://example.org/x), a summary"),
        ("- [ICLR] Title, https://example.org/x, a summary", "- [ICLR] [Title](https://example.org/x), a summary"),
        ("- An open] title, https://example.org/x, a summary", "- [An open\\] title](https://example.org/x), a summary"),
        ("- Title, https://example.org/a_(b), a summary", "- [Title](https://example.org/a_(b)), a summary"),
        ("- Title, https://example.org/a(b, a summary", "- [Title](<https://example.org/a(b>), a summary"),
        ("- Title, https://example.org/?a=1&b=2, a summary", "- [Title](https://example.org/?a=1&b=2), a summary"),
    ],
)
def test_unlinked_title_is_linked_without_touching_a_word(tried: type[Tried], line: str, mended: str) -> None:
    for newline in ("\n", "\r\n"):
        text = f"{LINKED}{line}\n".replace("\n", newline)
        assert tried("LL101").lines(text) == [7]
        assert tried("LL101").fixed(text) == f"{LINKED}{mended}\n".replace("\n", newline)


@pytest.mark.parametrize(
    "text",
    [
        "- [a](https://example.org/a) - Text.\n- [b](https://example.org/b): Text.\n",
        LINKED + "- [Title 7](https://example.org/7) a summary.\n",
        LINKED + "- [Title 7](https://example.org/7)\n",
        LINKED + "- [Title 7](https://example.org/7) :zap: a summary.\n",
        LINKED + "- [Title 7](https://example.org/7) / [Title 8](https://example.org/8)\n",
        LINKED.replace(", ", " - ") + "- [Title 7](https://example.org/7), or [Title 8](https://example.org/8)\n",
        LINKED.replace(", ", " - ") + "- [Title 7](https://example.org/7), Title 8 & Title 9 – a summary\n",
        LINKED + "## Other\n" + "".join(f"- [Name {n}](https://example.org/n{n}) - Text.\n" for n in range(5)),
        "".join(f"- [a{n}](https://example.org/a{n}){', ' if n % 3 else ' - '}Text.\n" for n in range(9)),
    ],
)
def test_mixed_separator_is_silent_without_a_convention_or_a_separator(tried: type[Tried], text: str) -> None:
    assert tried("LL102").said(text) == []


@pytest.mark.parametrize(("usual", "others", "said"), [(20, 5, 5), (19, 5, 0), (4, 4, 4)])
def test_a_section_where_many_differ_has_no_separator(tried: type[Tried], usual: int, others: int, said: int) -> None:
    list_ = "".join(f"- [a](https://a.org/{n}), a summary.\n" for n in range(40))
    section = "".join(f"- [b](https://b.org/{n}), a summary.\n" for n in range(usual))
    section += "".join(f"- [c](https://c.org/{n}){': ' if n % 2 else ' - '}a summary.\n" for n in range(others))
    assert len(tried("LL102").lines(f"# T\n\n{list_}\n## B\n\n{section}")) == said


@pytest.mark.parametrize("separator", ["，", ": ", " - ", " – ", " | "])
def test_mixed_separator_is_replaced(tried: type[Tried], separator: str) -> None:
    text = f"{LINKED}- [Title 7](https://example.org/7){separator}a summary.\n"
    assert tried("LL102").said(text) == [f'7:35 separator is "{separator}", 6 of 7 entries have ", "']
    assert tried("LL102").fixed(text) == f"{LINKED}- [Title 7](https://example.org/7), a summary.\n"


@pytest.mark.parametrize(
    "text",
    [
        LINKED + "## Elsewhere\n- [a](https://example.org/a)\n- [b](https://example.org/b)\n",
        LINKED + "- [Title 7](https://example.org/7)\n  - a note that says it\n",
        LINKED + "- [Title 7](https://example.org/7) [[code](https://example.org/c)]\n",
        LINKED + "- [Title 7](https://example.org/7), a summary.\n  - [More](https://example.org/8)\n",
        LINKED + "- [More…](https://example.org/7)\n",
        LINKED + "- topic\n",
        "- [a](https://example.org/a)\n- [b](https://example.org/b), text.\n",
        f"# T\n{LINKED}{LINKED}## A\n### B\n- [a](https://x.org/a)\n- [b](https://x.org/b)\n### C\n- [c](https://x.org/c)\n",
    ],
)
def test_missing_summary_is_silent_where_something_else_speaks(tried: type[Tried], text: str) -> None:
    assert tried("LL103").said(text) == []


def test_missing_summary_is_found(tried: type[Tried]) -> None:
    text = f"{LINKED}- [Title 7](https://example.org/7)\n"
    assert tried("LL103").said(text) == ["7:4 entry has no summary, 6 of 7 entries have one"]
    assert tried("LL103").fixed(text) == text


def test_missing_summary_is_a_slip_where_nine_in_ten_have_one_or_two_have_none(tried: type[Tried]) -> None:
    rest = "".join(f"## S{n}\n{LINKED.replace('example.org', f's{n}.org')}- [Title 7](https://s{n}.org/7)\n" for n in range(3))
    assert tried("LL103").lines(rest) == []
    assert tried("LL103", "[rules.missing-summary]\nshare = 80").lines(rest) == [8, 16, 24]
    assert tried("LL103").lines("".join(rest.partition("## S2")[:1])) == [8, 16]


def test_missing_summary_can_be_required_or_not(tried: type[Tried]) -> None:
    text = "- [a](https://example.org/a)\n- [b](https://example.org/b)\n"
    assert tried("LL103", '[style]\nsummary = "required"').lines(text) == [1, 2]
    assert tried("LL103", '[style]\nsummary = "optional"').said(f"{LINKED}- [a](https://example.org/a)\n") == []


@pytest.mark.parametrize(
    "text",
    [
        LINKED + "## Topics\n- long context\n- moe\n",
        LINKED + "- A topic\n  - [nested](https://example.org/n), a summary.\n",
        "- topic\n- [a](https://example.org/a), text.\n- another topic\n",
        "- [a](https://example.org/a)\n- a name\n",
    ],
)
def test_missing_link_is_silent_about_topics(tried: type[Tried], text: str) -> None:
    assert tried("LL104").said(text) == []


@pytest.mark.parametrize("line", ["- Name: a summary of it.", "- Name"])
def test_missing_link_is_found_among_linked_entries(tried: type[Tried], line: str) -> None:
    assert tried("LL104").said(f"{LINKED}{line}\n") == ["7:3 entry has no link, 6 of the 7 side by side have one"]


@pytest.mark.parametrize("text", ["- a\n\n---\n\n- b\n", "1. a\n", "- [ ] task\n", "- `-`\n", "- a\n  -\n", "```\n- \n```\n"])
def test_empty_entry_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL105").said(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("- a\n- \n- b\n", "- a\n- b\n"),
        ("- a\n-\n", "- a\n"),
        ("- a\n- ", "- a\n"),
        ("- a\n\n- \n\n- b\n", "- a\n\n- b\n"),
        ("1. a\n2. \n", "1. a\n"),
        ("- a\n  - b\n  -\n", "- a\n  - b\n"),
        ("- a\r\n- \r\n- b\r\n", "- a\r\n- b\r\n"),
    ],
)
def test_empty_entry_goes_with_its_line(tried: type[Tried], text: str, mended: str) -> None:
    assert len(tried("LL105").said(text)) == 1
    assert tried("LL105").fixed(text) == mended


@pytest.mark.parametrize(
    "text",
    [
        LINKED + "- [Title 7](https://example.org/7), a summary\n  that goes on.\n",
        "- [A title\n  on two lines](https://example.org/a), text\n  that goes on.\n- [Another\n  title](https://example.org/b), text.\n",
        "- [A title\non two lines](https://example.org/a)\n- [Another\ntitle](https://example.org/b)\n",
    ],
)
def test_broken_title_is_silent_in_lists_that_wrap(tried: type[Tried], text: str) -> None:
    assert tried("LL106").said(text) == []


@pytest.mark.parametrize(
    ("title", "joined"),
    [
        ("One half:\nthe other", "One half: the other"),
        ("One half:  the\n  other", "One half:  the other"),
        ("前一半\n后一半", "前一半后一半"),
    ],
)
def test_broken_title_is_joined(tried: type[Tried], title: str, joined: str) -> None:
    for newline in ("\n", "\r\n"):
        text = f"{LINKED}- [{title}](https://example.org/7), a summary.\n".replace("\n", newline)
        assert tried("LL106").said(text) == ["7:4 title runs over two lines, expected one"]
        assert tried("LL106").fixed(text) == f"{LINKED}- [{joined}](https://example.org/7), a summary.\n".replace("\n", newline)


def test_broken_title_with_a_hard_break_is_left(tried: type[Tried]) -> None:
    text = f"{LINKED}- [One half  \nthe other](https://example.org/7), a summary.\n"
    assert tried("LL106").fixed(text) == text


@pytest.mark.parametrize(
    "text",
    [
        LINKED,
        LINKED + "- [Title 7](https://example.org/7):\n  - [nested](https://example.org/n), a summary.\n",
        LINKED + "- [Title 7](https://example.org/7), |x|\n",
        "| a | b |\n| - | - |\n| [x](https://example.org/x) | |\n",
    ],
)
def test_stray_punctuation_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL107").said(text) == []


@pytest.mark.parametrize(
    ("end", "mended"),
    [(",", ""), (", ", ""), (" -", ""), ("，", ""), (":", ""), (", a summary|", ", a summary"), (", a summary |", ", a summary")],
)
def test_stray_punctuation_goes(tried: type[Tried], end: str, mended: str) -> None:
    text = f"{LINKED}- [Title 7](https://example.org/7){end}\n"
    assert tried("LL107").lines(text) == [7]
    assert tried("LL107").fixed(text) == f"{LINKED}- [Title 7](https://example.org/7){mended}\n"
