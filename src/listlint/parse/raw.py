"""Entries in HTML: `<a href>` rows and table cells. They are listed, verbatim; nobody judges or rewrites them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from listlint.model import Container, Form, Kind, Part
from listlint.parse import html, labels
from listlint.parse.drafts import Draft, Parts
from listlint.parse.flows import anchor_link
from listlint.regex import lazy
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.parse.html import Anchor

_BEFORE: Final = lazy(r"(?:&nbsp;|&emsp;|&ensp;|</?[a-z][^<>]*>|[^\w<>&]){0,40}\Z", re.IGNORECASE)
_AFTER: Final = lazy(r"(?:\s|</(?:b|strong|em|i|td|h\d)>|<td[^<>]*>)*(?P<separator>\s*(?:[-–—:：]|\|)\s*)?", re.IGNORECASE)
_STOP: Final = lazy(r"<br\s*/?>|</?(?:p|td|tr|li|div|table|ul|ol)\b|\n\s*\n|<a\s", re.IGNORECASE)
_HEADING: Final = lazy(r"<h[1-6]\b", re.IGNORECASE)
_MIN_ALIKE: Final = 5


def entries(text: str, blocks: Sequence[Span]) -> list[Draft]:
    """The rows of HTML blocks that open with a link to the outside and say something of it; none where they are few."""
    found = [draft for span in blocks for draft in _block(text, span)]
    return found if len(found) >= _MIN_ALIKE else []


def _block(text: str, span: Span) -> list[Draft]:
    found: list[Draft] = []
    last = span.start
    for anchor in html.anchors(text, span.start, span.end):
        line = max(text.rfind("\n", span.start, anchor.span.start), last) + 1
        last = anchor.span.end - 1
        if anchor.url.startswith(("http://", "https://")) and anchor.label_text and not labels.is_label(anchor.label_text):
            draft = _row(text, span, line, anchor)
            if draft is not None:
                found.append(draft)
    return found


def _row(text: str, block: Span, line: int, anchor: Anchor) -> Draft | None:
    before = text[max(line - 1, block.start) : anchor.span.start]
    if len(before) > 300 or _BEFORE.search(before[-300:]) is None or _HEADING.search(before) is not None:  # noqa: PLR2004 - no row begins that late
        return None
    after = _AFTER.match(text, anchor.span.end, block.end)
    begin = after.end() if after else anchor.span.end
    stop = _STOP.search(text, begin, block.end)
    end = stop.start() if stop else block.end
    while end > begin and text[end - 1].isspace():
        end -= 1
    shown = html.plain(text[begin:end])
    in_cell = "<td" in before.lower() or "<li" in before.lower()
    if not (in_cell or (after is not None and after["separator"] and any(char.isalpha() for char in shown))):
        return None
    draft = Draft(
        Container.HTML,
        anchor.span.start,
        end if any(char.isalpha() for char in shown) else anchor.span.end,
        group=block.start,
        verbatim=True,
        kind=Kind.ENTRY,
    )
    draft.parts = Parts(form=Form.HTML, link=anchor_link(text, anchor), title=Part(anchor.label, anchor.label_text), named=True)
    if any(char.isalpha() for char in shown):
        draft.parts.summary = Part(Span(begin, end), shown)
    return draft
