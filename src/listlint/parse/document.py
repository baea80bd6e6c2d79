"""Puts a document together: blocks, sections, items, links. The way in to `parse`."""

from __future__ import annotations

import gc
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final

import pyromark

from listlint.model import Block, BlockKind, Container, Definition, Document, Item, Kind
from listlint.parse import directives, events, folds, habits, kinds, raw, standalone
from listlint.parse.blocks import Walker
from listlint.parse.flows import Reader
from listlint.parse.guarded import guarded
from listlint.parse.heads import heads_of
from listlint.parse.sections import Outline, freeze, home, outline
from listlint.regex import lazy
from listlint.text import ByteMap, Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from listlint.parse.drafts import Draft
    from listlint.parse.events import Node

_KINDS: Final[dict[str, BlockKind]] = {
    "heading": "heading", "list": "list", "table": "table", "paragraph": "paragraph", "quote": "quote", "code": "code", "html": "html",
    "rule": "rule", "footnote": "footnote", "metadata": "metadata",
}  # fmt: skip
_DEFINITION: Final = lazy(r"\[(?:[^\[\]\\]|\\.)*\]:\s*(<[^<>\n]*>|\S+)", re.DOTALL)
_TOGETHER: Final = 2000
"""Items that are read at once: one by one, between those that the walk finds, takes longer."""
_BLANK: Final = " \t\r\n\v\f"


def parse(source: Source) -> Document:
    """Reads the list in `source`. Raises nothing: what can't be read with certainty is verbatim."""
    collecting = gc.isenabled()
    gc.disable()  # all that is made here stays: the collector would walk it again and again, half of the time of a long list
    try:
        return _parse(source)
    finally:
        if collecting:
            gc.enable()


def _parse(source: Source) -> Document:
    text = source.text
    definitions = _definitions(text)
    reader = Reader(text, {definition.label.lower(): definition.url for definition in definitions})
    walker = Walker(text, reader)
    sizes: Counter[int] = Counter()
    whole = walker.walk(events.stream(text))
    while some := list(islice(whole, _TOGETHER)):
        for draft in some:
            kinds.read(draft)
            sizes[draft.group] += 1
            if sizes[draft.group] > standalone.MAX_FIELDS:
                kinds.press(draft)
    blocks = _blocks(text, walker.tops)
    folded = folds.entries(text, walker.html)
    opening = {fold.start for fold in folded}
    heads = [head for head in heads_of(text, walker) if head[0].start not in opening]
    slugs = [slug for _, _, slug in heads]
    heads, drafts = standalone.pick([*heads], walker.drafts)
    drafts = folds.gather(folded, drafts + raw.entries(text, walker.html))
    outlines = outline([head for head in heads if not head[0].nested], len(text.rstrip(_BLANK)))
    _fill(outlines, drafts, blocks)
    opaque = [*reader.opaque, *(definition.span for definition in definitions)]
    return Document(
        source,
        freeze(outlines),
        tuple(blocks),
        tuple(sorted(reader.links, key=lambda link: link.span)),
        tuple(sorted(reader.images, key=lambda link: link.span)),
        definitions,
        directives.find(text, sorted(reader.comments)),
        _disjoint(opaque),
        tuple(sorted(reader.breaks)),
        frozenset((*slugs, *reader.ids)),
        guarded(text, walker.tables, sorted(reader.opaque)),
    )


def _definitions(text: str) -> tuple[Definition, ...]:
    text = events.without_front_matter(text)
    point = ByteMap(text).point
    found: list[Definition] = []
    for label, definition in pyromark.reference_definitions(text, options=events.OPTIONS).items():
        start, end = point(definition["span"]["start"]), point(definition["span"]["end"])
        while end > start and text[end - 1] in _BLANK:
            end -= 1
        match = _DEFINITION.match(text, start, end)
        if match is None:
            continue
        angled = match[1].startswith("<")
        destination = Span(match.start(1) + angled, match.end(1) - angled)
        found.append(Definition(label, Span(start, end), destination, destination.of(text)))
    return tuple(sorted(found, key=lambda definition: definition.span))


def _blocks(text: str, nodes: Sequence[Node]) -> list[Block]:
    """The blocks at the top level, which `nodes` are; what no node covers are definitions."""
    found: list[Block] = []
    at = 0
    for node in nodes:
        found += _gaps(text, at, node.start)
        start, end = max(node.start, at), node.end
        while end > start and text[end - 1] in _BLANK:
            end -= 1
        if end > start:
            found.append(Block(_KINDS.get(node.tag, "paragraph"), Span(start, end)))
        at = max(at, node.end)
    found += _gaps(text, at, len(text))
    return found


def _gaps(text: str, start: int, end: int) -> list[Block]:
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return [Block("definition", Span(start, end))] if start < end else []


def _disjoint(spans: Iterable[Span]) -> tuple[Span, ...]:
    """`spans` in order, those within another left out."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not found or span.start >= found[-1].end:
            found.append(span)
        elif span.end > found[-1].end:
            found[-1] = Span(found[-1].start, span.end)
    return tuple(found)


def _fill(outlines: list[Outline], drafts: Sequence[Draft], blocks: Sequence[Block]) -> None:
    """Puts blocks and items into the sections they stand in."""
    starts = [section.start for section in outlines]
    for block in blocks:
        section = home(outlines, starts, block.span.start)
        if section.heading is None or block.span.start >= section.heading.end:
            section.blocks.append(block)
    mine: dict[int, list[Draft]] = {}
    by_id = {id(section): section for section in outlines}
    for draft in drafts:
        mine.setdefault(id(home(outlines, starts, draft.start)), []).append(draft)
    recurring = habits.recurring(drafts)
    for key, inside in mine.items():
        kinds.classify(inside, by_id[key].meta, recurring)
    habits.credit(drafts)
    for key, inside in mine.items():
        by_id[key].items += (freeze_item(draft) for draft in inside if _is_item(draft))


def _is_item(draft: Draft) -> bool:
    return draft.container in {Container.LIST_ITEM, Container.TABLE_ROW} or draft.kind is Kind.ENTRY


def freeze_item(draft: Draft) -> Item:
    """The item that `draft` became, children first; all that the draft held is let go of."""
    order = list(kinds.walk([draft]))
    done: dict[int, Item] = {}
    for each in reversed(order):
        done[id(each)] = _item(each, tuple([done.pop(id(child)) for child in each.children]))
        each.empty()
    return done[id(draft)]


def _item(draft: Draft, children: tuple[Item, ...]) -> Item:
    parts = draft.parts
    entry = draft.kind is Kind.ENTRY
    links = kinds.own_links(draft) or ((parts.link,) if draft.container is Container.HTML and parts.link else ())
    named = entry or draft.kind is Kind.GROUP
    return Item(
        draft.kind,
        draft.container,
        Span(draft.start, draft.end),
        _head(draft),
        draft.marker,
        parts.form if entry else None,
        parts.title if named else None,
        parts.link if entry else None,
        links,
        parts.separator if entry else None,
        parts.summary if entry else None,
        parts.tail if entry else None,
        tuple(parts.fields) if entry else (),
        children,
        draft.verbatim or parts.broken,
    )


def _head(draft: Draft) -> Span:
    if draft.container in {Container.TABLE_ROW, Container.HTML}:
        return Span(draft.start, draft.end)
    if draft.head is not None:
        return draft.head
    flow = draft.flow
    if flow is None:
        end = draft.marker.end if draft.marker else draft.end
        return Span(end, end)
    return flow.span
