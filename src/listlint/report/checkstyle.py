"""Checkstyle's XML, which many servers read. Columns count code points from 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.report.asked import by_file
from listlint.report.totals import failure
from listlint.report.visible import visible
from listlint.report.xmltext import HEAD, element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.report.asked import Report, Told


def render(report: Report) -> str:
    """An element for each file, those without diagnostics included, and in it one for each diagnostic."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield HEAD + element("checkstyle", version="4.3") + ">"
    for file, told in by_file(report):
        yield f"  {element('file', name=file.path)}>"
        if (message := failure(file)) is not None:
            yield f"    {element('error', line=1, severity='error', message=visible(message), source='listlint')}/>"
        for one in told:
            yield f"    {_error(one)}/>"
        yield "  </file>"
    yield "</checkstyle>"


def _error(told: Told) -> str:
    one = told.diagnostic
    at = told.source.position(one.span.start)
    source = f"listlint.{one.code}.{one.name}"
    return element("error", line=at.line, column=at.column, severity=one.severity, message=visible(one.message), source=source)
