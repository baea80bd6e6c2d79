"""URLs in running text that only GitHub makes links of. Leaves entries that write their URL bare to LL101."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.edits import Edit, Fix, Phase
from listlint.model import Form
from listlint.rule import Rule
from listlint.style.places import meets
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Link
    from listlint.style import Style


class BareUrl(Rule):
    """LL210."""

    code = "LL210"
    name = "bare-url"
    summary = "A URL stands bare in the text."
    phase = Phase.LINK

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Bare web addresses, but for those that swallow text (LL201) and those that are an entry's own link (LL101)."""
        del style
        main = {item.link.span for item in document.entries if item.link and item.form in {Form.TITLE_THEN_URL, Form.URL_FIRST}}
        for link in document.links:
            if link.kind != "bare" or link.rendered.startswith(("mailto:", "xmpp:")) or link.span in main:
                continue
            if link.rendered.endswith(link.url):
                yield self.diagnostic(link.span, f"URL {link.url} stands bare, expected <{link.url}> or a link", fix=_fix(document, link))


def _fix(document: Document, link: Link) -> Fix | None:
    """Angle brackets; None where it has no scheme, so that they would make no link."""
    span = link.span
    if "://" not in link.url or span.of(document.text) != link.url or meets(span, document.opaque):
        return None
    edits = (Edit(Span(span.start, span.start), "<"), Edit(Span(span.end, span.end), ">"))
    return Fix("put the URL in angle brackets", edits)
