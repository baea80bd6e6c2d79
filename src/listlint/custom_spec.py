"""What a configuration spells out of a rule of its own. Data only: `custom` makes the rule."""

from __future__ import annotations

from typing import Literal

from listlint.diagnostic import Severity
from listlint.edits import Safety
from listlint.records import dataclass

Kind = Literal["forbid", "require", "replace", "length", "one-of", "consistent"]


@dataclass(frozen=True, kw_only=True)
class Example:
    """A list that the rule complains of, with what its fix makes of it, or one that it leaves alone."""

    bad: str | None = None
    fixed: str | None = None
    good: str | None = None


@dataclass(frozen=True, kw_only=True)
class Spec:
    """One `[[rules.custom]]`; its pattern is one that `patterns.compiled` takes."""

    name: str
    scope: str
    kind: Kind
    code: str = ""
    pattern: str = ""
    replacement: str = ""
    values: tuple[str, ...] = ()
    min: int = 0
    max: int = 0
    """Characters; 0 knows no limit."""
    message: str = ""
    severity: Severity = Severity.WARNING
    safety: Safety = Safety.UNSAFE
    examples: tuple[Example, ...] = ()
