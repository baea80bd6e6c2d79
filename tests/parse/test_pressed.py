"""Letting go of the text of a long list's items, once they were read, changes nothing of what the list is read as."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.fuzz import grammar

from listlint.parse import kinds, parse
from listlint.text import Source

if TYPE_CHECKING:
    from listlint.model import Document
    from listlint.parse.drafts import Draft

CORPUS = Path(__file__).parents[2] / "../shared/corpus"
LISTS = sorted(path for path in CORPUS.glob("*.md") if path.stat().st_size < 500_000) if CORPUS.is_dir() else []
OFTEN = 13
"""How often a list is repeated, so that it's long enough."""


def unpressed(text: str, monkeypatch: pytest.MonkeyPatch) -> Document:
    def keep(draft: Draft) -> None:
        del draft

    with monkeypatch.context() as patch:
        patch.setattr(kinds, "press", keep)
        return parse(Source("list.md", text))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_real_lists(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text(encoding="utf-8")
    assert parse(Source("list.md", text)) == unpressed(text, monkeypatch)


@pytest.mark.parametrize("seed", range(40))
def test_lists_of_all_forms(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(seed)  # noqa: S311 - any list will do
    text = grammar.document(random)
    lines = [line for line in text.split("\n") for _ in range(OFTEN if line.lstrip().startswith(("-", "*", "+")) else 1)]
    for each in (text, "\n".join(lines), "<details><summary>More</summary>\n\n" + "\n".join(lines) + "\n\n</details>\n"):
        assert parse(Source("list.md", each)) == unpressed(each, monkeypatch)


def test_a_long_list_is_pressed(monkeypatch: pytest.MonkeyPatch) -> None:
    pressed: list[int] = []
    press = kinds.press

    def noted(draft: Draft) -> None:
        press(draft)
        pressed.append(not draft.flows)

    monkeypatch.setattr(kinds, "press", noted)
    parse(Source("list.md", "- [a](https://a.org) - Is a.\n" * 20))
    assert pressed == [True] * 8
