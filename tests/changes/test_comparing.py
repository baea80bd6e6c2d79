"""What holds of any list: a change that does nothing answers for nothing, and a baseline knows what it was written from."""

from __future__ import annotations

import random
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from listlint import engine
from listlint.changes.comparing import Answerable, compare
from listlint.changes.known import keys, unknown
from listlint.changes.units import cut
from listlint.config import load, select
from listlint.parse import parse
from listlint.text import Source
from tests.changes.repositories import CORPUS, EXAMPLE

if TYPE_CHECKING:
    from listlint.engine import Checked

PLAN = select.plan(load.from_text('extend-select = ["LL503", "LL602", "LL609", "LL614"]'))
_LARGE = 200_000
QUIET = select.plan(load.from_text('select = ["LL204", "LL302", "LL401", "LL402", "LL601", "LL606", "LL607", "LL608"]'))
"""Rules that ask no list for its habits, and a section for no order: entries may change places."""


@lru_cache(maxsize=8)
def _checked(text: str, *, quiet: bool = False) -> Checked:
    return engine.check(Source("README.md", text), QUIET if quiet else PLAN)


def _lists() -> list[str]:
    """The example, and every real list of less than two hundred thousand bytes: a machine has other things to do."""
    return [str(EXAMPLE), *(str(file) for file in sorted(CORPUS.glob("*.md")) if file.stat().st_size < _LARGE)]


def _read(file: str) -> str:
    with open(file, "rb") as opened:  # noqa: PTH123 - a name from the table
        return Source.decode(file, opened.read()).text


every_list = pytest.mark.parametrize("file", _lists(), ids=lambda file: file.rpartition("/")[2])


@every_list
def test_a_list_answers_for_nothing_where_nothing_changed(file: str) -> None:
    checked = _checked(_read(file))
    assert compare(checked, checked, PLAN.rules) == Answerable((), len(checked.diagnostics), frozenset())


@every_list
def test_a_list_answers_for_nothing_old_below_a_new_paragraph(file: str) -> None:
    text = _read(file)
    old, new = _checked(text), _checked(f"A word on top, with no link.\n\n{text}")
    told = compare(old, new, PLAN.rules)
    assert [one for one in told.diagnostics if one.span.start > 2 + len("A word on top, with no link.")] == []
    assert told.lines == {1}


@every_list
def test_a_list_is_known_by_a_baseline_just_made(file: str) -> None:
    checked = _checked(_read(file))
    found = keys(checked.document, checked.diagnostics, PLAN.rules)
    assert not any(unknown(found, found, Counter(found)))


@every_list
def test_a_list_is_known_when_its_lines_move(file: str) -> None:
    text = _read(file)
    old, new = _checked(text), _checked(f"A word on top.\n\n{text.lstrip()}")  # blank lines would add up
    known = Counter(keys(old.document, old.diagnostics, PLAN.rules))
    found = keys(new.document, new.diagnostics, PLAN.rules)
    assert [one for one, is_new in zip(new.diagnostics, unknown(found, found, known), strict=True) if is_new] == []


@every_list
def test_a_list_is_known_when_its_entries_change_places(file: str) -> None:
    text = _read(file)
    lines = text.split("\n")
    old = _checked(text, quiet=True)
    shuffled = random.Random(7)  # noqa: S311 - not for secrets
    source = old.document.source
    for section in old.document.all_sections:
        rows = [source.line_of(item.span.start) - 1 for item in section.items if _stands_alone(source, item.span.start, item.span.end)]
        moved = [lines[row] for row in rows]
        shuffled.shuffle(moved)
        for row, line in zip(rows, moved, strict=True):
            lines[row] = line
    new = _checked("\n".join(lines), quiet=True)
    known = Counter(keys(old.document, old.diagnostics, QUIET.rules))
    found = keys(new.document, new.diagnostics, QUIET.rules)
    assert [one for one, is_new in zip(new.diagnostics, unknown(found, found, known), strict=True) if is_new] == []


@every_list
def test_a_list_is_cut_whole(file: str) -> None:
    version = cut(parse(Source("README.md", _read(file))))
    source = version.document.source
    for line in range(1, source.line_count + 1):
        unit = version.units[version.owners[line - 1]]
        assert unit.kind == "end" or source.line_of(unit.start) <= line or not source.line_span(line).of(source.text).strip()
    for item in version.document.items:
        if not item.children:
            found = version.units[version.at(item.span.start)]
            assert (found.start, found.item or item) == (item.span.start, found.item or item)


def _stands_alone(source: Source, start: int, end: int) -> bool:
    return source.line_of(start) == source.line_of(end) and source.text[start : start + 2] in {"- ", "* "}


LINE = st.sampled_from(
    (
        "- [A](https://a.example/), a thing.",
        "- [A](https://a.example/), a thing. ",
        "* [B](https://b.example/) - another",
        "  - [C](https://c.example/x?utm_source=y)",
        "- ",
        "",
        "",
        "## Section",
        "# Title",
        "Some prose (open.",
        "| [D](https://d.example) | d |",
        "|---|---|",
        "- - [E](e)",
        "<td><a href='https://f.example'>F</a></td>",
        "```",
        "<!-- listlint: ignore[LL601] -->",
        "1. [G](https://g.example)",
        "\u00a0",
        "    - [H](https://a.example/) h",
        "Setext\n===",
    )
)
TEXT = st.lists(LINE, max_size=30).map("\n".join)


@given(TEXT)
def test_the_same_text_answers_for_nothing(text: str) -> None:
    checked = _checked(text)
    assert compare(checked, checked, PLAN.rules).diagnostics == ()


@given(TEXT, TEXT)
def test_any_change_answers_for_some_of_what_is_said(old: str, new: str) -> None:
    said = _checked(new)
    told = compare(_checked(old), said, PLAN.rules)
    assert len(told.diagnostics) + told.older == len(said.diagnostics)
    assert Counter(one.code for one in told.diagnostics) <= Counter(one.code for one in said.diagnostics)
    assert all(1 <= line <= said.document.source.line_count for line in told.lines)


@given(TEXT)
def test_all_of_a_new_text_is_new(new: str) -> None:
    said = _checked(new)
    told = compare(_checked(""), said, PLAN.rules)
    assert Counter((one.code, one.message) for one in told.diagnostics) >= Counter(
        (one.code, one.message) for one in said.diagnostics if one.span.start > 0 and one.code not in {"LL603", "LL401", "LL402", "LL516"}
    )


@given(TEXT)
def test_a_baseline_knows_what_it_was_made_of(text: str) -> None:
    checked = _checked(text)
    found = keys(checked.document, checked.diagnostics, PLAN.rules)
    assert not any(unknown(found, found, Counter(found)))
    assert all(unknown(found, found, {}))
