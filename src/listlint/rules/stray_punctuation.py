"""Punctuation that separates an entry from nothing. Knows nothing of punctuation within texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.edits import Edit, Fix, Phase
from listlint.model import Container
from listlint.rule import Rule
from listlint.style import scope
from listlint.style.places import beside_directives
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item, Part
    from listlint.style import Style


class StrayPunctuation(Rule):
    """LL107."""

    code = "LL107"
    name = "stray-punctuation"
    summary = "A separator with nothing after it, or a lone bar, ends an entry."
    phase = Phase.SEPARATOR

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Entries that end in a separator or in a lone `|`; a colon before nested bullets announces them."""
        del style
        for item in scope.entries(document):
            if item.container is not Container.LIST_ITEM:
                continue
            for part in _stray(document, item):
                shown = part.text.strip()
                fix = Fix(f'remove "{shown}"', (Edit(_with_blanks(document.text, part.span), ""),))
                yield self.diagnostic(part.span, f'entry ends in "{shown}", expected a summary after it or nothing', fix=fix)


def _with_blanks(text: str, span: Span) -> Span:
    """`span` with the blanks before it, and those behind it that end the line."""
    start, end = span.start, span.end
    while text[start - 1 : start] in {" ", "\t"}:
        start -= 1
    while text[end : end + 1] in {" ", "\t"}:
        end += 1
    return Span(start, end if text[end : end + 1] in {"", "\r", "\n"} else span.end)


def _stray(document: Document, item: Item) -> Iterator[Part]:
    own = item.separator
    last = max((span.end for span in (*(one.span for one in item.fields), *(one.span for one in item.links))), default=0)
    text = document.text
    end = item.tail.span.start if item.tail else item.head.end
    ends = own is not None and not beside_directives(document, own.span.end, end).strip()
    if own and ends and own.text.strip() and item.summary is None and not item.children and last <= own.span.start:
        yield own
    if item.tail and item.tail.text.strip() and not ("|" in item.tail.text and "|" in text[item.head.start : item.tail.span.start]):
        yield item.tail
