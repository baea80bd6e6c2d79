"""Finds out which fixes of a round are proved together, and why the others aren't. Knows no rule."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from listlint.edits import Shift, apply
from listlint.engine.check import check
from listlint.engine.novelty import surprises
from listlint.formatter.proof import Change, Failure, Reading, prove

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.config.plan import Plan
    from listlint.diagnostic import Diagnostic
    from listlint.engine.results import Checked

_TRIES: Final = 200
"""Proofs in one round; beyond them a suspect is withheld without a proof of its own."""


@dataclass(frozen=True)
class State:
    """A text, as the plan and the referees see it."""

    checked: Checked
    reading: Reading


@dataclass(frozen=True)
class Attempt:
    """Fixes made at once, what came of it, and what speaks against it."""

    made: tuple[Diagnostic, ...]
    change: Change
    state: State
    failures: tuple[Failure, ...]


@dataclass
class Sifter:
    """One round's fixes held to the proof."""

    state: State
    plan: Plan
    withheld: list[tuple[Diagnostic, str]] = field(default_factory=list)
    """What no proof was found for, with the reason."""
    _tries: int = 0

    def sift(self, chosen: Sequence[Diagnostic]) -> Attempt | None:
        """The fixes of `chosen` that are proved together. What is neither in it nor withheld may be tried again."""
        if not chosen:
            return None
        attempt = self._try(chosen)
        if not attempt.failures:
            return attempt
        if len(chosen) == 1 or self._tries > _TRIES:
            self.withheld += ((one, attempt.failures[0].reason) for one in chosen)
            return None
        suspects = _suspects(chosen, attempt.failures)
        if not 0 < len(suspects) < len(chosen):
            suspects = list(chosen[len(chosen) // 2 :])
        good = self.sift([one for one in chosen if one not in suspects])
        rest = self.sift(suspects)
        if good is None or rest is None:
            return good or rest
        both = self._try((*good.made, *rest.made))
        return good if both.failures else both

    def _try(self, chosen: Sequence[Diagnostic]) -> Attempt:
        self._tries += 1
        made = tuple(sorted(chosen, key=lambda one: one.span))
        change = Change.of([one.fix for one in made if one.fix is not None])
        before = self.state.checked
        source = before.document.source
        text = apply(source.text, change.edits)
        if text == source.text:
            failure = Failure("it changes nothing")
            return Attempt(made, change, self.state, (failure,))
        checked = check(replace(source, text=text), self.plan)
        state = State(checked, Reading(checked.document))
        phases = {rule.code: rule.phase for rule in self.plan.rules}
        failures = prove(self.state.reading, state.reading, change)
        failures += tuple(surprises(before.diagnostics, checked.diagnostics, made, Shift(change.edits), phases))
        return Attempt(made, change, state, failures)


def _suspects(chosen: Sequence[Diagnostic], failures: Sequence[Failure]) -> list[Diagnostic]:
    """The fixes that stand where something failed; none where a failure has no place."""
    spans = [failure.span for failure in failures]
    if None in spans:
        return []
    return [
        one
        for one in chosen
        if one.fix is not None
        and any(span is not None and span.start <= one.fix.span.end and one.fix.span.start <= span.end for span in spans)
    ]
