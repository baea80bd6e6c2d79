"""Severities that hold in some sections only. Knows no rule and no configuration file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.records import replace
from listlint.style import naming

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from listlint.config.plan import InSections
    from listlint.diagnostic import Diagnostic, Severity
    from listlint.model import Document
    from listlint.text import Span


def in_sections(found: Sequence[Diagnostic], document: Document, wanted: Sequence[InSections]) -> Sequence[Diagnostic]:
    """`found` with the severities of the sections they stand in, and without what is off there; later wishes win."""
    if not wanted:
        return found
    places = [(span, wish) for wish in wanted for span in _spans(document, wish.names)]
    kept: list[Diagnostic] = []
    for one in found:
        severity: Severity | None = one.severity
        for span, wish in places:
            if one.code in wish.severities and span.start <= one.span.start < span.end:
                severity = wish.severities[one.code]
        if severity is not None:
            kept.append(one if severity is one.severity else replace(one, severity=severity))
    return kept


def _spans(document: Document, names: Sequence[str]) -> Iterator[Span]:
    """The sections that `names` name."""
    for section, path, _ in naming.sections(document, meta=True):
        if any(naming.means(name, path) for name in names):
            yield section.span
