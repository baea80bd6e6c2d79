"""Folds that are entries: `<details>` whose `<summary>` is a link and what it leads to. Listed, verbatim; what they hold is theirs."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from listlint.model import Container, Form, Kind, Part
from listlint.parse import html, labels
from listlint.parse.drafts import Draft, Parts
from listlint.parse.flows import anchor_link
from listlint.regex import lazy
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MIN_ALIKE: Final = 3
_BEFORE: Final = lazy(r"(?:<[a-z][^<>]{0,80}>|[^\w<>&]){0,20}\Z", re.IGNORECASE)
_AFTER: Final = lazy(r"(?:\s|</[a-z]{1,8}>)*(?:\([^()]{0,120}\)\s*)?(?:[-–—:：|]\s*)?", re.IGNORECASE)
_STOP: Final = lazy(r"<(?:code|kbd|br|img)\b", re.IGNORECASE)


def entries(text: str, blocks: Sequence[Span]) -> list[Draft]:
    """The outermost folds of HTML blocks that are entries; none where they are few."""
    found = [draft for start, summary, end in _folds(text, blocks) if (draft := _entry(text, start, summary, end)) is not None]
    return found if len(found) >= _MIN_ALIKE else []


def _folds(text: str, blocks: Sequence[Span]) -> Iterator[tuple[int, Span, int]]:
    """Start, summary and end of the outermost folds that are closed."""
    depth = start = 0
    summary: Span | None = None
    for span in blocks:
        for tag in html.details(text, span.start, span.end):
            if tag.kind == "open":
                if depth == 0:
                    start, summary = tag.span.start, None
                depth += 1
            elif tag.kind == "summary" and depth == 1 and summary is None:
                summary = tag.span
            elif tag.kind == "close" and depth:
                depth -= 1
                if depth == 0 and summary is not None:
                    yield start, summary, tag.span.end


def _entry(text: str, start: int, summary: Span, end: int) -> Draft | None:
    anchor = next(html.anchors(text, summary.start, summary.end), None)
    if anchor is None or not anchor.url.startswith(("http://", "https://")) or not anchor.label_text or labels.is_url(anchor.label_text):
        return None
    if _BEFORE.fullmatch(text, summary.start, anchor.span.start) is None:
        return None
    after = _AFTER.match(text, anchor.span.end, summary.end)
    begin = after.end() if after is not None else anchor.span.end
    stop = _STOP.search(text, begin, summary.end)
    last = stop.start() if stop is not None else text.rfind("</", begin, summary.end)
    while last > begin and text[last - 1].isspace():
        last -= 1
    draft = Draft(Container.HTML, start, end, group=start, verbatim=True, kind=Kind.ENTRY)
    draft.parts = Parts(form=Form.HTML, link=anchor_link(text, anchor), title=Part(anchor.label, anchor.label_text), named=True)
    shown = html.plain(text[begin:last]) if last > begin else ""
    if any(char.isalpha() for char in shown):
        draft.parts.summary = Part(Span(begin, last), shown)
    return draft


def gather(folds: Sequence[Draft], drafts: Sequence[Draft]) -> list[Draft]:
    """`folds` and those of `drafts` that stand outside of them, in order; the items within a fold become its own."""
    starts = [fold.start for fold in folds]
    kept = list(folds)
    for draft in drafts:
        at = bisect_left(starts, draft.start + 1) - 1
        if at < 0 or draft.start >= folds[at].end:
            kept.append(draft)
        elif draft.container in {Container.LIST_ITEM, Container.TABLE_ROW}:
            draft.parent = folds[at]
            folds[at].adopt(draft)
    return sorted(kept, key=lambda draft: draft.start)
