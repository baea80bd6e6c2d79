"""The whole document by mdformat: GitHub shows the same, or the block stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listlint.edits import apply
from listlint.formatter import document
from listlint.formatter.document_edits import between
from listlint.formatter.github import GitHub
from listlint.parse import parse
from listlint.text import Source

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
LISTS = sorted(path for path in CORPUS.glob("*.md") if path.name != "README.md")
LARGE = 300_000
BLANKS = re.compile(r"[ \t\n]+")


def rendered(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The new text, and line and kind of the blocks that stay; rendering again changes nothing."""
    source = Source("list.md", text)
    made = document.render(parse(source))
    assert made.refused is None
    after: str = apply(text, made.edits)
    assert document.render(parse(Source("list.md", after))).edits == ()
    return after, [(source.line_of(kept.span.start), kept.kind) for kept in made.kept]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# A\n\n- [a](https://example.org/a), counts.\n",
        "# A\n\n[//]: # (START)\n\n- a\n\n[//]: # (END)\n",
        "# A\n\n- a\n<!-- listlint: ignore-next[LL102] -->\n- b\n",
        "1. a\n2. b\n3. c\n\n[unused]: https://example.org/a_b_ 'T'\n",
        "3. 7.\n5. 4.\n",
        "见：https://twitter.com/Francis_YAO_/status/1 好\n",
        "见https://example.org/_a_/*b/c and *https://example.org/~x/y*\n",
        "---\ntitle:   x\n\n\nlist:\n- y\n---\n\n# A\n",
        "<div>\n   <b>x</b>   \n</div>\n\n# A\n",
        "   <p align='center'>\n  x</p>\n\n# A\n",
        "# A\n\n<!-- prettier-ignore -->\n| a | b |\n|-|-|\n| long | c |\n",
        "[a](https://example.org/中文/路径)\n",
        "[a](<https://example.org/a b>)\n",
    ],
)
def test_nothing_to_do(text: str) -> None:
    assert rendered(text) == (text, [])
    crlf = text.replace("\n", "\r\n")
    assert rendered(crlf) == (crlf, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A\n=\n*   a\n*   b\n\n\n\n# B", "# A\n\n- a\n- b\n\n# B\n"),
        ("|a|b|\n|-|-|\n|long|c|\n", "| a    | b   |\n| ---- | --- |\n| long | c   |\n"),
        ("- a\n    - b\n        - c\n", "- a\n  - b\n    - c\n"),
        ("1) a\n1) b\n", "1) a\n1) b\n"),
        ("# A #\n\n***\n", "# A\n\n" + "_" * 70 + "\n"),
        ("- [ ]  a\n* [x]  b\n", "- [ ] a\n\n* [x] b\n"),
        ("# A\n- a\n# B\ntext\n", "# A\n\n- a\n\n# B\n\ntext\n"),
    ],
)
def test_rendered_as_mdformat_does(text: str, expected: str) -> None:
    assert rendered(text) == (expected, [])
    assert rendered(text.replace("\n", "\r\n")) == (expected.replace("\n", "\r\n"), [])


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("*   a\n*   [b][https://example.org/b], c\n\n*  *  *\n", [(1, "list")]),
        ("Text[^1]\n\n[^1]:   A note.\n", [(3, "paragraph")]),
        ("*   a\n\n        code\n", [(1, "list")]),
    ],
)
def test_a_block_that_would_be_damaged_stays(text: str, kept: list[tuple[int, str]]) -> None:
    after, stays = rendered(text)
    assert stays == kept
    source = Source("list.md", text)
    line = source.line_span(kept[0][0]).of(text)
    assert line in after.splitlines()


def test_edits_are_small() -> None:
    old, new = "*   [a](b),  c\n    * d\n", "- [a](b), c\n  - d\n"
    edits = between(old, new, 7)
    assert apply("#######" + old, edits) == "#######" + new
    assert all(len(edit.span) <= 3 for edit in edits)


@pytest.mark.parametrize(
    ("old", "new"), [("a\n", ""), ("", "a\n"), ("a\nb\n", "b\na\n"), ("a", "a\n"), ("- a\n\n\n- b\n", "- a\n- b\n"), ("a\n\nb", "c\nb\nd")]
)
def test_edits_make_the_new_text(old: str, new: str) -> None:
    assert apply(f"x\n{old}y", between(old, new, 2)) == f"x\n{new}y"


@pytest.mark.parametrize("path", LISTS, ids=[path.name.partition("__")[0].removesuffix(".md") for path in LISTS])
def test_real_lists_show_the_same_on_github(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig")
    if len(text) > LARGE:
        text = text[: text.index("\n", LARGE) + 1]
    made = document.render(parse(Source("list.md", text)))
    after = apply(text, made.edits)
    shown = [
        [(leaf.shape, BLANKS.sub(" ", leaf.content).replace("\0 ", "\0").replace(" \0", "\0").strip(" ")) for leaf in GitHub().leaves(each)]
        for each in (text, after)
    ]
    assert shown[0] == shown[1]
    assert made.refused is None


PIECES = [
    "- a", "* b", "  - c", "    * d", "+ [ ] e", "# H", "===", "", "", "text *em* _x_", "https://a.io/_b_/c",
    "见https://a.io/_b_，c", "```", "    code", "1. n", "3) m", "<!-- c -->", "[//]: # (x)", "[r]: http://u",
    "[r] [[w]] [x][r]", "| a | b |", "|-|-|", "> q", "<br >", "***", "---", "line  ", "a\\", "&nbsp;x",
    "\u3000y", "![i](a_b_c)", "<div>", "</div>", "-", "~~s~~", "www.a_b.io/x_", "\\[x\\]", "[^1]", "[^1]: f",
    "- - x", "\t- t", "[t](<a b> 'T')", "[t](u\\_v)", "[t](a&amp;b)", "<!-- START x -->", "<!-- END x -->",
]  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["\n", "\r\n"]))
def test_any_text_shows_the_same_on_github(lines: list[str], newline: str) -> None:
    text = newline.join([*lines, ""])
    made = document.render(parse(Source("list.md", text)))
    after = apply(text, made.edits)
    shown = [[(leaf.shape, BLANKS.sub(" ", leaf.content)) for leaf in GitHub().leaves(each)] for each in (text, after)]
    assert [shape for shape, _ in shown[0]] == [shape for shape, _ in shown[1]]
    assert [content.replace(" ", "") for _, content in shown[0]] == [content.replace(" ", "") for _, content in shown[1]]
    assert after.replace(newline, "").count("\r") == after.replace(newline, "").count("\n") == 0
