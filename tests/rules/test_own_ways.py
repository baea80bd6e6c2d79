"""Where a part of a list has a way of its own: rules that count must count it apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import Tried

LINKED = "".join(f"- [Name {n}](https://example.org/{n}), what it is.\n" for n in range(8))


def test_a_section_that_writes_addresses_beside_titles_does_so_on_purpose(tried: type[Tried]) -> None:
    schools = "".join(f"- School {name}: https://{name}.example.org/\n" for name in "abcd")
    assert tried("LL101").said(f"# List\n\n## Papers\n\n{LINKED}\n## Schools\n\n{schools}") == []


def test_entries_above_sections_that_link_titles_are_slips(tried: type[Tried]) -> None:
    new = "".join(f"- Paper {name}, https://{name}.example.org/, what it is.\n" for name in "abcd")
    assert len(tried("LL101").said(f"# Papers\n\n{new}\n## Old\n\n{LINKED}")) == 4


def test_three_blank_lines_before_every_section_are_the_lists_way(tried: type[Tried]) -> None:
    sections = "".join(f"\n\n\n## Part {n}\n\n- a {n}\n\n  b\n\n- c\n" for n in range(4))
    assert tried("LL602").said(f"# List\n{sections}") == []


def test_one_section_set_off_by_more_is_a_slip(tried: type[Tried]) -> None:
    sections = "".join(f"\n## Part {n}\n\n- a {n}\n" for n in range(4))
    text = f"# List\n{sections}\n\n\n## Part 4\n\n- a 4\n"
    assert tried("LL602").said(text) == ["19:1 3 blank lines, 4 of 5 runs have 1"]


def test_short_addresses_that_a_program_set_in_html_stay(tried: type[Tried]) -> None:
    assert tried("LL205").said('- [A](https://example.org/) <code><a href="https://bit.ly/34MBwT8">MIT</a></code>, a tool.\n') == []
