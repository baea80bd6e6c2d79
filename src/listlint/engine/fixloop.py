"""The fix loop: makes what is proved, reads the text anew, until nothing changes. Knows no files.

A round makes the fixes of the earliest phase that has any, those that don't meet, and those of later phases in lines where
no other fix is, as long as that is proved as strictly. What can't be proved is withheld, and
tried once more when everything else is done, so that a second run finds nothing to do. Where the rounds as a whole aren't
proved, all is done again without the fixes that stand where it failed. What stays withheld is reported as LL005.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from listlint.edits import Safety, Shift, apply
from listlint.engine.judgement import judged
from listlint.engine.results import Checked, Fixed
from listlint.engine.sift import Sifter
from listlint.engine.texts import Texts
from listlint.engine.whole import Whole
from listlint.engine.withheld import Ban, Ledger, Stretches, hull
from listlint.records import replace
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.config.plan import Plan
    from listlint.diagnostic import Diagnostic
    from listlint.engine.sift import Attempt
    from listlint.engine.texts import State
    from listlint.text import Source

ROUNDS: Final = 20
WITHHELD: Final = "LL005"
_GROWTH: Final = 65536
"""Code points a text may grow by beyond twice its size."""
_ATTEMPTS: Final = 8
"""Runs, each without the places where the one before wasn't proved as a whole."""


def fix(source: Source, plan: Plan, *, unsafe: bool = False, texts: Texts | None = None) -> Fixed:
    """`source` with every fix made that may be made and is proved; raises `RuleCrashError` where a rule raises.

    `texts` may know texts from other runs.
    """
    texts = Texts() if texts is None else texts
    first = texts.judge(texts.read(source, plan.repository), plan)
    bans: dict[int, list[Ban]] = {}
    for _ in range(_ATTEMPTS):
        run = _Run(first, plan, bans, texts, unsafe=unsafe)
        run.settle()
        if run.failure is None:
            after = run.outcome()
            return Fixed(
                source, after, tuple(run.applied), withheld=run.ledger.tried(), settled=after.diagnostics == run.judged.diagnostics
            )
        if not run.learned:
            break
    return Fixed(source, first.judgement.whole, failure=run.failure, withheld=run.ledger.tried())


class _Run:
    """One fix run: the text as it stands, and all that led to it."""

    def __init__(self, first: State, plan: Plan, bans: dict[int, list[Ban]], texts: Texts, *, unsafe: bool) -> None:
        self.failure: str | None = None
        self.learned = False
        """Whether a failure left new bans, so that another run may succeed."""
        self.applied: list[Diagnostic] = []
        self.ledger = Ledger()
        self._plan = plan
        self._texts = texts
        self._unsafe = unsafe
        self._phases = {rule.code: rule.phase for rule in plan.rules}
        self._first = self._state = first
        self._seen = {_digest(first.text): 0}
        """After how many rounds each text was there."""
        self._rounds: list[tuple[str, ...]] = []
        """The codes each round applied."""
        self._bans = bans
        """By how often something had moved."""
        self._moves = 0
        self._bold = True
        """Whether fixes of several phases are tried at once, if they stand apart: most are proved, and reading a text anew takes time."""
        self._begin()

    def _begin(self) -> None:
        """From here on rounds are remembered, to be proved as one rewrite of the text as it stands."""
        self._whole = Whole(self._state.reading)
        self.ledger.ban(self._bans.get(self._moves, ()))

    def settle(self) -> None:
        """Goes on until nothing is left that is proved, or a failure."""
        rounds = -1
        while self.failure is None and rounds < len(self._rounds):
            rounds = len(self._rounds)
            self.ledger.pardon()
            while self.failure is None and (chosen := self._choose()):
                self._round(chosen)
            if not self.ledger:
                break
        if self.failure is None:
            self._prove_whole()

    def _choose(self) -> list[Diagnostic]:
        """The fixes of the next round, none of which meet: of the earliest phase that has any, and of later ones what stands elsewhere."""
        chosen: list[Diagnostic] = []
        held: list[Span] = []
        for phase in sorted(set(self._phases.values())):
            found = self._state.judgement.upto(phase)
            ready = [one for one in found if self._phases.get(one.code) is phase and self._may_make(one)]
            moving = [one for one in ready if one.fix is not None and one.fix.alone]
            if chosen:
                around = Stretches(held)
                ready = [one for one in ready if one not in moving and not around.meet(self._lines(one))]
            elif moving:
                return _apart(moving)  # moves are proved by themselves
            chosen += _apart(ready)
            if chosen and not self._bold:
                break
            held += map(self._lines, ready)
        return sorted(chosen, key=_order)

    def _lines(self, one: Diagnostic) -> Span:
        """The lines a fix reaches over, so that neighbours touch."""
        source, span = self._state.reading.source, hull(one)
        return Span(source.line_of(span.start), source.line_of(span.end) + 1)

    def _round(self, chosen: Sequence[Diagnostic]) -> None:
        """Makes what of `chosen` is proved; withholds the rest, or lets it wait."""
        before = self._state.text
        text = apply(before, [edit for one in chosen if one.fix is not None for edit in one.fix.edits])
        if text != before and _digest(text) in self._seen:
            self._rounds.append(tuple(sorted({one.code for one in chosen})))
            self._circle(text)
            return
        sifter = Sifter(self._state, self._plan, self._texts)
        if len({self._phases[one.code] for one in chosen}) == 1:
            attempt = sifter.sift(chosen)
        else:
            attempt = sifter.boldly(chosen)
            self._bold = attempt is not None
        self.ledger.hold(sifter.withheld, before)
        if attempt is None:
            return
        self._rounds.append(tuple(sorted({one.code for one in attempt.made})))
        text = attempt.state.text
        if _digest(text) in self._seen:
            self._circle(text)
        elif len(text) > 2 * len(self._first.text) + _GROWTH:
            self.failure = f"fixes of {self._codes()} make the text grow without end, nothing written"
        elif len(self._rounds) > ROUNDS:
            self.failure = f"fixes of {self._codes()} don't settle in {ROUNDS} rounds, nothing written"
        elif attempt.change.alone:
            self._prove_whole()
        if self.failure is None:
            self._remember(attempt)

    def _circle(self, text: str) -> None:
        names = ["+".join(codes) for codes in self._rounds[self._seen[_digest(text)] :]]
        self.failure = f"fixes go in a circle ({' -> '.join([*names, names[0]])}), nothing written"

    def _prove_whole(self) -> None:
        """The rounds since something moved, as one rewrite; where that isn't proved, the places are banned from the next run."""
        failures = self._whole.failures(self._state.reading)
        if not failures:
            return
        self.failure = f"the fixes of {self._codes()} aren't proved as a whole: {failures[0].reason}, nothing written"
        found = [Ban(failure.span, f"as a whole, {failure.reason}") for failure in failures if failure.span is not None]
        self.learned = len(found) == len(failures)
        self._bans.setdefault(self._moves, []).extend(found)

    @property
    def judged(self) -> Checked:
        """What a check says of the text as it stands."""
        return self._state.judgement.whole

    def outcome(self) -> Checked:
        """What is left to say of the final text, withheld fixes included."""
        checked = self.judged
        reasons = list(self.ledger.reasons([one for one in checked.diagnostics if self._is_fixable(one)]))
        if not reasons:
            return checked
        held = [replace(one, fix=None) if one.fix is not None and self.ledger.holds(one) else one for one in checked.diagnostics]
        rules = tuple(rule for rule in self._plan.rules if rule.code == WITHHELD)
        said = [rule.diagnostic(one.span, f"fix of {one.code} {one.name} is withheld: {why}") for rule in rules for one, why in reasons]
        held += judged(checked.document, replace(self._plan, rules=rules), said)
        held.sort(key=lambda one: (one.span, one.code, one.message))
        return replace(checked, diagnostics=tuple(held))

    def _is_fixable(self, one: Diagnostic) -> bool:
        return one.fix is not None and bool(one.fix.edits) and (one.fix.safety is Safety.SAFE or self._unsafe)

    def _may_make(self, one: Diagnostic) -> bool:
        return self._is_fixable(one) and not self.ledger.holds(one)

    def _remember(self, attempt: Attempt) -> None:
        """Makes a round's text the one that stands."""
        self.ledger.move(Shift(attempt.change.edits))
        self._seen[_digest(attempt.state.text)] = len(self._rounds)
        self.applied += attempt.made
        before, self._state = self._state.text, attempt.state
        if attempt.change.alone:
            self._moves += 1
            self._begin()
        else:
            self._whole.add(attempt.change, before)

    def _codes(self) -> str:
        return ", ".join(sorted({code for codes in self._rounds for code in codes}))


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8")).digest()


def _apart(ready: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Those of `ready` that don't meet, from the start, the longer first."""
    chosen: list[Diagnostic] = []
    end = -1
    for one in sorted(ready, key=_order):
        span = hull(one)
        if span.start > end:
            chosen.append(one)
            end = span.end
    return chosen


def _order(one: Diagnostic) -> tuple[int, int, str]:
    span = hull(one)
    return span.start, -len(span), one.code
