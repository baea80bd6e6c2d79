"""JUnit's XML as Jenkins reads it: a file is a suite, a diagnostic a failed case; a remark (info) is a case that passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.diagnostic import Severity
from listlint.report.asked import by_file
from listlint.report.concise import headline
from listlint.report.totals import failure
from listlint.report.visible import visible
from listlint.report.xmltext import HEAD, content, element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.report.asked import Report, Told
    from listlint.runner import FileResult


def render(report: Report) -> str:
    """A suite for each file; one with nothing to say has a single case that passed."""
    suites = list(by_file(report))
    cases = [max(len(told) + (failure(file) is not None), 1) for file, told in suites]
    faults = [sum(one.diagnostic.severity is not Severity.INFO for one in told) for _, told in suites]
    broken = [int(failure(file) is not None) for file, _ in suites]
    lines = [HEAD + element("testsuites", name="listlint", tests=sum(cases), failures=sum(faults), errors=sum(broken)) + ">"]
    for (file, told), tests, failures, errors in zip(suites, cases, faults, broken, strict=True):
        lines.append(f"  {element('testsuite', name=file.path, tests=tests, failures=failures, errors=errors)}>")
        lines += (f"    {case}" for case in _cases(file, told))
        lines.append("  </testsuite>")
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _cases(file: FileResult, told: list[Told]) -> Iterator[str]:
    if (message := failure(file)) is not None:
        yield _case("readable", file.path, f"{element('error', type='listlint', message=visible(message))}/>")
    elif not told:
        yield f"{element('testcase', name='listlint', classname=file.path)}/>"
    for one in told:
        yield _of(one)


def _of(told: Told) -> str:
    one = told.diagnostic
    at = told.source.position(one.span.start)
    text = content(headline(told.path, told.source, one))
    if one.severity is Severity.INFO:
        inner = f"<system-out>{text}</system-out>"
    else:
        inner = f"{element('failure', type=one.code, message=visible(one.message))}>{text}</failure>"
    return _case(f"{one.code} {one.name} {at.line}:{at.column}", told.path, inner)


def _case(name: str, path: str, inner: str) -> str:
    return f"{element('testcase', name=name, classname=path)}>{inner}</testcase>"
