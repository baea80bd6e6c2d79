"""Sections that don't stand in the order that is configured. Knows nothing of the entries in them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from listlint.diagnostic import Related
from listlint.rule import Rule
from listlint.style import naming
from listlint.style.contents_rows import longest_ordered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style
    from listlint.style.naming import Named


class SectionOrder(Rule):
    """LL506."""

    code = "LL506"
    name = "section-order"
    summary = "A section doesn't stand in the configured order."
    cause = "elsewhere"

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Of the configured sections side by side, the fewest that would have to move."""
        order = style.section_options.order
        if not order:
            return
        rows = sorted(naming.sections(document, meta=True), key=lambda found: (found.siblings, found.section.span.start))
        found = [one for _, row in groupby(rows, key=lambda found: found.siblings) for one in self._row(list(row), order)]
        yield from sorted(found, key=lambda one: one.span)

    def _row(self, row: list[Named], order: tuple[str, ...]) -> Iterator[Diagnostic]:
        places = [(found.section, _place(found, order)) for found in row]
        known = [(section, place) for section, place in places if place is not None]
        kept = longest_ordered([place for _, place in known])
        for at, (section, place) in enumerate(known):
            if at in kept or section.heading is None or any(other == place for index, (_, other) in enumerate(known) if index in kept):
                continue
            before = [other for index, (other, number) in enumerate(known) if index in kept and number < place]
            after = [other for index, (other, number) in enumerate(known) if index in kept and number > place]
            neighbour = before[-1] if before and before[-1].span.start > section.span.start else after[0] if after else before[-1]
            side = "behind" if neighbour in before else "before"
            related = (Related(neighbour.heading, "its neighbour"),) if neighbour.heading is not None else ()
            yield self.diagnostic(
                section.heading, f'section "{section.title}" stands here, expected {side} "{neighbour.title}"', related=related
            )


def _place(found: Named, order: tuple[str, ...]) -> int | None:
    return next((number for number, name in enumerate(order) if naming.means(name, found.path)), None)
