"""Formatting as a plan: the rules that only move white space and bullets, all on, whatever a profile selects. Reads no files.

A rule of layout that the registry doesn't have is left out, so one may come (the contents list's) or go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint import registry
from listlint.config import select
from listlint.config.settings import Layer
from listlint.formatter.layout_regions import regions, within
from listlint.records import replace
from listlint.rule import Rule
from listlint.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from listlint.config.plan import Plan
    from listlint.config.settings import Settings
    from listlint.diagnostic import Diagnostic
    from listlint.model import Document
    from listlint.style import Style

LAYOUT: Final = (
    "mixed-marker",
    "stale-contents",
    "trailing-space",
    "extra-blank-lines",
    "final-newline",
    "mixed-indent",
    "mixed-blank-lines",
)
"""Names of the rules; none of them changes a word, but for the contents list's."""


def plan(settings: Settings, path: Path | None = None) -> Plan:
    """The layout rules for `path` (absolute), without those that a configuration ignores; its options and its style hold."""
    known = registry.codes()
    chosen = Layer(origin="listlint format", select=tuple(name for name in LAYOUT if name in known))
    profiles = tuple(replace(_unselected(layer), ignore=None, extend_ignore=()) for layer in settings.profiles)
    wanted = replace(settings, profiles=(*profiles, chosen), layers=tuple(map(_unselected, settings.layers)))
    made = select.plan(wanted, path=path)
    return replace(made, rules=tuple(map(sparing, made.rules)))


def _unselected(layer: Layer) -> Layer:
    return replace(layer, select=None, extend_select=(), overrides=tuple(map(_unselected, layer.overrides)))


def sparing(inner: Rule) -> Rule:
    """`inner`, silent of what isn't for a formatter to touch: tables, what programs write, what a comment asks to spare."""

    class Sparing(Rule):
        code, name, summary = inner.code, inner.name, inner.summary
        severity, phase, everywhere = inner.severity, inner.phase, inner.everywhere

        def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
            skipped = _skipped(document)
            for one in inner.check(document, style):
                if one.fix is not None and not any(within(edit.span, skipped) for edit in one.fix.edits):
                    yield one

    return Sparing()


def _skipped(document: Document) -> tuple[Span, ...]:
    source = document.source
    tables = (
        Span(block.span.start, source.full_line_span(source.line_of(block.span.end - 1)).end)
        for block in document.blocks
        if block.kind == "table"
    )
    return tuple(sorted((*regions(document), *tables)))
