"""The concise report: a line a diagnostic, for hooks, pipes and editors. Knows no colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.report.asked import more
from listlint.report.visible import visible

if TYPE_CHECKING:
    from listlint.diagnostic import Diagnostic
    from listlint.report.asked import Report
    from listlint.text import Source


def render(report: Report) -> str:
    """`path:line:col: LL101 unlinked-title message`, a line each; empty where there is nothing to say."""
    lines = [headline(one.path, one.source, one.diagnostic) for one in report.told]
    lines += [more(report.omitted)] if report.omitted else []
    return "".join(f"{line}\n" for line in lines)


def headline(path: str, source: Source, diagnostic: Diagnostic) -> str:
    """The line that names place, rule and complaint."""
    place = place_of(path, source, diagnostic.span.start)
    return f"{place}: {diagnostic.code} {diagnostic.name} {visible(diagnostic.message)}"


def place_of(path: str, source: Source, offset: int) -> str:
    """`path:line:col`."""
    at = source.position(offset)
    return f"{visible(path)}:{at.line}:{at.column}"
