"""reviewdog's diagnostic format, whole or a diagnostic a line. Knows no reviewdog.

Columns count UTF-8 bytes from 1, ends are exclusive (reviewdog.proto). A suggestion takes the place of whole lines of a review, so
reviewdog wants it on the very lines of the complaint; a fix that reaches beyond them is none. One suggestion a fix: several
would be alternatives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.diagnostic import Severity
from listlint.edits import Edit, Safety, apply
from listlint.report.jsontext import Json, document, lines
from listlint.report.totals import failures
from listlint.report.visible import visible
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.edits import Fix
    from listlint.report.asked import Report, Told
    from listlint.text import Source

_SEVERITIES: Final = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}
_SOURCE: Final[Json] = {"name": "listlint"}


def render(report: Report) -> str:
    """One `DiagnosticResult`."""
    return document({"source": _SOURCE, "diagnostics": list(_diagnostics(report))})


def render_lines(report: Report) -> str:
    """A `Diagnostic` a line."""
    return lines({**one, "source": _SOURCE} for one in _diagnostics(report))


def _diagnostics(report: Report) -> Iterator[dict[str, Json]]:
    for path, message in failures(report.run):
        yield {"message": visible(message), "location": {"path": path}, "severity": "ERROR"}
    for told in report.told:
        one = told.diagnostic
        yield {
            "message": _message(told),
            "location": {"path": told.path, "range": _range(told.source, one.span)},
            "severity": _SEVERITIES[one.severity],
            "code": {"value": one.code},
            "suggestions": [] if one.fix is None else list(_suggestions(told.source, one.span, one.fix)),
        }


def _message(told: Told) -> str:
    """The complaint, and where else to look."""
    one = told.diagnostic
    see = [f"see line {told.source.line_of(other.span.start)}: {visible(other.message)}" for other in one.related]
    unsafe = ["the fix may change meaning"] if one.fix is not None and one.fix.safety is Safety.UNSAFE else []
    return "; ".join([f"{one.name}: {visible(one.message)}", *see, *unsafe])


def _suggestions(source: Source, span: Span, fix: Fix) -> Iterator[Json]:
    whole = Span(min(span.start, fix.span.start), max(span.end, fix.span.end))
    if [source.line_of(at) for at in (whole.start, whole.end)] != [source.line_of(at) for at in (span.start, span.end)]:
        return
    edits = [Edit(Span(edit.span.start - whole.start, edit.span.end - whole.start), edit.text) for edit in fix.edits]
    yield {"range": _range(source, whole), "text": apply(whole.of(source.text), edits)}


def _range(source: Source, span: Span) -> Json:
    return {"start": _position(source, span.start), "end": _position(source, span.end)}


def _position(source: Source, offset: int) -> Json:
    line = source.line_of(offset)
    before = source.text[source.full_line_span(line).start : offset]
    return {"line": line, "column": len(before.encode("utf-8")) + 1}
