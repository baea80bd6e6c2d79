"""The fix loop: makes what is proved, reads the text anew, until nothing changes. Knows no files.

A round makes the fixes of the earliest phase that has any, those that don't meet. What can't be proved is withheld for the
rest of the run and reported as LL005.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Safety, Shift, apply, compose
from listlint.engine.check import check, judged
from listlint.engine.results import Checked, Fixed
from listlint.engine.sift import Attempt, Sifter, State
from listlint.formatter.proof import Change, Reading, prove

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.config.plan import Plan
    from listlint.diagnostic import Diagnostic
    from listlint.edits import Rewrite
    from listlint.text import Source, Span

ROUNDS: Final = 20
WITHHELD: Final = "LL005"
_GROWTH: Final = 65536
"""Code points a text may grow by beyond twice its size."""


def fix(source: Source, plan: Plan, *, unsafe: bool = False) -> Fixed:
    """`source` with every fix made that may be made and is proved; raises `RuleCrashError` where a rule raises."""
    run = _Run(source, plan, unsafe=unsafe)
    while (chosen := run.choose()) and run.failure is None:
        run.round(chosen)
    failure = run.failure or run.whole_fails()
    if failure is not None:
        return Fixed(source, run.first.checked, failure=failure)
    return Fixed(source, run.outcome(), tuple(run.applied))


class _Run:
    """One fix run: the text as it stands, and all that led to it."""

    def __init__(self, source: Source, plan: Plan, *, unsafe: bool) -> None:
        self.failure: str | None = None
        self.applied: list[Diagnostic] = []
        self._plan = plan
        self._unsafe = unsafe
        self._phases = {rule.code: rule.phase for rule in plan.rules}
        checked = check(source, plan)
        self.first = self._state = State(checked, Reading(checked.document))
        self._seen = {_digest(source.text): 0}
        """After how many rounds each text was there."""
        self._rounds: list[tuple[str, ...]] = []
        """The codes each round applied."""
        self._withheld: list[tuple[Diagnostic, str]] = []
        self._begin(self.first)

    def _begin(self, base: State) -> None:
        """From here on rounds are remembered, to be proved as one rewrite of `base`: moves can't be part of one."""
        self._base = base
        self._since = 0
        """The rounds since then."""
        self._edits: tuple[Edit, ...] = ()
        """Their edits as edits of the base."""
        self._rewrites: list[tuple[Span, Rewrite]] = []
        self._splits: list[Span] = []
        self._recases: list[Span] = []
        self._drops: list[Span] = []
        self._safe_drops: list[Span] = []

    def choose(self) -> list[Diagnostic]:
        """The fixes of the next round: of the earliest phase that has any, from the start, the longer first; none meet."""
        waiting = [one for one in self._state.checked.diagnostics if self._may_make(one)]
        phase = min((self._phases[one.code] for one in waiting), default=None)
        chosen: list[Diagnostic] = []
        end = -1
        ready = [one for one in waiting if self._phases[one.code] is phase]
        moving = [one for one in ready if one.fix is not None and one.fix.moves]
        for one in sorted(moving or ready, key=_order):  # moves are proved by themselves
            span = _hull(one)
            if span.start > end:
                chosen.append(one)
                end = span.end
        return chosen

    def round(self, chosen: Sequence[Diagnostic]) -> None:
        """Makes what of `chosen` is proved; withholds the rest, or lets it wait."""
        before = self._state.checked.document.text
        text = apply(before, [edit for one in chosen if one.fix is not None for edit in one.fix.edits])
        if text != before and _digest(text) in self._seen:
            self._rounds.append(tuple(sorted({one.code for one in chosen})))
            self._circle(text)
            return
        sifter = Sifter(self._state, self._plan)
        attempt = sifter.sift(chosen)
        self._withheld += sifter.withheld
        if attempt is None:
            return
        self._rounds.append(tuple(sorted({one.code for one in attempt.made})))
        text = attempt.state.checked.document.text
        if _digest(text) in self._seen:
            self._circle(text)
        elif len(text) > 2 * len(self.first.checked.document.text) + _GROWTH:
            self.failure = f"fixes of {self._codes()} make the text grow without end, nothing written"
        elif len(self._rounds) > ROUNDS:
            self.failure = f"fixes of {self._codes()} don't settle in {ROUNDS} rounds, nothing written"
        if self.failure is None and attempt.change.moves:
            self.failure = self.whole_fails()
        if self.failure is None:
            self._remember(attempt)
            self._seen[_digest(text)] = len(self._rounds)
            self.applied += attempt.made
            self._state = attempt.state

    def _circle(self, text: str) -> None:
        names = ["+".join(codes) for codes in self._rounds[self._seen[_digest(text)] :]]
        self.failure = f"fixes go in a circle ({' -> '.join([*names, names[0]])}), nothing written"

    def whole_fails(self) -> str | None:
        """Why the rounds since the last moves aren't proved as one rewrite; None where they are."""
        if self._since < 2:  # noqa: PLR2004 - one round was proved as it is
            return None
        declared = (tuple(self._rewrites), tuple(self._drops), tuple(self._safe_drops), tuple(self._splits))
        change = Change(self._edits, *declared, recases=tuple(self._recases))
        failures = prove(self._base.reading, self._state.reading, change)
        return f"the fixes of {self._codes()} aren't proved as a whole: {failures[0].reason}, nothing written" if failures else None

    def outcome(self) -> Checked:
        """What is left to say of the final text, withheld fixes included."""
        checked = self._state.checked
        rule = next((rule for rule in self._plan.rules if rule.code == WITHHELD), None)
        if not self._withheld:
            return checked
        held = [self._without_fix(one) for one in checked.diagnostics]
        if rule is not None:
            said = [rule.diagnostic(one.span, f"fix of {one.code} {one.name} is withheld: {reason}") for one, reason in self._withheld]
            held += judged(checked.document, replace(self._plan, rules=tuple(r for r in self._plan.rules if r.code == WITHHELD)), said)
        held.sort(key=lambda one: (one.span, one.code, one.message))
        return replace(checked, diagnostics=tuple(held))

    def _may_make(self, one: Diagnostic) -> bool:
        if one.fix is None or not one.fix.edits or (one.fix.safety is not Safety.SAFE and not self._unsafe):
            return False
        return not self._is_withheld(one)

    def _is_withheld(self, one: Diagnostic) -> bool:
        return any(one.code == other.code and _meet(_hull(one), _hull(other)) for other, _ in self._withheld)

    def _without_fix(self, one: Diagnostic) -> Diagnostic:
        return replace(one, fix=None) if one.fix is not None and self._is_withheld(one) else one

    def _remember(self, attempt: Attempt) -> None:
        """Adds a round to the whole: what it declares, in the base's places; moves what is withheld along."""
        change = attempt.change
        shift = Shift(change.edits)
        self._withheld = [(_moved(one, shift), reason) for one, reason in self._withheld]
        if change.moves:
            self._begin(attempt.state)
            return
        self._since += 1
        back = Shift(self._edits)
        self._rewrites += ((back.span_before(span), rewrite) for span, rewrite in change.rewrites)
        self._drops += map(back.span_before, change.drops)
        self._safe_drops += map(back.span_before, change.safe_drops)
        self._splits += map(back.span_before, change.splits)
        self._recases += map(back.span_before, change.recases)
        self._edits = compose(self._edits, change.edits, self._state.checked.document.text)

    def _codes(self) -> str:
        return ", ".join(sorted({code for codes in self._rounds for code in codes}))


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8")).digest()


def _hull(one: Diagnostic) -> Span:
    return one.fix.span if one.fix is not None else one.span


def _order(one: Diagnostic) -> tuple[int, int, str]:
    span = _hull(one)
    return span.start, -len(span), one.code


def _meet(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _moved(one: Diagnostic, shift: Shift) -> Diagnostic:
    """`one` where it stands in the new text; its fix shrinks to the place it held."""
    span = shift.span_after(one.span)
    hull = None if one.fix is None else replace(one.fix, edits=(Edit(shift.span_after(one.fix.span), ""),))
    return replace(one, span=span, fix=hull)
