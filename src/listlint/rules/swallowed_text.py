"""Bare URLs that GitHub extends over the text glued to them. Knows nothing of links with brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.diagnostic import Severity
from listlint.edits import Edit, Fix, Phase, Rewrite
from listlint.rule import Rule
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Link
    from listlint.style import Style

_SHOWN: Final = 20
"""Characters of swallowed text that a message shows."""


class SwallowedText(Rule):
    """LL201."""

    code = "LL201"
    name = "swallowed-text"
    summary = "GitHub takes the text glued to a bare URL into the link."
    severity = Severity.ERROR
    phase = Phase.LINK

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Bare URLs whose link on GitHub is longer than the URL that was meant."""
        del style
        for link in document.links:
            if link.kind != "bare" or link.destination is None or link.rendered == link.url:
                continue
            swallowed = link.rendered.removeprefix(link.url)
            if swallowed == link.rendered:
                continue
            shown = swallowed if len(swallowed) <= _SHOWN else f"{swallowed[: _SHOWN - 1]}…"
            yield self.diagnostic(
                Span(link.destination.start, link.destination.start + len(link.url)),
                f'GitHub links "{shown}" along with the URL, expected it to end before',
                fix=_fix(document.text, link, swallowed),
            )


def _fix(text: str, link: Link, swallowed: str) -> Fix | None:
    """The URL in angle brackets; None where it wouldn't be a link in them (`www.` without a scheme)."""
    if link.destination is None or "://" not in link.url:
        return None
    span = Span(link.destination.start, link.destination.start + len(link.url))
    if span.of(text) != link.url:
        return None
    edits = (Edit(Span(span.start, span.start), "<"), Edit(Span(span.end, span.end), ">"))
    return Fix("put the URL in angle brackets", edits, rewrites=(Rewrite(link.rendered, link.url, swallowed),))
