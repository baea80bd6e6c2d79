"""The order of entries that stand side by side: by title, or by date or arXiv id. Knows what order is kept, not what's right.

A run is a row of entries with nothing but white space between them: groups, nested items and lists parted by a label are
runs of their own. Collations differ in what they do with articles, punctuation and accents, and Chinese titles are often
in the order of their pronunciation: a list keeps the collation that fits it best.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Literal

from listlint.model import Container
from listlint.records import dataclass
from listlint.regex import lazy
from listlint.style import scope
from listlint.urls import arxiv
from listlint.words import is_han

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from listlint.model import Document, Item, Section
    from listlint.style.facts import Order

Key = tuple[object, ...]
Collation = Literal["plain", "letters", "articles", "words", "codes", "pinyin"]
"""Case and accents apart in all but `codes`: as written; letters and digits alone; these without a leading article; word by word without
punctuation; by code point; Chinese by pronunciation."""
COLLATIONS: Final[tuple[Collation, ...]] = ("plain", "letters", "words", "articles", "codes", "pinyin")

_ARTICLE: Final = lazy(r"(?:the|an?|le|la|les|l'|der|die|das|ein|eine|el|los|las|il|lo|gli|o|os|as)\s*\b(?=\w)")
_WORD: Final = lazy(r"[^\W_]+")
_NOISE: Final = lazy(r"[\s>|*•·-]*(?:<br ?/?>[\s>|]*){0,4}\Z")
_DATE: Final = lazy(r"(?<!\d)(19\d\d|20\d\d)(?:[-./年](\d{1,2})(?:[-./月](\d{1,2}))?)?(?!\d)|(?<!\d)(\d{1,2})[./](\d{1,2})(?!\d)")
_LEVEL_ONE: Final = 0xD8
"""GB 2312 has its commoner characters, up to the row that this byte begins, in the order of their pronunciation."""
_CENTURY: Final = 91
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Run:
    """Entries that stand side by side, nothing but white space between them."""

    section: Section
    holder: Item | None
    entries: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """An entry out of order, and the entry of its run that it belongs behind; None: before the first."""

    entry: Item
    behind: Item | None


def runs(document: Document) -> Iterator[Run]:
    """Every run of two entries or more, in document order of what holds them."""
    for group in scope.groups(document):
        run: list[Item] = []
        for item in group.items:
            fits = scope.is_certain(item) and item.title is not None and item.container is not Container.HEADING
            if run and not (fits and _adjoin(document.text, run[-1], item)):
                if len(run) > 1:
                    yield Run(group.section, group.holder, tuple(run))
                run = []
            if fits:
                run.append(item)
        if len(run) > 1:
            yield Run(group.section, group.holder, tuple(run))


def _adjoin(text: str, one: Item, two: Item) -> bool:
    between = text[one.span.end : two.span.start]
    return one.container is two.container and _NOISE.match(between) is not None


def title_key(title: str, collation: Collation) -> Key:
    """What titles are compared by."""
    if collation == "codes":
        return (title.casefold(),)
    text = title.casefold()
    if not text.isascii():
        text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    if collation == "pinyin":
        return tuple(_pinyin(char) for char in text if char.isalnum())
    if collation == "plain":
        return (text.lstrip(" \"'“‘`*_([{<《「.@#$-–—:!?&/\\"),)
    if collation == "articles":
        text = _ARTICLE.sub("", text.lstrip(" \"'“‘`*_"), count=1) if _ARTICLE.match(text.lstrip(" \"'“‘`*_")) else text
    if collation == "words":
        return tuple(_WORD.findall(text))
    return ("".join(_WORD.findall(text)),)


def _pinyin(char: str) -> tuple[int, int]:
    if not char.isascii() and is_han(char):
        try:
            first, second = char.encode("gb2312")
        except (UnicodeEncodeError, ValueError):
            return 2, ord(char)
        return (1, first << 8 | second) if first < _LEVEL_ONE else (2, ord(char))
    return 0, ord(char)


def date_key(item: Item) -> Key | None:
    """When the entry's work appeared, as far as the entry tells: its date or year, else its arXiv id; None: not at all.

    Keys of different shape say nothing of one another.
    """
    for each in item.fields:
        if each.name in {"date", "year"} and (match := _DATE.search(each.text)) is not None:
            year, month, day, own_month, own_day = match.groups()
            if year is not None:
                return ("date", int(year), int(month or 0), int(day or 0)) if month else ("year", int(year))
            return ("day", int(own_month), int(own_day)) if int(own_month) <= _MONTHS else None
    paper = arxiv.read(item.link.url) if item.link is not None else None
    if paper is None or paper.id is None:
        return None
    number = paper.id.rpartition("/")[2].replace(".", "")
    year = int(number[:2])
    return ("arxiv", year + (1900 if year >= _CENTURY else 2000), int(number[2:4]), int(number[4:]))


def key_of(order: Order, collation: Collation) -> Callable[[Item], Key | None]:
    """What entries are compared by in `order`; of `newest` and `oldest` the same, ascending in time."""
    if order == "title":
        return lambda item: title_key(item.title.text, collation) if item.title is not None else None
    return date_key


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the neighbours that can be told apart stand in an order."""

    order: Order
    count: int
    total: int
    told: int
    """As `total`, with those that are equal: there's no telling which comes first."""
    collation: Collation = "plain"

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.order, self.count + other.count, self.total + other.total, self.told + other.told, self.collation)


def tally(run: Run, order: Order, collation: Collation = "plain") -> Tally:
    """The neighbours of `run` that stand in `order`; neighbours with equal keys, or without, don't count."""
    key = key_of(order, collation)
    count = total = told = 0
    for one, two in pairwise(map(key, run.entries)):
        if one and two and (order == "title" or one[0] == two[0]):
            told += 1
            total += one != two
            count += one > two if order == "newest" else one < two
    return Tally(order, count, total, told, collation)
