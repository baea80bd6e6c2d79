"""LL118 to LL121 and LL624: tables, and entries that slipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from tests.conftest import Tried

HEAD = "| a | b |\n| - | - |\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "| c | d |\n| e | |\n",
        HEAD + "| c \\| e | `d\\|e` |\n",
        "a | b\n- | -\nc | d\n",
        "a | b\nc | d | e\n",
        "```\n" + HEAD + "| c |\n```\n",
    ],
)
def test_table_cell_count_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL118").said(text) == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("| c |", "3:1 row has 1 cell, expected 2"),
        ("| c | d | e |", "3:1 row has 3 cells, expected 2, the surplus isn't shown"),
        ("c | d | e", "3:1 row has 3 cells, expected 2, the surplus isn't shown"),
        ("| c | `d|e` |", "3:1 row has 3 cells, expected 2, the surplus isn't shown"),
    ],
)
def test_rows_have_as_many_cells_as_columns(tried: type[Tried], row: str, said: str) -> None:
    assert tried("LL118").said(HEAD + row + "\n") == [said]


@pytest.mark.parametrize(
    ("values", "cell", "fits"),
    [
        ("Yes, No", "Yes", True),
        ("Yes, No", "yes", False),
        ("Yes, No", "", False),
        ("*", "", True),
        ("?*", "", False),
        ("?*", "x", True),
        ("[*](https://*)", "[a](https://b)", True),
        ("[*](https://*)", "[a](http://b)", False),
        ("a*a", "a", False),
        ("a*b*c", "abc", True),
        ("a*b*c", "acb", False),
    ],
)
def test_table_value(tried: type[Tried], values: str, cell: str, fits: bool) -> None:  # noqa: FBT001 - a table's column
    configured = f'[rules.table-value]\ncolumns = ["B = {values}"]'
    assert (tried("LL119", configured).said(f"{HEAD}| c | {cell} |\n") == []) is fits
    assert tried("LL119").said(f"{HEAD}| c | {cell} |\n") == []


@pytest.mark.parametrize(
    "text", [HEAD + "| c | d |\n", "|a|b|\n|-|-|\n|c|d|\n", "| a   | b |\n| --- | - |\n| cde | f |\n", HEAD + "|c|d|\n|e|f|\n| g | h |\n"]
)
def test_table_padding_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL120").said(text) == []


def test_tables_are_padded_alike(tried: type[Tried]) -> None:
    rows = "".join(f"| c{n} | d |\n" for n in range(5))
    assert tried("LL120").fixed(HEAD + rows + "|e| f |\n") == HEAD + rows + "| e | f |\n"
    assert tried("LL120", '[rules.table-padding]\npadding = "tight"').fixed(HEAD + "| c |  d |\n") == "|a|b|\n| - | - |\n|c|  d|\n"


def test_rows_get_the_bars_that_others_have(tried: type[Tried]) -> None:
    rows = "".join(f"| c{n} | d |\n" for n in range(10))
    assert tried("LL624").fixed(HEAD + rows + "e | f |\n") == HEAD + rows + "| e | f |\n"
    assert tried("LL624").said("a | b\n- | -\n" * 1 + "".join(f"c{n} | d\n" for n in range(9))) == []


def entry(name: str, by: int = 0, host: str = "") -> str:
    return f"{' ' * by}- [{name}](https://{host or name.lower()}.org/{name}) - Counts.\n"


NAMES = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta", "Iota", "Kappa", "Lambda", "Mu")


@pytest.mark.parametrize(
    "text",
    [
        "".join(map(entry, NAMES)),
        entry("Alpha") + entry("Beta", 2) + entry("Gamma"),  # too few to tell
        "".join(map(entry, NAMES)) + "  - A note.\n",
        "".join(map(entry, NAMES)) + entry("Mu for the web", 2),
        "".join(map(entry, NAMES)) + entry("Nu", 2, "mu"),
        "".join(map(entry, NAMES)) + "- [macOS](https://x.org/a) - Counts.\n  - [Shell](https://y.org/macos-shell) - Counts.\n",
        "".join(entry(name) + entry(f"X{name}", 2) for name in NAMES),
        "".join(map(entry, NAMES)) + "".join(entry(name, 2) for name in ("Nu", "Xi", "Pi")),
        "".join(f"- {name}\n" + entry(f"X{name}", 2) for name in NAMES),
    ],
)
def test_stray_indent_is_silent(tried: type[Tried], text: str) -> None:
    assert tried("LL121").said(text) == []


def test_entries_below_a_stranger_are_found(tried: type[Tried]) -> None:
    text = "".join(map(entry, NAMES[:6])) + entry("Xi", 2) + "".join(map(entry, NAMES[6:]))
    assert tried("LL121").said(text) == ['7:3 entry is nested in "Zeta", expected it beside it, as 12 others are']
    assert tried("LL121").fixed(text) == text
    assert tried("LL121").fixed(text, unsafe=True) == text.replace("  - [Xi]", "- [Xi]")


def test_entries_beside_topics_are_found(tried: type[Tried]) -> None:
    topics = "".join(f"- {name}\n" + entry(f"X{name}", 2) + entry(f"Y{name}", 2) for name in NAMES)
    text = topics + entry("Nu") + topics
    assert tried("LL121").said(text) == ["37:1 entry stands beside 24 topics, expected it in the one above it"]
    assert tried("LL121").fixed(text, unsafe=True) == text.replace("- [Nu]", "  - [Nu]")


def test_two_entries_below_a_stranger_come_out_together(tried: type[Tried]) -> None:
    text = "".join(map(entry, NAMES[:6])) + entry("Xi", 2) + entry("Pi", 2) + "".join(map(entry, NAMES[6:]))
    assert tried("LL121").fixed(text, unsafe=True) == text.replace("  - [", "- [")


def test_ragged_bullets_are_moved(tried: type[Tried]) -> None:
    text = "".join(map(entry, NAMES[:6])) + entry("Xi", 1) + "".join(map(entry, NAMES[6:]))
    assert tried("LL121").lines(text) == [7]
    assert tried("LL121").fixed(text) == text.replace(" - [Xi]", "- [Xi]")


@given(text=st.text(alphabet="- ab|\\`:\n\r", max_size=60))
def test_table_fixes_end_on_any_text(tried: type[Tried], text: str) -> None:
    for code in ("LL118", "LL120", "LL121", "LL624"):
        tried(code).fixed(text)
