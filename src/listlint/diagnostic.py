"""What a rule says about a list. Knows nothing of how it's reported."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from listlint.records import dataclass

if TYPE_CHECKING:
    from listlint.edits import Fix
    from listlint.text import Span


class Severity(StrEnum):
    """How much it matters; an info alone never makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that the message speaks of."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One complaint: what is there, then what was expected, in the list's own words."""

    code: str
    name: str
    severity: Severity
    message: str
    span: Span
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
