"""Entries that lead where an entry before leads: which, and whether their titles say the same. Knows no rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.model import Container, Form
from listlint.records import dataclass
from listlint.regex import lazy
from listlint.style import scope
from listlint.style.once import once
from listlint.urls import PAPERS, both_are, describe, identify, join
from listlint.urls.address import split
from listlint.words import is_cjk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from listlint.model import Document, Item, Link
    from listlint.urls import Work

_TOKEN: Final = lazy(r"[^\W_]+")
_DIGITS: Final = lazy(r"[0-9]+")
_ALIKE: Final = 0.5
"""Words that the shorter of two titles must share with the other to be called the same."""
_SPELT_ALIKE: Final = 0.6
"""As `difflib` measures how much of two titles' letters agree; titles of one field agree in half by chance."""
_NAME: Final = lazy(r"(?=[a-z]*[0-9])[a-z0-9]{4,}")
"""A word that names one thing: `dinov2`."""
_FILLERS: Final = frozenset(
    ("a", "an", "the", "of", "for", "and", "in", "on", "to", "with", "from", "by", "via", "using", "is", "are", "at", "as")
)


@dataclass(frozen=True, kw_only=True)
class Allowed:
    """Where a work may be listed again; see the options of LL401."""

    across_sections: bool = True
    cross_listings: bool = False
    summary_tables: bool = True
    fragments: bool = True
    front_pages: bool = True


@dataclass(frozen=True)
class Repeat:
    """An entry, the one before that leads to the same work, and how both name the work."""

    first: Item
    again: Item
    work: Work
    other: Work
    """As the first names it."""
    known: Mapping[str, Work]

    @property
    def target(self) -> str:
        """What both lead to."""
        return describe(self.work) + (f", the same work as {describe(self.other)}" if self.other.key != self.work.key else "")

    @property
    def how(self) -> str:
        """How they are the same."""
        if self.other.key != self.work.key:
            return f"{describe(self.work)} and {describe(self.other)} are one work"
        return both_are(self.work)

    @property
    def differs(self) -> bool:
        """Whether the titles clearly speak of two things."""
        titles = [item.title.text if item.title is not None else "" for item in (self.first, self.again)]
        return all(titles) and clearly_differ(*titles)


def repeats(document: Document, allowed: Allowed) -> Iterator[Repeat]:
    """Entries whose main link, or whose title and paper, an entry before has, but for what is `allowed`."""
    entries, known = _gathered(document)
    seen: dict[str, _Listed] = {}
    number = 0
    for listed in entries:
        if allowed.across_sections and listed.group != number:
            seen = {}
        number = listed.group
        if listed.item.link is not None:
            yield from _compare(listed, seen, known, allowed)


@once
def _gathered(document: Document) -> tuple[tuple[_Listed, ...], Mapping[str, Work]]:
    """The entries that are read with certainty, group by group.

    With them, which papers are one, as some entry links both: for each key the work that stands for it.
    """
    found: list[_Listed] = []
    cited: list[tuple[Work, ...]] = []
    for number, group in enumerate(scope.groups(document)):
        for item in filter(scope.is_certain, group.items):
            works, papers = _works(item)
            found.append(_Listed(item, number, works[0].key if works else "", tuple([work.key for work in works[1:]])))
            if len(papers) > 1:
                cited.append(papers)
    return tuple(found), join(cited)


def clearly_differ(one: str, other: str) -> bool:
    """Whether two titles have so little in common that they aren't one title written twice; False where scripts differ."""
    if any(map(is_cjk, one)) != any(map(is_cjk, other)):
        return False
    words = [_words(title) for title in (one, other)]
    short, long = sorted(words, key=len)
    joined = ["".join(each) for each in words]
    if not short or joined[0] in joined[1] or joined[1] in joined[0]:
        return False
    shared = set(short) & set(long)
    if len(shared) >= _ALIKE * len(set(short)) or any(map(_NAME.fullmatch, shared)) or _is_short_for(short, long):
        return False
    from difflib import SequenceMatcher  # noqa: PLC0415 - only a repeat should cost it

    return SequenceMatcher(a=joined[0], b=joined[1], autojunk=False).ratio() < _SPELT_ALIKE


def key(work: Work, known: Mapping[str, Work]) -> str:
    """The key of the identity that stands for the work."""
    return known.get(work.key, work).key


def work_of(link: Link) -> Work:
    """What a link leads to."""
    return identify(link.url, bare=link.kind == "bare")


@dataclass(frozen=True, slots=True)
class _Listed:
    """An entry, the number of the group it stands in, and the keys of what it leads to: of a long list all works take too much."""

    item: Item
    group: int
    key: str
    """The first work's; empty where it leads to none."""
    others: tuple[str, ...]


def _compare(again: _Listed, seen: dict[str, _Listed], known: Mapping[str, Work], allowed: Allowed) -> Iterator[Repeat]:
    """The repeat that an entry is after those `seen`, by the keys of their works; remembers it."""
    item = again.item
    keys = [known[each].key if each in known else each for each in (again.key, *again.others) if each]
    for number, each in enumerate(keys):
        first = seen.get(each)
        if first is None or first.item.link is None or item.link is None:
            continue
        same = _same(first.item, item, known, main=number == 0, strict=not allowed.front_pages)
        if not same or _is_meant(first.item, item, allowed, apart=first.group != again.group):
            continue
        work = _works(item)[0][number]
        theirs = [one for one in _works(first.item)[0] if key(one, known) == each]
        yield Repeat(first.item, item, work, work if work in theirs else theirs[0], known)
        break
    for each in keys:
        seen.setdefault(each, again)


def _is_meant(first: Item, again: Item, allowed: Allowed, *, apart: bool) -> bool:
    """Whether the repeat is taken for meant."""
    titled = _title(first) == _title(again)
    if apart and allowed.cross_listings and titled:
        return True
    rows = [item.container is Container.TABLE_ROW for item in (first, again)]
    if allowed.front_pages and not titled and _unnumbered(first) == _unnumbered(again):
        return True  # versions and parts
    if allowed.summary_tables and rows[0] != rows[1]:
        return True
    return allowed.fragments and not titled and _fragment(first.link) != _fragment(again.link)


def _title(item: Item) -> str:
    return item.title.text.casefold() if item.title else ""


def _unnumbered(item: Item) -> str:
    return _DIGITS.sub("0", _title(item))


def _works(item: Item) -> tuple[tuple[Work, ...], tuple[Work, ...]]:
    """What an entry leads to: its main link's work, then, where it lists links behind its title, its papers. And all its papers."""
    told = {id(link): work_of(link) for link in ((item.link, *item.links) if item.link is not None else item.links)}
    own = (link for link in item.links if item.summary is None or not item.summary.span.contains(link.span))  # not what a summary speaks of
    papers = tuple(work for link in own if (work := told[id(link)]).kind in PAPERS and work.key)
    works = tuple(told[id(link)] for link in (item.link,) if link is not None and told[id(link)].key)
    if item.form is Form.TITLE_THEN_LINKS:
        works += tuple(work for work in papers if work not in works)
    return works, papers


def _fragment(link: Link | None) -> str:
    address = split(link.url) if link else None
    fragment = address.fragment if address else ""
    return "" if fragment.startswith("readme") else fragment


def _same(first: Item, again: Item, known: Mapping[str, Work], *, main: bool, strict: bool) -> bool:
    """Whether two entries with a work in common are one.

    Their titles say so. Under other titles it takes the main links of both, and a page that is about one thing: not a
    site's front page or an account, unless `strict`. Rows of a table under other titles are members of a series, announced on one page.
    """
    if _title(first) == _title(again):
        return True
    if not main or first.link is None or again.link is None or again.container is Container.TABLE_ROW:
        return False
    work = work_of(again.link)
    return key(work_of(first.link), known) == key(work, known) and (strict or work.strong or describe(work).count("/") > 1)


def _words(title: str) -> list[str]:
    return [word for word in _TOKEN.findall(title.casefold()) if word not in _FILLERS]


def _is_short_for(short: list[str], long: list[str]) -> bool:
    """Whether a title is the initials of the other: `GRU`."""
    initials = "".join(word[0] for word in long)
    return len(short) == 1 and len(short[0]) > 1 and short[0] in initials
