"""Crashes of listlint itself. The runner finds them; this is where they get their name and page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.diagnostic import Severity
from listlint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class InternalError(Rule):
    """LL000."""

    code = "LL000"
    name = "internal-error"
    summary = "listlint itself failed on the list."
    severity = Severity.ERROR

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Nothing: what fails says so itself."""
        del document, style
        return iter(())
