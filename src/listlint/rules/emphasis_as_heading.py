"""Lines in bold that stand where a heading would. Knows nothing of how deep it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style import scope
from listlint.style.thresholds import MIN_CASES, is_habit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Block, Document
    from listlint.style import Style

_BOLD: Final = lazy(r"(\*\*|__)(?=\S)([^*_\r\n]{1,80})(?<=\S)\1[ \t]*[:：]?")
_SENTENCE: Final = (".", "!", "?", "。", "！", "？", "…")


class EmphasisAsHeading(Rule):
    """LL514."""

    code = "LL514"
    name = "emphasis-as-heading"
    summary = "A line in bold stands for a heading."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """A paragraph all in bold, right above a list or a table, in a list that has headings; silent where that is its way."""
        del style
        found: list[tuple[Block, str]] = []
        headings = 0
        for section in scope.sections(document):
            headings += section.heading is not None
            for block, below in zip(section.blocks, section.blocks[1:], strict=False):
                words = _BOLD.fullmatch(block.span.of(document.text).strip()) if block.kind == "paragraph" else None
                if words and below.kind in {"list", "table"} and not words[2].endswith(_SENTENCE) and "](" not in words[2]:
                    found.append((block, words[2]))
        if not headings or (len(found) >= MIN_CASES and is_habit(len(found), headings + len(found))):
            return
        for block, said in found:
            yield self.diagnostic(block.span, f'"{said}" is bold text above a list, expected a heading')
