"""Entries that write `title, URL, summary` where the list links the title. Knows nothing of the URL's spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase, Rewrite
from listlint.model import Container, Form
from listlint.rule import Rule
from listlint.style import scope, written
from listlint.style.markup import destination, label_escapes
from listlint.style.thresholds import LINKED, MIN_CASES
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style

_JOINTS = frozenset(" \t\n\r,，、:：;；-–—|｜·")
_OWN: Final = 3
"""Entries side by side that make a convention of their own."""


class UnlinkedTitle(Rule):
    """LL101."""

    code = "LL101"
    name = "unlinked-title"
    summary = "An entry writes its URL beside its title where the list links the title."
    phase = Phase.STRUCTURE

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Entries of a list that mostly writes `[title](URL)`, whose own title and URL stand cleanly apart."""
        entries = [item for item in scope.entries(document) if item.container is Container.LIST_ITEM]
        linked = sum(item.form is Form.LINK_FIRST for item in entries)
        if linked < MIN_CASES or linked < LINKED * len(entries):
            return
        own = _in_sections_of_their_own(document)
        for item in entries:
            if item.form is not Form.TITLE_THEN_URL or item.span in own:
                continue
            if item.title and item.link and (fix := _fix(document.text, item, style)):
                yield self.diagnostic(
                    item.title.span,
                    f"title stands beside its URL, {linked} of {len(entries)} entries have [title](URL)",
                    fix=fix,
                )


def _in_sections_of_their_own(document: Document) -> frozenset[Span]:
    """Entries of sections that write title and URL side by side, subsections included: their own way, not a slip."""
    found: set[Span] = set()
    for section in document.all_sections:
        items = [item for below in section.walk() for top in below.items for item in top.walk() if scope.is_certain(item)]
        if len(items) >= _OWN and not any(item.form is Form.LINK_FIRST for item in items):
            found.update(item.span for item in items)
    return frozenset(found)


def _fix(text: str, item: Item, style: Style) -> Fix | None:
    """The entry put together as a link; None where title and URL can't be told apart or joined without loss."""
    title, link = item.title, item.link
    if title is None or link is None or link.destination is None or link.kind not in {"bare", "autolink"}:
        return None
    whole = _with_emphasis(text, title.span)
    gap = text[whole.end : link.span.start]
    label, url = whole.of(text), destination(link.url)
    escapes = label_escapes(label)
    if not gap or not _JOINTS.issuperset(gap) or url is None or escapes is None:
        return None
    if any(whole.overlaps(other.span) for other in item.links):
        return None
    start = link.destination.start
    end = start + len(link.url)
    if text[start:end] != link.url:
        return None
    wrapped = url != link.url
    closing, close = _close(text, item, style, Span(end, max(end, link.span.end) if link.kind == "autolink" else end))
    edits = [Edit(Span(whole.start + at, whole.start + at), "\\") for at in escapes if at]
    edits += [
        Edit(Span(whole.start, whole.start), "[\\" if 0 in escapes else "["),
        Edit(Span(whole.end, start), "](<" if wrapped else "]("),
        Edit(closing, f"{'>' if wrapped else ''}){close}"),
    ]
    return Fix("link the title", tuple(sorted(edits)), rewrites=_rewrites(link.rendered, link.url))


def _with_emphasis(text: str, title: Span) -> Span:
    """`title` with the asterisks or underscores that stand around it on both sides."""
    start, end = title.start, title.end
    while start and text[start - 1] in "*_" and text[start - 1] == text[end : end + 1]:
        start, end = start - 1, end + 1
    return Span(start, end)


def _close(text: str, item: Item, style: Style, after: Span) -> tuple[Span, str]:
    """What the URL's end becomes, the closing parenthesis apart: the list's separator where a summary follows directly."""
    summary, own = item.summary, item.separator
    if summary is None or (own is not None and text[after.end : summary.span.start] != own.text):
        return after, ""
    between = text[after.end : summary.span.start]
    if style.separator is None:
        return after, "" if between else " "
    if written(between) == style.separator.value:
        return after, ""
    if not _JOINTS.issuperset(between):
        return after, ""
    return Span(after.start, summary.span.start), style.separator.value


def _rewrites(rendered: str, url: str) -> tuple[Rewrite, ...]:
    """What changes for the reader: a URL that swallowed the text behind it gives it back."""
    if rendered == url:
        return ()
    return (Rewrite(rendered, url, rendered.removeprefix(url)),)
