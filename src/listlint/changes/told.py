"""What a change did to a list, in words: entries and sections that came, went, moved, or say another thing. Knows no rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from listlint.changes.matching import headings
from listlint.model import Kind
from listlint.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from listlint.changes.matching import Matching
    from listlint.changes.units import Cut, Unit
    from listlint.model import Section

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
    for number, unit in enumerate(new.units):
        was = matching.before[number]
        if unit.section is not None:
            yield from _section(new, number, old.units[was] if was >= 0 else None)
        if _is_entry(unit):
            if was < 0 or not _is_entry(old.units[was]):
                yield new.change("added", number)
            else:
                yield from _entry(matching, old, new, number)
    for number, unit in enumerate(old.units):
        now = matching.behind[number]
        if now < 0 and unit.section is not None:
            yield old.change("section-removed", number)
        if _is_entry(unit) and (now < 0 or not _is_entry(new.units[now])):
            yield old.change("removed", number)


class _Side:
    """One of the versions, with the heading that each unit stands under."""

    def __init__(self, version: Cut) -> None:
        self.units = version.units
        self.above = headings(version)
        """By unit: the heading it stands under, or -1."""
        self._source = version.document.source
        self._paths: dict[int, tuple[str, ...]] = {-1: ()}
        opened: list[Section] = []
        for number, unit in enumerate(self.units):
            if unit.section is not None:
                while opened and opened[-1].level >= unit.section.level:
                    opened.pop()
                opened.append(unit.section)
                self._paths[number] = tuple(section.title for section in opened)

    def path(self, number: int) -> tuple[str, ...]:
        """The headings above a unit; of a heading without itself."""
        return self._paths[number][:-1] if number in self._paths else self._paths[self.above[number]]

    def change(self, what: What, number: int, before: str = "", after: str = "") -> Change:
        """That `what` became of a unit."""
        unit = self.units[number]
        section = unit.section if what.startswith("section-") else None
        title, url = (_title(unit), _url(unit)) if section is None else (section.title, "")
        return Change(what, title, self.path(number), self._source.line_of(unit.start), url, before, after)


def _section(new: _Side, number: int, was: Unit | None) -> Iterator[Change]:
    section = new.units[number].section
    if was is None or was.section is None:
        yield new.change("section-added", number)
    elif section is not None and was.section.title != section.title:
        yield new.change("section-renamed", number, was.section.title, section.title)


def _entry(matching: Matching, old: _Side, new: _Side, number: int) -> Iterator[Change]:
    """An entry that both versions have."""
    was = matching.before[number]
    before, after = old.units[was], new.units[number]
    here = new.above[number]
    if (matching.before[here] if here >= 0 else -1) != old.above[was]:
        yield new.change("moved", number, " > ".join(old.path(was)), " > ".join(new.path(number)))
    said = [(what, read(before), read(after)) for what, read in _PARTS if read(before) != read(after)]
    if not said and before.words != after.words:
        said = [("changed", before.words, after.words)]
    for what, one, other in said:
        yield new.change(what, number, one, other)


def _is_entry(unit: Unit) -> bool:
    return unit.item is not None and unit.item.kind is Kind.ENTRY


def _title(unit: Unit) -> str:
    return unit.item.title.text if unit.item is not None and unit.item.title is not None else unit.words


def _url(unit: Unit) -> str:
    return unit.item.link.url if unit.item is not None and unit.item.link is not None else ""


def _summary(unit: Unit) -> str:
    return unit.item.summary.text if unit.item is not None and unit.item.summary is not None else ""


_PARTS: Final[tuple[tuple[What, Callable[[Unit], str]], ...]] = (("retitled", _title), ("relinked", _url), ("resummarised", _summary))
