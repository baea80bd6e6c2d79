"""The style of a list is the same after `fix`, with its sections shuffled, and with CRLF."""

from __future__ import annotations

import random
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listlint import engine
from listlint.config import load, select
from listlint.parse import parse
from listlint.style import Fact, Style, StyleOptions, infer
from listlint.style.facts import Contents
from listlint.text import Source

if TYPE_CHECKING:
    from listlint.model import Document

CORPUS = Path(__file__).resolve().parents[2] / "../shared/corpus"
LISTS = [
    path
    for name in ("kdeldycke", "ziadoz", "reading-list", "alphacep", "zjunlp", "luban", "viatsko")
    for path in CORPUS.glob(f"{name}*.md")
]


def read(text: str) -> tuple[Document, Style]:
    """A text and its style."""
    document = parse(Source("list.md", text))
    return document, infer(document, StyleOptions())


def values(style: Style) -> dict[str, object]:
    """What the list does, fact by fact; of the contents list what it lists, not where it stands."""
    found: dict[str, object] = {}
    for field in fields(style):
        fact = getattr(style, field.name)
        if isinstance(fact, Fact):
            value = fact.value
            found[field.name] = (value.first_level, value.last_level) if isinstance(value, Contents) else value
    return found


def by_section(document: Document, style: Style) -> dict[str, dict[str, object]]:
    """The sections of their own style, by title and slug."""
    return {section.title: values(style.of(section)) for section in document.all_sections if style.of(section) is not style}


def shuffled(document: Document, chance: random.Random) -> str:
    """The list with its deepest level of sections in another order within each parent."""
    text = document.text if document.text.endswith("\n") else f"{document.text}\n"
    for section in document.all_sections:
        below = section.sections
        if len(below) > 1 and not any(inner.sections for inner in below) and all(inner.meta is None for inner in below):
            pieces = [text[inner.span.start : inner.span.end] for inner in below]
            if all(piece.endswith("\n\n") for piece in pieces):
                chance.shuffle(pieces)
                text = text[: below[0].span.start] + "".join(pieces) + text[below[-1].span.end :]
    return text


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name.partition("__")[0])
def test_real_lists(path: Path) -> None:
    text = path.read_bytes().decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    document, style = read(text)
    with_crlf = read(text.replace("\n", "\r\n"))
    assert values(with_crlf[1]) == values(style)
    assert by_section(*with_crlf) == by_section(document, style)
    moved = shuffled(document, random.Random(7))  # noqa: S311 - the same order in every run
    assert values(read(moved)[1]) == values(style)
    fixed = engine.fix(Source("list.md", text), select.plan(load.from_text(""))).after
    assert isinstance(fixed, engine.Checked)
    known = values(fixed.style)
    assert {name: known.get(name) for name in values(style)} == values(style)


SECTION = st.tuples(
    st.sampled_from([" - ", ": ", "，"]), st.sampled_from(["Words.", "Words", "words.", "一些词。"]), st.integers(1, 30), st.booleans()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(SECTION, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_made_lists(made: list[tuple[str, str, int, bool]], chance: random.Random) -> None:
    parts = [
        f"## Part {at}\n\n"
        + "".join(f"- [Name {n}](https://example.org/{at}/{n}){separator}{words}\n{'' if tight else chr(10)}" for n in range(count))
        + "\n" * tight
        for at, (separator, words, count, tight) in enumerate(made)
    ]
    first = read("# List\n\n" + "".join(parts))
    other = [*parts]
    chance.shuffle(other)
    second = read("# List\n\n" + "".join(other))
    crlf = read(("# List\n\n" + "".join(parts)).replace("\n", "\r\n"))
    assert values(second[1]) == values(first[1]) == values(crlf[1])
    assert by_section(*second) == by_section(*first) == by_section(*crlf)
