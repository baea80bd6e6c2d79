"""Which order a list and its sections keep, and which entries stand out of it. Knows how entries compare from `ordering`."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

from listlint.records import dataclass, replace
from listlint.style.facts import Fact, Order
from listlint.style.once import once
from listlint.style.ordering import COLLATIONS, Collation, Move, Run, Tally, key_of, runs, tally
from listlint.style.thresholds import FAIR, HABIT, MAJORITY, MIN_CASES, MIN_NEIGHBOURS, is_clear, is_habit
from listlint.words import is_han

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.model import Document, Item
    from listlint.style.facts import Style
    from listlint.style.ordering import Key
    from listlint.text import Span


_SHORT: Final = 4
_TELLING: Final = 7
"""Entries of which all but one in order are no accident."""
_MOSTLY: Final = 0.75


@dataclass(frozen=True)
class Orders:
    """The order of a list, and of each section that doesn't keep to it."""

    whole: Fact[Order] | None
    sections: dict[Span, Fact[Order] | None]


def infer_orders(document: Document) -> Orders:
    """The order that nearly all neighbours of the list stand in; `none` where that many don't stand in any."""
    by_section: defaultdict[Span, list[Run]] = defaultdict(list)
    for run in _runs(document):
        by_section[run.section.span].append(run)
    tallies = _tallies(document)
    whole = tallies.fact([run for own in by_section.values() for run in own])
    found: dict[Span, Fact[Order] | None] = {}
    for span, own in by_section.items():
        fact = tallies.own(own, whole)
        if fact is not whole:
            found[span] = fact
    return Orders(whole, found)


class _Tallies:
    """The orders of runs of one document, each run counted once in each."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, Order, Collation], Tally] = {}

    def own(self, own: Sequence[Run], whole: Fact[Order] | None) -> Fact[Order] | None:
        """The order of a section's runs; `whole` where it keeps to the list's."""
        if whole is None or whole.value == "none":
            fact = self.fact(own)
            return fact if fact is not None and fact.value != "none" else whole
        kept = self.best(own, whole.value)
        if kept.total - kept.count >= MIN_CASES and kept.count < (1 - HABIT) * kept.total:
            return self.fact(own)
        return whole

    def fact(self, own: Sequence[Run]) -> Fact[Order] | None:
        """The order that nearly all neighbours of `own` stand in, where most of them tell; `none` where they stand in none."""
        title, newest = self.best(own, "title"), self.best(own, "newest")
        oldest = replace(newest, order="oldest", count=newest.total - newest.count)
        tallies = (title, *(each for each in (newest, oldest) if each.told >= FAIR * title.told))
        best = max(tallies, key=lambda each: (is_clear(each.count, each.total), each.count))
        if is_clear(best.count, best.total):
            return Fact(best.order, count=best.count, total=best.total)
        if title.total >= MIN_NEIGHBOURS and all(each.count < MAJORITY * each.total or not each.total for each in tallies):
            return Fact("none", count=title.total - title.count, total=title.total)
        return None

    def best(self, own: Sequence[Run], order: Order) -> Tally:
        """The neighbours in `order`, by the collation that suits best."""
        plain = self._sum(own, order, "plain")
        if order != "title" or plain.count == plain.total:
            return plain
        fair = plain.count >= FAIR * plain.total
        others = [collation for collation in COLLATIONS if (fair if collation != "pinyin" else _is_chinese(own))]
        return max((plain, *(self._sum(own, order, collation) for collation in others)), key=lambda each: each.count)

    def _sum(self, own: Sequence[Run], order: Order, collation: Collation) -> Tally:
        total = Tally(order, 0, 0, 0, collation)
        for run in own:
            key = id(run), order, collation
            if key not in self._known:
                self._known[key] = tally(run, order, collation)
            total += self._known[key]
        return total


@once
def _tallies(document: Document) -> _Tallies:
    """Those of `document`, whose runs stay as long as it does."""
    del document
    return _Tallies()


@once
def _runs(document: Document) -> tuple[Run, ...]:
    return tuple(runs(document))


def _is_chinese(own: Sequence[Run]) -> bool:
    """Whether titles in Chinese are a habit here."""
    titles = [item.title.text for run in own for item in run.entries if item.title is not None]
    return is_habit(sum(not title.isascii() and any(map(is_han, title)) for title in titles), len(titles))


@once
def _collation(document: Document) -> Collation:
    return _tallies(document).best(_runs(document), "title").collation


def nearly(document: Document, style: Style) -> Iterator[tuple[Run, Fact[Order], tuple[Move, ...]]]:
    """Every run that would stand in the order of titles but for one entry, where no order is known or asked for.

    By chance one run of seven in a hundred and forty stands so; a shorter one counts where three in four of the others, five or
    more, are in order.
    """
    able = [run for run in _runs(document) if len(run.entries) >= _SHORT]
    collation = _collation(document)
    found = [(run, moves_of(run, "title", collation)) for run in able]
    sorted_ones = sum(not moves for _, moves in found)
    others = len(found) - 1
    orderly = others >= MIN_CASES and sorted_ones >= _MOSTLY * others
    for run, moves in found:
        fact = style.of(run.section).order
        if len(moves) == 1 and (fact is None or fact.value == "none") and (orderly or len(run.entries) >= _TELLING):
            yield run, Fact("title", count=len(run.entries) - 1, total=len(run.entries)), moves


def misplaced(document: Document, style: Style) -> Iterator[tuple[Run, Fact[Order], tuple[Move, ...]]]:
    """Every run whose section keeps an order, with that order and its entries that stand out of it, in document order.

    A run that keeps no order at all isn't spoken of, nor is the first entry of one by date: such is often pinned.
    """
    for run in _runs(document):
        fact = style.of(run.section).order
        if fact is None or fact.value == "none":
            continue
        moves = moves_of(run, fact.value, _collation(document))
        if fact.value != "title":
            moves = tuple(move for move in moves if move.entry is not run.entries[0])
        if moves and not (len(moves) >= MIN_CASES and len(moves) >= HABIT * len(run.entries)):
            yield run, fact, moves


def moves_of(run: Run, order: Order, collation: Collation) -> tuple[Move, ...]:
    """The fewest entries of `run` that must move so that it stands in `order`, in document order."""
    keyed = _keyed(run, order, collation)
    kept = _longest([key for key, _ in keyed], newest=order == "newest")
    stay = sorted(((keyed[at][0], at) for at in kept), key=lambda pair: pair[1])
    found = []
    for at, (key, entry) in enumerate(keyed):
        if at in kept:
            continue
        before = [index for own, index in stay if (own >= key if order == "newest" else own <= key)]
        found.append(Move(entry, keyed[before[-1]][1] if before else None))
    return tuple(found)


def _keyed(run: Run, order: Order, collation: Collation) -> list[tuple[Key, Item]]:
    """The entries that can be compared, with their keys: of dates, those of the commonest shape."""
    key = key_of(order, collation)
    found = [(own, item) for item in run.entries if (own := key(item)) is not None]
    if order == "title" or not found:
        return found
    shape = Counter(own[0] for own, _ in found).most_common(1)[0][0]
    return [(own, item) for own, item in found if own[0] == shape]


def _longest(keys: Sequence[Key], *, newest: bool) -> frozenset[int]:
    """The places of a longest row of keys that never descends (`newest`: never ascends)."""
    ranks = {key: rank for rank, key in enumerate(sorted(set(keys), reverse=newest))}
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, key in enumerate(keys):
        place = bisect_right(tails, ranks[key])
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(ranks[key])
            ends.append(at)
        else:
            tails[place], ends[place] = ranks[key], at
    found: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return frozenset(found)
