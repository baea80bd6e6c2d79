"""Which fixes aren't made, and why; where they stand as the text changes. Knows no text and no rule."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from listlint.edits import Edit
from listlint.engine.results import Withheld
from listlint.records import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from listlint.diagnostic import Diagnostic
    from listlint.edits import Shift
    from listlint.text import Span


class Ban(NamedTuple):
    """A stretch in which nothing is repaired."""

    span: Span
    reason: str


class Ledger:
    """What is withheld of a run."""

    def __init__(self) -> None:
        self._held: list[tuple[Diagnostic, Withheld]] = []
        """Where each stands now, and how it was tried."""
        self._bans: list[Ban] = []
        self._index: dict[str, Stretches] | None = None
        self._banned = Stretches(())

    def __bool__(self) -> bool:
        return bool(self._held)

    def hold(self, found: Iterable[tuple[Diagnostic, str]], text: str) -> None:
        """Withhold fixes that were tried on `text`, each for its reason."""
        self._held += ((one, Withheld(one, reason, text)) for one, reason in found)
        self._index = None

    def ban(self, bans: Iterable[Ban]) -> None:
        """Withhold every fix that meets one of these places."""
        self._bans += bans
        self._banned = Stretches(ban.span for ban in self._bans)

    def pardon(self) -> None:
        """Forget what was withheld, bans apart: the text has changed, it may be tried again."""
        self._held, self._index = [], None

    def move(self, shift: Shift) -> None:
        """The text was changed."""
        self._held = [(_moved(one, shift), held) for one, held in self._held]
        bans = [Ban(shift.span_after(ban.span), ban.reason) for ban in self._bans]
        self._bans, self._index = [], None
        self.ban(bans)

    def holds(self, one: Diagnostic) -> bool:
        """Whether the fix of `one` is withheld."""
        if self._index is None:
            spans: defaultdict[str, list[Span]] = defaultdict(list)
            for other, _ in self._held:
                spans[other.code].append(hull(other))
            self._index = {code: Stretches(found) for code, found in spans.items()}
        found = self._index.get(one.code)
        return (found is not None and found.meet(hull(one))) or self._banned.meet(hull(one))

    def reasons(self, left: Sequence[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
        """What is withheld, where it stands now, and why; of bans those among `left`, which is what can be repaired."""
        yield from ((one, held.reason) for one, held in self._held)
        for one in left if self._bans else ():
            reason = next((ban.reason for ban in self._bans if meet(ban.span, hull(one))), None)
            if reason is not None:
                yield one, reason

    def tried(self) -> tuple[Withheld, ...]:
        """How each was tried."""
        return tuple(held for _, held in self._held)


class Stretches:
    """Which places meet one of some stretches; logarithmic time each."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reach = list(accumulate((span.end for span in ordered), max))

    def meet(self, span: Span) -> bool:
        """Whether `span` overlaps or touches one."""
        at = bisect_right(self._starts, span.end)
        return at > 0 and self._reach[at - 1] >= span.start


def hull(one: Diagnostic) -> Span:
    """The stretch that the fix of `one` holds; its own where it has none."""
    return one.fix.span if one.fix is not None else one.span


def meet(one: Span, other: Span) -> bool:
    """Whether two stretches overlap or touch."""
    return one.start <= other.end and other.start <= one.end


def _moved(one: Diagnostic, shift: Shift) -> Diagnostic:
    """`one` where it stands in the new text; its fix shrinks to the place it held."""
    span = shift.span_after(one.span)
    kept = None if one.fix is None else replace(one.fix, edits=(Edit(shift.span_after(one.fix.span), ""),))
    return replace(one, span=span, fix=kept)
