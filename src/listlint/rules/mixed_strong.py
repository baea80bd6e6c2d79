"""Strong emphasis that is marked with another sign than the rest. Knows nothing of emphasis within words or within emphasis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from listlint.edits import Edit, Fix, Phase
from listlint.rule import Rule, RuleOptions
from listlint.style.emphasis import stretches
from listlint.style.usual import usual
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class MixedStrong(Rule):
    """LL621."""

    code = "LL621"
    name = "mixed-strong"
    summary = "Strong emphasis is marked with another sign than elsewhere."
    phase = Phase.LAYOUT

    class Options(RuleOptions):
        """What can be configured."""

        mark: Literal["consistent", "*", "_"] = "consistent"
        """The sign; `consistent`: that of nine in ten."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Stretches within a line that hold no other mark."""
        del style
        found = stretches(document, strong=True)
        way = usual([mark for _, mark in found], self.options.mark)
        for span, mark in found:
            if way is not None and mark != way.value:
                old, new = mark * 2, way.value * 2
                edits = (Edit(Span(span.start, span.start + 2), new), Edit(Span(span.end - 2, span.end), new))
                fix = Fix(f"write {new}", edits)
                yield self.diagnostic(span, f"mark is {old}, expected {new}, {way.told}", fix=fix)
