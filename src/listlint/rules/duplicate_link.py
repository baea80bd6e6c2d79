"""Entries that lead to a work that an earlier entry leads to. Knows nothing of titles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.diagnostic import Related
from listlint.model import Form
from listlint.rule import Rule
from listlint.style import scope
from listlint.urls import arxiv
from listlint.urls.address import split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style


class DuplicateLink(Rule):
    """LL401."""

    code = "LL401"
    name = "duplicate-link"
    summary = "An entry leads to a work that is listed already."

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Entries whose main link leads where an earlier entry's does."""
        del style
        source = document.source
        seen: dict[str, Item] = {}
        for item in scope.entries(document):
            keys = _keys(item)
            first = next((seen[key] for key in keys if key in seen), None)
            for key in keys:
                seen.setdefault(key, item)
            if first is None or first is item or item.link is None:
                continue
            line = source.line_of(first.head.start)
            yield self.diagnostic(
                item.link.span,
                f"leads to a work that line {line} lists already",
                related=(Related(first.link.span if first.link else first.head, "listed here first"),),
            )


def _keys(item: Item) -> tuple[str, ...]:
    """The works an entry leads to: its main link's, or where no link is the main one, all."""
    links = item.links if item.form is Form.TITLE_THEN_LINKS else (item.link,)
    return tuple(key for link in links if link is not None and (key := _key(link.url)))


def _key(url: str) -> str:
    if (paper := arxiv.read(url)) is not None and paper.id:
        return f"arxiv:{paper.id}"
    address = split(url)
    if address is None or not address.host:
        return ""
    fragment = address.fragment if address.fragment.startswith(("/", "!/")) else ""
    return f"{address.host.removeprefix('www.')}{address.path.rstrip('/')}?{address.query}#{fragment}"
