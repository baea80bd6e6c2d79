"""What opens a section: Markdown headings, HTML ones, folds with a name of their own. Gives titles and slugs."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from listlint.model import Container
from listlint.parse import html, labels
from listlint.parse.drafts import Head
from listlint.parse.inlines import IMAGE, LINK
from listlint.parse.slugs import Slugger
from listlint.regex import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.parse.blocks import Walker
    from listlint.parse.drafts import Draft
    from listlint.parse.inlines import Flow
    from listlint.text import Span

_FOLDED: Final = lazy(
    r"(?:other|more|click|show|expand|collapse|view|see|toggle|details|full list|all|показать|ещё|ver|voir|mehr)\b"
    r"|展开|点击|查看|更多|其他|显示|詳細|もっと",
    re.IGNORECASE,
)
_COUNT: Final = lazy(r"\s*<kbd>.*?</kbd>", re.DOTALL)


def heads_of(text: str, walker: Walker) -> list[tuple[Head, str, str]]:
    """Every heading and named fold in order, with the title a reader gives its section and the slug GitHub does."""
    found = list(walker.heads)
    for span in walker.html:
        found += (Head(each.span.start, each.span.end, each.level, each.title) for each in html.headings(text, span.start, span.end))
    found.sort(key=lambda head: head.start)
    slugger = Slugger()
    named = [(head, _title(head), slugger.slug(head.title)) for head in found]
    named += ((fold, fold.title, "") for fold in _folds(text, walker.html, found, walker.drafts))
    return sorted(named, key=lambda head: head[0].start)


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
    return " ".join("".join(piece.text for piece in kept if piece.view != IMAGE).split()).replace("()", "").replace("[]", "").strip(" |·-")


def _folds(text: str, blocks: Sequence[Span], heads: Sequence[Head], drafts: Sequence[Draft]) -> Iterator[Head]:
    """The `<details>` that hold items and have a name: neither `more` nor the heading's own words."""
    opened: list[Head] = []
    starts = [draft.start for draft in drafts if draft.container is not Container.PARAGRAPH or (draft.flow and draft.flow.links)]
    for span in blocks:
        for tag in html.details(text, span.start, span.end):
            if tag.kind == "open":
                opened.append(Head(tag.span.start, tag.span.end, 0, ""))
            elif tag.kind == "summary" and opened and not opened[-1].title:
                opened[-1] = _fold(text, opened[-1].start, tag, heads)
            elif tag.kind == "close" and opened:
                fold = opened.pop()
                if fold.level and bisect_left(starts, tag.span.start) > bisect_left(starts, fold.end):
                    yield Head(fold.start, fold.end, fold.level, fold.title, close=tag.span.end)


def _fold(text: str, start: int, summary: html.Fold, heads: Sequence[Head]) -> Head:
    """The fold's head; level 0 where it opens no section, else a level that its place will tell."""
    at = bisect_left(heads, start, key=lambda head: head.start) - 1
    above = next((heads[index] for index in range(at, max(at - 20, -1), -1) if not heads[index].nested), None)
    title = html.plain(_COUNT.sub("", summary.span.of(text)))
    named = bool(title) and _FOLDED.match(title) is None and not (above and labels.fold(above.title) == labels.fold(title))
    level = 1 if named else 0
    return Head(start, summary.span.end, level, title or summary.text)
