"""What a round of fixes did to the diagnostics: whether each complaint is gone and none came up that shouldn't. Knows no text.

A round of phase P may uncover diagnostics of other codes in P and later: a joined title shows that it isn't linked, linked
titles show what the list's separator is. It may not add to its own codes, nor to an earlier phase, whose work is done.
A round of several phases may add to no code of any of them, nor to what it leaves of its own.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from listlint.formatter.proof import Failure
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from listlint.diagnostic import Diagnostic
    from listlint.edits import Phase, Shift


def surprises(
    before: Sequence[Diagnostic], after: Sequence[Diagnostic], made: Sequence[Diagnostic], shift: Shift, phases: Mapping[str, Phase]
) -> Iterator[Failure]:
    """What speaks against the fixes of `made`; spans count in the text before."""
    yield from _still_there(before, after, made, shift)
    old, new = Counter(one.code for one in before), Counter(one.code for one in after)
    codes = Counter(one.code for one in made)
    phase = max(phases[code] for code in codes)
    if len({phases[code] for code in codes}) > 1:
        old -= codes  # so that what one phase uncovers doesn't hide behind what another repairs
    for code in sorted(new):
        grown = new[code] > old[code]
        if grown and (code in codes or (code in phases and phases[code] < phase)):
            known = {shift.after(one.span.start) for one in before if one.code == code}
            fresh = next((one for one in after if one.code == code and one.span.start not in known), None)
            place = None if fresh is None else shift.span_before(fresh.span)
            yield Failure(f"{code} would complain {new[code]} times, not {old[code]}", place)


def _still_there(before: Iterable[Diagnostic], after: Iterable[Diagnostic], made: Sequence[Diagnostic], shift: Shift) -> Iterator[Failure]:
    old, new, gone = _starts(before), _starts(after), _starts(made)
    for one in made:
        if one.fix is None:
            continue
        span = Span(min(one.span.start, one.fix.span.start), max(one.span.end, one.fix.span.end))
        key = (one.code, one.message)
        left = _within(old[key], span) - _within(gone[key], span)
        if _within(new[key], shift.span_after(span)) > left:
            yield Failure(f"{one.code} would still complain", one.fix.span)


def _starts(diagnostics: Iterable[Diagnostic]) -> defaultdict[tuple[str, str], list[int]]:
    """Where diagnostics of the same code and message begin, in order."""
    starts: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for one in diagnostics:
        starts[one.code, one.message].append(one.span.start)
    for found in starts.values():
        found.sort()
    return starts


def _within(starts: Sequence[int], span: Span) -> int:
    return bisect_right(starts, span.end) - bisect_left(starts, span.start)
