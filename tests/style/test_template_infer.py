"""Which template a list is written by."""

from __future__ import annotations

from pathlib import Path

import pytest

from listlint.parse import parse
from listlint.style.facts import Fact
from listlint.style.template_infer import infer_template
from listlint.text import Source

READING_LIST = Path(__file__).parents[3] / "shared/corpus/reading-list.md"
URL = "https://example.org/"


def inferred(*lines: str) -> Fact[str] | None:
    return infer_template(parse(Source("list.md", "# List\n\n" + "".join(f"- {line}\n" for line in lines))))


def linked(count: int, tail: str = " - Counts words.") -> list[str]:
    return [f"[Tool {number}]({URL}{number}){tail}" for number in range(count)]


def test_no_template_without_a_convention() -> None:
    assert inferred() is None
    assert inferred(*linked(3)) is None
    assert inferred(*linked(6), *linked(6, ", counts words.")) is None
    assert inferred(*linked(6), *(f"**Paper {number}** [[pdf]({URL}p{number})]" for number in range(6))) is None


def test_a_summary_that_most_have_is_required() -> None:
    assert inferred(*linked(9), *linked(1, "")) == Fact("[{title}]({url}) - {summary}", count=9, total=10)


def test_a_summary_that_some_have_vanishes() -> None:
    assert inferred(*linked(6, "：统计字数。"), *linked(4, "")) == Fact("[{title}]({url}){：{summary}}", count=10, total=10)
    assert inferred(*linked(10, "")) == Fact("[{title}]({url})", count=10, total=10)


def test_slips_count_against_it() -> None:
    assert inferred(*linked(9), *linked(1, " – Counts bytes.")) == Fact("[{title}]({url}) - {summary}", count=9, total=10)


def test_marks_and_fields() -> None:
    papers = [f"[**Paper {number}**]({URL}{number}), Ann Author et al." for number in range(6)]
    found = inferred(*papers)
    assert found is not None
    assert found.value == "[**{title}**]({url}), {authors}"


def test_title_first() -> None:
    papers = [f"**On the counting of words {number}**, Ann Author et al. [[paper]({URL}{number})]" for number in range(6)]
    assert inferred(*papers) == Fact("**{title}**, {authors} [[paper]({url})]", count=6, total=6)
    assert inferred(*(f"On words {number}, {URL}{number}, words are counted." for number in range(6))) == Fact(
        "{title}, {url}, {summary}", count=6, total=6
    )


@pytest.mark.skipif(not READING_LIST.exists(), reason="no corpus here")
def test_the_reading_list() -> None:
    found = infer_template(parse(Source.decode("list.md", READING_LIST.read_bytes())))
    assert found == Fact("[{title}]({url}), {summary}", count=29, total=36)
