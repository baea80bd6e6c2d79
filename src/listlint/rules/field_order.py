"""Entries whose parts stand in another order than the list's. Knows nothing of parts that an entry doesn't have."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from listlint.model import Container
from listlint.rule import Rule
from listlint.style import scope
from listlint.style.cases import placed
from listlint.style.entry_cases import parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


_JUDGED: Final = ("title", "authors", "venue", "year", "date", "licence", "summary")
"""What has one place in an entry; links, tags and badges may stand anywhere."""


class FieldOrder(Rule):
    """LL117."""

    code = "LL117"
    name = "field-order"
    summary = "The parts of an entry stand in another order than the list's."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Entries with two parts or more, each pair of neighbours held to the list's order; one diagnostic an entry."""
        if style.template is not None or style.section_templates:  # LL122 says it of a configured template
            return
        for item, section, _ in placed(document):
            usual = style.of(section).field_order
            if usual is None or not scope.is_certain(item) or item.container is not Container.LIST_ITEM:
                continue
            order = [name for name in usual.value if name in _JUDGED]
            own = [name for name in parts(item) if name in order]
            wrong = next(((one, two) for one, two in pairwise(own) if order.index(one) > order.index(two)), None)
            if wrong is None or item.title is None:
                continue
            told = "configured" if usual.configured else f"{usual.evidence} entries have"
            yield self.diagnostic(item.title.span, f"{wrong[0]} stands before {wrong[1]}, {told} {', '.join(order)}")
