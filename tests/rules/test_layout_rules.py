"""LL5 and LL6: sections, white space."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from tests.conftest import Tried

KNOWN = '[sections]\nknown = ["Alignment", "Evaluation"]'


@pytest.mark.parametrize(
    "text",
    [
        "# Papers\n\n## Alignment\n\ntext\n",
        "# Papers\n\n## Contents\n\n- [Alignment](#alignment)\n\n## Alignment\n\ntext\n",
        "# Papers\n\n## Alignment\n\ntext\n\n## License\n\nMIT\n",
        "text\n",
    ],
)
def test_unknown_section_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL501", KNOWN).said(text) == []
    assert tried("LL501").said(text + "\n## Anything\n\ntext\n") == []


def test_unknown_section_names_the_nearest(tried: type[Tried]) -> None:
    text = "# Papers\n\n## evaluation\n\ntext\n\n## Robots\n\ntext\n"
    assert tried("LL501", KNOWN).said(text) == [
        '3:1 section "evaluation" is not a known one, did you mean "Evaluation"?',
        '7:1 section "Robots" is not a known one, 2 are configured',
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Title\n\n# One\n\ntext\n",
        "# One\n\n## Two\n\ntext\n",
        "# T\n\n## One\n\n```\ncode\n```\n",
        "# T\n\n## One\n\n| a |\n| - |\n| b |\n",
        "text\n",
    ],
)
def test_empty_section_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL502").said(text) == []


def test_empty_section_is_found(tried: type[Tried]) -> None:
    text = "# T\n\n## One\n### Two\n## Three\n\ntext\n\nFour\n----\n"
    assert tried("LL502").said(text) == ['4:1 section "Two" is empty', '9:1 section "Four" is empty']


@pytest.mark.parametrize(
    "text",
    ["a  \nb\n", "```\na \n```\n", "    a \n", "<div> \nx\n</div>\n", "".join(f"- a{n} \n" for n in range(9)), "a\u00a0\n", "- a\n"],
)
def test_trailing_space_is_silent_where_it_means_something(tried: type[Tried], text: str) -> None:
    assert tried("LL601").said(text) == []


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("a \nb\nc\n", "a\nb\nc\n"),
        ("a\nb\nc  \n", "a\nb\nc\n"),
        ("a\n \t\nb\nc\n", "a\n\nb\nc\n"),
        ("# a \n\nb\n\nc\nd\n", "# a\n\nb\n\nc\nd\n"),
        ("a\t\r\nb\r\nc\r\n", "a\r\nb\r\nc\r\n"),
        ("a\nb\nc ", "a\nb\nc"),
    ],
)
def test_trailing_space_goes(tried: type[Tried], text: str, mended: str) -> None:
    assert len(tried("LL601").said(text)) == 1
    assert tried("LL601").fixed(text) == mended


@pytest.mark.parametrize(("padded", "clean", "said"), [(99, 890, 99), (100, 900, 0), (100, 901, 100)])
def test_a_hundred_lines_with_trailing_space_are_slips_only_where_they_are_few(
    tried: type[Tried], padded: int, clean: int, said: int
) -> None:
    text = "- a \n" * padded + "- b\n" * clean
    assert len(tried("LL601").lines(text)) == said


@pytest.mark.parametrize(("loose", "usual", "said"), [(9, 22, 9), (10, 39, 0), (10, 40, 10)])
def test_ten_long_runs_in_fifty_are_no_slips(tried: type[Tried], loose: int, usual: int, said: int) -> None:
    said_of = tried("LL602", "[rules.extra-blank-lines]\nshare = 0")
    assert len(said_of.lines("a\n\n\n" * loose + "b\n\n" * usual + "c\n")) == said


@pytest.mark.parametrize(
    "text", ["a\n\nb\n\nc\n", "a\n\n\nb\n\n\nc\n", "a\n\n\nb\n\nc\n\n\nd\n\ne\n", "a\n\n```\n\n\n\nb\n```\n", "a\n\nb\n\n\n", "\na\n\nb\n"]
)
def test_extra_blank_lines_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL602").said(text) == []


@pytest.mark.parametrize(
    ("text", "said", "mended"),
    [
        ("a\n\nb\n\nc\n\n\nd\n", ["7:1 2 blank lines, 2 of 3 runs have 1"], "a\n\nb\n\nc\n\nd\n"),
        ("a\n\nb\n\nc\n\n \n\nd\n", ["7:1 3 blank lines, 2 of 3 runs have 1"], "a\n\nb\n\nc\n\nd\n"),
        ("a\r\n\r\nb\r\n\r\nc\r\n\r\n\r\nd\r\n", ["7:1 2 blank lines, 2 of 3 runs have 1"], "a\r\n\r\nb\r\n\r\nc\r\n\r\nd\r\n"),
    ],
)
def test_extra_blank_lines_go(tried: type[Tried], text: str, said: list[str], mended: str) -> None:
    assert tried("LL602").said(text) == said
    assert tried("LL602").fixed(text) == mended


@pytest.mark.parametrize("text", ["", "\n", "a\n", "a\r\n", "```\na\n\n\n", "~~~\n\n"])
def test_final_newline_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL603").said(text) == []


@pytest.mark.parametrize(
    ("text", "mended"), [("a", "a\n"), ("a\r\nb", "a\r\nb\r\n"), ("a\n\n", "a\n"), ("a\n \n\n", "a\n"), ("a\n\t", "a\n")]
)
def test_final_newline_is_one(tried: type[Tried], text: str, mended: str) -> None:
    assert len(tried("LL603").said(text)) == 1
    assert tried("LL603").fixed(text) == mended


@given(text=st.text(alphabet="- ab[]()#`<>\t\n\r|*", max_size=60))
def test_layout_fixes_end_on_any_text(tried: type[Tried], text: str) -> None:
    for code in ("LL601", "LL602", "LL603", "LL105"):
        tried(code).fixed(text)
