"""Reference links to a label that nothing defines. Knows nothing of brackets that stand for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.diagnostic import Severity
from listlint.rule import Rule
from listlint.style.nearlinks import near_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style
    from listlint.style.nearlinks import NearLink


class UndefinedReference(Rule):
    """LL207."""

    code = "LL207"
    name = "undefined-reference"
    summary = "A reference link names a label that is defined nowhere."
    severity = Severity.ERROR
    cause = "elsewhere"

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """`[text][label]` where the list writes links so, or where an item begins with it as entries begin with their link."""
        del style
        labels = [definition.label for definition in document.definitions]
        referring = any(link.kind == "reference" for link in (*document.links, *document.images))
        starts = {item.head.start for item in document.items}
        for near in near_links(document):
            if near.kind != "reference" or not _may_be_label(document, near):
                continue
            if not (labels and referring) and near.span.start not in starts:
                continue
            label = near.url or " ".join(near.label.of(document.text).split())
            yield self.diagnostic(near.span, f'nothing defines "{label}"{_hint(label, labels)}')


def _may_be_label(document: Document, near: NearLink) -> bool:
    """Whether text and label can be a link's: no check box, no two numbers, no code of an array."""
    text = near.label.of(document.text).strip()
    return (
        text[:1] != "["
        and text not in {"x", "X"}
        and any(char.isalpha() for char in text)
        and not (near.span.start and _glued(document.text[near.span.start - 1]))
    )


def _glued(before: str) -> bool:
    return before.isalnum() or before in "])"


def _hint(label: str, labels: list[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake should cost it

    near = get_close_matches(label.casefold(), sorted({each.casefold() for each in labels}), n=1, cutoff=0.75)
    return f', expected "{near[0]}"?' if near else f", expected a definition [{label}]: URL"
