"""Runs of blank lines that are longer than the list's. Knows nothing of missing blank lines."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase
from listlint.rule import Rule, RuleOptions
from listlint.style.thresholds import MIN_CASES, is_convention, is_habit
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_OWN: Final = 3
"""Runs before headings of one level that make a convention of their own: many lists set off their sections more than their rows."""


class ExtraBlankLines(Rule):
    """LL602."""

    code = "LL602"
    name = "extra-blank-lines"
    summary = "More blank lines in a row than the list usually has."
    phase = Phase.LAYOUT
    cause = "beside"

    class Options(RuleOptions):
        """What counts."""

        share: int = 55
        """How many of a hundred runs must have the usual length, where there are five or more."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Runs longer than the usual one, as long as few are; the end of the file belongs to another rule."""
        source = document.source
        runs = list(_runs(document))
        levels = {source.line_of(section.heading.start): section.level for section in document.all_sections if section.heading}
        before: dict[int | None, list[tuple[int, int]]] = {}
        for run in runs:
            before.setdefault(levels.get(run[1] + 1), []).append(run)
        whole = self._usual(runs)
        own = {level: self._usual(alike) if len(alike) >= _OWN else whole for level, alike in before.items()}
        for first, last in runs:
            usual, evidence = own[levels.get(last + 1)]
            if (configured := _configured(style)) > usual:
                usual, evidence = configured, f"configured are {configured} at most"
            if usual and last - first + 1 > usual:
                gone = Span(source.line_span(first + usual - 1).end, source.line_span(last).end)
                yield self.diagnostic(
                    Span(source.line_span(first + usual).start, gone.end),
                    f"{last - first + 1} blank lines, {evidence}",
                    fix=Fix(f"keep {usual}", (Edit(gone, ""),)),
                )

    def _usual(self, runs: list[tuple[int, int]]) -> tuple[int, str]:
        """The length most of `runs` have, with the words for it; 0 where longer ones are a habit, too, or there are none."""
        if not runs:
            return 0, ""
        lengths = Counter(last - first + 1 for first, last in runs)
        usual = max(lengths, key=lambda length: (lengths[length], -length))
        extra = sum(count for length, count in lengths.items() if length > usual)
        if is_habit(extra, len(runs)) and extra > 1:
            return 0, ""
        if extra >= 2 * MIN_CASES and not is_convention(len(runs) - extra, len(runs)):
            return 0, ""
        if len(runs) >= MIN_CASES and lengths[usual] < self.options.share / 100 * len(runs):
            return 0, ""
        return usual, f"{lengths[usual]} of {len(runs)} runs have {usual}"


def _configured(style: Style) -> int:
    """The longest run that a configuration asks for."""
    facts = (style.blank_before_heading, style.blank_after_heading, style.blank_before_list)
    return max((fact.value for fact in facts if fact is not None and fact.configured), default=0)


def _runs(document: Document) -> Iterator[tuple[int, int]]:
    """First and last line of each run of blank lines between written ones, those in code and HTML left out."""
    source = document.source
    opaque = document.opaque
    at, first = 0, None
    for line, (start, content) in enumerate(zip(source.line_starts, source.lines(), strict=False), 1):
        while at < len(opaque) and opaque[at].end <= start:
            at += 1
        inside = at < len(opaque) and opaque[at].start < start
        if inside or content.strip():
            if first is not None and not (inside and opaque[at].start < source.line_span(first).start):
                yield first, line - 1
            first = None
        elif first is None:
            first = line
