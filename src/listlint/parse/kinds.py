"""What each item is, told from its content, its parent, its siblings and its section. Knows structure and labels only."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from listlint.model import Container, Form, Kind, Part
from listlint.parse import labels, later, meta_text, openings, tables
from listlint.parse import parts as paragraph
from listlint.parse.inlines import IMAGE, LINK
from listlint.parse.titles import skip_ornaments
from listlint.regex import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from listlint.model import Link, MetaKind
    from listlint.parse.drafts import Draft
    from listlint.parse.inlines import Flow

_OUTSIDE: Final = ("http://", "https://", "ftp://", "//", "mailto:")
_ADDRESS: Final = lazy(r"[./:]")
"""What any address has; a placeholder such as `URL` has none of it."""
_OWN_PAGE: Final = lazy(
    r"(?:\A|/)(?:contributing|licen[cs]e|code[_-]of[_-]conduct|changelog)(?:\.[a-z]{2,4})?/?\Z|/(?:issues|pulls|discussions|graphs/contributors)/?\Z",
    re.IGNORECASE,
)
"""Pages that a repository has beside the list."""
_MAX_NAME_WORDS: Final = 4
_MAX_NAME_CHARS: Final = 16
_HALF: Final = 2


def walk(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """All of `drafts` and what is nested in them, parents first, in order."""
    todo = list(drafts)[::-1]
    while todo:
        draft = todo.pop()
        yield draft
        todo += reversed(draft.children)


def own_links(draft: Draft) -> tuple[Link, ...]:
    """The links of the item itself, badges left out; asked once no more flows come to it."""
    if draft.links is None:
        draft.links = tuple([piece.link for flow in draft.flows for piece in flow.links if piece.link is not None])
    return draft.links


def read(draft: Draft) -> None:
    """What a list item and the items nested in it say, read once they are whole."""
    for each in walk([draft]):
        if each.container is Container.LIST_ITEM and each.flow is not None:
            each.parts = paragraph.read(each.flow)
            for flow in each.flows[1:]:
                later.read(each.parts, flow)


def opens(flow: Flow) -> Link | None:
    """The link that a text opens with."""
    at = skip_ornaments(flow.view, 0, len(flow.view))
    return flow.piece(at).link if flow.view.startswith(LINK, at) else None


def press(draft: Draft) -> None:
    """Lets go of the text of a linked item with nothing nested in it, which was read: of a long list it takes more than all else."""
    if draft.container is Container.LIST_ITEM and len(draft.flows) == 1 and not draft.children and own_links(draft):
        draft.opens = opens(draft.flows[0])
        draft.head, draft.flows = draft.flows[0].span, ()


def classify(drafts: Sequence[Draft], meta: MetaKind | None, recurring: frozenset[str] = frozenset()) -> None:
    """Sets kind and parts of the items of one section, `drafts` being the outermost ones in order.

    `recurring` are the folded link texts that the document has below many of its items.
    """
    every = list(walk(drafts))
    for rows in _by_group(every, Container.TABLE_ROW).values():
        tables.read(rows)
    lists = _by_group(every, Container.LIST_ITEM)
    nav = _contents(drafts)
    family = {group: _Family(items, recurring) for group, items in lists.items()}
    linked_section = any(own.linked for own in family.values())
    for draft in every:
        if draft.container is Container.LIST_ITEM:
            draft.kind = _kind(draft, meta, family[draft.group], in_contents=id(draft) in nav, linked_section=linked_section)
        elif meta is not None and draft.kind is Kind.ENTRY and meta != "news":
            draft.kind = Kind.NOTE
    for draft in reversed(every):
        _settle(draft)


def _by_group(drafts: Iterable[Draft], container: Container) -> dict[int, list[Draft]]:
    found: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.container is container:
            found[draft.group].append(draft)
    return found


class _Family:
    """What the items of one list have in common."""

    def __init__(self, items: list[Draft], recurring: frozenset[str]) -> None:
        self.size = len(items)
        self.recurring = recurring
        self.labelled = sum(self.is_label(item) for item in items)
        self.linked = sum(bool(_outside(item)) and not item.parts.prose for item in items)
        self.groups = sum(not own_links(item) and any(_outside(child) for child in item.children) for item in items)

        self._text = next((item.flow.source_text for item in items if item.flow is not None), "")
        self._items = items
        self._places = {id(item): at for at, item in enumerate(items)}

    def is_label(self, item: Draft) -> bool:
        """Whether the item's only link has a text that recurs under many items of the document."""
        links = own_links(item) if self.recurring else ()
        return len(links) == 1 and labels.fold(links[0].text) in self.recurring

    def gathers(self, item: Draft) -> bool:
        """Whether `item`, with nothing nested in it, names a topic as its neighbours do."""
        return self.groups * _HALF >= self.size or self.between_groups(item) or self.stands_above(item)

    def between_groups(self, item: Draft) -> bool:
        """Whether the items right before and after `item` gather others and have no link of their own."""
        at = self._places[id(item)]
        around = self._items[max(at - 1, 0) : at] + self._items[at + 1 : at + 2]
        return len(around) > 1 and all(not own_links(other) and any(_outside(child) for child in other.children) for other in around)

    def hangs_below(self, item: Draft) -> bool:
        """Whether `item` is indented more than the linked item before it, though too little to be nested in it."""
        at = self._places[id(item)]
        before = self._items[at - 1] if at else None
        return before is not None and bool(_outside(before) or before.parts.broken) and self._column(item) > self._column(before)

    def stands_above(self, item: Draft) -> bool:
        """Whether the linked item after `item` is indented more, though too little to be nested in it."""
        at = self._places[id(item)]
        after = self._items[at + 1] if at + 1 < self.size else None
        return after is not None and bool(_outside(after)) and self._column(after) > self._column(item)

    def _column(self, item: Draft) -> int:
        return item.start - self._text.rfind("\n", 0, item.start)

    @property
    def mostly_linked(self) -> bool:
        return self.linked * _HALF >= self.size


def _is_hollow(link: Link) -> bool:
    """Whether a name is linked to nothing yet: `[Name]()`."""
    return not link.url and not labels.is_label(link.text)


def _outside(draft: Draft) -> tuple[Link, ...]:
    if draft.outside is None:
        links = own_links(draft)
        found = tuple([link for link in links if not link.url.startswith("#") and _ADDRESS.search(link.url)])
        draft.outside = links if len(found) == len(links) else found
    return draft.outside


def _contents(drafts: Sequence[Draft]) -> set[int]:
    """The items of lists that mostly lead to places of the list itself."""
    inside: dict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.container is Container.LIST_ITEM:
            inside[draft.group].append(draft)
    found: set[int] = set()
    for items in inside.values():
        every = list(walk(items))
        anchored = sum(any(link.url.startswith("#") for link in own_links(draft)) for draft in every)
        outside = sum(bool(_outside(draft)) for draft in every)
        own = sum(any(_OWN_PAGE.search(link.url) is not None for link in own_links(draft)) for draft in every)
        if (anchored > 1 and anchored > outside) or (own > 1 and own * _HALF >= len(every)):
            found.update(id(draft) for draft in every)
    return found


def _kind(draft: Draft, meta: MetaKind | None, family: _Family, *, in_contents: bool, linked_section: bool) -> Kind:  # noqa: PLR0911 - a decision list
    links = own_links(draft)
    outside = _outside(draft)
    text = draft.view
    if not text.strip():
        return Kind.GROUP if draft.children else Kind.EMPTY
    if in_contents and (links or draft.children or meta == "contents"):
        return Kind.NAV
    if (links and not outside and all(link.url.startswith("#") for link in links)) or not text.replace(IMAGE, "").strip():
        return Kind.NAV
    if meta is not None and not (meta == "contents" and any(link.url.startswith("http") for link in links)):
        return _meta_kind(draft, meta, links)
    parent = draft.parent
    if parent is not None and parent.kind is Kind.NAV:
        return Kind.NAV
    if parent is not None and (parent.kind is Kind.NOTE or parent.container is Container.HTML):
        return Kind.NOTE
    under_entry = parent is not None and parent.kind is Kind.ENTRY
    if outside or (draft.parts.broken and draft.parts.link is not None) or any(map(_is_hollow, links)):
        return _linked_kind(draft, family, under_entry=under_entry)
    return _unlinked_kind(draft, family, under_entry=under_entry, linked_section=linked_section)


def _meta_kind(draft: Draft, meta: MetaKind, links: tuple[Link, ...]) -> Kind:
    if meta == "contents":
        return Kind.NAV if links or draft.children else Kind.NOTE
    if meta == "news":
        parts = draft.parts
        if (parts.named or parts.form is Form.URL_FIRST) and not parts.prose and parts.link is not None and parts.form is not Form.UNLINKED:
            return Kind.ENTRY
        return Kind.GROUP if draft.children else Kind.NOTE
    return Kind.NOTE


def _linked_kind(draft: Draft, family: _Family, *, under_entry: bool) -> Kind:  # noqa: PLR0911 - a decision list
    parts = draft.parts
    if (parts.prose or parts.prefixed) and not under_entry and any(_outside(child) for child in draft.children):
        return Kind.GROUP
    if parts.prose or parts.form is None or parts.label == "contact":
        return Kind.NOTE
    if under_entry and draft.parent is not None and draft.parent.parts.link is None and parts.title and labels.is_part(parts.title.text):
        return Kind.NOTE
    if parts.form is Form.UNLINKED:
        if draft.children and not under_entry:
            return Kind.GROUP
        named = parts.title is not None and len(parts.title.text.split()) <= _MAX_NAME_WORDS
        return Kind.ENTRY if named and not under_entry and family.size > 1 and family.mostly_linked else Kind.NOTE
    if under_entry and (family.is_label(draft) or (family.labelled * _HALF >= family.linked and _is_bare(draft))):
        return Kind.NOTE
    told = parts.summary is not None and parts.separator is not None and bool(parts.separator.text.strip())
    if under_entry and ((parts.label and parts.label != "link") or (_only_labels(draft) and not told)):
        return Kind.NOTE
    if under_entry and parts.form in {Form.TITLE_THEN_URL, Form.TITLE_THEN_LINKS} and family.linked * _HALF < family.size:
        return Kind.NOTE
    return Kind.ENTRY


def _is_bare(draft: Draft) -> bool:
    """Whether the item is one link and nothing else."""
    return len(own_links(draft)) == 1 and draft.parts.form is Form.LINK_FIRST and draft.parts.summary is None and not draft.parts.fields


def _only_labels(draft: Draft) -> bool:
    """Whether the item is nothing but labelled links of what is above it."""
    return all(labels.is_label(link.text) for link in own_links(draft)) and (
        draft.parts.title is None or draft.parts.form is Form.LINK_FIRST or bool(draft.parts.label)
    )


def _unlinked_kind(draft: Draft, family: _Family, *, under_entry: bool, linked_section: bool) -> Kind:  # noqa: PLR0911 - a decision list
    parts = draft.parts
    below = any(_outside(child) for child in walk(draft.children))
    if under_entry:
        return Kind.NOTE
    if below:
        return Kind.ENTRY if _has_parts(draft) or _has_fields(draft) else Kind.GROUP
    if parts.prose or parts.title is None or family.hangs_below(draft):
        return Kind.NOTE
    if draft.children or family.gathers(draft):
        return Kind.GROUP
    if family.mostly_linked and family.size > 1:
        return Kind.ENTRY
    if parts.summary is not None:
        return Kind.ENTRY if linked_section and draft.parent is not None else Kind.NOTE
    if family.linked:
        return Kind.ENTRY if parts.named else Kind.GROUP
    return Kind.GROUP if _is_topic(parts.title.text) else Kind.NOTE


def _has_parts(draft: Draft) -> bool:
    """Whether the links below an unlinked item are parts of one work."""
    linked = [child.parts.title for child in draft.children if _outside(child)]
    return len(linked) > 1 and all(title is not None and labels.is_part(title.text) for title in linked)


def _has_fields(draft: Draft) -> bool:
    """Whether what is linked below an unlinked item are its fields: `Paper: https://...`, `[code](u)`."""
    linked = [child for child in draft.children if _outside(child)]
    return bool(linked) and all(_is_field(child) for child in linked) and (len(linked) > 1 or bool(linked[0].parts.label))


def _is_field(draft: Draft) -> bool:
    """Whether a linked item has a field's label or is nothing but labels."""
    return all(labels.is_label(link.text) or link.kind in {"bare", "autolink"} for link in own_links(draft)) and (
        bool(draft.parts.label) or _only_labels(draft)
    )


def _is_topic(text: str) -> bool:
    return len(text.split()) <= _MAX_NAME_WORDS and (len(text.split()) > 1 or len(text) <= _MAX_NAME_CHARS)


def _settle(draft: Draft) -> None:
    """Completes an entry from what follows its first paragraph; called for children before parents."""
    if draft.kind is not Kind.ENTRY:
        return
    parts = draft.parts
    if draft.container is Container.LIST_ITEM:
        if parts.summary is None:
            parts.summary = _summary_below(draft)
        if parts.link is None and draft.kind is Kind.ENTRY and draft.children and _outside_below(draft) and _has_fields(draft):
            _link_below(draft)


def _outside_below(draft: Draft) -> bool:
    return any(_outside(child) for child in draft.children)


def _link_below(draft: Draft) -> None:
    """The main link of an item whose links are fields below it."""
    found = [
        (labels.rank(child.flow.view.split(":")[0] if child.flow else "", link.url), link)
        for child in draft.children
        for link in _outside(child)
    ]
    draft.parts.link = min(found, key=lambda each: each[0])[1]
    draft.parts.form = Form.TITLE_THEN_URL if draft.parts.link.kind in {"bare", "autolink"} else Form.TITLE_THEN_LINKS


def _is_citation(text: str) -> bool:
    """Whether `text` is the reference of a work: its authors, its title, and where or when it appeared."""
    cited = meta_text.citation(text)
    return cited is not None and any(char.isdigit() for char in text[cited[1] :])


def _summary_below(draft: Draft) -> Part | None:
    for child in draft.children:
        if child.kind is not Kind.NOTE or child.flow is None or own_links(child):
            continue
        if child.parts.label in {"authors", "venue", "date", "year", "licence", "language", "code", "link"}:
            continue
        view = child.flow.view
        begin = skip_ornaments(view, 0, len(view))
        if child.parts.label and (label := openings.LABEL.match(view, begin)) is not None:
            begin = label.end()
        first, last = child.flow.trim(begin, len(view))
        text = child.flow.plain(first, last)
        if text and meta_text.kind(text) is None and not _is_citation(text):
            return Part(child.flow.source(first, last), text)
    return None
