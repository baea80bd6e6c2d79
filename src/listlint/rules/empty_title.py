"""Links with nothing in their brackets, that no reader can see. Knows nothing of what they should be called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.rule import Rule
from listlint.style import scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class EmptyTitle(Rule):
    """LL126."""

    code = "LL126"
    name = "empty-title"
    summary = "A link of an entry has no text."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Links in square brackets that lead elsewhere and show neither text nor image; anchors are meant to be unseen."""
        del style
        for item in scope.entries(document):
            for link in item.links:
                blank = link.kind in {"inline", "reference"} and not link.image and not link.label.of(document.text).strip()
                if blank and link.url and not link.url.startswith("#"):
                    yield self.diagnostic(link.span, f"link to {link.url} has no text, expected a title")
