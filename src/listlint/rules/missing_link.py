"""Entries that lead nowhere. Knows nothing of where they ought to lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.model import Container, Form
from listlint.rule import Rule
from listlint.style import scope
from listlint.style.thresholds import LINKED, MAJORITY, MIN_CASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style


class MissingLink(Rule):
    """LL104."""

    code = "LL104"
    name = "missing-link"
    summary = "An entry has no link where the entries beside it have one."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Unlinked entries among linked ones; a section whose items are all bare names is a list of topics."""
        del style
        for group in scope.groups(document):
            entries = [item for item in group.items if scope.is_certain(item) and item.container is Container.LIST_ITEM]
            linked = sum(bool(item.links) for item in entries)
            for item in entries:
                if _leads_nowhere(item) and item.title and _stands_out(item, linked, len(entries)):
                    yield self.diagnostic(item.title.span, f"entry has no link, {linked} of the {len(entries)} side by side have one")


def _leads_nowhere(item: Item) -> bool:
    return item.form is Form.UNLINKED and not any(nested.links for nested in item.walk())


def _stands_out(item: Item, linked: int, total: int) -> bool:
    """Whether those beside `item` are linked: most of them where it has a summary, nearly all of several where it's a bare name."""
    if item.summary is not None:
        return linked > LINKED * total
    return linked >= MIN_CASES and linked >= MAJORITY * total
