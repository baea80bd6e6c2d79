"""Directives that listlint doesn't understand. The engine finds them; this is where they get their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.diagnostic import Severity
from listlint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class UnknownDirective(Rule):
    """LL003."""

    code = "LL003"
    name = "unknown-directive"
    summary = "A directive has an unknown action or names an unknown rule."
    severity = Severity.ERROR

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Nothing: a rule sees no other rule's diagnostics."""
        del document, style
        return iter(())
