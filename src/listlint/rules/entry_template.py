"""Entries that aren't written by the configured template. Knows nothing of lists without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.edits import Phase
from listlint.model import Form
from listlint.rule import Rule
from listlint.style import scope
from listlint.style.template_match import compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style
    from listlint.style.template_match import Comparison


class EntryTemplate(Rule):
    """LL122."""

    code = "LL122"
    name = "entry-template"
    summary = "An entry is not written by the configured template."
    phase = Phase.SEPARATOR
    everywhere = True  # only list items are written anew, and a fold holds the list's own

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """List-item entries, each held to its section's template; what can't be compared with certainty isn't judged.

        Titles beside their URL are LL101's in a list that mostly links them.
        """
        told_already = scope.links_titles(document)
        for item, template in scope.templated(document, style):
            if not scope.is_certain(item) or (told_already and template.linked and item.form is Form.TITLE_THEN_URL):
                continue
            comparison = compare(document.text, item, template)
            if (told := _told(comparison, style)) and item.title is not None:
                first = comparison.differences[0].span if comparison.differences else item.title.span
                yield self.diagnostic(first, f"entry has {told}", fix=comparison.fix())


def _told(comparison: Comparison, style: Style) -> str:
    """What differs; a missing summary is LL103's wherever all entries need one."""
    missing = [name for name in comparison.missing if name != "summary" or style.summary is None or not style.summary.value]
    parts = [each.message for each in comparison.differences]
    parts += [f"no {name if name != 'url' else 'address'}" for name in missing]
    return "; ".join(parts)
