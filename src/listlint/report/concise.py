"""The concise report: a line a diagnostic, for hooks, pipes and editors. Knows no colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.report.totals import told
from listlint.report.visible import visible

if TYPE_CHECKING:
    from listlint.diagnostic import Diagnostic
    from listlint.runner import RunResult
    from listlint.text import Source


def render(run: RunResult) -> str:
    """`path:line:col: LL101 unlinked-title message`, a line each; empty where there is nothing to say."""
    return "".join(f"{headline(path, source, diagnostic)}\n" for path, source, diagnostic in told(run))


def headline(path: str, source: Source, diagnostic: Diagnostic) -> str:
    """The line that names place, rule and complaint."""
    place = place_of(path, source, diagnostic.span.start)
    return f"{place}: {diagnostic.code} {diagnostic.name} {visible(diagnostic.message)}"


def place_of(path: str, source: Source, offset: int) -> str:
    """`path:line:col`."""
    at = source.position(offset)
    return f"{visible(path)}:{at.line}:{at.column}"
