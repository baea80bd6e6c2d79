"""The check report as JSON, a diagnostic a line: shapes are those of `schemas.CheckReport`. Knows no pydantic.

Lines and columns count code points from 1; an end is the place right behind the last code point.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.report.jsontext import Json, document, lines
from listlint.report.totals import failures, totals

if TYPE_CHECKING:
    from listlint.edits import Fix
    from listlint.report.asked import Report, Told
    from listlint.text import Source, Span


def render(report: Report) -> str:
    """One object: `version`, `diagnostics`, `summary`."""
    return document({"version": 1, "diagnostics": [_diagnostic(one) for one in report.told], "summary": _summary(report)})


def render_lines(report: Report) -> str:
    """One object a diagnostic, a line each; empty where there is nothing to say."""
    return lines(_diagnostic(one) for one in report.told)


def _diagnostic(told: Told) -> dict[str, Json]:
    one, source = told.diagnostic, told.source
    return {
        "code": one.code,
        "name": one.name,
        "severity": one.severity,
        "message": one.message,
        "file": told.path,
        **_range(source, one.span),
        "related": [_related(source, other.span, other.message) for other in one.related],
        "fix": None if one.fix is None else _fix(source, one.fix),
    }


def _related(source: Source, span: Span, message: str) -> dict[str, Json]:
    at = source.position(span.start)
    return {"line": at.line, "column": at.column, "message": message}


def _fix(source: Source, fix: Fix) -> dict[str, Json]:
    edits: list[Json] = [{**_range(source, edit.span), "content": edit.text} for edit in sorted(fix.edits)]
    return {"safety": fix.safety, "message": fix.message, "edits": edits}


def _range(source: Source, span: Span) -> dict[str, Json]:
    start, end = source.position(span.start), source.position(span.end)
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}


def _summary(report: Report) -> dict[str, Json]:
    run = report.run
    count = totals(run)
    return {
        "files": count.files,
        "diagnostics": count.diagnostics,
        "severities": {str(severity): number for severity, number in count.severities.items()},
        "fixable": count.safe,
        "fixable_unsafe": count.unsafe,
        "fixed": count.fixed,
        "omitted": report.omitted,
        "errors": [{"file": path, "message": message} for path, message in failures(run)],
        "notes": list(run.notes),
    }
