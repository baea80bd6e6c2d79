"""Entries that are no list items: headings and paragraphs that are links. Judges by what the whole document does."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, Final

from listlint.model import Container, Form, Kind, Part
from listlint.parse import labels, later, meta_text
from listlint.parse import parts as paragraph
from listlint.parse.drafts import Draft
from listlint.parse.inlines import IMAGE, LINK
from listlint.parse.kinds import own_links
from listlint.regex import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.parse.drafts import Head, Parts
    from listlint.parse.inlines import Flow

_MIN_ALIKE: Final = 3
MAX_FIELDS: Final = 12
"""Of a longer list no item is a field: what its items say isn't asked again."""
_MAX_EXTRA: Final = 60
_MAX_REMARK: Final = 4
_MAX_TITLE: Final = 300
_ORDINAL: Final = lazy(r"\s*(?:\d{1,4}\s*[、．]\s*|[（(]\d{1,3}[)）]\s*|\d{1,4}[.)]\s*(?=[^\W\d]|[\ue000\[\"“《]))")
_CITED: Final = lazy(r"\s*\[\d{1,4}\]\s+")
"""The number in brackets before a reference: `[12] A. Author`."""
_OUTSIDE: Final = lazy(r"https?://", re.IGNORECASE)
_LINKED_HEAD: Final = lazy(rf"\W*(?:\d+[.)]\s*)?{LINK}[^{LINK}]{{0,{_MAX_EXTRA}}}\Z")

Heads = list[tuple["Head", str, str]]


def pick(heads: Heads, drafts: Sequence[Draft]) -> tuple[Heads, list[Draft]]:
    """`heads` without those that are entries, and `drafts` with them."""
    heads, found = _with_fields(heads, _with_addresses(drafts))
    drafts = list(found)
    entries = _heading_entries(heads, drafts)
    kept: Heads = []
    starts = [draft.start for draft in drafts]
    for at, (head, title, slug) in enumerate(heads):
        if at not in entries or head.flow is None:
            kept.append((head, title, slug))
            continue
        draft = Draft(Container.HEADING, head.start, head.end, group=head.start, kind=Kind.ENTRY)
        draft.flows = (head.flow,)
        draft.parts = paragraph.read(head.flow)
        draft.parts.form = Form.HEADING
        end = heads[at + 1][0].start if at + 1 < len(heads) else None
        _summary(draft, drafts, bisect_left(starts, head.end), end)
        found.append(draft)
    found.sort(key=lambda draft: draft.start)
    _paragraph_entries(found)
    return kept, found


def _with_addresses(drafts: Sequence[Draft]) -> list[Draft]:
    """`drafts`, a paragraph that is nothing but an address given to the numbered item right above it that has none."""
    found: list[Draft] = []
    for draft in drafts:
        flow = draft.flow
        above = found[-1] if found else None
        if (
            above is not None
            and flow is not None
            and draft.container is Container.PARAGRAPH
            and flow.view.strip() == LINK
            and flow.links[0].link is not None
            and flow.links[0].link.kind in {"bare", "autolink"}
            and above.ordered
            and not above.children
            and not own_links(above)
        ):
            above.add(flow)
            above.links = None
            later.read(above.parts, flow)
            above.end, above.verbatim = draft.end, True
            continue
        found.append(draft)
    return found


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
        draft = Draft(Container.HEADING, head.start, fields[-1].end, flows=(head.flow,), group=head.start, kind=Kind.ENTRY)
        _own(draft, fields, Form.HEADING)
        made.append(draft)
        taken.update(map(id, fields))
    for at, draft in enumerate(drafts[:-1]):
        if draft.container is not Container.PARAGRAPH or draft.flow is None or not _is_bold(draft.flow):
            continue
        if drafts[at + 1].container is Container.LIST_ITEM:
            group = drafts[at + 1].group
            fields = [each for each in drafts[at + 1 : at + 1 + MAX_FIELDS] if each.group == group]
            if _are_fields(fields):
                draft.end = fields[-1].end
                draft.kind = Kind.ENTRY
                _own(draft, fields, Form.TITLE_THEN_LINKS)
                taken.update(map(id, fields))
        elif fields := _field_paragraphs(drafts, at + 1):
            draft.end = fields[-1].end
            draft.kind = Kind.ENTRY
            draft.flows = (*draft.flows, *(field.flow for field in fields if field.flow is not None))
            _own(draft, fields, Form.TITLE_THEN_LINKS)
            draft.children = ()
            taken.update(map(id, fields))
    found = [draft for draft in drafts if id(draft) not in taken] + made
    found.sort(key=lambda draft: draft.start)
    return kept, found


def _field_paragraphs(drafts: Sequence[Draft], at: int) -> list[Draft]:
    """The paragraphs from `at` that are labelled addresses, one each."""
    found: list[Draft] = []
    for draft in drafts[at : at + MAX_FIELDS]:
        flow = draft.flow
        if draft.container is not Container.PARAGRAPH or flow is None or len(flow.links) != 1 or not _is_field(flow):
            break
        found.append(draft)
    return found


def _is_bold(flow: Flow) -> bool:
    first, last = flow.trim(0, len(flow.view), ":：. ")
    return (
        first < last and not flow.links and any(mark.kind == "strong" and mark.first <= first and mark.last >= last for mark in flow.marks)
    )


def _are_fields(drafts: Sequence[Draft]) -> bool:
    """Whether they are one list of labelled fields, two or more, with a link among them."""
    if not 1 < len(drafts) <= MAX_FIELDS or any(
        draft.container is not Container.LIST_ITEM or draft.flow is None or draft.children for draft in drafts
    ):
        return False
    linked = named = 0
    for draft in drafts:
        if draft.flow is None:
            return False
        if not draft.flow.links and len(draft.flow.view.split()) <= _MAX_REMARK:
            continue
        if not _is_field(draft.flow):
            return False
        named += 1
        linked += bool(draft.flow.links)
    return bool(linked) and named * 2 >= len(drafts)


def _is_field(flow: Flow) -> bool:
    """Whether it is a labelled field: `Code: https://...`, `论文：暂无`."""
    label = paragraph.read(flow).label
    links = [piece.link for piece in flow.links if piece.link is not None]
    return label not in {"", "contact"} and all(link.kind in {"bare", "autolink"} or labels.is_label(link.text) for link in links)


def _own(draft: Draft, fields: Sequence[Draft], form: Form) -> None:
    if draft.flow is None:
        return
    draft.parts = paragraph.read(draft.flow)
    draft.parts.form = form
    draft.children = tuple(fields)
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
    return draft.container in {Container.LIST_ITEM, Container.TABLE_ROW} and bool(own_links(draft))


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
    """Marks the paragraphs that read like an entry as such, where several of one look do."""
    looks: dict[int, str] = {}
    for at, draft in enumerate(drafts):
        if draft.container is Container.PARAGRAPH and draft.kind is not Kind.ENTRY and draft.flow is not None and draft.flow.links:
            look = _look(draft, draft.flow)
            following = drafts[at + 1] if at + 1 < len(drafts) else None
            opens_list = following is not None and following.container is not Container.PARAGRAPH and not draft.quoted
            if look is not None and (not opens_list or look.startswith("numbered")):
                looks[at] = look
    counts = Counter(looks.values())
    for at, look in looks.items():
        if counts[look] >= _MIN_ALIKE:
            drafts[at].kind = Kind.ENTRY


def _look(draft: Draft, flow: Flow) -> str | None:  # noqa: PLR0911 - a decision list
    """What the paragraph looks like; None where it doesn't read like an entry."""
    number = _ORDINAL.match(flow.view)
    parts = draft.parts = paragraph.read(flow, number.end() if number else 0)
    if parts.prose or parts.title is None or parts.link is None or _OUTSIDE.match(parts.link.url) is None:
        return None
    quoted = "quoted " if draft.quoted else ""
    if parts.form is Form.LINK_FIRST and not parts.prefixed:
        if not _is_told(parts):
            return None
        bold = any(mark.kind == "strong" for mark in flow.links[0].marks)
        return f"{'numbered ' if number else ''}{quoted}{'bold ' if bold else ''}link"
    if len(parts.title.text) > _MAX_TITLE or parts.form not in {Form.TITLE_THEN_LINKS, Form.TITLE_THEN_URL}:
        return None
    if _CITED.match(flow.view) is not None and parts.link.kind == "inline":
        return f"numbered {quoted}reference"
    if len(flow.links) == 1 and flow.view.rstrip().endswith(("\n" + LINK, "\n " + LINK)) and parts.link.kind in {"bare", "autolink"}:
        return f"{'numbered ' if number else ''}{quoted}title above its address"
    return None


def _is_told(parts: Parts) -> bool:
    """Whether what follows the link, if anything, is set apart as a summary is."""
    separator = parts.separator.text if parts.separator is not None else ""
    if separator.strip() in {",", ".", "，"} and separator:
        return False
    return parts.summary is None or bool(separator.strip() or "\n" in separator or "<" in separator)
