"""The anchors GitHub gives headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint.parse.slugs import Slugger, plain_slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("", ""),
        ("Contents", "contents"),
        ("Big Data", "big-data"),
        ("a  b", "a--b"),
        ("Command-line_tools", "command-line_tools"),
        ("C++ / C#", "c--c"),
        ("What's new? (2026)", "whats-new-2026"),
        ("1.2 Pre-training", "12-pre-training"),
        ("Tools & Utilities", "tools--utilities"),
        ("🎵 Audio", "-audio"),
        ("Audio 🎵", "audio-"),
        ("🎵", ""),
        (":rocket: Start", "rocket-start"),
        ("⚙️ Usage", "\ufe0f-usage"),
        ("深度学习：入门（一）", "深度学习入门一"),
        ("Überblick É", "überblick-é"),
        ("हिन्दी", "हिन्दी"),
        ("x² ½ Ⅳ ٣", "x--ⅳ-٣"),
        ("a\u00a0b\tc", "abc"),
        ("a\u200db", "ab"),
        ("İ", "i\u0307"),
        ("ⓐ 🅰 🆓", "ⓐ-🅰-"),
    ],
)
def test_a_heading_alone(title: str, slug: str) -> None:
    assert plain_slug(title) == slug
    assert Slugger().slug(title) == slug


@pytest.mark.parametrize(
    ("titles", "slugs"),
    [
        (["A", "a", "A!"], ["a", "a-1", "a-2"]),
        (["A 1", "A", "A"], ["a-1", "a", "a-2"]),
        (["A", "A", "A 1"], ["a", "a-1", "a-1-1"]),
        (["🎵", "🎸"], ["", "-1"]),
    ],
)
def test_repeated_headings(titles: list[str], slugs: list[str]) -> None:
    slugger = Slugger()
    assert [slugger.slug(title) for title in titles] == slugs


@given(st.lists(st.text("aA1- !é🎵")))
def test_no_anchor_twice(titles: list[str]) -> None:
    slugger = Slugger()
    slugs = [slugger.slug(title) for title in titles]
    assert len(set(slugs)) == len(slugs)
