"""The proof that a rewrite changed what its fixes declare and nothing else. Knows no rule.

Two referees, GitHub's renderer and markdown-it, must agree, and our own parser too:

1. A leaf block that no edit touched has the same content, and every leaf the same containers around it, so that no
   block is lost, joined, split or moved (items without content may go, none may come).
2. In a touched leaf the words (`leaves.words`) are the same in the same order; the text of a bare URL is none, and what
   a URL had swallowed is given back where a rewrite declares it.
3. Its links lead, in the same order, where they led before the declared rewrites, and keep their labels.
4. Sections keep level and anchor, ordered items their numbers, and where an entry began one begins.
5. Code, HTML, comments, link definitions and metadata are the same bytes.

What a fix drops is cut out of the text before it's compared. A safe fix drops comments and markup, never words. Where
a fix declares that a line begins a block of its own, the leaves around it are compared as one. Moves: `moves`; contents
lists: `contents`; depth: `indents`.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from listlint.edits import Edit, Safety, Shift, apply
from listlint.formatter.contents import contents_fail
from listlint.formatter.cuts import cut
from listlint.formatter.indents import indents_fail
from listlint.formatter.leaves import describe, words
from listlint.formatter.matching import Leaves
from listlint.formatter.moves import moves_fail
from listlint.formatter.reading import Reading
from listlint.formatter.told import told
from listlint.records import dataclass, replace
from listlint.style.places import meets
from listlint.text import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from listlint.edits import Fix, Indent, Move, Rewrite, Wording
    from listlint.formatter.leaf_list import LeafList
    from listlint.formatter.leaves import Leaf, Piece, Referee
    from listlint.formatter.told import Entry, Told


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a rewrite isn't proved, in half a sentence, and where in the old text; None where that isn't known."""

    reason: str
    span: Span | None = None


@dataclass(frozen=True)
class Change:
    """A rewrite as declared: edits, and what they may change beyond layout; spans count in the old text."""

    edits: tuple[Edit, ...]
    rewrites: tuple[tuple[Span, Rewrite], ...] = ()
    """Each with the stretch in which it may be used."""
    drops: tuple[Span, ...] = ()
    safe_drops: tuple[Span, ...] = ()
    """Those of safe fixes."""
    splits: tuple[Span, ...] = ()
    moves: tuple[Move, ...] = ()
    recases: tuple[Span, ...] = ()
    wordings: tuple[Wording, ...] = ()
    contents: tuple[Span, ...] = ()
    indents: tuple[Indent, ...] = ()

    @property
    def alone(self) -> bool:
        """As `Fix.alone`: a whole made of rounds begins anew behind it."""
        return bool(self.moves or self.contents or self.indents)

    @classmethod
    def of(cls, fixes: Sequence[Fix]) -> Change:
        """What `fixes` change together."""
        return cls(
            tuple(sorted(edit for fix in fixes for edit in fix.edits)),
            tuple((fix.span, rewrite) for fix in fixes for rewrite in fix.rewrites),
            tuple(span for fix in fixes for span in fix.drops),
            tuple(span for fix in fixes if fix.safety is Safety.SAFE for span in fix.drops),
            tuple(span for fix in fixes for span in fix.splits),
            tuple(move for fix in fixes for move in fix.moves),
            tuple(span for fix in fixes for span in fix.recases),
            tuple(wording for fix in fixes for wording in fix.wordings),
            tuple(span for fix in fixes for span in fix.contents),
            tuple(indent for fix in fixes for indent in fix.indents),
        )


def prove(before: Reading, after: Reading, change: Change) -> tuple[Failure, ...]:
    """What speaks against `change` having made `after` of `before`; nothing: it's proved.

    All that the referees have against it; where they have nothing, all that our own parser has. The model of `before` is let
    go of: two of them don't fit side by side.
    """
    source = before.source
    if apply(source.text, change.edits) != after.source.text:
        return (Failure("the text is not what the edits make of it"),)
    if change.alone:
        reason = _alone_fails(before, after, change)
        return () if reason is None else (Failure(reason),)
    old = before.tell(told)
    before.let_go()
    if (span := _words_dropped(source.text, old, change.safe_drops, change.recases)) is not None:
        return (Failure(f"a safe fix would drop `{span.of(source.text)}`", span),)
    base, edits, uncut = before, change.edits, Shift(())
    if change.drops:
        text, edits, cuts = cut(source, change.edits, change.drops)
        uncut = Shift(cuts)
        base = Reading(Source(source.name, text, source.bom))
    declared = _Declared(
        [(uncut.span_after(span), rewrite) for span, rewrite in change.rewrites],
        [uncut.span_after(span) for span in change.splits],
        sorted(uncut.span_after(span) for span in change.recases),
        [replace(wording, span=uncut.span_after(wording.span)) for wording in change.wordings],
    )
    failures = list(_Comparison(base, after, edits, declared).failures())
    if not failures and change.drops and (entry := _entry_lost(old, after.tell(told), change)) is not None:
        return (Failure("an entry beside what is dropped would go away", entry.span),)
    return tuple(Failure(failure.reason, failure.span and uncut.span_before(failure.span)) for failure in failures)


def _alone_fails(before: Reading, after: Reading, change: Change) -> str | None:
    """What speaks against a change that is proved by itself; None where nothing does."""
    if change.contents:
        return contents_fail(before, after, change.edits, change.contents)
    if change.indents:
        return indents_fail(before, after, change.edits, change.indents)
    return moves_fail(before, after, change.edits, change.moves)


def _words_dropped(text: str, old: Told, drops: Sequence[Span], recases: Sequence[Span]) -> Span | None:
    """The first of `drops` that is more than markup, a comment, or an emoji where letters change case."""
    for span in drops:
        if not any(char.isalnum() for char in span.of(text)) and any(recase.contains(span) for recase in recases):
            continue
        if words(span.of(text)) and not any(_is_comment(text, span, opaque) for _, opaque in old.opaque):
            return span
    return None


def _is_comment(text: str, span: Span, html: Span) -> bool:
    """Whether `span` is a comment or lies in one, within `html`."""
    if not html.contains(span):
        return False
    start = text.rfind("<!--", html.start, span.start + len("<!--"))
    return start >= 0 and text.find("-->", start, html.end) + len("-->") >= span.end


class _Declared(NamedTuple):
    """What may change beyond layout, by the places of the text that is compared."""

    rewrites: Sequence[tuple[Span, Rewrite]]
    splits: Sequence[Span]
    recases: Sequence[Span]
    """In order."""
    wordings: Sequence[Wording]


class _Comparison:
    """Compares two readings, line by line where nothing was touched."""

    def __init__(self, before: Reading, after: Reading, edits: Sequence[Edit], declared: _Declared) -> None:
        self._before, self._after = before, after
        self._shift = Shift(edits)
        self._rewrites = sorted(declared.rewrites, key=lambda one: one[0])
        self._longest = max((len(span) for span, _ in declared.rewrites), default=0)
        self._splits, self._recases, self._wordings = declared.splits, declared.recases, declared.wordings

    def failures(self) -> Iterator[Failure]:
        failed = False
        for (referee, old), (judge, new) in zip(self._before.referees, self._after.referees, strict=True):
            for hunk in self._hunks(old, new):
                for failure in self._hunk_fails(hunk, referee, judge):
                    failed = True
                    yield failure
        if not failed:
            yield from self._parser_differs()

    def _hunks(self, old: LeafList, new: LeafList) -> Iterator[_Hunk]:
        """The stretches of leaves between those that no edit touched and that are the same on both sides."""
        begin = new.begin()
        i = j = 0
        for at in range(len(old)):
            line = self._line_after(*old.place(at))
            partner = begin[line] if line < len(begin) else -1
            if partner < j or not old.same(at, new, partner):
                continue
            if i < at or j < partner:
                yield _Hunk(old[i:at], new[j:partner], self._lines(old[i:at], old[i - 1] if i else None, old[at]))
            i, j = at + 1, partner + 1
        if i < len(old) or j < len(new):
            yield _Hunk(old[i:], new[j:], self._lines(old[i:], old[i - 1] if i else None, None))

    def _line_after(self, first: int, last: int) -> int:
        """The line a leaf begins in afterwards; 0 where it was touched or its place isn't known."""
        if not first:
            return 0
        span = self._span(first, last)
        if self._shift.touches(span):
            return 0
        return self._after.source.line_of(self._shift.after(span.start, last=True))

    def _leaf_span(self, leaf: Leaf) -> Span:
        return self._span(leaf.first, leaf.last)

    def _span(self, first: int, last: int) -> Span:
        source = self._before.source
        last = min(max(last, first), len(source.line_starts))
        return Span(source.line_starts[first - 1], source.full_line_span(last).end)

    def _lines(self, leaves: Sequence[Leaf], above: Leaf | None, below: Leaf | None) -> Span:
        """Everything between two leaves, and `leaves`: GitHub shows footnotes last, wherever they stand."""
        text = self._before.source.text
        start = self._leaf_span(above).end if above else 0
        end = self._leaf_span(below).start if below and below.first else len(text)
        own = [self._leaf_span(leaf) for leaf in leaves if leaf.first]
        return Span(min([start, *(span.start for span in own)]), max([start, end, *(span.end for span in own)]))

    def _hunk_fails(self, hunk: _Hunk, referee: Referee, judge: Referee) -> Iterator[Failure]:
        if [(leaf.shape, leaf.content) for leaf in hunk.old] == [(leaf.shape, leaf.content) for leaf in hunk.new]:
            return
        leaves = Leaves(list(self._declared(hunk.span)))
        if (split := self._split(hunk)) is not None:
            reason = leaves.difference(_pieces(split.old, referee), _pieces(split.new, judge))
            if reason is not None:
                yield Failure(f"{reason} ({referee.name})", hunk.span)
            return
        for one, other in zip_longest(hunk.old, hunk.new):
            if one is None or other is None or one.shape != other.shape:
                yield Failure(f"{_other_shape(one, other)} ({referee.name})", hunk.span)
                return
        for one, other in zip(hunk.old, hunk.new, strict=True):
            if one.content == other.content:
                continue
            span = self._leaf_span(one) if one.first else hunk.span
            if one.first and not self._shift.touches(span):
                yield Failure(f"{referee.name} would read line {one.first} otherwise, which no fix touches", hunk.span)
                continue
            worded = [wording for wording in self._wordings if span.contains(wording.span)]
            reason = leaves.difference(referee.pieces(one), judge.pieces(other), folded=meets(span, self._recases), worded=worded)
            if reason is not None:
                yield Failure(f"{reason} ({referee.name})", span)

    def _split(self, hunk: _Hunk) -> _Hunk | None:
        """What differs in a hunk, where that is what was declared: paragraphs, one more for each line that was none's first."""
        lines = sum(hunk.span.contains(span) for span in self._splits)
        if not lines:
            return None
        pairs = [(leaf.shape, leaf.content) for leaf in hunk.old], [(leaf.shape, leaf.content) for leaf in hunk.new]
        first, last, shorter = 0, 0, min(map(len, pairs))
        while first < shorter and pairs[0][first] == pairs[1][first]:
            first += 1
        while last < shorter - first and pairs[0][-1 - last] == pairs[1][-1 - last]:
            last += 1
        inner = _Hunk(hunk.old[first : len(hunk.old) - last], hunk.new[first : len(hunk.new) - last], hunk.span)
        plain = all(leaf.shape.rpartition("/")[2] in {"p", "text"} for leaf in (*inner.old, *inner.new))
        return inner if plain and len(inner.old) <= len(inner.new) <= len(inner.old) + lines else None

    def _declared(self, within: Span) -> Iterator[Rewrite]:
        """The rewrites that may be used in a stretch, in order."""
        first = bisect_left(self._rewrites, within.start - self._longest, key=lambda declared: declared[0].start)
        for span, rewrite in self._rewrites[first:]:
            if span.start > within.end:
                return
            if span.end >= within.start:
                yield rewrite

    def _parser_differs(self) -> Iterator[Failure]:
        old = self._before.tell(told)
        self._before.let_go()
        new = self._after.tell(told)
        pairs = (
            ("code, HTML, a comment, a link definition or metadata", old.opaque, new.opaque),
            ("a number", old.numbers, new.numbers),
            ("a section", old.sections, new.sections),
        )
        for name, mine, theirs in pairs:
            for one, other in zip_longest(mine, theirs):
                if one is None or other is None or one[0] != other[0]:
                    span = one[1] if one else self._shift.span_before(other[1]) if other else None
                    shown = (value[0] if value else "nothing" for value in (one, other))
                    yield Failure("{} would change: `{}` became `{}`".format(name, *shown), span)
                    break
        if len(new.empty) > len(old.empty):
            yield Failure("an empty item would be new", self._shift.span_before(new.empty[0]) if len(new.empty) == 1 else None)
        if (lost := _lost(old.entries, new, self._shift)) is not None:
            yield Failure("an entry would go away", lost.span)


@dataclass(frozen=True, slots=True)
class _Hunk:
    """Leaves before and after, and the stretch of the old text they stand in."""

    old: Sequence[Leaf]
    new: Sequence[Leaf]
    span: Span


def _entry_lost(old: Told, new: Told, change: Change) -> Entry | None:
    """The first entry that isn't dropped and is none afterwards: what reads as an entry may owe it to what goes."""
    drops = Shift(Edit(span, "") for span in change.drops)
    return _lost((entry for entry in old.entries if not drops.covers(entry.head)), new, Shift(change.edits))


def _lost(entries: Iterable[Entry], new: Told, shift: Shift) -> Entry | None:
    """The first of `entries` that is none in `new`."""
    starts = {entry.span.start for entry in new.entries}
    for entry in entries:
        if not starts & {shift.after(entry.span.start), shift.after(entry.span.start, last=True)}:
            return entry
    return None


def _pieces(leaves: Sequence[Leaf], referee: Referee) -> list[Piece]:
    return [piece for leaf in leaves for piece in referee.pieces(leaf)]


def _other_shape(one: Leaf | None, other: Leaf | None) -> str:
    """What became of the first leaf whose shape differs."""
    if one is None or other is None:
        return f"{describe(one or other)} would {'be new' if one is None else 'go away'}"
    if describe(one) != describe(other):
        return f"{describe(one)} would become {describe(other)}"
    return f"{describe(one)} would stand in another list, item or quote"
