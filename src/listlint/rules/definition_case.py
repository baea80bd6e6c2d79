"""Link definitions whose labels have capitals where the others have none. Knows nothing of the links that use them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from listlint.rule import Rule, RuleOptions
from listlint.style.usual import usual

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class DefinitionCase(Rule):
    """LL616."""

    code = "LL616"
    name = "definition-case"
    summary = "The label of a link definition has capitals, the others have none."

    class Options(RuleOptions):
        """What can be configured."""

        case: Literal["consistent", "lower"] = "consistent"
        """`lower`: no capitals at all; `consistent`: where nine in ten have none."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Labels as they are defined; Markdown itself doesn't mind their case."""
        del style
        labels = [(one, "lower" if one.label == one.label.lower() else "mixed") for one in document.definitions]
        way = usual([case for _, case in labels], self.options.case)
        if way is None or way.value != "lower":
            return
        for one, case in labels:
            if case != "lower":
                yield self.diagnostic(one.span, f'label "{one.label}" has capitals, expected none, {way.told}')
