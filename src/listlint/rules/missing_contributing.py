"""Repositories that don't say how to contribute. Knows nothing of what such a file should say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class MissingContributing(Rule):
    """LL703."""

    code = "LL703"
    name = "missing-contributing"
    summary = "The repository doesn't say how to contribute to the list."
    local = True
    cause = "elsewhere"

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """One diagnostic, on the first line of the repository's readme."""
        del style
        if document.repository is None or not document.repository.is_front:
            return
        found = document.repository.find("contributing")
        if any((file.text or "").strip() for file in found):
            return
        said = f"{found[0].path} is empty, expected guidelines" if found else "repository has no contributing.md, expected guidelines"
        yield self.diagnostic(document.source.line_span(1), said)
