"""Summaries that end twice, inside a quotation and behind it. Knows nothing of which of the two should stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase, Safety
from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style import scope
from listlint.style.places import meets
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_TWICE: Final = lazy(r"[.!?…。！？]([\"”’»」』])([.!?…。！？]{1,20})\Z")
_REVERSED: Final = lazy(r"[.!?…。！？][“„「『]\Z")
_LONGEST: Final = 23


class DoubledEnding(Rule):
    """LL125."""

    code = "LL125"
    name = "doubled-ending"
    summary = "A summary ends twice, or with an opening quotation mark."
    phase = Phase.TYPOGRAPHY

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Endings such as `"end.".` and `.“`."""
        del style
        text = document.text
        for item in scope.entries(document):
            if item.summary is None:
                continue
            end = item.summary.span.end
            start = max(item.summary.span.start, end - _LONGEST)
            twice = _TWICE.search(text[start:end])
            if twice is not None:
                outer = Span(start + twice.start(2), end)
                fix = None if meets(outer, document.opaque) else Fix("remove the second", (Edit(outer, ""),), Safety.UNSAFE)
                said = f"summary ends with {twice[0]}, expected punctuation before the quotation mark or behind it"
                yield self.diagnostic(Span(start + twice.start(), end), said, fix=fix)
            elif (turned := _REVERSED.search(text[start:end])) is not None:
                yield self.diagnostic(
                    Span(start + turned.start(), end), f"summary ends with {turned[0]}, expected a closing quotation mark"
                )
