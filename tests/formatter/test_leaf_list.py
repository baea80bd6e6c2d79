"""Leaves kept small are the leaves that were put in, and markdown-it's light tokens are markdown-it's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from listlint.formatter import commonmark
from listlint.formatter.leaf_list import LeafList
from listlint.formatter.leaves import Leaf

if TYPE_CHECKING:
    from markdown_it.token import Token

CORPUS = Path(__file__).parents[2] / "../shared/corpus"
LISTS = sorted(path for path in CORPUS.glob("*.md") if path.stat().st_size < 100_000) if CORPUS.is_dir() else []
LINES = st.integers(0, 40)
LEAVES = st.lists(st.builds(Leaf, LINES, LINES, st.sampled_from(["p", "ul!/li!/text", "ul/li!/text"]), st.text(max_size=6)), max_size=12)


def kept(leaves: list[Leaf]) -> LeafList:
    found = LeafList()
    for leaf in leaves:
        found.add(leaf.first, leaf.last, leaf.shape, leaf.content)
    return found


def told(token: Token) -> dict[str, object]:
    return {**token.as_dict(), "attrs": dict(token.attrs), "meta": dict(token.meta)}


@given(LEAVES, st.integers(-14, 14), st.integers(-14, 14))
def test_it_is_a_sequence(leaves: list[Leaf], start: int, stop: int) -> None:
    found = kept(leaves)
    assert list(found) == leaves
    assert found[start:stop] == leaves[start:stop]
    assert [found[at] for at in range(-len(leaves), len(leaves))] == [*leaves, *leaves]
    assert [found.place(at) for at in range(len(leaves))] == [(leaf.first, leaf.last) for leaf in leaves]


def test_there_is_no_leaf_behind_the_last() -> None:
    with pytest.raises(IndexError):
        kept([])[0]


@given(LEAVES)
def test_a_line_knows_the_first_leaf_that_begins_there(leaves: list[Leaf]) -> None:
    begin = kept(leaves).begin()
    first = {leaf.first: at for at, leaf in reversed(list(enumerate(leaves))) if leaf.first}
    assert {line: at for line, at in enumerate(begin) if at >= 0} == first


@given(LEAVES, LEAVES)
def test_two_are_the_same_where_shape_and_content_are(mine: list[Leaf], theirs: list[Leaf]) -> None:
    one, other = kept(mine), kept(theirs)
    for at, leaf in enumerate(mine):
        for there, partner in enumerate(theirs):
            assert one.same(at, other, there) == ((leaf.shape, leaf.content) == (partner.shape, partner.content))


def test_what_was_packed_comes_back_in_any_order() -> None:
    leaves = [Leaf(at, at, f"h{at % 6}", "é\0\ud800" * (at % 5) + str(at)) for at in range(3000)]
    found = kept(leaves)
    assert list(found) == leaves
    order = [2999, 0, 1023, 1024, 1025, 2047, 2048, 5, 2999]
    assert [found[at] for at in order] == [leaves[at] for at in order]
    assert all(found.same(at, found, at) for at in order)


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_light_tokens_are_markdown_its(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.options["maxNesting"] = 100
    parser.core.ruler.enableOnly(["normalize", "block"])
    mine: dict[str, object] = {}
    theirs: dict[str, object] = {}
    light = commonmark._tokens()(text, mine)  # noqa: SLF001 - nothing else shows them
    assert [told(each) for each in light] == [told(each) for each in parser.parse(text, theirs)]
    assert mine == theirs
