"""Entries whose separator between link and summary isn't the list's. Knows nothing of entries without a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.edits import Edit, Fix, Phase
from listlint.rule import Rule
from listlint.style import scope, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style


class MixedSeparator(Rule):
    """LL102."""

    code = "LL102"
    name = "mixed-separator"
    summary = "An entry has another separator between link and summary than the list."
    phase = Phase.SEPARATOR

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Link-first entries on one line up to their summary; a mere blank is no separator and never judged."""
        usual = style.separator
        if usual is None:
            return
        evidence = "as configured" if usual.configured else f"{usual.evidence} entries have"
        for item in scope.entries(document):
            own = item.separator
            if own is None or item.summary is None or not scope.is_link_first(item) or "\n" in own.text or "\r" in own.text:
                continue
            if not own.text.strip() or written(own.text) == usual.value:
                continue
            expected = f'{evidence} "{usual.value}"' if not usual.configured else f'configured is "{usual.value}"'
            yield self.diagnostic(
                own.span,
                f'separator is "{own.text}", {expected}',
                fix=Fix(f'write "{usual.value}"', (Edit(own.span, usual.value),)),
            )
