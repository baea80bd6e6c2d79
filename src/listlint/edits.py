"""Edits as data: what a fix changes, whether it's safe, and how edits become a new text. Knows nothing of lists."""

from __future__ import annotations

from bisect import bisect_right
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from listlint.records import dataclass
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Safety(StrEnum):
    """Safe: changes how something is written, never what it says. Unsafe: may change meaning or drop words."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Phase(IntEnum):
    """Order of repairs: a URL must be ended before the punctuation behind it is touched."""

    STRUCTURE = 1
    LINK = 2
    URL = 3
    SEPARATOR = 4
    TYPOGRAPHY = 5
    LAYOUT = 6


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace the code points of `span` by `text`; an empty span inserts."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A declared change of one link's destination, as GitHub renders it.

    `before` None: a new link; `after` None: a link that goes away. `tail` is text that a swallowing bare URL gives
    back to the reader: `before` is `https://x.io/，代码`, `after` is `https://x.io/`, `tail` is `，代码`.
    """

    before: str | None
    after: str | None
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A declared move: where `place` is, `piece` will stand, byte for byte.

    All moves of a rewrite together put the same pieces in another order: every place is one's piece and another's place.
    """

    place: Span
    piece: Span


@dataclass(frozen=True, slots=True)
class Indent:
    """A declared change of depth: `item`, with all that is nested in it, comes to stand in the list that `beside` stands in."""

    item: Span
    beside: Span


@dataclass(frozen=True, slots=True)
class Wording:
    """A declared change of words: what `span` says, `before`, becomes `after`; all else stays, other words of a link's label included."""

    span: Span
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair: edits that go together, and what they are declared to change beyond layout.

    `drops` are spans whose visible words go away on purpose (unsafe fixes only, and the text of a bare URL that
    becomes a destination is no word). Whatever isn't declared must survive; the proof checks it.
    """

    message: str
    edits: tuple[Edit, ...]
    safety: Safety = Safety.SAFE
    rewrites: tuple[Rewrite, ...] = ()
    drops: tuple[Span, ...] = ()
    splits: tuple[Span, ...] = ()
    """Lines that begin a block of their own from now on; they stood in the block above."""
    moves: tuple[Move, ...] = ()
    """Pieces that change places, safe only where order says nothing; a fix that moves does nothing else, and `edits` are `moved`'s."""
    recases: tuple[Span, ...] = ()
    """Letters that become small or capital; in a safe fix only those of a proper name, or of a heading that takes its configured
    spelling and may lose emoji."""
    wordings: tuple[Wording, ...] = ()
    """Words that become others, because somebody configured it so."""
    contents: tuple[Span, ...] = ()
    """Contents lists in which rows come, go, change places or take their headings' words; such a fix does nothing else."""
    indents: tuple[Indent, ...] = ()
    """Items that come to stand deeper or less deep, unsafe, since that is what they're a part of; such a fix does nothing else."""

    @property
    def alone(self) -> bool:
        """Whether it's proved by itself: it moves pieces, writes contents anew, or changes what holds an item."""
        return bool(self.moves or self.contents or self.indents)

    @property
    def span(self) -> Span:
        """The smallest span that holds every edit: two fixes whose spans meet wait for one another."""
        return Span(min(edit.span.start for edit in self.edits), max(edit.span.end for edit in self.edits))


def moved(text: str, moves: Iterable[Move]) -> tuple[Edit, ...]:
    """The edits that make `moves`, in order."""
    return tuple(sorted(Edit(move.place, move.piece.of(text)) for move in moves))


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with all `edits` made; raises `ValueError` where two of them overlap or share an insertion point."""
    parts: list[str] = []
    at = 0
    last: Edit | None = None
    for edit in sorted(edits):
        if last is not None and (edit.span.start < at or edit.span.start == last.span.start):
            raise ValueError(f"edits overlap at {edit.span.start}")
        parts += (text[at : edit.span.start], edit.text)
        at, last = edit.span.end, edit
    parts.append(text[at:])
    return "".join(parts)


class Shift:
    """Where the places of a text stand once edits are made, and where they stood before; logarithmic time each."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.old: list[Span] = []
        """What the edits replace, in order, touching ones as one."""
        self.new: list[Span] = []
        """What stands there afterwards, in the new text's offsets."""
        grown = 0
        for edit in sorted(edits):
            start = edit.span.start + grown
            grown += len(edit.text) - len(edit.span)
            end = edit.span.end + grown
            if self.old and edit.span.start <= self.old[-1].end:
                self.old[-1] = Span(self.old[-1].start, edit.span.end)
                self.new[-1] = Span(self.new[-1].start, end)
            else:
                self.old.append(edit.span)
                self.new.append(Span(start, end))

    def after(self, offset: int, *, last: bool = False) -> int:
        """Where `offset` of the old text stands in the new one; inside a replaced stretch its start, `last`: its end."""
        return _moved(offset, self.old, self.new, last=last)

    def before(self, offset: int, *, last: bool = False) -> int:
        """Where `offset` of the new text stood in the old one."""
        return _moved(offset, self.new, self.old, last=last)

    def span_after(self, span: Span) -> Span:
        """The stretch of the new text that came of `span`, what was inserted at its ends included."""
        return Span(self.after(span.start), self.after(span.end, last=True))

    def span_before(self, span: Span) -> Span:
        """The stretch of the old text that became `span`, what was removed at its ends included."""
        return Span(self.before(span.start), self.before(span.end, last=True))

    def core_before(self, span: Span) -> Span:
        """As `span_before`, what was removed at its ends left out."""
        return Span(self.before(span.start, last=True), self.before(span.end))

    def touches(self, span: Span) -> bool:
        """Whether an edit changes something in `span` of the old text, or inserts in it before its end."""
        at = bisect_right(self.old, span.start, key=lambda old: old.start) - 1
        if at >= 0 and (self.old[at].end > span.start or self.old[at] == Span(span.start, span.start)):
            return self.old[at].start < span.end
        return at + 1 < len(self.old) and self.old[at + 1].start < span.end

    def covers(self, span: Span) -> bool:
        """Whether one stretch that the edits replace holds all of `span` of the old text."""
        at = bisect_right(self.old, span.start, key=lambda old: old.start) - 1
        return at >= 0 and self.old[at].contains(span)


def _moved(offset: int, here: Sequence[Span], there: Sequence[Span], *, last: bool) -> int:
    at = bisect_right(here, offset, key=lambda span: span.start) - 1
    if at < 0:
        return offset
    span, image = here[at], there[at]
    if offset > span.end or (offset == span.end and span.start < span.end):
        return image.end + offset - span.end
    if offset == span.start:
        return image.end if last and span.start == span.end else image.start
    return image.end if last else image.start


def compose(first: Sequence[Edit], second: Sequence[Edit], middle: str) -> tuple[Edit, ...]:
    """The edits that make of the oldest text what `first` and then `second` make of it; `middle` is the text between.

    Touching edits become one.
    """
    shift = Shift(first)
    groups: list[tuple[Span, list[Edit]]] = []
    stretches = [(span, None) for span in shift.new] + [(edit.span, edit) for edit in second]
    for span, edit in sorted(stretches, key=lambda stretch: stretch[0]):
        inside = [] if edit is None else [edit]
        if groups and span.start <= groups[-1][0].end:
            hull, known = groups[-1]
            groups[-1] = (Span(hull.start, max(hull.end, span.end)), known + inside)
        else:
            groups.append((span, inside))
    return tuple(
        Edit(shift.span_before(hull), apply(hull.of(middle), [_shifted(edit, -hull.start) for edit in inside])) for hull, inside in groups
    )


def _shifted(edit: Edit, by: int) -> Edit:
    return Edit(Span(edit.span.start + by, edit.span.end + by), edit.text)


def unified_diff(name: str, before: str, after: str) -> str:
    """The unified diff of two texts; empty where they are the same. Lines end only at LF, so CR shows as it stands."""
    if before == after:
        return ""
    old, new = before.split("\n"), after.split("\n")
    import difflib  # noqa: PLC0415 - only a diff should cost it

    lines = difflib.unified_diff(_lines(old), _lines(new), name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(parts: list[str]) -> list[str]:
    """The pieces between LFs as lines, the last without a newline and left out where it's empty."""
    lines = [f"{part}\n" for part in parts[:-1]]
    return [*lines, parts[-1]] if parts[-1] else lines
