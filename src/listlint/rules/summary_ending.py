"""Summaries that don't end as the list's do: with a full stop, or without. Knows nothing of other punctuation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase, Safety
from listlint.model import Container
from listlint.rule import Rule
from listlint.style import scope
from listlint.style.cases import placed
from listlint.style.endings import end_of, script
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style


_HALTS: Final = (";", "；")
_STOPS: Final = frozenset(".!?…。！？")


class SummaryEnding(Rule):
    """LL109."""

    code = "LL109"
    name = "summary-ending"
    summary = "A summary ends with or without a full stop where the list's end otherwise."
    phase = Phase.TYPOGRAPHY

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Summaries in sections whose summaries of that script end one way; those that end well anyhow apart."""
        text = document.text
        for item, section, _ in placed(document):
            if item.summary is None or not scope.is_certain(item) or item.container is not Container.LIST_ITEM:
                continue
            own, end = style.of(section), end_of(text, item)
            usual = own.ending_han if script(item.summary.text) == "han" else own.ending
            if usual is not None and usual.value != "none" and _is_apart(item) and item.summary.text[-1:] in _HALTS:
                yield self._halted(document, item.summary.span, usual.value)
                continue
            if usual is None or end is None or end[0] == usual.value or not _is_apart(item) or _is_ended(item, end[1]):
                continue
            ending, at = end
            stop = "" if usual.value == "none" else usual.value
            span = Span(at, at) if ending == "none" else Span(at - 1, at)
            found = "no full stop" if ending == "none" else f'"{ending}"'
            expected = f'"{stop}"' if stop else "none"
            told = "configured" if usual.configured else f"{usual.evidence} end so"
            yield self.diagnostic(
                Span(max(item.summary.span.start, at - 1), at),
                f"summary ends with {found}, expected {expected}, {told}",
                fix=Fix(f"write {expected}" if stop else "remove the full stop", (Edit(span, stop),), Safety.UNSAFE),
            )

    def _halted(self, document: Document, summary: Span, stop: str) -> Diagnostic:
        """A sign that ends a part of a sentence where the sentence ends."""
        last = Span(summary.end - 1, summary.end)
        said = f'summary ends with "{last.of(document.text)}", expected "{stop}"'
        return self.diagnostic(last, said, fix=Fix(f'write "{stop}"', (Edit(last, stop),), Safety.UNSAFE))


def _is_apart(item: Item) -> bool:
    """Whether a separator makes the summary a text of its own: what follows the link after a blank may be the rest of a phrase."""
    return item.separator is not None and bool(item.separator.text.strip())


def _is_ended(item: Item, at: int) -> bool:
    """Whether the summary's last word is a link whose label has its own stop."""
    return any(link.span.end == at and link.text[-1:] in _STOPS for link in item.links)
