"""Sections that are configured as unwanted. Knows nothing of why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from listlint.rule import Rule, RuleOptions
from listlint.style import naming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from listlint.diagnostic import Diagnostic
    from listlint.model import Document, Section
    from listlint.style import Style

_LISTS: Final = 3
"""Items with links from which a section is one of the list's topics."""


class ForbiddenSection(Rule):
    """LL513."""

    code = "LL513"
    name = "forbidden-section"
    summary = "The list has a section that is configured as unwanted."

    class Options(RuleOptions):
        """Which sections the list mustn't have."""

        kinds: tuple[Literal["contents", "contributing", "licence", "news", "about", "sponsors"], ...] = ("licence",)
        """Sections by what they are for, in any language."""
        names: tuple[str, ...] = ()
        """Sections by name, or by path: `Tools > Old`."""

    options: Options

    def check(self, document: Document, style: Style) -> Iterator[Diagnostic]:
        """Outermost sections of such a kind or name; a licence section full of entries is a topic of the list."""
        del style
        above: Section | None = None
        for section, path, _ in naming.sections(document, meta=True):
            if section.heading is None or (above is not None and above.span.contains(section.span)):
                continue
            if any(naming.means(name, path) for name in self.options.names):
                said = "which is configured as unwanted"
            elif section.meta in self.options.kinds and not _is_topic(section):
                said = f"sections of this kind ({section.meta}) are configured as unwanted"
            else:
                continue
            above = section
            yield self.diagnostic(section.heading, f'list has a section "{section.title}", {said}')


def _is_topic(section: Section) -> bool:
    """Whether it lists things, as a section on licences does; the licence of the list itself takes a link or two."""
    return sum(bool(item.links) for item in section.items) >= _LISTS
