"""What a change did to a list, in words: entries and sections that came, went, moved, or say another thing. Knows no rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from listlint.model import Kind
from listlint.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.changes.matching import Matching
    from listlint.changes.units import Cut, Unit

What = Literal[
    "section-added",
    "section-removed",
    "section-renamed",
    "added",
    "removed",
    "moved",
    "retitled",
    "relinked",
    "resummarised",
    "changed",
]
"""What became of a section or an entry; `changed` is an entry of which something else says another thing: a field, a note, a mark."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was done to one entry or section."""

    what: What
    title: str
    """As it reads now, or as it read where it's gone: its title, else the beginning of its text."""
    section: tuple[str, ...]
    """The headings above it, the outermost first."""
    line: int
    """From 1, in the new version; in the old one where it's gone."""
    url: str = ""
    """What an entry leads to; empty where it leads nowhere, and for sections."""
    before: str = ""
    """The other title, link, summary or section."""
    after: str = ""

    @property
    def is_gone(self) -> bool:
        """Whether the new version has no such thing."""
        return self.what in ("removed", "section-removed")


def changes(matching: Matching) -> Iterator[Change]:
    """What was done, in the order of the new version; what is gone stands last, in the order of the old one."""
    old, new = _Side(matching.old), _Side(matching.new)
    for number, unit in enumerate(new.version.units):
        was = matching.before[number]
        if unit.section is not None:
            yield from _section(new, unit, old.version.units[was] if was >= 0 else None)
        if _is_entry(unit):
            if was < 0 or not _is_entry(old.version.units[was]):
                yield new.change("added", unit)
            else:
                yield from _entry(matching, old, new, was, number)
    for number, unit in enumerate(old.version.units):
        now = matching.behind[number]
        if now < 0 and unit.section is not None:
            yield old.change("section-removed", unit)
        if _is_entry(unit) and (now < 0 or not _is_entry(new.version.units[now])):
            yield old.change("removed", unit)


class _Side:
    """One of the versions, with the heading that each unit stands under."""

    def __init__(self, version: Cut) -> None:
        self.version = version
        self.above: list[int] = []
        self._paths: dict[int, tuple[str, ...]] = {-1: ()}
        heading = -1
        open_headings: list[tuple[int, str]] = []
        for number, unit in enumerate(version.units):
            self.above.append(heading)
            if unit.section is not None:
                while open_headings and open_headings[-1][0] >= unit.section.level:
                    open_headings.pop()
                open_headings.append((unit.section.level, unit.section.title))
                self._paths[number] = tuple(title for _, title in open_headings)
                heading = number
        self._numbers = {id(unit): number for number, unit in enumerate(version.units)}

    def path(self, unit: Unit) -> tuple[str, ...]:
        """The headings above `unit`; of a heading without itself."""
        number = self._numbers[id(unit)]
        return self._paths[number][:-1] if unit.section is not None else self._paths[self.above[number]]

    def change(self, what: What, unit: Unit, before: str = "", after: str = "") -> Change:
        """That `what` became of `unit`."""
        entry = what not in ("section-added", "section-removed", "section-renamed")
        title = _title(unit) if entry or unit.section is None else unit.section.title
        line = self.version.document.source.line_of(unit.start)
        return Change(what, title, self.path(unit), line, _url(unit) if entry else "", before, after)


def _section(new: _Side, unit: Unit, was: Unit | None) -> Iterator[Change]:
    if was is None or was.section is None:
        yield new.change("section-added", unit)
    elif unit.section is not None and was.section.title != unit.section.title:
        yield new.change("section-renamed", unit, was.section.title, unit.section.title)


def _entry(matching: Matching, old: _Side, new: _Side, was: int, number: int) -> Iterator[Change]:
    """An entry that both versions have."""
    before, after = old.version.units[was], new.version.units[number]
    here, there = new.above[number], old.above[was]
    if (matching.before[here] if here >= 0 else -1) != there:
        yield new.change("moved", after, " > ".join(old.path(before)), " > ".join(new.path(after)))
    said = list(_said(new, before, after))
    yield from said
    if not said and before.words != after.words:
        yield new.change("changed", after, before.words, after.words)


def _said(new: _Side, before: Unit, after: Unit) -> Iterator[Change]:
    if _title(before) != _title(after):
        yield new.change("retitled", after, _title(before), _title(after))
    if _url(before) != _url(after):
        yield new.change("relinked", after, _url(before), _url(after))
    if _summary(before) != _summary(after):
        yield new.change("resummarised", after, _summary(before), _summary(after))


def _is_entry(unit: Unit) -> bool:
    return unit.item is not None and unit.item.kind is Kind.ENTRY


def _title(unit: Unit) -> str:
    return unit.item.title.text if unit.item is not None and unit.item.title is not None else unit.words


def _url(unit: Unit) -> str:
    return unit.item.link.url if unit.item is not None and unit.item.link is not None else ""


def _summary(unit: Unit) -> str:
    return unit.item.summary.text if unit.item is not None and unit.item.summary is not None else ""
