"""Contents lists that are nested deeper than is configured. Knows nothing of headings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.diagnostic import Related
from listlint.rule import Rule, RuleOptions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style
    from listlint.text import Span


class DeepContents(Rule):
    """LL519."""

    code = "LL519"
    name = "deep-contents"
    summary = "The contents list is nested deeper than is configured."

    class Options(RuleOptions):
        """How deep."""

        levels: int = 2
        """How many levels the contents list may have."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """One diagnostic, at the first item of the deepest level that holds more: the others go too deep for the same cause."""
        if style.contents is None:
            return
        found = list(self._deepest(document, style.contents.value.span))
        if found:
            related = tuple(Related(item.head, "this one, too") for item in found[1:])
            said = f'contents list goes on below "{_words(found[0])}", expected {self.options.levels} levels at most'
            yield self.diagnostic(found[0].head, said, related=related)

    def _deepest(self, document: Document, place: Span) -> Iterator[Item]:
        tops = [item for section in document.all_sections for item in section.items if place.contains(item.span)]
        todo: list[tuple[Item, int]] = [(item, 1) for item in sorted(tops, key=lambda item: item.span.start, reverse=True)]
        while todo:
            item, level = todo.pop()
            if level == self.options.levels and item.children:
                yield item
            elif level < self.options.levels:
                todo += ((child, level + 1) for child in reversed(item.children))


def _words(item: Item) -> str:
    return item.links[0].text if item.links else item.title.text if item.title else ""
