"""Fixing real lists with every rule: nothing fails, nothing is withheld, twice is once, and CRLF makes no difference."""

from __future__ import annotations

from pathlib import Path

import pytest

from listlint import engine, registry
from listlint.config.plan import Plan
from listlint.text import Source

CORPUS = Path(__file__).parents[2] / "../shared/corpus"
LISTS = sorted(path for path in CORPUS.glob("*.md") if path.stat().st_size < 60_000)
PLAN = Plan(tuple(rule() for rule in registry.all_rules()))


def fixed(text: str) -> str:
    """What `fix --unsafe` with every rule makes of `text`."""
    done = engine.fix(Source("list.md", text), PLAN, unsafe=True)
    assert done.failure is None
    assert [one.message for one in done.after.diagnostics if one.code == "LL005"] == []
    return done.after.document.text


@pytest.mark.skipif(not LISTS, reason="no corpus here")
@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name[:30])
def test_fix_settles(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert Source("list.md", text).newline == "\n"
    once = fixed(text)
    assert fixed(once) == once
    assert fixed(text.replace("\n", "\r\n")) == once.replace("\n", "\r\n")
