"""What checking and fixing a list result in. Data only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.records import dataclass

if TYPE_CHECKING:
    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style
    from listlint.text import Source


@dataclass(frozen=True)
class Checked:
    """What one list looks like to a plan."""

    document: Document
    style: Style
    diagnostics: tuple[Diagnostic, ...]
    """In document order, suppressed ones left out, severities as configured."""


@dataclass(frozen=True)
class Withheld:
    """A fix that wasn't made, for a report of what is wrong with it."""

    diagnostic: Diagnostic
    """As it was found; spans count in `text`."""
    reason: str
    text: str
    """What it was tried on."""


@dataclass(frozen=True)
class Fixed:
    """What a fix run made of one list."""

    before: Source
    after: Checked
    """The final text, proved, with what is left to say about it; `after.document.source` is what may be written."""
    applied: tuple[Diagnostic, ...] = ()
    """The diagnostics whose fixes were made, round by round; spans count in the text of their round."""
    failure: str | None = None
    """One line: why the text stayed as it was (a cycle, 20 rounds, a proof that failed as a whole)."""
    withheld: tuple[Withheld, ...] = ()
    """The fixes that aren't proved."""
