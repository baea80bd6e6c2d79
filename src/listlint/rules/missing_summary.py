"""Entries without a summary in a list whose entries have one. Knows nothing of how long or good a summary is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from listlint.model import Kind
from listlint.rule import Rule, RuleOptions
from listlint.style import scope
from listlint.style.places import beside_directives
from listlint.style.thresholds import MAJORITY, MIN_CASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Item, Section
    from listlint.style import Fact, Style

_FEW: Final = 2
"""So many missing ones are slips whatever the share."""


class MissingSummary(Rule):
    """LL103."""

    code = "LL103"
    name = "missing-summary"
    summary = "An entry has no summary where the list's entries have one."

    class Options(RuleOptions):
        """When a missing summary is a slip."""

        share: int = 90
        """How many of a hundred entries must have a summary for one without to be a slip, 80 at least; one or two without always are."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Link-first entries with nothing but their link, unless their neighbours do without a summary too."""
        usual = style.summary
        if usual is None or not usual.value or not (usual.configured or self._is_kept(usual)):
            return
        expected = "one is configured as required" if usual.configured else f"{usual.evidence} entries have one"
        above = _above(document)
        for group in scope.groups(document):
            entries = [item for item in group.items if scope.is_link_first(item)]
            bare = [item for item in entries if item.summary is None]
            if not usual.configured and (_is_pointer(group.holder) or _is_their_way(len(bare), len(entries))):
                continue
            if not usual.configured and len(entries) < MIN_CASES and _do_without(above.get(id(group.section))):
                continue
            for item in bare:
                if _is_bare(document, item) and item.title:
                    yield self.diagnostic(item.title.span, f"entry has no summary, {expected}")

    def _is_kept(self, usual: Fact[bool]) -> bool:
        """Whether so many entries have a summary that one without is a slip."""
        return usual.total - usual.count <= _FEW or 100 * usual.count >= self.options.share * usual.total


def _is_pointer(holder: Item | None) -> bool:
    """Whether what is nested here points on from an entry that has its say."""
    return holder is not None and holder.kind is Kind.ENTRY


def _is_their_way(bare: int, total: int) -> bool:
    """Whether the entries that stand side by side do without summaries: more than one of them, and more than slips."""
    return bare > 1 and bare > (1 - MAJORITY) * total


def _above(document: Document) -> dict[int, Section]:
    """The section that each subsection stands in, by the subsection's `id`."""
    return {id(below): section for section in document.all_sections for below in section.sections if section.level > 1}


def _do_without(section: Section | None) -> bool:
    """Whether the entries in and below `section` do without summaries: what few entries do is told by those around them."""
    if section is None:
        return False
    entries = [item for part in section.walk() for top in part.items for item in top.walk() if scope.is_link_first(item)]
    return _is_their_way(sum(item.summary is None for item in entries), len(entries))


def _is_bare(document: Document, item: Item) -> bool:
    """Whether the link is all there is: no fields, no notes, no words behind it, no further links that speak for it."""
    if item.fields or item.children or len(item.links) != 1 or item.title is None or item.title.text.endswith(("…", "...")):
        return False
    return not any(char.isalnum() for char in beside_directives(document, item.links[0].span.end, item.head.end))
