"""Entries whose separator is followed by code or marks alone. Knows nothing of tags: a word or two of code is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.rule import Rule
from listlint.style import scope
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style

_FEWEST: Final = 3
"""Words from which code is a sentence rather than a tag or a command."""
_DASHES: Final = frozenset("-–—:|,，：")


class WordlessSummary(Rule):
    """LL124."""

    code = "LL124"
    name = "wordless-summary"
    summary = "A summary is nothing but code or marks."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Link-first entries with a separator, no summary and something behind it."""
        del style
        for item in scope.entries(document):
            if not scope.is_link_first(item) or item.summary is not None or item.link is None:
                continue
            span = _behind(document.text, item)
            words = span.of(document.text)
            if not words:
                continue
            marks, code = not words.strip("`*_ "), words[0] == "`"
            if marks or (code and sum(word.strip("`").isalpha() for word in words.split()) >= _FEWEST):
                yield self.diagnostic(span, "summary has no words" if marks else "summary is nothing but code, expected words")


def _behind(text: str, item: Item) -> Span:
    """What follows the main link and a separator; empty where there is no separator."""
    end = item.links[-1].span.end
    start = end
    while start < item.head.end and (text[start].isspace() or text[start] in _DASHES):
        start += 1
    return Span(start, item.head.end) if _DASHES.intersection(text[end:start]) else Span(end, end)
