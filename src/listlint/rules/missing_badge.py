"""Awesome lists without the badge of the awesome community, or with another picture in its place. Knows no network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.edits import Edit, Fix, Phase, Rewrite, Safety
from listlint.model import Container, Kind
from listlint.rule import Rule, RuleOptions
from listlint.style.places import meets
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Link
    from listlint.style import Style


class MissingBadge(Rule):
    """LL701."""

    code = "LL701"
    name = "missing-badge"
    summary = "The list doesn't show the badge of the community it belongs to, or shows another picture in its place."
    phase = Phase.URL
    local = True
    cause = "elsewhere"

    class Options(RuleOptions):
        """What the badge is."""

        images: tuple[str, ...] = (
            "https://awesome.re/badge.svg",
            "https://awesome.re/badge-flat.svg",
            "https://awesome.re/badge-flat2.svg",
        )
        """The pictures that may be shown; the first is put in place of others."""
        links: tuple[str, ...] = ("https://awesome.re", "https://github.com/sindresorhus/awesome")
        """Where it leads."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """A linked picture before the first entry; whether it's missing, only the repository's readme is asked."""
        del style
        if document.repository is None or not self.options.images:
            return
        badges = list(self._badges(document))
        for image in badges:
            if image.url not in self.options.images:
                said = f"badge shows {image.url or 'nothing'}, expected {self.options.images[0]}"
                yield self.diagnostic(image.span, said, fix=self._fix(document, image))
        if not badges and document.repository.is_front:
            place = next(
                (section.heading for section in document.all_sections if section.heading is not None), document.source.line_span(1)
            )
            yield self.diagnostic(place, f"list has no badge, expected {self.options.images[0]} with a link to {self.options.links[0]}")

    def _badges(self, document: Document) -> Iterator[Link]:
        """The pictures in the links that lead where the badge leads, and the badge without such a link."""
        end = _intro(document)
        targets = {_plain(link) for link in self.options.links}
        around = [link.span for link in document.links if link.span.end <= end and _plain(link.url) in targets]
        for image in document.images:
            if image.span.end <= end and (image.url in self.options.images or any(span.contains(image.span) for span in around)):
                yield image

    def _fix(self, document: Document, image: Link) -> Fix | None:
        if image.destination is None or meets(image.span, document.opaque):
            return None
        right = self.options.images[0]
        edit = Edit(image.destination, right)
        return Fix(f"show {right}", (edit,), Safety.UNSAFE, rewrites=(Rewrite(image.rendered, right),))


def _intro(document: Document) -> int:
    """Where the first entry begins; behind it, badges are the entries' own."""
    kinds = (Container.LIST_ITEM, Container.TABLE_ROW)
    first = (item.span for item in document.items if item.kind is Kind.ENTRY and item.container in kinds)
    return next(first, Span(len(document.text), len(document.text))).start


def _plain(url: str) -> str:
    return url.partition("#")[0].removesuffix("/").lower().replace("http://", "https://", 1)
