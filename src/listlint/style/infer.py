"""Finds out a list's style from its entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from listlint.style.facts import Fact, Style, StyleOptions

if TYPE_CHECKING:
    from listlint.model import Document


def infer(document: Document, wanted: StyleOptions) -> Style:
    """The style of `document`: what `wanted` configures, and what the list itself tells."""
    del document
    return Style(
        separator=Fact(wanted.separator, configured=True) if wanted.separator else None,
        sections=wanted.sections,
    )
