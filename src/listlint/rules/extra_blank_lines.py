"""Runs of blank lines that are longer than the list's. Knows nothing of missing blank lines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from listlint.edits import Edit, Fix, Phase
from listlint.rule import Rule
from listlint.style.thresholds import MIN_CASES, is_convention, is_habit
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class ExtraBlankLines(Rule):
    """LL602."""

    code = "LL602"
    name = "extra-blank-lines"
    summary = "More blank lines in a row than the list usually has."
    phase = Phase.LAYOUT

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Runs longer than the usual one, as long as few are; the end of the file belongs to another rule."""
        source = document.source
        runs = list(_runs(document))
        if not runs:
            return
        lengths = Counter(last - first + 1 for first, last in runs)
        usual = max(lengths, key=lambda length: (lengths[length], -length))
        evidence = f"{lengths[usual]} of {len(runs)} runs have {usual}"
        if (configured := _configured(style)) > usual:
            usual, evidence = configured, f"configured are {configured} at most"
        extra = [(first, last) for first, last in runs if last - first + 1 > usual]
        if is_habit(len(extra), len(runs)) and len(extra) > 1:
            return
        if len(extra) >= 2 * MIN_CASES and not is_convention(len(runs) - len(extra), len(runs)):
            return
        for first, last in extra:
            gone = Span(source.line_span(first + usual - 1).end, source.line_span(last).end)
            yield self.diagnostic(
                Span(source.line_span(first + usual).start, gone.end),
                f"{last - first + 1} blank lines, {evidence}",
                fix=Fix(f"keep {usual}", (Edit(gone, ""),)),
            )


def _configured(style: Style) -> int:
    """The longest run that a configuration asks for."""
    facts = (style.blank_before_heading, style.blank_after_heading, style.blank_before_list)
    return max((fact.value for fact in facts if fact is not None and fact.configured), default=0)


def _runs(document: Document) -> Iterator[tuple[int, int]]:
    """First and last line of each run of blank lines between written ones, those in code and HTML left out."""
    source = document.source
    opaque = document.opaque
    at, first = 0, None
    for line in range(1, source.line_count + 1):
        span = source.line_span(line)
        while at < len(opaque) and opaque[at].end <= span.start:
            at += 1
        inside = at < len(opaque) and opaque[at].start < span.start
        if inside or span.of(source.text).strip():
            if first is not None and not (inside and opaque[at].start < source.line_span(first).start):
                yield first, line - 1
            first = None
        elif first is None:
            first = line
