"""SARIF 2.1.0, which GitHub's code scanning and many viewers read; the rule book's pages are its help. Knows no service.

Columns count code points from 1 (`columnKind`), ends are exclusive. GitHub computes a fingerprint of its own from lines, and warns of
another under that name; ours has a name of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

import listlint
from listlint import registry
from listlint.diagnostic import Severity
from listlint.pages import page
from listlint.report.fingerprints import fingerprints
from listlint.report.jsontext import Json, pretty
from listlint.report.totals import failures
from listlint.report.visible import visible

if TYPE_CHECKING:
    from listlint.diagnostic import Diagnostic
    from listlint.edits import Fix
    from listlint.report.asked import Report, Told
    from listlint.text import Source, Span

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_RESULTS: Final = 25_000
"""What GitHub takes of one run; it refuses a file with more."""


def render(report: Report) -> str:
    """One log with one run."""
    told = report.told[:_RESULTS]
    known = {one.diagnostic.code: one.diagnostic for one in reversed(told)}
    rules = sorted(known)
    results: list[Json] = [
        _result(report, one, rules.index(one.diagnostic.code), mark) for one, mark in zip(told, fingerprints(told), strict=True)
    ]
    run: Json = {
        "tool": {
            "driver": {
                "name": "listlint",
                "semanticVersion": listlint.__version__,
                "version": listlint.__version__,
                "rules": [_rule(known[code]) for code in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, len(report.told) - len(told) + report.omitted)],
        "results": results,
    }
    return pretty({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _invocation(report: Report, left: int) -> Json:
    notes: list[Json] = [
        {
            "level": "error",
            "message": {"text": visible(message)},
            "locations": [{"physicalLocation": {"artifactLocation": _file(report, path)}}],
        }
        for path, message in failures(report.run)
    ]
    done = not notes
    if left:
        notes.append({"level": "note", "message": {"text": f"{left} more results are left out"}})
    return {"executionSuccessful": done, "toolExecutionNotifications": notes}


def _rule(one: Diagnostic) -> Json:
    rule = registry.rule(one.code) if one.code in registry.codes() else None
    if rule is None:  # spelled out by a configuration, or the tool's own
        return {"id": one.code, "name": one.name, "defaultConfiguration": {"level": _LEVELS[one.severity]}}
    read = page(rule)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": read.sentence},
        "fullDescription": {"text": read.sections.get("Why") or read.sentence},
        "help": {"text": read.text, "markdown": read.text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(report: Report, told: Told, index: int, mark: str) -> Json:
    one = told.diagnostic
    result: dict[str, Json] = {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": _LEVELS[one.severity],
        "message": {"text": visible(one.message)},
        "locations": [_location(report, told, one.span)],
        "partialFingerprints": {"listlint/v1": mark},
    }
    if one.related:
        result["relatedLocations"] = [
            {"id": number, **_location(report, told, other.span), "message": {"text": visible(other.message)}}
            for number, other in enumerate(one.related, 1)
        ]
    if one.fix is not None:
        result["fixes"] = [_fix(report, told, one.fix)]
    return result


def _fix(report: Report, told: Told, fix: Fix) -> Json:
    replacements: list[Json] = [
        {"deletedRegion": _region(told.source, edit.span), "insertedContent": {"text": edit.text}} for edit in sorted(fix.edits)
    ]
    changes: list[Json] = [{"artifactLocation": _file(report, told.path), "replacements": replacements}]
    return {"description": {"text": f"{visible(fix.message)} ({fix.safety})"}, "artifactChanges": changes}


def _location(report: Report, told: Told, span: Span) -> dict[str, Json]:
    return {"physicalLocation": {"artifactLocation": _file(report, told.path), "region": _region(told.source, span)}}


def _region(source: Source, span: Span) -> Json:
    start, end = source.position(span.start), source.position(span.end)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}


def _file(report: Report, path: str) -> Json:
    """Relative to the root of what is scanned, or a `file:` address where it lies outside."""
    within = report.within(path)
    encoded = quote(within.encode("utf-8", "backslashreplace"))
    if within.startswith("/"):
        return {"uri": f"file://{encoded}"}
    return {"uri": encoded, "uriBaseId": "%SRCROOT%"}
