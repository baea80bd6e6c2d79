"""Table rows with more or fewer cells than their heading. Knows nothing of what the cells say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.rule import Rule
from listlint.style.tables import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class TableCellCount(Rule):
    """LL118."""

    code = "LL118"
    name = "table-cell-count"
    summary = "A table row has more or fewer cells than the table has columns."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Rows whose surplus cells GitHub drops, or whose last columns it leaves empty."""
        del style
        for table in tables(document):
            columns = len(table.ruler.cells)
            for row in table.rows:
                if len(row.cells) != columns and row.span.of(document.text).strip("| \t"):
                    lost = ", the surplus isn't shown" if len(row.cells) > columns else ""
                    plural = "s" if len(row.cells) > 1 else ""
                    yield self.diagnostic(row.span, f"row has {len(row.cells)} cell{plural}, expected {columns}{lost}")
