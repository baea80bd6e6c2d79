"""The grouped report: each file once, its diagnostics indented below it. Knows no colours."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from listlint.edits import Safety
from listlint.report.asked import more
from listlint.report.text import last_line
from listlint.report.totals import totals
from listlint.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.report.asked import Report, Told


def render(report: Report) -> str:
    """A paragraph a file, then what the run comes to."""
    groups = ["\n".join(_group(path, list(told))) for path, told in groupby(report.told, key=lambda one: one.path)]
    groups += [more(report.omitted)] if report.omitted else []
    return "\n\n".join([*groups, last_line(totals(report.run), unsafe=report.unsafe)]) + "\n"


def _group(path: str, told: list[Told]) -> Iterator[str]:
    places = [one.source.position(one.diagnostic.span.start) for one in told]
    lines, columns = (max(len(str(number)) for number in numbers) for numbers in zip(*((at.line, at.column) for at in places), strict=True))
    yield f"{visible(path)}:"
    for one, at in zip(told, places, strict=True):
        diagnostic = one.diagnostic
        place = f"{at.line:>{lines}}:{at.column:<{columns}}"
        yield f"  {place} {diagnostic.severity:7} {diagnostic.code} {diagnostic.name} {visible(diagnostic.message)}{_fixable(one)}"


def _fixable(one: Told) -> str:
    if one.diagnostic.fix is None:
        return ""
    return " [fix]" if one.diagnostic.fix.safety is Safety.SAFE else " [unsafe fix]"
