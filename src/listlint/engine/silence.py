"""Directives written beside all that a check says, so that the next one says nothing. Knows no files and no rule's complaint.

A directive stands, in this order of choice, at the end of the entry's text; on a line of its own before a heading or
paragraph, or around any other block; on top of the file, for the whole of it. What the proof speaks against, because
the list would read otherwise, gets the next one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, apply
from listlint.engine.judgement import check
from listlint.engine.nest import Nest
from listlint.engine.results import Fixed
from listlint.engine.suppress import UNKNOWN, UNUSED
from listlint.formatter.proof import Change, prove
from listlint.formatter.reading import Reading
from listlint.model import Container
from listlint.records import dataclass
from listlint.text import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from listlint.config.plan import Plan
    from listlint.diagnostic import Diagnostic
    from listlint.engine.results import Checked
    from listlint.model import Document, Item

_SPARED: Final = frozenset({UNUSED, UNKNOWN})
"""What is said of directives."""
_TIERS: Final = 3


@dataclass(frozen=True, slots=True)
class _Writing:
    """Insertions that go together: `(offset, text)`, code points from 0."""

    pieces: tuple[tuple[int, str], ...]


def silence(source: Source, plan: Plan, reason: str = "") -> Fixed:
    """`source` with directives for what `plan` has to say of it; raises `RuleCrashError` where a rule raises.

    What is applied are the diagnostics that are silent afterwards. The text stays as it was where it can't be proved that
    comments are all that came.
    """
    first = checked = check(source, plan)
    for tier in range(_TIERS):
        said = [one for one in checked.diagnostics if one.code not in _SPARED]
        if not said:
            break
        text = _round(checked.document, said, tier, f" {reason}" if reason else "")
        if text is not None:
            checked = _without_idle(first.document, check(Source(source.name, text, source.bom), plan), plan)
    left = Counter(one.code for one in checked.diagnostics)
    applied = []
    for one in reversed(first.diagnostics):
        left[one.code] -= 1
        if left[one.code] < 0:
            applied.append(one)
    return Fixed(source, checked, tuple(reversed(applied)))


def _without_idle(original: Document, made: Checked, plan: Plan) -> Checked:
    """`made` without new directives that silence nothing, because what they speak of is another matter with them beside it."""
    known = {directive.span.of(original.text) for directive in original.directives}
    idle = [one for one in made.diagnostics if one.code == UNUSED and one.fix and one.span.of(made.document.text) not in known]
    if not idle:
        return made
    text = apply(made.document.text, [edit for one in idle if one.fix for edit in one.fix.edits])
    return check(Source(original.source.name, text, original.source.bom), plan)


def _round(document: Document, said: Sequence[Diagnostic], tier: int, reason: str) -> str | None:
    """The text with the directives of one tier; None where there is none that can be proved."""
    places = _Places(document, reason)
    writings = list((places.in_items, places.around_blocks, places.on_top)[tier](said))
    before = Reading(document.source)
    made = _written(before, writings)
    if made is not None or len(writings) == 1:
        return made
    half = len(writings) // 2
    return _written(before, [*_provable(before, writings[:half]), *_provable(before, writings[half:])])


def _provable(before: Reading, writings: list[_Writing]) -> list[_Writing]:
    """Those that are proved together, found by halves: most lists take all of them, and each proof reads the list anew."""
    if not writings or _written(before, writings) is not None:
        return writings
    half = len(writings) // 2
    return [*_provable(before, writings[:half]), *_provable(before, writings[half:])] if half else []


def _written(before: Reading, writings: Sequence[_Writing]) -> str | None:
    """The text with these directives, if taking them out again is proved to leave the list as it is."""
    text = before.source.text
    pieces: defaultdict[int, str] = defaultdict(str)
    for writing in writings:
        for offset, piece in writing.pieces:
            pieces[offset] += piece
    if not pieces:
        return None
    edits = [Edit(Span(offset, offset), piece) for offset, piece in pieces.items()]
    made = apply(text, edits)
    grown, back, drops = 0, [], []
    for edit in sorted(edits):
        span = Span(edit.span.start + grown, edit.span.start + grown + len(edit.text))
        grown += len(edit.text)
        back.append(Edit(span, ""))
        drops.append(Span(span.start + len(edit.text) - len(edit.text.lstrip()), span.start + len(edit.text.rstrip())))
    after = Reading(Source(before.source.name, made, before.source.bom))
    # A removed comment is what the proof knows: what may go without a trace may come without one.
    return None if prove(after, before, Change(tuple(back), drops=tuple(drops), safe_drops=tuple(drops))) else made


class _Places:
    """Where directives may stand in one document."""

    def __init__(self, document: Document, reason: str) -> None:
        self._document = document
        self._source = document.source
        self._reason = reason

    def in_items(self, said: Iterable[Diagnostic]) -> Iterator[_Writing]:
        """At the end of the text of the list items that the complaints stand in; what is there already is extended."""
        items = Nest((item.span, item) for item in self._document.items if item.container is Container.LIST_ITEM)
        found: defaultdict[int, set[str]] = defaultdict(set)
        by_start: dict[int, Item] = {}
        for one in said:
            item = next(items.around(Span(one.span.start, one.span.start)), None)
            if item is not None:
                by_start[item.span.start] = item
                found[item.span.start].add(one.code)
        for start, codes in found.items():
            head = by_start[start].head
            directives = (one for one in self._document.directives if one.action == "ignore" and one.rules and not one.foreign)
            there = next((one for one in directives if head.start <= one.span.start <= head.end), None)
            if there is not None:
                yield _Writing(((there.rules[-1].span.end, f", {_listed(codes)}"),))
            else:
                yield _Writing(((head.end, f" {self._comment('ignore', codes)}"),))

    def around_blocks(self, said: Iterable[Diagnostic]) -> Iterator[_Writing]:
        """On lines of their own: before a heading or paragraph, before and behind any other block."""
        blocks = Nest((block.span, block) for block in self._document.blocks)
        newline = self._source.newline
        found: defaultdict[Span, set[str]] = defaultdict(set)
        kinds = {block.span: block.kind for block in self._document.blocks}
        for one in said:
            block = next(blocks.around(Span(one.span.start, one.span.start)), None)
            if block is not None and one.span != Span(0, 0):
                found[block.span].add(one.code)
        for span, codes in found.items():
            first = self._source.line_span(self._source.line_of(span.start)).start
            if kinds[span] in ("heading", "paragraph"):
                yield _Writing(((first, f"{self._comment('ignore-next', codes)}{newline}"),))
            else:
                last = self._source.line_span(self._source.line_of(max(span.end - 1, span.start))).end
                opening = f"{self._comment('disable', codes)}{newline}"
                yield _Writing(((first, opening), (last, f"{newline}<!-- listlint: enable[{_listed(codes)}] -->")))

    def on_top(self, said: Iterable[Diagnostic]) -> Iterator[_Writing]:
        """One for the whole file, before its first block that isn't metadata."""
        first = next((block for block in self._document.blocks if block.kind != "metadata"), None)
        start = 0 if first is None else self._source.line_span(self._source.line_of(first.span.start)).start
        yield _Writing(((start, f"{self._comment('ignore-file', {one.code for one in said})}{self._source.newline}"),))

    def _comment(self, action: str, codes: Iterable[str]) -> str:
        return f"<!-- listlint: {action}[{_listed(codes)}]{self._reason} -->"


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(sorted(codes))
