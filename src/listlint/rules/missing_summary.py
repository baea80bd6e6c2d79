"""Entries without a summary in a list whose entries have one. Knows nothing of how long or good a summary is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.model import Kind
from listlint.rule import Rule
from listlint.style import scope
from listlint.style.thresholds import MAJORITY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style


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
        for group in scope.groups(document):
            entries = [item for item in group.items if scope.is_link_first(item)]
            bare = [item for item in entries if item.summary is None]
            if not usual.configured and (_is_pointer(group.holder) or _is_their_way(len(bare), len(entries))):
                continue
            for item in bare:
                if _is_bare(document.text, item) and item.title:
                    yield self.diagnostic(item.title.span, f"entry has no summary, {expected}")


def _is_pointer(holder: Item | None) -> bool:
    """Whether what is nested here points on from an entry that has its say."""
    return holder is not None and holder.kind is Kind.ENTRY


def _is_their_way(bare: int, total: int) -> bool:
    """Whether the entries that stand side by side do without summaries: more than one of them, and more than slips."""
    return bare > 1 and bare > (1 - MAJORITY) * total


def _is_bare(text: str, item: Item) -> bool:
    """Whether the link is all there is: no fields, no notes, no words behind it, no further links that speak for it."""
    if item.fields or item.children or len(item.links) != 1 or item.title is None or item.title.text.endswith(("…", "...")):
        return False
    return not any(char.isalnum() for char in text[item.links[0].span.end : item.head.end])
