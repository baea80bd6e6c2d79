"""The headings of a document with their titles and slugs, Markdown's and HTML's. Knows no sections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.parse import html
from listlint.parse.drafts import Head
from listlint.parse.inlines import IMAGE, LINK
from listlint.parse.slugs import Slugger

if TYPE_CHECKING:
    from listlint.parse.blocks import Walker
    from listlint.parse.inlines import Flow


def heads_of(text: str, walker: Walker) -> list[tuple[Head, str, str]]:
    """Every heading in order, with the title a reader gives its section and the slug GitHub does."""
    found = list(walker.heads)
    for span in walker.html:
        found += (
            Head(heading.span.start, heading.span.end, heading.level, heading.title)
            for heading in html.headings(text, span.start, span.end)
        )
    found.sort(key=lambda head: head.start)
    slugger = Slugger()
    return [(head, _title(head), slugger.slug(head.title)) for head in found]


def _title(head: Head) -> str:
    return head.title if head.flow is None else _without_nav(head.flow)


def _without_nav(flow: Flow) -> str:
    """The heading's text without links back to the top and images."""
    view = flow.view
    if not view.replace(LINK, "").replace(IMAGE, "").strip():
        return flow.plain()
    kept = [piece for piece in flow.pieces if not (piece.link is not None and piece.link.url.startswith("#") and piece.view == LINK)]
    if len(kept) == len(flow.pieces):
        return flow.plain()
    return " ".join("".join(piece.text for piece in kept if piece.view != IMAGE).split()).strip(" ()[]|·-")
