"""Azure Pipelines' logging commands. Knows no pipeline.

How values are escaped: `azure-pipelines-task-lib`, taskcommand.ts. Columns count code points from 1; Azure documents no unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.diagnostic import Severity
from listlint.report.commands import message as _message
from listlint.report.commands import value as _value
from listlint.report.totals import failures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.report.asked import Report

_DATA: Final = {"%": "%AZP25", "\r": "%0D", "\n": "%0A"}
_PROPERTY: Final = {**_DATA, "]": "%5D", ";": "%3B"}


def render(report: Report) -> str:
    """A command a diagnostic; Azure knows errors and warnings only, so a remark is a warning."""
    return "".join(f"{line}\n" for line in _commands(report))


def _commands(report: Report) -> Iterator[str]:
    for path, message in failures(report.run):
        yield f"##vso[task.logissue type=error;sourcepath={_value(report.within(path), _PROPERTY)};]{_message(message, _DATA)}"
    for told in report.told:
        one = told.diagnostic
        at = told.source.position(one.span.start)
        kind = "error" if one.severity is Severity.ERROR else "warning"
        place = f"sourcepath={_value(report.within(told.path), _PROPERTY)};linenumber={at.line};columnnumber={at.column}"
        yield f"##vso[task.logissue type={kind};{place};code={one.code};]{_message(f'{one.name}: {one.message}', _DATA)}"
