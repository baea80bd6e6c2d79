"""The rule book: finds `rules/` in the wheel or in a checkout. Knows nothing of configuration."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@cache
def rulebook() -> Traversable:
    """The folder of rule pages and profiles: `listlint/rulebook` in a wheel, `rules/` in an editable install."""
    packaged = resources.files("listlint") / "rulebook"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "rules"
