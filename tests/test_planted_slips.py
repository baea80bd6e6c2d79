"""Slips planted in real lists are found, and taken back; `tests/planted_slips.py` measures all lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from . import planted_slips

if TYPE_CHECKING:
    from pathlib import Path

SOME = ("kdeldycke", "ziadoz", "viatsko", "reading-list.md", "jobbole")
"""Small ones with a separator, a final stop or an order."""


@pytest.mark.parametrize("path", planted_slips.lists(*SOME), ids=lambda path: path.name.partition("__")[0])
def test_slips_are_found_and_taken_back(path: Path) -> None:
    for outcome in planted_slips.measure(path):
        assert outcome.found >= 0.95 * outcome.planted, outcome
        assert outcome.false <= 0.01 * outcome.planted, outcome
        assert outcome.restored >= 0.95 * outcome.planted, outcome
