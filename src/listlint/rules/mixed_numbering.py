"""Numbered lists that don't count on, or put another sign behind their numbers. Knows nothing of what is numbered."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from listlint.regex import lazy
from listlint.rule import Rule, RuleOptions
from listlint.style import scope
from listlint.style.usual import usual
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style

_NUMBER: Final = lazy(r"(\d{1,9})([.)])")
_CLEAR: Final = 0.8
"""The share of steps by one from which a list is one that counts."""
_FEWEST: Final = 4
"""Fewer numbers than this make no list that counts."""


class MixedNumbering(Rule):
    """LL622."""

    code = "LL622"
    name = "mixed-numbering"
    summary = "A numbered list doesn't count on, or has another sign behind its number."
    cause = "beside"

    class Options(RuleOptions):
        """What can be configured."""

        sign: Literal["consistent", ".", ")"] = "consistent"
        """What stands behind a number; `consistent`: as behind nine in ten."""
        values: Literal["any", "counting", "one"] = "counting"
        """`counting`: lists that mostly count do so throughout; `one`: every number is the first one's."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Numbers as written; readers see the list counted anew, whatever stands there."""
        del style
        lists = [numbers for group in scope.groups(document) if (numbers := _numbers(document.text, group.items))]
        way = usual([number.sign for numbers in lists for number in numbers], self.options.sign)
        found = [self._signed(number, way.value, way.told) for numbers in lists for number in numbers if way and number.sign != way.value]
        for numbers in lists:
            found += self._counted(numbers)
        yield from sorted(found, key=lambda one: one.span)

    def _signed(self, number: _Number, sign: str, told: str) -> Diagnostic:
        return self.diagnostic(number.span, f'number has "{number.sign}" behind it, expected "{sign}", {told}')

    def _counted(self, numbers: Sequence[_Number]) -> Iterator[Diagnostic]:
        """The first number of a list that isn't the next one."""
        steps = [(other, one.value + 1) for one, other in pairwise(numbers)]
        if self.options.values == "one":
            steps = [(other, numbers[0].value) for other, _ in steps]
        elif self.options.values == "any" or not _is_counting(steps):
            return
        wrong = next(((number, value) for number, value in steps if number.value != value), None)
        if wrong:
            yield self.diagnostic(wrong[0].span, f"number is {wrong[0].value}, expected {wrong[1]}")


def _is_counting(steps: Sequence[tuple[_Number, int]]) -> bool:
    """Whether a list mostly counts: each number with what it'd be."""
    return len(steps) + 1 >= _FEWEST and sum(number.value == value for number, value in steps) >= _CLEAR * len(steps)


class _Number(NamedTuple):
    """A number and what stands behind it."""

    span: Span
    value: int
    sign: str


def _numbers(text: str, items: Sequence[Item]) -> list[_Number]:
    found = []
    for item in items:
        match = _NUMBER.match(text, item.marker.start, item.marker.end) if item.marker else None
        if match:
            found.append(_Number(Span(*match.span()), int(match[1]), match[2]))
    return found
