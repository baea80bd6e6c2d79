"""Links whose brackets are the wrong way round: `(title)[URL]`. Knows nothing of links that are right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style.places import meets
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_REVERSED: Final = lazy(r"\((?P<label>[^()\[\]\n]{1,200})\)\[(?P<url>https?://[^\s\[\]()<>]{1,500})\](?![(\[])")


class ReversedLink(Rule):
    """LL128."""

    code = "LL128"
    name = "reversed-link"
    summary = "A link has its brackets the wrong way round."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """`(title)[URL]` outside of code, HTML and comments."""
        del style
        for found in _REVERSED.finditer(document.text):
            span = Span(*found.span())
            if not meets(span, document.opaque):
                yield self.diagnostic(span, f"link is ({found['label']})[…], expected [{found['label']}](…)")
