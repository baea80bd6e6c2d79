"""arXiv links whose id no paper can have. Knows nothing of papers that don't exist yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.diagnostic import Severity
from listlint.rule import Rule
from listlint.urls import arxiv

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class InvalidArxivId(Rule):
    """LL302."""

    code = "LL302"
    name = "invalid-arxiv-id"
    summary = "An arXiv link holds an id that no paper can have."
    severity = Severity.ERROR

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Links and link definitions to a paper on arXiv's own hosts without a possible id."""
        del style
        places = [(link.destination, link.url) for link in document.links if link.destination]
        places += ((definition.destination, definition.url) for definition in document.definitions)
        for span, url in sorted(places):
            if (paper := arxiv.read(url)) is not None and paper.id is None:
                yield self.diagnostic(span, f"{url} has no arXiv id that can be, expected one such as 2307.14430 or hep-th/9901001")
