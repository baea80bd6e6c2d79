"""Entries that show their URL where the others have a title. Knows nothing of what stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.model import Container, Form
from listlint.rule import Rule
from listlint.style import scope
from listlint.style.thresholds import MAJORITY, MIN_CASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class UrlAsTitle(Rule):
    """LL127."""

    code = "LL127"
    name = "url-as-title"
    summary = "An entry shows its URL where the others have a title."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Entries that begin with a bare URL in a list of which eight in ten begin with a titled link."""
        del style
        items = [item for item in scope.entries(document) if item.container is Container.LIST_ITEM]
        titled = sum(item.form is Form.LINK_FIRST for item in items)
        if titled < MIN_CASES or titled < MAJORITY * len(items):
            return
        for item in items:
            if item.form is Form.URL_FIRST and item.link is not None:
                said = f"entry shows {item.link.url} for a title, {titled} of {len(items)} have [title](URL)"
                yield self.diagnostic(item.link.span, said)
