"""The two referees: the same leaves, and what a reader finds in them."""

from __future__ import annotations

import pytest

from listlint.formatter.commonmark import CommonMark
from listlint.formatter.github import GitHub
from listlint.formatter.leaves import Referee, href, is_bare, words

REFEREES = [pytest.param(GitHub(), id="github"), pytest.param(CommonMark(), id="markdown-it")]


def read(referee: Referee, text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """Shape and pieces of each leaf."""
    return [(leaf.shape, [(piece.kind, piece.value) for piece in referee.pieces(leaf)]) for leaf in referee.leaves(text)]


@pytest.mark.parametrize("referee", REFEREES)
@pytest.mark.parametrize(
    ("text", "lines", "shapes"),
    [
        ("", [], []),
        ("# A\n\nB\n=\n", [1, 3], ["h1", "h1"]),
        ("- a\n- b\n  c\n", [1, 2], ["ul!/li!/text", "ul/li!/text"]),
        ("- a\n\n- b\n", [1, 3], ["ul!/li!/p", "ul/li!/p"]),
        ("- a\n* b\n", [1, 2], ["ul!/li!/text", "ul!/li!/text"]),
        ("- a\n  - b\n  - c\n- d\n", [1, 2, 3, 4], ["ul!/li!/text", "ul/li/ul!/li!/text", "ul/li/ul/li!/text", "ul/li!/text"]),
        ("-\n- a\n", [2], ["ul!/li!/text"]),
        ("> a\n>\n> - b\n", [1, 3], ["blockquote!/p", "blockquote/ul!/li!/text"]),
        ("a\n\n***\n\nb\n", [1, 3, 5], ["p", "hr", "p"]),
    ],
)
def test_leaves(referee: Referee, text: str, lines: list[int], shapes: list[str]) -> None:
    for newline in ("\n", "\r\n"):
        leaves = referee.leaves(text.replace("\n", newline))
        assert [leaf.first for leaf in leaves] == lines
        assert [leaf.shape.strip() for leaf in leaves] == shapes


@pytest.mark.parametrize("referee", REFEREES)
@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("a &amp; \\* *b*", [("text", "a & * b")]),
        ("`a  b`", [("code", "a  b")]),
        ("[a](https://e.org/x)", [("link", "https://e.org/x"), ("text", "a"), ("label", "")]),
        ("<https://e.org/x>", [("bare", "https://e.org/x")]),
        ("[https://e.org/x](https://e.org/x)", [("bare", "https://e.org/x")]),
        ("见https://e.org/_a_/b, c", [("text", "见"), ("bare", "https://e.org/_a_/b"), ("text", ", c")]),
        ("![a](i.png)", [("image", "i.png"), ("alt", "a")]),
        ("a  \nb", [("text", "a"), ("break", ""), ("text", "b")]),
        ('[a](<b c> "t")', [("link", "b c"), ("alt", "t"), ("text", "a"), ("label", "")]),
    ],
)
def test_pieces(referee: Referee, text: str, pieces: list[tuple[str, str]]) -> None:
    ((_, found),) = read(referee, text)
    merged: list[tuple[str, str]] = []
    for kind, value in found:
        if kind == "text" and merged and merged[-1][0] == "text":
            merged[-1] = ("text", merged[-1][1] + value)
        else:
            merged.append((kind, value))
    plain = [(kind, href(value) if kind in ("link", "bare") else value.strip("\n")) for kind, value in merged]
    assert plain == [(kind, href(value) if kind in ("link", "bare") else value) for kind, value in pieces]


def test_github_links_what_is_glued_to_a_url() -> None:
    for referee in (GitHub(), CommonMark()):
        ((_, pieces),) = read(referee, "a，https://e.org/，中文 b")
        assert [(kind, href(value)) for kind, value in pieces if kind == "bare"] == [("bare", href("https://e.org/，中文"))]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("", ""),
        ("Hello, world — (v2.0)!", "Helloworldv20"),
        ("第四个，方法。", "第四个方法"),
        ("C++ and C# at 50%", "C++andC#at50%"),
        ("snake_case | a-b ~ c", "snakecaseabc"),
        ("हिन्दी", "हिन्दी"),
        ("e\u0301 🙂 ☕\ufe0f €5", "e\u0301🙂☕\ufe0f€5"),
    ],
)
def test_words(text: str, kept: str) -> None:
    assert words(text) == kept


@pytest.mark.parametrize(
    ("destination", "label", "bare"),
    [
        ("https://e.org/a", "https://e.org/a", True),
        ("https://e.org/%E4%B8%AD", "https://e.org/中", True),
        ("http://www.e.org", "www.e.org", True),
        ("mailto:a@e.org", "a@e.org", True),
        ("https://e.org/a", "e.org/a", False),
        ("https://e.org/a", "https://e.org/A", False),
    ],
)
def test_is_bare(destination: str, label: str, *, bare: bool) -> None:
    assert is_bare(destination, label) is bare
