"""Where the rule book is, and which rules it has pages of. Reads no page."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

_SUFFIX = ".md"


@cache
def rulebook() -> Path:
    """The folder of rule pages and profiles: `listlint/rulebook` in a wheel, `rules/` in an editable install."""
    # Not importlib.resources: it costs a check 60 ms of imports, and the Markdown parser can't run from a zip anyway.
    packaged = Path(__file__).parent / "rulebook"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "rules"


@cache
def titles() -> dict[str, str]:
    """The name of each rule by its code, in the order of codes: `LL301-arxiv-url.md` is the page of one."""
    found = [name.removesuffix(_SUFFIX).partition("-") for name in os.listdir(rulebook()) if name.endswith(_SUFFIX)]  # noqa: PTH208 - names alone are asked for
    return {code: name for code, _, name in sorted(found) if code.startswith("LL")}
