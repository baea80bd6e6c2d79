"""What a list does, case by case, and when that makes a convention. Knows no particular fact."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from listlint.style import scope
from listlint.style.facts import Fact
from listlint.style.thresholds import CLEAR, HABIT, MAJORITY, MIN_CASES, MIN_CLEAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from listlint.model import Document, Item, Section
    from listlint.text import Span

T = TypeVar("T")


class Placed(NamedTuple):
    """An item of the list's own sections, with where it stands."""

    item: Item
    section: Section
    holder: Item | None
    """What it's nested in; None for an outermost item."""


class Case(NamedTuple, Generic[T]):
    """One place of a list where it does one thing or another."""

    value: T
    span: Span
    """Where that can be seen."""
    section: Span | None
    """The span of the section whose own items it's about; None where sections don't matter."""


def placed(document: Document) -> Iterator[Placed]:
    """Every item of the list's own sections, contents lists left out, in document order of their sections."""
    for section in scope.sections(document):
        todo: list[tuple[Item, Item | None]] = [(item, None) for item in reversed(section.items)]
        while todo:
            item, holder = todo.pop()
            yield Placed(item, section, holder)
            todo += ((child, item) for child in reversed(item.children))


def majority(cases: Iterable[Case[T]], *, clear: bool = False) -> Fact[T] | None:
    """What most cases do; `clear`: only where nearly all do, and many."""
    counts = Counter(case.value for case in cases)
    total = counts.total()
    if total < (MIN_CLEAR if clear else MIN_CASES):
        return None
    best, count = counts.most_common(1)[0]
    return Fact(best, count=count, total=total) if count >= (CLEAR if clear else MAJORITY) * total else None


def differing(cases: Sequence[Case[T]], usual: Fact[T], *, clear: bool = False) -> dict[Span, Fact[T] | None]:
    """The sections that don't keep to `usual`: with their own convention, or None where they keep none.

    Neither so few cases as slips may be make a section differ, nor many that have nothing in common.
    """
    by_section: defaultdict[Span, list[Case[T]]] = defaultdict(list)
    for case in cases:
        if case.section is not None:
            by_section[case.section].append(case)
    found: dict[Span, Fact[T] | None] = {}
    for section, own in by_section.items():
        other = max(Counter(case.value for case in own if case.value != usual.value).values(), default=0)
        if other >= MIN_CASES and other >= HABIT * len(own):
            found[section] = majority(own, clear=clear)
    return found
