"""Contents lists that don't say what the headings say. Knows nothing of how rows are decorated."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Move, Phase, Rewrite, moved
from listlint.rule import Rule, RuleOptions
from listlint.style.contents_rows import Outline, longest_ordered, plain
from listlint.style.thresholds import HABIT, MAJORITY, SLIP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Section
    from listlint.style import Style
    from listlint.style.contents_rows import Place, Row
    from listlint.style.facts import Contents

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


class StaleContents(Rule):
    """LL504."""

    code = "LL504"
    name = "stale-contents"
    summary = "The contents list isn't what the headings are."
    phase = Phase.URL

    class Options(RuleOptions):
        """What must be listed."""

        complete: bool = False
        """Whether every heading beside a listed one must be listed, too, however many are left out; said where its row is missing."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Rows that lead nowhere, elsewhere or stand out of order, and headings without a row where those beside it have one."""
        if style.contents is None:
            return
        outline = Outline(document, style.contents.value.span)
        missing = self._left_out if self.options.complete else self._missing
        found = [*self._rows(outline), *self._order(outline), *missing(outline, style.contents.value)]
        yield from sorted(found, key=lambda one: one.span)

    def _rows(self, outline: Outline) -> Iterator[Diagnostic]:
        named = sum(row.section is not None and plain(row.link.text) == plain(row.section.title) for row in outline.rows)
        exact = named >= MAJORITY * sum(row.section is not None for row in outline.rows)
        dead = sum(row.dead for row in outline.rows)
        for row in outline.rows:
            if row.dead and 2 * dead > len(outline.rows):  # another renderer's anchors
                continue
            if row.section is None:
                if row.dead:
                    yield self.diagnostic(row.item.head, f'contents list "{row.link.text}", no heading has the anchor #{row.target}')
                continue
            meant = _meant(outline, row)
            if row.dead or meant is not None:
                slug = (meant or row.section).slug
                told = f'"{row.link.text}" leads to #{row.target}, its heading is #{slug}'
                yield self.diagnostic(row.link.span, told, fix=_lead(row, slug))
            elif exact and row.target == row.section.slug and _is_renamed(row.link.text, row.section.title):
                yield self.diagnostic(row.link.label, f'contents say "{row.link.text}", the heading is "{row.section.title}"')

    def _order(self, outline: Outline) -> Iterator[Diagnostic]:
        """Rows side by side whose headings stand otherwise: the fewest that must move, and none where many would have to."""
        places = {place.section.span: at for at, place in enumerate(outline.places)}
        beside: dict[int, list[tuple[int, Row]]] = {}
        for row in outline.rows:
            if row.section is not None and row.section.span in places and _meant(outline, row) is None:
                beside.setdefault(id(row.holder), []).append((places[row.section.span], row))
        found: list[tuple[int, Row, list[tuple[int, Row]]]] = []
        for rows in beside.values():
            numbers = [number for number, _ in rows]
            kept = longest_ordered(numbers)
            found += ((number, row, rows) for at, (number, row) in enumerate(rows) if at not in kept and numbers.count(number) == 1)
        if len(found) > max(1, SLIP * len(outline.rows)):
            return
        for number, row, rows in found:
            above = max((other for other, _ in rows if other < number), default=None)
            where = f'behind "{outline.places[above].section.title}"' if above is not None else "first"
            told = f'contents list "{row.link.text}" here, its heading stands {where}'
            yield self.diagnostic(row.item.head, told, fix=_put(outline.text, rows, row))

    def _missing(self, outline: Outline, contents: Contents) -> Iterator[Diagnostic]:
        """Headings whose neighbours are nearly all listed; as many rows that lead to an anchor without a heading may mean them."""
        listed = {row.section.span for row in outline.rows if row.section is not None}
        own = [place for place in outline.places if _may_be_listed(place, contents)]
        beside: Counter[tuple[object, int]] = Counter(_group(place) for place in own)
        there = Counter(_group(place) for place in own if place.section.span in listed)
        missing = [
            place.section for place in own if place.section.span not in listed and _is_usual(there[_group(place)], beside[_group(place)])
        ]
        unknown = sum(row.section is None and not row.dead for row in outline.rows)
        if unknown >= len(missing) or len(missing) > HABIT * len(listed):
            return
        for section in missing:
            if section.heading is not None:
                yield self.diagnostic(section.heading, f'heading "{section.title}" is not in the contents, {len(listed)} are')

    def _left_out(self, outline: Outline, contents: Contents) -> Iterator[Diagnostic]:
        """Headings that have no row though one beside them has, at the first row of those beside them."""
        rows = {row.section.span: row for row in reversed(outline.rows) if row.section is not None}
        own = [place for place in outline.places if _may_be_listed(place, contents)]
        first: dict[tuple[object, int], Row] = {}
        for place in own:
            row = rows.get(place.section.span)
            known = first.get(_group(place))
            if row is not None and (known is None or row.item.span.start < known.item.span.start):
                first[_group(place)] = row
        for place in own:
            if place.section.span not in rows and (row := first.get(_group(place))) is not None:
                yield self.diagnostic(row.item.head, f'contents don\'t list the heading "{place.section.title}" beside "{row.link.text}"')


def _may_be_listed(place: Place, contents: Contents) -> bool:
    section = place.section
    return (
        section.meta is None and contents.first_level <= section.level <= contents.last_level and plain(section.title) not in {"", *_APART}
    )


def _group(place: Place) -> tuple[object, int]:
    return (place.holder.span if place.holder is not None else None, place.section.level)


def _is_usual(there: int, beside: int) -> bool:
    return there >= _FEWEST and there >= MAJORITY * (beside - 1)


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


def _is_renamed(text: str, title: str) -> bool:
    """Whether two names differ by more than that one is short for the other."""
    one, other = plain(text), plain(title)
    return bool(one) and bool(other) and one not in other and other not in one


def _lead(row: Row, slug: str) -> Fix | None:
    """The row led to its heading."""
    place = row.link.destination
    if place is None or not slug.replace("-", "").replace("_", "").isalnum():
        return None
    url = f"#{slug}"
    return Fix(f"lead to {url}", (Edit(place, url),), rewrites=(Rewrite(row.link.rendered, url),))


def _put(text: str, rows: Sequence[tuple[int, Row]], row: Row) -> Fix | None:
    """The row, with what is nested in it, put among those beside it where its heading stands; None where rows are numbered."""
    if any(other.item.marker is None or other.item.marker.of(text)[0] not in "-*+" for _, other in rows):
        return None
    own = next(number for number, other in rows if other is row)
    order = [(number, other) for number, other in rows if other is not row]
    above = [at for at, (number, _) in enumerate(order) if number < own]
    order.insert(above[-1] + 1 if above else 0, (own, row))
    pairs = [(place.item.span, piece.item.span) for (_, place), (_, piece) in zip(rows, order, strict=True)]
    moves = tuple(Move(place, piece) for place, piece in pairs if place != piece)
    return Fix("put it where its heading stands", moved(text, moves), moves=moves) if moves else None
