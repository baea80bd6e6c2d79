"""Where a title may begin: behind ornaments, tags, a date, a venue, a field label. Knows one paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.model import Field
from listlint.parse import labels, meta_text
from listlint.parse.inlines import LINK
from listlint.parse.tails import has_words
from listlint.parse.titles import QUOTES, skip_ornaments
from listlint.regex import lazy

if TYPE_CHECKING:
    import re

    from listlint.parse.drafts import Parts
    from listlint.parse.inlines import Flow, Mark

_TAG: Final = lazy(r"[\[(（【][^\[\]()（）【】]{1,60}[\])）】]\s*")
_DATE: Final = lazy(r"(?:\d{1,4}[./-]\d{1,2}(?:[./-]\d{1,4})?|(?:19|20)\d\d)\s*(?:[-–—:：]\s*|\s)(?=\S)")
_SOURCE: Final = lazy(rf"[^{LINK}\n]{{1,40}}?\s+[-–—]\s+(?={LINK})")
_SHORT_SOURCE: Final = lazy(rf"[^\s{LINK}]{{1,20}}(?: [^\s{LINK}]{{1,20}}){{0,2}}\s+[-–—]\s+(?=[^\s{LINK}]+ [^\s{LINK}]+ [^\s{LINK}])")
LABEL: Final = lazy(rf"([^\s:：{LINK}][^:：{LINK}\n]{{0,30}}?)\s*[:：]\s*")
BROKEN: Final = lazy(rf"\[([^\[\]{LINK}]{{2,150}})\]\s*[\[(]\s*((?:https?://[^\s\[\]()]+)|{LINK})\s*[\])]")


def opening(flow: Flow, parts: Parts, start: int) -> int:
    """Where the title may begin: after ornaments, tags, a date, a field label."""
    view, end = flow.view, len(flow.view)
    at = skip_ornaments(view, start, end)
    dated = False
    while at < end:
        here = at
        if BROKEN.match(view, at) is not None:
            break
        if (
            (tag := _TAG.match(view, at)) is not None
            and (_opens_title(flow, tag.end()) or _is_mark(flow, tag))
            and tag[0].strip("[](（）【】) \n") != LINK
        ):
            field(flow, parts, "tag", at, tag.end())
            at = skip_ornaments(view, tag.end(), end)
        elif not dated and (date := _DATE.match(view, at)) is not None:
            field(flow, parts, "date", at, date.end())
            at, dated = skip_ornaments(view, date.end(), end), True
            source = _SOURCE.match(view, at) or _SHORT_SOURCE.match(view, at)
            if source is not None:
                field(flow, parts, "venue", at, source.end())
                at = source.end()
        elif (source := _SHORT_SOURCE.match(view, at)) is not None and meta_text.is_venue(flow.plain(at, source.end()).rstrip("-–— ")):
            field(flow, parts, "venue", at, source.end())
            at = source.end()
        elif not parts.label and (label := LABEL.match(view, at)) is not None and (name := labels.field_name(label[1])) is not None:
            parts.label = name
            after = skip_ornaments(view, label.end(), end)
            at = after if view[after : after + 1] == LINK else at
        if at == here and (mark := _dated_mark(flow, at)) is not None:
            field(flow, parts, "date" if meta_text.is_date(flow.plain(mark.first, mark.last)) else "tag", mark.first, mark.last)
            at = skip_ornaments(view, mark.last, end)
            at = at + 1 if view[at : at + 1] in {":", "-", "|", ",", "："} else at
            at = skip_ornaments(view, at, end)
        if at == here:
            break
    return at


def _dated_mark(flow: Flow, at: int) -> Mark | None:
    """The code span, key or bold stretch at `at` that is only a date, a venue or a tag before the title."""
    for mark in flow.piece(at).marks:
        if mark.first != at or mark.last >= len(flow.view):
            continue
        if mark.kind in {"code", "kbd"} and flow.view[mark.last : mark.last + 1].isspace() and _opens_title(flow, mark.last):
            return mark
        text = flow.plain(mark.first, mark.last).strip("[]()（）【】:： ")
        if (
            mark.kind == "strong"
            and LINK not in flow.view[mark.first : mark.last]
            and (meta_text.is_date(text) or meta_text.is_venue(text))
            and has_words(flow.view[mark.last :])
        ):
            return mark
    return None


def _opens_title(flow: Flow, at: int) -> bool:
    """Whether a title that markup tells begins at `at`, or another tag."""
    view = flow.view
    at = skip_ornaments(view, at, len(view))
    if at >= len(view):
        return False
    if view[at] == LINK or view[at] in QUOTES or any(mark.kind == "strong" and mark.first == at for mark in flow.piece(at).marks):
        return True
    return view[at] in "[(（【" and (tag := _TAG.match(view, at)) is not None and LINK not in tag[0] and tag.end() < len(view)


def _is_mark(flow: Flow, tag: re.Match[str]) -> bool:
    """Whether the brackets before plain words are a topic, a date or a venue: `[2023/05] Title [[pdf]](u)`."""
    after = flow.view[tag.end() : tag.end() + 1]
    inside = tag[0].strip()[1:-1]
    if LINK in inside or not after.isalnum() or LINK not in flow.view[tag.end() :]:
        return False
    return tag[0][0] in "[【" or meta_text.kind(inside) in {"venue", "date"}


def field(flow: Flow, parts: Parts, name: str, first: int, last: int) -> None:
    """Adds field `name`, what stands in view `[first, last)`, to `parts`."""
    first, last = flow.trim(first, last, "-–—:：")
    if first < last:
        said = flow.plain(first, last).strip("[]()（）【】 ")
        parts.add(Field(name, flow.source(first, last), said))
