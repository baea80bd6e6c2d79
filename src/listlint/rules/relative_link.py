"""Entries that lead to a file or a place of the list's own repository. Knows nothing of URLs that can't be followed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style import scope
from listlint.urls.malformed import fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_WHOLE: Final = lazy(r"(?:[a-z][a-z0-9+.-]{1,20}:|//)", re.IGNORECASE)


class RelativeLink(Rule):
    """LL123."""

    code = "LL123"
    name = "relative-link"
    summary = "An entry leads to no other place than the list's own repository."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Main links of entries without a scheme; contents lists are no entries, broken URLs are for LL204."""
        del style
        for item in scope.entries(document):
            url = item.link.url if item.link is not None else ""
            if item.link is None or not url or _WHOLE.match(url) or fault(url) is not None:
                continue
            yield self.diagnostic(item.link.span, f"entry leads to {url}, expected a whole URL")
