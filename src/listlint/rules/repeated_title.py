"""Summaries that say the entry's title again. Knows nothing of what else they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.regex import lazy
from listlint.rule import Rule, RuleOptions
from listlint.style import scope
from listlint.style.thresholds import SLIP, is_habit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style

_WHOLE: Final = lazy(r"\s*[.。]?\Z")
_LABEL: Final = lazy(r"\s*(?:[:：]|[-–—|]\s|[-–—]{2})")
"""What follows a title that is said again as a label of what comes then."""


class RepeatedTitle(Rule):
    """LL111."""

    code = "LL111"
    name = "repeated-title"
    summary = "A summary says the title again."

    class Options(RuleOptions):
        """What counts as saying it again."""

        labels: bool = False
        """Whether a title before a summary is reported, too: `[x](URL) - x: a parser`."""
        sentences: bool = False
        """Whether a sentence that begins with the title is reported, too: `[x](URL) - x is a parser`."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Link-first entries that say their title again, unless the list, or those side by side, mostly do so."""
        del style
        told, found = 0, []
        for group in scope.groups(document):
            entries = [item for item in group.items if scope.is_link_first(item) and item.summary]
            again = [item for item in entries if self._repeats(item)]
            told += len(entries)
            if len(again) == 1 or not is_habit(len(again), len(entries)):
                found += again
        if len(found) > 1 and len(found) > SLIP * told:
            return
        for item in sorted(found, key=lambda item: item.span):
            if item.summary and item.title:
                yield self.diagnostic(item.summary.span, f'summary says "{item.title.text}" again, expected what the title doesn\'t say')

    def _repeats(self, item: Item) -> bool:
        if item.title is None or item.summary is None or any(link.span.start == item.summary.span.start for link in item.links):
            return False
        title, summary = item.title.text.strip(), item.summary.text
        if not title or not summary.casefold().startswith(title.casefold()):
            return False
        rest = summary[len(title) :]
        if _WHOLE.match(rest) or (self.options.labels and _LABEL.match(rest)):
            return True
        return self.options.sentences and not (rest[:1].isalnum() or rest[:1] in {"-", "_", "'", "’"})
