"""Headings and lists that aren't set off by blank lines as the others of the file are. Knows nothing of longer runs."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase
from listlint.model import Container
from listlint.records import dataclass
from listlint.rule import Rule, RuleOptions
from listlint.style import scope
from listlint.style.thresholds import MIN_CASES, SLIP
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.diagnostic import Diagnostic
    from listlint.model import Block, Document, Item
    from listlint.style import Style

_OTHERS: Final = frozenset({"html", "code", "definition", "metadata", "footnote"})
"""Blocks that belong to their neighbours as their keeper put them: comments, anchors, markers."""


class MixedBlankLines(Rule):
    """LL614."""

    code = "LL614"
    name = "mixed-blank-lines"
    summary = "A heading or list isn't set off by a blank line as the others are."
    phase = Phase.LAYOUT
    cause = "beside"

    class Options(RuleOptions):
        """What counts."""

        share: int = 90
        """How many of a hundred gaps of their kind must be alike."""

        entries: bool = False
        """Whether a lone blank line between bullets counts, in a list where no other bullets are parted so."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Gaps above headings, below headings and above lists: as configured, or as nine in ten of their kind are written."""
        gaps = list(_gaps(document))
        wanted = (style.blank_before_heading, style.blank_after_heading, style.blank_before_list)
        found: list[Diagnostic] = []
        for place, fact in zip(_PLACES, wanted, strict=True):
            here = [gap for gap in gaps if gap.place == place]
            found += self._as_told(document, fact.value, here) if fact and fact.configured else self._of(document, place, here)
        if self.options.entries:
            found += self._parted(document)
        yield from sorted(found, key=lambda one: one.span)

    def _as_told(self, document: Document, lines: int, gaps: Sequence[_Gap]) -> Iterator[Diagnostic]:
        for gap in gaps:
            if gap.lines != lines:
                fix = Fix("write as many as configured", (Edit(gap.span, document.source.newline * lines),))
                yield self.diagnostic(gap.block, f"{gap.lines} blank lines {gap.place}, configured is {lines}", fix=fix)

    def _of(self, document: Document, place: str, gaps: Sequence[_Gap]) -> Iterator[Diagnostic]:
        blank = sum(gap.lines > 0 for gap in gaps)
        total = len(gaps)
        if total < MIN_CASES:
            return
        slips = (100 - self.options.share) * total / 100
        if total - blank <= slips:
            usual = Counter(gap.lines for gap in gaps if gap.lines).most_common(1)[0][0]
            text = document.source.newline * usual
            for gap in gaps:
                if not gap.lines:
                    fix = Fix("add a blank line", (Edit(gap.span, text),))
                    yield self.diagnostic(gap.block, f"no blank line {place}, {blank} of {total} have one", fix=fix)
        elif blank <= slips:
            for gap in gaps:
                if gap.lines:
                    fix = Fix("remove the blank line", (Edit(gap.span, ""),))
                    yield self.diagnostic(gap.block, f"blank line {place}, {total - blank} of {total} have none", fix=fix)

    def _parted(self, document: Document) -> Iterator[Diagnostic]:
        """Bullets with a blank line above them, one in ten of the list's at most, and hardly any other beside them."""
        source = document.source
        rows: list[tuple[int, list[Item]]] = []
        for group in scope.groups(document):
            pairs = [(one, two) for one, two in pairwise(group.items) if one.container is two.container is Container.LIST_ITEM]
            gaps = [(two, Span(one.span.end, two.span.start).of(source.text)) for one, two in pairs]
            rows.append((len(pairs), [item for item, gap in gaps if gap.count("\n") > 1 and not gap.strip()]))
        total, parted = sum(count for count, _ in rows), sum(len(blank) for _, blank in rows)
        if total < MIN_CASES or parted > max(1, SLIP * total):
            return
        for count, blank in rows:
            if len(blank) <= max(1, SLIP * count):
                for item in blank:
                    span = source.line_span(source.line_of(item.span.start))
                    yield self.diagnostic(span, f"blank line above the entry, {total - parted} of {total} have none")


_PLACES: Final = ("above the heading", "below the heading", "above the list")


@dataclass(frozen=True, slots=True)
class _Gap:
    """What stands between two blocks."""

    place: str
    lines: int
    """Blank lines."""
    span: Span
    """From the end of the last line above to the end of the line before the block below, which is thus never touched."""
    block: Span
    """The first line of the heading or list that it belongs to."""


def _gaps(document: Document) -> Iterator[_Gap]:
    source = document.source
    for above, below in pairwise(document.blocks):
        if (place := _place(document, above, below)) is None:
            continue
        last = source.line_of(max(above.span.start, above.span.start + len(above.span.of(source.text).rstrip()) - 1))
        first = source.line_of(below.span.start)
        if last >= first:
            continue
        span = Span(source.line_span(last).end, source.line_span(first - 1).end)
        if span.of(source.text).strip():
            continue
        owner = above if place == "below the heading" else below
        yield _Gap(place, first - last - 1, span, source.line_span(source.line_of(owner.span.start)))


def _place(document: Document, above: Block, below: Block) -> str | None:
    """What a gap is called; None where blocks that mind it aren't both there."""
    if above.kind in _OTHERS or below.kind in _OTHERS or document.text.startswith("<", above.span.start):
        return None
    if "heading" in (above.kind, below.kind):
        if above.kind == below.kind:
            return None
        return "below the heading" if above.kind == "heading" else "above the heading"
    return "above the list" if (above.kind, below.kind) == ("paragraph", "list") else None
