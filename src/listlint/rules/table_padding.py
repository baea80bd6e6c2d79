"""Table cells that are padded otherwise than the others. Knows nothing of what they say."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

from listlint.edits import Edit, Fix, Phase
from listlint.rule import Rule, RuleOptions
from listlint.style.tables import Row, tables
from listlint.style.thresholds import MIN_CASES, SLIP
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class TablePadding(Rule):
    """LL120."""

    code = "LL120"
    name = "table-padding"
    summary = "A table cell is padded otherwise than the other cells of its table."
    phase = Phase.LAYOUT
    everywhere = True

    class Options(RuleOptions):
        """`consistent`: as nine in ten cells of the table; `padded`: a blank on both sides; `tight`: none."""

        padding: Literal["consistent", "padded", "tight"] = "consistent"
        """How much stands between the bars and the text."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Rows with cells that have no blank beside a bar, or one; more of them align columns and are left alone."""
        del style
        for table in tables(document):
            rows = [(row, list(_sides(document.text, row))) for row in chain([table.head], table.rows)]
            usual = self._usual([side for _, sides in rows for side in sides])
            if usual is None:
                continue
            expected = "one blank" if usual else "none"
            for _, sides in rows:
                wrong = [side for side in sides if side.blanks != usual and side.blanks < _ALIGNED]
                if wrong:
                    said = "no blank stands" if not wrong[0].blanks else "a blank stands"
                    edits = tuple(Edit(side.span, " " * usual) for side in wrong)
                    yield self.diagnostic(wrong[0].span, f"{said} beside the bar, expected {expected}", fix=Fix("pad the cells", edits))

    def _usual(self, sides: list[_Side]) -> int | None:
        """How many blanks stand beside a bar, 0 or 1; None where the table doesn't tell."""
        if self.options.padding != "consistent":
            return int(self.options.padding == "padded")
        counts = Counter(min(side.blanks, 1) for side in sides)
        if not counts or counts.total() < MIN_CASES:
            return None
        usual, count = counts.most_common(1)[0]
        return usual if counts.total() - count <= SLIP * counts.total() else None


_ALIGNED = 2
"""So many blanks align a column."""


class _Side(NamedTuple):
    """The white space between a bar and a cell's text."""

    span: Span
    blanks: int


def _sides(text: str, row: Row) -> Iterator[_Side]:
    for number, cell in enumerate(row.cells):
        held = cell.of(text)
        if not held.strip() or "\t" in held:
            continue
        before, behind = len(held) - len(held.lstrip(" ")), len(held) - len(held.rstrip(" "))
        if number or row.first:
            yield _Side(Span(cell.start, cell.start + before), before)
        if number < len(row.cells) - 1 or row.last:
            yield _Side(Span(cell.end - behind, cell.end), behind)
