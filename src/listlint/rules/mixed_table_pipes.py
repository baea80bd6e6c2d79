"""Table rows without the bars at their ends that the others have. Knows nothing of what the cells say."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, Literal

from listlint.edits import Edit, Fix, Phase
from listlint.rule import Rule, RuleOptions
from listlint.style.tables import tables
from listlint.style.usual import usual
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_WAYS: Final = {(True, True): "both", (True, False): "first", (False, True): "last", (False, False): "none"}
_SAID: Final = {"both": "a bar at both ends", "first": "no bar at its end", "last": "no bar at its beginning", "none": "no bar at its ends"}


class MixedTablePipes(Rule):
    """LL624."""

    code = "LL624"
    name = "mixed-table-pipes"
    summary = "A table row has no bars at its ends, as the others have."
    phase = Phase.LAYOUT
    everywhere = True

    class Options(RuleOptions):
        """What can be configured."""

        pipes: Literal["consistent", "both"] = "consistent"
        """Where rows have bars; `consistent`: as nine in ten rows of the file."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Rows that lack a bar which nearly all others have; a bar too much is a matter of taste."""
        del style
        rows = [row for table in tables(document) for row in chain([table.head, table.ruler], table.rows)]
        way = usual([_WAYS[row.first, row.last] for row in rows], self.options.pipes)
        if way is None or way.value != "both":
            return
        for row in rows:
            if row.first and row.last:
                continue
            start, end = Span(row.span.start, row.span.start), Span(row.span.end, row.span.end)
            edits = (*(() if row.first else (Edit(start, "| "),)), *(() if row.last else (Edit(end, " |"),)))
            message = f"row has {_SAID[_WAYS[row.first, row.last]]}, expected bars at both, {way.told}"
            yield self.diagnostic(row.span, message, fix=Fix("add the bars", edits))
