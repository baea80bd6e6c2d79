"""What a complaint is known by when lines move: its rule and what it is about, never a line's number. Knows no format."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from listlint.urls import identify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from listlint.model import Document, Item
    from listlint.report.asked import Told

_LENGTH = 32


def fingerprints(told: Sequence[Told]) -> list[str]:
    """One a diagnostic, all of them different: of those that are about the same, each is the first, the second ..."""
    found = []
    seen: Counter[str] = Counter()
    for one in told:
        key = digest(one.path, one.diagnostic.code, _about(one.document, one.diagnostic.span.start))
        seen[key] += 1
        found.append(digest(key, str(seen[key])))
    return found


def digest(*parts: str) -> str:
    """Hexadecimal digits that stand for `parts`."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:_LENGTH]


def _about(document: Document, offset: int) -> str:
    """What the innermost item at `offset` leads to, else its title; else the line's words."""
    item: Item | None = None
    for one in document.items:
        if one.span.start > offset:
            break
        if offset <= one.span.end:
            item = one
    if item is not None and item.link is not None:
        return identify(item.link.url).key or item.link.url
    if item is not None and item.title is not None:
        return item.title.text
    return " ".join(document.source.line_span(document.source.line_of(offset)).of(document.text).split())
