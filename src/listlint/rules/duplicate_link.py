"""Entries that lead to a work that an entry before leads to. Knows nothing of similar titles."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from listlint.diagnostic import Related
from listlint.edits import Phase
from listlint.regex import lazy
from listlint.rule import Rule, RuleOptions
from listlint.style.removal import removed
from listlint.style.repeats import Allowed, key, repeats, work_of
from listlint.urls.malformed import fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from listlint.diagnostic import Diagnostic
    from listlint.edits import Fix
    from listlint.model import Document, Item
    from listlint.style import Style
    from listlint.urls import Work

_URL: Final = lazy(r"(?:https?://|www\.)[^\s<>)\]]+|\]\([^()\s]*\)", re.IGNORECASE)
_WORD: Final = lazy(r"\w+")


class DuplicateLink(Rule):
    """LL401."""

    code = "LL401"
    name = "duplicate-link"
    summary = "An entry leads to a work that is listed already."
    phase = Phase.STRUCTURE
    cause = "either"

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
        """Whether a site's front page or an account may be listed again under another title, and a page as another version or part."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Entries whose main link, or whose title and paper, an entry before has; LL402 speaks of those under clearly other titles."""
        del style
        options = self.options
        allowed = Allowed(
            across_sections=options.across_sections,
            cross_listings=options.cross_listings,
            summary_tables=options.summary_tables,
            fragments=options.fragments,
            front_pages=options.front_pages,
        )
        for repeat in repeats(document, allowed):
            first, again = repeat.first, repeat.again
            if first.link is None or again.link is None or repeat.differs:
                continue
            yield self.diagnostic(
                again.link.span,
                f"leads to {repeat.target}, which line {document.source.line_of(first.head.start)} lists already",
                related=(Related(first.link.span, f"listed here first: {repeat.how}"),),
                fix=_fix(document, first, again, repeat.known),
            )


def _fix(document: Document, first: Item, again: Item, known: Mapping[str, Work]) -> Fix | None:
    """The later entry taken out; None where it says, links or shows anything that the first doesn't, or the first's link is the worse."""
    written = {link.url for link in again.links}
    sound = [link for link in first.links if link.url in written or fault(link.url) is None]
    theirs, mine = ({key(work_of(link), known) or link.url for link in links} for links in (sound, again.links))
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
