"""Entries that lead to a work that an earlier entry leads to. Knows nothing of similar titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.diagnostic import Related
from listlint.model import Container, Form
from listlint.rule import Rule, RuleOptions
from listlint.style import scope
from listlint.urls import PAPERS, describe, identify

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style
    from listlint.urls import Work


class DuplicateLink(Rule):
    """LL401."""

    code = "LL401"
    name = "duplicate-link"
    summary = "An entry leads to a work that is listed already."

    class Options(RuleOptions):
        """Where a work may be listed again."""

        across_sections: bool = True
        """Whether the same work may be listed once in each section, and once in each group of a section."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Entries whose main link, or whose title and paper, an entry before has; compared side by side by default."""
        del style
        seen: dict[str, Item] = {}
        for group in scope.groups(document):
            if self.options.across_sections:
                seen = {}
            for item in group.items:
                if scope.is_certain(item) and item.link is not None:
                    yield from self._compare(document, item, seen)

    def _compare(self, document: Document, item: Item, seen: dict[str, Item]) -> Iterator[Diagnostic]:
        """The diagnostic that `item` deserves after the entries `seen`, by the keys of their works; remembers `item`."""
        works = tuple(_works(item))
        for number, work in enumerate(works):
            first = seen.get(work.key)
            if first is None or first.link is None or item.link is None or not _same(first, item, main=number == 0):
                continue
            line = document.source.line_of(first.head.start)
            yield self.diagnostic(
                item.link.span,
                f"leads to {describe(work)}, which line {line} lists already",
                related=(Related(first.link.span, "listed here first"),),
            )
            break
        for work in works:
            seen.setdefault(work.key, item)


def _works(item: Item) -> Iterator[Work]:
    """What an entry leads to: its main link's work, then, of an entry that lists links behind its title, its papers."""
    main = identify(item.link.url) if item.link else None
    if main is not None and main.key:
        yield main
    if item.form is Form.TITLE_THEN_LINKS:
        others = [work for link in item.links if (work := identify(link.url)).kind in PAPERS and work.key]
        yield from (work for work in others if work != main)


def _same(first: Item, again: Item, *, main: bool) -> bool:
    """Whether two entries with a work in common are one.

    Their titles say so. Under other titles it takes the main links of both, and a page that is about one thing: not a
    site's front page or an account. Rows of a table under other titles are members of a series, announced on one page.
    """
    titles = [item.title.text.casefold() if item.title else "" for item in (first, again)]
    if titles[0] == titles[1]:
        return True
    if not main or first.link is None or again.link is None or again.container is Container.TABLE_ROW:
        return False
    work = identify(again.link.url)
    return identify(first.link.url).key == work.key and (work.strong or describe(work).count("/") > 1)
