"""Entries without a summary in a list whose entries have one. Knows nothing of how long or good a summary is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.rule import Rule
from listlint.style import scope
from listlint.style.thresholds import MAJORITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style

_FEW = 3
"""Siblings from which their own habit counts."""


class MissingSummary(Rule):
    """LL103."""

    code = "LL103"
    name = "missing-summary"
    summary = "An entry has no summary where the list's entries have one."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Link-first entries with nothing but their link, unless their neighbours do without a summary too."""
        usual = style.summary
        if usual is None or not usual.value:
            return
        expected = "one is configured as required" if usual.configured else f"{usual.evidence} entries have one"
        for items in scope.siblings(document):
            entries = [item for item in items if scope.is_link_first(item)]
            bare = [item for item in entries if item.summary is None]
            if not usual.configured and len(entries) >= _FEW and len(bare) > (1 - MAJORITY) * len(entries) and len(bare) > 1:
                continue
            for item in bare:
                if _is_bare(item) and item.title:
                    yield self.diagnostic(item.title.span, f"entry has no summary, {expected}")


def _is_bare(item: Item) -> bool:
    """Whether the link is all there is: no fields, no notes, no further links that speak for it."""
    return not item.fields and not item.children and len(item.links) == 1
