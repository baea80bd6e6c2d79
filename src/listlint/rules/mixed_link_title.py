"""Titles of links in other quotation marks than the rest. Knows nothing of link definitions, whose text is theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from listlint.edits import Edit, Fix, Phase
from listlint.regex import lazy
from listlint.rule import Rule, RuleOptions
from listlint.style.usual import usual
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

_TITLE: Final = lazy(r">?\s+([\"'(])")
_WAYS: Final = {'"': "double", "'": "single", "(": "parentheses"}
_MARKS: Final = {"double": '""', "single": "''", "parentheses": "()"}


class MixedLinkTitle(Rule):
    """LL615."""

    code = "LL615"
    name = "mixed-link-title"
    summary = "A link's title is quoted otherwise than the others."
    phase = Phase.LAYOUT

    class Options(RuleOptions):
        """What can be configured."""

        quotes: Literal["consistent", "double", "single", "parentheses"] = "consistent"
        """The marks around a title; `consistent`: those of nine in ten."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Titles of links and images that are written in place."""
        del style
        found: list[tuple[Span, str]] = []
        for link in sorted((*document.links, *document.images), key=lambda link: link.span):
            match = _TITLE.match(document.text, link.destination.end, link.span.end) if link.kind == "inline" and link.destination else None
            if match:
                end = link.span.start + len(link.span.of(document.text)[:-1].rstrip())
                found.append((Span(match.start(1), end), _WAYS[match[1]]))
        way = usual([way for _, way in found], self.options.quotes)
        for span, mine in found:
            if way is None or mine == way.value:
                continue
            first, last = _MARKS[way.value][0], _MARKS[way.value][1]
            inside = document.text[span.start + 1 : span.end - 1]
            edits = (Edit(Span(span.start, span.start + 1), first), Edit(Span(span.end - 1, span.end), last))
            fix = None if {first, last, "\\"} & set(inside) else Fix(f"write {first}{last}", edits)
            yield self.diagnostic(span, f"link title has {_MARKS[mine]}, expected {first}{last}, {way.told}", fix=fix)
