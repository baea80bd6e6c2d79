"""Entries that are no list items: headings and paragraphs that are links. Judges by what the whole document does."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, Final

from listlint.model import Container, Form, Kind, Part
from listlint.parse import labels, meta_text
from listlint.parse import parts as paragraph
from listlint.parse.drafts import Draft
from listlint.parse.inlines import IMAGE, LINK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.parse.drafts import Head
    from listlint.parse.inlines import Flow

_MIN_ALIKE: Final = 3
_MAX_FIELDS: Final = 12
_MAX_EXTRA: Final = 60
_OUTSIDE: Final = re.compile(r"https?://", re.IGNORECASE)
_LINKED_HEAD: Final = re.compile(rf"\W*(?:\d+[.)]\s*)?{LINK}[^{LINK}]{{0,{_MAX_EXTRA}}}\Z")

Heads = list[tuple["Head", str, str]]


def pick(heads: Heads, drafts: Sequence[Draft]) -> tuple[Heads, list[Draft]]:
    """`heads` without those that are entries, and `drafts` with them."""
    heads, found = _with_fields(heads, list(drafts))
    drafts = list(found)
    entries = _heading_entries(heads, drafts)
    kept: Heads = []
    starts = [draft.start for draft in drafts]
    for at, (head, title, slug) in enumerate(heads):
        if at not in entries or head.flow is None:
            kept.append((head, title, slug))
            continue
        draft = Draft(Container.HEADING, head.start, head.end, group=head.start, kind=Kind.ENTRY)
        draft.flows.append(head.flow)
        draft.parts = paragraph.read(head.flow)
        draft.parts.form = Form.HEADING
        end = heads[at + 1][0].start if at + 1 < len(heads) else None
        _summary(draft, drafts, bisect_left(starts, head.end), end)
        found.append(draft)
    found.sort(key=lambda draft: draft.start)
    _paragraph_entries(found)
    return kept, found


def _with_fields(heads: Heads, drafts: list[Draft]) -> tuple[Heads, list[Draft]]:
    """Makes entries of headings and bold paragraphs above a list that has nothing but labelled fields."""
    starts = [draft.start for draft in drafts]
    kept: Heads = []
    taken: set[int] = set()
    made: list[Draft] = []
    for at, (head, title, slug) in enumerate(heads):
        end = heads[at + 1][0].start if at + 1 < len(heads) else None
        first = bisect_left(starts, head.end)
        last = bisect_left(starts, end) if end is not None else len(drafts)
        fields = [each for each in drafts[first:last] if each.group == drafts[first].group]
        if head.flow is None or head.nested or head.flow.links or head.level == 1 or not _are_fields(fields):
            kept.append((head, title, slug))
            continue
        draft = Draft(Container.HEADING, head.start, fields[-1].end, flows=[head.flow], group=head.start, kind=Kind.ENTRY)
        _own(draft, fields, Form.HEADING)
        made.append(draft)
        taken.update(map(id, fields))
    for at, draft in enumerate(drafts[:-1]):
        if (
            draft.container is Container.PARAGRAPH
            and draft.flow is not None
            and _is_bold(draft.flow)
            and drafts[at + 1].container is Container.LIST_ITEM
        ):
            group = drafts[at + 1].group
            fields = [each for each in drafts[at + 1 : at + 1 + _MAX_FIELDS] if each.group == group]
            if _are_fields(fields):
                draft.end = fields[-1].end
                draft.kind = Kind.ENTRY
                _own(draft, fields, Form.TITLE_THEN_LINKS)
                taken.update(map(id, fields))
    found = [draft for draft in drafts if id(draft) not in taken] + made
    found.sort(key=lambda draft: draft.start)
    return kept, found


def _is_bold(flow: Flow) -> bool:
    first, last = flow.trim(0, len(flow.view), ":：. ")
    return (
        first < last and not flow.links and any(mark.kind == "strong" and mark.first <= first and mark.last >= last for mark in flow.marks)
    )


def _are_fields(drafts: Sequence[Draft]) -> bool:
    """Whether they are one list of labelled fields, two or more, with a link among them."""
    if not 1 < len(drafts) <= _MAX_FIELDS or any(
        draft.container is not Container.LIST_ITEM or draft.flow is None or draft.children for draft in drafts
    ):
        return False
    linked = False
    for draft in drafts:
        parts = paragraph.read(draft.flow) if draft.flow is not None else None
        if parts is None or not parts.label or parts.label == "contact":
            return False
        links = [piece.link for piece in draft.flow.links if piece.link is not None] if draft.flow is not None else []
        if any(link.kind not in {"bare", "autolink"} and not labels.is_label(link.text) for link in links):
            return False
        linked = linked or bool(links)
    return linked


def _own(draft: Draft, fields: Sequence[Draft], form: Form) -> None:
    if draft.flow is None:
        return
    draft.parts = paragraph.read(draft.flow)
    draft.parts.form = form
    draft.children = list(fields)
    found = [
        (labels.rank(field.flow.view.split(":")[0], piece.link.url), piece.link)
        for field in fields
        if field.flow is not None
        for piece in field.flow.links
        if piece.link is not None
    ]
    draft.parts.link = min(found, key=lambda each: each[0])[1]
    for field in fields:
        field.parent = draft


def _heading_entries(heads: Heads, drafts: Sequence[Draft]) -> set[int]:
    """Indices of linked headings, where those of the document mostly have no entries of their own below."""
    linked = [
        at
        for at, (head, _, _) in enumerate(heads)
        if head.flow is not None and not head.nested and head.level > 1 and _is_linked(head.flow)
    ]
    if len(linked) < _MIN_ALIKE:
        return set()
    starts = [draft.start for draft in drafts]
    lonely: set[int] = set()
    deep: set[int] = set()
    for at in linked:
        head = heads[at][0]
        below = heads[at + 1][0] if at + 1 < len(heads) else None
        if below is not None and below.level > head.level:
            deep.add(at)
            continue
        first = bisect_left(starts, head.end)
        last = bisect_left(starts, below.start) if below is not None else len(starts)
        if sum(_is_linked_item(draft) for draft in drafts[first:last]) < 2:  # noqa: PLR2004 - one may be a field
            lonely.add(at)
    return set(linked) - deep if len(lonely) * 3 >= len(linked) * 2 else set()


def _is_linked(flow: Flow) -> bool:
    if _LINKED_HEAD.match(flow.view.replace(IMAGE, "")) is None or len(flow.links) != 1:
        return False
    link = flow.links[0].link
    return link is not None and _OUTSIDE.match(link.url) is not None


def _is_linked_item(draft: Draft) -> bool:
    return draft.container in {Container.LIST_ITEM, Container.TABLE_ROW} and any(flow.links for flow in draft.flows)


def _summary(draft: Draft, drafts: Sequence[Draft], at: int, end: int | None) -> None:
    """The paragraph right below a heading entry tells what the thing is."""
    if draft.parts.summary is not None or at >= len(drafts):
        return
    below = drafts[at]
    if below.container is not Container.PARAGRAPH or below.flow is None or (end is not None and below.start >= end):
        return
    first, last = below.flow.trim(0, len(below.flow.view))
    text = below.flow.plain(first, last)
    if any(char.isalpha() for char in text) and meta_text.kind(text) is None:
        draft.parts.summary = Part(below.flow.source(first, last), text)
        draft.end = below.end


def _paragraph_entries(drafts: Sequence[Draft]) -> None:
    """Marks the paragraphs that open with a link as entries, where several of one look do."""
    looks: dict[int, tuple[bool, bool]] = {}
    for at, draft in enumerate(drafts):
        if draft.container is Container.PARAGRAPH and draft.flow is not None and draft.flow.links:
            look = _look(draft)
            following = drafts[at + 1] if at + 1 < len(drafts) else None
            opens_list = following is not None and following.container is not Container.PARAGRAPH and not draft.quoted
            if look is not None and not opens_list:
                looks[at] = look
    counts = Counter(looks.values())
    for at, look in looks.items():
        if counts[look] >= _MIN_ALIKE:
            drafts[at].kind = Kind.ENTRY


def _look(draft: Draft) -> tuple[bool, bool] | None:
    """Whether the paragraph is quoted and its link bold; None where it doesn't read like an entry."""
    flow = draft.flow
    if flow is None:
        return None
    parts = paragraph.read(flow)
    if parts.form is not Form.LINK_FIRST or parts.prose or parts.prefixed or parts.link is None or _OUTSIDE.match(parts.link.url) is None:
        return None
    if parts.summary is not None and (
        parts.separator is None or not (parts.separator.text.strip() or "\n" in parts.separator.text or "<" in parts.separator.text)
    ):
        return None
    if parts.separator is not None and parts.separator.text.strip() in {",", ".", "，"}:
        return None
    draft.parts = parts
    return draft.quoted, any(mark.kind == "strong" for mark in flow.links[0].marks)
