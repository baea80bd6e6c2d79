"""GitLab's Code Quality report, a subset of Code Climate's. Knows no pipeline.

GitLab shows no `check_name`, so the rule stands in the description; a fingerprint that comes twice hides a complaint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.diagnostic import Severity
from listlint.report.fingerprints import digest, fingerprints
from listlint.report.jsontext import Json, array
from listlint.report.totals import failures
from listlint.report.visible import visible

if TYPE_CHECKING:
    from listlint.report.asked import Report, Told

_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report) -> str:
    """One array, an issue a diagnostic, and one for each file that failed."""
    told = report.told
    issues = [_issue(report, one, mark) for one, mark in zip(told, fingerprints(told), strict=True)]
    return array([*issues, *(_failed(report.within(path), message) for path, message in failures(report.run))])


def _issue(report: Report, told: Told, fingerprint: str) -> Json:
    one = told.diagnostic
    return {
        "type": "issue",
        "check_name": one.code,
        "description": f"{one.code} {one.name}: {visible(one.message)}",
        "categories": ["Style"],
        "severity": _SEVERITIES[one.severity],
        "fingerprint": fingerprint,
        "location": {"path": report.within(told.path), "lines": {"begin": told.lines[0], "end": told.lines[-1]}},
    }


def _failed(path: str, message: str) -> Json:
    return {
        "type": "issue",
        "check_name": "listlint",
        "description": visible(message),
        "categories": ["Style"],
        "severity": "blocker",
        "fingerprint": digest("failed", path),
        "location": {"path": path, "lines": {"begin": 1, "end": 1}},
    }
