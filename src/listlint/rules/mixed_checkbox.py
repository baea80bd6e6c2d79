"""Ticked boxes that are ticked with another letter than the rest. Knows nothing of open ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from listlint.edits import Edit, Fix, Phase
from listlint.regex import lazy
from listlint.rule import Rule, RuleOptions
from listlint.style.usual import usual
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_BOX: Final = lazy(r"\[([xX])\]")


class MixedCheckbox(Rule):
    """LL623."""

    code = "LL623"
    name = "mixed-checkbox"
    summary = "A box is ticked with another letter than the others."
    phase = Phase.LAYOUT

    class Options(RuleOptions):
        """What can be configured."""

        tick: Literal["consistent", "x", "X"] = "consistent"
        """The letter; `consistent`: that of nine in ten."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Boxes of items."""
        del style
        found: list[tuple[Span, str]] = []
        for item in document.items:
            match = _BOX.search(document.text, item.marker.start, item.marker.end) if item.marker else None
            if match:
                found.append((Span(*match.span(1)), match[1]))
        way = usual([tick for _, tick in found], self.options.tick)
        for span, tick in found:
            if way is not None and tick != way.value:
                fix = Fix(f"write {way.value}", (Edit(span, way.value),), recases=(span,))
                yield self.diagnostic(span, f"box is ticked with {tick}, expected {way.value}, {way.told}", fix=fix)
