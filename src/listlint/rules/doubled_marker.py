"""Bullets written twice: `- - text`. Knows nothing of tasks and numbers behind a bullet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.edits import Edit, Fix, Phase
from listlint.model import Container
from listlint.regex import lazy
from listlint.rule import Rule
from listlint.style import scope
from listlint.style.thresholds import MIN_CASES, is_habit
from listlint.text import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item
    from listlint.style import Style

_DOUBLED: Final = lazy(r"([-*+])([ \t]+)[-*+][ \t]+(?:[-*+][ \t]+)*\Z")
"""The whole marker; a check box behind the bullets makes it a task list, which some write so."""


class DoubledMarker(Rule):
    """LL113."""

    code = "LL113"
    name = "doubled-marker"
    summary = "An item has two bullets."
    phase = Phase.STRUCTURE

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Items behind two bullets, without others beside them in the inner list; silent where many are written so."""
        del style
        items = [item for section in scope.sections(document) for top in section.items for item in top.walk()]
        items = [item for item in items if item.container is Container.LIST_ITEM and item.marker is not None]
        found = [item for item in items if _doubled(document.text, item)]
        if len(found) >= MIN_CASES and is_habit(len(found), len(items)):
            return
        for item in found:
            match, marker = _doubled(document.text, item), item.marker
            if match is None or marker is None:
                continue
            rest = Span(marker.start + match.end(2), marker.end)
            fix = Fix("keep one bullet", (Edit(rest, ""),), drops=(rest,))
            yield self.diagnostic(marker, f'item begins with "{match[0].strip()}", expected "{match[1]}" alone', fix=fix)


def _doubled(text: str, item: Item) -> re.Match[str] | None:
    return _DOUBLED.match(item.marker.of(text)) if item.marker else None
