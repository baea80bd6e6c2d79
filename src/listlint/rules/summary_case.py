"""Summaries whose first letter isn't written as the list writes it. Knows nothing of names, links and code: they keep their case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase, Safety
from listlint.model import Container
from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style import scope
from listlint.style.cases import placed
from listlint.style.endings import first_letter, first_word
from listlint.style.entry_cases import common_words
from listlint.style.thresholds import MIN_CLEAR
from listlint.text import Span
from listlint.words import is_han

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item, Part
    from listlint.style import Style

_NAME: Final = lazy(r"\w+(?:::|\()")
"""What is called in a program."""
_PARTS: Final = lazy(r"[^\W_]+")
_WORDS: Final = {"upper": "a capital", "lower": "a small letter"}


class SummaryCase(Rule):
    """LL108."""

    code = "LL108"
    name = "summary-case"
    summary = "A summary begins with a capital or a small letter where the list's begin otherwise."
    phase = Phase.TYPOGRAPHY

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Summaries that begin with a plain word, in sections that begin theirs one way; a Latin word in a Chinese one is a name.

        A small letter counts only before a word that the list uses otherwise, too, where it has enough of them: the rest are names.
        """
        items = list(placed(document))
        common = common_words(items) if sum(item.summary is not None for item, _, _ in items) >= MIN_CLEAR else None
        for item, section, _ in items:
            usual = style.of(section).first_letter
            if usual is None or item.summary is None or not scope.is_certain(item) or item.container is not Container.LIST_ITEM:
                continue
            case = first_letter(document.text, item)
            if case in {None, usual.value} or not _is_own_text(document.text, item, item.summary):
                continue
            if case == "lower" and common is not None and first_word(item.summary.text).casefold() not in common:
                continue
            span = Span(item.summary.span.start, item.summary.span.start + 1)
            letter = span.of(document.text)
            other = letter.upper() if usual.value == "upper" else letter.lower()
            told = "one is configured" if usual.configured else f"{usual.evidence} begin with one"
            yield self.diagnostic(
                span,
                f'summary begins with "{letter}", expected {_WORDS[usual.value]}, {told}',
                fix=Fix(f'write "{other}"', (Edit(span, other),), Safety.UNSAFE, recases=(span,)) if len(other) == 1 else None,
            )


def _is_own_text(text: str, item: Item, summary: Part) -> bool:
    """Whether the summary stands behind a separator: after a blank it may go on with a phrase. Names of programs are no plain words.

    Nor is a word of the title (`zlib` of `zlib-ng`), or a Latin word in Chinese.
    """
    if item.separator is None or not item.separator.text.strip() or any(map(is_han, summary.text)):
        return False
    titled = () if item.title is None else _PARTS.findall(item.title.text.casefold())
    return first_word(summary.text).casefold() not in titled and not _NAME.match(text, summary.span.start, summary.span.end)
