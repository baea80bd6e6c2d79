"""Link definitions with blanks too many. Knows nothing of the links that use them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.regex import lazy
from listlint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_LABEL: Final = lazy(r"[ \t]*\[((?:[^\]\\]|\\.)*)\]")


class DefinitionSpacing(Rule):
    """LL617."""

    code = "LL617"
    name = "definition-spacing"
    summary = "The label of a link definition has blanks too many."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Labels with doubled blanks, or with blanks beside their brackets; Markdown takes them for one or none."""
        del style
        for one in document.definitions:
            match = _LABEL.match(document.text, one.span.start, one.destination.start)
            label = match[1] if match else ""
            if label and label != " ".join(label.split()):
                yield self.diagnostic(one.span, f'label is "{label}", expected "{" ".join(label.split())}"')
