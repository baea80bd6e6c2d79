"""What a contents list says, row by row, held to the headings: which row leads to which. Knows nothing of repairs."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from listlint.model import Container
from listlint.records import dataclass
from listlint.regex import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.model import Document, Item, Link, Section
    from listlint.text import Span

_COUNT: Final = lazy(r"[(\[（]\s*\d+\s*[)\]）]\s*\Z")
_NUMBER: Final = lazy(r"\A(?:\d+(?:\.\d+)*[.)、]?|[ivxIVX]+[.)])\s+")


@dataclass(frozen=True)
class Row:
    """One item of the contents list."""

    item: Item
    link: Link
    target: str
    """The anchor it leads to, percent-encoding undone, lower case."""
    holder: Row | None
    """The row it is nested in."""
    section: Section | None
    """The section it means: the one it leads to, else the only one of its name, in the list or in its holder's section."""
    dead: bool
    """Whether it leads to no anchor of the list."""


@dataclass(frozen=True)
class Place:
    """A section that a contents list may list."""

    section: Section
    holder: Section | None
    """The section it stands in."""


class Outline:
    """The headings behind the contents list, and the rows that lead to them."""

    def __init__(self, document: Document, span: Span) -> None:
        self._document, self._span = document, span

    @property
    def text(self) -> str:
        """The list's text."""
        return self._document.text

    @property
    def span(self) -> Span:
        """Where the contents list stands."""
        return self._span

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The sections with a heading behind the contents list, in order."""
        found: list[Place] = []
        todo: list[Place] = [Place(section, None) for section in reversed(self._document.sections)]
        while todo:
            place = todo.pop()
            if place.section.heading is not None and place.section.heading.start > self._span.start:
                found.append(place)
            todo += (Place(below, place.section) for below in reversed(place.section.sections))
        return tuple(found)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """What a row may lead to, in lower case."""
        return frozenset(anchor.lower() for anchor in self._document.anchors)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows with an in-page link, in order."""
        slugs = {section.slug.lower(): section for section in self._document.all_sections if section.heading is not None}
        anchors = {anchor.rstrip("-") for anchor in self.anchors}
        named: defaultdict[str, list[Section]] = defaultdict(list)
        for place in self.places:
            named[plain(place.section.title)].append(place.section)
        found: list[Row] = []
        for item, holder in self._items():
            link = next((link for link in item.links if link.url.startswith("#") and len(link.url) > 1), None)
            if link is None:
                continue
            target = unquote(link.url[1:]).lower()
            alike = named.get(plain(link.text), [])
            above = next((row for row in reversed(found) if row.item is holder), None)
            inside = above.section.span if above is not None and above.section is not None and len(alike) > 1 else None
            alike = alike if inside is None else [one for one in alike if inside.contains(one.span)]
            section = slugs.get(target) or (alike[0] if len(alike) == 1 else None)
            found.append(Row(item, link, target, above, section, target.rstrip("-") not in anchors))
        return tuple(found)

    def _items(self) -> Iterator[tuple[Item, Item | None]]:
        todo: list[tuple[Item, Item | None]] = []
        for section in self._document.all_sections:
            todo += ((item, None) for item in section.items if self._span.contains(item.span) and item.container is Container.LIST_ITEM)
        todo.sort(key=lambda pair: pair[0].span.start, reverse=True)
        while todo:
            item, holder = todo.pop()
            yield item, holder
            todo += ((child, item) for child in reversed(item.children))


def plain(title: str) -> str:
    """What names are compared by: letters and digits, less a number before and a count behind."""
    text = _NUMBER.sub("", _COUNT.sub("", title.strip()))
    text = unicodedata.normalize("NFKC", text).casefold().replace("&", "and")
    return "".join(char for char in text if char.isalnum())


def longest_ordered(numbers: Sequence[int]) -> frozenset[int]:
    """The places, from 0, of a longest rising row of `numbers`: whatever else there is stands out of order."""
    tails: list[int] = []
    """For each length less one, the place that the row of that length with the least end ends at."""
    before: list[int] = []
    for at, number in enumerate(numbers):
        low, high = 0, len(tails)
        while low < high:
            middle = (low + high) // 2
            if numbers[tails[middle]] < number:
                low = middle + 1
            else:
                high = middle
        before.append(tails[low - 1] if low else -1)
        tails[low : low + 1] = [at]
    found: set[int] = set()
    at = tails[-1] if tails else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return frozenset(found)
