"""The report for people: each diagnostic with its line of the list, the span underlined, and its fix as a small diff.

Knows nothing of terminals but their escape codes: the caller says whether to use colours and how wide a line may be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.diagnostic import Severity
from listlint.edits import Safety
from listlint.report.asked import more
from listlint.report.concise import place_of
from listlint.report.preview import preview
from listlint.report.totals import totals
from listlint.report.visible import visible, width, window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.report.asked import Report
    from listlint.report.totals import Totals
    from listlint.text import Source, Span

_BOLD: Final = "1"
_DIM: Final = "2"
_RED: Final = "31"
_GREEN: Final = "32"
_OF_SEVERITY: Final = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.INFO: "36;1"}
_LEAST_CELLS: Final = 20


def render(report: Report) -> str:
    """The whole report, at most about `report.columns` cells wide where it shows the list's own text."""
    writer = _Writer(color=report.color, columns=report.columns)
    parts = [writer.diagnostic(one.path, one.source, one.diagnostic) for one in report.told]
    parts += [more(report.omitted)] if report.omitted else []
    return "\n\n".join([*parts, last_line(totals(report.run), unsafe=report.unsafe)]) + "\n"


def last_line(count: Totals, *, unsafe: bool) -> str:
    """What the run comes to; `unsafe` where unsafe fixes are asked for anyway."""
    troubles = [f"{_files(number)} {what}" for number, what in ((count.unread, "not read"), (count.failed, "left as it was")) if number]
    if count.files == 0:
        return "; ".join(["Nothing was read", *troubles])
    return "; ".join([_outcome(count, unsafe=unsafe), *troubles])


def _outcome(count: Totals, *, unsafe: bool) -> str:
    left = count.diagnostics
    if not count.fixing:
        if not left:
            return f"No diagnostics in {_files(count.files)}"
        where = _files(count.files) if count.affected == count.files else f"{count.affected} of {_files(count.files)}"
        return f"{left} {'diagnostic' if left == 1 else 'diagnostics'} in {where}{_fixable(count, unsafe=unsafe)}"
    if not count.fixed:
        done = "fixed nothing" if count.failed else f"nothing to fix in {_files(count.files)}"
    else:
        done = f"{'would fix' if count.pending else 'fixed'} {count.fixed} in {_files(count.changed)}"
    return f"{done}, {left or 'none'} left{_fixable(count, unsafe=unsafe)}"


def _fixable(count: Totals, *, unsafe: bool) -> str:
    """` (6 fixable with listlint fix, 2 more with --unsafe)`, or as much of it as is true."""
    if unsafe and count.unsafe:
        return f" ({count.safe + count.unsafe} fixable with listlint fix --unsafe)"
    if not count.safe:
        return f" ({count.unsafe} fixable with listlint fix --unsafe)" if count.unsafe else ""
    more = f", {count.unsafe} more with --unsafe" if count.unsafe else ""
    return f" ({count.safe} fixable with listlint fix{more})"


def _files(number: int) -> str:
    return f"{number} {'file' if number == 1 else 'files'}"


class _Writer:
    """Writes diagnostics with or without colours."""

    def __init__(self, *, color: bool, columns: int) -> None:
        self._color = color
        self._columns = columns

    def diagnostic(self, path: str, source: Source, one: Diagnostic) -> str:
        """Headline, source line, underline, related places, fix."""
        gutter = " " * len(str(source.line_of(one.span.start))) + "  "
        return "\n".join(
            [
                self._headline(path, source, one),
                *self._frame(source, one.span, _OF_SEVERITY[one.severity]),
                *(
                    f"{gutter}{self._ink('=', _DIM)} see {place_of(path, source, other.span.start)}: {visible(other.message)}"
                    for other in one.related
                ),
                *self._fix(source, one, gutter),
            ]
        )

    def _headline(self, path: str, source: Source, one: Diagnostic) -> str:
        place = self._ink(place_of(path, source, one.span.start), _BOLD)
        aside = "" if one.severity is Severity.WARNING else f" ({one.severity})"
        return f"{place}: {self._ink(one.code, _OF_SEVERITY[one.severity])} {one.name} {visible(one.message)}{aside}"

    def _frame(self, source: Source, span: Span, style: str) -> Iterator[str]:
        """The line the span starts in, and under it `^~~~` as wide as what is shown of the span."""
        at = source.position(span.start)
        line = source.line_span(at.line)
        text = line.of(source.text).replace("\t", "    ")
        tabs = source.text.count("\t", line.start, span.start)
        inside = source.text.count("\t", span.start, min(span.end, line.end))
        start = min(span.start, line.end) - line.start + 3 * tabs
        end = max(min(span.end, line.end) - line.start + 3 * (tabs + inside), start)
        number = str(at.line)
        before, middle, after = window(text, start, end, max(self._columns - len(number) - 4, _LEAST_CELLS))
        last = source.line_of(max(span.end - 1, span.start))
        yield f" {self._ink(f'{number} |', _DIM)} {(before + middle + after).rstrip()}".rstrip()
        mark = self._ink("^" + "~" * (width(middle) - 1), style)
        onward = f" to line {last}" if last > at.line else ""
        yield f" {' ' * len(number)} {self._ink('|', _DIM)} {' ' * width(before)}{mark}{onward}"

    def _fix(self, source: Source, one: Diagnostic, gutter: str) -> Iterator[str]:
        if one.fix is None:
            return
        word = "fix" if one.fix.safety is Safety.SAFE else "unsafe fix"
        yield f"{gutter}{self._ink('=', _DIM)} {self._ink(f'{word}:', _BOLD)} {visible(one.fix.message)}"
        for line in preview(source, one.fix, max(self._columns - len(gutter) - 2, _LEAST_CELLS)):
            style = {"-": _RED, "+": _GREEN}.get(line[0], _DIM)
            yield f"{gutter}{self._ink(line, style)}"

    def _ink(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self._color else text
