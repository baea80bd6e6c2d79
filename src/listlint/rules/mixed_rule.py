"""Horizontal rules that are written otherwise than the rest. Knows nothing of what they part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.edits import Edit, Fix, Phase
from listlint.rule import Rule, RuleOptions
from listlint.style.usual import usual
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class MixedRule(Rule):
    """LL619."""

    code = "LL619"
    name = "mixed-rule"
    summary = "A horizontal rule is written otherwise than the others."
    phase = Phase.LAYOUT

    class Options(RuleOptions):
        """What can be configured."""

        rule: str = "consistent"
        """The rule as it's written, `---`; `consistent`: as nine in ten are."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Rules outside lists and quotes."""
        del style
        source = document.source
        rules = [source.line_span(source.line_of(block.span.start)) for block in document.blocks if block.kind == "rule"]
        way = usual([span.of(source.text).strip() for span in rules], self.options.rule)
        for span in rules:
            content = span.of(source.text)
            mine = content.strip()
            if way is None or mine == way.value:
                continue
            start = span.start + len(content) - len(content.lstrip())
            # A line of hyphens below a paragraph would make a heading of it.
            above = source.line_span(source.line_of(span.start) - 1).of(source.text).strip() if source.line_of(span.start) > 1 else ""
            place = Span(start, start + len(mine))
            fix = None if above and way.value.startswith("-") else Fix(f"write {way.value}", (Edit(place, way.value),))
            yield self.diagnostic(place, f"rule is {mine}, expected {way.value}, {way.told}", fix=fix)
