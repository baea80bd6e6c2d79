"""A convention needs cases and a majority; without them the style is unknown."""

from __future__ import annotations

from dataclasses import fields

import pytest

from listlint.parse import parse
from listlint.style import Fact, Style, StyleOptions, infer, written
from listlint.style.thresholds import is_convention, is_habit
from listlint.text import Source


def style(text: str, wanted: StyleOptions | None = None) -> Style:
    """What a list tells of its style."""
    return infer(parse(Source("list.md", text)), wanted or StyleOptions())


def entries(*separators: str) -> str:
    """A list with one entry for each separator; an empty one stands for an entry without a summary."""
    lines = [
        f"- [Title {n}](https://example.org/{n}){separator}{'Some summary.' if separator else ''}" for n, separator in enumerate(separators)
    ]
    return "# List\n\n" + "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("separators", "found"),
    [
        ([], None),
        ([" - "] * 4, None),
        ([" - "] * 5, Fact(" - ", count=5, total=5)),
        ([" - "] * 4 + [": "], Fact(" - ", count=4, total=5)),
        ([" - "] * 3 + [": "] * 2, None),
        (["，"] * 5, Fact("，", count=5, total=5)),
        ([" - "] * 5 + [""] * 20, Fact(" - ", count=5, total=5)),
    ],
)
def test_separator(separators: list[str], found: Fact[str] | None) -> None:
    assert style(entries(*separators)).separator == found


@pytest.mark.parametrize(
    ("separators", "found"),
    [
        ([", "] * 3 + [""], None),
        ([", "] * 4 + [""], Fact(value=True, count=4, total=5)),
        ([", "] * 3 + [""] * 2, None),
        ([""] * 10, None),
    ],
)
def test_summary(separators: list[str], found: Fact[bool] | None) -> None:
    assert style(entries(*separators)).summary == found


def arxiv(*forms: str) -> str:
    """A list with one arXiv link for each form."""
    return "# List\n\n" + "".join(f"- [Title](https://arxiv.org/{form}/2307.{n:05})\n" for n, form in enumerate(forms, 1))


@pytest.mark.parametrize(
    ("forms", "found"),
    [
        ([], None),
        (["abs", "pdf"], None),
        (["pdf"], Fact("pdf", count=1, total=1)),
        (["abs", "abs", "pdf"], Fact("abs", count=2, total=3)),
        (["abs"] * 3 + ["pdf"] * 2, None),
        (["abs"] * 4 + ["pdf"], Fact("abs", count=4, total=5)),
        (["list", "html", "html"], Fact("html", count=2, total=2)),
    ],
)
def test_arxiv_form(forms: list[str], found: Fact[str] | None) -> None:
    assert style(arxiv(*forms)).arxiv == found


def test_configuration_decides() -> None:
    wanted = StyleOptions(
        separator="：",
        summary="optional",
        arxiv="pdf",
        doi="http://doi.org",
        marker="+",
        nested_marker="*",
        indent="tab",
        title_decoration="bold-inside",
        field_order=("title", "authors"),
        ending=".",
        ending_han="none",
        first_letter="lower",
        han_latin="spaced",
        order="title",
        blank_between_items=True,
        blank_before_heading=2,
        blank_after_heading=0,
        blank_before_list=0,
        sections=("One",),
    )
    found = style(entries(*[" - "] * 30), wanted)
    assert found == Style(
        separator=Fact("：", configured=True),
        summary=Fact(value=False, configured=True),
        arxiv=Fact("pdf", configured=True),
        doi=Fact("http://doi.org", configured=True),
        marker=Fact("+", configured=True),
        nested_marker=Fact("*", configured=True),
        indent=Fact("tab", configured=True),
        title_decoration=Fact("bold-inside", configured=True),
        field_order=Fact(("title", "authors"), configured=True),
        ending=Fact(".", configured=True),
        ending_han=Fact("none", configured=True),
        first_letter=Fact("lower", configured=True),
        han_latin=Fact("spaced", configured=True),
        order=Fact("title", configured=True),
        blank_between_items=Fact(value=True, configured=True),
        blank_before_heading=Fact(2, configured=True),
        blank_after_heading=Fact(0, configured=True),
        blank_before_list=Fact(0, configured=True),
        sections=("One",),
    )
    facts = [option.name for option in fields(StyleOptions) if isinstance(getattr(found, option.name, None), Fact)]
    assert all(getattr(found, name).configured for name in facts)


@pytest.mark.parametrize(
    ("separator", "compared"), [(" - ", " - "), (" -\n  ", " - "), (" ", " "), ("\n", " "), ("，", "，"), (": ", ": "), (" – ", " – ")]
)
def test_separators_are_compared_without_line_breaks(separator: str, compared: str) -> None:
    assert written(separator) == compared


def test_evidence_is_in_words() -> None:
    assert Fact(", ", count=33, total=38).evidence == "33 of 38"
    assert Fact(", ", configured=True).evidence == "configured"


def test_thresholds() -> None:
    assert [is_convention(count, 5) for count in (3, 4, 5)] == [False, True, True]
    assert not is_convention(4, 4)
    assert [is_habit(count, 17) for count in (5, 6)] == [False, True]
