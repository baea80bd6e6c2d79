"""Untrusted text as a terminal may show it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.report.visible import HIDDEN, clip, clip_start, visible, width, window

FAMILY = "\U0001f468\u200d\U0001f469"


@pytest.mark.parametrize("text", ["plain", "论文，代码", "café", "e\u0301", "❤\ufe0f", "👍🏽", "हिन्दी", "a\u00a0b\u3000c", ""])
def test_what_can_be_seen_stays(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", r"a\x1b[31mb"),
        ("a\u202eb", r"a\u202eb"),
        ("a\u2066b\u2069", r"a\u2066b\u2069"),
        ("a\u200bb\ufeff", r"a\u200bb\ufeff"),
        ("a\tb\r\nc", r"a\tb\r\nc"),
        ("\x9b31m\x7f", r"\x9b31m\x7f"),
        ("\u2028", r"\u2028"),
        ("\U000e0041", r"\U000e0041"),
        ("\udcff.md", r"\udcff.md"),
        (FAMILY, "\U0001f468\\u200d\U0001f469"),
    ],
)
def test_what_is_hidden_is_escaped(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("abc", 3),
        ("论文", 4),
        ("，", 2),
        ("café", 4),
        ("cafe\u0301", 4),
        ("🚀", 2),
        ("👍🏽", 2),
        ("❤", 1),
        ("❤\ufe0f", 2),
        ("1\ufe0f\u20e3", 2),
        ("🇩🇪", 2),
        ("한국", 4),
        ("\u1112\u1161\u11ab", 2),
        ("…", 1),
    ],
)
def test_width_counts_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("short", 5, "short"),
        ("longer", 5, "long…"),
        ("论文代码", 5, "论文…"),
        ("论文代码", 6, "论文…"),
        ("论文代码", 8, "论文代码"),
        ("\x1b\x1b", 5, r"\x1b…"),
        ("abc", 0, ""),
    ],
)
def test_clip_keeps_the_start(text: str, cells: int, shown: str) -> None:
    assert clip(text, cells) == shown


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [("short", 5, "short"), ("longer", 5, "…nger"), ("论文代码", 5, "…代码"), ("xxe\u0301abc", 4, "…abc"), ("abc", 0, "")],
)
def test_clip_start_keeps_the_end(text: str, cells: int, shown: str) -> None:
    assert clip_start(text, cells) == shown


@pytest.mark.parametrize(
    ("line", "start", "end", "shown"),
    [
        ("all of it", 4, 6, ("all ", "of", " it")),
        ("a" * 50 + "HERE" + "b" * 50, 50, 54, ("…aaaa", "HERE", "bbbbbbbbbb…")),
        ("HERE" + "b" * 50, 0, 4, ("", "HERE", "bbbbbbbbbbbbbbb…")),
        ("a" * 50 + "HERE", 50, 54, ("…aaaaaaaaaaaaaaa", "HERE", "")),
        ("aaaaaaaaaaaa" + "M" * 50 + "b", 12, 62, ("", "MMMMMMMMMMMMMMMMMMM…", "")),
        ("a" * 50, 50, 50, ("…aaaaaaaaaaaaaaaaaaa", "", "")),
    ],
)
def test_window_shows_the_middle_and_what_is_around_it(line: str, start: int, end: int, shown: tuple[str, str, str]) -> None:
    assert window(line, start, end, 20) == shown


@given(st.text(), st.integers(0, 40))
def test_nothing_hidden_is_ever_shown(text: str, cells: int) -> None:
    for shown in (visible(text), clip(text, cells), clip_start(text, cells)):
        assert HIDDEN.search(shown) is None


@given(st.text(st.sampled_from("ab 论🚀é\x1b\u0301"), max_size=60), st.integers(0, 60), st.integers(0, 60), st.integers(10, 40))
def test_a_window_is_narrow_enough(line: str, first: int, second: int, cells: int) -> None:
    start, end = sorted((min(first, len(line)), min(second, len(line))))
    assert width("".join(window(line, start, end, cells))) <= cells
