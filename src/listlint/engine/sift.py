"""Finds out which fixes of a round are proved together, and why the others aren't. Knows no rule."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from listlint.edits import Shift, apply
from listlint.engine.novelty import surprises
from listlint.formatter.proof import Change, Failure, prove
from listlint.records import dataclass, field, replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.config.plan import Plan
    from listlint.diagnostic import Diagnostic
    from listlint.engine.texts import State, Texts

_ALONE: Final = 8
"""Fixes that fail each in a place of its own; where there are more, none gets another try alone."""
_TRIES: Final = 200
"""Proofs in one round; beyond them a suspect is withheld without a proof of its own."""


@dataclass(frozen=True)
class Attempt:
    """Fixes made at once, what came of it, and what speaks against it."""

    made: tuple[Diagnostic, ...]
    change: Change
    state: State
    """The text afterwards; before, where something failed."""
    failures: tuple[Failure, ...]


@dataclass
class Sifter:
    """One round's fixes held to the proof."""

    state: State
    plan: Plan
    texts: Texts
    withheld: list[tuple[Diagnostic, str]] = field(default_factory=list)
    """What no proof was found for, with the reason."""
    _tries: int = 0

    def sift(self, chosen: Sequence[Diagnostic]) -> Attempt | None:
        """The fixes of `chosen`, which stand in order, that are proved together. What is neither in it nor withheld may be tried again."""
        if not chosen:
            return None
        attempt = self._try(chosen)
        if not attempt.failures:
            return attempt
        if len(chosen) == 1 or self._tries > _TRIES:
            self.withheld += ((one, attempt.failures[0].reason) for one in chosen)
            return None
        lone = _lone(chosen, attempt.failures)
        if len(lone) > _ALONE:
            self.withheld += lone.values()
            return self.sift([one for at, one in enumerate(chosen) if at not in lone])
        suspects = _suspects(chosen, attempt.failures)
        if not 0 < len(suspects) < len(chosen):
            suspects = set(range(len(chosen) // 2, len(chosen)))
        good = self.sift([one for at, one in enumerate(chosen) if at not in suspects])
        rest = self.sift([chosen[at] for at in sorted(suspects)])
        if good is None or rest is None:
            return good or rest
        both = self._try((*good.made, *rest.made))
        return good if both.failures else both

    def boldly(self, chosen: Sequence[Diagnostic]) -> Attempt | None:
        """The fixes of `chosen`, of several phases, if they're proved together, at most without those where the proof first failed."""
        attempt = self._try(chosen)
        if attempt.failures and attempt.state is self.state:  # no complaint came up: it isn't proved
            suspects = _suspects(chosen, attempt.failures)
            good = [one for at, one in enumerate(chosen) if at not in suspects]
            if not suspects or not good:
                return None
            attempt = self._try(good)
        return None if attempt.failures else attempt

    def _try(self, chosen: Sequence[Diagnostic]) -> Attempt:
        self._tries += 1
        made = tuple(sorted(chosen, key=lambda one: one.span))
        change = Change.of([one.fix for one in made if one.fix is not None])
        source = self.state.reading.source
        text = apply(source.text, change.edits)
        if text == source.text:
            failure = Failure("it changes nothing")
            return Attempt(made, change, self.state, (failure,))
        reading = self.texts.read(replace(source, text=text), self.plan.repository)
        failures = prove(self.state.reading, reading, change)
        if failures:
            return Attempt(made, change, self.state, failures)
        state = self.texts.judge(reading, self.plan)
        phases = {rule.code: rule.phase for rule in self.plan.rules}
        phase = max(phases[one.code] for one in made)
        old, new = self.state.judgement.upto(phase), state.judgement.upto(phase)
        failures = tuple(surprises(old, new, made, Shift(change.edits), phases))
        return Attempt(made, change, state, failures)


def _suspects(chosen: Sequence[Diagnostic], failures: Sequence[Failure]) -> set[int]:
    """Which of `chosen` stand where something failed; none where a failure has no place."""
    if any(failure.span is None for failure in failures):
        return set()
    return {at for failure in failures for at in _standing(chosen, failure)}


def _lone(chosen: Sequence[Diagnostic], failures: Sequence[Failure]) -> dict[int, tuple[Diagnostic, str]]:
    """Those that alone stand where something failed, each with the reason."""
    places = ((_standing(chosen, failure), failure.reason) for failure in failures)
    return {found[0]: (chosen[found[0]], reason) for found, reason in places if len(found) == 1}


def _standing(chosen: Sequence[Diagnostic], failure: Failure) -> list[int]:
    """Which of `chosen` touch the place of a failure."""
    span = failure.span
    if span is None:
        return []
    first = bisect_left(chosen, span.start, key=lambda one: one.fix.span.end if one.fix is not None else 0)
    found = range(first, len(chosen))
    return list(takewhile(lambda at: (fix := chosen[at].fix) is not None and fix.span.start <= span.end, found))
