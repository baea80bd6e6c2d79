"""What is wrong with a contents list, fault by fault, each with its repair. Knows no rule."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Rewrite
from listlint.records import dataclass
from listlint.regex import lazy
from listlint.style.contents_rows import Outline, longest_ordered, plain
from listlint.style.contents_writing import Group, anchor, may_go, renamed, rewritten, row_of
from listlint.style.thresholds import HABIT, MAJORITY, SLIP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.model import Document, Section
    from listlint.style.contents_rows import Place, Row
    from listlint.style.facts import Contents
    from listlint.text import Span

_APART: Final = frozenset(
    plain(name)
    for names in (
        "footnotes, notes, references, related, related lists, see also, acknowledgements, acknowledgments, credits, thanks, support",
        "contact, star history, citation, appendix, 脚注, 参考, 参考文献, 参考资料, 致谢, 注释, 謝辞, fußnoten, примечания",
    )
    for name in names.split(",")
)
"""Headings behind a list that its contents may leave out."""
_FEWEST: Final = 2
"""Sections side by side of which the contents list must have that many before another is missing."""
_WORD: Final = lazy(r"\w+")

_Level = tuple[object, int]
"""Which sections stand side by side: the section they stand in, and their level."""


@dataclass(frozen=True)
class Fault:
    """Where it is, what is said of it, and the repair."""

    span: Span
    told: str
    fix: Fix | None = None


@dataclass(frozen=True)
class _Draft:
    """A fault whose repair is a part of what becomes of a group of rows."""

    span: Span
    told: str
    group: Group | None


class Faults:
    """The faults of one contents list."""

    def __init__(self, document: Document, contents: Contents) -> None:
        self._contents = contents
        self._outline = outline = Outline(document, contents.span)
        self._numbers = {place.section.span: at for at, place in enumerate(outline.places)}
        """Each section's place among all."""
        self._groups: dict[int, Group] = {}
        for row in outline.rows:
            self._groups.setdefault(id(row.holder), Group([])).rows.append(row)
        self._own = [place for place in outline.places if _may_be_listed(place, contents)]
        self._listed = {row.section.span for row in outline.rows if row.section is not None}
        self._levels = self._groups_by_level()

    def found(self, *, complete: bool, exact: bool = False, nearest: bool = False) -> list[Fault]:
        """All of them, in document order.

        `complete`: every heading beside a listed one must be listed, too; `exact`: a row may not leave out words of its heading;
        `nearest`: what has no row is said at the row above it.
        """
        missing = [] if complete else self._missing()
        paired = self._paired(missing)
        found: list[Fault | _Draft] = [*self._rows(paired, whole=exact), *self._order()]
        spoken = {section.span for section in paired.values()}
        found += (
            self._left_out(nearest=nearest)
            if complete
            else self._not_listed([section for section in missing if section.span not in spoken])
        )
        fixes = {id(group): rewritten(self._outline, group, self._numbers) for group in self._groups.values() if group.changes}
        made = [one if isinstance(one, Fault) else Fault(one.span, one.told, fixes.get(id(one.group))) for one in found]
        return sorted(made, key=lambda one: one.span)

    def _rows(self, paired: dict[int, Section], *, whole: bool) -> Iterator[Fault | _Draft]:
        """Rows that lead nowhere or elsewhere, and those that say what their heading doesn't; `paired`: what those to nowhere mean."""
        outline = self._outline
        named = sum(row.section is not None and plain(row.link.text) == plain(row.section.title) for row in outline.rows)
        exact = named >= MAJORITY * sum(row.section is not None for row in outline.rows)
        foreign = self._is_foreign()
        for row in outline.rows:
            group = self._groups[id(row.holder)]
            if row.dead and foreign:
                continue
            if row.section is None and row.dead and (meant := paired.get(id(row))) is not None:
                told = f'contents list "{row.link.text}", the heading there is "{meant.title}"'
                yield Fault(row.item.head, told, renamed(outline, group.rows, row, meant))
            elif row.section is None and row.dead:
                told = f'contents list "{row.link.text}", no heading has the anchor #{row.target}'
                if may_go(outline.text, row):
                    group.gone.append(row)
                    yield _Draft(row.item.head, told, group)
                else:
                    yield Fault(row.item.head, told)
            elif row.section is not None:
                yield from self._row(row, row.section, exact=exact, whole=whole)

    def _row(self, row: Row, section: Section, *, exact: bool, whole: bool) -> Iterator[Fault]:
        meant = _meant(self._outline, row)
        astray = whole and row.target != section.slug and row.target not in self._outline.anchors
        if row.dead or astray or meant is not None:
            right = meant or section
            told = f'"{row.link.text}" leads to #{row.target}, its heading is #{right.slug}'
            yield Fault(row.link.span, told, _lead(row, right))
        elif exact and row.target == section.slug and _is_renamed(row.link.text, section.title, whole=whole):
            told = f'contents say "{row.link.text}", the heading is "{section.title}"'
            yield Fault(row.link.label, told, renamed(self._outline, self._groups[id(row.holder)].rows, row, section))

    def _order(self) -> Iterator[_Draft]:
        """Rows side by side whose headings stand otherwise: the fewest that must move, and none where many would have to."""
        found: list[tuple[int, Row, Group, list[int]]] = []
        for group in self._groups.values():
            rows = [
                (self._numbers[row.section.span], row)
                for row in group.rows
                if row.section is not None and row.section.span in self._numbers and _meant(self._outline, row) is None
            ]
            numbers = [number for number, _ in rows]
            kept = longest_ordered(numbers)
            found += (
                (number, row, group, numbers) for at, (number, row) in enumerate(rows) if at not in kept and numbers.count(number) == 1
            )
        if len(found) > max(1, SLIP * len(self._outline.rows)):
            return
        for number, row, group, numbers in found:
            above = max((other for other in numbers if other < number), default=None)
            where = f'behind "{self._outline.places[above].section.title}"' if above is not None else "first"
            group.moved.append(row)
            yield _Draft(row.item.head, f'contents list "{row.link.text}" here, its heading stands {where}', group)

    def _missing(self) -> list[Section]:
        """Headings whose neighbours are nearly all listed; as many rows that lead to an anchor without a heading may mean them.

        What stands before the first listed one is in sight of who reads the contents.
        """
        beside = Counter(_level(place) for place in self._own)
        there = Counter(_level(place) for place in self._own if place.section.span in self._listed)
        first = min((span.start for span in self._listed), default=0)
        missing = [
            place.section
            for place in self._own
            if place.section.span not in self._listed
            and place.section.span.start > first
            and there[_level(place)] >= max(_FEWEST, MAJORITY * (beside[_level(place)] - 1))
        ]
        unknown = sum(row.section is None and not row.dead for row in self._outline.rows)
        return [] if unknown >= len(missing) or len(missing) > HABIT * len(self._listed) else missing

    def _not_listed(self, missing: Sequence[Section]) -> Iterator[Fault | _Draft]:
        places = {place.section.span: place for place in self._own}
        for section in missing:
            group = self._add(places[section.span])
            if section.heading is not None:
                yield _Draft(section.heading, f'heading "{section.title}" is not in the contents, {len(self._listed)} are', group)

    def _left_out(self, *, nearest: bool) -> Iterator[_Draft]:
        """Headings that have no row though one beside them has, at the first of those beside them; `nearest`: at the last above."""
        rows = {row.section.span: row for row in reversed(self._outline.rows) if row.section is not None}
        first: dict[_Level, Row] = {}
        for place in self._own:
            row = rows.get(place.section.span)
            if row is not None:
                first.setdefault(_level(place), row)
        beside = dict(first)
        for place in self._own:
            row = rows.get(place.section.span)
            if row is not None:
                beside[_level(place)] = row if nearest else beside[_level(place)]
            elif (near := beside.get(_level(place))) is not None:
                group = self._add(place)
                told = f'contents don\'t list the heading "{place.section.title}" beside "{near.link.text}"'
                yield _Draft(near.item.head, told, group)

    def _add(self, place: Place) -> Group | None:
        """The group that takes a new row for the section; None where such can't be written."""
        group = self._levels.get(_level(place))
        if group is None or row_of(self._outline, group, place.section) is None:
            return None
        group.added.append(place.section)
        return group

    def _groups_by_level(self) -> dict[_Level, Group]:
        """The rows that nearly all headings of a level are listed in."""
        levels = {place.section.span: _level(place) for place in self._own}
        counts: Counter[tuple[_Level, int]] = Counter()
        for row in self._outline.rows:
            if row.section is not None and row.section.span in levels:
                counts[levels[row.section.span], id(row.holder)] += 1
        found: dict[_Level, Group] = {}
        for (level, holder), _ in counts.most_common():
            found.setdefault(level, self._groups[holder])
        return found

    def _paired(self, missing: Sequence[Section]) -> dict[int, Section]:
        """The missing section that a row to nowhere means, where each is the only one between two that are listed; by the row's id."""
        found: dict[int, Section] = {}
        places = {place.section.span: place for place in self._own}
        levels = {section.span: self._levels.get(_level(places[section.span])) for section in missing}
        for group in self._groups.values():
            sure = [-1, *(at for at, row in enumerate(group.rows) if row.section is not None), len(group.rows)]
            for one, two in pairwise(sure):
                dead = group.rows[one + 1 : two]
                low = self._number(group.rows[one]) if one >= 0 else -1
                high = self._number(group.rows[two]) if two < len(group.rows) else len(self._numbers)
                between = [section for section in missing if levels[section.span] is group and low < self._numbers[section.span] < high]
                if len(dead) == len(between) == 1 and dead[0].dead:
                    found[id(dead[0])] = between[0]
        return found

    def _number(self, row: Row) -> int:
        return -1 if row.section is None else self._numbers.get(row.section.span, -1)

    def _is_foreign(self) -> bool:
        """Whether most rows lead nowhere: another renderer's anchors."""
        return 2 * sum(row.dead for row in self._outline.rows) > len(self._outline.rows)


def _may_be_listed(place: Place, contents: Contents) -> bool:
    section = place.section
    return (
        section.meta is None and contents.first_level <= section.level <= contents.last_level and plain(section.title) not in {"", *_APART}
    )


def _level(place: Place) -> _Level:
    return (place.holder.span if place.holder is not None else None, place.section.level)


def _meant(outline: Outline, row: Row) -> Section | None:
    """The section of the row's name below the one its holder leads to, where the row leads to another of that name."""
    if row.section is None or row.holder is None or row.holder.section is None:
        return None
    around = row.holder.section.span
    if around.contains(row.section.span):
        return None
    name = plain(row.link.text)
    inside = [place.section for place in outline.places if around.contains(place.section.span) and plain(place.section.title) == name]
    return inside[0] if len(inside) == 1 and plain(row.section.title) == name else None


def _is_renamed(text: str, title: str, *, whole: bool) -> bool:
    """Whether two names differ by more than that one is short for the other, or leaves out words; `whole`: or by that."""
    one, other = plain(text), plain(title)
    if whole and one and other:
        return one != other
    if not one or not other or one in other or other in one:
        return False
    words, all_words = sorted((_WORD.findall(text.casefold()), _WORD.findall(title.casefold())), key=len)
    left = iter(all_words)
    return not all(word in left for word in words)


def _lead(row: Row, section: Section) -> Fix | None:
    """The row led to its heading."""
    place = row.link.destination
    if place is None:
        return None
    url = anchor(section)
    return Fix(f"lead to {url}", (Edit(place, url),), rewrites=(Rewrite(row.link.rendered, url),))
