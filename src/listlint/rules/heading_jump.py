"""Headings more than one level below the heading they stand under. Knows nothing of what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.diagnostic import Related
from listlint.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Section
    from listlint.style import Style


class HeadingJump(Rule):
    """LL510."""

    code = "LL510"
    name = "heading-jump"
    summary = "A heading is more than one level below the one it stands under."
    cause = "elsewhere"

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """One diagnostic for all headings that jump from one level to the same other: they do for one cause."""
        del style
        jumps: dict[tuple[int, int], list[tuple[Section, Section]]] = {}
        for above in document.all_sections:
            if above.heading is None or not above.slug:
                continue
            for below in above.sections:
                if below.slug and below.level > above.level + 1:
                    jumps.setdefault((above.level, below.level), []).append((above, below))
        for found in jumps.values():
            above, below = found[0]
            if below.heading is not None:
                said = f'heading "{below.title}" is of level {below.level} below "{above.title}" of level {above.level}'
                more = f"; so are {len(found)} headings" if len(found) > 1 else ""
                related = tuple(Related(section.heading, "jumps, too") for _, section in found[1:] if section.heading is not None)
                yield self.diagnostic(below.heading, f"{said}, expected {above.level + 1}{more}", related=related)
