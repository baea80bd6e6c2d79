"""Entries that lead to a work that an entry before leads to. Knows nothing of similar titles."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from listlint.diagnostic import Related
from listlint.edits import Phase
from listlint.model import Container, Form
from listlint.rule import Rule, RuleOptions
from listlint.style import scope
from listlint.style.removal import removed
from listlint.urls import PAPERS, both_are, describe, identify, join
from listlint.urls.address import split

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from listlint.diagnostic import Diagnostic
    from listlint.edits import Fix
    from listlint.model import Document, Item, Link
    from listlint.style import Style
    from listlint.urls import Work

_URL: Final = re.compile(r"(?:https?://|www\.)[^\s<>)\]]+|\]\([^()\s]*\)", re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")


class DuplicateLink(Rule):
    """LL401."""

    code = "LL401"
    name = "duplicate-link"
    summary = "An entry leads to a work that is listed already."
    phase = Phase.STRUCTURE

    class Options(RuleOptions):
        """Where a work may be listed again."""

        across_sections: bool = True
        """Whether the same work may be listed once in each section, and once in each group of a section."""

        cross_listings: bool = False
        """Whether an entry may stand in several sections under the same title, where `across-sections` is `false`."""

        summary_tables: bool = True
        """Whether a table may sum up what the list's entries lead to."""

        fragments: bool = True
        """Whether two places of one page (`/page#a` and `/page#b`) may be two entries with titles of their own."""

        front_pages: bool = True
        """Whether a site's front page or an account may be listed again under another title."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Entries whose main link, or whose title and paper, an entry before has; compared side by side by default."""
        del style
        entries = {id(item): item for group in scope.groups(document) for item in group.items if scope.is_certain(item)}
        papers = {key: tuple(_papers(item)) for key, item in entries.items()}
        known = join(papers.values())
        seen: dict[str, _Listed] = {}
        for number, group in enumerate(scope.groups(document)):
            if self.options.across_sections:
                seen = {}
            for item in group.items:
                if scope.is_certain(item) and item.link is not None:
                    works = tuple(_works(item, papers[id(item)]))
                    yield from self._compare(document, _Listed(item, number, works), seen, known)

    def _compare(self, document: Document, again: _Listed, seen: dict[str, _Listed], known: Mapping[str, Work]) -> Iterator[Diagnostic]:
        """The diagnostic that an entry deserves after those `seen`, by the keys of their works; remembers it."""
        item = again.item
        for number, work in enumerate(again.works):
            first = seen.get(_key(work, known))
            if first is None or first.item.link is None or item.link is None:
                continue
            strict = not self.options.front_pages
            if not _same(first.item, item, known, main=number == 0, strict=strict) or self._is_meant(
                first.item, item, apart=first.group != again.group
            ):
                continue
            theirs = [each for each in first.works if _key(each, known) == _key(work, known)]
            other = work if work in theirs else theirs[0]
            alias = f", the same work as {describe(other)}" if other.key != work.key else ""
            how = f"{describe(work)} and {describe(other)} are one work" if alias else both_are(work)
            yield self.diagnostic(
                item.link.span,
                f"leads to {describe(work)}{alias}, which line {document.source.line_of(first.item.head.start)} lists already",
                related=(Related(first.item.link.span, f"listed here first: {how}"),),
                fix=_fix(document, first.item, item, known),
            )
            break
        for work in again.works:
            seen.setdefault(_key(work, known), again)

    def _is_meant(self, first: Item, again: Item, *, apart: bool) -> bool:
        """Whether the options take the repeat for meant."""
        titled = _title(first) == _title(again)
        if apart and self.options.cross_listings and titled:
            return True
        rows = [item.container is Container.TABLE_ROW for item in (first, again)]
        if self.options.summary_tables and rows[0] != rows[1]:
            return True
        return self.options.fragments and not titled and _fragment(first.link) != _fragment(again.link)


@dataclass(frozen=True, slots=True)
class _Listed:
    """An entry, the number of the group it stands in, and what it leads to."""

    item: Item
    group: int
    works: tuple[Work, ...]


def _title(item: Item) -> str:
    return item.title.text.casefold() if item.title else ""


def _work(link: Link) -> Work:
    return identify(link.url, bare=link.kind == "bare")


def _works(item: Item, papers: tuple[Work, ...]) -> Iterator[Work]:
    """What an entry leads to: its main link's work, then, of an entry that lists links behind its title, its papers."""
    main = _work(item.link) if item.link else None
    if main is not None and main.key:
        yield main
    if item.form is Form.TITLE_THEN_LINKS:
        yield from (work for work in papers if work != main)


def _papers(item: Item) -> Iterator[Work]:
    """The papers an entry links for itself, not for what its summary speaks of."""
    for link in item.links:
        if item.summary is None or not item.summary.span.contains(link.span):
            work = _work(link)
            if work.kind in PAPERS and work.key:
                yield work


def _key(work: Work, known: Mapping[str, Work]) -> str:
    """The key of the identity that stands for the work."""
    return known.get(work.key, work).key


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
    work = _work(again.link)
    return _key(_work(first.link), known) == _key(work, known) and (strict or work.strong or describe(work).count("/") > 1)


def _fix(document: Document, first: Item, again: Item, known: Mapping[str, Work]) -> Fix | None:
    """The later entry taken out; None where it says, links or shows anything that the first doesn't."""
    theirs, mine = ({_key(_work(link), known) or link.url for link in item.links} for item in (first, again))
    if not mine <= theirs or _words(document.text, again) - _words(document.text, first):
        return None
    if _has_image(document, again) and not _has_image(document, first):
        return None
    return removed(document, again, "remove the repeat")


def _has_image(document: Document, item: Item) -> bool:
    return any(item.span.contains(image.span) for image in document.images)


def _words(text: str, item: Item) -> Counter[str]:
    """The words of an entry's own text, without its URLs."""
    return Counter(_WORD.findall(_URL.sub(" ", item.span.of(text) if not item.children else item.head.of(text)).casefold()))
