"""Directives that silence nothing. The engine finds them; this is where they get their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class UnusedDirective(Rule):
    """LL002."""

    code = "LL002"
    name = "unused-directive"
    summary = "A directive silences nothing."
    cause = "elsewhere"

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Nothing: a rule sees no other rule's diagnostics."""
        del document, style
        return iter(())
