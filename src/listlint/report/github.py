"""GitHub's workflow commands: annotations on the lines of a pull request. Knows no Actions environment.

A step may show ten annotations of each kind, and those on changed lines are what a reviewer looks for: they come first.
How values are escaped: `@actions/core`, command.ts. Columns count code points from 1; GitHub documents no unit.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from listlint.diagnostic import Severity
from listlint.report.commands import message as _message
from listlint.report.commands import value as _value
from listlint.report.totals import failures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.report.asked import Report, Told

_KINDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_LIMIT: Final = 10
_DATA: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY: Final = {**_DATA, ":": "%3A", ",": "%2C"}


def render(report: Report) -> str:
    """A command a diagnostic, at most ten of a kind, then how many more there are."""
    commands = [*_failed(report), *(_annotation(report, one) for one in sorted(report.told, key=_rank))]
    shown: Counter[str] = Counter()
    lines = []
    for kind, command in commands:
        shown[kind] += 1
        if shown[kind] <= _LIMIT:
            lines.append(command)
    left = {kind: count - _LIMIT for kind, count in shown.items() if count > _LIMIT}
    hidden = sum(left.values()) + report.omitted
    if hidden:
        what = ", ".join(f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in left.items())
        aside = f" ({what} beyond {_LIMIT} of a kind)" if what else ""
        line = f"{hidden} more {'diagnostic' if hidden == 1 else 'diagnostics'} not shown here{aside}"
        lines.append(f"::notice title=listlint::{line}" if shown["notice"] < _LIMIT else f"listlint: {line}")
    return "".join(f"{line}\n" for line in lines)


def _rank(one: Told) -> tuple[bool, bool]:
    """Changed lines first; then what has a severity that fails a run."""
    changed = one.file.lines
    return changed is not None and not any(line in changed for line in one.lines), one.diagnostic.severity is Severity.INFO


def _failed(report: Report) -> Iterator[tuple[str, str]]:
    for path, message in failures(report.run):
        yield "error", f"::error file={_value(report.within(path), _PROPERTY)},title=listlint::{_message(message, _DATA)}"


def _annotation(report: Report, told: Told) -> tuple[str, str]:
    one, source = told.diagnostic, told.source
    start, end = source.position(one.span.start), source.position(one.span.end)
    kind = _KINDS[one.severity]
    place = {"file": report.within(told.path), "line": start.line}
    if start.line == end.line:  # columns of an annotation over several lines make GitHub refuse it
        place |= {"col": start.column, "endColumn": end.column}
    else:
        place |= {"endLine": told.lines[-1]}
    properties = ",".join(f"{key}={_value(str(value), _PROPERTY)}" for key, value in (place | {"title": f"{one.code} {one.name}"}).items())
    return kind, f"::{kind} {properties}::{_message(one.message, _DATA)}"
