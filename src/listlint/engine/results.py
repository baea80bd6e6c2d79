"""What checking and fixing a list result in. Data only."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from listlint.edits import Safety
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

    @property
    def source(self) -> Source:
        """The text that its spans count in."""
        return self.document.source


@dataclass(frozen=True)
class Known:
    """What another run, or another process, found in a text: the diagnostics, without the model they were found in."""

    source: Source
    diagnostics: tuple[Diagnostic, ...]

    def needs_no_fix(self, *, unsafe: bool) -> bool:
        """Whether a fix run would leave the text as it is: it makes no other fixes than a check shows."""
        return not any(one.fix and one.fix.edits and (unsafe or one.fix.safety is Safety.SAFE) for one in self.diagnostics)

    @cached_property
    def document(self) -> Document:
        """The text as it's read, without its surroundings; few reports ask, and those wait for the parser."""
        from listlint.parse import parse  # noqa: PLC0415 - see above

        return parse(self.source)


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
    after: Checked | Known
    """The final text, proved, with what is left to say about it; `after.source` is what may be written."""
    applied: tuple[Diagnostic, ...] = ()
    """The diagnostics whose fixes were made, round by round; spans count in the text of their round."""
    failure: str | None = None
    """One line: why the text stayed as it was (a cycle, 20 rounds, a proof that failed as a whole)."""
    withheld: tuple[Withheld, ...] = ()
    """The fixes that aren't proved."""
    settled: bool = False
    """Whether a check of the final text, by itself, would say the same."""
