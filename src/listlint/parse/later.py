"""The later paragraphs of an item: authors and links of a title above them, fields, or more of the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.model import Field, Form, Part
from listlint.parse import labels, meta_text
from listlint.parse import parts as paragraph
from listlint.parse.tails import has_words, read_tail
from listlint.parse.titles import skip_ornaments
from listlint.regex import lazy

if TYPE_CHECKING:
    from listlint.parse.drafts import Parts
    from listlint.parse.inlines import Flow

_LABEL: Final = lazy(r"([^\s:：][^:：\n]{0,30}?)\s*[:：]\s*")


def read(parts: Parts, flow: Flow) -> None:
    """Adds to `parts` what a later paragraph says."""
    start = skip_ornaments(flow.view, 0, len(flow.view))
    label = _LABEL.match(flow.view, start)
    if label is not None and (name := labels.field_name(flow.plain(label.start(1), label.end(1)))) is not None:
        first, last = flow.trim(label.end(), len(flow.view))
        if first < last:
            parts.add(Field(name, flow.source(first, last), flow.plain(first, last)))
        if parts.link is None and flow.links and name in {"link", "code"}:
            _link(parts, flow)
        return
    if parts.link is None and flow.links:
        _link(parts, flow)
        tail = read_tail(flow, start, linked=False)
        parts.add(*tail.fields)
        if parts.summary is None and tail.summary is not None and tail.separator is not None:
            parts.summary = Part(flow.source(*tail.summary), flow.plain(*tail.summary))
        return
    first, last = flow.trim(start, len(flow.view))
    text = flow.plain(first, last)
    if has_words(text):
        if (name := meta_text.kind(text)) is not None or parts.summary is not None:
            parts.add(Field(name or "note", flow.source(first, last), text))
        else:
            parts.summary = Part(flow.source(first, last), text)


def _link(parts: Parts, flow: Flow) -> None:
    parts.link = paragraph.main_link(flow)
    if parts.form is Form.UNLINKED and parts.link is not None:
        parts.form = Form.TITLE_THEN_URL if parts.link.kind in {"bare", "autolink"} else Form.TITLE_THEN_LINKS
