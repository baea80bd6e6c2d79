"""Cells that hold another value than their column may. Knows only what is configured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.rule import Rule, RuleOptions
from listlint.style.tables import tables
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class TableValue(Rule):
    """LL119."""

    code = "LL119"
    name = "table-value"
    summary = "A table cell holds a value that its column doesn't take."

    class Options(RuleOptions):
        """What can be configured."""

        columns: tuple[str, ...] = ()
        """Heading and what its cells may hold, `*` for any characters, `?*` for some: `"HTTPS = Yes, No"`, `"API = [*](https://*)"`."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Cells in columns that are configured by their heading; case counts in the cells, not in the heading."""
        del style
        wanted = dict(_column(line) for line in self.options.columns)
        for table in tables(document) if wanted else ():
            for number, head in enumerate(table.head.cells):
                name = head.of(document.text).strip()
                values = wanted.get(name.casefold(), ())
                for row in table.rows if values else ():
                    if number >= len(row.cells):
                        continue
                    cell = _inner(document.text, row.cells[number])
                    held = cell.of(document.text)
                    if not any(_fits(held, value) for value in values):
                        yield self.diagnostic(cell, f'{name} is "{held}", expected {_listed(values)}')


def _column(line: str) -> tuple[str, tuple[str, ...]]:
    name, _, values = line.partition("=")
    return name.strip().casefold(), tuple(value.strip() for value in values.split(",") if value.strip())


def _inner(text: str, cell: Span) -> Span:
    """A cell without the blanks around its text."""
    held = cell.of(text)
    start = cell.start + len(held) - len(held.lstrip())
    return Span(start, max(start, cell.start + len(held.rstrip())))


def _fits(held: str, value: str) -> bool:
    """Whether `held` is `value`; `*` stands for any run of characters, a leading `?` for at least one. Linear time."""
    if value.startswith("?"):
        return bool(held) and _fits(held, value[1:])
    first, *others = value.split("*")
    if not others:
        return held == value
    *middle, last = others
    at = len(first)
    if not held.startswith(first):
        return False
    for part in middle:
        at = held.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return len(held) - len(last) >= at and held.endswith(last)


def _listed(values: tuple[str, ...]) -> str:
    shown = [f'"{value}"' for value in values]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"
