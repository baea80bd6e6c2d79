"""Words that praise instead of saying what something is. Knows only the configured words, and no language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from listlint.rule import Rule, RuleOptions
from listlint.style import scope
from listlint.style.prose import masked
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class PromotionalWords(Rule):
    """LL610."""

    code = "LL610"
    name = "promotional-words"
    summary = "A summary praises instead of saying what something is."

    class Options(RuleOptions):
        """What can be configured."""

        words: tuple[str, ...] = (
            "amazing",
            "best",
            "best-in-class",
            "blazing",
            "blazingly",
            "cutting-edge",
            "game-changing",
            "incredible",
            "must-have",
            "next-generation",
            "revolutionary",
            "stunning",
            "ultimate",
            "world-class",
            "#1",
        )
        """Words and phrases, case apart."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """The first such word of each summary; titles bear what names they like."""
        del style
        words = sorted((word for word in self.options.words if word.strip()), key=len, reverse=True)
        if not words:
            return
        pattern = re.compile(rf"(?i)(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?![\w-]| practices?\b| suited| fit)")
        text = masked(document)
        for item in scope.entries(document):
            match = pattern.search(text, item.summary.span.start, item.summary.span.end) if item.summary else None
            if match:
                yield self.diagnostic(Span(*match.span()), f'summary says "{match[0]}", expected what it is instead of praise')
