"""Which unit of one version is which of the other: by place, by text, by what it leads to, by title. Knows no rule."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from difflib import SequenceMatcher
from functools import cached_property
from typing import TYPE_CHECKING

from listlint.changes.units import Cut, cut
from listlint.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Sequence

    from listlint.changes.units import Unit
    from listlint.model import Document


@dataclass(frozen=True)
class Matching:
    """Two versions of a list, unit by unit."""

    old: Cut
    new: Cut
    before: tuple[int, ...]
    """By unit of the new version: the unit it was, or -1."""

    @cached_property
    def behind(self) -> tuple[int, ...]:
        """By unit of the old version: the unit it has become, or -1."""
        found = [-1] * len(self.old.units)
        for unit, was in enumerate(self.before):
            if was >= 0:
                found[was] = unit
        return tuple(found)

    def is_changed(self, unit: int) -> bool:
        """Whether the unit of the new version is new, or says another thing than it did; white space says nothing."""
        was = self.before[unit]
        return was < 0 or self.old.units[was].words != self.new.units[unit].words

    def is_respaced(self, unit: int) -> bool:
        """Whether the white space in the unit, or the indent before it, is another."""
        was = self.before[unit]
        return was < 0 or self.old.units[was].written != self.new.units[unit].written

    def is_moved(self, unit: int) -> bool:
        """Whether the unit has another neighbour than it had, or more or fewer blank lines before or behind it."""
        was = self.before[unit]
        return (
            was < 0
            or self.old.units[was].gaps != self.new.units[unit].gaps
            or any(
                self.before[at] != old
                for at, old in ((unit - 1, was - 1), (unit + 1, was + 1))
                if 0 <= at < len(self.before) and 0 <= old < len(self.old.units)
            )
        )

    @cached_property
    def lines(self) -> frozenset[int]:
        """Lines of the new version, from 1, that the old one doesn't have there, or with other white space; no blank ones."""
        old, new = _written(self.old.document), _written(self.new.document)
        kept = {
            place for first, _, length in _blocks([text for _, text in old], [text for _, text in new]) for place in _range(first, length)
        }
        return frozenset(line for place, (line, _) in enumerate(new) if place not in kept)


def match(old: Document, new: Document) -> Matching:
    """`old` and `new` side by side."""
    pairing = _Pairing(cut(old), cut(new))
    pairing.by_place()
    pairing.by(lambda unit: (unit.kind, unit.words))
    pairing.by(lambda unit: unit.work and unit.title and (unit.kind, unit.work, unit.title))
    pairing.by(lambda unit: unit.work and (unit.kind, unit.work, unit.path))
    pairing.by(lambda unit: unit.work and (unit.kind, unit.work))
    pairing.by(lambda unit: unit.title and (unit.kind, unit.title, unit.path))
    pairing.by(lambda unit: unit.title and (unit.kind, unit.title))
    pairing.renamed()
    return Matching(pairing.old, pairing.new, tuple(pairing.before))


class _Pairing:
    """The state of one matching: each step pairs what those before it left."""

    def __init__(self, old: Cut, new: Cut) -> None:
        self.old, self.new = old, new
        self.before = [-1] * len(new.units)
        self._taken: set[int] = set()

    def _pair(self, was: int, unit: int) -> None:
        self.before[unit] = was
        self._taken.add(was)

    def by_place(self) -> None:
        """What says the same in the same order."""
        told = [[(unit.kind, unit.words) for unit in version.units] for version in (self.old, self.new)]
        for new, old, length in _blocks(*told):
            for step in range(length):
                self._pair(old + step, new + step)

    def by(self, key: Callable[[Unit], Hashable]) -> None:
        """What has the same key, in document order; an empty key says nothing."""
        waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for was, unit in enumerate(self.old.units):
            if was not in self._taken and (name := key(unit)):
                waiting[name].append(was)
        for number, unit in enumerate(self.new.units):
            if self.before[number] < 0 and (name := key(unit)) and waiting.get(name):
                self._pair(waiting[name].popleft(), number)

    def renamed(self) -> None:
        """Headings over what stood under another: most of its entries, and no fewer than came from elsewhere."""
        heading = [headings(version) for version in (self.old, self.new)]
        votes: defaultdict[int, Counter[int]] = defaultdict(Counter)
        for number, was in enumerate(self.before):
            if was >= 0 and self.new.units[number].kind == "item" and (above := heading[1][number]) >= 0 and self.before[above] < 0:
                votes[above][heading[0][was]] += 1
        for above, counted in votes.items():
            was, count = counted.most_common(1)[0]
            if was >= 0 and was not in self._taken and 2 * count > counted.total():
                self._pair(was, above)


def headings(version: Cut) -> list[int]:
    """By unit: the heading it stands under, or -1."""
    found, above = [], -1
    for number, unit in enumerate(version.units):
        found.append(above)
        above = number if unit.kind == "heading" else above
    return found


def _written(document: Document) -> list[tuple[int, str]]:
    """Every line that says something, with its number from 1."""
    source = document.source
    lines = ((line, source.line_span(line).of(source.text)) for line in range(1, source.line_count + 1))
    return [(line, text) for line, text in lines if text.strip()]


def _range(first: int, length: int) -> range:
    return range(first, first + length)


def _blocks(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[int, int, int]]:
    """Where both say the same in the same order: place in `new`, place in `old`, length."""
    start, shorter = 0, min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    yield 0, 0, start
    matcher = SequenceMatcher(None, old[start : len(old) - end], new[start : len(new) - end], autojunk=False)
    for one, other, length in matcher.get_matching_blocks():
        yield start + other, start + one, length
    yield len(new) - end, len(old) - end, end
