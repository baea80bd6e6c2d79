"""Which complaints a change is answerable for: those of what it added or altered, and those it brought about elsewhere.

Knows two versions of a list and what there is to say of either; no files, no git.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from listlint.changes.matching import match
from listlint.changes.turned import turned
from listlint.records import dataclass
from listlint.regex import lazy
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from listlint.changes.matching import Matching
    from listlint.diagnostic import Diagnostic
    from listlint.engine import Checked
    from listlint.rule import Cause, Rule

_FIGURES: Final = lazy(r"[0-9]+")
_DIRECTIVES: Final = ("LL001",)
_WHOLE: Final = -1
"""The place of what is said of the whole file."""


@dataclass(frozen=True)
class Answerable:
    """What a change is answerable for."""

    diagnostics: tuple[Diagnostic, ...]
    """In document order."""
    older: int
    """How many others there are."""
    lines: frozenset[int]
    """The lines that are new or altered, from 1."""


def compare(old: Checked, new: Checked, rules: Iterable[Rule]) -> Answerable:
    """What the step from `old` to `new` is answerable for."""
    matching = match(old.document, new.document)
    judge = _Judge(matching, old.diagnostics, {rule.code: rule for rule in rules})
    found = judge.answerable(new.diagnostics)
    found.sort(key=lambda one: (one.span, one.code, one.message))
    return Answerable(tuple(found), len(new.diagnostics) - len(found), matching.lines)


class _Judge:
    """Tells new complaints from old ones."""

    def __init__(self, matching: Matching, old: Sequence[Diagnostic], rules: dict[str, Rule]) -> None:
        self._matching = matching
        self._rules = rules
        self._known: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        """The messages of the old version by code and unit; one that comes up again is taken out."""
        for one in old:
            self._known[one.code, self._place(one, matching.old.at)].append(_told(one))

    def answerable(self, new: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Those of `new` that the change brought."""
        waiting = []
        found: list[Diagnostic] = []
        for one in new:
            unit = self._place(one, self._matching.new.at)
            if unit != _WHOLE and self._is_answered(one, unit):
                found.append(one)
            elif not self._settles(one, unit, exactly=True):
                waiting.append((one, unit))
        # What has another message than it had is the same complaint still: an entry out of order now belongs behind a new one.
        left = [(one, unit) for one, unit in waiting if not self._settles(one, unit, exactly=False)]
        found += (self._turned(one) for one, unit in left if self._is_caused(one, unit))
        return found

    def _is_answered(self, one: Diagnostic, unit: int) -> bool:
        """Whether the change is answerable for whatever is said there; blank lines above an altered line may be what they were."""
        was = self._matching.before[unit]
        if was >= 0 and self._matching.new.is_gap(one.span.start):
            return self._matching.old.units[was].before != self._matching.new.units[unit].before
        return self._matching.is_changed(unit)

    def _place(self, one: Diagnostic, at: Callable[[int], int]) -> int:
        rule = self._rules.get(one.code)
        return _WHOLE if one.span == Span(0, 0) or (rule is not None and rule.local) else at(one.span.start)

    def _settles(self, one: Diagnostic, unit: int, *, exactly: bool) -> bool:
        """Whether the old version had the complaint."""
        was = _WHOLE if unit == _WHOLE else self._matching.before[unit]
        messages = self._known[one.code, was]
        if exactly and _told(one) not in messages:
            return False
        if messages:
            messages.remove(_told(one) if exactly else messages[0])
            return True
        return False

    def _is_caused(self, one: Diagnostic, unit: int) -> bool:
        """Whether the change can have brought what is said of a unit that it didn't alter.

        Else the list's habits did: five entries more can make a convention of what four others do.
        """
        cause = self._cause(one)
        if unit == _WHOLE or cause in {"elsewhere", "either"} or self._matching.is_respaced(unit):
            return True
        return cause == "beside" and self._matching.is_moved(unit)

    def _cause(self, one: Diagnostic) -> Cause:
        rule = self._rules.get(one.code)
        return rule.cause if rule is not None else "elsewhere" if one.code in _DIRECTIVES else "here"

    def _turned(self, one: Diagnostic) -> Diagnostic:
        """`one` at the new entry where that is the first of two, and the old one stands behind it."""
        if self._cause(one) != "either" or not one.related:
            return one
        other = self._matching.new.at(one.related[0].span.start)
        return turned(one, self._matching.new, other) if self._matching.is_changed(other) else one


def _told(one: Diagnostic) -> str:
    """A message without its figures: lines move, and counts with every entry."""
    return _FIGURES.sub("0", one.message)
