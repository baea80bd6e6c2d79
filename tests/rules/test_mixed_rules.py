"""LL610, LL611, LL615 to LL623: words that say nothing, and one way of writing what reads alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from tests.conftest import Tried


def many(line: str, other: str, count: int = 10) -> str:
    """So many lines of one kind, and one of another."""
    return "".join(line.replace("#", str(n)) for n in range(count)) + other


WAYS = [
    ("LL615", '- [a#](https://x.org/# "t") b\n', "- [a](https://x.org 't') b\n", '- [a](https://x.org "t") b\n'),
    ("LL616", "[a#]: https://x.org/#\n", "[B#]: https://x.org\n", None),
    ("LL618", "```\na#\n```\n\n", "~~~\nb\n~~~\n", None),
    ("LL619", "a#\n\n---\n\n", "b\n\n* * *\n", "b\n\n---\n"),
    ("LL620", "- a _b#_ c\n", "- a *b* c\n", "- a _b_ c\n"),
    ("LL621", "- a **b#** c\n", "- a __b__ c\n", "- a **b** c\n"),
    ("LL623", "- [x] a#\n", "- [X] b\n", "- [x] b\n"),
]


@pytest.mark.parametrize(("code", "line", "other", "mended"), WAYS, ids=[way[0] for way in WAYS])
def test_what_nine_in_ten_do_is_expected(tried: type[Tried], code: str, line: str, other: str, mended: str | None) -> None:
    assert tried(code).said(many(line, other, 3)) == []
    assert tried(code).said(many(line, "") + many(other, "", 4)) == []
    text = many(line, other)
    assert len(tried(code).said(text)) == 1
    assert tried(code).fixed(text) == many(line, other if mended is None else mended)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("LL615", "- [a](https://x.org 't\"u') b\n"),
        ("LL617", "[a b]: https://x.org\n"),
        ("LL618", "~~~\n```\n~~~\n"),
        ("LL620", "- 2*3*4 un*believ*able `*a*` \\*a\\* *a\n* b*\n"),
        ("LL621", "- `__a__` my__own__name ** a **\n"),
        ("LL622", "1. a\n1. b\n1. c\n1. d\n"),
        ("LL622", "3. a\n4. b\n5. c\n6. d\n"),
        ("LL622", "1. a\n5. b\n2. c\n9. d\n4. e\n"),
        ("LL610", "- [Best](https://x.org) - Best practices, at-best.\n- best\n"),
        ("LL611", "- [a](https://x.org) - What it is is clear; log in in time; `the the`; vitamin A a day; had had.\n"),
        ("LL611", "- [This is a title](https://x.org) - Counts. This is a fact.\n"),
    ],
)
def test_what_must_stay_silent(tried: type[Tried], code: str, text: str) -> None:
    assert tried(code).said(text) == []


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        ("LL617", "[a  b]: https://x.org\n", ['1:1 label is "a  b", expected "a b"']),
        ("LL622", "1. a\n2. b\n3. c\n4. d\n6. e\n7. f\n", ["5:1 number is 6, expected 5"]),
        (
            "LL610",
            "- [a](https://x.org) - An amazing counter, the best.\n",
            ['1:27 summary says "amazing", expected what it is instead of praise'],
        ),
        ("LL611", "- [a](https://x.org) - It's a counter.\n", ['1:24 summary begins with "It\'s a", expected what comes after it']),
    ],
)
def test_what_is_found(tried: type[Tried], code: str, text: str, said: list[str]) -> None:
    assert tried(code).said(text) == said


def test_doubled_words_go_where_a_person_agrees(tried: type[Tried]) -> None:
    text = "- [a](https://x.org) - The the stars of of [the](https://x.org/b) sky.\n"
    assert tried("LL611").fixed(text) == text
    assert tried("LL611").fixed(text, unsafe=True) == "- [a](https://x.org) - The stars of [the](https://x.org/b) sky.\n"


def test_a_rule_below_text_makes_no_heading(tried: type[Tried]) -> None:
    text = "a\n***\n"
    assert tried("LL619", '[rules.mixed-rule]\nrule = "---"').lines(text) == [2]
    assert tried("LL619", '[rules.mixed-rule]\nrule = "---"').fixed(text) == text


@given(text=st.text(alphabet="- ab*_`[]()\"':/~.1x\n\r", max_size=60))
def test_mixed_fixes_end_on_any_text(tried: type[Tried], text: str) -> None:
    for code, options in (
        ("LL615", "mixed-link-title]\nquotes='double'"),
        ("LL620", "mixed-emphasis]\nmark='_'"),
        ("LL621", "mixed-strong]\nmark='*'"),
    ):
        tried(code, f"[rules.{options}").fixed(text)
    for code in ("LL611", "LL619", "LL622", "LL623"):
        tried(code).fixed(text)
