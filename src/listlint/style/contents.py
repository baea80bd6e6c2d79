"""The contents list: where it is, and which headings it lists. Knows nothing of how it should be written."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from listlint.model import Kind
from listlint.style.facts import Contents, Fact
from listlint.text import Span

if TYPE_CHECKING:
    from listlint.model import Document, Item, Section

_FEWEST: Final = 3
"""In-page links that make a contents list."""


def contents(document: Document) -> Fact[Contents] | None:
    """The contents list with most links to headings; None where there is none. Counts the headings of its levels it leads to."""
    found = _largest(document)
    heads = [section for section in document.all_sections if section.heading is not None]
    slugs = {section.slug: section for section in heads}
    names = {letters(section.title): section for section in reversed(heads)}
    reached: list[tuple[int, Section]] = []
    for item, depth in found:
        slug = target(item)
        section = None if slug is None else slugs.get(slug) or names.get(letters(item.links[0].text))
        if section is not None:
            reached.append((depth, section))
    if len({section.span for _, section in reached}) < _FEWEST:
        return None
    top = min(depth for depth, _ in reached)
    first = Counter(section.level for depth, section in reached if depth == top).most_common(1)[0][0]
    last = max(section.level for _, section in reached)
    span = Span(found[0][0].span.start, max(item.span.end for item, _ in found))
    listed = {section.span for _, section in reached}
    due = [section.span for section in heads if first <= section.level <= last and section.span.start > span.end]
    return Fact(Contents(span, first, last), count=sum(one in listed for one in due), total=len(due))


def letters(text: str) -> str:
    """The letters and digits that a heading and its line in a contents list have in common: what follows in brackets apart."""
    return "".join(char for char in text.casefold().partition("(")[0] if char.isalnum())


def target(item: Item) -> str | None:
    """The slug of the heading in this page that the item leads to, if it does."""
    url = item.links[0].url if item.links else ""
    return unquote(url[1:]).lower() if url.startswith("#") and len(url) > 1 else None


def _largest(document: Document) -> list[tuple[Item, int]]:
    """The items of the contents list with most links, with their depths: one section's, or those below one contents heading."""
    clusters: defaultdict[Span, list[tuple[Item, int]]] = defaultdict(list)
    todo: list[tuple[Section, Span | None]] = [(section, None) for section in reversed(document.sections)]
    while todo:
        section, around = todo.pop()
        home = around or section.span
        clusters[home] += _with_depths([item for item in section.items if item.kind is Kind.NAV])
        inherited = home if section.meta == "contents" and not section.items else None
        todo += ((below, inherited) for below in reversed(section.sections))
    best = max(clusters.values(), key=lambda items: sum(target(item) is not None for item, _ in items), default=[])
    return best if any(target(item) for item, _ in best) else []


def _with_depths(items: list[Item]) -> list[tuple[Item, int]]:
    found: list[tuple[Item, int]] = []
    todo = [(item, 0) for item in reversed(items)]
    while todo:
        item, depth = todo.pop()
        found.append((item, depth))
        todo += ((child, depth + 1) for child in reversed(item.children))
    return found if any(target(item) for item, _ in found) else []
