"""Emphasis that is marked with another sign than the rest. Knows nothing of emphasis within words or within emphasis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from listlint.edits import Phase
from listlint.rule import Rule, RuleOptions
from listlint.style.emphasis import otherwise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class MixedEmphasis(Rule):
    """LL620."""

    code = "LL620"
    name = "mixed-emphasis"
    summary = "Emphasis is marked with another sign than elsewhere."
    phase = Phase.LAYOUT

    class Options(RuleOptions):
        """What can be configured."""

        mark: Literal["consistent", "*", "_"] = "consistent"
        """The sign; `consistent`: that of nine in ten."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Stretches within a line that hold no other mark."""
        del style
        for span, message, fix in otherwise(document, self.options.mark, strong=False):
            yield self.diagnostic(span, message, fix=fix)
