"""A fix that lets go of every model between its steps, as of a long list's, makes what a fix makes that keeps them."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest
from tests.fuzz import grammar
from tests.fuzz.oracle import every_rule

from listlint import engine
from listlint.parse import kept
from listlint.text import Source

if TYPE_CHECKING:
    from listlint.engine.results import Fixed

CORPUS = Path(__file__).parents[2] / "../shared/corpus"
LISTS = sorted(path for path in CORPUS.glob("*.md") if path.stat().st_size < 30_000) if CORPUS.is_dir() else []


def fixed(text: str, monkeypatch: pytest.MonkeyPatch, long: int) -> Fixed:
    with monkeypatch.context() as patch:
        patch.setattr(kept, "LONG", long)
        return engine.fix(Source("list.md", text), every_rule(), unsafe=True)


def alike(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert fixed(text, monkeypatch, -1) == fixed(text, monkeypatch, len(text))


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_real_lists(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alike(path.read_text(encoding="utf-8"), monkeypatch)


@pytest.mark.parametrize("seed", range(60))
def test_lists_of_all_forms(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(seed)  # noqa: S311 - any list will do
    text = grammar.document(random)
    alike(text if seed % 2 else grammar.damaged(text, random), monkeypatch)
